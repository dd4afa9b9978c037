"""What may stand in a case, beside the mistakes of `invalid_cases`: dates, shares, margins, hours."""

from typing import Any

import pytest

from roi_casebook.yaml_places.document import Finding
from tests.reading.sound_cases import told, wrong


def case(line: dict[str, Any] | None = None, **parts: Any) -> dict[str, Any]:  # noqa: ANN401 -- parts of a case
    benefit = {
        "label": "Sales",
        "measure": "revenue",
        "amount": "gained",
        "when": 1,
        "status": "observed",
        "margin": {"value": "40%", "assumption": "as last year"},
    }
    return {
        "checked": "2020-06-30",
        "period": {"start": "2018-07", "years": 2, "observed_months": 23},
        "money": {"currency": "EUR", "prices": "nominal", "price_year": 2019},
        "inputs": {
            "gained": {"value": 100, "unit": "EUR", "assumption": "a test"},
            "hours": {"value": 10, "unit": "hour", "assumption": "a test"},
            "wage": {"value": 30, "unit": "EUR/hour", "assumption": "a test"},
            "nothing": {"value": "0%", "assumption": "a test"},
            "perhaps": {"low": 0, "high": 0.5, "assumption": "a test"},
        },
        "benefits": {"sales": benefit | (line or {})},
        **parts,
    }


def codes(findings: list[Finding]) -> list[str]:
    return [each.code for each in findings]


# Time -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ({"start": "2018-07", "years": 2, "observed_months": 23}, []),
        ({"start": "2018-07", "years": 2, "observed_months": 26}, ["in_future"]),
        ({"start": "2018", "years": 2, "observed_months": 29}, []),  # from January on, it may be
        ({"start": "2018", "years": 2, "observed_months": "unknown"}, []),
        ({"start": "2018", "years": 2, "observed_months": 1e9}, ["in_future"]),
    ],
)
def test_results_are_observed_until_the_check(period: dict[str, Any], expected: list[str]) -> None:
    assert codes(told(case(period=period), "in_future")) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ({"when": "1-2"}, []),  # the second year has begun
        ({"when": 4}, ["observed_in_future"]),
        ({"when": 4, "status": "modelled"}, ["forecast_by_another_name"]),
        ({"when": 4, "status": "forecast"}, []),
        ({"when": 4, "amount": "unknown", "looked": "nowhere"}, []),
    ],
)
def test_a_year_that_has_not_begun_is_a_forecast(line: dict[str, Any], expected: list[str]) -> None:
    found = told(case(line), "observed_in_future", "forecast_by_another_name")
    assert codes(found) == expected


@pytest.mark.parametrize(
    ("prices", "year", "expected"),
    [
        ("nominal", 2018, []),
        ("nominal", 2020, []),
        ("nominal", 1995, ["price_year_outside"]),
        ("real", 1995, []),
        ("real", 2021, ["in_future"]),
    ],
)
def test_prices_are_of_their_time(prices: str, year: int, expected: list[str]) -> None:
    money = {"currency": "EUR", "prices": prices, "price_year": year}
    assert codes(told(case(money=money), "in_future", "price_year_outside")) == expected


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("unknown", []),
        ({"value": 2, "unit": "quarter", "assumption": "x"}, []),
        ({"value": 2, "unit": "sprint", "assumption": "x"}, ["no_time"]),
        ({"value": 0, "unit": "month", "assumption": "x"}, ["no_time"]),
        ({"low": 0, "high": 6, "unit": "month", "assumption": "x"}, ["no_time"]),
        ({"value": "unknown", "unit": "month", "looked": "x"}, []),
        ({"value": 3, "unit": "month"}, ["no_basis"]),
    ],
)
def test_a_time_to_effect_is_a_time(stated: object, expected: list[str]) -> None:
    found = [*told(case(time_to_effect=stated), "no_time"), *basis(stated)]
    assert codes(found) == expected


def basis(stated: object) -> list[Finding]:
    """A time to effect is an input: it says what it rests on."""
    return [each for each in wrong(case(time_to_effect=stated)) if each.path[0] == "time_to_effect"]


# Deductions -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        ("0%", []),
        ("nothing", []),
        ({"low": 0, "high": 0, "assumption": "x"}, []),
        ("5%", ["handled_by_design"]),
        ("perhaps", ["handled_by_design"]),
        ("unknown", ["handled_by_design"]),
        ({"low": 0, "likely": 0, "high": 0.5, "assumption": "x"}, ["handled_by_design"]),
    ],
)
def test_an_isolating_design_leaves_nothing_to_take_off(share: object, expected: list[str]) -> None:
    line = {"without_it": {"design": "randomised", "deadweight": share}}
    assert codes(told(case(line), "handled_by_design")) == expected
    line = {"without_it": {"design": "before-after", "deadweight": share}}
    assert codes(told(case(line), "handled_by_design")) == []


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("contribution-margin", ["margin_twice"]),
        ("cost-saved", ["margin_twice"]),
        ("revenue", []),
        ("donations", []),
    ],
)
def test_a_margin_is_taken_once(measure: str, expected: list[str]) -> None:
    assert codes(told(case({"measure": measure}), "margin_twice")) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ({"risk": "10%"}, ["no_basis_for_share"]),
        ({"risk": "10%", "note": "as it went before"}, []),
        ({"risk": {"value": "10%", "assumption": "x"}}, []),
        ({"risk": "nothing"}, []),
    ],
)
def test_a_risk_has_its_reason(line: dict[str, Any], expected: list[str]) -> None:
    assert codes(told(case(line), "no_basis_for_share")) == expected


@pytest.mark.parametrize("risk", ["perhaps", {"low": 0, "high": 0.5, "assumption": "x"}])
def test_a_ranged_risk_is_named_as_such(risk: object) -> None:
    (finding,) = told(case({"risk": risk}), "two_haircuts")
    assert "itself a range" in finding.message


def test_a_ranged_share_beside_a_risk_is_named() -> None:
    share = {"low": 0, "high": 0.5, "assumption": "x"}
    line = {"risk": "10%", "without_it": {"design": "none", "displacement": share}}
    (finding,) = told(case(line), "two_haircuts")
    assert "'displacement'" in finding.message


# Hours ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ({}, ["time_priced"]),
        ({"without_it": {"design": "none"}}, ["time_priced"]),
        ({"without_it": {"design": "before-after"}}, []),
        ({"measure": "users-time-saved"}, []),
        ({"amount": "gained"}, []),
    ],
)
def test_time_is_money_where_something_changed(line: dict[str, Any], expected: list[str]) -> None:
    own = {"measure": "staff-cost-released", "amount": "hours * wage", **line}
    assert codes(told(case(own), "time_priced")) == expected


# Negative effects -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("other", "negative", "expected"),
    [
        ("hours", "not-looked", []),
        ("unknown", "not-looked", ["hint"]),
        ("unknown", "looked-none-found", ["hint", "hint"]),
    ],
)
def test_what_is_unknown_answers_for_nothing(
    other: str, negative: str, expected: list[str]
) -> None:
    soft = {
        "freed": {"measure": "staff-hours-freed", "result": "hours", "negative": "harm"},
        "harm": {"measure": "staff-stress", "result": other, "negative": negative, "looked": "x"},
    }
    soft = {name: {"stage": "outcome", **each} for name, each in soft.items()}
    assert [each.severity for each in told(case(soft=soft), "negative_unknown")] == expected
