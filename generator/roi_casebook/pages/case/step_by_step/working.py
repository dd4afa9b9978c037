"""The numbered notes as a reader sees them: in words, with numbers, as mathematics, with links."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from roi_casebook.appraisal import Step
from roi_casebook.appraisal.amounts import inputs_of
from roi_casebook.case.named_inputs import GROWS
from roi_casebook.case.timeline import Moment
from roi_casebook.pages.case.inputs import InputView
from roi_casebook.pages.case.step_by_step.rests_on import (
    Notes,
    Place,
    by_place,
    inputs_below,
    places,
)
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.anchors import Target
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.formula_views import FormulaView, formula_view
from roi_casebook.pages.parts.links import Link
from roi_casebook.pages.parts.notes import Note, StatedAmount
from roi_casebook.pages.parts.numbered_notes import (
    NotedAppraisal,
    note_label,
    note_title,
    short_title,
)
from roi_casebook.pages.parts.worked_amounts import WorkedAmounts, growth_tree
from roi_casebook.roi.algebra.expressions import Name
from roi_casebook.roi.figure_table import FIGURES
from roi_casebook.roi.figures import Figure
from roi_casebook.roi.flows import Flows, Line
from roi_casebook.wording import WorkedLine

_GAPS = {"cost_unknown", "benefit_unknown", "net_unknown", "social_unknown", "unbounded"}
"""Reasons that the known lines do not explain."""


@dataclass(frozen=True)
class NoteView:
    """A numbered note. result: the value of a figure, else ""; reason: why there is none, else "".

    label: number and name; basis: of the appraisal, where the note is a figure's; rows: where the
    table of figures has it; rests_on: the inputs at the end of all that it uses.
    """

    id: str
    number: str
    label: str
    title: str
    result: str
    reason: str
    bound: str
    method: str
    explanation: str
    formulas: tuple[FormulaView, ...]
    gaps: tuple[Link, ...]
    uses: tuple[Link, ...]
    rests_on: tuple[InputView, ...]
    used_by: tuple[Link, ...]
    basis: tuple[str, ...]
    rows: tuple[Link, ...]


@dataclass(frozen=True)
class WorkingView:
    """The working of one reading."""

    id: str
    heading: str
    language: str
    notes: tuple[NoteView, ...]


def working_view(
    c: CaseInLanguage, noted: NotedAppraisal, inputs: Mapping[str, InputView]
) -> WorkingView:
    """Give the numbered notes of an appraisal. inputs: of the case, by their ids."""
    reading = noted.appraisal.reading
    label = c.wording.texts.written(c.case.readings[reading].label) if reading else None
    return WorkingView(
        id=anchors.in_reading(noted.reading, "working"),
        heading=label.text if label else "",
        language=label.language if label and label.is_fallback else "",
        notes=tuple(_Notes(c, noted, inputs).views()),
    )


@dataclass(frozen=True)
class _Notes:
    c: CaseInLanguage
    noted: NotedAppraisal
    inputs: Mapping[str, InputView]

    def views(self) -> list[NoteView]:
        return [self._view(note, number) for number, note in self._in_order]

    @property
    def _in_order(self) -> Iterator[tuple[int, Note]]:
        return enumerate(self.noted.notes, self.noted.first)

    def _view(self, note: Note, number: int) -> NoteView:
        wording, figure = self.c.wording, note.figures[0] if note.figures else None
        text = wording.figures.figure(figure, self.c.values.currency) if figure else None
        return NoteView(
            id=anchors.note(note.name, note.line, self._reading),
            number=str(number),
            label=note_label(self.c.wording, self.c.names, str(number), note),
            title=note_title(self.c.wording, self.c.names, note),
            result=text.text if text else "",
            reason=wording.figures.reason(figure.reason) if figure and figure.reason else "",
            bound=self._bound(note),
            method=self.c.addresses.to_method(anchors.of("quantity", note.name)),
            explanation=self._explanation(note),
            formulas=(
                *map(self._formula, note.steps),
                *(view for s in note.stated for view in self._stated(note, s)),
            ),
            gaps=self._gaps(note),
            uses=tuple(self._link(used) for used in note.uses if used.kind != "input"),
            rests_on=self._rests_on(note),
            used_by=self._used_by(note),
            basis=self._chips(note.name) if text and text.text else (),
            rows=self._rows(note),
        )

    def _chips(self, figure: str) -> tuple[str, ...]:
        """Say what kind of number a figure is; most are as the reading is, whose words stand once."""
        own = self.noted.appraisal.basis.of_figure(figure)
        return (
            self._reading_chips
            if own == self.noted.appraisal.basis
            else self.c.wording.say.basis(own).chips
        )

    @cached_property
    def _reading_chips(self) -> tuple[str, ...]:
        return self.c.wording.say.basis(self.noted.appraisal.basis).chips

    @property
    def _reading(self) -> str | None:
        return self.noted.reading

    # Texts -----------------------------------------------------------------------------------------

    def _bound(self, note: Note) -> str:
        figure = note.figures[0] if note.figures else None
        key = (figure.bound or figure.side) if figure else None
        return self.c.wording.t(f"working.{key}") if key else ""

    def _explanation(self, note: Note) -> str:
        key = FIGURES[note.name].explained if note.name in FIGURES else ""
        if key and note.figures and note.figures[0].again:
            key = f"{key}_again"
        return self.c.wording.t(key) if key and note.steps else ""

    def _formula(self, step: Step) -> FormulaView:
        w = self.c.wording
        lines = w.formulas.step_with_numbers(
            step, self.c.values.currency, moments=self.noted.appraisal.moments
        )
        numbers = tuple(map(self._line, lines))
        return replace(formula_view(w, step.name, step.tree), numbers=numbers)

    def _stated(self, note: Note, stated: StatedAmount) -> Iterator[FormulaView]:
        """Give how inputs grow; then an editor's formula, each of its inputs a link to its note."""
        for name in stated.yearly:
            if self.c.case.inputs[name].growth:
                yield self._growth(stated, name)
        if not isinstance(stated.tree, Name):
            yield self._formula_of(note, stated)

    def _growth(self, stated: StatedAmount, name: str) -> FormulaView:
        """Give how an input grows over the years of a line."""
        w, c = self.c.wording, self.c
        label = c.names.input(name).text
        names = {
            "grown_amount": w.t("input.in_year", name=label),
            "first_amount": label,
            "growth": w.t("input.growth_of", name=label),
        }
        links = {"first_amount": c.links.input(name), "growth": c.links.place(f"{name}{GROWS}")}
        shown = formula_view(w, "grown_amount", growth_tree(), names, links)
        lines = self._amounts.growth(stated, name)
        return replace(shown, numbers=tuple(self._numbers((at,), line) for at, line in lines))

    def _formula_of(self, note: Note, stated: StatedAmount) -> FormulaView:
        w, c = self.c.wording, self.c
        names = {**c.names.inputs, note.name: w.names.short_name(note.name)}
        links = {own: c.links.input(own) for own in inputs_of(stated.tree)}
        shown = formula_view(w, note.name, stated.tree, names, links)
        lines = self._amounts.lines(stated)
        return replace(shown, numbers=tuple(self._numbers(when, line) for when, line in lines))

    @cached_property
    def _amounts(self) -> WorkedAmounts:
        return WorkedAmounts(self.c.case, self.c.wording)

    def _numbers(self, when: tuple[Moment, ...], worked: WorkedLine) -> str:
        """Write a line of numbers under the moments for which it stands."""
        year = self.c.wording.times.moments(when) if when and self._years else ""
        return self._line(replace(worked, year=year))

    def _line(self, worked: WorkedLine) -> str:
        """Write a line of numbers; a formula that is its result already is not said twice."""
        t, text = self.c.wording.t, worked.result
        if not worked.is_result:
            text = t("working.numbers", formula=worked.formula, result=worked.result)
        if worked.year:
            return t("working.in_year", year=worked.year, numbers=text)
        return t("working.for_all", numbers=text)

    @property
    def _years(self) -> int:
        return self.noted.appraisal.flows.years

    # Links -------------------------------------------------------------------------------------------

    def _link(self, used: Target) -> Link:
        if used.kind == "note":
            return self._note_link(self._numbered[used.name, used.line])
        if used.kind == "line":
            return self.c.links.line(used.name)
        if used.kind == "input":
            return (
                self.c.links.share(used.line, used.name)
                if used.line
                else self.c.links.input(used.name)
            )
        href = self.c.addresses.to_method(anchors.target(used, None))
        return Link(self.c.wording.names.short_name(used.name), href)

    def _note_link(self, numbered: tuple[int, Note]) -> Link:
        number, note = numbered
        href = f"#{anchors.note(note.name, note.line, self._reading)}"
        return Link(short_title(self.c.wording, self.c.names, note), href, number=str(number))

    def _rests_on(self, note: Note) -> tuple[InputView, ...]:
        ids = (anchors.target(one, None) for one in inputs_below(note, self._by_place))
        return tuple(self.inputs[one] for one in ids if one in self.inputs)

    def _rows(self, note: Note) -> tuple[Link, ...]:
        """Lead back to the table of figures, which shows figures without a value in one row."""
        text = self.c.wording.t("working.table")
        rows = (anchors.of("figure", figure.name) for figure in note.figures[:1])
        return tuple(Link(text, f"#{anchors.in_reading(self._reading, row)}") for row in rows)

    @cached_property
    def _by_place(self) -> Notes:
        return by_place(self.noted.notes)

    @cached_property
    def _numbered(self) -> Mapping[Place, tuple[int, Note]]:
        return {place: (number, note) for number, note in self._in_order for place in places(note)}

    def _used_by(self, note: Note) -> tuple[Link, ...]:
        own = Target("note", note.name, note.line)
        return tuple(map(self._note_link, self._users.get(own, ())))

    @cached_property
    def _users(self) -> Mapping[Target, list[tuple[int, Note]]]:
        users: dict[Target, list[tuple[int, Note]]] = {}
        for number, note in self._in_order:
            for used in dict.fromkeys(note.uses):
                users.setdefault(used, []).append((number, note))
        return users

    def _gaps(self, note: Note) -> tuple[Link, ...]:
        """Lead to the lines whose amount or share is not known, where a figure suffers from it."""
        figure = note.figures[0] if note.figures else None
        if figure is None or not (figure.side or figure.reason in _GAPS):
            return ()
        return tuple(
            self.c.links.line(line.name) for line in gaps(self.noted.appraisal.flows, figure)
        )


def gaps(flows: Flows, figure: Figure) -> tuple[Line, ...]:
    """Give the lines of which something is not known that enters a figure."""
    entry = FIGURES[figure.name]
    with_costs = entry.with_costs and figure.reason != "benefit_unknown"
    with_benefits = entry.with_benefits and figure.reason != "cost_unknown"
    lines = (
        *(flows.costs if with_costs else ()),
        *(flows.benefits if with_benefits else ()),
        *flows.balances,
    )
    return tuple(line for line in lines if line.has_gap or None in line.shares.values())
