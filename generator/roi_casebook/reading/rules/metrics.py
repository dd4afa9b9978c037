"""A site's own metrics: each formula by itself, then held against the cases that it is to speak of.

That a case does not have what a metric names is no mistake: it has a reason there. A name that no
case has, a unit that fits none, or money that would multiply a soft result, is told to the editor.
"""

from collections.abc import Iterator, Mapping

from roi_casebook.case import Case
from roi_casebook.case.name_units import (
    in_currency,
    measure_names,
    measured_names,
    name_of_measure,
    name_units,
)
from roi_casebook.config import Metric, Metrics
from roi_casebook.problems import did_you_mean
from roi_casebook.reading.rules.formulas import unreadable_unit
from roi_casebook.roi.algebra.expressions import Node, names
from roi_casebook.roi.algebra.formulas import FormulaError, parse_formula
from roi_casebook.roi.algebra.units import Unit, UnitError, parse_unit, spelled, unit_of
from roi_casebook.roi.constants import CONSTANTS
from roi_casebook.roi.figure_table import MONEY_FIGURES
from roi_casebook.roi.soft_pricing import prices_soft_results
from roi_casebook.shipped.vocabulary import shipped_vocabulary
from roi_casebook.yaml_places.document import Document, Finding, Path, part_at

FIELD = "metrics"


# Each by itself ---------------------------------------------------------------------------------


def metric_problems(document: Document) -> Iterator[Finding]:
    """Give what is wrong with metrics by themselves: names that are taken, formulas, units."""
    written = part_at(document.value, (FIELD,))
    for name, metric in written.items() if isinstance(written, Mapping) else ():
        if name in MONEY_FIGURES:
            message = f"found the metric {name!r}, which is a figure of every case"
            yield Finding(
                (FIELD, name), "metric_is_figure", message, "give it another id", at="key"
            )
        formula, unit = part_at(metric, ("formula",)), part_at(metric, ("unit",))
        if isinstance(formula, str):
            yield from _unreadable(formula, (FIELD, name, "formula"))
        if isinstance(unit, str):
            yield from unreadable_unit(unit, (FIELD, name, "unit"))


def _unreadable(formula: str, path: Path) -> Iterator[Finding]:
    try:
        parse_formula(formula.strip())
    except FormulaError as error:
        yield Finding(path, "formula", error.message, error.hint, column=error.column)


# Held against the cases -------------------------------------------------------------------------


def metrics_against_cases(metrics: Metrics, cases: Mapping[str, Case]) -> Iterator[Finding]:
    """Give what is wrong with sound metrics among all cases of a site; nothing where it has none."""
    known = {slug: _known(case) for slug, case in cases.items()}
    shipped = map(name_of_measure, shipped_vocabulary().measures)
    anywhere = frozenset(shipped).union(*known.values())
    for name, metric in metrics.items() if cases else ():
        tree, path = parse_formula(metric.formula.strip()), (FIELD, name)
        used = {each.name for each in names(tree)}
        if strangers := list(_strangers(tree, anywhere, path)):
            yield from strangers
            continue
        fitting = {slug: cases[slug] for slug in cases if used <= known[slug]}
        if not fitting:
            message = f"found no case that has all of {', '.join(sorted(used))}"
            hint = "each stands in some case; the metric will have a reason everywhere"
            yield Finding((*path, "formula"), "metric_of_no_case", message, hint, severity="hint")
        yield from _first(_prices_soft(tree, path, *each) for each in fitting.items())
        yield from _first(_misfit(metric, tree, path, *each) for each in fitting.items())


def _known(case: Case) -> frozenset[str]:
    return frozenset({*MONEY_FIGURES, *CONSTANTS, *case.inputs, *case.soft, *measure_names(case)})


def _first(findings: Iterator[Finding | None]) -> Iterator[Finding]:
    """Give the first that is one: the editor needs one example."""
    yield from (finding for finding in [next(filter(None, findings), None)] if finding)


def _strangers(tree: Node, known: frozenset[str], path: Path) -> Iterator[Finding]:
    for name in names(tree):
        if name.name not in known:
            yield Finding(
                (*path, "formula"),
                "unknown_in_metric",
                f"found {name.name!r}, which is no figure, no measure, and no input or soft result of any case",
                did_you_mean(name.name, known),
                severity="hint",
                column=name.column or 1,
            )


def _prices_soft(tree: Node, path: Path, slug: str, case: Case) -> Finding | None:
    found = [name for name in names(tree) if name.name in measured_names(case)]
    soft = sorted({name.name for name in found})
    if not prices_soft_results(tree, frozenset(soft), name_units(case), case.money.currency):
        return None
    message = f"found money multiplied by {', '.join(soft)}, a soft result or what it rests on (in the case {slug!r})"
    hint = "a soft result is measured and never priced: it may divide money, never multiply it"
    column = found[0].column or 1
    return Finding((*path, "formula"), "soft_priced", message, hint, column=column)


def _misfit(metric: Metric, tree: Node, path: Path, slug: str, case: Case) -> Finding | None:
    found = _unit(tree, name_units(case))
    if found is None or found == in_currency(parse_unit(metric.unit), case.money.currency):
        return None
    shown = spelled(found) if isinstance(found, tuple) else found
    message = f"found {shown} in the case {slug!r}, expected {metric.unit}"
    hint = "the metric has no value there: give it that unit, or the inputs another"
    return Finding((*path, "unit"), "metric_unit", message, hint, severity="hint")


def _unit(tree: Node, units: Mapping[str, Unit]) -> Unit | str | None:
    """Give the unit of a formula, what does not fit, or None where a soft result is unknown."""
    try:
        return unit_of(tree, units)
    except UnitError as error:
        return error.message
    except KeyError:
        return None
