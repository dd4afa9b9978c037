"""The soft results of a case as numbers: what was before, what came, and whether any of it is good."""

from collections.abc import Mapping

from roi_casebook.appraisal.amounts import amounts_of, formula_value, result_tree, tree_value
from roi_casebook.case import Case
from roi_casebook.config import Measure, Vocabulary

BaselineAndResult = tuple[float | None, float | None]


def soft_values(case: Case) -> dict[str, BaselineAndResult]:
    """Give (baseline, result) of each soft result in its measure's unit, None where unknown."""
    amounts = amounts_of(case)
    return {
        name: (
            formula_value(result.baseline, amounts) if result.baseline else None,
            tree_value(result_tree(case, result), amounts),
        )
        for name, result in case.soft.items()
    }


def has_positive(
    case: Case, values: Mapping[str, BaselineAndResult], vocabulary: Vocabulary
) -> bool:
    """Tell whether some soft result is known to be good: without one, none can be worth anything."""
    measures = vocabulary.measures
    return any(
        _is_positive(*values[name], measures.get(result.measure))
        for name, result in case.soft.items()
    )


def _is_positive(before: float | None, value: float | None, measure: Measure | None) -> bool:
    """A change for the better; a number of which nobody knows what was before, if more is better."""
    if value is None:
        return False
    better = measure.better if measure else "higher"
    change = value - (before or 0.0)
    if better == "lower":
        is_change = before is not None or (measure is not None and measure.is_change)
        return is_change and change < 0
    return change > 0 if better == "higher" else change != 0
