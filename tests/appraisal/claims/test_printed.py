"""How exactly a number is printed, and what its bound lets pass."""

import pytest

from roi_casebook.appraisal.claims.printed import Interval, half_unit, half_unit_of_input, meant
from roi_casebook.case import Input, Says
from roi_casebook.case.named_inputs import NamedInput

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
        (30, "EUR", 0.5),
        (0.4, "EUR", 0.05),  # what stands behind the point is told digit by digit
        (1, "1", 0.05),
        (9, "1", 0.05),
        (999, "1", 0.5),
        (1000, "1", 50),
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


@pytest.mark.parametrize(("value", "half"), [(3, 0.5), (2.5, 0.05), (12, 0.5), (12000, 500)])
def test_so_many_to_one_may_be_a_whole_number(value: float, half: float) -> None:
    assert half_unit(value, "1", to_one=True) == pytest.approx(half)


@pytest.mark.parametrize(
    ("value", "quote", "half"),
    [
        (4_600_000, "it cost 4.6 million", 50_000),
        (4_600_000, "it cost 4,600,000 in all", 0.5),
        (4_600_000, "of 100,000 people, 4.6 million", 50_000),
        (4_600_000, "as printed", 500),  # four digits count
        (123_450, "as printed", 5),  # or all that are not nought
        (460, "as printed", 0.5),  # but none that is not written
    ],
)
def test_the_quotation_of_an_input_tells_how_far_it_was_rounded(
    value: float, quote: str, half: float
) -> None:
    given = {"value": value, "unit": "EUR", "source": "accounts", "quote": quote}
    assert half_unit_of_input(Input.model_validate(given)) == pytest.approx(half)


@pytest.mark.parametrize(
    ("values", "share"),
    [
        ({1: 4_600_000, 2: 200_000}, 50_000 / 4_600_000),
        ({1: 200_000, 2: 4_600_000}, 50_000 / 4_600_000),
        ({1: 0, 2: 200_000}, 0.5 / 200_000),
        ({1: 0, 2: 0}, 0),
    ],
)
def test_of_a_series_the_year_that_is_rounded_most_counts(
    values: dict[int, float], share: float
) -> None:
    """4.6 million is known to 50,000, the rest is written out; nought is exact."""
    given = {
        "values": values,
        "unit": "EUR",
        "source": "accounts",
        "quote": "4.6 million, then 200,000, then 0",
    }
    assert half_unit_of_input(NamedInput.model_validate(given)) == pytest.approx(share)


def test_what_is_not_known_is_read_as_nought() -> None:
    given = {"value": "unknown", "unit": "1", "looked": "in the accounts"}
    assert half_unit_of_input(Input.model_validate(given)) == pytest.approx(0.005)


def test_nought_alone_is_within_any_share_of_itself() -> None:
    assert Interval(0, 0).holds(0)
    assert Interval(0, 0).is_within(0.05)


def test_the_last_bits_beside_an_end_do_not_count() -> None:
    between = Interval(1e6, 2e6)
    assert between.holds(1e6 - 1e-3)
    assert between.holds(2e6 + 1e-3)
    assert not between.holds(1e6 - 1e-2)
    assert not between.holds(2e6 + 1e-2)


@pytest.mark.parametrize(
    ("other", "meets"),
    [((5, 20), True), ((-5, 5), True), ((2, 3), True), ((-5, 20), True), ((11, 20), False)],
)
def test_intervals_meet_in_any_value(other: tuple[float, float], meets: bool) -> None:  # noqa: FBT001 -- a row
    assert Interval(0, 10).meets(Interval(*other)) == meets


def test_how_far_an_interval_reaches_from_its_middle() -> None:
    assert Interval(95, 105).is_within(0.05)
    assert Interval(-105, -95).is_within(0.05)
    assert not Interval(94, 106).is_within(0.05)
