"""A claim made ready to be held against something: its unit, and from where to where it may lie."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from roi_casebook.appraisal.amounts import Amounts, formula_value, inputs_of, parsed
from roi_casebook.appraisal.basis import Basis
from roi_casebook.appraisal.claims.claim_units import YEAR, factor, unit_named
from roi_casebook.appraisal.claims.printed import Interval, Limits, meant, printed_interval
from roi_casebook.case import Case, Claim, Says
from roi_casebook.roi.algebra.units import Unit, product, unit_of
from roi_casebook.roi.constants import CONSTANTS
from roi_casebook.roi.flows import Flows
from roi_casebook.written.scalars import UNKNOWN


class JudgedReading(Protocol):
    """What of an appraisal claims are held against."""

    @property
    def basis(self) -> Basis:
        """What its figures rest on."""

    @property
    def flows(self) -> Flows:
        """Its money by line and year."""


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


@dataclass(frozen=True)
class Claimed:
    """A claim with a number.

    meant: from where to where it may lie, its bound included; near: without a bound that is one-
    sided; limits: the thresholds by id.
    """

    judged: CaseOfClaims
    name: str
    claim: Claim
    unit: Unit
    meant: Interval
    near: Interval
    limits: Limits

    @property
    def case(self) -> Case:
        """The case."""
        return self.judged.case

    @property
    def says(self) -> Says:
        """What is claimed."""
        return self.claim.says

    @property
    def value(self) -> float:
        """The number, as printed."""
        return float(self.claim.says.value)

    @property
    def reading(self) -> str | None:
        """The reading that it speaks of: the one that leads where it names none."""
        return self.claim.reading or self.case.leading_reading()

    @property
    def currency(self) -> Unit:
        """The currency of the case, as a unit."""
        return ((self.case.money.currency, 1),)

    def times(self, by: float) -> "Claimed":
        """Give it with another number in its place."""
        return replace(self, meant=self.meant.scaled(by), near=self.near.scaled(by))


def claimed(judged: CaseOfClaims, name: str, limits: Limits) -> Claimed | None:
    """Make a claim ready; None where it gives no number."""
    claim = judged.case.claims[name]
    whole, near = meant(claim.says, limits), printed_interval(claim.says)
    if whole is None or near is None:
        return None
    near = whole if claim.says.bound == "about" else near
    return Claimed(judged, name, claim, unit_named(claim.says.unit), whole, near, limits)


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
