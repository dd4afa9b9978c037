"""What would have to be true: break-even values, one input at a time, and the soft results.

A value at which the whole breaks even is sought for each input with all others as they are. Where
something is unknown, such a value is a limit, and the page says on which side.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from roi_casebook.appraisal import Appraisal
from roi_casebook.appraisal.conditions import Conditions, Switching
from roi_casebook.charts import About, End, SwingBar, Tornado, axis_of, tornado_chart
from roi_casebook.pages.case.soft_worth import soft_worth
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.links import Link
from roi_casebook.pages.parts.numbered_notes import NotedAppraisal
from roi_casebook.pages.parts.tables import Cell, Column, Row, Table, with_numbers
from roi_casebook.roi.figure_table import figures_that
from roi_casebook.roi.scenarios import Swing as Moved
from roi_casebook.wording.figures import is_beyond_all
from roi_casebook.wording.typography import capitalised

NOTHING = "–"
BREAK_EVEN = figures_that(lambda entry: entry.breaks_even)


@dataclass(frozen=True)
class TornadoView:
    """One input at a time."""

    chart: Markup
    table: Table
    interactions: bool


@dataclass(frozen=True)
class ConditionsView:
    """What would have to be true in a reading. limits: what the values are where something is unknown.

    soft: of the soft results; that of the reading that leads stands in their own lane. single: of the
    reading that leads, that nothing was drawn, for none of its numbers is a range.
    """

    limits: str
    switches: Table | None
    tornado: TornadoView | None
    soft: str
    single: str


def conditions_view(told: CaseInLanguage, noted: NotedAppraisal) -> ConditionsView | None:
    """Say what would have to be true; None where nothing can be said."""
    appraisal, reading = noted.appraisal, noted.reading
    found = told.judged.conditions[appraisal.reading]
    switches = (*_figures(told, appraisal), *(_switch(told, one) for one in found.switching))
    soft = soft_worth(told, appraisal) if reading else ""
    if not (switches or soft):
        return None
    bound = appraisal.figures["npv"].bound
    return ConditionsView(
        limits=told.wording.t(f"switch.{bound}") if bound and found.switching else "",
        switches=_switches(told, switches, reading) if switches else None,
        tornado=_tornado(told, appraisal, found, reading) if found.tornado else None,
        soft=soft,
        single="" if reading else _single(told, appraisal),
    )


def _single(told: CaseInLanguage, appraisal: Appraisal) -> str:
    is_single = appraisal.figures["chance_positive"].reason == "single_point"
    return told.wording.t("chance.single") if is_single else ""


# Switching values ---------------------------------------------------------------------------------


def _switches(told: CaseInLanguage, rows: tuple[Row, ...], reading: str | None) -> Table:
    w = told.wording
    return Table(
        label=w.t("switch.caption"),
        columns=with_numbers(w.t("switch.number"), w.t("switch.base"), w.t("switch.at")),
        rows=rows,
        id=anchors.in_reading(reading, "switching-table"),
    )


def _at(text: str, *, is_none: bool) -> Cell:
    """Write where the whole breaks even, or that it does so nowhere within the range."""
    return Cell(text, "reason" if is_none else "strong")


def _figures(told: CaseInLanguage, appraisal: Appraisal) -> Iterator[Row]:
    """Give the break-even figures of the whole: at which cost, and how much its own doing."""
    bases = {"break_even_cost": appraisal.figures["pv_costs"]}
    for name in BREAK_EVEN:
        figure = appraisal.figures[name]
        if figure.value is not None:
            text = told.wording.figures.figure(figure, told.currency)
            base = bases.get(name)
            is_none = is_beyond_all(figure)
            href = told.to_method(anchors.of("quantity", name))
            yield Row(
                Cell(link=Link(capitalised(told.wording.t(f"switch.{name}")), href)),
                (
                    told.wording.figures.figure(base, told.currency).whole if base else NOTHING,
                    _at(
                        told.wording.t("switch.not_even_all") if is_none else text.whole,
                        is_none=is_none,
                    ),
                ),
            )


def _switch(told: CaseInLanguage, one: Switching) -> Row:
    unit = told.unit_of(one.name)
    sought = told.wording.numbers.range(one.low, None, one.high, unit, told.currency)
    at = told.wording.t("or").join(told.headline(each, unit) for each in one.at)
    none = told.wording.t("switch.none", range=sought)
    return Row(
        Cell(link=told.place_link(one.name)),
        (told.amount(one.base, unit), _at(at or none, is_none=not one.at)),
    )


# One input at a time -------------------------------------------------------------------------------


def _tornado(
    told: CaseInLanguage, appraisal: Appraisal, found: Conditions, reading: str | None
) -> TornadoView:
    w = told.wording
    return TornadoView(
        chart=_chart(told, appraisal, found, reading),
        table=Table(
            label=w.t("tornado.title"),
            columns=(
                *with_numbers(w.t("input.name"), w.t("tornado.low"), w.t("tornado.high")),
                Column(w.t("tornado.sign")),
            ),
            rows=tuple(_moved(told, one) for one in found.tornado),
        ),
        interactions=found.interactions,
    )


def _moved(told: CaseInLanguage, one: Moved) -> Row:
    """Give an input alone between its percentiles, and the net present value at each."""
    w = told.wording
    ends = (w.numbers.money(end, told.currency) for end in (one.at_p10, one.at_p90))
    return Row(
        Cell(link=told.place_link(one.name)),
        (*ends, w.t("tornado.decides" if one.changes_sign else "tornado.stays")),
    )


def _chart(
    told: CaseInLanguage, appraisal: Appraisal, found: Conditions, reading: str | None
) -> Markup:
    w, npv = told.wording, appraisal.figures["npv"].value or 0.0
    ends = [end for one in found.tornado for end in (one.at_p10, one.at_p90)]
    axis = axis_of(
        [*ends, npv],
        lambda value: w.numbers.money(value, told.currency),
        w.t("bridge.axis", name=w.names.short_name("npv"), currency=told.currency),
    )
    about = About(
        anchors.in_reading(reading, "tornado-chart"),
        w.t("tornado.title"),
        w.t("tornado.description", name=told.place_link(found.tornado[0].name).text),
    )
    base = w.t("tornado.base", value=w.numbers.money(npv, told.currency))
    return tornado_chart(
        Tornado(
            about,
            axis,
            End(npv, base),
            tuple(_swing(told, appraisal, one) for one in found.tornado),
            low=w.t("tornado.low"),
            high=w.t("tornado.high"),
            sign_change=w.t("tornado.decides"),
        )
    )


def _swing(told: CaseInLanguage, appraisal: Appraisal, moved: Moved) -> SwingBar:
    unit = told.unit_of(moved.name)
    low, high = appraisal.ranges[moved.name].outer()
    return SwingBar(
        told.place_link(moved.name).text,
        End(moved.at_p10, told.headline(low, unit)),
        End(moved.at_p90, told.headline(high, unit)),
    )
