"""How exactly a number is printed, and what its bound lets pass."""

import pytest

from roi_casebook.appraisal.claims.printed import half_unit, meant
from roi_casebook.case import Says

LIMITS = {"claim_about": 0.05, "claim_reach": 2.0}


@pytest.mark.parametrize(
    ("value", "unit", "half"),
    [
        (250, "1", 0.5),  # a plain number below a thousand: to the unit
        (10, "1", 0.5),
        (2.45, "1", 0.005),
        (4.6e6, "EUR", 0.05e6),  # two digits
        (4.65e6, "EUR", 0.005e6),
        (100e9, "EUR", 5e9),  # one digit, read as two
        (10000, "EUR", 500),
        (12500, "EUR", 50),
        (250, "EUR", 5),  # the last zero of a sum does not count
        (3, "EUR", 0.5),
        (286000, "1", 500),
        (2.5, "1", 0.05),
        (2.47, "share", 0.005),
        (0.4, "1", 0.005),
        (0.91, "share", 0.005),
        (0.9, "share", 0.005),  # 90 %: to the per cent
        (2.5, "share", 0.05),  # 250 %: as 2.5 times
        (0.0044, "share", 0.00005),  # 0.44 %
        (-0.63, "share", 0.005),
        (-12500, "EUR", 50),
        (0, "EUR", 0.5),
    ],
)
def test_a_number_is_printed_to_its_last_digit(value: float, unit: str, half: float) -> None:
    assert half_unit(value, unit) == pytest.approx(half)


@pytest.mark.parametrize(
    ("bound", "low", "high"),
    [
        (None, 249.5, 250.5),
        ("about", 237.5, 262.5),
        ("up-to", 125, 250.5),
        ("over", 249.5, 500),
    ],
)
def test_a_bound_lets_more_pass_on_its_side(bound: str | None, low: float, high: float) -> None:
    interval = meant(Says.model_validate({"what": "bcr", "value": 250, "bound": bound}), LIMITS)
    assert interval is not None
    assert interval.ends == pytest.approx((low, high))


def test_a_loss_is_bounded_by_its_size() -> None:
    says = Says.model_validate({"what": "net", "value": -100, "unit": "EUR", "bound": "over"})
    interval = meant(says, LIMITS)
    assert interval is not None
    assert interval.holds(-150)
    assert not interval.holds(-80)
