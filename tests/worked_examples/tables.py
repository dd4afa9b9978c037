"""Reads worked examples and compares them with what is computed. It knows no formula."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

import numpy as np
import yaml

from roi_casebook.case import NamedInput
from roi_casebook.roi.algebra.formulas import parse_formula
from roi_casebook.roi.algebra.tracing import evaluated
from roi_casebook.roi.appraising import Appraised, appraised, appraised_count, appraised_socially
from roi_casebook.roi.discounting.bands import Band, Rate, Schedule
from roi_casebook.roi.figure_table import RESULT_FIGURES, WORTH_NEEDED
from roi_casebook.roi.flows import NOTHING_DRAWN, Flows, Line, Timing
from roi_casebook.roi.moments import Counting, Moments
from roi_casebook.roi.needed_worth import FlowsOfMoney, needed_worth
from tests.worked_examples.yearly import amounts_by_year, yearly_inputs

MONTHS = {"month": Decimal(1), "months": Decimal(1), "year": Decimal(12), "years": Decimal(12)}
CUT = Decimal("1e-11")  # figures leave with twelve digits
PRINTED = re.compile(r"(?P<below><)? *(?P<number>[-+]?[\d.]+(?:e[-+]?\d+)?) *(?P<unit>%|[a-z]*)")
Table = Mapping[str, Any]
NO_INPUTS: Table = MappingProxyType({})


@dataclass(frozen=True)
class Example:
    """One case of one table: its flows, what their benefits are, and what is printed."""

    name: str
    flows: Flows
    lane: str
    printed: Mapping[str, str | Sequence[str]]
    differs: Mapping[str, Table]
    reasons: Mapping[str, str]
    roots: Mapping[str, Sequence[str]]


def examples(path: Path) -> Iterator[Example]:
    """Read the cases of a file; what stands beside `cases` holds for each of them."""
    table: Table = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 -- the base loader makes nothing but text, lists and mappings
    for key in ("table", "title", "source", "convention"):
        assert table.get(key), f"{path.name}: no {key}"
    for name, case in table.get("cases", {"": {}}).items():
        yield _example(f"{path.stem}: {name}".removesuffix(": "), {**table, **case}, table)


def _example(name: str, case: Table, table: Table) -> Example:
    known = {"table", "title", "source", "convention", "cases", "note", "flows", "inputs"}
    tests = {"printed", "differs", "reasons", "roots"}
    assert case.keys() <= known | tests, f"{name}: unknown {case.keys() - known - tests}"
    assert case.keys() & tests, f"{name}: prints nothing"
    flows = {**table.get("flows", {}), **case["flows"]}
    assert len(flows.keys() & {"benefits", *BESIDE_MONEY}) <= 1, f"{name}: one lane at a time"
    return Example(
        name=name,
        flows=flows_of(flows, case.get("inputs", {})),
        lane=lane_of(flows),
        **{test: case.get(test, {}) for test in sorted(tests)},
    )


# Flows -------------------------------------------------------------------------------------------


BESIDE_MONEY = ("social", "count")


def lane_of(table: Table) -> str:
    """Give where the benefits of some flows stand: money, social value, or the count of a result."""
    return next((lane for lane in BESIDE_MONEY if lane in table), "benefits")


def flows_of(table: Table, inputs: Table = NO_INPUTS) -> Flows:
    """Read flows: the horizon, rate and timing, the lines of each side, and when money moves."""
    years = int(table["years"])
    values = {name: number(value) for name, value in inputs.items() if isinstance(value, str)}
    yearly = yearly_inputs(inputs, values)
    is_present = table.get("already_discounted") == "yes"
    stands, moments = _when(table, 0 if is_present else years)

    def side(name: str) -> tuple[Line, ...]:
        lines = cast("Table", table.get(name) or {})
        return tuple(_line(line, given, stands, values, yearly) for line, given in lines.items())

    return Flows(
        years=years,
        moments=moments,
        costs=side("costs"),
        benefits=side(lane_of(table)),
        balances=side("balances"),
        discount_rate=_rate(table.get("discount_rate"), years),
        finance_rate=_own_rate(table, "finance_rate"),
        reinvestment_rate=_own_rate(table, "reinvestment_rate"),
        timing=cast("Timing", table.get("timing", "end-year")),
        is_present=is_present,
    )


def _rate(stated: str | Table | None, years: int) -> Rate | None:
    """Read one rate for all years, or the rate of each span of years."""
    if not isinstance(stated, Mapping):
        return None if stated is None else number(stated)
    bands = (
        Band(int(first), int(last or first), number(rate))
        for (first, _, last), rate in ((span.partition("-"), rate) for span, rate in stated.items())
    )
    return Schedule(tuple(bands)).within(years)


def _own_rate(table: Table, name: str) -> float | None:
    return number(table[name]) if name in table else None


def _when(table: Table, years: int) -> tuple[Sequence[int], Moments | None]:
    """Say at which moment each amount stands, and give the moments where they are no years."""
    if "dates" in table:
        days = [date.fromisoformat(text).toordinal() for text in table["dates"]]
        return _placed([day - min(days) for day in days], "day")
    if "months" in table:
        return _placed([int(text) for text in table["months"]], "month")
    return range(years + 1), None


def _placed(numbers: Sequence[int], counting: Counting) -> tuple[Sequence[int], Moments]:
    different = sorted(set(numbers))
    return [different.index(each) for each in numbers], Moments(tuple(different), counting)


def _line(
    name: str,
    given: Sequence[str] | Table,
    stands: Sequence[int],
    inputs: Mapping[str, float],
    yearly: Mapping[str, NamedInput],
) -> Line:
    stated: Table = given if isinstance(given, Mapping) else {"amounts": given}
    amounts = (
        amounts_by_year(stated["amount"], stated["when"], len(stands) - 1, yearly)
        if "amount" in stated
        else [_known(amount, inputs) for amount in stated["amounts"]]
    )
    others = {"amounts", "amount", "when"}
    shares = {key: _known(value, inputs) for key, value in stated.items() if key not in others}
    at: list[float | None] = [0.0] * (max(stands) + 1)
    for place, amount in zip(stands, amounts, strict=False):  # those left out are 0
        at[place] = None if amount is None else amount + (at[place] or 0.0)
    return Line(name, tuple(at), shares)


def _known(text: str, inputs: Mapping[str, float]) -> float | None:
    return None if text == "unknown" else number(text, inputs)


def number(text: str, inputs: Mapping[str, float] | None = None) -> float:
    """Read an amount: a number, a percentage or a formula over the file's inputs."""
    if text.endswith("%"):
        return float(Decimal(text.removesuffix("%").strip()) / 100)
    return float(evaluated(parse_formula(text), inputs or {}))


# Comparison --------------------------------------------------------------------------------------


def differences(example: Example) -> list[str]:
    """Say in a line each what is printed and not computed."""
    found = _found(example)
    lines = [_difference(found, name, text) for name, text in example.printed.items()]
    lines += [_reason_difference(found, name, text) for name, text in example.reasons.items()]
    lines += [_roots_difference(found, name, texts) for name, texts in example.roots.items()]
    return [line for line in lines if line]


def _found(example: Example) -> Appraised:
    return appraised_in_lane(example.flows, example.lane)


def appraised_in_lane(flows: Flows, lane: str) -> Appraised:
    """Compute the figures of a lane; nothing comes back in money where a result is counted alone."""
    if lane != "count":
        return (appraised_socially if lane == "social" else appraised)(flows)
    counted = appraised_count(flows, [name for name in RESULT_FIGURES if name != WORTH_NEEDED])
    worth = needed_worth(FlowsOfMoney(replace(flows, benefits=())), counted, NOTHING_DRAWN)
    return replace(counted, figures={**counted.figures, WORTH_NEEDED: worth})


def unexplained(example: Example) -> list[str]:
    """Say what is wrong with the differences that the file explains."""
    found = _found(example)
    return [
        line for name, told in example.differs.items() for line in _told(found, name, told) if line
    ]


def explained(example: Example) -> int:
    """Count the differences that a file explains."""
    return len(example.differs)


def _told(found: Appraised, name: str, told: Table) -> Iterator[str]:
    if missing := {"printed", "ours", "because"} - told.keys():
        yield f"{name}: the difference has no {', '.join(sorted(missing))}"
        return
    ours, printed = told["ours"], told["printed"]
    if isinstance(ours, str) and re.fullmatch(r"[a-z_]+", ours):
        yield _reason_difference(found, name, ours)
        return
    yield _difference(found, name, ours)
    if not _difference(found, name, printed):
        yield f"{name}: {printed} does come out: it belongs under printed"


def _difference(found: Appraised, name: str, printed: str | Sequence[str]) -> str:
    """Compare a figure, or the values of a quantity by year."""
    if isinstance(printed, str):
        figure = found.figures.get(name)
        value = found.values[name].item() if figure is None else figure.value
        if value is None and figure is not None:
            return f"{name}: printed {printed}, found the reason {figure.reason}"
        return "" if agrees(printed, value) else f"{name}: printed {printed}, found {value:.12g}"
    values = np.asarray(found.values[name])[0, :, 0].tolist()
    if len(values) != len(printed):
        return f"{name}: printed {len(printed)} moments, found {len(values)}"
    return "; ".join(
        f"{name} in year {year}: printed {text}, found {value:.12g}"
        for year, (text, value) in enumerate(zip(printed, values, strict=True))
        if not agrees(text, value)
    )


def _reason_difference(found: Appraised, name: str, reason: str) -> str:
    figure = found.figures[name]
    return (
        ""
        if figure.reason == reason
        else f"{name}: expected the reason {reason}, found {figure.reason or figure.value}"
    )


def _roots_difference(found: Appraised, name: str, printed: Sequence[str]) -> str:
    roots = found.figures[name].roots
    same = len(roots) == len(printed) and all(map(agrees, printed, roots))
    return "" if same else f"{name}: expected the roots {', '.join(printed)}, found {roots}"


def agrees(printed: str, value: float | None) -> bool:
    """Tell whether a number lies within half a unit of the last digit printed."""
    match = PRINTED.fullmatch(printed.strip())
    assert match, f"cannot read {printed!r}"
    assert value is not None
    unit = MONTHS.get(match["unit"], Decimal("0.01") if match["unit"] == "%" else Decimal(1))
    stated = Decimal(match["number"])
    if match["below"]:
        return Decimal(value) < stated * unit
    half = Decimal((0, (5,), cast("int", stated.as_tuple().exponent) - 1))
    return abs(Decimal(value) - stated * unit) <= half * unit + abs(Decimal(value)) * CUT
