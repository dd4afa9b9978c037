"""From where to where a figure or a formula may lie: by the rounding of inputs, or by their ranges.

All inputs are moved together, each to that of its two ends that raises the result, or lowers it.
"""

from collections.abc import Callable, Iterable, Mapping

from roi_casebook.appraisal.amounts import Amounts
from roi_casebook.appraisal.claims.printed import Interval, half_unit_of_input
from roi_casebook.case import Case, Input
from roi_casebook.case.named_inputs import single_numbers

ValueOf = Callable[[Amounts], float | None]
"""What some amounts come to; None where there is no figure."""
Reach = Callable[[Case, Iterable[str], Amounts, ValueOf], "Interval | None"]
"""How a result may be moved by the inputs that it rests on."""
Ends = Mapping[str, tuple[float, float]]
"""The lower and the upper end of some inputs."""


def rounded(
    case: Case, names: Iterable[str], amounts: Amounts, value_of: ValueOf
) -> Interval | None:
    """Give from where to where a result lies, each input off by half of what its last digit counts."""
    ends = {}
    for name, stated in _numbers(case, names).items():
        value = amounts.get(name)
        if value is not None:
            half = half_unit_of_input(stated)
            ends[name] = (value - half, value + half)
    return _reached(ends, amounts, value_of)


def ranged(
    case: Case, names: Iterable[str], amounts: Amounts, value_of: ValueOf
) -> Interval | None:
    """Give from where to where a result lies, by the ranges of the inputs that it rests on."""
    ends = {}
    for name, given in _numbers(case, names).items():
        stated = given.range()
        if stated:
            ends[name] = (stated.low, stated.high)
    return _reached(ends, amounts, value_of) if ends else None


def _numbers(case: Case, names: Iterable[str]) -> dict[str, Input]:
    """Give those inputs that some names mean, and the growth of those that grow."""
    return single_numbers({name: case.inputs[name] for name in names if name in case.inputs})


def _reached(ends: Ends, amounts: Amounts, value_of: ValueOf) -> Interval | None:
    centre = value_of(amounts)
    if centre is None:
        return None
    rising = {name: _rises(name, ends, amounts, value_of) for name in ends}
    corners = (
        {name: ends[name][rises == is_upper] for name, rises in rising.items()}
        for is_upper in (False, True)
    )
    found = [value for corner in corners if (value := value_of({**amounts, **corner})) is not None]
    return Interval(min(centre, *found), max(centre, *found)) if found else None


def _rises(name: str, ends: Ends, amounts: Amounts, value_of: ValueOf) -> bool:
    low, high = (value_of({**amounts, name: end}) for end in ends[name])
    return low is None or high is None or low <= high
