"""Amounts reconcile as they are printed, and nothing is said twice of a range."""

import pytest

from roi_casebook.roi.figures import Cause, Figure, Side
from roi_casebook.roi.flows import Flows
from roi_casebook.wording.reconciling import digits_beside, is_part
from tests.wording.voices import EN, FR, appraisal_of, benefit, cost, plain


def beside(gained: float, spent: float, npv: float) -> int:
    values = {"pv_benefits": gained, "pv_costs": spent, "npv": npv}
    return digits_beside({name: Figure(name, "money", value) for name, value in values.items()})


@pytest.mark.parametrize(
    ("gained", "spent", "npv", "digits"),
    [
        (330, 300, 30, 3),
        (12_600, 12_500, 100, 3),  # exact already
        (12_564, 12_501, 63, 4),  # by three digits the difference reads 100, by four 60
        (100.00, 100.05, -0.05, 5),  # by three both read 100, by four they are 0.1 apart
        (1_000_000_000.05, 1_000_000_000, 0.05, 12),
        (99.96, 99.91, 0.05, 3),  # cents are printed below a hundred anyway
        (100, 100, 0, 3),  # nothing between them
        (100, 90, 50, 3),  # 40 of a balance are in it
    ],
)
def test_parts_are_printed_so_that_they_give_the_whole(
    gained: float, spent: float, npv: float, digits: int
) -> None:
    assert beside(gained, spent, npv) == digits


def test_only_the_amounts_of_a_side_are_parts() -> None:
    parts = ("pv_costs", "pv_benefits", "break_even_cost")
    assert all(is_part(Figure(name, "money", 1.0)) for name in parts)
    assert not is_part(Figure("npv", "money", 1.0))
    assert not is_part(Figure("roi", "ratio", 1.0))


def test_the_finding_tells_a_cost_from_what_came_back() -> None:
    found = appraisal_of(Flows(0, (cost(100.05),), (benefit(100.0),)))
    assert "£100.05" in plain(EN.say.finding(found))
    assert "100,05 £" in plain(FR.say.finding(found))


def test_a_working_keeps_cents_where_these_are_what_is_left() -> None:
    assert EN.formulas.in_working("pv_costs", 12_564.25, "EUR") == "€12,564"
    assert EN.formulas.in_working("pv_costs", 12_564.25, "EUR", to_cents=True) == "€12,564.25"


@pytest.mark.parametrize(
    ("p10", "p50", "p90", "said"),
    [
        (4.0, 9.0, 20.0, "within year 1 (yearly data) to 20 months in 8 of 10 outcomes"),
        (4.0, 15.0, 20.0, "within year 1 (yearly data) to 20 months in 8 of 10 outcomes, half of them below 15 months"),
        (4.0, 6.0, 9.0, ""),
    ],
)  # fmt: skip
def test_a_range_says_no_end_of_it_twice(p10: float, p50: float, p90: float, said: str) -> None:
    figure = Figure("payback_months", "month", 9.0, p10=p10, p50=p50, p90=p90)
    assert plain(EN.figures.figure(figure, "EUR").range) == said


@pytest.mark.parametrize("side", [None, "or_lower", "or_higher"])
def test_a_chance_never_stands_without_what_it_is_given(side: Side | None) -> None:
    because = (Cause("amount", "spent", "", side),) if side else ()
    figure = Figure("chance_positive", "ratio", 0.37, side, because=because)
    assert EN.figures.figure(figure, "EUR").range == "given the listed ranges"
    assert FR.figures.figure(figure, "EUR").range == "dans les fourchettes indiquées"
    for key in ("sentence", "at_most", "at_least"):
        assert "given the listed ranges" in EN.t(f"chance.{key}", n=1, of=50, chance="2%")
