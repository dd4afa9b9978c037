import pytest

from roi_casebook.roi.figures import Figure, leaving


def test_a_figure_is_a_value_or_a_reason() -> None:
    with pytest.raises(ValueError, match="roi: expected a value or a reason"):
        Figure("roi", "ratio")
    with pytest.raises(ValueError, match="roi: expected a value or a reason"):
        Figure("roi", "ratio", 1.0, reason="zero_cost")


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="no number"):
        Figure("roi", "ratio", value)


def test_numbers_leave_without_their_last_bits() -> None:
    assert leaving(0.1 + 0.2) == 0.3
    assert leaving(1234567.89, 6) == 1234570
    assert leaving(-0.0) == 0
