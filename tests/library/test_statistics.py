"""Statistics over cases: counts by group, medians of what is proven and exact, never a mean."""

from statistics import median

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_casebook.library.medians import medians, shown_returns, tallies
from roi_casebook.library.table import crossed

COLUMNS = (
    "sector", "channels", "perspective", "found_by", "direction", "roi_value", "roi_side", "is_unproven",
    "is_too_early", "prices", "benefit", "counterfactual", "lowest_rate", "highest_rate", "horizon_years", "status", "needs_range",
)  # fmt: skip


def case(roi: float | None, **changes: object) -> dict[str, object]:
    """Give a row of the library's table: a proven case with an exact return, with changes."""
    usual = {
        "sector": "retail",
        "channels": ("blog",),
        "perspective": "payer",
        "found_by": "press",
        "direction": "positive",
        "roi_value": roi,
        "roi_side": None,
        "is_unproven": False,
        "is_too_early": False,
        "prices": "real",
        "benefit": "money",
        "counterfactual": "net",
        "lowest_rate": 0.035,
        "highest_rate": 0.035,
        "horizon_years": 3,
        "status": "observed",
        "needs_range": False,
    }
    return {**usual, **changes}


def table(*cases: dict[str, object]) -> pd.DataFrame:
    return pd.DataFrame(list(cases), columns=list(COLUMNS))


def test_a_median_is_of_proven_cases_with_an_exact_return() -> None:
    found = medians(
        table(
            case(0.1),
            case(0.3),
            case(9.0),
            case(99.0, is_unproven=True),
            case(99.0, roi_side="or_lower"),
            case(99.0, is_too_early=True),
            case(None),
        ),
        "sector",
        3,
    )
    (only,) = found
    assert (only.value, only.perspective, only.cases) == ("retail", "payer", 3)
    assert (only.low, only.median, only.high) == (0.1, 0.3, 9.0)


@pytest.mark.parametrize(
    "other", [{"prices": "nominal"}, {"benefit": "margin"}, {"counterfactual": "gross"}]
)
def test_returns_on_another_basis_are_a_group_of_their_own(other: dict[str, str]) -> None:
    both = table(case(0.1), case(0.2), case(5.0, **other))
    assert sorted(one.median for one in medians(both, "sector", 1)) == pytest.approx([0.15, 5.0])


def test_what_differs_within_a_group_is_told() -> None:
    modelled = {"status": "modelled", "lowest_rate": 0.1, "highest_rate": 0.1, "horizon_years": 1}
    (only,) = medians(table(case(0.1), case(0.3, needs_range=True, **modelled)), "sector", 2)
    assert (only.rates, only.years) == ((0.035, 0.1), (1, 3))
    assert (only.statuses, only.limited) == (("observed", "modelled"), 1)


def test_too_few_have_none() -> None:
    assert medians(table(case(0.1), case(0.2)), "sector", 3) == ()
    assert medians(table(), "sector", 1) == ()


def test_returns_in_the_accounts_of_others_are_a_group_of_their_own() -> None:
    found = medians(table(case(0.1), case(5.0, perspective="economy")), "sector", 1)
    assert [(one.perspective, one.median) for one in found] == [("economy", 5.0), ("payer", 0.1)]
    assert medians(table(case(0.1), case(5.0, perspective="economy")), "sector", 2) == ()


def test_a_case_counts_in_each_of_its_channels() -> None:
    found = tallies(table(case(0.1, channels=("blog", "video")), case(None)), "channels")
    assert [(one.value, one.cases, one.exact) for one in found] == [("blog", 2, 1), ("video", 1, 1)]


def test_a_tally_narrows_from_cases_to_what_enters_a_median() -> None:
    (one,) = tallies(
        table(
            case(None),
            case(1.0, is_too_early=True),
            case(1.0, is_unproven=True),
            case(1.0, roi_side="or_higher"),
            case(1.0),
        ),
        "sector",
    )
    assert (one.cases, one.with_return, one.proven, one.exact) == (5, 3, 2, 1)


def test_what_was_measured_too_early_is_not_shown() -> None:
    assert list(shown_returns(table(case(1.0), case(2.0, is_too_early=True)))["roi_value"]) == [1.0]


def test_ways_of_finding_are_crossed_with_directions() -> None:
    cases = table(case(1.0), case(1.0), case(-1.0, direction="negative", found_by="award"))
    assert crossed(cases, "found_by", "direction") == {
        ("press", "positive"): 2,
        ("award", "negative"): 1,
    }


@given(st.lists(st.floats(-1, 1e6), min_size=1, max_size=30))
def test_a_median_lies_within_its_range(returns: list[float]) -> None:
    (one,) = medians(table(*map(case, returns)), "sector", 1)
    assert one.low == min(returns)
    assert one.high == max(returns)
    assert one.median == pytest.approx(median(returns))
    assert one.cases == len(returns)
