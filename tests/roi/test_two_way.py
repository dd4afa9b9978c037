"""Two inputs at once, by hand: 100 is spent, so many come back at so much each, undiscounted."""

from collections.abc import Mapping

import numpy as np

from roi_casebook.roi.beside_base.two_way import BetweenEnds, TwoWay, two_way
from roi_casebook.roi.finding import Array
from roi_casebook.roi.flows import Drawn, Flows, Line

FLOWS = Flows(1, (Line("cost", (100.0, 0.0)),), (Line("sales", (0.0, 100.0)),), (), 0.0)


def placed(inputs: Mapping[str, Array]) -> Drawn:
    return {("sales", 1): inputs["number"] * inputs["worth"]}


def found(*, most: float = 100.0) -> TwoWay:
    return two_way(
        FLOWS, placed, BetweenEnds("number", 10, 50), BetweenEnds("worth", 1, 5), sought=(0.0, most)
    )


def test_each_pair_of_values_has_its_net_present_value() -> None:
    grid = found()
    assert list(grid.down_values) == [10, 20, 30, 40, 50]
    assert list(grid.across_values) == [1, 2, 3, 4, 5]
    assert grid.npv == tuple(
        tuple(number * worth - 100 for worth in grid.across_values) for number in grid.down_values
    )
    assert grid.decides


def test_the_line_along_which_it_breaks_even() -> None:
    """100 at 1 each, 50 at 2, 33 1/3 at 3, 25 at 4, 20 at 5."""
    line = [values[0] for values in found().breaks_even]
    np.testing.assert_allclose(line, [100, 50, 100 / 3, 25, 20], rtol=1e-5)
    assert found(most=60).breaks_even[0] == ()  # 100 lies beyond what is sought


def test_where_no_pair_loses_they_do_not_decide() -> None:
    rich = two_way(
        FLOWS,
        placed,
        BetweenEnds("number", 200, 300),
        BetweenEnds("worth", 1, 5),
        sought=(0.0, 1000.0),
    )
    assert not rich.decides
