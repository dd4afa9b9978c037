"""The numbers that a reading uses, each with what it is there for: money or not, spent or gained.

Money is every number with a currency in its unit and every margin; all others belong to the effect.
Where a number of the effect is written as so many times one unit of money, it is graded as money as
well: a factor of one is no price.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import log10

from roi_casebook.appraisal.amounts import inputs_of, parsed
from roi_casebook.appraisal.case_flows import stated_shares
from roi_casebook.case import Case, Input
from roi_casebook.case.lines import MoneyLine
from roi_casebook.case.named_inputs import GROWS
from roi_casebook.roi.algebra.units import currencies_in, parse_unit
from roi_casebook.written.numbers_in_text import says
from roi_casebook.written.scalars import UNKNOWN

MARGIN = "margin"
MIDDLE = ("value", "likely")


@dataclass(frozen=True)
class UsedNumber:
    """A known number of a reading.

    name: its input, or its line and share where it is written in place; stated: None for a bare
    share; by_unit: whether it is so many times one unit of money; in_cost, in_result: whether it stands in an amount of either; is_taken_off: whether it
    only takes a share off a result.
    """

    name: str
    value: float
    stated: Input | None
    is_money: bool = False
    by_unit: bool = False
    in_cost: bool = False
    in_result: bool = False
    is_taken_off: bool = False

    @property
    def is_ranged(self) -> bool:
        """Tell whether it is a range around a source's number."""
        return self.stated is not None and self.source is not None and self.stated.is_range

    @property
    def source(self) -> str | None:
        """The source that it cites."""
        return self.stated.source if self.stated else None

    @property
    def is_assumed(self) -> bool:
        """Tell whether it is assumed: without a source, by its authors, with an assumption beside, or not as quoted.

        Every end of a range must stand in the quotation: a width of our own is an assumption too.
        """
        stated = self.stated
        if stated is None or stated.is_assumed:
            return True
        return not _stand(stated, stated.written_numbers)

    @property
    def middle_is_assumed(self) -> bool:
        """Tell whether not even its middle stands in a source, however wide its range is.

        A range without a middle of its own stands as a whole.
        """
        stated = self.stated
        if stated is None or stated.source is None:
            return True
        middle = (getattr(stated, end) for end in MIDDLE)
        known = tuple(number for number in middle if isinstance(number, float))
        return not _stand(stated, known or stated.written_numbers)


def _stand(stated: Input, numbers: Iterable[float]) -> bool:
    """Tell whether all of some numbers stand in the quotation."""
    return all(says(stated.quote or "", number) for number in numbers)


def used_numbers(
    case: Case, costs: Mapping[str, MoneyLine], results: Mapping[str, MoneyLine]
) -> dict[str, UsedNumber]:
    """Give the known numbers of some lines, by name."""
    found: dict[str, UsedNumber] = {}
    for lines, in_cost in ((costs, True), (results, False)):
        for name, line in lines.items():
            for number in (
                *_of_amounts(case, line, in_cost=in_cost),
                *_of_shares(case, name, line),
            ):
                known = found.get(number.name)
                found[number.name] = _both(known, number) if known else number
    return found


def _both(one: UsedNumber, other: UsedNumber) -> UsedNumber:
    return replace(
        one,
        is_money=one.is_money or other.is_money,
        by_unit=one.by_unit or other.by_unit,
        in_cost=one.in_cost or other.in_cost,
        in_result=one.in_result or other.in_result,
        is_taken_off=one.is_taken_off and other.is_taken_off,
    )


def _of_amounts(case: Case, line: MoneyLine, *, in_cost: bool) -> Iterator[UsedNumber]:
    for formula in dict.fromkeys(line.amounts().values()):
        numbers = tuple(_of_formula(case, formula))
        by_unit = any(number.is_money and _is_one_unit(number) for number in numbers)
        for number in numbers:
            yield replace(
                number,
                by_unit=by_unit,
                in_cost=in_cost,
                in_result=not in_cost,
            )


def _of_shares(case: Case, name: str, line: MoneyLine) -> Iterator[UsedNumber]:
    for share, stated in stated_shares(line).items():
        is_money, is_taken_off = share == MARGIN, share != MARGIN
        if isinstance(stated, str):
            for number in _of_formula(case, stated):
                yield replace(
                    number, is_money=number.is_money or is_money, is_taken_off=is_taken_off
                )
            continue
        own = stated if isinstance(stated, Input) else None
        value = own.central() if own else stated
        if isinstance(value, float):
            yield UsedNumber(
                f"{name}.{share}", value, own, is_money=is_money, is_taken_off=is_taken_off
            )


def _of_formula(case: Case, formula: str) -> Iterator[UsedNumber]:
    """Give the numbers of a formula; by how much money grows is graded as money."""
    for name in inputs_of(parsed(formula)) if formula != UNKNOWN else ():
        stated = case.inputs.get(name)
        value = stated.central() if stated else None
        if stated is None or value is None:
            continue
        is_money = bool(currencies_in(parse_unit(stated.unit)))
        yield UsedNumber(name, value, stated, is_money)
        growth = stated.growth.central() if stated.growth else None
        if growth is not None:
            yield UsedNumber(f"{name}{GROWS}", growth, stated.growth, is_money)


def _is_one_unit(number: UsedNumber) -> bool:
    """Tell one unit of money, or a power of ten of it: that is a scale, and prices nothing."""
    by_year = number.stated.by_year if number.stated else {}
    values = [value for value in by_year.values() if value is not None] or [number.value]
    return any(value > 0 and log10(value).is_integer() for value in values)
