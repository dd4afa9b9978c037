"""The chain of repetition: which claim goes back to which, and where the meaning changed."""

from collections.abc import Iterator
from itertools import pairwise

from roi_casebook.appraisal.claims.claim_units import currencies, factor, unit_named
from roi_casebook.appraisal.claims.printed import printed
from roi_casebook.appraisal.claims.verdict import Change, Link
from roi_casebook.case import Case, Claim, Says
from roi_casebook.roi.units import spelled


def goes_back_to(case: Case, name: str) -> tuple[str, ...]:
    """Give the claims that a claim goes back to, the nearest first; itself left out."""
    found: list[str] = []
    before = case.claims[name].repeats
    while before is not None and before not in (name, *found):
        found.append(before)
        before = case.claims[before].repeats
    return tuple(found)


def chain(case: Case, name: str) -> tuple[Link, ...]:
    """Give the chain from the first claim to this one, with what changed at each step."""
    names = (*reversed(goes_back_to(case, name)), name)
    links = (
        Link(after, tuple(_changes(case.claims[before].says, case.claims[after].says)))
        for before, after in pairwise(names)
    )
    return (Link(names[0]), *links)


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
    old, new = printed(before), printed(after)
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
    if currencies(old) != currencies(new):
        return None
    return factor(new, old) or 1.0
