"""A case that states no time to effect is held against the usual one of such work, and says so."""

from typing import Any

from roi_casebook.appraisal import judge
from roi_casebook.appraisal.evidence.checklist import horizon
from roi_casebook.appraisal.evidence.effect_time import with_usual_time
from roi_casebook.appraisal.evidence.grounds import grounds_of
from roi_casebook.case.inputs import UsualTime
from roi_casebook.config import Vocabulary
from roi_casebook.shipped.thresholds import shipped_thresholds
from roi_casebook.shipped.vocabulary import shipped_vocabulary
from tests.appraisal.judged_case import SITE, a_case

WORDS = shipped_vocabulary()
RETAIL_MONTHS = WORDS.packs["retail"].months_to_effect


def unstated(**changes: Any) -> dict[str, Any]:  # noqa: ANN401 -- parts of a case
    return {"time_to_effect": "unknown", **changes}


def test_the_packs_time_stands_in_its_place_with_its_reason() -> None:
    stands = with_usual_time(a_case(unstated()), WORDS).time_to_effect
    assert isinstance(stands, UsualTime)
    assert (stands.value, stands.unit) == (RETAIL_MONTHS, "month")
    assert stands.assumption == WORDS.packs["retail"].why
    assert stands.usual_for == WORDS.packs["retail"].label


def test_what_is_unknown_with_its_search_has_the_usual_time_too() -> None:
    unknown = {"value": "unknown", "unit": "month", "looked": "nowhere"}
    case = with_usual_time(a_case({"time_to_effect": unknown}), WORDS)
    assert isinstance(case.time_to_effect, UsualTime)


def test_a_stated_time_stays_with_its_reason() -> None:
    case = a_case({})
    assert with_usual_time(case, WORDS) is case


def test_work_without_a_usual_time_stays_unknown() -> None:
    case = a_case(unstated())
    assert with_usual_time(case, Vocabulary()) is case


def test_the_longest_time_counts() -> None:
    slow = WORDS.measures["contribution-margin"].model_copy(update={"months_to_effect": 30.0})
    words = WORDS.model_copy(update={"measures": {"contribution-margin": slow}})
    stands = with_usual_time(a_case(unstated()), words).time_to_effect
    assert isinstance(stands, UsualTime)
    assert (stands.value, stands.usual_for) == (30.0, slow.label)


def test_maturity_is_judged_by_it() -> None:
    period = {"start": "2022-01-01", "years": 2, "observed_months": 1}
    case = a_case(unstated(period=period))
    judged = judge("one", case, SITE, WORDS, shipped_thresholds())
    assert judged.evidence.maturity.state == "too_early"
    assert judged.evidence.maturity.share == 1 / RETAIL_MONTHS


def test_the_checklist_still_asks_for_the_cases_own() -> None:
    judged = judge("one", a_case(unstated()), SITE, WORDS, shipped_thresholds())
    assert horizon(grounds_of(judged.case, judged.leading, shipped_thresholds())) == "partly"
