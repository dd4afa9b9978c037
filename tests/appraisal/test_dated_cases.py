"""Cases whose money is told by the month or by the day: what it comes to, worked by hand."""

from typing import Any

import pytest

from roi_casebook.appraisal import AppraisedCase, appraise, judge
from roi_casebook.appraisal.cash_flow import cash_rows
from roi_casebook.case import Case
from roi_casebook.case.lines import span_of_key
from roi_casebook.case.timeline import Moment, Timeline, timeline_of
from roi_casebook.roi.moments import Moments
from tests.appraisal.judged_case import GONE, SITE, a_case, real_site

START = "2022-01-01"


def case(spent: int | str, gained: int | str | dict[str, str], **changes: object) -> Case:
    """A case that spends 1,000 and gains 1,100 as often as `gained` says."""
    changed: dict[str, Any] = {
        "inputs.gained": {"value": 1100, "unit": "EUR", "source": "paper", "quote": "1100"},
        "inputs.half": {"value": 550, "unit": "EUR", "source": "paper", "quote": "550"},
        "costs.campaign.when": spent,
        "costs.staff": GONE,
    }
    if isinstance(gained, dict):
        changed |= {"benefits.sales.amount": GONE, "benefits.sales.when": gained}
    else:
        changed |= {"benefits.sales.amount": "gained", "benefits.sales.when": gained}
    return a_case(changed | changes)


def found(one: Case) -> AppraisedCase:
    return appraise("case", one, SITE, real_site().vocabulary)


def npv(one: Case) -> float | None:
    return found(one).leading.figures["npv"].value


@pytest.mark.parametrize(
    ("spent", "gained", "axis"),
    [
        ("2022-01", "2022-07", Moments((0, 6), "month")),
        ("2022-01", "2022-11..2023-01", Moments((0, 10, 11, 12), "month")),
        ("2022-01-01", "2023-01-01", Moments((0, 365), "day")),
        ("month 0", "months 11-12", Moments((0, 11, 12), "month")),
        (
            "2022-01",
            {"2022-07": "half", "2022-09..2022-10": "half"},
            Moments((0, 6, 8, 9), "month"),
        ),
        ("2022-01-01", {"2022-01-01": "half"}, Moments((0,), "day")),
        (0, "1-2", None),
        (0, {"1-2": "half"}, None),
    ],
)
def test_a_case_has_the_moments_of_its_money(
    spent: int | str,
    gained: int | str | dict[str, str],
    axis: Moments | None,
) -> None:
    appraisal = found(case(spent, gained)).leading
    assert appraisal.flows.moments == axis
    assert len(appraisal.moments) == len(appraisal.flows.axis.numbers)


def test_what_is_dated_is_discounted_from_its_own_day() -> None:
    """1,100 a year after 1,000 is worth 1,000 at 10 %, told by the year, the month or the day."""
    assert npv(case(0, 1)) == pytest.approx(0, abs=1e-6)
    assert npv(case("2022-01", "2023-01")) == pytest.approx(0, abs=1e-6)
    assert npv(case("2022-01-01", "2023-01-01")) == pytest.approx(0, abs=1e-6)
    assert npv(case("month 0", "month 12")) == pytest.approx(0, abs=1e-6)


def test_half_a_year_is_the_root_of_a_year() -> None:
    """1,100 over the root of 1.1 is 1,048.8088."""
    assert npv(case("2022-01", "2022-07")) == pytest.approx(48.8088, abs=1e-4)


def test_a_span_has_its_amount_in_each_month() -> None:
    rows = {row.name: row for row in cash_rows(found(case("2022-01", "2022-02..2022-04")).leading)}
    assert rows["sales"].by_moment == (0, 1100, 1100, 1100)


def test_flows_of_one_moment_are_added() -> None:
    rows = {row.name: row for row in cash_rows(found(case("2022-01", "2022-01")).leading)}
    assert rows["net_flow"].by_moment == (100,)


def test_money_by_the_month_is_paid_back_in_a_month() -> None:
    """550 in each month from March on: 1,000 is back within the second of them, month 3 of the case."""
    figure = found(case("2022-01", {"2022-03..2022-06": "half"})).leading.figures["payback_months"]
    assert figure.value == pytest.approx(2 + 450 / 550)
    assert figure.counted_in == "month"


@pytest.mark.parametrize(
    ("value", "unit", "verdict"),
    [
        (3, "month", "reproduced"),
        (8, "month", "not_reproduced"),
        (1, "year", "not_reproduced"),
        (12, "week", "reproduced"),  # 2.8 months
    ],
)
def test_a_claimed_payback_is_held_to_the_month(value: float, unit: str, verdict: str) -> None:
    """Paid back in month 3, as above: yearly money would fit anything within its first year."""
    claim = {
        "says": {"what": "payback", "value": value, "unit": unit},
        "quote": "it paid back soon",
        "source": "paper",
    }
    one = case("2022-01", {"2022-03..2022-06": "half"}, claims={"soon": claim})
    site = real_site()
    verdicts = judge("case", one, SITE, site.vocabulary, site.thresholds).verdicts
    assert verdicts["soon"].state == verdict


def sales(one: Case) -> list[float | None]:
    (row,) = (row for row in cash_rows(found(one).leading) if row.name == "sales")
    return list(row.by_moment)


def test_a_series_has_a_number_for_each_month() -> None:
    values = {"2022-02": 800, "2022-03": 400}
    stated = {"values": values, "unit": "EUR", "source": "paper", "quote": "800, 400"}
    one = case("2022-01", "2022-02..2022-03", **{"inputs.gained": stated})
    assert sales(one) == [0, 800, 400]


def test_what_grows_has_grown_by_a_tenth_in_half_a_year_at_21_per_cent() -> None:
    stated = {"value": 1000, "grows": "21%", "unit": "EUR", "source": "paper", "quote": "1000, 21%"}
    when = {"2022-02": "gained", "2022-08": "gained"}
    one = case("2022-01", when, **{"inputs.gained": stated})
    assert sales(one) == pytest.approx([0, 1000, 1100])


def test_a_dated_case_is_said_to_be_dated() -> None:
    assert found(case("2022-01", "2022-07")).leading.basis.timing == "dated"
    assert found(case(0, 1)).leading.basis.timing == "end-year"


def test_a_reading_of_one_year_leaves_out_later_months() -> None:
    readings = {
        "all": {"label": "All", "lines": ["campaign", "sales"]},
        "short": {
            "label": "Short", "lines": ["campaign", "sales"], "years": {"value": 1, "why": "A test."}
        },
    }  # fmt: skip
    one = case(
        "2022-01",
        "2022-12..2023-03",
        readings=readings,
        headline={"reading": "all", "because": "A test."},
    )
    counted = {name: each.figures["roi_simple"].value for name, each in found(one).readings.items()}
    assert counted == {"all": pytest.approx(3.4), "short": pytest.approx(1.2)}
    assert found(one).readings["short"].moments[-1] == Moment("calendar-month", 2023 * 12)


def test_a_soft_result_of_a_dated_case_comes_at_the_end_of_it() -> None:
    one = case("2022-01", "2022-07")
    assert {each.when for each in one.soft.values()} == {None}
    costs = found(one).per_result[None]
    assert all(each.flows.moments is not None for each in costs.values() if each.flows)


@pytest.mark.parametrize(
    ("first", "years", "last"),
    [
        ("2021-03-15", 1, "2022-03-15"),
        ("2020-02-29", 1, "2021-02-28"),
        ("2021-11", 2, "2023-11"),
        ("month 0", 2, "month 24"),
        ("0", 3, "3"),
    ],
)
def test_a_horizon_ends_on_the_same_day(first: str, years: int, last: str) -> None:
    start, end = (span_of_key(text).first for text in (first, last))
    timeline = Timeline(start)
    assert timeline.of_year(years) == end
    assert timeline.holds(end, years)
    assert not timeline.holds(Moment(end.way, end.number + 1), years)
    assert timeline_of([end, start]).first == start
    assert str(end) == last
