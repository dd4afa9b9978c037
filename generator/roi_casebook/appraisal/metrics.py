"""A site's own metrics: its formulas over the figures, inputs and soft results of a case.

A name means a figure, else a soft result, else an input or a constant, else a measure: then the
result of it that lists take. Central values alone; a figure or a count that is a bound makes the
metric a bound where the formula lets it. What cannot be computed has its reason, and the names that
the reason speaks of.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import inf, isfinite
from types import MappingProxyType
from typing import Literal

from roi_casebook.appraisal.amounts import inputs_of, parsed, proxies_alone
from roi_casebook.appraisal.appraise import Appraisal, AppraisedCase
from roi_casebook.appraisal.cost_per_result import leading_by_measure
from roi_casebook.case.name_units import (
    in_currency,
    measure_names,
    measured_names,
    name_units,
)
from roi_casebook.config import Metric, Metrics
from roi_casebook.roi.algebra.expressions import Node
from roi_casebook.roi.algebra.tracing import evaluated
from roi_casebook.roi.algebra.units import Unit, UnitError, parse_unit, unit_of
from roi_casebook.roi.figure_table import FIGURES
from roi_casebook.roi.figures import Bound, Reason, Side, leaving
from roi_casebook.roi.intervals import Interval, bound_of, enclosed, reach
from roi_casebook.roi.openings import Hedge
from roi_casebook.roi.soft_pricing import prices_soft_results

Kind = Literal["figure", "soft", "input", "constant"]
WhyNoMetric = Literal[
    "not_stated",
    "input_unknown",
    "soft_priced",
    "lanes_mixed",
    "units_do_not_fit",
    "divided_by_zero",
]
"""Why a metric has no value, beside the reasons of the figures that it uses.

not_stated: the case has no such name; input_unknown: an input or soft result is unknown;
soft_priced: money would multiply a soft result; lanes_mixed: what came back in money would stand
beside the price of social value; units_do_not_fit: not in the metric's unit here.
"""


@dataclass(frozen=True)
class MetricTerm:
    """What a name in a metric's formula stands for in a case: a value, or the reason of a figure.

    result: the soft result that it is, named by its id or by its measure; "" for anything else.
    """

    name: str
    kind: Kind
    value: float | None
    side: Side | None = None
    reason: Reason | None = None
    result: str = ""


@dataclass(frozen=True)
class MetricFigure:
    """A metric of a case: a value, a bound or a reason.

    unit: with the case's currency; reason: why there is no value, and names: of whom it speaks;
    tree: the formula; terms: what its names stand for, in order, without those not stated.
    """

    name: str
    unit: Unit
    tree: Node
    terms: tuple[MetricTerm, ...]
    value: float | None = None
    bound: Bound | None = None
    reason: Reason | WhyNoMetric | None = None
    names: tuple[str, ...] = ()


Outcome = tuple[float, Bound | None] | tuple[Reason | WhyNoMetric, tuple[str, ...]]


def metrics_of(
    case: AppraisedCase, metrics: Metrics, appraisal: Appraisal | None = None
) -> Mapping[str, MetricFigure]:
    """Compute each metric for a reading of a case; without one, for that which leads."""
    reading = appraisal or case.leading
    return MappingProxyType(
        {name: _metric_figure(name, metric, case, reading) for name, metric in metrics.items()}
    )


def _metric_figure(
    name: str, metric: Metric, case: AppraisedCase, appraisal: Appraisal
) -> MetricFigure:
    tree = parsed(metric.formula)
    unit = in_currency(parse_unit(metric.unit), case.case.money.currency)
    terms = tuple(_terms(inputs_of(tree), case, appraisal))
    first, second = _outcome(tree, unit, terms, case)
    if isinstance(first, str):
        return MetricFigure(name, unit, tree, terms, reason=first, names=second)  # type: ignore[arg-type]
    return MetricFigure(name, unit, tree, terms, leaving(first), second)  # type: ignore[arg-type]


def _terms(
    names: tuple[str, ...], case: AppraisedCase, appraisal: Appraisal
) -> Iterator[MetricTerm]:
    for name in names:
        if name in appraisal.figures:
            figure = appraisal.figures[name]
            yield MetricTerm(name, "figure", figure.value, figure.side, figure.reason)
        elif name in case.soft:
            yield _soft_term(name, name, case, appraisal)
        elif name in case.amounts:
            kind: Kind = "input" if name in case.case.inputs else "constant"
            yield MetricTerm(name, kind, case.amounts[name], _side_of_input(case, name))
        elif result := _result_of_measure(name, case, appraisal):
            yield _soft_term(name, result, case, appraisal)


def _result_of_measure(name: str, case: AppraisedCase, appraisal: Appraisal) -> str | None:
    """Give the soft result that a measure's name means: the one that lists take, else the only one."""
    results = case.per_result[appraisal.reading]
    of_measure = [one for one in measure_names(case.case).get(name, ()) if one in results]
    leading = leading_by_measure(results, case.case).values()
    chosen = [one.soft for one in leading if one.soft in of_measure] or of_measure
    return chosen[0] if len(chosen) == 1 else None


def _soft_term(name: str, result: str, case: AppraisedCase, appraisal: Appraisal) -> MetricTerm:
    """Give a result as it is counted, with its side; one that is no count has its value alone."""
    one = case.per_result[appraisal.reading].get(result)
    count = one.count if one is not None and not _is_each_year(case, result) else None
    if count is None or count.value is None:
        return MetricTerm(name, "soft", case.soft[result][1], result=result)
    return MetricTerm(name, "soft", count.value, count.side, result=result)


def _is_each_year(case: AppraisedCase, result: str) -> bool:
    """Tell whether a result is so many a year, which its count over all years is not."""
    return any(symbol == "year" for symbol, _ in name_units(case.case).get(result, ()))


def _side_of_input(case: AppraisedCase, name: str) -> Side | None:
    given = case.case.inputs.get(name)
    return OF_HEDGE.get(given.bound) if given and given.bound else None


OF_HEDGE: Mapping[Hedge, Side] = MappingProxyType({"up-to": "or_lower", "over": "or_higher"})


def _outcome(tree: Node, unit: Unit, terms: tuple[MetricTerm, ...], case: AppraisedCase) -> Outcome:
    if missing := set(inputs_of(tree)) - {term.name for term in terms}:
        return "not_stated", tuple(name for name in inputs_of(tree) if name in missing)
    units = name_units(case.case)
    soft = measured_names(case.case) - {term.name for term in terms if term.kind == "figure"}
    if prices_soft_results(tree, soft, units, case.case.money.currency):
        return "soft_priced", tuple(term.name for term in terms if term.name in soft)
    if mixed := _of_both_lanes(terms, case):
        return "lanes_mixed", mixed
    if reasons := [(term.reason, (term.name,)) for term in terms if term.reason]:
        return reasons[0]
    if unknown := tuple(term.name for term in terms if term.value is None):
        return "input_unknown", unknown
    return _value(tree, terms) if _has_unit(tree, unit, units) else ("units_do_not_fit", ())


def _of_both_lanes(terms: tuple[MetricTerm, ...], case: AppraisedCase) -> tuple[str, ...]:
    """Give the proxies of social value that would stand in one formula with a return in money."""
    returns = any(term.kind == "figure" and not FIGURES[term.name].is_cost for term in terms)
    proxies = proxies_alone(case.case, case.social_lines) if returns else frozenset[str]()
    return tuple(term.name for term in terms if term.kind == "input" and term.name in proxies)


def _has_unit(tree: Node, unit: Unit, units: Mapping[str, Unit]) -> bool:
    try:
        return unit_of(tree, units) == unit
    except UnitError:
        return False


def _value(tree: Node, terms: tuple[MetricTerm, ...]) -> Outcome:
    values = {term.name: term.value for term in terms if term.value is not None}
    try:
        value = float(evaluated(tree, values))
        reached = enclosed(tree, dict(_reaches(terms)))
    except ZeroDivisionError:
        return "divided_by_zero", ()
    except OverflowError:
        return "out_of_range", ()
    if not isfinite(value):
        return "out_of_range", ()
    return _bounded(terms, value, reached) if any(term.side for term in terms) else (value, None)


def _reaches(terms: tuple[MetricTerm, ...]) -> Iterator[tuple[str, Interval]]:
    for term in terms:
        if term.value is not None:
            entry = FIGURES.get(term.name)
            is_count = (
                bool(term.result) and term.value >= 0
            )  # what would have come anyway is no more than came
            lowest = 0.0 if is_count or (entry and entry.is_never_negative) else -inf
            yield term.name, reach(term.value, term.side, lowest)


def _bounded(terms: tuple[MetricTerm, ...], value: float, reached: Interval) -> Outcome:
    if reached[0] == reached[1]:
        return value, None
    found = bound_of(reached, value)
    if found is None or (found == (0.0, "at_least") and value > 0):  # that is no news
        return "unbounded", tuple(term.name for term in terms if term.side)
    return found
