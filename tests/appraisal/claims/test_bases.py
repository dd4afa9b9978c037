"""On which other bases a claim is looked for, and that none differs in more than two things."""

from itertools import pairwise
from typing import Any

import pytest

from roi_casebook.appraisal.claims.bases import Variant, Wanted, figure_of, variants
from roi_casebook.appraisal.claims.claim_units import factor, unit_named
from tests.appraisal.claims.claimed_case import REFERENCE, judged

MARGIN, DEADWEIGHT, OTHERS, DISCOUNTING = (
    "without_margin", "without_deadweight", "without_attribution_to_others", "without_discounting",
)  # fmt: skip
STEPS = {
    (),
    # one left out
    (MARGIN,),
    (DEADWEIGHT,),
    (OTHERS,),
    (DISCOUNTING,),
    # all from one on
    (OTHERS, DISCOUNTING),
    (DEADWEIGHT, OTHERS, DISCOUNTING),
    (MARGIN, DEADWEIGHT, OTHERS, DISCOUNTING),
}
OF_ONE_YEAR = {"period.years": 1, "benefits.sales.when": {1: "first"}, "costs.years.when": 1}
AT_ONCE = {"period.years": 0, "benefits.sales.when": {0: "first"}, "costs.years.when": 0}
OF_TWO_YEARS = {
    "period.years": 2,
    "benefits.sales.when": {1: "first", 2: "second"},
    "costs.years.when": "1-2",
}
SALES = REFERENCE["benefits"]["sales"]


def bases(wanted: Wanted, changes: dict[str, Any] | None = None) -> list[tuple[str, ...]]:
    return [tuple(found.basis) for found in variants(judged({}, changes), None, wanted)]


def test_a_return_is_looked_for_on_the_bases_of_the_bridge_and_as_the_other_ratio() -> None:
    found = bases(Wanted("roi"))
    other_returns = {("as_irr",), ("as_mirr",), ("annualised",)}
    assert set(found) == STEPS | {(*steps, "gross_ratio") for steps in STEPS} | other_returns
    assert found[0] == ()
    assert all(len(before) <= len(after) for before, after in pairwise(found))


def test_what_is_said_of_a_year_is_not_discounted() -> None:
    found = set(bases(Wanted("pv_benefits", by_year=True)))
    of_a_year = {tuple(step for step in steps if step != DISCOUNTING) for steps in STEPS}
    assert found == of_a_year | {(*steps, "whole_period") for steps in of_a_year}


@pytest.mark.parametrize(
    ("changes", "is_divided"), [({}, True), (OF_TWO_YEARS, True), (OF_ONE_YEAR, False), (AT_ONCE, False)]
)  # fmt: skip
def test_a_sum_is_looked_for_by_the_year_where_there_are_several(
    changes: dict[str, Any], *, is_divided: bool
) -> None:
    assert (("per_year",) in bases(Wanted("pv_benefits"), changes)) == is_divided


def test_one_line_is_looked_for_alone_where_there_are_several() -> None:
    assert not any("one_line" in basis for basis in bases(Wanted("pv_benefits")))
    found = set(bases(Wanted("pv_benefits"), {"benefits.more": SALES}))
    alone = {basis for basis in found if "one_line" in basis}
    assert {("one_line",), ("one_line", MARGIN), ("one_line", "per_year")} <= alone
    assert max(map(len, alone)) == 2


def test_another_reading_and_one_thing_more_are_two_differences() -> None:
    changes = {
        "benefits.more": SALES,
        "readings": {
            "one": {"label": "One", "lines": ["start", "years", "sales"]},
            "two": {"label": "Two", "lines": ["start", "years", "sales", "more"]},
        },
        "headline": {"reading": "one", "because": "a test"},
    }
    case = judged({}, changes)
    found = {tuple(each.basis) for each in variants(case, "two", Wanted("pv_benefits"))}
    elsewhere = {basis for basis in found if "another_reading" in basis}
    assert {("another_reading",), ("another_reading", MARGIN)} <= elsewhere
    assert max(map(len, elsewhere)) == 2


def test_a_variant_is_named_for_the_quantity_that_it_is() -> None:
    undiscounted = frozenset({"discounting"})
    assert Variant("pv_costs", None).name == "pv_costs"
    assert Variant("pv_costs", None, by_year=True).name == "costs"
    assert Variant("pv_costs", None, left_out=undiscounted).name == "total_costs"
    assert Variant("break_even_cost", None, left_out=undiscounted).name == "break_even_cost"


@pytest.mark.parametrize("changes", [OF_ONE_YEAR, AT_ONCE])
def test_a_year_of_no_more_than_one_is_the_whole(changes: dict[str, Any]) -> None:
    variant = Variant("pv_costs", None, left_out=frozenset({"discounting"}), by_year=True)
    assert figure_of(judged({}, changes), variant).value == 70_000


def test_a_line_alone_is_on_its_own_side() -> None:
    """270,000 at 60 %, less a quarter, less 30 %."""
    variant = Variant("pv_benefits", None, "sales", frozenset({"discounting"}))
    assert figure_of(judged({}), variant).value == 85_050


def test_units_of_two_currencies_do_not_compare() -> None:
    euros, dollars = unit_named("EUR/year"), unit_named("USD/month")
    assert factor(euros, dollars) is None
    assert factor(dollars, euros) is None
    assert factor(unit_named("USD/month"), unit_named("USD/year")) == 12
