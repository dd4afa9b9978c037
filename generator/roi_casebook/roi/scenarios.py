"""Scenarios side by side on the draw axis: the bridge, the tornado, switching values.

Each column of the arrays is one scenario, so that all are computed at once by the same quantities.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from roi_casebook.roi.algebra.arrays import Exact, exact
from roi_casebook.roi.algebra.tracing import computed, leading_to
from roi_casebook.roi.discounting.bands import rates_of
from roi_casebook.roi.figure_table import COST, NPV, ROI
from roi_casebook.roi.figures import leaving
from roi_casebook.roi.flows import Drawn, Flows
from roi_casebook.roi.quantities import NEUTRAL

Array = NDArray[np.float64]

BRIDGE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("gross", ()),
    ("margin", ("margin",)),
    ("deadweight", ("deadweight",)),
    ("displacement", ("displacement",)),
    ("attribution_to_others", ("attribution_to_others",)),
    ("drop_off", ("drop_off",)),
    ("discounting", ("discount_rate", "earlier_factor")),
    ("risk", ("cost_risk", "benefit_risk")),
)
"""The steps from the gross figure to the base case, and what each brings in."""
UNDISCOUNTED = {"discount_rate": 0.0, "earlier_factor": 1.0}


@dataclass(frozen=True)
class BridgeStep:
    """The figures once this step's deductions are in force, and all before it."""

    name: str
    npv: float
    roi: float | None
    costs: float


def stated_steps(flows: Flows) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give the steps of the bridge that some flows state, and the first."""
    discounts = any(rates_of(flows.discount_rate)) and flows.years and not flows.is_present
    stated = flows.stated() | ({"discount_rate"} if discounts else frozenset())
    return tuple(step for step in BRIDGE if not step[1] or stated & set(step[1]))


@np.errstate(all="ignore")  # a ratio to nothing is not shown
def bridge(flows: Flows) -> tuple[BridgeStep, ...]:
    """Give the steps that this case states, the gross figure first; the last is the base case."""
    neutral = NEUTRAL | UNDISCOUNTED
    steps = stated_steps(flows)
    base = flows.arrays()
    in_force: set[str] = set()
    columns = []
    for _, shares in steps:
        in_force |= set(shares)
        columns.append(
            {name: np.full_like(base[name], neutral[name]) for name in neutral.keys() - in_force}
        )
    arrays = {
        name: _side_by_side([column.get(name, values) for column in columns])
        for name, values in base.items()
    }
    values = computed(arrays)
    npv, costs, roi = (
        np.broadcast_to(values[name], (1, 1, len(steps)))[0, 0] for name in (NPV, COST, ROI)
    )
    return tuple(
        BridgeStep(
            name,
            leaving(float(npv[k])),
            leaving(float(roi[k])) if costs[k] > 0 else None,
            leaving(float(costs[k])),
        )
        for k, (name, _) in enumerate(steps)
    )


def _side_by_side(columns: list[Exact]) -> Exact:
    return exact(np.concatenate(columns, axis=2))


Placed = Callable[[Mapping[str, Array]], Drawn]
"""From values of inputs, each shaped (scenario,), to numbers by place in the flows."""


@np.errstate(all="ignore")  # other quantities than this one may have no value
def npv_of_scenarios(flows: Flows, placed: Placed, inputs: Mapping[str, Array]) -> Array:
    """Give the net present value of scenarios, shaped (scenario,)."""
    count = len(next(iter(inputs.values())))
    values = computed(flows.arrays(placed(inputs)), leading_to(NPV))
    return np.asarray(np.broadcast_to(values[NPV], (1, 1, count))[0, 0], dtype=np.float64)


@dataclass(frozen=True)
class Swing:
    """Net present value with one input at its 10th and at its 90th percentile, others at base."""

    name: str
    at_p10: float
    at_p90: float

    @property
    def width(self) -> float:
        """How far the input alone moves the figure."""
        return abs(self.at_p90 - self.at_p10)

    @property
    def changes_sign(self) -> bool:
        """Tell whether the input alone decides between gain and loss."""
        return (self.at_p10 < 0) != (self.at_p90 < 0)


def tornado(
    flows: Flows, placed: Placed, ends: Mapping[str, tuple[float, float]], base: Mapping[str, float]
) -> tuple[Swing, ...]:
    """Move one input at a time between its 10th and 90th percentile; the widest swing first."""
    if not ends:
        return ()
    rows = [(name, end) for name, pair in ends.items() for end in pair]
    inputs = {
        name: np.array([end if moved == name else base[name] for moved, end in rows])
        for name in ends
    }
    npv = npv_of_scenarios(flows, placed, inputs)
    swings = (
        Swing(name, leaving(float(npv[2 * k])), leaving(float(npv[2 * k + 1])))
        for k, name in enumerate(ends)
    )
    return tuple(sorted(swings, key=lambda swing: -swing.width))


GRID = 65
REFINEMENTS = 6


def switching_values(
    flows: Flows, placed: Placed, name: str, low: float, high: float
) -> tuple[float, ...]:
    """Find the values of one input, others at base, at which the net present value is zero.

    All crossings that a grid from `low` to `high` can tell apart, rising; empty where there is none.
    """
    sought = partial(_crossings, lambda grid: npv_of_scenarios(flows, placed, {name: grid}))
    spans = sought(low, high)
    for _ in range(REFINEMENTS - 1):
        spans = [finer for span in spans for finer in sought(*span)[:1]]
    return tuple(dict.fromkeys(leaving((low + high) / 2, 6) for low, high in spans))


def _crossings(npv: Callable[[Array], Array], low: float, high: float) -> list[tuple[float, float]]:
    """Give where a figure changes its sign on a grid, or is zero; a run of zeros is told once."""
    grid = np.linspace(low, high, GRID)
    sign = np.sign(npv(grid))
    zeros = np.flatnonzero((sign == 0) & (np.append(np.nan, sign[:-1]) != 0))
    between = np.flatnonzero(sign[1:] * sign[:-1] < 0)
    points = [(float(grid[k]), float(grid[k])) for k in zeros]
    return sorted([*points, *((float(grid[k]), float(grid[k + 1])) for k in between)])
