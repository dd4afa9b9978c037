"""What no closed formula gives, in cells: payback by a running sum, MIRR by its equation, IRR by halvings.

A spreadsheet's own IRR() and MIRR() are wrong where money moves in mid-year and silent on several
roots. Here the changes of sign are counted first; with one, the rate lies where the sum of the flows
times powers of the yearly discount factor is nought, and that factor, or its inverse where it is
above one, is halved down from nought to one. The algorithms are those of `roi/solvers.py`.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from roi_casebook.exports.live_workbook.flow_rows import FIRST, LINE, FlowRows
from roi_casebook.exports.live_workbook.grid import Block, formula_at
from roi_casebook.exports.live_workbook.stated_numbers import rate_name
from roi_casebook.exports.live_workbook.taken import input_cell, quantity_cell
from roi_casebook.notation.spreadsheet import cell_number
from roi_casebook.roi.algebra.arrays import Exact
from roi_casebook.roi.algebra.tracing import computed, traced_quantities
from roi_casebook.roi.constants import MONTHS_PER_YEAR
from roi_casebook.roi.figure_table import FIGURES
from roi_casebook.roi.finding import NOISE, recovery
from roi_casebook.roi.quantities import ONE_RATE
from roi_casebook.roi.solvers import (
    MIRR_QUANTITIES,
    RELATIVE_NOISE,
    SOLVER_INPUT_AXES,
    payback_months,
)
from roi_casebook.wording.typography import capitalised

HALVINGS = 60
Array = NDArray[np.float64]


class SolverRows:
    """The rows of a chain that solvers need, below its quantities; results: their cells by name."""

    def __init__(self, rows: FlowRows) -> None:
        """Start below the rows of a chain."""
        self.rows, self.chain = rows, rows.chain
        self.results: dict[str, str] = {}
        self.blocks = rows.blocks

    # Rows of moments -----------------------------------------------------------------------------

    def row(self, name: str, formulas: list[str], values: Array, text: str = "") -> Block:
        """Write a row with a formula for each moment."""
        rows = self.rows
        rows.label(name, text=capitalised(text or rows.taken.say(f"row.{name}")))
        block = Block(rows.row, FIRST, 1, len(formulas))
        for place, formula in enumerate(formulas):
            rows.sheet.formula(rows.row, FIRST + place, formula, float(values[place]))
        rows.row += 1
        self.blocks[name] = block
        return block

    def single(self, name: str, formula: str, value: float | str, text: str = "") -> str:
        """Write one cell under a name, and give that name."""
        rows, cell = self.rows, quantity_cell(name, self.chain.key)
        rows.label(name, text=capitalised(text or rows.taken.say(f"row.{name}")))
        rows.sheet.formula(rows.row, FIRST, formula, value, name=cell)
        rows.row += 1
        self.blocks[name] = Block(rows.row - 1, FIRST, name=cell)
        return cell

    def at(self, name: str) -> list[str]:
        """Give the cells of a row, one for each moment."""
        block = self.blocks[name]
        return [block.cell(0, moment) for moment in range(block.moments)]

    def whole(self, name: str) -> str:
        """Give the cells of a row together."""
        return self.blocks[name].whole()

    def _values(self, name: str) -> Array:
        return np.asarray(self.chain.values[name], dtype=float)[0, :, 0]

    # What all of them start from -----------------------------------------------------------------

    def moved(self) -> None:
        """Write all that moves, and the net flows without what the last bits leave of equal sides."""
        sides = [side for side in ("costs", "benefits", "balances") if side in self.blocks]
        cells = [self.at(side) for side in sides]
        formulas = ["+".join(f"ABS({one[m]})" for one in cells) for m in range(len(cells[0]))]
        turnover = sum(np.abs(self._values(side)) for side in sides)
        moved = np.broadcast_to(np.asarray(turnover, dtype=float), (len(formulas),))
        self.row("turnover", formulas, moved)
        self.single("moved", f"SUM({self.whole('turnover')})", float(np.sum(moved)))
        if "net_flow" not in self.blocks:
            return
        noise = cell_number(NOISE)
        net = self._values("net_flow")
        clean = np.where(np.abs(net) <= moved * NOISE, 0.0, net)
        pairs = zip(self.at("net_flow"), self.at("turnover"), strict=True)
        self.row("clean_flow", [f"IF(ABS({n})<={t}*{noise},0,{n})" for n, t in pairs], clean)

    # Payback -------------------------------------------------------------------------------------

    def payback(self, figure: str, flow: str) -> None:
        """Write the running sum, whether it falls short, and the moment after which it no longer does."""
        flows, count = self._values(flow), len(self._values(flow))
        cells, name = self.at(flow), figure.removesuffix("_months")
        said = self.rows.taken.say
        running, moved = np.cumsum(flows), np.cumsum(np.abs(flows))
        short = (running < -RELATIVE_NOISE * moved).astype(float)
        sums = self.row(
            f"{name}_running", _running(cells, "{}", self.rows), running, said("row.running")
        )
        totals = self.row(
            f"{name}_moved", _running(cells, "ABS({})", self.rows), moved, said("row.running_moved")
        )
        noise = cell_number(RELATIVE_NOISE)
        formulas = [f"IF({sums.cell(0, m)}<-{noise}*{totals.cell(0, m)},1,0)" for m in range(count)]
        shorts = self.row(f"{name}_short", formulas, short, said("row.short"))
        places = f"(COLUMN({shorts.whole()})-{FIRST})"
        last = float(max((m + 1 for m in range(count) if short[m]), default=0))
        formula = f"SUMPRODUCT(MAX({shorts.whole()}*{places}))"
        after = self.single(f"{name}_last_short", formula, last, said("row.last_short"))
        self._again(name, sums, shorts, running, short)
        self._recovered(figure, flow, sums, after, count)

    def _again(self, name: str, sums: Block, shorts: Block, running: Array, short: Array) -> None:
        """Write whether it had come before, and was lost again to a later cost."""
        was_short = np.maximum.accumulate(short)
        whole = np.maximum.accumulate(
            np.where((short == 0) & ((was_short > 0) | (running > 0)), 1.0, 0.0)
        )
        said, count = self.rows.taken.say, len(short)
        formulas = [
            f"MAX({shorts.along('moment', 0, 0, 0, m)})" if m else shorts.cell(0, 0)
            for m in range(count)
        ]
        was = self.row(f"{name}_was_short", formulas, was_short, said("row.was_short"))
        row = self.rows.row
        here = Block(row, FIRST, 1, count)
        formulas = []
        for m in range(count):
            now = f"IF(AND({shorts.cell(0, m)}=0,OR({was.cell(0, m)}=1,{sums.cell(0, m)}>0)),1,0)"
            formulas.append(f"MAX({here.cell(0, m - 1)},{now})" if m else now)
        self.row(f"{name}_was_whole", formulas, whole, said("row.was_whole"))
        lost = bool(np.any(short[1:] * whole[:-1])) if count > 1 else False
        pair = (
            f"SUMPRODUCT({shorts.along('moment', 0, 0, 1)},{here.along('moment', 0, 0, 0, count - 2)})"
            if count > 1
            else "0"
        )
        self.single(f"{name}_again", f"IF({pair}>0,1,0)", 1.0 if lost else 0.0, said("row.again"))

    def _recovered(self, figure: str, flow: str, sums: Block, after: str, count: int) -> None:
        """Write the parts of the equation of the payback, and what it comes to."""
        found = recovery(self.chain.values, flow)
        years, period = self.blocks["years_from_start"], self.chain.flows.axis.period
        net = self.blocks[flow]
        at, before = f"MIN({after}+1,{count})", f"MAX({after},1)"
        waits = f"AND({after}>0,{after}<{count})"
        here = f"INDEX({net.whole()},{at})"
        parts = {
            "years_before_recovery": (f"INDEX({years.whole()},{at})-{cell_number(period)}", "0"),
            "still_to_recover": (f"MIN(-INDEX({sums.whole()},{before}),{here})", "0"),
            "flow_of_recovery_year": (here, "1"),
        }
        blocks = {
            "years_of_a_period": Block(0, 0, name=cell_number(period)),
            "months_per_year": Block(0, 0, name=cell_number(MONTHS_PER_YEAR)),
        }
        for name, (formula, otherwise) in parts.items():
            own = f"{figure.removesuffix('_months')}_{name}"
            value = float(getattr(found, name)[0])
            text = self.rows.taken.w.names.full_name(name)
            self.single(own, f"IF({waits},{formula},{otherwise})", value, text)
            blocks[name] = self.blocks[own]
        tree = traced_quantities(quantities=(payback_months,), axes=SOLVER_INPUT_AXES)[
            "payback_months"
        ]
        self.results[figure] = formula_at(tree, blocks)
        self.results[f"{figure}.recovered"] = f"{after}<{count}"

    # Rates of return -----------------------------------------------------------------------------

    def mirr(self, parts: Mapping[str, Exact]) -> None:
        """Write the modified return by its equation: outlays at one rate, returns at another."""
        flows, clean = self.chain.flows, self.at("clean_flow")
        outflow, inflow = (
            np.asarray(parts[name])[0, :, 0] for name in ("net_outflow", "net_inflow")
        )
        names = self.rows.taken.w.names
        self.row(
            "net_outflow", [f"MAX(-{c},0)" for c in clean], outflow, names.full_name("net_outflow")
        )
        self.row(
            "net_inflow", [f"MAX({c},0)" for c in clean], inflow, names.full_name("net_inflow")
        )
        one_rate = not flows.rate_falls
        for rate in ("finance_rate", "reinvestment_rate"):
            own = getattr(flows, rate)
            if isinstance(own, float) and own:
                name = rate_name(self.rows.taken.chains, self.chain, rate)
                self.blocks[rate] = Block(0, 0, name=input_cell(name))
            elif own is None and one_rate:
                self.blocks[rate] = self.blocks["discount_rate"]
            else:
                self.rows.constants(rate, parts[rate])
        for name in ("periods_left", "later_growth", "earlier_factor", "earlier_periods"):
            if name in {"earlier_factor", "earlier_periods"} and name in self.blocks:
                continue
            self.rows.constants(name, parts[name])
        folded = {} if not one_rate else dict(ONE_RATE)
        trees = traced_quantities(folded, MIRR_QUANTITIES, SOLVER_INPUT_AXES)
        with np.errstate(all="ignore"):
            values = computed(parts, MIRR_QUANTITIES)
        for name in ("invested_flow", "reinvested_flow", "pv_invested", "fv_reinvested"):
            self.rows.quantity(name, trees[name], values[name])
        self.results["mirr"] = formula_at(trees["mirr"], self.blocks)

    def irr(self) -> None:
        """Write the count of sign changes, and the halvings that find the rate where there is one."""
        clean, periods = self.at("clean_flow"), self.at("discount_periods")
        flows, exponents = self._clean(), self._values("discount_periods")
        signs = _last_signs(flows)
        here = Block(self.rows.row, FIRST, 1, len(clean))
        formulas = [
            f"IF({c}=0,{here.cell(0, m - 1) if m else '0'},SIGN({c}))" for m, c in enumerate(clean)
        ]
        row = self.row("last_sign", formulas, signs)
        count = len(clean)
        pairs = (
            f"SUMPRODUCT(--({row.along('moment', 0, 0, 1)}*{row.along('moment', 0, 0, 0, count - 2)}<0))"
            if count > 1
            else "0"
        )
        changes = float(np.sum(signs[1:] * signs[:-1] < 0))
        self.results["irr.changes"] = self.single("sign_changes", pairs, changes)
        self.results["irr.last"] = last = row.cell(0, count - 1)
        total = f"SUM({self.whole('clean_flow')})"
        is_inside = bool(np.sum(flows) * signs[-1] >= 0)
        inside = self.single("below_one", f"IF({total}*{last}>=0,1,0)", 1.0 if is_inside else 0.0)
        top = self.blocks["discount_periods"].cell(0, count - 1)
        powers = exponents if is_inside else exponents[-1] - exponents
        self.row("exponent", [f"IF({inside}=1,{e},{top}-{e})" for e in periods], powers)
        low = self.single(
            "sign_at_nought",
            f"IF({inside}=1,-{last},{last})",
            float(-signs[-1] if is_inside else signs[-1]),
        )
        root = self._halvings(flows, powers, low, float(-signs[-1] if is_inside else signs[-1]))
        found = f"IF({inside}=1,{root},1/{root})"
        self.results["irr"] = f"1/{found}-1"

    def _clean(self) -> Array:
        net = self._values("net_flow")
        sides = (self._values(side) for side in ("costs", "benefits", "balances"))
        moved = np.asarray(sum(np.abs(side) for side in sides), dtype=float)
        return np.where(np.abs(net) <= moved * NOISE, 0.0, net)

    def _halvings(self, flows: Array, powers: Array, low_sign: str, sign: float) -> str:
        """Write so many halvings; give the cell of the end that is left."""
        rows, sheet = self.rows, self.rows.sheet
        sheet.head(
            rows.row,
            (
                rows.taken.say("row.halvings"),
                *(rows.taken.say(f"row.{each}") for each in ("low", "high", "middle", "at_middle")),
            ),
        )
        rows.row += 1
        rows.printed_to = rows.row - 2
        low, high, first = 0.0, 1.0, rows.row
        value = middle = 0.0
        for step in range(HALVINGS + 1):
            above = rows.row
            sheet.cells.set_row(rows.row, None, None, {"level": 1, "hidden": True})
            if step == 0:
                sheet.number(rows.row, LINE, 0.0, "number")
                sheet.number(rows.row, FIRST, 1.0, "number")
            else:
                if np.sign(value) == sign:
                    low = middle
                else:
                    high = middle
                left, right, mid, at = (
                    Block(above - 1, column).cell(0, 0)
                    for column in (LINE, FIRST, FIRST + 1, FIRST + 2)
                )
                sheet.formula(rows.row, LINE, f"IF(SIGN({at})={low_sign},{mid},{left})", low)
                sheet.formula(rows.row, FIRST, f"IF(SIGN({at})={low_sign},{right},{mid})", high)
            middle = (low + high) / 2
            with np.errstate(all="ignore"):
                value = float(np.sum(flows * middle**powers))
            left, right, mid = (
                Block(rows.row, column).cell(0, 0) for column in (LINE, FIRST, FIRST + 1)
            )
            sheet.formula(rows.row, FIRST + 1, f"({left}+{right})/2", middle)
            summed = f"SUMPRODUCT({self.whole('clean_flow')},{mid}^{self.whole('exponent')})"
            sheet.formula(rows.row, FIRST + 2, summed, value if np.isfinite(value) else 0.0)
            rows.row += 1
        assert rows.row == first + HALVINGS + 1  # noqa: S101 -- the last row holds the end
        return Block(rows.row - 1, FIRST).cell(0, 0)


def _running(cells: list[str], each: str, rows: FlowRows) -> list[str]:
    """Write a running sum: each cell adds to the one before it in its own row."""
    here = Block(rows.row, FIRST, 1, len(cells))
    return [
        f"{here.cell(0, m - 1)}+{each.format(cell)}" if m else each.format(cell)
        for m, cell in enumerate(cells)
    ]


def _last_signs(flows: Array) -> Array:
    """Give at each moment the sign of the last flow that was not nought; 0 before the first."""
    signs: list[float] = []
    for flow in flows.tolist():
        signs.append(float(np.sign(flow)) if flow else (signs[-1] if signs else 0.0))
    return np.array(signs)


def is_sought(name: str) -> bool:
    """Tell whether a figure is found by a solver."""
    return FIGURES[name].solver is not None
