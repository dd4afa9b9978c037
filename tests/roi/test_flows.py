import pytest

from roi_casebook.roi.flows import Flows, Line, discount_periods


def test_year_zero_is_never_discounted() -> None:
    assert discount_periods(range(4), "end-year") == [0, 1, 2, 3]
    assert discount_periods(range(4), "mid-year") == [0, 0.5, 1.5, 2.5]
    assert discount_periods([0], "mid-year") == [0]


@pytest.mark.parametrize(
    ("amounts", "gap", "unknown", "first"),
    [
        ((0.0, 5.0, None), True, False, 1),
        ((0.0, None, 5.0), True, False, 1),
        ((None, 0.0, 0.0), True, True, 0),
        ((0.0, 0.0, 0.0), False, False, 0),
        ((0.0, 0.0, 5.0), False, False, 2),
    ],
)
def test_what_is_known_of_a_line(
    amounts: tuple[float | None, ...],
    gap: bool,  # noqa: FBT001 -- a column of the table
    unknown: bool,  # noqa: FBT001 -- a column of the table
    first: int,
) -> None:
    line = Line("line", amounts)
    assert (line.has_gap, line.is_unknown, line.first) == (gap, unknown, first)
    assert None not in line.known()


def test_a_line_that_does_not_fit_its_horizon_is_refused() -> None:
    with pytest.raises(ValueError, match="campaign: expected an amount for each year: 0, 1, 2"):
        Flows(2, costs=(Line("campaign", (1.0, 2.0)),))


@pytest.mark.parametrize("share", ["margin", "dead_weight"])
def test_a_share_that_does_not_belong_is_refused(share: str) -> None:
    with pytest.raises(ValueError, match=f"campaign: no such share here: {share}"):
        Flows(0, costs=(Line("campaign", (1.0,), {share: 0.5}),))


@pytest.mark.parametrize("rate", [-1.0, -2.0])
def test_a_rate_that_takes_everything_is_refused(rate: float) -> None:
    with pytest.raises(ValueError, match="above -1"):
        Flows(0, discount_rate=rate)


def test_a_share_that_is_unknown_is_not_stated() -> None:
    flows = Flows(0, benefits=(Line("gain", (1.0,), {"margin": None, "deadweight": 0.1}),))
    assert flows.stated() == {"deadweight"}


@pytest.mark.parametrize(
    ("amounts", "missing"), [((1.0, 0.0), False), ((0.0, 1.0), True), ((1.0, None), False)]
)
def test_a_rate_is_missing_where_later_money_is_known(
    amounts: tuple[float | None, ...],
    missing: bool,  # noqa: FBT001 -- a column of the table
) -> None:
    assert Flows(1, (Line("line", amounts),)).rate_is_missing == missing
    assert not Flows(1, (Line("line", amounts),), discount_rate=0.0).rate_is_missing
