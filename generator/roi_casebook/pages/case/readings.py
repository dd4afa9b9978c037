"""The readings of a case: side by side, which of them leads, and the way to what each comes from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from roi_casebook.appraisal import Appraisal
from roi_casebook.appraisal.rate_in_force import rate_in_force
from roi_casebook.case import Reading
from roi_casebook.pages.case.first_screen.strip import StripItem, reading_items
from roi_casebook.pages.case.lines import left_out
from roi_casebook.pages.case.readings_compared import compared_readings, figure_in_reading
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.links import Fact, Link, link
from roi_casebook.pages.parts.numbered_notes import NotedAppraisal
from roi_casebook.pages.parts.tables import Table
from roi_casebook.roi.figure_table import OF_TWO_READINGS
from roi_casebook.wording import Written
from roi_casebook.wording.typography import capitalised


@dataclass(frozen=True)
class ReadingView:
    """A whole appraisal in short; `leads` says why it does, where it does.

    own: what it counts in another way than the case, each with why.
    """

    id: str
    label: Written
    because: Written | None
    own: tuple[Fact, ...]
    left_out: tuple[Fact, ...]
    leads: Written | None
    figures: tuple[StripItem, ...]
    chips: tuple[str, ...]
    lines: tuple[Link, ...]
    working: str


@dataclass(frozen=True)
class ReadingsView:
    """The readings in the order of the case; compared: what differs in how they count, None: nothing."""

    readings: tuple[ReadingView, ...]
    compared: Table | None


def readings_view(c: CaseInLanguage, noted: Sequence[NotedAppraisal]) -> ReadingsView | None:
    """Give the readings of a case; None where it has none."""
    if not c.case.readings:
        return None
    by_name = {one.appraisal.reading: one for one in noted}
    return ReadingsView(
        tuple(_reading(c, name, by_name[name]) for name in c.case.readings), compared_readings(c)
    )


def _reading(c: CaseInLanguage, name: str, noted: NotedAppraisal) -> ReadingView:
    """Give one reading among others: what it counts, and what comes of it."""
    reading, lead = c.case.readings[name], c.case.headline
    leads = lead is not None and lead.reading == name
    return ReadingView(
        id=anchors.of("reading", name),
        label=c.wording.texts.written(reading.label),
        because=c.wording.texts.written(reading.because) if reading.because else None,
        own=tuple(_own(c, noted.appraisal, reading)),
        left_out=left_out(c.wording, reading.leaves_out),
        leads=c.wording.texts.written(lead.because) if lead and leads else None,
        figures=reading_items(c, noted),
        chips=c.wording.say.basis(noted.appraisal.basis).chips,
        lines=tuple(c.links.line(line) for line in reading.lines),
        working=f"#{anchors.in_reading(noted.reading, 'working')}",
    )


def _own(c: CaseInLanguage, appraisal: Appraisal, reading: Reading) -> Iterator[Fact]:
    """Give the rate, the timing and the horizon that a reading states itself, and what it replaces."""
    w, rate, timing, years = c.wording, reading.discount_rate, reading.timing, reading.years
    found = rate_in_force(c.case.as_read(appraisal.reading), c.config).rate if rate else None
    if rate and found is not None:
        shown = w.rates.a_year(found)
        yield Fact(w.t("about.rate"), shown, note=w.texts.written(rate.why))
    if timing:
        shown = w.labels.label("timing", timing.value)
        yield Fact(w.t("about.timing"), shown, note=w.texts.written(timing.why))
    if years:
        shown = w.times.horizon(years.value)
        yield Fact(w.t("about.horizon"), shown, note=w.texts.written(years.why))
    if reading.instead_of:
        yield Fact(w.t("readings.instead_of"), links=(_to_reading(c, reading.instead_of),))
        yield from _added(c, appraisal)


def _added(c: CaseInLanguage, appraisal: Appraisal) -> Iterator[Fact]:
    """Give what a reading adds to that in whose place it would be chosen."""
    for name in OF_TWO_READINGS:
        shown = figure_in_reading(c, appraisal, name)
        yield Fact(capitalised(c.wording.names.full_name(name)), shown)


def _to_reading(c: CaseInLanguage, name: str) -> Link:
    label = c.wording.texts.written(c.case.readings[name].label)
    return link(label, f"#{anchors.of('reading', name)}")
