"""Every number of a formula is an input, so that it has a source; a constant is no money and no guess.

What an input with a number for each year is in a year stands only where a year is meant: a line, and a
result that says when it came, cover years; a share, a revenue and a claim need one number.
"""

import re
from collections.abc import Iterator

from roi_casebook.case import NamedInput
from roi_casebook.case.people import ALL
from roi_casebook.config import Vocabulary
from roi_casebook.problems import did_you_mean
from roi_casebook.reading.model.valid_parts import Surroundings, ValidParts
from roi_casebook.reading.rules.formulas import Use, formula_uses, moments_named
from roi_casebook.roi.algebra.expressions import Node, Num, Op, names
from roi_casebook.roi.algebra.formulas import FormulaError, parse_formula
from roi_casebook.roi.algebra.units import UnitError, currencies_in, parse_unit
from roi_casebook.roi.constants import CONSTANTS
from roi_casebook.yaml_places.document import Finding

NEUTRAL = (0.0, 1.0)
_NUMBER = re.compile(r"(?<![\w.])(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][-+]?\d+)?(?![\w.])")
_SHARES = ("share",)


def numbers_are_inputs(case: ValidParts, site: Surroundings) -> Iterator[Finding]:
    """No formula holds a number but 0 and 1: what is written there has no source and no range."""
    for use, number in _written_numbers(case, site.vocabulary):
        yield Finding(
            use.path,
            "number_in_formula",
            f"found the number {number:g} in a formula, expected names of inputs, 0 and 1",
            _hint(number),
            column=_column(use.text, number),
        )


def _written_numbers(case: ValidParts, words: Vocabulary) -> Iterator[tuple[Use, float]]:
    for use in formula_uses(case, words):
        try:
            tree = parse_formula(use.text)
        except FormulaError:
            continue  # reported where formulas are read
        number = next((each for each in _numbers(tree) if each not in NEUTRAL), None)
        if number is not None:
            yield use, number


def _numbers(tree: Node) -> Iterator[float]:
    """Give the numbers of a formula; how often a name is multiplied by itself is none."""
    match tree:
        case Num(value=value):
            yield value
        case Op(sign="**", left=left):
            yield from _numbers(left)
        case Op(left=left, right=right):
            yield from _numbers(left)
            yield from _numbers(right)


def _hint(number: float) -> str:
    known = [name for name, (value, _) in CONSTANTS.items() if value == number]
    input_ = "write it under inputs: with its source and unit, or its assumption, and name it here"
    return f"write {' or '.join(known)}, or {input_}" if known else input_


def _column(text: str, number: float) -> int:
    found = (match for match in _NUMBER.finditer(text) if float(match[0]) == number)
    match = next(found, None)
    return match.start() + 1 if match else 1


def constants_are_definitions(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """A constant is a conversion or a definition from a source: no money, share, range or assumption."""
    for name, given in case.inputs.items():
        found = _of_no_constant(given) if given.kind == "constant" else None
        if found:
            field, what = found
            message = (
                f"found a constant {what}, expected a conversion or a definition from a source"
            )
            hint = (
                "leave kind: constant out: a constant never varies, and this may be another number"
            )
            yield Finding(("inputs", name, field), "not_constant", message, hint)


def _of_no_constant(given: NamedInput) -> tuple[str, str] | None:
    if given.value is None or given.is_yearly:
        field = "values" if given.by_year else "grows" if given.is_yearly else "low"
        return field, "that is a range" if field == "low" else "that changes from year to year"
    if given.is_unknown:
        return "value", "that is unknown"
    if given.assumption is not None:
        return "assumption", "that is assumed"
    if given.unit in _SHARES:
        return "unit", "that is a share"
    try:
        money = currencies_in(parse_unit(given.unit))
    except UnitError:
        return None  # reported where units are read
    return ("unit", f"in {money[0]}") if money else None


def series_cover_their_lines(case: ValidParts, site: Surroundings) -> Iterator[Finding]:
    """A series has a number, or the word unknown, for each year of the lines that name it."""
    for use in formula_uses(case, site.vocabulary):
        for name in _yearly(use, case) if use.when else ():
            stated = case.inputs[name].by_year
            missing = tuple(at for at in use.when if stated and at not in stated)
            if missing:
                times = moments_named(missing)
                yield Finding(
                    use.path,
                    "series_too_short",
                    f"found the series {name!r}, which has no number for {times} of this line",
                    f"add {times} to its values:, as unknown where the number is not known; or take "
                    f"{times} out of when:",
                )


def one_number_where_one_is_needed(case: ValidParts, site: Surroundings) -> Iterator[Finding]:
    """No share, result, revenue or claim rests on an input that has a number for each year."""
    for use in formula_uses(case, site.vocabulary):
        for name in _yearly(use, case) if not use.when else ():
            given = case.inputs[name]
            what = "is a series" if given.by_year else "grows each year"
            yield Finding(
                use.path,
                "one_number_needed",
                f"found {name!r}, which {what}, where {use.what} needs one number",
                "name an input with one value, e.g. the sum or the mean of the years, with its own source",
            )


def _yearly(use: Use, case: ValidParts) -> tuple[str, ...]:
    """Give the inputs of a formula that have a number for each year; none where it cannot be read."""
    try:
        used = dict.fromkeys(name.name for name in names(parse_formula(use.text)))
    except FormulaError:
        return ()
    return tuple(name for name in used if name in case.inputs and case.inputs[name].is_yearly)


def checks_cover_inputs(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """What a check covers are inputs of the case, or all of them."""
    known = case.ids("inputs")
    covered = (case.people.checked.covers or ()) if case.people else ()
    for number, name in enumerate(covered):
        if name != ALL and name not in known:
            yield Finding(
                ("people", "checked", "covers", number),
                "unknown_input",
                f"found {name!r}, which is no input of this case",
                did_you_mean(name, known),
            )
