"""The money of an appraisal by year: what a table or a chart of the cash flow shows.

Rows as a reader adds them up: each cost and their sum, each benefit and theirs, each balance, what
the year brings, the same discounted, and the running sum of that.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from roi_casebook.appraisal.appraise import Appraisal
from roi_casebook.roi.flows import Line

Kind = Literal["cost", "benefit", "balance", "total", "factor", "discounted", "cumulative"]
_SUMS = {"cost": "costs", "benefit": "benefits", "balance": "balances"}


@dataclass(frozen=True)
class CashRow:
    """One row: `name` is a line's id or a quantity's name.

    by_year: in the case's currency (a factor: a plain number), None where unknown; total: over the
    years, None where there is none; partial: something in it is unknown, so it holds what is known.
    """

    name: str
    kind: Kind
    by_year: tuple[float | None, ...]
    total: float | None
    partial: bool


def cash_rows(appraisal: Appraisal) -> tuple[CashRow, ...]:
    """Give the rows of the cash flow; discounted ones only where something is discounted."""
    rows = [row for kind in _SUMS for row in _side(appraisal, kind)]
    rows.append(_quantity(appraisal, "net_flow", "total"))
    if appraisal.flows.years and not appraisal.flows.rate_is_missing:
        rows += _discounted(appraisal)
    return tuple(rows)


def _side(appraisal: Appraisal, kind: str) -> Iterator[CashRow]:
    lines: tuple[Line, ...] = getattr(appraisal.flows, f"{kind}s")
    for number, line in enumerate(lines):
        yield _line(appraisal, kind, line, number)
    if len(lines) > 1:
        yield _quantity(appraisal, _SUMS[kind], "total", lines)


def _line(appraisal: Appraisal, kind: str, line: Line, number: int) -> CashRow:
    values = np.asarray(appraisal.values[kind])[number, :, 0]
    by_year = tuple(
        None if amount is None else float(value)
        for amount, value in zip(line.amounts, values, strict=True)
    )
    return CashRow(
        line.name,
        kind,  # type: ignore[arg-type]
        by_year,
        None if line.is_unknown else float(values.sum()),
        line.has_gap or None in line.shares.values(),
    )


def _quantity(
    appraisal: Appraisal, name: str, kind: Kind, lines: tuple[Line, ...] | None = None
) -> CashRow:
    values = _by_year(appraisal, name)
    counted = _all_lines(appraisal) if lines is None else lines
    partial = any(line.has_gap or None in line.shares.values() for line in counted)
    return CashRow(name, kind, _floats(values), float(values.sum()), partial)


def _discounted(appraisal: Appraisal) -> Iterator[CashRow]:
    factors = _floats(_by_year(appraisal, "discount_factor"))
    yield CashRow("discount_factor", "factor", factors, None, partial=False)
    discounted = _quantity(appraisal, "discounted_net_flow", "discounted")
    yield discounted
    running = np.cumsum(_by_year(appraisal, "discounted_net_flow"))
    yield CashRow(
        "cumulative_discounted_net_flow", "cumulative", _floats(running), None, discounted.partial
    )


def _all_lines(appraisal: Appraisal) -> tuple[Line, ...]:
    flows = appraisal.flows
    return (*flows.costs, *flows.benefits, *flows.balances)


def _by_year(appraisal: Appraisal, name: str) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    return np.asarray(appraisal.values[name])[0, :, 0]


def _floats(values: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> tuple[float, ...]:
    return tuple(float(value) for value in values)
