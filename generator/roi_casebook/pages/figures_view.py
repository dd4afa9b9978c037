"""The figures of an appraisal: the strip that leads, the table of all, the readings side by side."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from roi_casebook.appraisal import Appraisal
from roi_casebook.appraisal.locks import Locks
from roi_casebook.charts import locks_glyph
from roi_casebook.pages import anchors
from roi_casebook.pages.evidence_view import gauge, months_observed, time_needed
from roi_casebook.pages.headline import as_range, headline, is_shown_as_range
from roi_casebook.pages.note_names import note_label
from roi_casebook.pages.notes import Note
from roi_casebook.pages.telling import Telling
from roi_casebook.pages.views import Kept, Link, kept
from roi_casebook.wording import FigureText, Written
from roi_casebook.wording.evidence import count_text, mark_text
from roi_casebook.wording.figures import RATES, RETURNS
from roi_casebook.wording.typography import capitalised

NO_SIGN = Markup()
MARKED = RETURNS | RATES | {"bcr", "npv"}
"""What says that the money came back: marked where the evidence does not bear it."""
LEADING_STAGES = frozenset({"activity", "output", "out-take"})
"""The stages of soft results that show first, before any effect could be expected."""


@dataclass(frozen=True)
class NoteLink:
    """The number of a note, the way to it, and what it is called: Note 4: ..."""

    number: str
    href: str
    label: str


@dataclass(frozen=True)
class StripItem:
    """One of the figures that lead; bound: at most, at least; is_reason: the value is a reason.

    sign: a drawing above the value, or nothing; mark: how weak the evidence is, where it must be said.
    """

    label: str
    bound: str
    value: Kept
    is_reason: bool
    is_lead: bool
    qualifiers: tuple[str, ...]
    note: NoteLink | None
    sign: Markup = NO_SIGN
    mark: str = ""


@dataclass(frozen=True)
class FigureRow:
    """A figure that has a value; `badge` is at-most, at-least or "" and `bound` its word.

    mark: that a return is unproven, else ""; range: where it lies in most outcomes, if inputs have
    ranges, else "".
    """

    id: str
    name: str
    value: Kept
    range: str
    meaning: str
    badge: str
    bound: str
    mark: str
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
    """Give what leads: cost, return, how strong the evidence is, how mature."""
    leading, locks = told.judged.leading, told.judged.evidence.locks
    return (*_money_items(told, leading, numbers, locks), _evidence(told, locks), _maturity(told))


def _money_items(
    told: Telling, appraisal: Appraisal, numbers: Numbers, locks: Locks
) -> Iterator[StripItem]:
    """Give cost and return. A return never stands without NPV and horizon."""
    wording = told.wording
    cost = _text(told, appraisal, "pv_costs")
    horizon = _horizon(told, appraisal)
    present = wording.t("strip.present_value") if appraisal.basis.horizon_years else horizon
    yield _item(wording.t("strip.cost"), cost, numbers["pv_costs"], (present,))
    shown = headline(told.judged, appraisal)
    roi = wording.figure(shown, told.currency)
    if shown.reason == "too_early":
        yield _too_early(told, roi)
        return
    item = _item(
        roi.short_name, roi, numbers["roi"], _beside_return(told, appraisal, roi), is_lead=True
    )
    if is_shown_as_range(locks, shown):
        item = _with_range(told, item, as_range(wording, shown, told.currency), roi)
    yield replace(item, mark="" if item.is_reason else _mark(told, locks, roi))


def _with_range(told: Telling, item: StripItem, text: str, roi: FigureText) -> StripItem:
    """Let the range lead, and name the base case beside it."""
    base = told.wording.t("strip.in_range", base=roi.whole)
    return replace(item, bound="", value=kept(text), qualifiers=(base, *item.qualifiers[1:]))


def _mark(told: Telling, locks: Locks, roi: FigureText) -> str:
    """Mark a weak return; one that stands with its range needs no reminder of it."""
    return "" if roi.range and not locks.is_unproven else mark_text(told.wording, locks)


def _horizon(told: Telling, appraisal: Appraisal) -> str:
    years = told.wording.horizon(appraisal.basis.horizon_years)
    return told.wording.t("horizon", years=years)


def _beside_return(told: Telling, appraisal: Appraisal, roi: FigureText) -> tuple[str, ...]:
    npv = _text(told, appraisal, "npv")
    if npv.kind == "reason":
        return ()
    named = told.wording.t("strip.named", name=npv.short_name, value=npv.whole)
    return tuple(filter(None, (roi.range, named, _horizon(told, appraisal))))


def _too_early(told: Telling, roi: FigureText) -> StripItem:
    """Give what shows first in place of a return that was measured too early."""
    w = told.wording
    signs = tuple(
        w.t("case.of_line", name=told.soft_name(name).text, line=told.soft_value(name))
        for name, result in told.case.soft.items()
        if result.stage in LEADING_STAGES and told.judged.soft[name][1] is not None
    )
    return StripItem(
        w.t("strip.leading") if signs else roi.short_name,
        "",
        kept(capitalised(roi.reason_short)),
        is_reason=True,
        is_lead=True,
        qualifiers=signs,
        note=None,
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


def _evidence(told: Telling, locks: Locks) -> StripItem:
    """Say how strong the evidence is; why stands in its section."""
    return StripItem(
        told.wording.t("section.evidence"),
        "",
        kept(told.wording.evidence("word", locks.word)),
        is_reason=True,
        is_lead=False,
        qualifiers=(count_text(told.wording, locks),),
        note=None,
        sign=locks_glyph(locks.count),
    )


def _maturity(told: Telling) -> StripItem:
    """Say how ripe the result is, how long it was observed, and how long such work needs."""
    w = told.wording
    return StripItem(
        w.t("axis.maturity"),
        "",
        kept(w.evidence("maturity", told.judged.evidence.maturity.state)),
        is_reason=True,
        is_lead=False,
        qualifiers=(w.t("maturity.observed", months=months_observed(told)), time_needed(told)),
        note=None,
        sign=gauge(told),
    )


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
    locks = told.judged.evidence.readings[appraisal.reading]
    return FigureRow(
        id=anchors.in_reading(reading, anchors.of("figure", name)),
        name=capitalised(figure.name),
        value=kept(figure.text),
        range=figure.range,
        meaning=told.wording.meaning(name),
        badge=bound.replace("_", "-") if bound else "",
        bound=figure.qualifier,
        mark=mark_text(told.wording, locks) if name in MARKED and locks.is_unproven else "",
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
    reading, lead = told.case.readings[name], told.case.headline
    leads = lead is not None and lead.reading == name
    locks = told.judged.evidence.readings[appraisal.reading]
    return ReadingView(
        id=anchors.of("reading", name),
        label=told.wording.text(reading.label),
        because=told.wording.text(reading.because) if reading.because else None,
        leads=told.wording.text(lead.because) if lead and leads else None,
        figures=(*_money_items(told, appraisal, numbers, locks), _evidence(told, locks)),
        chips=told.wording.basis(appraisal.basis).chips,
        lines=tuple(told.line_link(line) for line in reading.lines),
        working=f"#{anchors.in_reading(anchor_reading(told, appraisal), 'working')}",
    )
