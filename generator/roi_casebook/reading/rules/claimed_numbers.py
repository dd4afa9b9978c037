"""What a claim says has the unit of its kind, and what it is held against has that unit, too."""

from collections.abc import Iterator
from contextlib import suppress

from roi_casebook.case import Claim
from roi_casebook.case.claims import IN_MONEY, PURE
from roi_casebook.case.timeline import Moment
from roi_casebook.reading.model.valid_parts import Surroundings, ValidParts
from roi_casebook.reading.rules.formula_ends import central_values
from roi_casebook.reading.rules.formulas import known_units, unreadable_unit
from roi_casebook.roi.algebra.formulas import FormulaError, parse_formula
from roi_casebook.roi.algebra.tracing import evaluated
from roi_casebook.roi.algebra.units import (
    Unit,
    UnitError,
    currencies_in,
    parse_unit,
    product,
    spelled,
    unit_of,
)
from roi_casebook.roi.constants import CONSTANTS
from roi_casebook.written.scalars import UNKNOWN
from roi_casebook.yaml_places.document import Finding, Path

TIMES = frozenset({"year"}) | {
    symbol for _, unit in CONSTANTS.values() for symbol, _, over in [unit.partition("/")] if over == "year"
}  # fmt: skip
"""The stretches of time that the formula language can convert."""
SCALES = frozenset({"B", "b", "M", "m", "K", "k", "G", "T"})
"""Letters that many write for a scale, and that would pass for what is counted."""


def claims_have_their_unit(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """A sum of money has a currency, a time a unit of time, a ratio none but per cent."""
    for name, claim in case.claims.items():
        with suppress(UnitError):  # told where units are read
            is_read = not any(unreadable_unit(claim.says.unit, ()))
            if is_read and claim.says.number is not None:
                yield from _of_its_kind(case, name, claim, parse_unit(claim.says.unit))


def _of_its_kind(case: ValidParts, name: str, claim: Claim, unit: Unit) -> Iterator[Finding]:
    what, currency = claim.says.what, case.money.currency if case.money else "EUR"
    written = "without a unit" if claim.says.unit == "1" else f"in {claim.says.unit}"
    found = f"found a claim of {what} {written}, expected"
    path: Path = ("claims", name, "says", *(("unit",) if _has_unit(case, name) else ()))
    if what in IN_MONEY and not _is_sum(unit):
        message = f"{found} a sum of money, whole or for each stretch of time"
        scale = ", and 3 bn or 3 million as the number" if claim.says.unit in SCALES else ""
        yield Finding(path, "claim_without_currency", message, f"write unit: {currency}{scale}")
    elif what == "cost-per-result" and not currencies_in(unit):
        message = f"{found} money for each of what is counted"
        yield Finding(path, "claim_without_currency", message, f"write unit: {currency}/person")
    elif what == "saving" and not unit:
        message = f"{found} money, or what is saved"
        yield Finding(path, "claim_without_currency", message, f"write unit: {currency}")
    elif what == "payback" and not (len(unit) == 1 and unit[0][0] in TIMES and unit[0][1] == 1):
        yield Finding(path, "claim_without_time", f"{found} a time", "write unit: month")
    elif what in PURE and unit:
        hint = "leave unit out: so many times are a plain number, and per cent are written as 12%"
        yield Finding(path, "claim_not_a_ratio", f"{found} a plain number", hint)


def _has_unit(case: ValidParts, name: str) -> bool:
    written = case.document.value
    for key in ("claims", name, "says"):
        written = written.get(key) if isinstance(written, dict) else None
    return isinstance(written, dict) and "unit" in written


def _is_sum(unit: Unit) -> bool:
    """Tell whether it is one currency, whole or for each stretch of time."""
    powers = dict(unit)
    money = currencies_in(unit)
    if len(money) != 1 or powers.pop(money[0]) != 1:
        return False
    return not powers or (len(powers) == 1 and TIMES.issuperset(powers) and -1 in powers.values())


# What a claim is held against ---------------------------------------------------------------------


def counterparts_fit(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """What a claim is held against has its unit, whatever the stretch of time."""
    for name, claim in case.claims.items():
        text = _formula(case, claim)
        with suppress(UnitError, FormulaError, KeyError):  # told where formulas are read
            if text is None or text == UNKNOWN or claim.says.number is None:
                continue
            tree = parse_formula(text)
            wanted, found = (
                parse_unit(claim.says.unit),
                unit_of(tree, known_units(tree, case.inputs)),
            )
            if claim.says.what == "cost-per-result" and claim.against in case.soft and case.money:
                found = product(((case.money.currency, 1),), found, -1)  # money for each of them
            if _timeless(found) != _timeless(wanted):
                yield Finding(
                    ("claims", name, "against"),
                    "wrong_unit",
                    f"found a formula in {spelled(found)} for a claim in {claim.says.unit}, expected one unit",
                    f"name what is in {claim.says.unit}, or give the claim the unit {spelled(found)}",
                )


def _formula(case: ValidParts, claim: Claim) -> str | None:
    soft = case.soft.get(claim.against or "")
    return soft.result if soft else claim.against


def _timeless(unit: Unit) -> Unit:
    return tuple((symbol, power) for symbol, power in unit if symbol not in TIMES)


# The organisation's revenue -----------------------------------------------------------------------


def revenue_holds_its_parts(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """What the case counts as observed is no more than all that came in, in the same year."""
    given, period = case.organisation, case.period
    if given is None or period is None or given.revenue is None or given.revenue_year is None:
        return
    if period.began is None:
        return  # which year of the case it is nobody knows
    values = central_values(case.inputs)
    revenue = _value(given.revenue, values)
    for name, line in case.benefits.items() if revenue else ():
        falls = (
            _value(formula, values) for at, formula in line.amounts().items()
            if _falls_into(at, given.revenue_year, period.began.year)
        )  # fmt: skip
        known = [each for each in falls if each is not None]
        amount = sum(known) if known else None
        if line.status == "observed" and amount is not None and amount > (revenue or 0.0):
            yield Finding(
                ("organisation", "revenue"),
                "more_than_revenue",
                f"found a revenue of {revenue:,.6g} in {given.revenue_year}, less than the benefit {name!r} "
                f"of {amount:,.6g} that is counted as observed in that year",
                "mend the input of one of them, or revenue_year: one of the two cannot stand",
                "hint",
            )


def _falls_into(moment: Moment, year: int, start: int) -> bool:
    """Tell whether a moment lies in a year of the calendar, as far as that can be told."""
    if moment.day is not None:
        return moment.day.year == year
    return moment == Moment("year", max(year - start, 0))


def _value(formula: str, values: "dict[str, float]") -> float | None:
    """Give what a formula comes to at the likely values; None where it has no value."""
    try:
        return float(evaluated(parse_formula(formula), values))
    except (FormulaError, KeyError, ZeroDivisionError, OverflowError):
        return None  # reported where formulas are read
