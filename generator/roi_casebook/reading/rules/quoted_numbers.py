"""A number that is quoted stands in its quotation; what the quotation adds to it is said as well.

Only hints: a quotation is read generously, in any notation and scale, and in words of English and
French; where it has neither digits nor such words nothing is said.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from roi_casebook.case import Input
from roi_casebook.case.claims import Bounded
from roi_casebook.case.series import moments_of
from roi_casebook.reading.model.valid_parts import Surroundings, ValidParts
from roi_casebook.reading.rules.formulas import unreadable_unit
from roi_casebook.roi.figure_table import FIGURES
from roi_casebook.written.numbers_in_text import NumberInText, numbers_in, says
from roi_casebook.yaml_places.document import Finding, Path, part_at

_PURE = ("1", "share")
_SHARES = ("share", "share-of-revenue", "change")
_ENDS = ("value", "low", "likely", "high", "se")
_NOT = r"(?:not?|never|without|\w+n['’]t|pas|jamais|sans)\s+"
_HEDGES = (  # the first that fits: what is negated is the other bound, "no less than" being "at least"
    ("up-to", _NOT + r"(?:over|above|more than|exceed\w*|plus d['’e]|au-delà d['’e]|dépass\w*)"),
    ("over", _NOT + r"(?:under|below|less than|fewer than|moins d['’e])"),
    ("over", r"over|above|more than|at least|upwards? of|exceed\w*|plus d['’e]|au moins|au-delà d['’e]|dépass\w*"),
    ("up-to", r"nearly|almost|just under|under|below|less than|fewer than|up to|at most|as much as|presque|près d['’e]|moins d['’e]|jusqu['’]à|au plus"),
    ("about", r"about|around|approximately|approx\.?|roughly|circa|ca\.|environ|autour d['’e]|à peu près"),
)  # fmt: skip
_BEFORE = tuple(
    (bound, re.compile(rf"(?i)\b({words})\s*(?:[A-Z]{{0,3}}\s?[$€£¥]|[A-Z]{{3}}|an?|une?|the|les|des)?\s*$"))
    for bound, words in _HEDGES
)  # fmt: skip
_BEHIND = re.compile(r"(?i)^(?:\s*\+|\s+(?:or|and) (?:more|above|over)\b|\s+ou plus\b)")
_TIME = re.compile(r"(?i)^[\s-]*(?:year|month|week|day|hour|an|mois|semaine|jour|heure)s?\b")


@dataclass(frozen=True)
class _Quoted:
    """A number with the words that give it: path of the number, of what it is part of."""

    path: Path
    value: float
    unit: str
    quote: str
    bound: Bounded | None = None


def numbers_stand_in_their_quotes(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """The number of an input, or an end of its range, is one that its quotation gives."""
    for each in (*_quoted_inputs(case), *_quoted_growth(case)):
        found = numbers_in(each.quote)
        if found and not says(each.quote, each.value):
            yield _not_in_quote(each)
        elif _is_per_cent_slip(each, found):
            yield _slip(each, "its quotation says so in per cent")


def claims_stand_in_their_quotes(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """The number of a claim is one that its quotation gives, and per cent are per cent."""
    shares = {round(given.central() or 0, 12): name for name, given in case.inputs.items() if given.unit in _PURE and not given.by_year}  # fmt: skip
    for name, each in _quoted_claims(case):
        found = numbers_in(each.quote)
        is_ratio = _is_ratio(case.claims[name].says.what) and each.value >= 1
        own = shares.get(round(each.value / 100, 12))
        if found and not says(each.quote, each.value):
            yield _not_in_quote(each)
        elif _is_per_cent_slip(each, found):
            yield _slip(each, "its quotation says so in per cent")
        elif is_ratio and own and each.unit in _PURE:
            yield _slip(each, f"the input {own} is a hundredth of that")


def _is_ratio(what: str) -> bool:
    """Tell a kind of claim that is often printed in per cent."""
    return what in _SHARES or (what in FIGURES and FIGURES[what].unit == "ratio")


def hedges_are_kept(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """Where a quotation says `more than` or `nearly`, the number is no point."""
    for each in _quoted_inputs(case):
        given = case.inputs[str(each.path[1])]
        bound, words = _hedge(each)
        if bound in ("over", "up-to") and not (given.is_range or given.bound):
            yield _hedged(each, words, f"add bound: {bound}")
    for _name, each in _quoted_claims(case):
        bound, words = _hedge(each)
        if bound and each.bound is None:
            yield _hedged(each, words, f"add bound: {bound}")


def _quoted_inputs(case: ValidParts) -> Iterator[_Quoted]:
    for name, given in case.inputs.items():
        is_read = not any(unreadable_unit(given.unit, ()))  # else it is told there
        if given.quote and not given.assumption and is_read:
            for end in _ENDS:
                value = getattr(given, end)
                if isinstance(value, float):
                    yield _Quoted(("inputs", name, end), value, given.unit, given.quote)
            for year, value in _values_of(case, name):
                yield _Quoted(("inputs", name, "values", year), value, given.unit, given.quote)


def _values_of(case: ValidParts, name: str) -> Iterator[tuple[str, float]]:
    """Give the known numbers of a series, each with its key as it is written: a year, or several."""
    written = part_at(case.document.value, ("inputs", name, "values"))
    for key in written if isinstance(written, Mapping) else ():
        value = case.inputs[name].by_year[moments_of(key)[0]]
        if value is not None:
            yield key, value


def _quoted_growth(case: ValidParts) -> Iterator[_Quoted]:
    """Give by how much inputs grow: a bare share stands in the quotation of the number itself."""
    for name, given in case.inputs.items():
        growth, in_place = given.growth, isinstance(given.grows, Input)
        if growth is None or not growth.quote or growth.assumption:
            continue
        for end in _ENDS:
            value = getattr(growth, end, None)
            if isinstance(value, float):
                path = ("inputs", name, "grows", *([end] if in_place else []))
                yield _Quoted(path, value, growth.unit, growth.quote)


def _quoted_claims(case: ValidParts) -> Iterator[tuple[str, _Quoted]]:
    for name, claim in case.claims.items():
        says = claim.says
        if isinstance(says.value, float) and not any(unreadable_unit(says.unit, ())):
            path = ("claims", name, "says", "value")
            yield name, _Quoted(path, says.value, says.unit, claim.quote, says.bound)


def _not_in_quote(each: _Quoted) -> Finding:
    return Finding(
        each.path,
        "number_not_in_quote",
        f"found {each.value:,.10g}, which its quotation does not say: {each.quote!r}",
        "quote the words that give the number; where it was computed, give what it was computed "
        "from as inputs; where it was chosen, say why in assumption:",
        "hint",
    )


def _is_per_cent_slip(each: _Quoted, found: list[NumberInText]) -> bool:
    """Tell a plain number of which the quotation says so many per cent."""
    if each.unit not in _PURE or each.value < 1:
        return False
    close = [number for number in found if number.may_be(each.value)]
    shares = [number for number in close if number.may_be(each.value / 100)]
    signs = {number.end for number in found if number.percent}
    return bool(close) and all(number.end in signs for number in close) and bool(shares)


def _slip(each: _Quoted, why: str) -> Finding:
    message = f"found {each.value:g}, which is {each.value * 100:,.6g}%, where {why}"
    return Finding(each.path, "per_cent_slip", message, f"write {each.value:g}%", "hint")


def _hedge(each: _Quoted) -> tuple[Bounded | None, str]:
    """Give the side, and the words that tell it, which the quotation gives to the number."""
    for number in numbers_in(each.quote):
        if number.may_be(abs(each.value)) and not _TIME.match(each.quote[number.end :]):
            before, behind = each.quote[: number.start], _BEHIND.match(each.quote[number.end :])
            if behind:
                return "over", behind[0].strip()
            for bound, pattern in _BEFORE:
                if match := pattern.search(before):
                    return next(side for side in get_args(Bounded) if side == bound), match[1]
    return None, ""


def _hedged(each: _Quoted, words: str, hint: str) -> Finding:
    message = f"found {each.value:,.10g} as a point, where its quotation says {words!r}"
    return Finding(each.path, "hedged_number", message, hint, "hint")
