"""What programs and people are told of made-up cases by `figures` and `explain`."""

from typing import Any

import pytest

from roi_casebook.editing.explanation import explained
from roi_casebook.editing.figures_listing import figures_as_data, figures_as_text
from tests.pages.case.test_leads import claimed
from tests.pages.result_cases import hiring
from tests.pages.told import CONFIG, judged, telling

RATIO = {"what": "roi", "value": "280%"}


def claims_of(raw: dict[str, Any]) -> dict[str, Any]:
    case = judged(raw)
    found: dict[str, Any] = figures_as_data(case, case.leading, telling(case).wording)["claims"]
    return found


def test_what_a_claim_implies_is_told_of_those_alone_that_imply_something() -> None:
    assert claims_of(claimed(says=RATIO, cost=True))["ratio"]["implies"] == {
        "of": "gain",
        "lane": "hard",
        "value": pytest.approx(76_000),  # 20,000 times 3.8
        "low": pytest.approx(76_000),
        "high": pytest.approx(76_000),
        "bound": None,
        "unit": "GBP",
    }
    both = claims_of(claimed(says=RATIO, cost=True, gain=True))
    assert list(both["ratio"]) == ["verdict", "basis", "because"]


def test_people_are_told_what_a_claim_implies() -> None:
    """A return of 280% on £20,000 is £76,000 in all."""
    case = judged(claimed(says=RATIO, cost=True))
    told = figures_as_text([(case, case.leading)], telling(case).wording)
    assert "For the claim to be true, £76,000 must have come back in all" in told
    known = judged(claimed(says=RATIO, cost=True, gain=True))
    assert "to be true" not in figures_as_text([(known, known.leading)], telling(known).wording)


@pytest.mark.parametrize(
    ("label", "name"), [({}, "Hires"), ({"label": {"en": "Recruits", "fr": "Recrues"}}, "Recruits")]
)
def test_a_result_is_called_by_its_label_or_else_by_its_measure(
    label: dict[str, Any], name: str
) -> None:
    case = hiring("made-up", **label)
    words = telling(case).wording
    told = figures_as_text([(case, case.leading)], words).replace("\u00a0", " ")
    assert f"{name}  €60 per hire" in told
    worked = explained(case, case.leading, ["cost_per_result"], words, CONFIG)
    assert f"cost_per_result [{name}]: " in worked
    assert "hired_by_it" not in told + worked
