"""The numbered notes of a working: what each holds, and what it uses, down to the inputs.

Figures come first, in their order; then the quantities that they use, nearest first; then what
lines state by a formula over inputs. A quantity that only passes another on has no note of its own:
who uses it is led on to what it passes. So it is, on a page, of a step that multiplies by one or sums
one line.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from roi_casebook.appraisal import Appraisal, Step, steps
from roi_casebook.appraisal.amounts import inputs_of, parsed, yearly_in
from roi_casebook.appraisal.case_flows import stated_shares
from roi_casebook.appraisal.working import trees_of_line
from roi_casebook.case import BenefitLine, Case, CostLine, Input, NetLine
from roi_casebook.case.lines import MoneyLine
from roi_casebook.case.named_inputs import GROWS
from roi_casebook.case.timeline import START, Moment
from roi_casebook.pages.parts.anchors import Target
from roi_casebook.roi.algebra.expressions import Name, Node, Op, Sum
from roi_casebook.roi.constants import CONSTANTS
from roi_casebook.roi.figure_table import FIGURES
from roi_casebook.roi.figures import Figure, Reason
from roi_casebook.roi.quantities import INPUT_AXES
from roi_casebook.written.scalars import UNKNOWN

AMOUNTS: Mapping[type[MoneyLine], str] = {
    CostLine: "cost_amount",
    BenefitLine: "benefit_amount",
    NetLine: "balance",
}
"""What the quantities call the amount of a line."""
_COSTS = {"cost", "cost_amount", "cost_risk"}
_BALANCES = {"balance"}
_LEADS_ON = {
    part: whole
    for entry in FIGURES.values()
    for part, whole in (entry.solver.leads_on if entry.solver else ())
}
"""What a solver starts from -> the quantity that it is a part of."""


@dataclass(frozen=True)
class StatedAmount:
    """What a line states by a formula over inputs, at those moments; None: a share, at all.

    yearly: those of its inputs that have a number for each year; first: the line's first moment,
    from which inputs grow.
    """

    formula: str
    tree: Node
    when: tuple[Moment, ...] | None
    yearly: tuple[str, ...] = ()
    first: Moment = START


@dataclass(frozen=True)
class Note:
    """A numbered note: a figure, a quantity (of a line), or what a line states.

    figures: the figure; or all that have no value for one and the same reason.
    """

    name: str
    line: str | None
    figures: tuple[Figure, ...]
    steps: tuple[Step, ...]
    stated: tuple[StatedAmount, ...]
    uses: tuple[Target, ...]


def notes_of(
    case: Case,
    appraisal: Appraisal,
    untold: frozenset[str] = frozenset(),
    *,
    each_step: bool = True,
) -> tuple[Note, ...]:
    """Give the notes of an appraisal in the order of their numbers; untold: figures without one.

    each_step: those that pass on what they are given have a note too.
    """
    told = {name: own for name, own in appraisal.figures.items() if name not in untold}
    own = case.as_read(appraisal.reading)
    return tuple(_Working(own, appraisal, told, each_step).notes())


@dataclass(frozen=True)
class _Working:
    case: Case
    appraisal: Appraisal
    figures: Mapping[str, Figure]
    each_step: bool

    def notes(self) -> Iterator[Note]:
        yield from self._figure_notes()
        for step in self._quantities.values():
            yield Note(step.name, step.line, (), (step,), (), self._used_by((step,)))
        for name, line in self._stated_by_lines():
            parts = self._stated(name, line)
            if parts:
                yield Note(name, line, (), (), parts, self._inputs(parts))

    # Steps -------------------------------------------------------------------------------------

    @cached_property
    def _figure_steps(self) -> dict[str, tuple[Step, ...]]:
        return {
            name: steps(self.appraisal, name) if figure.value is not None else ()
            for name, figure in self.figures.items()
        }

    @cached_property
    def _quantities(self) -> dict[tuple[str, str | None], Step]:
        """The steps that are no figure's own, each once."""
        return {
            (step.name, step.line): step
            for name, found in self._figure_steps.items()
            for step in found
            if not self._is_own(step, name)
            and step.name not in self.appraisal.figures
            and (step.name, step.line) not in self._passed
        }

    @cached_property
    def _passed(self) -> dict[tuple[str, str | None], str]:
        """What steps pass on as it is."""
        return {
            (step.name, step.line): passed
            for found in self._figure_steps.values()
            for step in found
            if not self.each_step and (passed := passed_by(step))
        }

    def _is_own(self, step: Step, figure: str) -> bool:
        return step.name == figure or step.name not in self.appraisal.trees

    def _figure_notes(self) -> Iterator[Note]:
        """Give a note for each figure that has a value, and one for each reason why some have none."""
        reasons: dict[Reason, list[Figure]] = {}
        for figure in self.figures.values():
            if figure.reason is None:
                yield self._figure_note(figure)
            else:
                reasons.setdefault(figure.reason, []).append(figure)
        for figures in reasons.values():
            yield Note(figures[0].name, None, tuple(figures), (), (), ())

    def _figure_note(self, figure: Figure) -> Note:
        found = self._figure_steps[figure.name]
        own = tuple(step for step in found if self._is_own(step, figure.name))
        own = own or self._passing_on(figure)
        uses = (used for used in self._used_by(own) if used != Target("note", figure.name))
        return Note(figure.name, None, (figure,), own, (), tuple(uses))

    def _passing_on(self, figure: Figure) -> tuple[Step, ...]:
        """Give the step of a figure that is another quantity under a name of its own."""
        tree = self.appraisal.trees.get(figure.name)
        if not isinstance(tree, Name) or figure.value is None:
            return ()
        value = (figure.value,)
        return (Step(figure.name, None, tree, frozenset(), value, {tree.name: value}),)

    # What a step uses ----------------------------------------------------------------------------

    def _used_by(self, found: tuple[Step, ...]) -> tuple[Target, ...]:
        own = {step.name for step in found}
        return tuple(
            dict.fromkeys(
                target
                for step in found
                for name in step.terms
                if name not in own
                for line in self._lines_of(name, step)
                for target in self._targets(_LEADS_ON.get(name, name), line)
            )
        )

    def _lines_of(self, name: str, step: Step) -> tuple[str | None, ...]:
        """Give the lines over which a name runs in a step: its own, all of a side, or none."""
        if not self._varies_by_line(name):
            return (None,)
        return (step.line,) if step.line is not None else self._lines_over(name)

    def _lines_over(self, name: str) -> tuple[str | None, ...]:
        """Give all lines over which a name runs, or none."""
        if not self._varies_by_line(name):
            return (None,)
        flows = self.appraisal.flows
        side = (
            flows.costs
            if name in _COSTS
            else flows.balances
            if name in _BALANCES
            else flows.benefits
        )
        return tuple(line.name for line in side)

    def _varies_by_line(self, name: str) -> bool:
        tree = self.appraisal.trees.get(name)
        return "line" in (tree.axes if tree is not None else INPUT_AXES.get(name, "").split())

    def _targets(self, name: str, line: str | None) -> Iterator[Target]:
        passed = self._tree(name, line)
        if name in self.appraisal.figures:
            yield Target("note", name)
        elif (name, line) in self._quantities:
            yield Target("note", name, line)
        elif (name, line) in self._passed:
            yield from self._passed_targets(self._passed[name, line], line)
        elif isinstance(passed, Name) and passed.name != name:
            yield from self._targets(passed.name, line)
        elif line is not None:
            yield from self._stated_targets(name, line)
        elif name in INPUT_AXES:
            yield Target("setting", name)

    def _passed_targets(self, name: str, line: str | None) -> Iterator[Target]:
        """Give what a step passes on: of its own line, or of the only one that it sums."""
        lines = [line] if line is not None else self._lines_over(name)
        for own in lines:
            yield from self._targets(_LEADS_ON.get(name, name), own)

    def _tree(self, name: str, line: str | None) -> Node | None:
        """Give the formula of a quantity as it applies to a line, or to all."""
        if line is None:
            return self.appraisal.trees.get(name)
        flows = self.appraisal.flows
        own = next(
            one for one in (*flows.costs, *flows.benefits, *flows.balances) if one.name == line
        )
        return trees_of_line(own.stated).get(name)

    # What lines state ----------------------------------------------------------------------------

    def _stated_by_lines(self) -> Iterator[tuple[str, str]]:
        flows = self.appraisal.flows
        for line in (*flows.costs, *flows.benefits, *flows.balances):
            own = self.case.lines()[line.name]
            yield AMOUNTS[type(own)], line.name
            for share in stated_shares(own):
                yield share, line.name

    def _written(self, name: str, line: str) -> dict[str, tuple[Moment, ...] | None]:
        """Give the formulas by which a line states its amount or a share, with their moments."""
        own = self.case.lines()[line]
        if name != AMOUNTS[type(own)]:
            share = stated_shares(own).get(name)
            return {share: None} if isinstance(share, str) else {}
        written: dict[str, tuple[Moment, ...] | None] = {}
        for moment, formula in own.amounts().items():
            written[formula] = (*(written.get(formula) or ()), moment)
        return written

    def _stated(self, name: str, line: str) -> tuple[StatedAmount, ...]:
        """Give what needs a note: formulas that are more than the name of an input."""
        trees = {
            formula: parsed(formula) for formula in self._written(name, line) if formula != UNKNOWN
        }
        if all(isinstance(tree, Name) and not self._grows(tree) for tree in trees.values()):
            return ()
        written, first = self._written(name, line), min(self.case.lines()[line].amounts())
        return tuple(
            StatedAmount(formula, tree, written[formula], yearly_in(self.case, formula), first)
            for formula, tree in trees.items()
        )

    def _grows(self, name: Name) -> bool:
        given = self.case.inputs.get(name.name)
        return given is not None and given.growth is not None

    def _stated_targets(self, name: str, line: str) -> Iterator[Target]:
        if self._stated(name, line):
            yield Target("note", name, line)
            return
        if isinstance(stated_shares(self.case.lines()[line]).get(name), Input):
            yield Target("input", name, line)
            return
        for formula in self._written(name, line):
            yield Target("line", line) if formula == UNKNOWN else Target("input", formula.strip())

    def _inputs(self, parts: tuple[StatedAmount, ...]) -> tuple[Target, ...]:
        """Give what formulas use: inputs, the growth of some with a basis of its own, constants."""
        names = dict.fromkeys(name for part in parts for name in inputs_of(part.tree))
        grown = (
            name
            for name in names
            if name in self.case.inputs and self.case.inputs[name].has_own_growth
        )
        own = dict.fromkeys(f"{name}{GROWS}" for name in grown)
        return tuple(
            Target("setting" if name in CONSTANTS else "input", name) for name in {**names, **own}
        )


def passed_by(step: Step) -> str:
    """Give the name that a step passes on as it is, "" where it changes anything.

    That is a sum of one value, or a product with what is one throughout.
    """
    match step.tree:
        case Sum(of=Name(name=name)) if step.values == step.terms[name]:
            return name
        case Op(sign="*", left=Name() as left, right=Name() as right):
            for kept, other in ((left, right), (right, left)):
                if set(step.terms[other.name]) == {1.0} and step.values == step.terms[kept.name]:
                    return kept.name
    return ""
