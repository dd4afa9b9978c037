"""What one result cost where in some draws none came: without end there, by hand."""

from collections.abc import Sequence

import numpy as np
import pytest

from roi_casebook.roi.algebra.arrays import exact
from roi_casebook.roi.appraising import appraised_count
from roi_casebook.roi.figures import Figure
from roi_casebook.roi.flows import Drawn, Flows, Line
from roi_casebook.roi.simulation import drawn_figure, drawn_figures


def cost_of_one(costs: Sequence[float], counts: Sequence[float]) -> Figure:
    """Draw what one result cost. The base case has ten for ten."""
    flows = Flows(0, (Line("spent", (10.0,)),), (Line("came", (10.0,)),))
    drawn: Drawn = {("spent", 0): np.array(costs), ("came", 0): np.array(counts)}
    base = appraised_count(flows, ["cost_per_result"])
    return drawn_figures(base, drawn)["cost_per_result"]


NONE_CAME = [
    pytest.param([-20.0, 0.0], id="fewer than without it, and none"),
    pytest.param([-0.5, 0.0], id="a little fewer"),
    pytest.param([0.0, 0.0], id="none"),
]


@pytest.mark.parametrize("none", NONE_CAME)
def test_where_none_came_the_cost_of_one_is_without_end(none: list[float]) -> None:
    """Of 21 draws two bring none: the others stand by rank, 10/19, 10/18 ... 10/1."""
    counts = [*none, *(float(count) for count in range(1, 20))]
    found = cost_of_one([10.0] * 21, counts)
    assert (found.p10, found.p50, found.p90) == pytest.approx((10 / 17, 10 / 9, 10 / 1), rel=1e-5)
    assert found.no_range is None


def test_where_none_came_in_too_many_draws_there_is_no_range() -> None:
    found = cost_of_one([10.0] * 21, [0.0] * 3 + [float(count) for count in range(1, 19)])
    assert (found.p10, found.p90, found.no_range) == (None, None, "no_result")


@pytest.mark.parametrize("cost", [0.0, -5.0])
def test_where_what_is_divided_is_no_cost_nothing_is_known(cost: float) -> None:
    counts = [-0.5, 0.0, *(float(count) for count in range(1, 20))]
    found = cost_of_one([*[10.0] * 20, cost], counts)
    assert (found.p10, found.p90, found.no_range) == (None, None, "no_result")


@pytest.mark.parametrize("least", [-0.5, -2.0])
def test_a_share_below_nothing_in_some_draws_has_no_range(least: float) -> None:
    share = Figure("break_even_attribution", "ratio", 0.5)
    draws = np.linspace(least, 1.0, 21)[None, None, :]
    values = {"break_even_attribution": exact(draws), "npv": exact(np.zeros((1, 1, 21)))}
    assert drawn_figure(share, values).p10 is None
