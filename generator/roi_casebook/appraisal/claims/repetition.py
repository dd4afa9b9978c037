"""The chain of repetition: which claim goes back to which, and where the meaning changed.

Claims that give back an input: the same number from the same source, of the same side of the case.

An input is looked for only where the claim's kind of figure can stand: a cost among the inputs of
the cost lines, a benefit among those of the benefit lines of its reading, and so on.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType

from roi_casebook.appraisal.claims.claim_units import BALANCES, factor, unit_named
from roi_casebook.appraisal.claims.claimed import Claimed, goes_back_to, names_in
from roi_casebook.appraisal.claims.printed import printed_interval
from roi_casebook.appraisal.claims.verdict import Change, Held, Repetition
from roi_casebook.case import Case, Claim, Input, Says
from roi_casebook.roi.algebra.units import currencies_in, spelled
from roi_casebook.written.scalars import UNKNOWN


def chain(case: Case, name: str) -> tuple[Repetition, ...]:
    """Give the chain from the first claim to this one, with what changed at each step."""
    names = (*reversed(goes_back_to(case, name)), name)
    links = (
        Repetition(after, tuple(_changes(case.claims[before].says, case.claims[after].says)))
        for before, after in pairwise(names)
    )
    return (Repetition(names[0]), *links)


def keeps_its_number(case: Case, name: str, origin: str) -> bool:
    """Tell whether a claim goes back to another, or is it, with the number unchanged on the way."""
    names = (*reversed(goes_back_to(case, name)), name)
    after = names[names.index(origin) :] if origin in names else ()
    numbers = [case.claims[each] for each in after]
    return bool(after) and all(same_number(one, two) for one, two in pairwise(numbers))


def says_the_same(case: Case, name: str) -> str | None:
    """Give the claim that a claim repeats where it changes nothing of it and adds no part, else None."""
    before, claim = case.claims[name].repeats, case.claims[name]
    origin = case.claims.get(before) if before else None
    if origin is None or list(_changes(origin.says, claim.says)):
        return None
    is_same = all(
        getattr(claim, field) in (None, getattr(origin, field))
        for field in ("reading", "scope", "against", "parts")
    )
    return before if is_same else None


def same_number(one: Claim, two: Claim) -> bool:
    """Tell whether two claims say the same number, whatever they make of it."""
    return not list(_changed_value(one.says, two.says))


def _changes(before: Says, after: Says) -> Iterator[Change]:
    if before.what != after.what:
        yield Change("what", before.what, after.what)
    if before.of != after.of:
        yield Change("of", before.of, after.of)
    yield from _changed_value(before, after)
    old, new = unit_named(before.unit), unit_named(after.unit)
    if old != new:
        yield Change("unit", spelled(old), spelled(new))
    if before.bound != after.bound:
        yield Change("bound", before.bound, after.bound)


def _changed_value(before: Says, after: Says) -> Iterator[Change]:
    """Two printings of one number meet; numbers in two currencies cannot be told apart."""
    old, new = printed_interval(before), printed_interval(after)
    change = Change("value", _said(before), _said(after))
    if old is None or new is None:
        if before.ends != after.ends:
            yield change
        return
    scale = _scale(before, after)
    if scale is not None and not old.meets(new.scaled(scale)):
        yield change


def _said(says: Says) -> float | str:
    return UNKNOWN if says.number is None else says.number


def _scale(before: Says, after: Says) -> float | None:
    old, new = unit_named(before.unit), unit_named(after.unit)
    if currencies_in(old) != currencies_in(new):
        return None
    return factor(new, old) or 1.0


ANYWHERE = frozenset({"costs", "benefits", "net", "soft", "against"})
SIDES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "benefit": frozenset({"benefits"}),
        "revenue": frozenset({"benefits"}),
        "saving": frozenset({"benefits", "soft"}),
        "cost": frozenset({"costs"}),
        **dict.fromkeys(BALANCES, frozenset({"net"})),
        "count": ANYWHERE,
        "share": ANYWHERE,
        "change": ANYWHERE,
    }
)
"""In which tables an input must be used to be what a claim of this kind gives back."""


def restated_input(one: Claimed, *, own_source: bool = True) -> Held | None:
    """Give the input that a claim gives back, from its own source or else from another."""
    sides = frozenset({"organisation"}) if one.says.of == "organisation" else _sides(one)
    for name in _used(one.case, one.reading, sides):
        given = one.case.inputs.get(name)
        scale = factor(unit_named(given.unit), one.unit) if given else None
        if given is None or scale is None or _is_own(one, given) != own_source:
            continue
        for number in _numbers(given):
            if _is(one, number * scale):
                return Held("input", name, number * scale, one.written_unit)
    return None


def _sides(one: Claimed) -> frozenset[str]:
    return SIDES.get(one.says.what, frozenset())


def _is(one: Claimed, number: float) -> bool:
    """A balance gives back an input of either sign: a loss is written as an amount, too."""
    return one.near.holds(number) or (one.says.what in BALANCES and one.near.holds(-number))


def _numbers(given: Input) -> tuple[float, ...]:
    """Give the numbers that stand at an input; of a series also its sum over all years."""
    years = [number for number in given.by_year.values() if number is not None]
    whole = (sum(years),) if years and len(years) == len(given.by_year) else ()
    return (*given.written_numbers, *whole)


def _is_own(one: Claimed, given: Input) -> bool:
    """Tell whether an input rests on the claim's source, or on one that the claim goes back to."""
    chain = (one.name, *goes_back_to(one.case, one.name))
    return given.source in {one.case.claims[name].source for name in chain}


def _used(case: Case, reading: str | None, sides: frozenset[str]) -> tuple[str, ...]:
    """Give the inputs that some tables use, each once."""
    used = [
        name
        for side, formula in _formulas(case, reading)
        if side in sides
        for name in names_in(formula)
    ]
    return tuple(dict.fromkeys(used))


def _formulas(case: Case, reading: str | None) -> Iterator[tuple[str, str | None]]:
    counted = case.reading_lines(reading)
    for side, table in (("costs", case.costs), ("benefits", case.benefits), ("net", case.net)):
        for name, line in table.items():
            if name in counted:
                yield from ((side, formula) for formula in line.amounts().values())
    for result in case.soft.values():
        yield from (("soft", formula) for formula in (result.result, result.baseline))
    yield "organisation", case.organisation.revenue
    yield from (("against", claim.against) for claim in case.claims.values())
