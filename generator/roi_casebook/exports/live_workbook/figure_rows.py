"""The figures of a chain: value, reason, side, each a cell of its own, beside what the site computed.

A value is asked for only where no reason stands, so that no error value ever stands in its place.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from roi_casebook.exports.live_workbook.book import Kind
from roi_casebook.exports.live_workbook.chains import Chain, SideName
from roi_casebook.exports.live_workbook.flow_rows import (
    FIRST,
    LINE,
    NAME,
    FlowRows,
    of_figures_alone,
)
from roi_casebook.exports.live_workbook.grid import Block, Blocks, formula_at, inlined
from roi_casebook.exports.live_workbook.hindrances import (
    Blame,
    Hindrance,
    at_nought,
    blame_of,
    hindrances_of,
    last_moment,
)
from roi_casebook.exports.live_workbook.inputs_sheet import CHANGED
from roi_casebook.exports.live_workbook.open_ways import side_at_other_numbers
from roi_casebook.exports.live_workbook.solver_rows import SolverRows
from roi_casebook.exports.live_workbook.taken import Taken, figure_cell
from roi_casebook.notation.spreadsheet import cell_number
from roi_casebook.pages.parts.standing import mark_of
from roi_casebook.roi.algebra.tracing import traced_quantities
from roi_casebook.roi.beside_base.searching import ROI_AT
from roi_casebook.roi.figure_table import FIGURES, FigureEntry, ShownAs
from roi_casebook.roi.figures import Figure, Reason
from roi_casebook.roi.finding import NOISE
from roi_casebook.roi.solvers import SOLVER_INPUT_AXES
from roi_casebook.wording.typography import capitalised

KINDS: dict[ShownAs, Kind] = {
    "money": "money", "need": "money", "months": "months", "return": "percent", "rate": "percent",
    "percent": "percent", "share": "percent", "chance": "percent", "ratio": "number", "count": "count",
}  # fmt: skip
COLUMNS = (
    "figure",
    "reason",
    "value",
    "side",
    "published",
    "p10",
    "p50",
    "p90",
    "standing",
    "note",
)
SIDE, PUBLISHED, LOW, STANDING, NOTE = FIRST + 1, FIRST + 2, FIRST + 3, FIRST + 6, FIRST + 7
_HOLDS = {"positive": ">0", "not_negative": ">=0", "at_least_one": ">=1"}
_SIDES: Mapping[SideName, str] = {
    "costs": "cost_amount",
    "benefits": "benefit_amount",
    "balances": "balance",
}


@dataclass
class FigureRows:
    """The table of figures of a chain; row: its first free row."""

    rows: FlowRows
    solved: SolverRows
    row: int

    @property
    def chain(self) -> Chain:
        """Whose figures they are."""
        return self.rows.chain

    @property
    def taken(self) -> Taken:
        """What is taken away."""
        return self.rows.taken

    @property
    def blocks(self) -> Blocks:
        """Where each quantity stands."""
        return self.rows.blocks

    def write(self) -> None:
        """Write a row for each figure."""
        self.rows.sheet.head(self.row, tuple(self.taken.say(f"column.{each}") for each in COLUMNS))
        self.row += 1
        for figure in self.chain.figures.values():
            self._figure(figure)
            self.row += 1

    def _figure(self, figure: Figure) -> None:
        entry, sheet, w = FIGURES[figure.name], self.rows.sheet, self.taken.w
        names = w.in_lane("social") if self.chain.lane == "social" else w
        sheet.text(self.row, NAME, capitalised(names.names.full_name(figure.name)), bold=True)
        live = self._live(entry)
        kind = KINDS[entry.shown_as]
        cell = figure_cell(figure.name, self.chain.key)
        if live is None:
            self._kept(figure, kind, cell)
        else:
            self._computed(figure, entry, live, cell)
        self._write_side(figure, cell, is_live=live is not None)
        if figure.value is not None:
            sheet.number(self.row, PUBLISHED, figure.value, kind)
        for place, value in enumerate((figure.p10, figure.p50, figure.p90)):
            if value is not None:
                sheet.number(self.row, LOW + place, value, kind)
        sheet.text(self.row, STANDING, self._standing(figure))
        self._note(figure, is_kept=live is None)

    def _computed(self, figure: Figure, entry: FigureEntry, live: str, cell: str) -> None:
        """Write the reason, then the value where there is none."""
        sheet, w, kind = self.rows.sheet, self.taken.w, KINDS[entry.shown_as]
        reason = w.figures.reason_short(figure.reason) if figure.reason else ""
        sheet.formula(
            self.row, LINE, self._reason(figure, entry, live), reason, "text", name=f"{cell}.reason"
        )
        is_nought = self._is_nought(entry, live)
        written = f'IF({cell}.reason<>"","",IF({is_nought},0,{live}))'
        value: float | str = "" if figure.value is None else figure.value
        sheet.formula(self.row, FIRST, written, value, kind, name=cell, bold=True)

    def _kept(self, figure: Figure, kind: Kind, cell: str) -> None:
        """Write what is not computed here as the site computed it."""
        sheet, w = self.rows.sheet, self.taken.w
        if figure.value is None:
            reason = w.figures.reason_short(figure.reason) if figure.reason else ""
            sheet.text(self.row, LINE, reason)
        else:
            sheet.number(self.row, FIRST, figure.value, kind, cell)

    def _write_side(self, figure: Figure, cell: str, *, is_live: bool) -> None:
        """Write which way a value may lie: exactly at the case's numbers, else as far as it ever may."""
        told = self._side(figure)
        side = side_at_other_numbers(self.chain, figure.name) if is_live else None
        later = self.taken.say(f"side.{side}") if side else told
        if not is_live or not (told or later):
            self.rows.sheet.text(self.row, SIDE, told)
            return
        elsewhere = f'"{later}"'
        if later and (divided := FIGURES[figure.name].divided):
            either = self.taken.say("side.either")
            elsewhere = f'IF({self._cell(divided)}<0,"{either}","{later}")'
        written = f'IF({cell}.reason<>"","",IF({CHANGED}=1,{elsewhere},"{told}"))'
        self.rows.sheet.formula(self.row, SIDE, written, told, "text", name=f"{cell}.side")

    def _side(self, figure: Figure) -> str:
        """Say what a value is of all that it can be."""
        if figure.value is None or not (figure.side or figure.is_about):
            return ""
        if figure.bound:
            return self.taken.w.figures.bound(figure)
        return self.taken.say(f"side.{figure.side or 'about'}")

    def _standing(self, figure: Figure) -> str:
        """Say how far it is proven, in the words of its page."""
        if self.chain.appraisal is None or figure.value is None:
            return ""
        locks = self.taken.judged.locks_of(self.chain.appraisal)
        return mark_of(self.taken.w, locks, figure)

    def _note(self, figure: Figure, *, is_kept: bool) -> None:
        """Say of what was drawn, or is kept, that it stands for the case's own inputs alone."""
        is_drawn = figure.has_range
        if not (is_drawn or is_kept or figure.side or figure.name == "irr"):
            return
        say = self.taken.say
        told = say("note.drawn") if is_drawn else say("note.kept") if is_kept else ""
        changed = f'IF({CHANGED}=1,"{say("note.changed")}","{told}")'
        if figure.name == "irr":
            several = (
                f"{self.solved.results['irr.changes']}>1"
                if "irr" in self.solved.results
                else "FALSE"
            )
            inner = f'IF({several},"{say("note.several")}","{told}")'
            told_now = say("note.several") if len(figure.roots) > 1 else told
            changed = f'IF(AND({CHANGED}=1,OR({several},{"TRUE" if is_drawn else "FALSE"})),"{say("note.changed")}",{inner})'
            self.rows.sheet.formula(self.row, NOTE, changed, told_now, "text")
            return
        self.rows.sheet.formula(self.row, NOTE, changed, told, "text")

    # The formula of a value ----------------------------------------------------------------------

    def _live(self, entry: FigureEntry) -> str | None:
        """Give the formula of a figure; None for one that is made of draws, or of two readings."""
        if entry.is_closed:
            return self._closed(entry.name)
        if entry.until:
            return self._first_years(entry)
        if entry.name in self.solved.results:
            return self._solved(entry.name)
        if entry.name == "soft_switching_value":
            return self._soft()
        return (
            "0"
            if entry.name in {"irr", "mirr", "payback_months", "discounted_payback_months"}
            else None
        )

    def _closed(self, name: str) -> str | None:
        trees = of_figures_alone(self.chain.trees)
        try:
            if name in trees:
                others = {other: tree for other, tree in trees.items() if other != name}
                return formula_at(inlined(trees[name], others), self.blocks)
            return self.blocks[name].cell(0, 0)
        except KeyError:
            return "0"

    def _solved(self, name: str) -> str:
        found = self.solved.results[name]
        if name != "irr":
            return found
        kept = self.chain.figures["irr"].value
        several = f"{self.solved.results['irr.changes']}>1"
        return f"IF({several},{cell_number(kept or 0.0)},{found})"

    def _first_years(self, entry: FigureEntry) -> str:
        last = last_moment(self.chain.flows, entry.until)
        blocks = {
            f"pv_{side}_until": Block(0, 0, name=self._sum_until(side, last))
            for side in ("costs", "benefits")
        }
        trees = traced_quantities(quantities=ROI_AT, axes=SOLVER_INPUT_AXES)
        return formula_at(trees["roi_at"], blocks)

    def _sum_until(self, side: str, last: int) -> str:
        block = self.blocks.get(f"discounted_{side}")
        return f"SUM({block.along('moment', 0, 0, 0, last)})" if block else "0"

    def _soft(self) -> str:
        solver = FIGURES["soft_switching_value"].solver
        assert solver is not None  # noqa: S101 -- it is sought
        equation = solver.equations_in(self.chain.flows)[0]
        trees = traced_quantities(quantities=(equation,), axes=SOLVER_INPUT_AXES)
        tree = trees[equation.__name__]
        blocks = {**self.blocks, "shortfall": Block(0, 0, name=f"MAX(-{self._cell('npv')},0)")}
        try:
            return formula_at(tree, blocks)
        except KeyError:
            return "0"

    def _cell(self, name: str) -> str:
        return self.blocks[name].cell(0, 0) if name in self.blocks else "0"

    # The formula of a reason ---------------------------------------------------------------------

    def _reason(self, figure: Figure, entry: FigureEntry, live: str) -> str:
        """Write the reason why there is no figure: the first check that strikes; "" where none does."""
        found = self.chain.found_until(entry.until)
        blame = blame_of(entry, found)
        written = self._of_solver(entry, blame, self._at_nought(figure, entry, live))
        checks = hindrances_of(entry, self.chain.flows, self.chain.other_lanes, found)
        for check in reversed(checks):
            text = self._said_or_blamed(check.reason, blame)
            condition = self._condition(check)
            written = text if condition == "TRUE" else f"IF({condition},{text},{written})"
        return written

    def _at_nought(self, figure: Figure, entry: FigureEntry, live: str) -> str:
        """Write the reason where a figure is only known to be nought or more."""
        found = self.chain.found_until(entry.until)
        blamed = at_nought(entry, self.chain.values, found)
        if blamed is None or figure.value == 0:
            return '""'
        return f'IF({self._is_nought(entry, live)},{self._said(blamed)},"")'

    def _is_nought(self, entry: FigureEntry, live: str) -> str:
        """Write that nothing but the last bits is left of a value."""
        moved = "q_moved" + self.chain.key if entry.unit == "money" else "1"
        return f"ABS({live})<={moved}*{cell_number(NOISE)}"

    def _said(self, reason: Reason) -> str:
        return f'"{self.taken.w.figures.reason_short(self.chain.named(reason))}"'

    def _said_or_blamed(self, reason: Reason, blame: Blame) -> str:
        """Write a reason; where flows may change their sign, the gap that may do it is blamed."""
        said = self._said(reason)
        if reason != "no_sign_change" or "net_flow" not in self.blocks:
            return said
        if not (blame.of_costs or blame.of_benefits) or self.rows.moments == 1:
            return said
        net = self.blocks["net_flow"].whole()
        cures = [f'COUNTIF({net},"<=0")>0'] if blame.more else []
        cures += [f'COUNTIF({net},">0")>0'] if blame.less else []
        if not cures:
            return said
        moves = f"AND({self._moments_with_money()}>=2,OR({','.join(cures)}))"
        return f"IF({moves},{self._said(blame.gap(reason))},{said})"

    def _moments_with_money(self) -> str:
        """Count the moments at which some line stands, known or not: within one, no sign can change."""
        sides = [(_SIDES[side], self.chain.side(side)) for side in _SIDES]
        known = [(self.blocks[name], lines) for name, lines in sides if lines]
        counts = []
        for moment in range(self.rows.moments):
            if any(line.amounts[moment] is None for _, lines in known for line in lines):
                counts.append("1")
                continue
            cells = (f'COUNTIF({block.along("line", 0, moment)},"<>0")' for block, _ in known)
            counts.append(f"({'+'.join(cells)}>0)")
        return f"({'+'.join(counts)})"

    def _of_solver(self, entry: FigureEntry, blame: Blame, otherwise: str) -> str:
        """Write the reasons that only an algorithm finds; otherwise: what holds where none does."""
        results = self.solved.results
        if entry.name in results and f"{entry.name}.recovered" in results:
            lost = blame.instead("not_recovered") or "not_recovered"
            return f"IF({results[f'{entry.name}.recovered']},{otherwise},{self._said(lost)})"
        if entry.name != "irr" or "irr" not in results:
            return otherwise
        kept = self.chain.figures["irr"].reason
        several = self._said(kept) if kept else '""'
        first = self._said(blame.instead("money_first") or "money_first")
        changes, last = results["irr.changes"], results["irr.last"]
        none = self._said_or_blamed("no_sign_change", blame)
        return f'IF({changes}=0,{none},IF({changes}>1,{several},IF({last}<0,{first},"")))'

    def _condition(self, check: Hindrance) -> str:
        """Write when a check strikes."""
        match check.kind:
            case "always":
                return "TRUE"
            case "beyond":
                return f"ISERROR({self._cell('npv')}+{self._cell('moved')})"
            case "all_zero":
                return f"({self._money_in(check)})=0"
            case "some_money":
                return f"({self._money_in(check)})>0"
        return self._fails(check)

    def _money_in(self, check: Hindrance) -> str:
        """Count the amounts of some lines that are not nought."""
        counts = (
            f'COUNTIF({self.blocks[_SIDES[side]].along("moment", number, 0, check.first, check.last)},"<>0")'
            for side, number in check.lines
        )
        return "+".join(counts)

    def _fails(self, check: Hindrance) -> str:
        """Write that an argument is not what its guard says."""
        argument, condition = check.argument, check.condition or "positive"
        if condition in _HOLDS:
            if argument.endswith("_until"):
                side = argument.removeprefix("pv_").removesuffix("_until")
                return f"NOT({self._sum_until(side, check.last)}{_HOLDS[condition]})"
            return f"NOT({self._cell(argument)}{_HOLDS[condition]})"
        block = self.blocks[argument]
        if block.moments == 1:
            return "FALSE"
        first = 1 if condition == "at_start_alone" else 0
        last = block.moments - 1 if condition == "at_start_alone" else block.moments - 2
        return f'COUNTIF({block.along("moment", 0, 0, first, last)},"<>0")>0'
