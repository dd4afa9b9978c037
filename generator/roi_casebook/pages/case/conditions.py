"""What would have to be true: break-even values, one input at a time, and the soft results.

A value at which the whole breaks even is sought for each input with all others as they are. Where
something is unknown, such a value is a limit, and the page says on which side.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from roi_casebook.appraisal import Appraisal
from roi_casebook.appraisal.conditions import Conditions, Switching
from roi_casebook.charts import About, End, SwingBar, Tornado, tornado_chart
from roi_casebook.pages.case.beside_money.soft_worth import soft_worth
from roi_casebook.pages.case.two_way_table import two_way_table
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import CaseInLanguage, CaseLinks, CaseValues
from roi_casebook.pages.parts.links import Link
from roi_casebook.pages.parts.numbered_notes import NotedAppraisal
from roi_casebook.pages.parts.tables import Cell, Column, Table, TableRow, number_columns
from roi_casebook.roi.figure_table import figures_that
from roi_casebook.roi.scenarios import Swing as Moved
from roi_casebook.wording import Wording
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
    reading that leads, that nothing was drawn, for none of its numbers is a range; two_way: the two
    inputs that decide, at once; settled: the numbers that break even nowhere, said: how many.
    """

    limits: str
    switches: Table | None
    settled: Table | None
    said: str
    tornado: TornadoView | None
    two_way: Table | None
    soft: str
    single: str


def conditions_view(c: CaseInLanguage, noted: NotedAppraisal) -> ConditionsView | None:
    """Say what would have to be true; None where nothing can be said."""
    appraisal, reading = noted.appraisal, noted.reading
    found = c.judged.conditions[appraisal.reading]
    figures = tuple(_figures(c, appraisal))
    deciding, settled = (
        tuple(_switch(c, one) for one in found.switching if bool(one.at) == decides)
        for decides in (True, False)
    )
    switches = (*figures, *deciding)
    soft = soft_worth(c, appraisal) if reading else ""
    if not (switches or settled or soft):
        return None
    npv = appraisal.figures["npv"]
    bound = npv.limit or npv.side
    caption = c.wording.t("switch.caption")
    said = c.wording.t("switch.settled", n=len(settled)) if settled else ""
    return ConditionsView(
        limits=c.wording.t(f"switch.{bound}") if bound and found.switching else "",
        switches=_switches(c.wording, switches, reading, caption, "switching")
        if switches
        else None,
        settled=_switches(c.wording, settled, reading, said, "settled") if settled else None,
        said=said,
        tornado=_tornado(c, appraisal, found, reading) if found.tornado else None,
        two_way=two_way_table(c, found.two_way) if found.two_way else None,
        soft=soft,
        single="" if reading else _single(c.wording, appraisal),
    )


def _single(w: Wording, appraisal: Appraisal) -> str:
    is_single = appraisal.figures["chance_positive"].reason == "single_point"
    return w.t("chance.single") if is_single else ""


# Switching values ---------------------------------------------------------------------------------


def _switches(
    w: Wording, rows: tuple[TableRow, ...], reading: str | None, label: str, which: str
) -> Table:
    return Table(
        label=label,
        columns=number_columns(w.t("switch.number"), w.t("switch.base"), w.t("switch.at")),
        rows=rows,
        id=anchors.in_reading(reading, f"{which}-table"),
    )


def _at(text: str, *, is_none: bool) -> Cell:
    """Write where the whole breaks even, or that it does so nowhere within the range."""
    return Cell(text, "reason" if is_none else "strong")


def _figures(c: CaseInLanguage, appraisal: Appraisal) -> Iterator[TableRow]:
    """Give the break-even figures of the whole: at which cost, and how much its own doing."""
    bases = {"break_even_cost": appraisal.figures["pv_costs"]}
    for name in BREAK_EVEN:
        figure = appraisal.figures[name]
        if figure.value is not None:
            text = c.values.figure(figure)
            base = bases.get(name)
            is_none = is_beyond_all(figure)
            href = c.addresses.to_method(anchors.of("quantity", name))
            yield TableRow(
                Cell(link=Link(capitalised(c.wording.t(f"switch.{name}")), href)),
                (
                    c.values.figure(base).whole if base else NOTHING,
                    _at(
                        c.wording.t("switch.not_even_all") if is_none else text.whole,
                        is_none=is_none,
                    ),
                ),
            )


def _switch(c: CaseInLanguage, one: Switching) -> TableRow:
    unit = c.values.unit_of(one.name)
    sought = c.wording.numbers.range(one.low, None, one.high, unit, c.values.currency)
    at = c.wording.t("or").join(c.values.headline(each, unit) for each in one.at)
    none = c.wording.t("switch.none", range=sought)
    return TableRow(
        Cell(link=c.links.moved(one.name)),
        (c.values.amount(one.base, unit), _at(at or none, is_none=not one.at)),
    )


# One input at a time -------------------------------------------------------------------------------


def _tornado(
    c: CaseInLanguage, appraisal: Appraisal, found: Conditions, reading: str | None
) -> TornadoView:
    w = c.wording
    return TornadoView(
        chart=_chart(c, appraisal, found, reading),
        table=Table(
            label=w.t("tornado.title"),
            columns=(
                *number_columns(w.t("input.name"), w.t("tornado.low"), w.t("tornado.high")),
                Column(w.t("tornado.sign")),
            ),
            rows=tuple(_moved(c, one) for one in found.tornado),
        ),
        interactions=found.interactions,
    )


def _moved(c: CaseInLanguage, one: Moved) -> TableRow:
    """Give an input alone between its percentiles, and the net present value at each."""
    w = c.wording
    ends = (c.values.money(end) for end in (one.at_p10, one.at_p90))
    return TableRow(
        Cell(link=c.links.moved(one.name)),
        (*ends, w.t("tornado.decides" if one.changes_sign else "tornado.stays")),
    )


def _chart(
    c: CaseInLanguage, appraisal: Appraisal, found: Conditions, reading: str | None
) -> Markup:
    w, npv = c.wording, appraisal.figures["npv"].value or 0.0
    ends = [end for one in found.tornado for end in (one.at_p10, one.at_p90)]
    axis = c.values.npv_axis([*ends, npv])
    about = About(
        anchors.in_reading(reading, "tornado-chart"),
        w.t("tornado.description", name=c.links.moved(found.tornado[0].name).text),
        "",
        is_headed=True,
    )
    base = w.t("tornado.base", value=c.values.money(npv))
    return tornado_chart(
        Tornado(
            about,
            axis,
            End(npv, base),
            tuple(_swing(c.links, c.values, appraisal, one) for one in found.tornado),
            low=w.t("tornado.low"),
            high=w.t("tornado.high"),
            sign_change=w.t("tornado.decides"),
        )
    )


def _swing(links: CaseLinks, values: CaseValues, appraisal: Appraisal, moved: Moved) -> SwingBar:
    unit = values.unit_of(moved.name)
    low, high = appraisal.ranges[moved.name].outer()
    w, name = values.wording, links.moved(moved.name).text
    ends = (
        End(result, text, w.t("tornado.end", name=name, input=text, npv=values.money(result)))
        for result, text in (
            (moved.at_p10, values.headline(low, unit)),
            (moved.at_p90, values.headline(high, unit)),
        )
    )
    return SwingBar(name, *ends)
