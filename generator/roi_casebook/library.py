"""All appraisals as one table: what the catalogue, the counts and the comparison start from.

One row a case, of its leading reading. Figures without a value are missing in their column, and
their reason stands beside: nothing is filled in, and nothing is averaged over cases.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pandas as pd

from roi_casebook.appraisal import CaseAppraisal
from roi_casebook.appraisal.comparison import Comparison, comparable, conversion_of
from roi_casebook.roi.figures import Figure

FIGURES = ("pv_costs", "npv", "roi")
DIRECTIONS = ("positive", "negative", "unknown")


def library_table(cases: Iterable[CaseAppraisal]) -> pd.DataFrame:
    """Give one row a case, indexed by slug, in the order given; money in each case's currency."""
    rows = [_row(case) for case in cases]
    columns = list(_COLUMNS) + [
        f"{name}_{part}" for name in FIGURES for part in ("value", "bound", "reason")
    ]
    return pd.DataFrame(
        rows, columns=columns, index=pd.Index([row["slug"] for row in rows], name="slug")
    )


def _row(appraised: CaseAppraisal) -> dict[str, Any]:
    row: dict[str, Any] = {name: read(appraised) for name, read in _COLUMNS.items()}
    for name in FIGURES:
        figure = appraised.leading.figures[name]
        row |= {
            f"{name}_value": figure.value,
            f"{name}_bound": figure.bound,
            f"{name}_reason": figure.reason,
        }
    return row


def direction(npv: Figure) -> str:
    """Say whether the money came back: a bound counts only where it decides the sign."""
    if npv.value is None:
        return "unknown"
    if npv.value >= 0:
        return "unknown" if npv.bound == "at_most" else "positive"
    return "unknown" if npv.bound == "at_least" else "negative"


_COLUMNS: Mapping[str, Callable[[CaseAppraisal], Any]] = {
    "slug": lambda each: each.slug,
    "sector": lambda each: each.case.organisation.sector,
    "size": lambda each: each.case.organisation.size,
    "country": lambda each: each.case.organisation.country,
    "kind": lambda each: each.case.initiative.kind,
    "channels": lambda each: each.case.initiative.channels,
    "objective": lambda each: each.case.initiative.objective,
    "year": lambda each: each.case.period.start.year,
    "status": lambda each: each.leading.basis.status,
    "found_by": lambda each: each.case.found_by,
    "checked": lambda each: each.case.checked,
    "currency": lambda each: each.case.money.currency,
    "direction": lambda each: direction(each.leading.figures["npv"]),
}


def counts(table: pd.DataFrame, column: str, known: Iterable[str] = ()) -> Mapping[str, int]:
    """Count cases by a column, the known values first even where none is."""
    found = table[column].explode().value_counts()
    order = [*known, *(value for value in sorted(found.index) if value not in set(known))]
    return {value: int(found.get(value, 0)) for value in order}


# In one currency and one year's prices ----------------------------------------------------------

COMPARABLE = ("pv_costs", "npv")
"""The figures of money that cases are compared by."""
PARTS = ("value", "bound", "reason")


def comparable_table(cases: Iterable[CaseAppraisal], comparison: Comparison) -> pd.DataFrame:
    """Give cost and NPV of each case in the comparison's currency and prices, by slug.

    Columns `npv_comparable_value`, `_bound` and `_reason`, to be joined to the library's table; the
    reason is `rate_missing` where an exchange rate or a price index is missing.
    """
    rows = {case.slug: _compared(case, comparison) for case in cases}
    columns = [f"{name}_comparable_{part}" for name in COMPARABLE for part in PARTS]
    index = pd.Index(list(rows), name="slug")
    return pd.DataFrame(list(rows.values()), columns=columns, index=index)


def _compared(case: CaseAppraisal, comparison: Comparison) -> dict[str, Any]:
    how = conversion_of(case.leading, comparison)
    figures = {name: comparable(case.leading.figures[name], how) for name in COMPARABLE}
    return {
        f"{name}_comparable_{part}": getattr(figure, part)
        for name, figure in figures.items()
        for part in PARTS
    }
