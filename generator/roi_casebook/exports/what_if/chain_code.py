"""The code of a chain: from the reader's numbers to every quantity, by the formulas that hold in the case.

A quantity over lines and moments is a list of lists, over one of them a list, else a number. The
helpers `rows`, `sum`, `power` and those of the solvers stand in `templates/scripts/what_if/`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from json import dumps

import numpy as np

from roi_casebook.exports.live_workbook.chains import Chain
from roi_casebook.exports.live_workbook.flow_rows import RISKS, SIDE_OF, of_figures_alone
from roi_casebook.exports.live_workbook.stated_numbers import rate_name
from roi_casebook.notation.javascript import in_javascript
from roi_casebook.roi.algebra.arrays import Exact
from roi_casebook.roi.algebra.expressions import Name, Node, Num, Op, Sum
from roi_casebook.roi.constants import CONSTANTS
from roi_casebook.roi.quantities import INPUT_AXES, NEUTRAL

Shape = tuple[int, int]
"""Over how many lines and moments a quantity varies, 0 where it does not."""
RATE_NAMES = ("discount_rate", "earlier_factor", "earlier_periods")
OFF = {"discount_rate": 0.0, "earlier_factor": 1.0}
"""What holds where nothing is discounted."""


@dataclass
class ChainCode:
    """The code of one chain as it is written; shapes: of what is defined so far."""

    chain: Chain
    chains: tuple[Chain, ...]
    shapes: dict[str, Shape] = field(default_factory=dict)

    @property
    def moments(self) -> int:
        """How many moments there are."""
        return len(self.chain.flows.axis.numbers)

    def statements(self) -> Iterator[str]:
        """Give the assignments to the properties of v, in order."""
        yield from self._times()
        for name in ("cost_amount", "benefit_amount", "balance"):
            yield from self._amounts(name)
        for share in (name for name, axes in INPUT_AXES.items() if axes == "line"):
            yield from self._share(share)
        if "drop_off" in self.shapes:
            yield self._since_first()
        inline = of_figures_alone(self.chain.trees)
        for quantity in self.chain.quantities:
            name = quantity.__name__
            tree = self.chain.trees.get(name)
            if tree is None or isinstance(tree, Num) or name in inline:
                continue
            if self.is_known(tree):
                yield self.assigned(name, tree)
        yield self._turnover()

    def is_known(self, tree: Node) -> bool:
        """Tell whether all that a formula names is defined."""
        try:
            self.shape(tree)
        except KeyError:
            return False
        return True

    def assigned(self, name: str, tree: Node) -> str:
        """Write the assignment of a quantity by its formula."""
        lines, moments = self.shapes[name] = self.shape(tree)
        written = self.expression(tree)
        if moments:
            written = f"h.rows({moments}, (m) => {written})"
        if lines:
            written = f"h.rows({lines}, (l) => {written})"
        return f"v.{name} = {written};"

    def expression(self, tree: Node) -> str:
        """Write a formula over v, at a line l and a moment m where it varies."""
        return in_javascript(tree, self._name, self._total).replace("power(", "h.power(")

    def _name(self, name: Name) -> str:
        lines, moments = self.shapes[name.name]
        return f"v.{name.name}{'[l]' if lines else ''}{'[m]' if moments else ''}"

    def _total(self, total: Sum) -> str:
        of = total.of.name
        lines, moments = self.shapes[of]
        if total.axis == "line":
            return f"h.sum({lines or 1}, (k) => v.{of}{'[k]' if lines else ''}{'[m]' if moments else ''})"
        return f"h.sum({moments or 1}, (k) => v.{of}{'[l]' if lines else ''}{'[k]' if moments else ''})"

    def shape(self, tree: Node) -> Shape:
        """Give over what a formula varies. Errors: KeyError for a name that is not defined."""
        match tree:
            case Sum(axis=axis, of=of):
                lines, moments = self.shapes[of.name]
                return (0, moments) if axis == "line" else (lines, 0)
            case Op(left=left, right=right):
                one, other = self.shape(left), self.shape(right)
                return max(one[0], other[0]), max(one[1], other[1])
            case Name(name=name):
                return self.shapes[name]
        return 0, 0

    # What it starts from -------------------------------------------------------------------------

    def _times(self) -> Iterator[str]:
        flows, values = self.chain.flows, self.chain.values
        yield self.constant("years_from_start", values["years_from_start"])
        yield self.constant("discount_periods", values["discount_periods"])
        yield self.constant("horizon_years", values["horizon_years"], is_single=True)
        if flows.years:
            yield self.constant("discount_periods_of_year", values["discount_periods_of_year"])
        if flows.rate_falls:
            for name in RATE_NAMES:
                yield self.constant(name, values[name])
                if name in OFF:
                    yield f"if (off.{name}) v.{name} = v.{name}.map(() => {OFF[name]});"
                yield self.constant(f"{name}_of_year", values[f"{name}_of_year"])
            return
        rate = flows.discount_rate or 0.0
        written = x_of(rate_name(self.chains, self.chain, "discount_rate")) if rate else "0"
        yield f"v.discount_rate = off.discount_rate ? 0 : {written};"
        yield f"v.discount_rate_of_year = {written};"
        self.shapes["discount_rate"] = self.shapes["discount_rate_of_year"] = (0, 0)

    def constant(self, name: str, values: Exact, *, is_single: bool = False) -> str:
        """Write numbers that nothing moves."""
        found = np.asarray(values)[0, :, 0].tolist()
        self.shapes[name] = (0, 0) if is_single else (0, len(found))
        return f"v.{name} = {dumps(found[0] if is_single else found)};"

    def _amounts(self, name: str) -> Iterator[str]:
        side = SIDE_OF.get(name, "benefits")
        lines = self.chain.side(side)
        if not lines and side == "balances":
            return
        rows = [
            "[" + ", ".join(_amount(each) for each in self.chain.amounts(line.name)) + "]"
            for line in lines
        ] or [dumps([0.0] * self.moments)]
        self.shapes[name] = (len(rows), self.moments)
        yield f"v.{name} = [{', '.join(rows)}];"

    def _share(self, share: str) -> Iterator[str]:
        lines = self.chain.side(SIDE_OF.get(share, "benefits"))
        if not any(line.shares.get(share) is not None for line in lines):
            return
        neutral = repr(NEUTRAL[share])
        stated = [self._stated(line.name, share) or neutral for line in lines]
        whole = f"off.{share} ? {dumps([NEUTRAL[share]] * len(lines))} : [{', '.join(stated)}]"
        if share not in RISKS:
            self.shapes[share] = (len(lines), 0)
            yield f"v.{share} = {whole};"
            return
        self.shapes[share] = (len(lines), self.moments)
        amount = f"v.{RISKS[share]}[l][m]"
        if share == "benefit_risk" and "margin" in self.shapes:
            amount = f"{amount} * v.margin[l]"
        yield f"const {share} = {whole};"
        yield (
            f"v.{share} = h.rows({len(lines)}, (l) => h.rows({self.moments}, (m) => "
            f"{amount} < 0 ? -{share}[l] : {share}[l]));"
        )

    def _stated(self, line: str, share: str) -> str:
        stated = self.chain.share(line, share)
        return over_inputs(stated) if isinstance(stated, Node) else ""

    def _since_first(self) -> str:
        lines = self.chain.side("benefits")
        self.shapes["years_since_first"] = (len(lines), self.moments)
        known = [line.amounts.index(None) if None in line.amounts else -1 for line in lines]
        return f"v.years_since_first = h.sinceFirst(v.benefit_amount, v.years_from_start, {dumps(known)});"

    def _turnover(self) -> str:
        sides = [side for side in ("costs", "benefits", "balances") if side in self.shapes]
        self.shapes["turnover"] = (0, self.moments)
        summed = " + ".join(f"Math.abs(v.{side}[m])" for side in sides)
        return f"v.turnover = h.rows({self.moments}, (m) => {summed});"


def x_of(name: str) -> str:
    """Write the reader's number of a name."""
    return f"x[{dumps(name)}]"


def over_inputs(tree: Node) -> str:
    """Write an editor's formula over the reader's numbers; constants stand as they are."""

    def name(of: Name) -> str:
        return repr(CONSTANTS[of.name][0]) if of.name in CONSTANTS else x_of(of.name)

    return in_javascript(tree, name, _no_sum).replace("power(", "h.power(")


def _no_sum(of: Sum) -> str:
    raise TypeError(f"editors write no sums: {of!r}")


def _amount(amount: Node | float | None) -> str:
    return over_inputs(amount) if isinstance(amount, Node) else dumps(amount or 0.0)


def listed(parts: Sequence[str]) -> str:
    """Write a list of expressions."""
    return f"[{', '.join(parts)}]"
