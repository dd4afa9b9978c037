"""The inputs that their source states as "up to", "over" or "about", and how they may lie.

What they may be is tried at some values, as near and as far as it may lie; which way that moves a
figure is asked of the figure itself, for an input may stand in several lines, and in formulas.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

import numpy as np

from roi_casebook.appraisal.amounts import Amounts
from roi_casebook.appraisal.case_flows import stated_shares
from roi_casebook.appraisal.drawing import placed
from roi_casebook.case import Case, Input
from roi_casebook.case.lines import MoneyLine
from roi_casebook.roi.openings import Hedge, StatedInput

MULTIPLES: Mapping[Hedge, tuple[float, ...]] = MappingProxyType(
    {
        "up-to": (0.999, 0.9, 0.75, 0.5, 0.25, 0.1, 0.0),
        "over": (1.001, 1.1, 1.5, 2.0, 10.0, 100.0),
        "about": (0.99, 1.01),
    }
)
"""What an input may be, in multiples of what is stated; a share is never more than the whole."""
NEAR_NOUGHT = 0.01
"""How far a share that is about nought may lie from it, of which no multiple is anything else."""


def stated_inputs(case: Case, lines: frozenset[str], amounts: Amounts) -> tuple[StatedInput, ...]:
    """Give the inputs of some lines that are stated as bounds, each with its places in the flows."""
    found = []
    for name, given in _bounded(case, lines):
        at = placed(case, lines, amounts, {name: values_of(given)})
        if given.bound and at:
            found.append(StatedInput(name, given.bound, at))
    return tuple(found)


def _bounded(case: Case, lines: frozenset[str]) -> Iterator[tuple[str, Input]]:
    """Give the bounded inputs by name, those written where they are used as `drawing` names them."""
    yield from ((name, given) for name, given in case.inputs.items() if given.bound)
    for name, line in case.lines().items():
        if name in lines:
            yield from _own(name, line)


def _own(name: str, line: MoneyLine) -> Iterator[tuple[str, Input]]:
    for share, stated in stated_shares(line).items():
        if isinstance(stated, Input) and stated.bound:
            yield f"{name}.{share}", stated


def values_of(given: Input) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Give some values that an input may have, in its unit, as near and as far as it may lie."""
    value = given.central() or 0.0
    if value == 0 and given.bound == "about":
        near = NEAR_NOUGHT if given.unit == "share" else 1.0
        return np.array((-near, near))
    largest = max(given.written_numbers, default=value)
    most = value / largest if given.unit == "share" and 0 < largest <= 1 else np.inf
    multiples = MULTIPLES[given.bound] if given.bound else ()
    return np.minimum(value * np.array(multiples), most)
