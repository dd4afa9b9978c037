"""A claim made ready to be held against something: its unit, and from where to where it may lie.

What repeats a claim speaks of the same reading and the same part. A sum in another currency is
converted once, at the rate of the year in which its source appeared.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from roi_casebook.appraisal.amounts import Amounts, formula_value, inputs_of, parsed
from roi_casebook.appraisal.basis import Basis
from roi_casebook.appraisal.claims.claim_units import YEAR, factor, unit_named
from roi_casebook.appraisal.claims.printed import Interval, Limits, meant, printed_interval
from roi_casebook.appraisal.cost_per_result import CostPerResult
from roi_casebook.case import Case, Claim, Says
from roi_casebook.config import MoneyTables
from roi_casebook.roi import prices
from roi_casebook.roi.algebra.units import PURE, Unit, currencies_in, product, spelled, unit_of
from roi_casebook.roi.constants import CONSTANTS
from roi_casebook.roi.figures import Figure
from roi_casebook.roi.flows import Flows
from roi_casebook.shipped.money_tables import EURO, shipped_money_tables
from roi_casebook.written.scalars import UNKNOWN


class JudgedReading(Protocol):
    """What of an appraisal claims are held against."""

    @property
    def slug(self) -> str:
        """The case that it is of, by which its ranges are drawn."""

    @property
    def lines(self) -> frozenset[str]:
        """The ids of the lines that count."""

    @property
    def basis(self) -> Basis:
        """What its figures rest on."""

    @property
    def flows(self) -> Flows:
        """Its money by line and year."""

    @property
    def figures(self) -> Mapping[str, Figure]:
        """Its figures, with their percentiles."""


class CaseOfClaims(Protocol):
    """What of a case with its appraisals claims are held against."""

    @property
    def case(self) -> Case:
        """The case as written."""

    @property
    def amounts(self) -> Amounts:
        """The value of each input and constant."""

    @property
    def readings(self) -> Mapping[str | None, JudgedReading]:
        """Its appraisals."""

    @property
    def social(self) -> Mapping[str | None, JudgedReading]:
        """Its appraisals of social value, of those readings that count some."""

    @property
    def per_result(self) -> Mapping[str | None, Mapping[str, CostPerResult]]:
        """What one of each soft result of each reading cost."""


@dataclass(frozen=True)
class ConvertedAt:
    """How a claim's money became the case's: at the mean rate of a year, one for so many."""

    year: int
    rate: float


@dataclass(frozen=True)
class Claimed:
    """A claim with a number, in the case's currency.

    meant: from where to where it may lie, its bound included; near: without a bound that is one-
    sided; printed: without any; limits: the thresholds by id; converted: from which money.
    """

    judged: CaseOfClaims
    name: str
    claim: Claim
    unit: Unit
    value: float
    meant: Interval
    near: Interval
    printed: Interval
    limits: Limits
    converted: ConvertedAt | None = None

    @property
    def case(self) -> Case:
        """The case."""
        return self.judged.case

    @property
    def says(self) -> Says:
        """What is claimed."""
        return self.claim.says

    @property
    def reading(self) -> str | None:
        """The reading that it speaks of: the one that leads where it names none."""
        return self.claim.reading or self.case.leading_reading()

    @property
    def currency(self) -> Unit:
        """The currency of the case, as a unit."""
        return ((self.case.money.currency, 1),)

    @property
    def written_unit(self) -> str:
        """The unit in which it is held, as it is written."""
        return spelled(self.unit) if self.converted else self.says.unit

    def times(self, by: float) -> "Claimed":
        """Give it with another number in its place."""
        return replace(
            self,
            value=self.value * by,
            meant=self.meant.scaled(by),
            near=self.near.scaled(by),
            printed=self.printed.scaled(by),
        )


def claimed(judged: CaseOfClaims, name: str, limits: Limits) -> Claimed | None:
    """Make a claim ready; None where it gives no number."""
    claim = inherited(judged.case, name)
    whole, printed = meant(claim.says, limits), printed_interval(claim.says)
    if whole is None or printed is None or claim.says.number is None:
        return None
    near = whole if claim.says.bound == "about" else printed
    unit = unit_named(claim.says.unit)
    one = Claimed(judged, name, claim, unit, claim.says.number, whole, near, printed, limits)
    return _in_own_currency(one)


# What a repetition takes over ---------------------------------------------------------------------


def goes_back_to(case: Case, name: str) -> tuple[str, ...]:
    """Give the claims that a claim goes back to, the nearest first; itself left out."""
    found: list[str] = []
    before = case.claims[name].repeats
    while before is not None and before not in (name, *found):
        found.append(before)
        before = case.claims[before].repeats
    return tuple(found)


def inherited(case: Case, name: str) -> Claim:
    """Give a claim with the reading and the scope of what it repeats, where it states none."""
    claim = case.claims[name]
    chain = [case.claims[each] for each in (name, *goes_back_to(case, name))]
    taken_over = {
        field: next((found for each in chain if (found := getattr(each, field)) is not None), None)
        for field in ("reading", "scope")
    }
    return claim.model_copy(update=taken_over)


# Other money --------------------------------------------------------------------------------------


def _in_own_currency(one: Claimed) -> Claimed:
    """Convert what is in another currency; as it is where it is not, or no rate is known."""
    (theirs,) = found if len(found := currencies_in(one.unit)) == 1 else (None,)
    ours = one.case.money.currency
    if theirs is None or theirs == ours or theirs in currencies_in(_unit_of_counterpart(one)):
        return one
    conversion = _conversion(theirs, ours, _year_of(one), shipped_money_tables())
    if conversion is None:
        return one
    power = dict(one.unit)[theirs]
    unit = product(product(one.unit, ((theirs, 1),), -power), ((ours, 1),), power)
    return replace(one.times(conversion.rate**power), unit=unit, converted=conversion)


def _unit_of_counterpart(one: Claimed) -> Unit:
    """Give the unit of the formula that a claim names: one in its own money needs no conversion."""
    against = one.claim.against
    if against is None or against == UNKNOWN or against in one.case.soft:
        return PURE
    return unit_of(parsed(against), parsed_units_of(one.case))


def _year_of(one: Claimed) -> int | None:
    date = one.case.sources[one.claim.source].date
    return one.case.money.year_of_prices if isinstance(date, str) else date.year


def _conversion(
    theirs: str, ours: str, year: int | None, tables: MoneyTables
) -> ConvertedAt | None:
    if year is None:
        return None
    rates = [
        1.0 if each == EURO else tables.rates.get(each, {}).get(year) for each in (ours, theirs)
    ]
    of_ours, of_theirs = rates
    if of_ours is None or of_theirs is None:
        return None
    return ConvertedAt(year, prices.in_target_currency(1.0, of_ours, of_theirs))


# Formulas -----------------------------------------------------------------------------------------


def parsed_units_of(case: Case) -> dict[str, Unit]:
    """Give the unit of every constant and input."""
    units = {name: unit_named(unit) for name, (_, unit) in CONSTANTS.items()}
    return units | {name: unit_named(given.unit) for name, given in case.inputs.items()}


def formula_in(
    formula: str | None, unit: Unit, amounts: Amounts, units: Mapping[str, Unit]
) -> float | None:
    """Give the value of a formula in a unit; None where it is unknown or does not compare."""
    value = None if formula is None else formula_value(formula, amounts)
    if value is None or formula is None:
        return None
    scale = factor(unit_of(parsed(formula), units), unit)
    return None if scale is None else value * scale


def names_in(formula: str | None) -> tuple[str, ...]:
    """Give the inputs in a formula; none where it is unknown or absent."""
    return inputs_of(parsed(formula)) if formula not in {None, UNKNOWN} else ()


def revenue_of(judged: CaseOfClaims) -> float | None:
    """Give the organisation's revenue of a year in the case's currency, where it is known."""
    case = judged.case
    currency: Unit = ((case.money.currency, 1),)
    formula, units = case.organisation.revenue, parsed_units_of(case)
    for unit in (product(currency, YEAR, -1), currency):
        found = formula_in(formula, unit, judged.amounts, units)
        if found is not None:
            return found
    return None
