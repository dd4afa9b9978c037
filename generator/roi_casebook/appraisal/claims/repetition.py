"""The chain of repetition: which claim goes back to which, and where the meaning changed.

Claims that give back an input: the same number, of the same side of the case.

An input is looked for only where the claim's kind of figure can stand: a cost among the inputs of
the cost lines, a benefit among those of the benefit lines of its reading, and so on.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType

from roi_casebook.appraisal.claims.claim_units import factor, unit_named
from roi_casebook.appraisal.claims.claimed import Claimed, names_in
from roi_casebook.appraisal.claims.printed import printed_interval
from roi_casebook.appraisal.claims.verdict import Change, Held, Repetition
from roi_casebook.case import Case, Claim, Input, Says
from roi_casebook.roi.algebra.units import currencies_in, spelled


def goes_back_to(case: Case, name: str) -> tuple[str, ...]:
    """Give the claims that a claim goes back to, the nearest first; itself left out."""
    found: list[str] = []
    before = case.claims[name].repeats
    while before is not None and before not in (name, *found):
        found.append(before)
        before = case.claims[before].repeats
    return tuple(found)


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
    change = Change("value", before.value, after.value)
    if old is None or new is None:
        if before.value != after.value:
            yield change
        return
    scale = _scale(before, after)
    if scale is not None and not old.meets(new.scaled(scale)):
        yield change


def _scale(before: Says, after: Says) -> float | None:
    old, new = unit_named(before.unit), unit_named(after.unit)
    if currencies_in(old) != currencies_in(new):
        return None
    return factor(new, old) or 1.0


ANYWHERE = frozenset({"costs", "benefits", "net", "soft"})
SIDES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "benefit": frozenset({"benefits"}),
        "revenue": frozenset({"benefits"}),
        "saving": frozenset({"benefits", "soft"}),
        "cost": frozenset({"costs"}),
        "net": frozenset({"net"}),
        "count": ANYWHERE,
        "share": ANYWHERE,
        "change": ANYWHERE,
        "other": ANYWHERE,
    }
)
"""In which tables an input must be used to be what a claim of this kind gives back."""


def restated_input(one: Claimed) -> Held | None:
    """Give the input that a claim gives back, one from its own source before others."""
    found = list(_equal(one))
    return next((held for held in found if held.own_source), found[0] if found else None)


def _equal(one: Claimed) -> Iterator[Held]:
    sides = frozenset({"organisation"}) if one.says.of == "organisation" else _sides(one)
    for name in _used(one.case, one.reading, sides):
        given = one.case.inputs.get(name)
        scale = factor(unit_named(given.unit), one.unit) if given else None
        if given is None or scale is None:
            continue
        for number in _numbers(given):
            if _is(one, number * scale):
                yield Held("input", name, number * scale, own_source=_is_own(one, given))


def _sides(one: Claimed) -> frozenset[str]:
    return SIDES.get(one.says.what, frozenset())


def _is(one: Claimed, number: float) -> bool:
    """A balance gives back an input of either sign: a loss is written as an amount, too."""
    return one.near.holds(number) or (one.says.what == "net" and one.near.holds(-number))


def _numbers(given: Input) -> tuple[float, ...]:
    numbers = (given.value, given.likely, given.low, given.high)
    return tuple(number for number in numbers if isinstance(number, float))


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
