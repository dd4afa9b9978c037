"""The figures of an appraisal: the strip that leads, the table of all, the readings side by side."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from roi_casebook.appraisal import Appraisal
from roi_casebook.pages import anchors
from roi_casebook.pages.note_names import note_label
from roi_casebook.pages.notes import Note
from roi_casebook.pages.telling import Telling
from roi_casebook.pages.views import Kept, Link, kept
from roi_casebook.wording import FigureText, Written
from roi_casebook.wording.typography import capitalised
from roi_casebook.written.scalars import UNKNOWN


@dataclass(frozen=True)
class NoteLink:
    """The number of a note, the way to it, and what it is called: Note 4: ..."""

    number: str
    href: str
    label: str


@dataclass(frozen=True)
class StripItem:
    """One of the figures that lead; bound: at most, at least; is_reason: the value is a reason."""

    label: str
    bound: str
    value: Kept
    is_reason: bool
    is_lead: bool
    qualifiers: tuple[str, ...]
    note: NoteLink | None


@dataclass(frozen=True)
class FigureRow:
    """A figure that has a value; `badge` is at-most, at-least or "" and `bound` its word.

    range: where it lies in most outcomes, if inputs have ranges, else "".
    """

    id: str
    name: str
    value: Kept
    range: str
    meaning: str
    badge: str
    bound: str
    note: NoteLink
    method: str


@dataclass(frozen=True)
class ReasonRow:
    """Figures that have no value, all for one reason."""

    names: tuple[Link, ...]
    ids: tuple[str, ...]
    reason: str
    note: NoteLink


@dataclass(frozen=True)
class FiguresView:
    """All figures of an appraisal."""

    rows: tuple[FigureRow, ...]
    reasons: tuple[ReasonRow, ...]


@dataclass(frozen=True)
class ReadingView:
    """A whole appraisal in short; `leads` says why it does, where it does."""

    id: str
    label: Written
    because: Written | None
    leads: Written | None
    figures: tuple[StripItem, ...]
    chips: tuple[str, ...]
    lines: tuple[Link, ...]
    working: str


Numbers = Mapping[str, NoteLink]
"""The note of each figure of an appraisal."""


def note_links(
    told: Telling, notes: tuple[Note, ...], reading: str | None, first: int
) -> dict[str, NoteLink]:
    """Give the note of each figure, by its name."""
    return {
        figure.name: NoteLink(
            number=str(number),
            href=f"#{anchors.note(note.name, note.line, reading)}",
            label=note_label(told, str(number), note),
        )
        for number, note in enumerate(notes, first)
        for figure in note.figures
    }


# The strip ---------------------------------------------------------------------------------------


def strip(told: Telling, numbers: Numbers) -> tuple[StripItem, ...]:
    """Give what leads: cost, return, how solid, how mature."""
    return (*_money_items(told, told.judged.leading, numbers), _solid(told), _mature(told))


def _money_items(told: Telling, appraisal: Appraisal, numbers: Numbers) -> Iterator[StripItem]:
    """Give cost and return. A return never stands without NPV and horizon."""
    wording = told.wording
    texts = {name: _text(told, appraisal, name) for name in ("pv_costs", "roi", "npv")}
    horizon = wording.t("horizon", years=wording.horizon(appraisal.basis.horizon_years))
    npv = wording.t("strip.named", name=texts["npv"].short_name, value=texts["npv"].whole)
    present = wording.t("strip.present_value") if appraisal.basis.horizon_years else horizon
    yield _item(wording.t("strip.cost"), texts["pv_costs"], numbers["pv_costs"], (present,))
    yield _item(
        texts["roi"].short_name,
        texts["roi"],
        numbers["roi"],
        tuple(filter(None, (texts["roi"].range, npv, horizon)))
        if texts["npv"].kind != "reason"
        else (),
        is_lead=True,
    )


def _item(
    label: str,
    figure: FigureText,
    note: NoteLink,
    qualifiers: tuple[str, ...],
    *,
    is_lead: bool = False,
) -> StripItem:
    is_reason = figure.kind == "reason"
    shown = () if is_reason and not is_lead else qualifiers
    value = figure.reason_short if is_reason else figure.text
    return StripItem(label, figure.qualifier, kept(value), is_reason, is_lead, shown, note)


def _text(told: Telling, appraisal: Appraisal, name: str) -> FigureText:
    return told.wording.figure(appraisal.figures[name], told.currency)


def _solid(told: Telling) -> StripItem:
    """Say how the numbers came about, and who checked them."""
    wording, case = told.wording, told.case
    status = wording.label("status", told.judged.leading.basis.status)
    checked = wording.label("checked_by", case.people.checked.role)
    flows = told.judged.leading.flows
    lines = (*flows.costs, *flows.benefits, *flows.balances)
    has_lines = not all(line.is_unknown for line in lines)
    return StripItem(
        wording.t("strip.solid"),
        "",
        kept(status if has_lines else wording.t("strip.nothing")),
        is_reason=True,
        is_lead=False,
        qualifiers=(checked,),
        note=None,
    )


def _mature(told: Telling) -> StripItem:
    """Say how long was observed, and how long such work needs."""
    wording, case = told.wording, told.case
    return StripItem(
        wording.t("strip.observed"),
        "",
        kept(months_observed(told)),
        is_reason=case.period.observed_months == UNKNOWN,
        is_lead=False,
        qualifiers=(time_needed(told),),
        note=None,
    )


def months_observed(told: Telling) -> str:
    """Say for how many months results were observed."""
    observed = told.case.period.observed_months
    return told.amount(None if isinstance(observed, str) else observed, "month")


def time_needed(told: Telling) -> str:
    """Say how long such work needs to show effect."""
    needed = told.case.time_to_effect
    value = None if isinstance(needed, str) else needed.central()
    if isinstance(needed, str) or value is None:
        return told.wording.t("strip.needed_unknown")
    return told.wording.t("strip.needed", time=told.amount(value, needed.unit))


# All figures ---------------------------------------------------------------------------------------


def figures_view(
    told: Telling, appraisal: Appraisal, notes: tuple[Note, ...], numbers: Numbers
) -> FiguresView:
    """Give every figure: its value or bound; those without one, by the reason."""
    valued = [figure for figure in appraisal.figures.values() if figure.reason is None]
    reading = anchor_reading(told, appraisal)
    rows = tuple(_row(told, appraisal, figure.name, reading, numbers) for figure in valued)
    grouped = (note for note in notes if note.figures and note.figures[0].reason)
    return FiguresView(rows, tuple(_reason(told, note, reading, numbers) for note in grouped))


def anchor_reading(told: Telling, appraisal: Appraisal) -> str | None:
    """Give the reading that stands in the ids of an appraisal; the leading one has none."""
    return None if appraisal.reading == told.case.leading_reading() else appraisal.reading


def _row(
    told: Telling, appraisal: Appraisal, name: str, reading: str | None, numbers: Numbers
) -> FigureRow:
    figure = _text(told, appraisal, name)
    bound = appraisal.figures[name].bound
    return FigureRow(
        id=anchors.in_reading(reading, anchors.of("figure", name)),
        name=capitalised(figure.name),
        value=kept(figure.text),
        range=figure.range,
        meaning=told.wording.meaning(name),
        badge=bound.replace("_", "-") if bound else "",
        bound=figure.qualifier,
        note=numbers[name],
        method=told.to_method(anchors.of("quantity", name)),
    )


def _reason(told: Telling, note: Note, reading: str | None, numbers: Numbers) -> ReasonRow:
    shown = note.figures[0]
    assert shown.reason is not None  # noqa: S101 -- that is how the note was chosen
    return ReasonRow(
        names=tuple(
            Link(
                (capitalised if figure is shown else str)(told.wording.short_name(figure.name)),
                told.to_method(anchors.of("quantity", figure.name)),
            )
            for figure in note.figures
        ),
        ids=tuple(
            anchors.in_reading(reading, anchors.of("figure", figure.name))
            for figure in note.figures
        ),
        reason=told.wording.reason(shown.reason),
        note=numbers[shown.name],
    )


# Readings --------------------------------------------------------------------------------------------


def reading_view(told: Telling, appraisal: Appraisal, numbers: Numbers) -> ReadingView:
    """Give one reading among others: what it counts, and what comes of it."""
    name = appraisal.reading or ""
    reading, headline = told.case.readings[name], told.case.headline
    leads = headline is not None and headline.reading == name
    return ReadingView(
        id=anchors.of("reading", name),
        label=told.wording.text(reading.label),
        because=told.wording.text(reading.because) if reading.because else None,
        leads=told.wording.text(headline.because) if headline and leads else None,
        figures=tuple(_money_items(told, appraisal, numbers)),
        chips=told.wording.basis(appraisal.basis).chips,
        lines=tuple(told.line_link(line) for line in reading.lines),
        working=f"#{anchors.in_reading(anchor_reading(told, appraisal), 'working')}",
    )
