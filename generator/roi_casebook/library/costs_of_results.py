"""What one result cost, of all cases of one measure side by side; measures are never mixed.

One a case and measure, from its leading reading: an outcome or impact of which it can be said. In the
case's own money, and in the currency and prices of a comparison.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from roi_casebook.appraisal import JudgedCase
from roi_casebook.appraisal.cost_per_result import CostPerResult
from roi_casebook.library.comparison import Comparison, comparable, conversion_of
from roi_casebook.roi.figure_table import COST_PER_RESULT
from roi_casebook.roi.figures import Figure

PARTS = ("value", "side", "reason")
COLUMNS = ("slug", "measure", "soft", "stage", "is_additional", "leads")


def results_that_may_stand(judged: JudgedCase) -> Mapping[str, CostPerResult]:
    """Give what one result of each measure cost; nothing where it was measured too early."""
    return {} if judged.evidence.maturity.suppresses_headline else judged.costs_by_measure


def results_table(cases: Iterable[JudgedCase], comparison: Comparison) -> pd.DataFrame:
    """Give one row a case and measure, by measure and then the least cost for comparison first.

    Columns `cost_value`, `_side` and `_reason` in each case's own money, and `cost_comparable_...` in
    the comparison's: its reason is `rate_missing` where a rate or an index is missing; such rows, and
    those whose amount is open both ways, come last.
    """
    rows = [
        _row(judged, one, comparison)
        for judged in cases
        for one in results_that_may_stand(judged).values()
    ]
    names = [f"cost_{part}" for part in PARTS] + [f"cost_comparable_{part}" for part in PARTS]
    table = pd.DataFrame(rows, columns=[*COLUMNS, *names])
    table["is_open"] = table["cost_comparable_side"] == "either"
    order = ["measure", "is_open", "cost_comparable_value"]
    return table.sort_values(order, kind="stable", na_position="last", ignore_index=True)


def comparable_result(judged: JudgedCase, one: CostPerResult, comparison: Comparison) -> Figure:
    """Give what one result cost in the comparison's currency and prices."""
    return comparable(one.cost, conversion_of(judged.leading, comparison))


def _row(judged: JudgedCase, one: CostPerResult, comparison: Comparison) -> dict[str, Any]:
    figures = {
        "cost": one.cost,
        "cost_comparable": comparable_result(judged, one, comparison),
    }
    return {
        "slug": judged.slug,
        "measure": one.measure,
        "soft": one.soft,
        "stage": one.stage,
        "is_additional": one.is_additional,
        "leads": judged.leads.kind == COST_PER_RESULT and judged.leads.which == one.soft,
    } | {
        f"{name}_{part}": getattr(figure, part)
        for name, figure in figures.items()
        for part in PARTS
    }
