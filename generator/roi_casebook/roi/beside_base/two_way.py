"""Two inputs at once: the net present value over a grid, and the line along which it breaks even."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from roi_casebook.roi.figures import leaving
from roi_casebook.roi.finding import Array
from roi_casebook.roi.flows import Drawn, Flows
from roi_casebook.roi.scenarios import Placed, npv_of_scenarios, switching_values

STEPS = 5
"""How many values of each input the grid has, ends included."""


@dataclass(frozen=True)
class BetweenEnds:
    """An input between two of its values."""

    name: str
    low: float
    high: float

    def steps(self) -> Array:
        """Give evenly spaced values, from the lowest to the highest."""
        return np.linspace(self.low, self.high, STEPS)


@dataclass(frozen=True)
class TwoWay:
    """The net present value at values of two inputs, all others as they are.

    npv: by value of the one, then of the other across; breaks_even: at each value across, the values
    of the one at which the whole breaks even, rising, empty where there is none.
    """

    down: str
    across: str
    down_values: tuple[float, ...]
    across_values: tuple[float, ...]
    npv: tuple[tuple[float, ...], ...]
    breaks_even: tuple[tuple[float, ...], ...]

    @property
    def decides(self) -> bool:
        """Tell whether the two together decide between gain and loss."""
        all_of_it = [value for row in self.npv for value in row]
        return min(all_of_it) < 0 < max(all_of_it)


def two_way(
    flows: Flows,
    placed: Placed,
    down: BetweenEnds,
    across: BetweenEnds,
    sought: tuple[float, float],
) -> TwoWay:
    """Give the grid of two inputs; sought: between which values of the one break-even is looked for."""
    rows, columns = down.steps(), across.steps()
    inputs = {down.name: np.repeat(rows, STEPS), across.name: np.tile(columns, STEPS)}
    npv = npv_of_scenarios(flows, placed, inputs).reshape(STEPS, STEPS)
    return TwoWay(
        down.name,
        across.name,
        tuple(leaving(value) for value in rows.tolist()),
        tuple(leaving(value) for value in columns.tolist()),
        tuple(tuple(leaving(value) for value in row) for row in npv.tolist()),
        tuple(
            switching_values(
                flows, partial(_beside, placed, across.name, value), down.name, *sought
            )
            for value in columns.tolist()
        ),
    )


def _beside(placed: Placed, name: str, value: float, inputs: Mapping[str, Array]) -> Drawn:
    """Put the values of one input beside one value of another."""
    count = len(next(iter(inputs.values())))
    return placed({**inputs, name: np.full(count, value)})
