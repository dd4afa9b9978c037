"""The rows of a chain: what it starts from, then each quantity by its formula, down to present values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from roi_casebook.exports.live_workbook.book import BookSheet, Kind
from roi_casebook.exports.live_workbook.chains import Chain, SideName
from roi_casebook.exports.live_workbook.grid import Block, formula_at
from roi_casebook.exports.live_workbook.stated_numbers import rate_name
from roi_casebook.exports.live_workbook.taken import Taken, input_cell, quantity_cell
from roi_casebook.notation.spreadsheet import in_cells
from roi_casebook.roi.algebra.arrays import Exact
from roi_casebook.roi.algebra.expressions import Node, Num, Op, Sum
from roi_casebook.roi.figure_table import FIGURES
from roi_casebook.roi.quantities import INPUT_AXES, SHARES
from roi_casebook.wording.typography import capitalised

NAME, LINE, FIRST = 0, 1, 2
"""The columns: of the name, of the line, and the first of numbers."""
SIDE_OF: Mapping[str, SideName] = {
    "cost_amount": "costs", "cost_risk": "costs", "cost": "costs", "balance": "balances",
}  # fmt: skip
"""Of which side's lines a quantity is; the others vary by the lines of the benefits."""
RISKS = {"cost_risk": "cost_amount", "benefit_risk": "benefit_amount"}
_FACTORS = ("factor", "periods", "years", "persistence")


def of_figures_alone(trees: Mapping[str, Node]) -> Mapping[str, Node]:
    """Give the formulas that may have no value: those of figures that divide. They stand where their reasons do."""
    return {
        name: tree
        for name, tree in trees.items()
        if name in FIGURES and FIGURES[name].is_closed and _divides(tree)
    }


def _divides(tree: Node) -> bool:
    match tree:
        case Op(sign=sign, left=left, right=right):
            return sign in {"/", "**"} or _divides(left) or _divides(right)
    return False


@dataclass
class FlowRows:
    """The rows of one chain as they are written; blocks: where each quantity stands.

    row: the next one that is free; heads: the one of the moments; printed_to: the last
    that is printed, 0 for all.
    """

    sheet: BookSheet
    taken: Taken
    chain: Chain
    row: int
    heads: int = 0
    printed_to: int = 0
    blocks: dict[str, Block] = field(default_factory=dict)

    @property
    def moments(self) -> int:
        """How many moments there are."""
        return len(self.chain.flows.axis.numbers)

    def write(self) -> None:
        """Write all rows."""
        self._heads(
            self.chain.flows.axis.numbers,
            [self.taken.w.times.moment(at) for at in self.chain.moments],
        )
        self._times()
        self._amounts()
        for share in (name for name, axes in INPUT_AXES.items() if axes == "line"):
            self._shares(share)
        self._since_first()
        inline = of_figures_alone(self.chain.trees)
        for quantity in self.chain.quantities:
            name = quantity.__name__
            tree = self.chain.trees.get(name)
            if tree is None or isinstance(tree, Num) or name in inline:
                continue
            if self._is_written(tree):
                self.quantity(name, tree, self.chain.values[name])

    def _is_written(self, tree: Node) -> bool:
        """Tell whether all that a formula names stands here: what has vanished leads to nothing that is told."""
        try:
            formula_at(tree, self.blocks)
        except KeyError:
            return False
        return True

    # What it starts from -------------------------------------------------------------------------

    def _heads(self, numbers: Sequence[int], texts: Sequence[str]) -> None:
        self.heads = self.row
        bold = self.sheet.book.look(bold=True, bottom=1, align="right", text_wrap=True)
        self.sheet.text(self.row, NAME, self.taken.say("flows"), bold=True, bottom=1)
        for place, _ in enumerate(numbers):
            self.sheet.cells.write_string(self.row, FIRST + place, capitalised(texts[place]), bold)
        self.row += 1

    def _times(self) -> None:
        """Write the moments in years, by how many each is discounted, and the rates."""
        flows, values = self.chain.flows, self.chain.values
        said = self.taken.say("row.years_from_start")
        self.constants("years_from_start", values["years_from_start"], said)
        self.constants("discount_periods", values["discount_periods"])
        self.constants("horizon_years", values["horizon_years"])
        rates = ("discount_rate", "earlier_factor", "earlier_periods")
        if flows.years:
            self.constants("discount_periods_of_year", values["discount_periods_of_year"])
        if flows.rate_falls:
            for name in rates:
                self.constants(name, values[name])
                self.constants(f"{name}_of_year", values[f"{name}_of_year"])
            return
        rate = flows.discount_rate
        if isinstance(rate, float) and rate:
            cell = input_cell(rate_name(self.taken.chains, self.chain, "discount_rate"))
            self.blocks["discount_rate"] = Block(0, 0, name=cell)
        else:
            self.constants("discount_rate", values["discount_rate"])
        self.blocks["discount_rate_of_year"] = self.blocks["discount_rate"]

    def constants(self, name: str, values: Exact, text: str = "") -> None:
        """Write numbers that nothing moves, under the name of a quantity."""
        found = np.asarray(values)[0, :, 0].tolist()
        self.label(name, text=capitalised(text))
        for place, value in enumerate(found):
            self.sheet.number(self.row, FIRST + place, value, "factor")
        self.blocks[name] = Block(self.row, FIRST, 1, len(found))
        self.row += 1

    def _amounts(self) -> None:
        for name in ("cost_amount", "benefit_amount", "balance"):
            side = SIDE_OF.get(name, "benefits")
            lines = self.chain.side(side)
            if not lines:
                if side != "balances":
                    self._nothing(name)
                continue
            values = self.chain.values[name]
            self.blocks[name] = Block(self.row, FIRST, len(lines), self.moments)
            for number, line in enumerate(lines):
                self.label(name, line.name)
                for moment, amount in enumerate(self.chain.amounts(line.name)):
                    self._amount(moment, amount, values[number, moment, 0].item())
                self.row += 1

    def _nothing(self, name: str) -> None:
        """Write a side without lines: nothing at each moment."""
        self.label(name)
        self.blocks[name] = Block(self.row, FIRST, 1, self.moments)
        for moment in range(self.moments):
            self.sheet.number(self.row, FIRST + moment, 0.0, "money")
        self.row += 1

    def _amount(self, moment: int, amount: Node | float | None, value: float) -> None:
        column = FIRST + moment
        if isinstance(amount, Node):
            self.sheet.formula(self.row, column, self.over_inputs(amount), value, "money")
        elif amount is None:
            unknown = f'0;0;"{self.taken.w.t("unknown")}"'
            look = self.sheet.book.look(num_format=unknown, italic=True, align="right")
            self.sheet.cells.write_number(self.row, column, 0.0, look)
        else:
            self.sheet.number(self.row, column, amount, "money")

    def over_inputs(self, tree: Node) -> str:
        """Write a formula over the named cells of inputs. Errors: TypeError for a sum, which no editor writes."""
        return in_cells(tree, lambda name: input_cell(name.name), _no_sum)

    def _shares(self, share: str) -> None:
        """Write a share that some line states, one for each line; a risk turns against the case where an amount is below nought."""
        lines = self.chain.side(SIDE_OF.get(share, "benefits"))
        if not any(line.shares.get(share) is not None for line in lines):
            return
        moments = self.moments if share in RISKS else 1
        values = self.chain.values[share]
        self.blocks[share] = Block(self.row, FIRST, len(lines), moments)
        for number, line in enumerate(lines):
            self.label(share, line.name)
            for moment in range(moments):
                value = values[number, min(moment, values.shape[1] - 1), 0].item()
                self._share(number, line.name, share, moment, value)
            self.row += 1

    def _share(self, number: int, line: str, share: str, moment: int, value: float) -> None:
        column, stated = FIRST + moment, self.chain.share(line, share)
        if not isinstance(stated, Node):
            self.sheet.number(self.row, column, value, "percent")
            return
        written = self.over_inputs(stated)
        if share in RISKS:
            amount = self.blocks[RISKS[share]].cell(number, moment)
            margin = self.blocks.get("margin")
            if share == "benefit_risk" and margin:
                amount = f"{amount}*{margin.cell(number, moment)}"
            written = f"IF({amount}<0,-1,1)*({written})"
        self.sheet.formula(self.row, column, written, value, "percent")

    def _since_first(self) -> None:
        """Write the years since each benefit's first: that at which an amount is not nought, or not known."""
        if "drop_off" not in self.blocks:
            return
        lines, values = self.chain.side("benefits"), self.chain.values["years_since_first"]
        amounts, years = self.blocks["benefit_amount"], self.blocks["years_from_start"]
        self.blocks["years_since_first"] = Block(self.row, FIRST, len(lines), self.moments)
        for number, line in enumerate(lines):
            self.label("years_since_first", line.name)
            first = _first_year(amounts, years, number, line.amounts)
            for moment in range(self.moments):
                value = values[number, moment, 0].item()
                formula = f"MAX({years.cell(0, moment)}-{first},0)"
                self.sheet.formula(self.row, FIRST + moment, formula, value, "factor")
            self.row += 1

    # What is computed ----------------------------------------------------------------------------

    def quantity(self, name: str, tree: Node, values: Exact) -> None:
        """Write a quantity by its formula: over lines and moments as it varies."""
        found = np.asarray(values)
        shape = self._shape(tree)
        lines = (
            self.chain.side(SIDE_OF.get(name, "benefits"))
            if shape[0] > 1 or "line" in tree.axes
            else ()
        )
        cell = "" if tree.axes else quantity_cell(name, self.chain.key)
        block = Block(self.row, FIRST, *shape, name=cell)
        for number in range(shape[0]):
            self.label(name, lines[number].name if lines else "")
            for moment in range(shape[1]):
                at = found[
                    min(number, found.shape[0] - 1), min(moment, found.shape[1] - 1), 0
                ].item()
                written = formula_at(tree, self.blocks, number, moment)
                self.sheet.formula(
                    self.row, FIRST + moment, written, _held(at), kind_of(name), name=cell
                )
            self.row += 1
        self.blocks[name] = block

    def _shape(self, tree: Node) -> tuple[int, int]:
        """Give over how many lines and moments a formula varies, by what it names."""
        match tree:
            case Sum(axis=axis, of=of):
                block = self.blocks[of.name]
                return (1, block.moments) if axis == "line" else (block.lines, 1)
            case Op(left=left, right=right):
                one, other = self._shape(left), self._shape(right)
                return max(one[0], other[0]), max(one[1], other[1])
            case Num():
                return 1, 1
        block = self.blocks[tree.name]  # type: ignore[attr-defined]
        return block.lines, block.moments

    def label(self, name: str, line: str = "", text: str = "") -> None:
        """Write what stands in the row: a quantity, and of which line."""
        self.sheet.text(self.row, NAME, text or capitalised(self._name(name)))
        self.sheet.text(self.row, LINE, self.taken.c.names.line(line).text if line else "")

    def _name(self, name: str) -> str:
        """Name a quantity as its lane does: where the benefits are a count, that is said."""
        w = self.taken.w if self.chain.lane != "social" else self.taken.w.in_lane("social")
        full = w.names.full_name(name)
        is_count = self.chain.lane == "result" and "benefit" in name
        return self.taken.say("counted", name=full) if is_count else full


def _held(value: float) -> float:
    return value if np.isfinite(value) else 0.0


def _no_sum(of: Sum) -> str:
    raise TypeError(f"editors write no sums: {of!r}")


def _first_year(amounts: Block, years: Block, line: int, stated: Sequence[float | None]) -> str:
    """Write the year of the first amount that is not nought, or not known; the start where there is none."""
    rows = f"({amounts.along('moment', line, 0)}=0)*{NEVER}+{years.along('moment', 0, 0)}"
    first = f"SUMPRODUCT(MIN({rows}))"
    if None in stated:
        return f"MIN({first},{years.cell(0, stated.index(None))})"
    return f"IF({first}<{NEVER},{first},0)"


NEVER = 1000000000
"""A year that no moment reaches."""


def kind_of(name: str) -> Kind:
    """Say how a quantity is shown."""
    if name in SHARES or name.endswith("_rate"):
        return "percent"
    return "factor" if any(part in name for part in _FACTORS) else "number"
