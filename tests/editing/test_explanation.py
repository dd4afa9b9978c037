"""What `explain` says of the rate, over made-up cases."""

import pytest

from roi_casebook.appraisal import appraise
from roi_casebook.editing.explanation import explained
from roi_casebook.shipped.vocabulary import shipped_vocabulary
from roi_casebook.wording import wording_for
from tests.appraisal.judged_case import SITE, a_case

YEAR_ONE = {"period.years": 1, "costs.campaign.when": 1, "costs.staff.when": 1}
OWN_RATE = {"money.discount_rate": {"value": "10%", "why": "as the case has it"}}
NO_RATE = "Nothing is discounted, since all money falls into the one year of the case"


@pytest.mark.parametrize(
    ("changes", "told", "untold"),
    [
        (YEAR_ONE, NO_RATE, "discount rate ="),
        (YEAR_ONE | OWN_RATE, "discount rate = 10%; as the case has it", NO_RATE),
    ],
)
def test_the_rate_is_explained_where_money_waits_for_it(
    changes: dict[str, object], told: str, untold: str
) -> None:
    appraised = appraise("case", a_case(changes), SITE, shipped_vocabulary())
    words = wording_for("en", "en", shipped_vocabulary())
    text = explained(appraised, appraised.leading, ["npv"], words, SITE)
    assert told in text
    assert untold not in text
