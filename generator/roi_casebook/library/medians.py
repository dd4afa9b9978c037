"""What groups of cases returned: how many have a return to show, and the median of what is proven.

Over the library's table. Never a mean, and no median over returns of different basis.
"""

from dataclasses import dataclass

import pandas as pd

from roi_casebook.appraisal.basis import STRENGTH
from roi_casebook.library.table import counts

ONE_BASIS = ("perspective", "prices", "benefit", "counterfactual")
"""What returns must share to stand in one median."""


@dataclass(frozen=True)
class Tally:
    """How many cases a group has: with a return or a bound to show, of these proven, of these exact."""

    value: str
    cases: int
    with_return: int
    proven: int
    exact: int


@dataclass(frozen=True)
class Median:
    """The middle and the ends of the exact returns of proven cases of one group and one basis.

    One basis: one perspective, one kind of prices, one kind of benefit, net or gross alike. What may
    differ within it is told: rates and horizons from the lowest to the highest, how the amounts were
    found, and how many stand on limited evidence.
    """

    value: str
    perspective: str
    prices: str
    benefit: str
    counterfactual: str
    cases: int
    low: float
    median: float
    high: float
    rates: tuple[float, float]
    years: tuple[int, int]
    statuses: tuple[str, ...]
    limited: int


def shown_returns(table: pd.DataFrame) -> pd.DataFrame:
    """Give the cases whose return may stand: a value or a bound, not measured too early."""
    return table[table["roi_value"].notna() & ~table["is_too_early"].astype(bool)]


def tallies(table: pd.DataFrame, column: str) -> tuple[Tally, ...]:
    """Count the cases of each group; a case with several values counts in each."""
    shown = shown_returns(table)
    proven = shown[~shown["is_unproven"].astype(bool)]
    parts = (shown, proven, proven[proven["roi_side"].isna()])
    numbers = [counts(part, column) for part in parts]
    return tuple(
        Tally(str(value), number, *(part.get(value, 0) for part in numbers))
        for value, number in counts(table, column).items()
    )


def medians(table: pd.DataFrame, column: str, least: int) -> tuple[Median, ...]:
    """Give median and range of the groups with at least so many proven cases with an exact return.

    Groups are of one basis each: returns in the accounts of others, or gross ones, are another thing.
    Never a mean: it has no meaning over ratios of different size.
    """
    shown = shown_returns(table)
    exact = shown[~shown["is_unproven"].astype(bool) & shown["roi_side"].isna()].explode(column)
    groups = exact.groupby([column, *ONE_BASIS])
    return tuple(_median(tuple(map(str, of)), found) for of, found in groups if len(found) >= least)


def _median(of: tuple[str, ...], found: pd.DataFrame) -> Median:
    value, perspective, prices, benefit, counterfactual = of
    low, middle, high = map(float, found["roi_value"].quantile([0, 0.5, 1]))
    years = found["horizon_years"]
    return Median(
        value=value,
        perspective=perspective,
        prices=prices,
        benefit=benefit,
        counterfactual=counterfactual,
        cases=len(found),
        low=low,
        median=middle,
        high=high,
        rates=(float(found["lowest_rate"].min()), float(found["highest_rate"].max())),
        years=(int(years.min()), int(years.max())),
        statuses=tuple(status for status in STRENGTH if status in set(found["status"])),
        limited=int(found["needs_range"].sum()),
    )
