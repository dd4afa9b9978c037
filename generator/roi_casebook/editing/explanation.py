"""`casebook explain`: the working of a figure, from its formula down to inputs and their sources.

It is the same working as on the page of the case: each note that a figure leads to, nearest first;
then the inputs, settings and unknown lines that these rest on, each once.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from roi_casebook.appraisal import Appraisal, AppraisedCase, Step
from roi_casebook.appraisal.amounts import inputs_of, parsed
from roi_casebook.appraisal.case_flows import is_of_one_moment, stated_shares
from roi_casebook.appraisal.rate_in_force import rate_in_force
from roi_casebook.case import Case, Input, NamedInput
from roi_casebook.case.named_inputs import single_numbers
from roi_casebook.case.timeline import Moment
from roi_casebook.config import SiteConfig
from roi_casebook.editing.explained_results import results_explained
from roi_casebook.editing.figures_listing import heading
from roi_casebook.pages.parts.anchors import Target
from roi_casebook.pages.parts.notes import Note, StatedAmount, notes_of
from roi_casebook.pages.parts.worked_amounts import WorkedAmounts, growth_tree
from roi_casebook.roi.algebra.expressions import Name
from roi_casebook.roi.constants import CONSTANTS
from roi_casebook.roi.figures import Figure
from roi_casebook.wording import Wording, WorkedLine
from roi_casebook.written.scalars import UNKNOWN


def explained(
    appraised: AppraisedCase,
    appraisal: Appraisal,
    wanted: list[str],
    words: Wording,
    config: SiteConfig,
) -> str:
    """Explain the figures named in `wanted`, or all where it is empty; then the inputs, once.

    Each lane by itself, in its own words.
    """
    blocks = [heading(appraised, appraisal, words)]
    for lane in _lanes(appraised, appraisal, wanted):
        figures = [lane.figures[name] for name in wanted or lane.figures]
        own_words = words.in_lane(lane.basis.lane)
        told = _Explanation(appraised.case, lane, own_words, config)
        basis = own_words.say.basis(lane.basis).sentence
        blocks += [basis, *told.working(figures), *told.grounds(figures)]
    blocks += results_explained(appraised, appraisal.reading, wanted, words)
    return "\n\n".join(blocks)


def _lanes(
    appraised: AppraisedCase, appraisal: Appraisal, wanted: list[str]
) -> tuple[Appraisal, ...]:
    """Give the lanes of a reading, or that alone which has the wanted figures; money first."""
    lanes = appraised.lanes(appraisal.reading)
    having = (lane for lane in lanes if lane.figures.keys() >= set(wanted))
    return lanes if not wanted else tuple(islice(having, 1))


@dataclass(frozen=True)
class _Explanation:
    case: Case
    appraisal: Appraisal
    words: Wording
    config: SiteConfig

    # The working -------------------------------------------------------------------------------

    def working(self, figures: list[Figure]) -> list[str]:
        """Give a block for each figure, then one for each note below them."""
        named = {figure.name for figure in figures}
        below = [note for note in self._below(figures) if note.name not in named]
        blocks = [self._figure(figure) for figure in figures]
        return blocks + ["\n".join(self._note(note)) for note in below]

    def _below(self, figures: list[Figure]) -> list[Note]:
        """Give the notes that figures lead to, each once, nearest first."""
        notes = self._notes()
        waiting = [notes[figure.name, None] for figure in figures]
        found: dict[Target, Note] = {}
        while waiting:
            for used in waiting.pop(0).uses:
                if used.kind == "note" and used not in found:
                    found[used] = notes[used.name, used.line]
                    waiting.append(found[used])
        return list(found.values())

    def _notes(self) -> dict[tuple[str, str | None], Note]:
        return {
            (name, note.line): note
            for note in notes_of(self.case, self.appraisal)
            for name in ([figure.name for figure in note.figures] or [note.name])
        }

    def _figure(self, figure: Figure) -> str:
        shown = self.words.figures.figure(figure, self._currency)
        if figure.reason:
            return f"{figure.name}: {shown.name}\n  {shown.reason}"
        title = (
            f"{figure.name}: {shown.name}: {shown.whole}\n  {self.words.names.meaning(figure.name)}"
        )
        steps = self._notes()[figure.name, None].steps
        return "\n".join([title, *(line for step in steps for line in self._step(step))])

    def _note(self, note: Note) -> Iterator[str]:
        yield f"{self.words.names.full_name(note.name)}{self._of_line(note.line)}"
        for step in note.steps:
            yield from self._step(step)
        for stated in note.stated:
            yield from self._growth(stated)
            if not isinstance(stated.tree, Name):
                yield f"  = {self.words.formulas.in_words(stated.tree)}"
                for when, line in WorkedAmounts(self.case, self.words).lines(stated):
                    yield self._at(when, line)

    def _growth(self, stated: StatedAmount) -> Iterator[str]:
        """Tell what each input that grows is in the years of a line."""
        for name in stated.yearly:
            if self.case.inputs[name].growth:
                growth = self.words.t("input.growth_of", name=name)
                labels = {"first_amount": name, "growth": growth}
                yield f"  {name} = {self.words.formulas.in_words(growth_tree(), labels)}"
                for at, line in WorkedAmounts(self.case, self.words).growth(stated, name):
                    yield self._at((at,), line)

    def _at(self, when: tuple[Moment, ...], line: WorkedLine) -> str:
        named = ", ".join(map(str, when)) if self.appraisal.flows.years else ""
        return _worked(replace(line, year=named))

    def _of_line(self, line: str | None) -> str:
        return f" [{self.words.texts.written(self.case.lines()[line].label)}]" if line else ""

    def _step(self, step: Step) -> Iterator[str]:
        yield f"  = {self.words.formulas.in_words(step.tree)}"
        lines = self.words.formulas.step_with_numbers(
            step, self._currency, moments=self.appraisal.moments
        )
        yield from map(_worked, lines)

    # What it rests on --------------------------------------------------------------------------

    def grounds(self, figures: list[Figure]) -> list[str]:
        """Give what figures rest on: inputs, settings, lines of which nothing is known."""
        lines = [text for target in self._targets(figures) for text in self._ground(target)]
        return ["\n  ".join([self.words.t("command.rests_on"), *lines])] if lines else []

    def _targets(self, figures: list[Figure]) -> dict[Target, None]:
        notes = self._notes()
        starts = [notes[figure.name, None] for figure in figures]
        found = [used for note in (*starts, *self._below(figures)) for used in note.uses]
        if any(figure.reason for figure in figures):
            counted = [line for line in self.case.lines() if line in self.appraisal.lines]
            found += [used for line in counted for used in self._stated_by(line)]
        return dict.fromkeys(used for used in found if used.kind != "note")

    def _stated_by(self, name: str) -> Iterator[Target]:
        """Give what the amount of a line rests on: what is there to go by where there is no figure."""
        for formula in self.case.lines()[name].amounts().values():
            if formula == UNKNOWN:
                yield Target("line", name)
                continue
            for used in inputs_of(parsed(formula)):
                yield Target("setting" if used in CONSTANTS else "input", used)

    def _ground(self, target: Target) -> Iterator[str]:
        if target.kind == "line":
            line = self.case.lines()[target.name]
            why = self.words.texts.written(line.looked or line.needs or {"": ""})
            yield f"{target.name} ({self.words.texts.written(line.label)}) = {self._unknown}; {why}"
        elif target.kind == "input":
            yield self._input(target.name, target.line)
        elif target.name in CONSTANTS:
            value, unit = CONSTANTS[target.name]
            yield f"{target.name} = {self._amount(value, unit)}"
        elif target.name == "discount_rate":
            yield from self._discount_rate()

    def _input(self, name: str, line: str | None) -> str:
        if line is None:
            return self._written(name, single_numbers(self.case.inputs)[name])
        given = stated_shares(self.case.lines()[line])[name]
        assert isinstance(given, Input)  # noqa: S101 -- other shares are no inputs of their own
        return self._written(f"{line}.{name}", given)

    def _written(self, name: str, given: Input) -> str:
        shown = self._years_of(given) or self._amount(given.central(), given.unit)
        spread = given.range()
        if spread is not None:
            ends = self.words.numbers.stated_range(
                spread, given.se, given.unit, self.case.money.currency
            )
            shown = f"{shown} ({ends}, {self.words.labels.label('shape', spread.shape)})"
        growth = given.growth.central() if isinstance(given, NamedInput) and given.growth else None
        if growth is not None:
            rate = self.words.numbers.percent_exact(abs(growth))
            shown += (
                f", {self.words.t('input.shrinks' if growth < 0 else 'input.grows', rate=rate)}"
            )
        return f"{name} = {shown}; {self._basis(given)}"

    def _years_of(self, given: Input) -> str:
        """Give the numbers of a series, each with its year; "" of any other input."""
        years = given.by_year.items()
        return ", ".join(f"{year}: {self._amount(value, given.unit)}" for year, value in years)

    def _basis(self, given: Input) -> str:
        if given.source:
            source = self.case.sources[given.source]
            quote = (
                f": {self.words.texts.quotation(given.quote, source.lang)}" if given.quote else ""
            )
            by = self.words.texts.author(source.by)
            return f"{by}, {source.work}{quote} <{source.read_at}>"
        return str(
            self.words.texts.written(given.assumption or given.looked or given.needs or {"": ""})
        )

    def _discount_rate(self) -> Iterator[str]:
        case = self.case.as_read(self.appraisal.reading)
        if is_of_one_moment(case, self.appraisal.lines):
            yield self.words.t("rate.one_moment")
            return
        found = rate_in_force(case, self.config)
        if found.rate is not None and found.why is not None:
            name = self.words.names.full_name("discount_rate")
            said = self.words.rates.why_in_force(found)
            yield f"{name} = {self.words.rates.a_year(found.rate)}; {said} {self.words.texts.written(found.why)}"

    # Values ------------------------------------------------------------------------------------

    @property
    def _currency(self) -> str:
        return self.case.money.currency

    @property
    def _unknown(self) -> str:
        return self.words.t("unknown")

    def _amount(self, value: float | None, unit: str) -> str:
        return (
            self._unknown
            if value is None
            else self.words.numbers.quantity(value, unit, self._currency)
        )


def _worked(line: WorkedLine) -> str:
    """Write a line of numbers; a formula that is its result already is not said twice."""
    text = line.result if line.is_result else f"{line.formula} = {line.result}"
    return f"    {line.year}: {text}" if line.year else f"    = {text}"
