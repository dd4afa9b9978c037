"""How sure the result is: fifty equally likely outcomes, percentiles, what is lost when it fails."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from roi_casebook.appraisal import Appraisal, JudgedCase
from roi_casebook.appraisal.conditions import Conditions
from roi_casebook.charts import About, Dotplot, dotplot_chart
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import CaseInLanguage, CaseValues
from roi_casebook.pages.parts.links import Fact
from roi_casebook.pages.parts.numbered_notes import NotedAppraisal
from roi_casebook.pages.parts.tables import Table, TableRow, number_columns
from roi_casebook.roi.figure_table import NPV, OF_DRAWS
from roi_casebook.roi.figures import Figure
from roi_casebook.roi.simulation import DOTS, of_fifty
from roi_casebook.wording import Wording
from roi_casebook.wording.chance import is_settled, says_nothing
from roi_casebook.wording.typography import capitalised


@dataclass(frozen=True)
class ChanceView:
    """What the draws of a reading say.

    warning: how far that stands, and where the base case is not in their middle, or "".
    """

    sentence: str
    warning: str
    chart: Markup
    table: Table
    facts: tuple[Fact, ...]


def chance_view(c: CaseInLanguage, noted: NotedAppraisal) -> ChanceView | None:
    """Give what the draws of a reading say; None where nothing was drawn."""
    appraisal, reading = noted.appraisal, noted.reading
    found = c.judged.conditions[appraisal.reading]
    if not appraisal.drawn.dots:
        return None
    return ChanceView(
        sentence=_sentence(c.wording, c.values, appraisal),
        warning=" ".join(
            c.wording.t(f"chance.{key}") for key in _warnings(c.judged, appraisal, found)
        ),
        chart=_chart(c.wording, c.values, appraisal, reading),
        table=Table(
            label=c.wording.t("section.chance"),
            columns=number_columns(
                c.wording.t("figures.figure"), c.wording.t("chance.base"), "P10", "P50", "P90"
            ),
            rows=tuple(_rows(c.wording, c.values, appraisal)),
            id=anchors.in_reading(reading, "chance-table"),
        ),
        facts=tuple(_facts(c.wording, c.values, appraisal)),
    )


def _warnings(judged: JudgedCase, appraisal: Appraisal, found: Conditions) -> Iterator[str]:
    """Say how far the chance stands, and where the base case lies among its draws."""
    locks = judged.evidence.readings[appraisal.reading]
    if judged.evidence.maturity.suppresses_headline:
        yield "too_early"
    elif locks.is_unproven:
        yield "unproven"
    if appraisal.reading in judged.evidence.narrow:
        yield "narrow"
    if found.rosier is not None:
        yield "rosier" if found.rosier else "gloomier"


def _gains(appraisal: Appraisal) -> int:
    return sum(dot > 0 for dot in appraisal.drawn.dots)


def _is_open(chance: Figure) -> bool:
    """Tell a chance that cannot be said: what is not known decides."""
    return chance.reason == "unbounded" or says_nothing(chance)


def _sentence(w: Wording, values: CaseValues, appraisal: Appraisal) -> str:
    figure = appraisal.figures["chance_positive"]
    standing = "open" if _is_open(figure) else figure.bound or "sentence"
    if is_settled(figure):  # its words say the bound
        standing = "sentence"
    chance = values.figure(figure).text
    sentence = w.t(f"chance.{standing}", n=_gains(appraisal), of=DOTS, chance=chance)
    words = w.chance.words(figure)
    said = w.t("chance.in_words", words=words, sentence=sentence) if words else sentence
    return capitalised(said)


def _rows(w: Wording, case_values: CaseValues, appraisal: Appraisal) -> Iterator[TableRow]:
    """Give the figures that vary, the most telling first."""
    order = (NPV, "roi", "payback_months", "discounted_payback_months")
    for name in order:
        figure = appraisal.figures[name]
        if figure.p50 is not None or (figure.p10 is not None):
            values = (figure.p10, figure.p50, figure.p90)
            told = tuple(_percentile(w, case_values, figure, value) for value in values)
            if name == NPV or len(set(told)) > 1:  # else its range says no more than its value
                head = capitalised(w.names.full_name(name))
                yield TableRow(head, (case_values.figure(figure).whole, *told))


def _percentile(w: Wording, values: CaseValues, figure: Figure, value: float | None) -> str:
    """Write a percentile; a payback that is not reached in so many draws says so."""
    if value is None:
        return w.figures.reason_short("not_recovered")
    return values.of_figure(figure, value)


def _facts(w: Wording, values: CaseValues, appraisal: Appraisal) -> Iterator[Fact]:
    drawn = appraisal.drawn
    for name in OF_DRAWS:
        figure = appraisal.figures[name]
        if figure.value is not None:
            yield Fact(capitalised(w.names.full_name(name)), values.figure(figure).whole)
    if drawn.never_recovered is not None:
        never = w.t(
            "chance.never_in",
            n=of_fifty(drawn.never_recovered),
            of=DOTS,
            horizon=w.times.horizon(appraisal.flows.years),
        )
        yield Fact(w.t("chance.never"), never)


def _column(w: Wording, values: CaseValues, dots: Sequence[float]) -> str:
    """Say how many outcomes a column holds, and from where to where their net present values lie."""
    low, high = (values.money(end) for end in (dots[0], dots[-1]))
    span = low if low == high else w.t("range", low=low, high=high, unit="")
    return w.t("chance.column", n=len(dots), of=DOTS, npv=span)


def _chart(w: Wording, values: CaseValues, appraisal: Appraisal, reading: str | None) -> Markup:
    if _is_open(appraisal.figures["chance_positive"]):
        return Markup()  # fifty dots would say what cannot be said
    dots, gains = appraisal.drawn.dots, _gains(appraisal)
    axis = values.npv_axis(dots)
    about = About(
        anchors.in_reading(reading, "chance-chart"),
        w.t("chance.title"),
        _sentence(w, values, appraisal),
        w.t("chance.dot"),
    )
    return dotplot_chart(
        Dotplot(
            about,
            axis,
            dots,
            gains=w.t("chance.gains", n=gains, of=DOTS),
            losses=w.t("chance.losses", n=DOTS - gains, of=DOTS),
            tell=partial(_column, w, values),
        )
    )
