"""Locks of what a result cost: the effect is the result's, the money is that of the cost alone."""

from dataclasses import replace

from roi_casebook.appraisal.cost_per_result import CostPerResult
from roi_casebook.appraisal.evidence.locks import Locks, with_money
from roi_casebook.appraisal.evidence.money_grade import money_grade
from roi_casebook.appraisal.evidence.numbers_used import used_numbers
from roi_casebook.appraisal.evidence.sway import Sway
from roi_casebook.case import Case
from roi_casebook.config import Thresholds


def locks_of_result(
    case: Case, result: CostPerResult, effect: Locks, thresholds: Thresholds
) -> Locks:
    """Give the locks of what one of a result cost. effect: those of the result itself."""
    if result.flows is None:
        return effect
    costs = {name: case.costs[name] for name in result.costs}
    sway = Sway(
        case,
        frozenset(costs),
        replace(result.flows, benefits=()),
        used_numbers(case, costs, {}),
        thresholds,
    )
    grade = money_grade(sway)
    return with_money(effect, grade, thresholds) if grade else effect
