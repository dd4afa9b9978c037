"""The money of an appraisal by moment: what a table or a chart of the cash flow shows.

Rows as a reader adds them up: each cost and their sum, each benefit and theirs, each balance, what
the moment brings, the same discounted, and the running sum of that.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, takewhile
from typing import Literal

import numpy as np

from roi_casebook.appraisal.appraise import Appraisal
from roi_casebook.roi.flows import Flows, Line

Open = Literal["amount", "share", ""]
Kind = Literal["cost", "benefit", "balance", "total", "factor", "discounted", "cumulative"]
_SUMS = {"cost": "costs", "benefit": "benefits", "balance": "balances"}


@dataclass(frozen=True)
class CashRow:
    """One row: `name` is a line's id or a quantity's name.

    by_moment: in the case's currency (a factor: a plain number), None where nothing is known of it;
    total: over time, None where there is none; open: "amount" where an amount in it is unknown,
    so that it holds what is known; "share" where only a share is, so that it is a bound; else "".
    """

    name: str
    kind: Kind
    by_moment: tuple[float | None, ...]
    total: float | None
    open: Open


def cash_rows(appraisal: Appraisal) -> tuple[CashRow, ...]:
    """Give the rows of the cash flow; discounted ones only where something is discounted."""
    flows = appraisal.flows
    rows = [row for kind in _SUMS for row in _side(appraisal, kind)]
    rows.append(_sum(appraisal, "net_flow", "total", _all_lines(flows)))
    if len(flows.axis.numbers) > 1 and flows.discount_rate != 0 and not flows.rate_is_missing:
        rows += _discounted(appraisal)
    return tuple(rows)


def _side(appraisal: Appraisal, kind: str) -> Iterator[CashRow]:
    lines: tuple[Line, ...] = getattr(appraisal.flows, f"{kind}s")
    for number, line in enumerate(lines):
        yield _line(appraisal, kind, line, number)
    if len(lines) > 1:
        yield _sum(appraisal, _SUMS[kind], "total", lines)


def _line(appraisal: Appraisal, kind: str, line: Line, number: int) -> CashRow:
    values = np.asarray(appraisal.values[kind])[number, :, 0]
    by_moment = tuple(
        None if amount is None else float(value)
        for amount, value in zip(line.amounts, values, strict=True)
    )
    return _row(line.name, kind, by_moment, (line,))  # type: ignore[arg-type]


def _sum(appraisal: Appraisal, name: str, kind: Kind, lines: tuple[Line, ...]) -> CashRow:
    """Give a sum by moment; one of which nothing is known has none."""
    values = _by_moment(appraisal, name)
    by_moment = tuple(None if _is_dark(lines, at) else value for at, value in enumerate(values))
    return _row(name, kind, by_moment, lines)


def _row(
    name: str, kind: Kind, by_moment: tuple[float | None, ...], lines: tuple[Line, ...]
) -> CashRow:
    known = [value for value in by_moment if value is not None]
    dark = all(line.is_unknown for line in lines)
    return CashRow(name, kind, by_moment, None if dark else sum(known), _open(lines))


def _open(lines: tuple[Line, ...]) -> Open:
    if any(line.has_gap for line in lines):
        return "amount"
    return "share" if any(None in line.shares.values() for line in lines) else ""


def _is_dark(lines: tuple[Line, ...], at: int) -> bool:
    """Tell whether something falls at a moment, and of all that falls in it nothing is known."""
    falling = [line.amounts[at] for line in lines if line.amounts[at] != 0]
    return bool(falling) and all(amount is None for amount in falling)


def _discounted(appraisal: Appraisal) -> Iterator[CashRow]:
    yield CashRow("discount_factor", "factor", _by_moment(appraisal, "discount_factor"), None, "")
    lines = _all_lines(appraisal.flows)
    discounted = _sum(appraisal, "discounted_net_flow", "discounted", lines)
    yield discounted
    summed = running(discounted.by_moment)
    yield CashRow("cumulative_net_flow", "cumulative", summed, None, discounted.open)


def running(by_moment: tuple[float | None, ...]) -> tuple[float | None, ...]:
    """Add up one by one; from a dark moment on nothing is known."""
    known = tuple(takewhile(lambda value: value is not None, by_moment))
    sums = accumulate(value for value in known if value is not None)
    return (*sums, *(None for _ in by_moment[len(known) :]))


def _all_lines(flows: Flows) -> tuple[Line, ...]:
    return (*flows.costs, *flows.benefits, *flows.balances)


def _by_moment(appraisal: Appraisal, name: str) -> tuple[float, ...]:
    return tuple(float(value) for value in np.asarray(appraisal.values[name])[0, :, 0])
