"""How sure the result is: fifty equally likely outcomes, percentiles, what is lost when it fails."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from roi_casebook.appraisal import Appraisal
from roi_casebook.appraisal.conditions import Conditions
from roi_casebook.charts import About, Dotplot, axis_of, dotplot_chart
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.links import Fact
from roi_casebook.pages.parts.numbered_notes import NotedAppraisal
from roi_casebook.pages.parts.tables import Row, Table, with_numbers
from roi_casebook.roi.figures import Figure
from roi_casebook.roi.simulation import DOTS, of_fifty
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


def chance_view(told: CaseInLanguage, noted: NotedAppraisal) -> ChanceView | None:
    """Give what the draws of a reading say; None where nothing was drawn."""
    appraisal, reading = noted.appraisal, noted.reading
    found = told.judged.conditions[appraisal.reading]
    if not appraisal.drawn.dots:
        return None
    return ChanceView(
        sentence=_sentence(told, appraisal),
        warning=" ".join(
            told.wording.t(f"chance.{key}") for key in _warnings(told, appraisal, found)
        ),
        chart=_chart(told, appraisal, reading),
        table=Table(
            label=told.wording.t("section.chance"),
            columns=with_numbers(
                told.wording.t("figures.figure"), told.wording.t("chance.base"), "P10", "P50", "P90"
            ),
            rows=tuple(_rows(told, appraisal)),
            id=anchors.in_reading(reading, "chance-table"),
        ),
        facts=tuple(_facts(told, appraisal)),
    )


def _warnings(told: CaseInLanguage, appraisal: Appraisal, found: Conditions) -> Iterator[str]:
    """Say how far the chance stands, and where the base case lies among its draws."""
    locks = told.judged.evidence.readings[appraisal.reading]
    if told.judged.evidence.maturity.suppresses_headline:
        yield "too_early"
    elif locks.is_unproven:
        yield "unproven"
    if any(step.id == "narrow_range" for step in locks.ledger):
        yield "narrow"
    if found.rosier is not None:
        yield "rosier" if found.rosier else "gloomier"


def _gains(appraisal: Appraisal) -> int:
    return sum(dot > 0 for dot in appraisal.drawn.dots)


def _sentence(told: CaseInLanguage, appraisal: Appraisal) -> str:
    figure = appraisal.figures["chance_positive"]
    standing = "open" if says_nothing(figure) else figure.bound or "sentence"
    if is_settled(figure):  # its words say the bound
        standing = "sentence"
    chance = told.wording.figures.figure(figure, told.currency).text
    sentence = told.wording.t(f"chance.{standing}", n=_gains(appraisal), of=DOTS, chance=chance)
    words = told.wording.chance.words(figure)
    said = told.wording.t("chance.in_words", words=words, sentence=sentence) if words else sentence
    return capitalised(said)


def _rows(told: CaseInLanguage, appraisal: Appraisal) -> Iterator[Row]:
    """Give the figures that vary, the most telling first."""
    order = ("npv", "roi", "payback_months", "discounted_payback_months")
    for name in order:
        figure = appraisal.figures[name]
        if figure.p50 is not None or (figure.p10 is not None):
            values = (figure.p10, figure.p50, figure.p90)
            yield Row(
                capitalised(told.wording.names.full_name(name)),
                (
                    told.wording.figures.figure(figure, told.currency).whole,
                    *(_percentile(told, figure, value) for value in values),
                ),
            )


def _percentile(told: CaseInLanguage, figure: Figure, value: float | None) -> str:
    """Write a percentile; a payback that is not reached in so many draws says so."""
    if value is None:
        return told.wording.figures.reason_short("not_recovered")
    return told.wording.figures.value(figure, value, told.currency)


def _facts(told: CaseInLanguage, appraisal: Appraisal) -> Iterator[Fact]:
    w, drawn = told.wording, appraisal.drawn
    if drawn.expected_loss is not None:
        yield Fact(w.t("chance.loss"), w.numbers.money(drawn.expected_loss, told.currency))
    if drawn.never_recovered is not None:
        never = w.t(
            "chance.never_in",
            n=of_fifty(drawn.never_recovered),
            of=DOTS,
            horizon=w.times.horizon(appraisal.flows.years),
        )
        yield Fact(w.t("chance.never"), never)


def _chart(told: CaseInLanguage, appraisal: Appraisal, reading: str | None) -> Markup:
    w, dots, gains = told.wording, appraisal.drawn.dots, _gains(appraisal)
    axis = axis_of(
        dots,
        lambda value: w.numbers.money(value, told.currency),
        w.t("bridge.axis", name=w.names.short_name("npv"), currency=told.currency),
    )
    about = About(
        anchors.in_reading(reading, "chance-chart"),
        w.t("chance.title"),
        _sentence(told, appraisal),
        w.t("chance.dot"),
    )
    return dotplot_chart(
        Dotplot(
            about,
            axis,
            dots,
            gains=w.t("chance.gains", n=gains, of=DOTS),
            losses=w.t("chance.losses", n=DOTS - gains, of=DOTS),
        )
    )
