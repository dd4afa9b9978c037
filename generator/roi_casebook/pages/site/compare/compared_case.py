"""What a case brings to a comparison: a script of data beside its page, a classic one.

All texts are finished, as the pages of the case say them; the script of the comparison chooses among
them and lays them side by side. Numbers stand only for the lengths of bars, in the money of the
comparison, and none is shown.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from roi_casebook.appraisal import JudgedCase
from roi_casebook.charts import locks_glyph
from roi_casebook.library.comparison import (
    EURO,
    Comparison,
    Conversion,
    comparable,
    conversion_of,
)
from roi_casebook.pages.case.bridge import BridgeStop, bridge_stops
from roi_casebook.pages.case.first_screen.leads import first_strip
from roi_casebook.pages.case.first_screen.strip import StripItem
from roi_casebook.pages.case.sections import NumberedCase
from roi_casebook.pages.lists.aspects import ASPECTS
from roi_casebook.pages.lists.compared_money import Amount, compared_figure
from roi_casebook.pages.lists.published_cases import CasesInLanguage
from roi_casebook.pages.lists.result_costs import ResultCost
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.addresses import relative
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.case_rows import Short, in_short, result
from roi_casebook.pages.parts.links import Link
from roi_casebook.pages.parts.standing import marked_cost_of_one, result_text
from roi_casebook.pages.site.compare.side_rows import side_keys
from roi_casebook.roi.figure_table import COST, NPV, ROI
from roi_casebook.roi.figures import leaving
from roi_casebook.wording import Wording, Written
from roi_casebook.wording.fallback_marks import marks_as_html
from roi_casebook.wording.typography import capitalised

NAME = "casebookCompared"
"""The object to which each script of data adds its case, by slug."""
MOST_SOFT = 4
"""So many soft results stand in a column; the page of the case has all."""
ANNUAL = "equivalent_annual_value"
DIGITS = 6
"""More than the length of a bar shows."""
INDEX_DIGITS = 5
NO_SIGN = Markup()


@dataclass(frozen=True)
class SoftLine:
    """A soft result in a column: its name, its value, how strong its evidence is."""

    name: Written
    value: str
    locks: str


@dataclass(frozen=True)
class ComparedColumn:
    """The cells of a case.

    money: how its money is made comparable, in sentences; figures: by row; results: what one result
    cost, by the row of its measure; no_soft: said where there is none; more: the way to its other soft results.
    """

    title: Link
    who: str
    finding: Written
    strip: tuple[StripItem, ...]
    money: tuple[str, ...]
    figures: tuple[tuple[str, Short], ...]
    results: tuple[tuple[str, Short, str], ...]
    locks: Markup
    evidence: str
    evidence_lines: tuple[str, ...]
    soft: tuple[SoftLine, ...]
    no_soft: str
    more: Link | None
    no_bridge: str


def compared_data(shelf: CasesInLanguage, of: NumberedCase) -> str:
    """Give the script of data of a case."""
    c, comparison = of.c, shelf.comparison
    how = conversion_of(c.judged.leading, comparison)
    column = _column(shelf, of, how)
    bars = tuple(_bars(c, comparison, how, bridge_stops(c, of.leading)))
    filled = shelf.site.templates.filled("compared.html", one=column, t=c.wording.t)
    w, judged = c.wording, c.judged
    has = [row for row, short in column.figures if not short.is_reason]
    costs = [row for row, short, _ in column.results if not short.is_reason]
    aspects = {name: capitalised(told(w, judged)) for name, told in ASPECTS.items()}
    data: dict[str, Any] = {
        "title": column.title.text,
        "keys": side_keys(w, judged, aspects["design"]),
        "aspects": aspects,
        "has": [*has, *costs, *(["bridge"] if bars else [])],
        "results": {row: name for row, _, name in column.results},
        "social": judged.leads.kind == "social",
        "bars": bars,
        "like": [one.slug for one in shelf.likenesses[judged.slug]],
        "html": marks_as_html(filled),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f'(window.{NAME}??={{}})["{judged.slug}"]={text};\n'


def _column(shelf: CasesInLanguage, of: NumberedCase, how: Conversion) -> ComparedColumn:
    c, entry = of.c, shelf.entries[of.c.judged.slug]
    w, locks = c.wording, c.judged.leads.locks
    soft = tuple(_soft(c))
    return ComparedColumn(
        title=in_short(c.judged, w, anchors.COMPARE),
        who=f"{entry.organisation}, {entry.country}, {entry.year}",
        finding=entry.finding,
        strip=_strip(of),
        money=tuple(_money(w, how)),
        figures=tuple(_figures(c, shelf.comparison)),
        results=tuple(_results(shelf, c.judged)),
        locks=locks_glyph(locks.count),
        evidence=w.evidence.label("word", locks.word),
        evidence_lines=(
            w.evidence.count(locks),
            *(() if locks.money is None else (w.evidence.both(locks),)),
        ),
        soft=soft[:MOST_SOFT],
        no_soft=w.t("comparing.no_soft"),
        more=_more(c, len(soft)),
        no_bridge=_no_bridge(c, how),
    )


def _strip(of: NumberedCase) -> tuple[StripItem, ...]:
    """Give what leads, without what has a row of its own: the evidence. Notes stay on its own page."""
    cost, lead, _, *time = first_strip(of.c, of.leading, of.social)
    return tuple(_without_way(item) for item in (cost, lead, *time))


def _without_way(item: StripItem) -> StripItem:
    return StripItem(
        item.label,
        item.value,
        item.is_reason,
        item.is_lead,
        item.bound,
        item.qualifiers,
        sign=NO_SIGN,
        mark=item.mark,
        loss=item.loss,
    )


# Money -----------------------------------------------------------------------------------------------


def _money(w: Wording, how: Conversion) -> Iterator[str]:
    """Say how money of a case is brought to that of the comparison, or why it cannot be."""
    if how.missing:
        yield capitalised(w.labels.missing_money(how))
        return
    if (how.currency, how.price_year) == (how.to_currency, how.to_year):
        yield w.t("comparing.same")
        return
    numbers = {name: w.numbers.number(value, INDEX_DIGITS) for name, value in how.inputs.items()}
    if how.price_year != how.to_year:
        yield w.t(
            "comparing.prices",
            currency=how.currency,
            year=str(how.price_year),
            to=str(how.to_year),
            index=numbers["index_of_price_year"],
            to_index=numbers["index_of_target_year"],
        )
    rates = ((how.currency, "rate_of_own"), (how.to_currency, "rate_of_target"))
    named = [
        w.t("comparing.of_currency", amount=numbers[name], currency=currency)
        for currency, name in rates
        if currency != EURO
    ]
    if how.currency != how.to_currency:
        yield w.t("comparing.rate", rates=w.catalogue.listed(named), year=str(how.to_year))


def _figures(c: CaseInLanguage, comparison: Comparison) -> Iterator[tuple[str, Short]]:
    """Give the figures by row: those of money for comparison, the return as it stands."""
    for row, name in (("cost", COST), ("npv", NPV), ("annual", ANNUAL)):
        amount = compared_figure(c.judged, c.wording, comparison, name)
        yield row, _short(amount)
    yield "roi", result(c.wording, c.judged, ROI)


def _short(amount: Amount) -> Short:
    return Short("", amount.text, amount.is_reason, amount.mark)


def _results(shelf: CasesInLanguage, judged: JudgedCase) -> Iterator[tuple[str, Short, str]]:
    """Give what one result of each measure cost, by the row of the measure, with the row's name."""
    for measure, one in shelf.result_costs.of(judged).items():
        name = shelf.result_costs.measure(measure)
        yield anchors.of("result", measure), _cost(shelf.site.wording, one), name


def _cost(w: Wording, one: ResultCost) -> Short:
    if one.missing:
        return Short("", one.missing, is_reason=True)
    marked = marked_cost_of_one(w, one.locks, one.one, one.compared)
    is_reason = one.figure.reason is not None
    return Short("", one.own if is_reason else marked, is_reason)


# Bridges ---------------------------------------------------------------------------------------------


def _bars(
    c: CaseInLanguage, comparison: Comparison, how: Conversion, stops: Sequence[BridgeStop]
) -> Iterator[tuple[str, str, str, float, float]]:
    """Give the bars of a bridge: kind, name, sum as it is written, from where and to where it goes."""
    if how.missing:
        return
    w, before = c.wording, 0.0
    for stop in stops:
        figure = comparable(stop.npv, how)
        assert figure.value is not None  # noqa: S101 -- a stop has a sum, and nothing is missing
        end = leaving(figure.value, DIGITS)
        is_end = stop.kind == "end"
        text = (
            result_text(w, c.judged.evidence.locks, figure, comparison.currency)
            if is_end
            else w.figures.figure(figure, comparison.currency).whole
        )
        yield stop.kind, stop.name, text, before if stop.kind == "step" else 0.0, end
        before = end


def _no_bridge(c: CaseInLanguage, how: Conversion) -> str:
    """Say why no sum of a case can be drawn; used where there is none."""
    if how.missing:
        return capitalised(c.wording.labels.missing_money(how))
    return result(c.wording, c.judged, NPV).text


# Soft results ----------------------------------------------------------------------------------------


def _soft(c: CaseInLanguage) -> Iterator[SoftLine]:
    """Give the soft results that have a number, the one that leads first."""
    leads = c.judged.leads.which if c.judged.leads.kind == "soft" else None
    for name in sorted(c.case.soft, key=lambda name: name != leads):
        judged = c.judged.soft_evidence[name]
        if judged.counts and c.judged.soft[name][1] is not None:
            said = c.wording.evidence.count(judged.locks) if judged.locks else ""
            yield SoftLine(c.names.soft(name), c.values.soft(name), said)


def _more(c: CaseInLanguage, number: int) -> Link | None:
    if number <= MOST_SOFT:
        return None
    there = relative(anchors.COMPARE, c.addresses.here)
    return Link(c.wording.t("comparing.more_soft", n=number - MOST_SOFT), f"{there}#soft")
