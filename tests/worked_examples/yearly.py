"""Lines of a worked example whose formula is over series and inputs that grow, as in a case."""

from collections.abc import Mapping
from typing import Any

from roi_casebook.case import NamedInput
from roi_casebook.case.lines import CostLine
from roi_casebook.case.named_inputs import single_numbers, tree_in_year
from roi_casebook.roi.algebra.formulas import parse_formula
from roi_casebook.roi.algebra.tracing import evaluated


def yearly_inputs(inputs: Mapping[str, Any], values: Mapping[str, float]) -> dict[str, NamedInput]:
    """Read the inputs of a table as those of a case; values: of those that are one number."""
    stated = {
        name: {"value": values[name]} if name in values else given for name, given in inputs.items()
    }
    return {
        name: NamedInput.model_validate({**given, "assumption": "the table"})
        for name, given in stated.items()
    }


def amounts_by_year(
    formula: str, when: str, years: int, inputs: Mapping[str, NamedInput]
) -> list[float | None]:
    """Give a line's amount in each year of the table, from year 0 on; nought where it has none."""
    line = CostLine.model_validate(
        {"label": "a line", "amount": formula, "when": when, "status": "modelled"}
    )
    numbers = {name: given.central() for name, given in single_numbers(inputs).items()}
    own = sorted(line.amounts())
    amounts: list[float | None] = [0.0] * (years + 1)
    for moment in own:
        tree = tree_in_year(parse_formula(formula), inputs, moment, own[0])
        amounts[moment.number] = None if tree is None else float(evaluated(tree, numbers))
    return amounts
