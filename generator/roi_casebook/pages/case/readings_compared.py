"""Readings side by side, where they differ in more than their lines: rate, timing, horizon."""

from collections.abc import Callable, Iterator

from roi_casebook.appraisal import Appraisal
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.standing import as_it_may_stand, marked, result_text
from roi_casebook.pages.parts.tables import Column, Table, TableRow
from roi_casebook.roi.figure_table import COST, FIGURES, NPV, ROI
from roi_casebook.wording.typography import capitalised

ACROSS_HORIZONS = tuple(name for name, entry in FIGURES.items() if entry.compares_horizons)


def compared_readings(c: CaseInLanguage) -> Table | None:
    """Give what differs in how the readings count, and what comes of each; None where nothing does."""
    readings = [c.judged.readings[name] for name in c.case.readings]
    differing = tuple(_differing(c, readings))
    if not differing:
        return None
    labels = [c.wording.texts.written(own.label).text for own in c.case.readings.values()]
    label = c.wording.t("readings.compared")
    return Table(
        label=label,
        columns=(
            Column(c.wording.t("figures.figure")),
            *(Column(each, "number") for each in labels),
        ),
        rows=(*differing, *_figures(c, readings)),
        caption=label,
    )


def _differing(c: CaseInLanguage, readings: list[Appraisal]) -> Iterator[TableRow]:
    """Give a row for each of rate, timing and horizon that is not the same in all."""
    w = c.wording
    said: dict[str, Callable[[Appraisal], str]] = {
        "about.rate": lambda one: (
            w.t("rate.missing")
            if one.flows.discount_rate is None
            else w.rates.a_year(one.flows.discount_rate)
        ),
        "about.timing": lambda one: w.labels.label("timing", one.flows.timing),
        "about.horizon": lambda one: w.times.horizon(one.flows.years),
    }
    for name, say in said.items():
        cells = tuple(map(say, readings))
        if len(set(cells)) > 1:
            yield TableRow(w.t(name), cells)


def _figures(c: CaseInLanguage, readings: list[Appraisal]) -> Iterator[TableRow]:
    """Give cost, return and net present value; the even sum a year where horizons differ."""
    is_one_horizon = len({one.flows.years for one in readings}) == 1
    for name in (COST, NPV, ROI, *(() if is_one_horizon else ACROSS_HORIZONS)):
        cells = tuple(figure_in_reading(c, one, name) for one in readings)
        yield TableRow(capitalised(c.wording.names.full_name(name)), cells)


def figure_in_reading(c: CaseInLanguage, appraisal: Appraisal, name: str) -> str:
    """Write a figure of a reading as its own evidence bears it."""
    locks = c.judged.evidence.readings[appraisal.reading]
    shown = as_it_may_stand(c.judged, appraisal, name)
    text = result_text(c.wording, locks, shown, c.values.currency)
    return marked(c.wording, locks, shown, text)
