"""The page on method, printed from what computes: quantities, equations, guards, reasons, measures.

Nothing here is a second account of a rule: names and trees come from `roi/`, rates from the site's
configuration, measures from its vocabulary. The ids are permanent: figures link to them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from roi_casebook.appraisal.rate_in_force import Prices, in_prices
from roi_casebook.config import Lane, Measure, RateOfPrices
from roi_casebook.library.comparison import comparison_of
from roi_casebook.pages.case.social import WARNED_BY, warning
from roi_casebook.pages.lists.soft_counts import counted_texts
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import SiteInLanguage
from roi_casebook.pages.parts.case_rows import published_cases
from roi_casebook.pages.parts.formula_views import formula_view
from roi_casebook.pages.parts.links import Fact, Link
from roi_casebook.pages.parts.money_sources import sources_whole
from roi_casebook.pages.parts.page import Page, Section
from roi_casebook.pages.parts.tables import Cell, Column, Table, TableRow
from roi_casebook.pages.site.editors_page import editors_link
from roi_casebook.pages.site.method_judging import JudgingView, PackView, judging_view, packs_view
from roi_casebook.pages.site.method_quantities import (
    MetricOfMethod,
    QuantityView,
    metrics_of_method,
    quantity_view,
    starting_view,
)
from roi_casebook.roi.algebra.tracing import traced_quantities
from roi_casebook.roi.constants import CONSTANTS
from roi_casebook.roi.figure_table import FIGURES, SOUGHT, FigureEntry
from roi_casebook.roi.figures import Reason
from roi_casebook.roi.prices import PRICE_AXES, PRICE_QUANTITIES
from roi_casebook.roi.quantities import (
    CLAIMED_NUMBERS,
    GROWTH_AXES,
    GROWTH_QUANTITIES,
    IMPLIED_AXES,
    IMPLIED_QUANTITIES,
    INPUT_AXES,
    OF_ALL_LANES,
)
from roi_casebook.roi.ranges import DRAWS, Shape
from roi_casebook.roi.solvers import (
    SOLVER_INPUT_AXES,
)
from roi_casebook.shipped.money_tables import shipped_money_tables
from roi_casebook.wording import Wording, Written
from roi_casebook.wording.typography import capitalised
from roi_casebook.written.rates import LONGEST

SECTIONS = (
    "principles", "conventions", "inputs", "quantities", "solved", "draws", "bounds", "reasons", "evidence",
    "thresholds", "social", "comparison", "metrics", "measures", "packs", "constants",
)  # fmt: skip
PRINCIPLES = ("claim", "input", "figure", "hard", "soft", "social", "alone")
CONVENTIONS = ("sign", "time", "perspective", "benefit", "missing", "rounding", "ranges")


@dataclass(frozen=True)
class MeasureView:
    """A measure of the vocabulary.

    cost_per: by what a cost is divided, "" in money; counted: how often it was measured here, "" where
    it was not.
    """

    id: str
    label: Written
    definition: Written
    unit: str
    direction: str
    cost_per: str
    months: str
    perspectives: str
    known_abuse: Written | None
    refused: Written | None
    counted: str


@dataclass(frozen=True)
class LaneView:
    """The measures of one lane."""

    id: str
    lane: str
    heading: str
    measures: tuple[MeasureView, ...]


@dataclass(frozen=True)
class Comparing:
    """How amounts are compared: in which money, from what, by which steps, on which tables."""

    money: str
    inputs: tuple[QuantityView, ...]
    steps: tuple[QuantityView, ...]
    sources: tuple[Fact, ...]


@dataclass(frozen=True)
class MethodView:
    """The page on method."""

    editors: Link
    principles: tuple[Fact, ...]
    conventions: tuple[Fact, ...]
    inputs: tuple[QuantityView, ...]
    quantities: tuple[QuantityView, ...]
    solved: tuple[QuantityView, ...]
    bounds: Table
    draws: tuple[Fact, ...]
    reasons: tuple[Fact, ...]
    judging: JudgingView
    warning: Written
    warned_by: Link
    comparing: Comparing
    metrics: tuple[MetricOfMethod, ...]
    lanes: tuple[LaneView, ...]
    packs: tuple[PackView, ...]
    constants: tuple[QuantityView, ...]


def method_page(site: SiteInLanguage) -> Page:
    """Make the page on method of a language."""
    w = site.wording
    return Page(
        kind="method",
        language=w.language,
        address=anchors.METHOD,
        title=w.t("nav.method"),
        description=w.t("method.description"),
        heading=w.t("method.heading"),
        sections=tuple(
            Section(name, w.t(f"method.{name}"))
            for name in SECTIONS
            if name != "metrics" or site.config.metrics
        ),
        body=site.templates.filled("method.html", method=method_view(site), t=w.t),
        alternates=site.alternates(anchors.METHOD),
    )


def method_view(site: SiteInLanguage) -> MethodView:
    """Compose the page on method."""
    w = site.wording
    counted = counted_texts(w, tuple(published_cases(site.cases)))
    return MethodView(
        editors=editors_link(site),
        principles=tuple(
            Fact(w.t(f"principle.{name}.name"), w.t(f"principle.{name}")) for name in PRINCIPLES
        ),
        conventions=(
            *_rates(site),
            *(
                Fact(w.t(f"convention.{name}.name"), w.t(f"convention.{name}"))
                for name in CONVENTIONS
            ),
        ),
        inputs=tuple(starting_view(w, name) for name in STARTING),
        quantities=tuple(
            quantity_view(w, name, tree)
            for name, tree in (
                traced_quantities(quantities=GROWTH_QUANTITIES, axes=GROWTH_AXES)
                | traced_quantities(quantities=OF_ALL_LANES)
                | traced_quantities(quantities=IMPLIED_QUANTITIES, axes=IMPLIED_AXES)
            ).items()
        ),
        solved=tuple(_solved(w, name) for name in SOUGHT),
        bounds=_bounds(w),
        draws=tuple(_draws(w)),
        judging=judging_view(site),
        reasons=tuple(
            Fact(w.figures.reason_short(reason), w.figures.reason(reason))
            for reason in get_args(Reason)
        ),
        warning=warning(w),
        warned_by=WARNED_BY,
        comparing=_comparing(site),
        metrics=tuple(metrics_of_method(site)),
        lanes=tuple(_lane(w, lane, counted) for lane in get_args(Lane)),
        packs=packs_view(w),
        constants=tuple(starting_view(w, name) for name in CONSTANTS),
    )


STARTING = (*GROWTH_AXES, *INPUT_AXES, *CLAIMED_NUMBERS)
"""What formulas start from: inputs that grow, lines and settings, and what is claimed."""


# Conventions -------------------------------------------------------------------------------------


def _rates(site: SiteInLanguage) -> Iterator[Fact]:
    w = site.wording
    for whose in ("private", "social"):
        yield from _rates_of(site, whose)
    if inflation := site.config.inflation:
        text = w.rates.a_year(inflation.value)
        yield Fact(w.t("convention.inflation"), text, note=w.texts.written(inflation.why))
    yield Fact(w.t("about.timing"), w.labels.label("timing", site.config.timing))


def _rates_of(site: SiteInLanguage, whose: Literal["private", "social"]) -> Iterator[Fact]:
    """Give the rates of private or of social money in either prices, as stated or as inflation turns them."""
    w, config = site.wording, site.config
    of_site: RateOfPrices | None = getattr(config.discount_rate, whose)
    inflation = config.inflation.value if config.inflation else None
    for prices in get_args(Prices):
        label = w.labels.label("prices", prices)
        name = w.t(f"convention.rate.{whose}", prices=label)
        found = in_prices(of_site, prices, inflation, whose, LONGEST) if of_site else None
        if found is None or found.rate is None:
            yield Fact(name, w.t("rate.missing"))
        else:
            text = " ".join([f"{w.rates.a_year(found.rate)}.", w.rates.why_in_force(found)])
            note = w.texts.written(found.why) if found.why and not found.brought else None
            yield Fact(name, text, note=note)


def _draws(w: Wording) -> Iterator[Fact]:
    yield Fact(w.t("draws.number.name"), w.t("draws.number", n=DRAWS))
    for shape in get_args(Shape):
        yield Fact(capitalised(w.labels.label("shape", shape)), w.t(f"draws.{shape}"))
    for name in ("seed", "shared", "percentiles", "outcomes"):
        yield Fact(w.t(f"draws.{name}.name"), w.t(f"draws.{name}"))
    words = (w.t("draws.from", chance=chance, words=said) for chance, said in w.chance.whole_map())
    yield Fact(w.t("draws.words.name"), w.t("draws.words", list=w.t("interest.joint").join(words)))


# Comparison --------------------------------------------------------------------------------------


def _comparing(site: SiteInLanguage) -> Comparing:
    w, tables = site.wording, shipped_money_tables()
    trees = traced_quantities(quantities=PRICE_QUANTITIES, axes=PRICE_AXES)
    return Comparing(
        money=w.labels.money_of(comparison_of(site.config, tables)),
        inputs=tuple(starting_view(w, name) for name in PRICE_AXES),
        steps=tuple(quantity_view(w, name, tree) for name, tree in trees.items()),
        sources=tuple(sources_whole(w, tables)),
    )


# Quantities --------------------------------------------------------------------------------------


def _solved(w: Wording, figure: str) -> QuantityView:
    trees = traced_quantities(quantities=FIGURES[figure].equations, axes=SOLVER_INPUT_AXES)
    return QuantityView(
        id=anchors.of("quantity", figure),
        name=w.names.full_name(figure),
        meaning=w.names.meaning(figure),
        explanation=w.t(f"algorithm.{figure}"),
        formulas=tuple(formula_view(w, name, tree) for name, tree in trees.items()),
    )


# Bounds -------------------------------------------------------------------------------------------


_MOVES = {1: "rises", -1: "falls", 0: "stays"}
_NEEDS = {"discounts": "rate", "spans_years": "years"}


def _bounds(w: Wording) -> Table:
    """Say how each figure moves with what is unknown, and what it needs."""
    names = ("figures.figure", "bounds.with_costs", "bounds.with_benefits", "bounds.needs")
    return Table(
        label=w.t("method.bounds"),
        columns=tuple(Column(w.t(name)) for name in names),
        rows=tuple(_rule(w, name, entry) for name, entry in FIGURES.items() if entry.lanes),
    )


def _rule(w: Wording, name: str, entry: FigureEntry) -> TableRow:
    needs = [w.t(f"needs.{word}") for field, word in _NEEDS.items() if getattr(entry, field)]
    moves = (w.t(f"moves.{_MOVES[move]}") for move in (entry.with_costs, entry.with_benefits))
    return TableRow(
        Cell(link=Link(w.names.full_name(name), f"#{anchors.of('quantity', name)}")),
        (*moves, ", ".join(needs)),
    )


# Measures -----------------------------------------------------------------------------------------


def _lane(w: Wording, lane: Lane, counted: Mapping[str, str]) -> LaneView:
    found = ((name, own) for name, own in w.vocabulary.measures.items() if own.lane == lane)
    return LaneView(
        id=anchors.of("lane", lane),
        lane=lane,
        heading=w.t(f"lane.{lane}"),
        measures=tuple(_measure(w, name, own, counted.get(name, "")) for name, own in found),
    )


def _measure(w: Wording, name: str, measure: Measure, counted: str) -> MeasureView:
    months = measure.months_to_effect
    return MeasureView(
        id=anchors.of("measure", name),
        label=w.texts.written(measure.label),
        definition=w.texts.written(measure.definition),
        unit=w.t("measure.money") if measure.unit == "money" else w.numbers.unit(measure.unit),
        direction=w.labels.label("better", measure.better),
        cost_per=_cost_per(w, measure),
        months="" if months is None else w.numbers.quantity(months, "month"),
        perspectives=w.t("or").join(
            w.labels.label("accounts", who) for who in measure.perspectives
        ),
        known_abuse=w.texts.written(measure.known_abuse) if measure.known_abuse else None,
        refused=w.texts.written(measure.refused) if measure.refused else None,
        counted=counted,
    )


def _cost_per(w: Wording, measure: Measure) -> str:
    if measure.lane != "soft":
        return ""
    if not measure.is_countable:
        return w.t("measure.cost_per.nothing")
    kind = "stock" if measure.is_stock else "flow"
    return w.t(f"measure.cost_per.{kind}", one=w.labels.result(measure, 1))


QUANTITY_NAMES = (
    *STARTING,
    *(one.__name__ for one in GROWTH_QUANTITIES),
    *(one.__name__ for one in OF_ALL_LANES),
    *SOUGHT,
    *CONSTANTS,
    *PRICE_AXES,
    *(one.__name__ for one in PRICE_QUANTITIES),
    *(one.__name__ for one in IMPLIED_QUANTITIES),
)
"""All names that have a place on the page."""
