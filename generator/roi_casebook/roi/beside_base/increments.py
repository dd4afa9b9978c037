"""What one reading adds to another in whose place it would be chosen: at the centre, and draw by draw.

A thing that pushes both alike leaves what lies between them as it is; what pushes the other one
pushes this the opposite way.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from math import isfinite

import numpy as np

from roi_casebook.roi.algebra.arrays import Exact
from roi_casebook.roi.algebra.tracing import computed
from roi_casebook.roi.appraising import Appraised
from roi_casebook.roi.centre import holds, no_figure
from roi_casebook.roi.figure_table import COST, FIGURES, NPV, OF_TWO_READINGS, FigureEntry
from roi_casebook.roi.figures import Cause, Figure, Reason, leaving
from roi_casebook.roi.finding import NOISE, Array, Solver, Values
from roi_casebook.roi.flows import Drawn, Flows, Line
from roi_casebook.roi.openings import BOTH, WAYS, StatedInput, Ways
from roi_casebook.roi.sides import SIDES
from roi_casebook.roi.simulation import with_percentiles

Key = tuple[str, str, str]
OF_LINES = frozenset({"amount", "share", "line_leaves_out"})
GAPS = frozenset({"amount", "share"})
NONE: Ways = frozenset()
INSTEAD = {NPV: "npv_instead", COST: "pv_costs_instead"}
"""What goes into an increment of each reading, and how it is called of the other one."""


@dataclass(frozen=True)
class ReadingDrawn:
    """A reading as it was appraised: its figures and flows, its draws, its inputs that are bounds."""

    base: Appraised
    drawn: Drawn
    stated: tuple[StatedInput, ...] = ()

    @property
    def flows(self) -> Flows:
        """Its money."""
        return self.base.flows

    def lines(self) -> Mapping[str, Line]:
        """Give its lines by name."""
        sides = (*self.flows.costs, *self.flows.benefits, *self.flows.balances)
        return {line.name: line for line in sides}

    def scenarios(self, name: str) -> Values | None:
        """Give its quantities at several values of an input; None where that stands in no line."""
        at = next((one.at for one in self.stated if one.name == name), None)
        return None if at is None else computed(self.flows.arrays(at))


def increments(one: ReadingDrawn, other: ReadingDrawn) -> Mapping[str, tuple[Figure, Values]]:
    """Give what a reading adds to another, by name, each with what it starts from."""
    between = _Between(one, other)
    inputs = between.inputs(one.base.values, other.base.values)
    return {name: (between.figure(FIGURES[name]), inputs) for name in OF_TWO_READINGS}


@dataclass(frozen=True)
class _Between:
    one: ReadingDrawn
    other: ReadingDrawn

    @staticmethod
    def inputs(one: Values, other: Values) -> dict[str, Exact]:
        """Give what the equations start from, of values of both readings."""
        own = {name: one[name] for name in INSTEAD}
        return own | {called: other[name] for name, called in INSTEAD.items()}

    def figure(self, entry: FigureEntry) -> Figure:
        """Give one figure, with its side and its percentiles."""
        reason = self._reason(entry)
        if reason:
            return no_figure(entry, reason)
        parts = self._parts(entry, self.one.base.values, self.other.base.values)
        unfit = _unfit(entry, parts)
        if unfit:
            cured = unfit == "cost_is_saving" and self._may_cost_more()
            return no_figure(entry, "cost_unknown" if cured else unfit)
        return self._drawn(entry, self._sided(entry, parts))

    def _reason(self, entry: FigureEntry) -> Reason | None:
        both = (self.one, self.other)
        if any(reading.flows.balances for reading in both) and not entry.of_balance:
            return "only_net_known"
        reasons = (reading.base.figures[NPV].reason for reading in both)
        return next((reason for reason in reasons if reason), None)

    def _parts(self, entry: FigureEntry, one: Values, other: Values) -> Values:
        return computed(self.inputs(one, other), _solver(entry).equations)

    def _sided(self, entry: FigureEntry, parts: Values) -> Figure:
        value = _value(entry, parts)
        if value is None:
            return no_figure(entry, "out_of_range")
        pushed = self._pushed(entry)
        hedged = {name: self._ways_of_input(entry, name, value) for name in self._inputs}
        pushed |= {
            ("stated", name, ""): ways
            for name, ways in hedged.items()
            if ways and name not in self._about
        }
        whole = NONE.union(*pushed.values())
        return Figure(
            entry.name,
            entry.unit,
            value,
            side=SIDES[whole] if whole else None,
            because=tuple(Cause(*key, SIDES[ways]) for key, ways in pushed.items()),  # type: ignore[arg-type]
            is_about=any(hedged[name] for name in self._about),
        )

    # What pushes it ---------------------------------------------------------------------------

    def _pushed(self, entry: FigureEntry) -> dict[Key, Ways]:
        """Give what pushes it beside inputs that are bounds, each with its ways."""
        found: dict[Key, Ways] = {}
        for is_other, reading in enumerate((self.one, self.other)):
            for cause in reading.base.figures[NPV].because:
                key = (cause.kind, cause.name, cause.part)
                if cause.kind != "stated" and not self._cancels(key):
                    sign = (-1 if is_other else 1) * self._sign(entry, cause.name)
                    turned = frozenset(way * sign for way in WAYS[cause.pushes])
                    found[key] = found.get(key, NONE) | turned  # type: ignore[operator]
        return {key: ways for key, ways in found.items() if ways}

    def _cancels(self, key: Key) -> bool:
        """Tell whether a thing pushes both alike: the same line, counted in the same way."""
        one, other = (reading.lines().get(key[1]) for reading in (self.one, self.other))
        return key[0] in OF_LINES and one is not None and one == other and self._is_one_time

    @cached_property
    def _is_one_time(self) -> bool:
        times = [
            (own.years, own.discount_rate, own.timing, own.axis)
            for own in (self.one.flows, self.other.flows)
        ]
        return times[0] == times[1]

    def _sign(self, entry: FigureEntry, line: str) -> int:
        """Give the way in which a cost moves a ratio: by what is gained beyond the other one."""
        is_cost = any(
            cost.name == line for own in (self.one, self.other) for cost in own.flows.costs
        )
        if not (entry.divided and is_cost):
            return 1
        gained, instead = (own.base.values[entry.divided] for own in (self.one, self.other))
        return int(np.sign((gained - instead).item()))

    @cached_property
    def _inputs(self) -> tuple[str, ...]:
        """The inputs that are bounds, or about, in either reading."""
        stated = (one.name for reading in (self.one, self.other) for one in reading.stated)
        return tuple(dict.fromkeys(stated))

    @cached_property
    def _about(self) -> frozenset[str]:
        stated = (one for reading in (self.one, self.other) for one in reading.stated)
        return frozenset(one.name for one in stated if one.hedge == "about")

    def _ways_of_input(self, entry: FigureEntry, name: str, value: float) -> Ways:
        """Say where it lies at the values that an input may have; anywhere where it has none."""
        at = (reading.scenarios(name) or reading.base.values for reading in (self.one, self.other))
        parts = self._parts(entry, *at)
        if _unfit(entry, parts):
            return BOTH
        found = np.ravel(np.asarray(parts[entry.name]))
        apart = np.abs(found - value) > NEAR * max(abs(value), 1.0)
        return frozenset(np.sign(found - value)[apart].astype(int).tolist())

    def _may_cost_more(self) -> bool:
        """Tell whether some cost of this reading alone is not known."""
        costs = {cost.name for cost in self.one.flows.costs}
        because: Iterable[Cause] = self.one.base.figures[NPV].because
        keys = ((one.kind, one.name, one.part) for one in because if one.kind in GAPS)
        return any(key[1] in costs and not self._cancels(key) for key in keys)

    # Draw by draw -----------------------------------------------------------------------------

    def _drawn(self, entry: FigureEntry, figure: Figure) -> Figure:
        """Add percentiles, where ranges move it and it has a value in every draw."""
        both = (self.one, self.other)
        if figure.reason or not any(reading.drawn for reading in both):
            return figure
        parts = self._parts(entry, *(computed(own.flows.arrays(own.drawn)) for own in both))
        draws: Array = np.ravel(np.asarray(parts[entry.name], dtype=np.float64))
        if np.all(draws == draws[0]):
            return figure
        unfit = _unfit(entry, parts)
        return replace(figure, no_range=unfit) if unfit else with_percentiles(figure, draws)


NEAR = 1e-9
"""By how much a figure may differ and is the same: it is rounded where it leaves this room."""


def _solver(entry: FigureEntry) -> Solver:
    if entry.solver is None:
        raise TypeError(f"{entry.name}: expected equations")
    return entry.solver


def _unfit(entry: FigureEntry, parts: Values) -> Reason | None:
    """Give the reason of the first guard that does not hold everywhere."""
    return next(_unmet(entry, parts), None)


def _unmet(entry: FigureEntry, parts: Values) -> Iterator[Reason]:
    for argument, condition, reason in entry.guards:
        if not holds(condition, parts[argument]):
            yield reason


def _value(entry: FigureEntry, parts: Values) -> float | None:
    """Let the number leave; what is left of large sums by the last bits is zero."""
    value = parts[entry.name].item()
    if not isfinite(value):
        return None
    moved = sum(abs(parts[name].item()) for name in (*INSTEAD, *INSTEAD.values()))
    is_noise = entry.unit == "money" and abs(value) <= moved * NOISE
    return 0.0 if is_noise else leaving(value)
