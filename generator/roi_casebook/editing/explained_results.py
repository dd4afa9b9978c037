"""`casebook explain`: how what one result cost comes about, from the costs and counts of a case."""

from collections.abc import Iterator

from roi_casebook.appraisal import AppraisedCase
from roi_casebook.appraisal.amounts import inputs_of, parsed
from roi_casebook.appraisal.cost_per_result import CostPerResult
from roi_casebook.roi.algebra.expressions import Node
from roi_casebook.roi.algebra.tracing import traced_quantities
from roi_casebook.roi.figure_table import RESULT_FIGURES
from roi_casebook.roi.figures import Figure
from roi_casebook.roi.quantities import OF_ALL_LANES
from roi_casebook.wording import Wording
from roi_casebook.written.scalars import UNKNOWN


def results_explained(
    appraised: AppraisedCase, reading: str | None, wanted: list[str], words: Wording
) -> Iterator[str]:
    """Give a block for each figure of each result: those wanted, or all where none is."""
    for one in appraised.per_result[reading].values():
        for name, figure in one.figures.items():
            if not wanted or name in wanted:
                yield "\n".join(_block(appraised, one, figure, words))


def _block(
    appraised: AppraisedCase, one: CostPerResult, figure: Figure, words: Wording
) -> Iterator[str]:
    currency = appraised.case.money.currency
    result = words.labels.soft(appraised.case.soft[one.soft])
    label = f"{figure.name} [{result}]: {words.names.full_name(figure.name)}"
    shown = words.figures.figure(figure, currency)
    if figure.reason:
        yield label
        yield f"  {shown.reason}"
        return
    yield f"{label}: {shown.whole}"
    yield f"  {words.names.meaning(figure.name)}"
    tree = _tree(figure.name)
    yield f"  = {words.formulas.in_words(tree)}"
    for name in inputs_of(tree):
        if name in one.figures:
            part = words.figures.figure(one.figures[name], currency)
            yield f"  {part.name}: {part.whole}"
    yield from (f"  {line}" for line in _grounds(appraised, one, words))


def _tree(name: str) -> Node:
    """Give the formula of a figure: a quantity of its own, or the equation that gives it."""
    solver = RESULT_FIGURES[name].solver
    if solver is None:
        return traced_quantities(quantities=OF_ALL_LANES)[name]
    axes = dict.fromkeys(solver.starts_from, "")
    return traced_quantities(quantities=solver.equations, axes=axes)[name]


def _grounds(appraised: AppraisedCase, one: CostPerResult, words: Wording) -> Iterator[str]:
    """Name the costs that bought it, and the inputs of its count with their values."""
    case = appraised.case
    labels = [words.texts.written(case.costs[name].label).text for name in one.costs]
    if labels:
        yield f"{words.t('results.column.total')}: {words.catalogue.listed(labels)}"
    formula = case.soft[one.soft].result
    if formula != UNKNOWN:
        for name in inputs_of(parsed(formula)):
            if name in case.inputs:
                given = case.inputs[name]
                value = given.central()
                said = (
                    words.t("unknown")
                    if value is None
                    else words.numbers.quantity(value, given.unit, case.money.currency)
                )
                yield f"{name}: {said}"
