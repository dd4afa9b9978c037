"""With how many digits the parts of a whole are printed, so that they do not contradict it.

Cost and benefit of 100.05 and 100.00 both read "100" by three digits, beside a net present value of
minus five cents: there they are printed by as many digits as let their difference read as the whole.
"""

from collections.abc import Mapping
from decimal import Decimal

from roi_casebook.roi.figure_table import BENEFIT, COST, FIGURES, NPV
from roi_casebook.roi.figures import Figure
from roi_casebook.wording.numbers import CENT_PLACES, CENTS_BELOW, HEADLINE_DIGITS
from roi_casebook.wording.rounding import EXACT_DIGITS, decimal_of, to_digits, to_places

TOLERANCE = Decimal("0.05")
"""By how much of the whole the difference of its printed parts may miss it."""
SAME = Decimal("1e-6")
"""By how much of it the parts themselves may miss the whole and still be all of it."""


def digits_beside(figures: Mapping[str, Figure]) -> int:
    """Give with how many significant digits the cost and the benefit of a reading are printed."""
    shown = (figures.get(name) for name in (BENEFIT, COST, NPV))
    values = [decimal_of(one.value) for one in shown if one and one.value is not None]
    if len(values) != len((BENEFIT, COST, NPV)):
        return HEADLINE_DIGITS
    benefit, cost, whole = values
    if not whole or abs(benefit - cost - whole) > SAME * abs(whole):  # a balance is in it, too
        return HEADLINE_DIGITS
    enough = (
        digits
        for digits in range(HEADLINE_DIGITS, EXACT_DIGITS + 1)
        if abs(_printed(benefit, digits) - _printed(cost, digits) - whole) <= TOLERANCE * abs(whole)
    )
    return next(enough, HEADLINE_DIGITS)


def is_part(figure: Figure) -> bool:
    """Tell whether a figure is an amount of one side: of cost or benefit alone."""
    entry = FIGURES.get(figure.name)
    return entry is not None and entry.unit == "money" and (entry.is_cost or entry.is_benefit)


def _printed(value: Decimal, digits: int) -> Decimal:
    """Round an amount as a headline does."""
    if abs(value) < CENTS_BELOW:
        return to_places(value, CENT_PLACES)
    return to_digits(value, digits)
