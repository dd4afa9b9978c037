"""Formulas over inputs: names, units, and what they give at the likely values.

A formula that cannot be read is reported once; its units and values are then not looked at. An
input that is broken or unknown leaves out only what would need it.

Where formulas stand in a case, and which unit each of them must have.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from roi_casebook.case import Input, SoftResult
from roi_casebook.case.lines import When
from roi_casebook.case.named_inputs import single_numbers, tree_in_year
from roi_casebook.case.timeline import START, Moment
from roi_casebook.config import Vocabulary
from roi_casebook.problems import did_you_mean
from roi_casebook.reading.model.valid_parts import Surroundings, ValidParts
from roi_casebook.reading.rules.formula_ends import Reached, central_values, reached
from roi_casebook.reading.rules.references import shares_of
from roi_casebook.roi.algebra.expressions import Name, Node, Op, names
from roi_casebook.roi.algebra.formulas import FormulaError, parse_formula
from roi_casebook.roi.algebra.tracing import evaluated
from roi_casebook.roi.algebra.units import (
    PURE,
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

YEAR: Unit = (("year", 1),)
MONEY = "money"
"""The unit of a measure that is counted in the case's currency."""


Kind = Literal["cost", "money", "share", "soft", "claim"]


@dataclass(frozen=True)
class Use:
    """A formula at its place.

    what: its name in messages; kind: what it gives; units: those that it may have, the first is
    shown, () where any will do; when: the moments at which it counts, each by itself, () where it
    counts once; first: the first moment of its line; is_explained: whether a note stands beside it.
    """

    path: Path
    text: str
    what: str
    kind: Kind
    units: tuple[Unit, ...]
    when: tuple[Moment, ...] = ()
    first: Moment = START
    is_explained: bool = False


def formula_uses(case: ValidParts, words: Vocabulary) -> Iterator[Use]:
    """Give every formula of the sound entries that is not `unknown`."""
    uses = chain(_of_lines(case), _of_soft(case, words), _of_revenue(case), _of_claims(case))
    return (use for use in uses if use.text != UNKNOWN)


def _of_lines(case: ValidParts) -> Iterator[Use]:
    for table, name, line in case.money_lines():
        kind: Kind = "cost" if table == "costs" else "money"
        first, explained = min(line.amounts(), default=START), line.note is not None
        for path, text, when in _amounts(line.when, line.amount):
            place, units = (table, name, *path), _money_units(case)
            yield Use(place, text, "an amount", kind, units, when, first, explained)
        yield from _of_shares(table, name, line)


def _of_shares(table: str, name: str, line: object) -> Iterator[Use]:
    for path, share in shares_of(line):
        if isinstance(share, str):
            yield Use((table, name, *path), share, f"the share {path[-1]}", "share", (PURE,))


def _of_soft(case: ValidParts, words: Vocabulary) -> Iterator[Use]:
    for name, result in case.soft.items():
        measure = words.measures.get(result.measure)
        units = _soft_units(measure.unit) if measure else ()
        for path, text, when in _results(result):
            first = when[0] if when else START
            yield Use(("soft", name, *path), text, "the result", "soft", units, when, first)
        yield from _of_shares("soft", name, result)
        if result.baseline is not None:
            yield Use(("soft", name, "baseline"), result.baseline, "the baseline", "soft", units)


def _results(result: SoftResult) -> Iterator[tuple[Path, str, tuple[Moment, ...]]]:
    """Give the formula of a result, or that of each moment; with its moments, where it says them."""
    if isinstance(result.when, Mapping):
        yield from _amounts(result.when, None)
    else:
        yield ("result",), result.result, result.when.moments() if result.when else ()


def _of_revenue(case: ValidParts) -> Iterator[Use]:
    if case.organisation and case.organisation.revenue:
        path = ("organisation", "revenue")
        yield Use(path, case.organisation.revenue, "the revenue", "money", _revenue_units(case))


def _of_claims(case: ValidParts) -> Iterator[Use]:
    """What a claim is held against, where it is no soft result."""
    for name, claim in case.claims.items():
        if claim.against is not None and claim.against not in case.ids("soft"):
            path = ("claims", name, "against")
            yield Use(path, claim.against, "what the claim is held against", "claim", ())


def _amounts(when: When, amount: str | None) -> Iterator[tuple[Path, str, tuple[Moment, ...]]]:
    """Give each formula by which a line states its amount, with its path and its moments."""
    if isinstance(when, Mapping):
        for span, text in when.items():
            yield ("when", str(span)), text, span.moments()
    elif amount is not None:
        yield ("amount",), amount, when.moments()


def _money_units(case: ValidParts) -> tuple[Unit, ...]:
    """Money; or money a year or a month, where the case spans years: that is the period of an amount."""
    if not case.money or not case.period:
        return ()
    currency: Unit = ((case.money.currency, 1),)
    counted_in = case.timeline.counted_in
    if not case.period.years or counted_in == "day":
        return (currency,)
    return (currency, product(currency, ((counted_in, 1),), -1))


def _revenue_units(case: ValidParts) -> tuple[Unit, ...]:
    """Money, or money a year: a revenue is that of a year, however long the case runs."""
    money = _money_units(case)
    a_year = tuple(product(each, YEAR, -1) for each in money[:1])
    return tuple(dict.fromkeys((*money[:1], *a_year, *money[1:])))


def _soft_units(written: str) -> tuple[Unit, ...]:
    """The measure's unit alone: so many a year are another number than so many over all years."""
    return () if written == MONEY else (parse_unit(written),)


_OF_CONSTANTS = {name: parse_unit(text) for name, (_, text) in CONSTANTS.items()}
LARGEST = 1e24
"""Above the world's money in any currency; below it sums, powers and rates stay finite."""


def units_are_readable(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """The unit of every input and claim is a product of plain symbols."""
    for name, given in case.inputs.items():
        yield from unreadable_unit(given.unit, ("inputs", name, "unit"))
    for name, claim in case.claims.items():
        yield from unreadable_unit(claim.says.unit, ("claims", name, "says", "unit"))


_PER = re.compile(r"\s+(?:per|par|a|an|each)\s+")
_AS_SCALE = "write 3k, 3 million or 3 bn as the number, and what is counted as its unit"
_AS_SHARE = "write the number with its sign, 36%, and unit: share"
_AS_RATIO = "leave unit out: a number of times is a plain number"
_OF_NUMBERS = {
    **dict.fromkeys(("%", "percent", "per cent", "pour cent", "per-cent", "pct", "percentage", "prozent", "pourcent"), _AS_SHARE),
    **dict.fromkeys(("x", "times", "fold", "fois"), _AS_RATIO),
    **dict.fromkeys(
        ("thousand", "thousands", "million", "millions", "billion", "billions", "bn", "mille", "milliards",
         "milliard", "mds", "md", "mrd", "mio", "mln", "crore", "crores", "lakh", "lakhs"), _AS_SCALE),
}  # fmt: skip
"""Words that people write as a unit, with how the number says them."""


def unreadable_unit(text: str, path: tuple[str, ...]) -> Iterator[Finding]:
    """Tell a unit that is no product of plain symbols, or a word that belongs to the number."""
    try:
        whole = text.strip().lower() in _OF_NUMBERS
        symbols = [text] if whole else [symbol for symbol, _ in parse_unit(text)]
        word = next((each for each in symbols if each.strip().lower() in _OF_NUMBERS), None)
        if word:
            message = f"found {word!r} as a unit, which belongs to the number"
            yield Finding(path, "unit_form", message, _OF_NUMBERS[word.strip().lower()])
    except UnitError as error:
        meant = _PER.sub("/", text.strip())
        is_meant = meant != text and not any(unreadable_unit(meant, path))
        yield Finding(
            path, "unit_form", error.message, f"write {meant}" if is_meant else error.hint
        )


def formulas_hold(case: ValidParts, site: Surroundings) -> Iterator[Finding]:
    """Every formula can be read, names inputs, has its unit, and gives a sensible value."""
    for use in formula_uses(case, site.vocabulary):
        try:
            tree = parse_formula(use.text)
        except FormulaError as error:
            yield Finding(use.path, "formula", error.message, error.hint, column=error.column)
            continue
        unknown = list(_unknown_names(use, tree, case))
        yield from unknown
        if not unknown:
            yield from _wrong_unit(use, tree, case)
            for at in use.when or (None,):
                found = list(_wrong_value(use, _at(use, tree, case, at), case))
                yield from found
                if found:
                    break  # once for all moments


def _at(use: Use, tree: Node, case: ValidParts, at: Moment | None) -> Node | None:
    """Give a formula as it is at a moment; None where it has no one value, or an unknown one."""
    yearly = {name for name, given in case.inputs.items() if given.is_yearly}
    if not yearly & {name.name for name in names(tree)}:
        return tree
    try:
        return None if at is None else tree_in_year(tree, case.inputs, at, use.first)
    except KeyError:
        return None  # a moment that a series leaves out is told there


def names_nothing(use: Use, case: ValidParts) -> bool:
    """Tell a formula that cannot be read, or that names what is not there."""
    try:
        return any(_unknown_names(use, parse_formula(use.text), case))
    except FormulaError:
        return True


def _unknown_names(use: Use, tree: Node, case: ValidParts) -> Iterator[Finding]:
    known = case.ids("inputs") | set(CONSTANTS)
    for name in names(tree):
        if name.name not in known:
            yield Finding(
                use.path,
                "unknown_input",
                f"found {name.name!r}, which is neither an input of this case nor a constant",
                _hint_for(name.name, known),
                column=name.column or 1,
            )


def _hint_for(name: str, known: "frozenset[str]") -> str:
    if name == UNKNOWN:
        return "unknown stands alone: name an input whose value is unknown"
    return did_you_mean(name, known)


def _wrong_unit(use: Use, tree: Node, case: ValidParts) -> Iterator[Finding]:
    units = known_units(tree, case.inputs)
    if any(name.name not in units for name in names(tree)):
        return
    try:
        found = unit_of(tree, units)
    except UnitError as error:
        message = f"found a sum of two units: {error.message}"
        yield Finding(use.path, "units_do_not_fit", message, error.hint, column=error.column or 1)
        return
    if (use.units and found not in use.units) or (use.kind == "soft" and currencies_in(found)):
        yield _unfit(use, found)


def known_units(tree: Node, inputs: Mapping[str, Input]) -> dict[str, Unit]:
    """Give the unit of every constant, and of every input in a formula whose unit can be read."""
    units = dict(_OF_CONSTANTS)
    for name in names(tree):
        with suppress(KeyError, UnitError):  # what is not there or cannot be read is told elsewhere
            units[name.name] = parse_unit(inputs[name.name].unit)
    return units


def _unfit(use: Use, found: Unit) -> Finding:
    expected = " or ".join(spelled(unit) if unit else "a share" for unit in use.units[:2])
    in_unit = f"in {spelled(found)}" if found else "as a plain number"
    message = f"found {use.what} {in_unit}, expected {expected or 'no money'}"
    return Finding(use.path, "wrong_unit", message, _unit_hint(use, found))


def _unit_hint(use: Use, found: Unit) -> str:
    money = currencies_in(found)
    if use.kind == "soft" and money:
        return "a soft result is measured and never priced"
    if use.kind == "share":
        return "a share is a plain number: name an input in per cent, or divide like by like"
    if use.kind in ("cost", "money") and not money:
        return "multiply by an input in money per unit, or put the result under soft:"
    if use.units and money and money != currencies_in(use.units[0]):
        return "money is not converted silently: amounts are in the case's currency"
    if use.kind == "soft" and found in {
        product(unit, YEAR, side) for unit in use.units for side in (1, -1)
    }:
        return "a count of one year is none of all years: multiply or divide by an input in years"
    return (
        "nothing is converted silently: check the units of the inputs, or multiply by a constant "
        "such as weeks_per_year"
    )


def _wrong_value(use: Use, tree: Node | None, case: ValidParts) -> Iterator[Finding]:
    numbers = single_numbers(case.inputs)
    values = central_values(numbers)
    if tree is None or any(name.name not in values for name in names(tree)):
        return
    zero = next(_divisions_by_zero(tree, values), None)
    if zero is not None:
        yield Finding(
            use.path,
            "division_by_zero",
            f"found a division by {_shown(zero)}, which is 0",
            "mend the input, or write unknown where the number is not known",
            column=_column(zero),
        )
    else:
        yield from _beyond(use, reached(tree, numbers))


def moments_named(moments: tuple[Moment, ...]) -> str:
    """Name some moments of a line in a message: year 2, years 2-5, 2021-03, months 1, 3."""
    first, last = moments[0], moments[-1]
    if len(moments) == 1:
        return first.named
    in_a_row = moments == first.until(last)
    if first.is_dated:
        return f"{first} to {last}" if in_a_row else ", ".join(map(str, moments))
    numbers = [str(each.number) for each in moments]
    return f"{first.way}s {f'{numbers[0]}-{numbers[-1]}' if in_a_row else ', '.join(numbers)}"


def _beyond(use: Use, values: list[Reached]) -> Iterator[Finding]:
    """Tell a value that no amount can have, within the ranges of the inputs too."""
    negative = next((each for each in values if each.value < 0), None)
    if use.kind == "cost" and negative and not use.is_explained:
        yield Finding(
            use.path,
            "negative_cost",
            f"found a cost of {negative.value:,.6g}{negative.where}, expected none below 0",
            "write costs as positive amounts; what came back is a benefit, a mere balance stands under net:; a net cost that is a saving stays, and note: says so",
        )
    if any(abs(each.value) > LARGEST for each in values) or not values:
        yield Finding(
            use.path,
            "too_large",
            f"found {use.what} beyond {LARGEST:g}, which is more than can be computed with",
            "mend the numbers of its inputs",
        )


def _divisions_by_zero(tree: Node, values: Mapping[str, float]) -> Iterator[Node]:
    """Give the divisors that are zero, the innermost first."""
    if not isinstance(tree, Op):
        return
    yield from _divisions_by_zero(tree.left, values)
    yield from _divisions_by_zero(tree.right, values)
    if tree.sign == "/" and _is_zero(tree.right, values):
        yield tree.right


def _is_zero(tree: Node, values: Mapping[str, float]) -> bool:
    try:
        return bool(evaluated(tree, values) == 0)
    except (ZeroDivisionError, OverflowError):
        return False


def _shown(tree: Node) -> str:
    return repr(tree.name) if isinstance(tree, Name) else "an expression"


def _column(tree: Node) -> int:
    return getattr(tree, "column", 0) or 1
