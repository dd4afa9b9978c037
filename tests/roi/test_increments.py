"""What one reading adds to another: by hand, by a published table, and as the difference of both."""

from dataclasses import replace
from typing import Literal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_casebook.roi.appraising import appraised
from roi_casebook.roi.beside_base.increments import ReadingDrawn, increments
from roi_casebook.roi.figures import Figure
from roi_casebook.roi.flows import Drawn, Flows, Line
from roi_casebook.roi.openings import StatedInput

amount = st.floats(0, 1e6, allow_nan=False).map(lambda value: round(value, 2))


def machine(cost: float | None, *gains: float | None, rate: float = 0.0) -> Flows:
    later = [0.0] * len(gains)
    costs = (Line("machine", (cost, *later)),)
    return Flows(len(gains), costs, (Line("inflows", (0.0, *gains)),), (), rate)


def counted(flows: Flows, drawn: Drawn | None = None, *stated: StatedInput) -> ReadingDrawn:
    return ReadingDrawn(appraised(flows, stated=stated), drawn or {}, stated)


def added(one: ReadingDrawn, other: ReadingDrawn) -> dict[str, Figure]:
    return {name: figure for name, (figure, _) in increments(one, other).items()}


def of(one: Flows, other: Flows) -> dict[str, Figure]:
    return added(counted(one), counted(other))


def with_cost(flows: Flows, name: str, at_start: float | None) -> Flows:
    extra = Line(name, (at_start, *[0.0] * flows.years))
    return replace(flows, costs=(*flows.costs, extra))


CHEAP = machine(100, 150)
DEAR = machine(140, 200)


def test_the_dearer_machine_adds_what_the_published_table_says() -> None:
    """OpenStax, Principles of Finance: 3,970.67 for 25,000 and 2,835.62 for 16,000, at 9 %."""
    heavy = machine(25000, 2000, 4000, 8000, 9000, 9000, 9000, rate=0.09)
    regular = machine(16000, 2000, 4000, 5000, 5000, 5000, 5000, rate=0.09)
    found = of(heavy, regular)
    assert found["incremental_npv"].value == pytest.approx(1135.05, abs=0.01)
    assert found["incremental_roi"].value == pytest.approx(0.12612, abs=1e-5)  # of 9,000 more


def test_a_marginal_return_is_of_what_is_spent_more() -> None:
    found = of(DEAR, CHEAP)
    assert found["incremental_npv"].value == 10  # 60 less 50
    assert found["incremental_roi"].value == 0.25  # of 40 more


def test_where_no_more_is_spent_there_is_no_marginal_return() -> None:
    assert of(CHEAP, DEAR)["incremental_npv"].value == -10
    assert of(CHEAP, DEAR)["incremental_roi"].reason == "cost_is_saving"
    assert of(CHEAP, CHEAP)["incremental_roi"].reason == "cost_is_saving"
    assert of(machine(100.01, 150), CHEAP)["incremental_roi"].value == pytest.approx(-1)


@given(
    st.lists(amount, min_size=1, max_size=6),
    amount,
    st.lists(amount, min_size=1, max_size=6),
    amount,
)
def test_it_is_the_difference_of_both(
    gains: list[float], cost: float, others: list[float], other_cost: float
) -> None:
    one, other = counted(machine(cost, *gains, rate=0.07)), counted(machine(other_cost, *others))
    found = added(one, other)["incremental_npv"].value
    both = [reading.base.figures["npv"].value or 0.0 for reading in (one, other)]
    assert found == pytest.approx(both[0] - both[1], rel=1e-10, abs=1e-5)


# What is not known -------------------------------------------------------------------------------


def sides(found: dict[str, Figure]) -> tuple[str | None, str | None]:
    return found["incremental_npv"].side, found["incremental_roi"].side


def test_what_is_unknown_in_one_of_both_pushes_it() -> None:
    assert sides(of(with_cost(DEAR, "time", None), CHEAP)) == ("or_lower", "or_lower")
    assert sides(of(DEAR, with_cost(CHEAP, "time", None))) == ("or_higher", "or_higher")


def test_what_is_unknown_in_both_alike_pushes_nothing() -> None:
    found = of(with_cost(DEAR, "time", None), with_cost(CHEAP, "time", None))
    assert sides(found) == (None, None)
    assert found["incremental_npv"].value == 10


def test_but_where_both_count_at_another_rate_it_may_push_both_ways() -> None:
    later = Line("more", (0.0, None))
    dear = replace(DEAR, benefits=(*DEAR.benefits, later), discount_rate=0.1)
    cheap = replace(CHEAP, benefits=(*CHEAP.benefits, later))
    assert of(dear, cheap)["incremental_npv"].side == "either"


def test_a_cost_pushes_a_marginal_return_by_what_is_gained() -> None:
    """Where less came back than of the other, more costs make the loss a smaller share of them."""
    worse = with_cost(machine(140, 100), "time", None)
    assert sides(of(worse, CHEAP)) == ("or_lower", "or_higher")


def test_a_cost_that_is_not_known_may_be_what_is_spent_more() -> None:
    found = of(with_cost(machine(90, 150), "time", None), CHEAP)
    assert found["incremental_roi"].reason == "cost_unknown"
    assert of(machine(90, 150), CHEAP)["incremental_roi"].reason == "cost_is_saving"


def test_without_both_net_present_values_there_is_none() -> None:
    found = of(DEAR, machine(None, 150))
    assert {figure.reason for figure in found.values()} == {"cost_unknown"}


def test_a_balance_tells_no_cost() -> None:
    balance = replace(DEAR, balances=(Line("rest", (0.0, 5.0)),))
    found = of(balance, CHEAP)
    assert found["incremental_npv"].value == 15
    assert found["incremental_roi"].reason == "only_net_known"


def bound(flows: Flows, hedge: Literal["about", "up-to", "over"], *values: float) -> ReadingDrawn:
    stated = StatedInput("worth", hedge, {("inflows", 1): np.array(values)})
    return counted(flows, None, stated)


def test_an_input_that_is_a_bound_pushes_by_where_it_stands() -> None:
    one = added(bound(DEAR, "up-to", 190, 150), counted(CHEAP))
    assert sides(one) == ("or_lower", "or_lower")
    assert one["incremental_npv"].because[0].name == "worth"
    assert sides(added(counted(DEAR), bound(CHEAP, "up-to", 140, 90))) == ("or_higher", "or_higher")


def test_an_input_that_is_the_same_bound_in_both_pushes_nothing() -> None:
    one, other = bound(machine(140, 150), "up-to", 140), bound(CHEAP, "up-to", 140)
    assert added(one, other)["incremental_npv"].side is None


def test_about_gives_no_side() -> None:
    found = added(bound(DEAR, "about", 198, 202), counted(CHEAP))["incremental_npv"]
    assert (found.side, found.is_about) == (None, True)


# Draw by draw ------------------------------------------------------------------------------------


def percentiles(figure: Figure) -> tuple[float | None, ...]:
    return figure.p10, figure.p50, figure.p90


def test_what_moves_both_alike_moves_nothing_between_them() -> None:
    drawn: Drawn = {("inflows", 1): np.array([100.0, 200.0])}
    one, other = counted(machine(140, 150), drawn), counted(CHEAP, drawn)
    assert percentiles(added(one, other)["incremental_npv"]) == (None, None, None)


def test_it_is_drawn_where_one_moves() -> None:
    one = counted(DEAR, {("inflows", 1): np.array([180.0, 220.0])})
    found = added(one, counted(CHEAP))
    assert percentiles(found["incremental_npv"]) == (-6, 10, 26)  # of -10 and 30
    assert percentiles(found["incremental_roi"]) == (-0.15, 0.25, 0.65)


def test_where_some_draws_spend_no_more_there_are_no_percentiles() -> None:
    found = added(counted(DEAR, {("machine", 0): np.array([90.0, 140.0])}), counted(CHEAP))
    assert found["incremental_roi"].no_range == "cost_is_saving"
    assert found["incremental_npv"].p10 is not None
