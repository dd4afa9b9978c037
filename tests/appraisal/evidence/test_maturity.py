"""Maturity: what was seen of the time to effect, and how old it was on the day of the check."""

from typing import Any

import pytest

from roi_casebook.appraisal.evidence.effect_time import share_of_time_to_effect
from roi_casebook.appraisal.evidence.maturity import Maturity
from roi_casebook.written.dates import PartialDate
from tests.appraisal.judged_case import a_case, evidence_with, real_evidence

CLAIM = {"says": {"what": "roi", "value": 3}, "quote": "three to one", "source": "paper"}


def maturity_with(changes: dict[str, Any] | None = None) -> Maturity:
    return evidence_with(changes).maturity


@pytest.mark.parametrize(
    ("months", "state"),
    [(0, "too_early"), (2.9, "too_early"), (3, "interim"), (5.9, "interim"), (6, "mature")],
)
def test_the_share_of_the_time_to_effect_decides(months: float, state: str) -> None:
    maturity = maturity_with({"period.observed_months": months})
    assert maturity.state == state
    assert maturity.suppresses_headline == (state == "too_early")


@pytest.mark.parametrize(
    ("value", "unit", "share"),
    [(12, "month", 1), (2, "year", 0.5), (26, "week", 2), (365, "day", 1)],
)
def test_the_time_to_effect_may_stand_in_any_unit_of_time(
    value: float, unit: str, share: float
) -> None:
    case = a_case({"time_to_effect": {"value": value, "unit": unit, "assumption": "so"}})
    assert share_of_time_to_effect(case) == pytest.approx(share)


@pytest.mark.parametrize(
    "changes",
    [
        {"time_to_effect": "unknown"},
        {"time_to_effect": {"value": "unknown", "unit": "month", "needs": "a study"}},
        {"time_to_effect": {"value": 3, "unit": "campaign", "assumption": "so"}},
        {"time_to_effect": {"value": 0, "unit": "month", "assumption": "at once"}},
        {"period.observed_months": "unknown"},
    ],
)
def test_what_is_not_known_is_said_to_be_unknown(changes: dict[str, Any]) -> None:
    maturity = maturity_with(changes)
    assert (maturity.state, maturity.share) == ("unknown", None)


def test_a_range_of_time_to_effect_counts_at_its_likely_value() -> None:
    stated = {"low": 6, "likely": 24, "high": 36, "unit": "month", "assumption": "as usual"}
    assert maturity_with({"time_to_effect": stated}).share == 0.5


def test_data_decay_against_the_day_of_the_check() -> None:
    # Observed for a year from 2022-01-01: until 2022-12-31.
    assert maturity_with().last_data == PartialDate(2022, 12, 31)
    assert maturity_with({"checked": "2027-12-31"}).state == "mature"
    assert maturity_with({"checked": "2028-01-05"}).state == "decayed"


@pytest.mark.parametrize(
    ("start", "months", "last"),
    [
        ("2020", 12, PartialDate(2020)),
        ("2020", 2, PartialDate(2020)),
        ("2020", 36, PartialDate(2022)),
        ("2020-05", 12, PartialDate(2021, 4)),
        ("2020-05", 0.5, PartialDate(2020, 5)),
        ("2020-02-10", 1, PartialDate(2020, 3, 9)),
    ],
)
def test_last_data_are_as_precise_as_the_start(
    start: str, months: float, last: PartialDate
) -> None:
    maturity = maturity_with({"period.start": start, "period.observed_months": months})
    assert (maturity.last_data, maturity.is_at_latest) == (last, False)


def test_data_are_of_no_later_than_the_document_that_holds_them() -> None:
    maturity = maturity_with({"period.observed_months": 40})
    assert (maturity.last_data, maturity.is_at_latest) == (PartialDate(2023), True)


def test_what_was_too_early_stays_so_however_old() -> None:
    maturity = maturity_with({"checked": "2040-01-01", "period.observed_months": 1})
    assert (maturity.state, maturity.is_decayed) == ("too_early", True)
    assert maturity.suppresses_headline


def test_a_document_holds_no_data_newer_than_itself() -> None:
    maturity = maturity_with({"period.observed_months": "unknown", "checked": "2030-01-01"})
    assert maturity.last_data == PartialDate(2023)  # the accounts of 2023
    assert (maturity.state, maturity.is_at_latest) == ("decayed", True)


def test_an_undated_document_limits_nothing() -> None:
    undated = {"sources.ledger.date": "unknown", "period.observed_months": "unknown"}
    maturity = maturity_with({**undated, "checked": "2040-01-01"})
    assert (maturity.state, maturity.last_data, maturity.is_at_latest) == ("unknown", None, False)


def test_a_case_without_numbers_is_as_old_as_its_claims() -> None:
    changes = {
        "costs": {},
        "benefits": {},
        "period.observed_months": "unknown",
        "claims": {"claim": CLAIM},
        "checked": "2040-01-01",
    }
    assert maturity_with(changes).last_data == PartialDate(2023, 3)
    assert maturity_with({**changes, "claims": {}}).last_data is None


def test_months_beyond_the_calendar_are_no_date() -> None:
    assert maturity_with({"period.observed_months": 1e20}).last_data == PartialDate(2023)


def test_the_real_cases_are_old() -> None:
    # All are of 2006 to 2012, and were checked in 2026. Only iHobo says how long it was observed;
    # of the others, no number can be newer than the newest document that gives one.
    ihobo = real_evidence("depaul-ihobo").maturity
    assert (ihobo.state, ihobo.share, ihobo.is_at_latest) == ("decayed", 12, False)
    for slug, latest in (
        ("ibm-enterprise-tagging", PartialDate(2008, 8, 20)),
        ("ibm-internal-blogs", PartialDate(2006, 11, 14)),
        ("need-a-cake", PartialDate(2011, 11, 22)),
    ):
        maturity = real_evidence(slug).maturity
        assert (maturity.state, maturity.share) == ("decayed", None)
        assert (maturity.last_data, maturity.is_at_latest) == (latest, True)


def test_what_was_never_measured_has_no_old_data() -> None:
    """Foiled Cupcakes is one sentence of an article of 2012, without a number of the case's own."""
    maturity = real_evidence("foiled-cupcakes").maturity
    assert (maturity.state, maturity.is_decayed) == ("unknown", False)
    assert (maturity.last_data, maturity.is_at_latest) == (PartialDate(2012, 8, 10), True)
