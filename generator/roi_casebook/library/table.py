"""All judged cases as one table: what the catalogue, the counts and the comparison start from.

One row a case, of its leading reading. Figures without a value are missing in their column, and
their reason stands beside: nothing is filled in, and nothing is averaged over cases.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from roi_casebook.appraisal import AppraisedCase, Basis, JudgedCase
from roi_casebook.case import Case
from roi_casebook.library.comparison import Comparison, comparable, conversion_of
from roi_casebook.library.costs_of_results import results_that_may_stand
from roi_casebook.roi.discounting.bands import rates_of
from roi_casebook.roi.figure_table import figures_that
from roi_casebook.written.scalars import UNKNOWN

LISTED = figures_that(lambda entry: entry.is_listed)
"""The figures that have columns of their own."""
LIKENESS: Mapping[str, int] = {"kind": 4, "sector": 3, "channels": 2, "size": 1}
"""What makes cases alike, and how much each counts: a choice of ours. Channels count one by one."""
SUBSTANCE = 2
"""Cases are alike from here on: the size alone is no likeness."""
UNTOLD = frozenset({("size", "unknown")})
"""What two cases share without being alike."""


def library_table(cases: Iterable[JudgedCase]) -> pd.DataFrame:
    """Give one row a case, indexed by slug, in the order given; money in each case's currency."""
    rows = [_row(case) for case in cases]
    columns = list(_COLUMNS) + [
        f"{name}_{part}" for name in LISTED for part in ("value", "side", "reason")
    ]
    return pd.DataFrame(
        rows, columns=columns, index=pd.Index([row["slug"] for row in rows], name="slug")
    )


def _row(judged: JudgedCase) -> dict[str, Any]:
    row: dict[str, Any] = {name: read(judged) for name, read in _COLUMNS.items()}
    for name in LISTED:
        figure = judged.leading.figures[name]
        row |= {
            f"{name}_value": figure.value,
            f"{name}_side": figure.side,
            f"{name}_reason": figure.reason,
        }
    return row


def year_of(case: Case) -> str:
    """Give the year in which a case began, or the word unknown."""
    return str(case.period.began.year) if case.period.began else UNKNOWN


_COLUMNS: Mapping[str, Callable[[JudgedCase], Any]] = {
    "slug": lambda each: each.slug,
    "sector": lambda each: each.case.organisation.sector,
    "size": lambda each: each.case.organisation.size,
    "country": lambda each: each.case.organisation.country,
    "kind": lambda each: each.case.initiative.kind,
    "channels": lambda each: each.case.initiative.channels,
    "objective": lambda each: each.case.initiative.objective,
    "year": lambda each: year_of(each.case),
    "status": lambda each: each.leading_basis.status,
    "found_by": lambda each: each.case.found_by,
    "checked": lambda each: each.case.checked,
    "currency": lambda each: each.case.money.currency,
    "direction": lambda each: each.evidence.direction,
    "leads": lambda each: each.leads.kind,
    "evidence": lambda each: each.leads.locks.word,
    "locks": lambda each: each.leads.locks.count,
    "is_unproven": lambda each: each.leads.locks.is_unproven,
    "is_too_early": lambda each: each.evidence.maturity.suppresses_headline,
    "needs_range": lambda each: each.leads.locks.needs_range,
    "perspective": lambda each: each.case.perspective,
    "prices": lambda each: each.leading.basis.prices,
    "benefit": lambda each: each.leading.basis.benefit,
    "counterfactual": lambda each: each.leading.basis.counterfactual,
    "lowest_rate": lambda each: min(_rates(each.leading.basis)),
    "highest_rate": lambda each: max(_rates(each.leading.basis)),
    "measures": lambda each: tuple(results_that_may_stand(each)),
    "horizon_years": lambda each: each.leading.basis.horizon_years,
}


def _rates(basis: Basis) -> tuple[float, ...]:
    """Give the rates that are in a return; under a year nothing is discounted."""
    is_in = basis.is_discounted and basis.horizon_years
    return (rates_of(basis.discount_rate) if is_in else ()) or (0.0,)


def counts(table: pd.DataFrame, column: str) -> Mapping[Any, int]:
    """Count the cases with each value of a column; a case with several counts for each."""
    found = table[column].explode().value_counts()
    return {value: int(number) for value, number in sorted(found.items(), key=_by_value)}


def _by_value(counted: tuple[Any, int]) -> Any:  # noqa: ANN401 -- texts or years
    return counted[0]


# Cases like one another --------------------------------------------------------------------------


@dataclass(frozen=True)
class Likeness:
    """A case like another: its slug, and the (column, value) pairs that both share."""

    slug: str
    shared: tuple[tuple[str, str], ...]


def likenesses(table: pd.DataFrame, most: int = 3) -> Mapping[str, tuple[Likeness, ...]]:
    """Give for each case those most like it, by slug; equally alike ones as the table has them."""
    properties = [_properties(row) for row in table[list(LIKENESS)].to_dict("records")]
    holders: dict[tuple[str, str], list[int]] = {}
    for place, own in enumerate(properties):
        for one in own:
            holders.setdefault(one, []).append(place)
    slugs = list(table.index)
    return {
        slug: tuple(
            Likeness(
                slugs[other], tuple(one for one in properties[place] if one in properties[other])
            )
            for other in _most_alike(place, properties[place], holders, len(slugs), most)
        )
        for place, slug in enumerate(slugs)
    }


def _properties(row: Mapping[Any, Any]) -> tuple[tuple[str, str], ...]:
    """Give what a case may share, the weightiest first."""
    found = (
        (column, value)
        for column in LIKENESS
        for value in (row[column] if isinstance(row[column], tuple) else (row[column],))
    )
    return tuple(one for one in found if one not in UNTOLD)


def _most_alike(
    place: int,
    own: Iterable[tuple[str, str]],
    holders: Mapping[tuple[str, str], list[int]],
    number: int,
    most: int,
) -> list[int]:
    """Give the places of the cases that share enough, the most alike first."""
    score = np.zeros(number, dtype=np.int64)
    for one in own:
        score[holders[one]] += LIKENESS[one[0]]
    score[place] = 0
    ordered = np.argsort(-score, kind="stable")[:most]
    return [int(other) for other in ordered if score[other] >= SUBSTANCE]


# In one currency and one year's prices ----------------------------------------------------------

COMPARABLE = figures_that(lambda entry: entry.is_compared)
"""The figures of money that cases are compared by."""
PARTS = ("value", "side", "reason")


def comparable_table(cases: Iterable[AppraisedCase], comparison: Comparison) -> pd.DataFrame:
    """Give cost and NPV of each case in the comparison's currency and prices, by slug.

    Columns `npv_comparable_value`, `_side` and `_reason`, to be joined to the library's table; the
    reason is `rate_missing` where an exchange rate or a price index is missing.
    """
    rows = {case.slug: _compared(case, comparison) for case in cases}
    columns = [f"{name}_comparable_{part}" for name in COMPARABLE for part in PARTS]
    index = pd.Index(list(rows), name="slug")
    return pd.DataFrame(list(rows.values()), columns=columns, index=index)


def _compared(case: AppraisedCase, comparison: Comparison) -> dict[str, Any]:
    how = conversion_of(case.leading, comparison)
    figures = {name: comparable(case.leading.figures[name], how) for name in COMPARABLE}
    return {
        f"{name}_comparable_{part}": getattr(figure, part)
        for name, figure in figures.items()
        for part in PARTS
    }


# Statistics --------------------------------------------------------------------------------------


def crossed(table: pd.DataFrame, rows: str, columns: str) -> Mapping[tuple[str, str], int]:
    """Count the cases by two columns, each with one value a case; pairs that no case has are left out."""
    pairs = Counter(zip(table[rows], table[columns], strict=True))
    return {(str(row), str(column)): number for (row, column), number in pairs.items()}


# Soft results ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class SoftCount:
    """In how many cases a soft measure was measured, and which way it moved there.

    cases: with a number; unknown: of these, without a state before to tell the direction by, or with
    a range that holds both; not_measured: cases that name it without a number; not_looked: cases in
    which nobody looked for negative effects.
    """

    measure: str
    cases: int
    up: int
    flat: int
    down: int
    unknown: int
    not_measured: int
    not_looked: int


def soft_table(cases: Iterable[JudgedCase]) -> pd.DataFrame:
    """Give one row a soft result that counts as such, in the order given."""
    rows = [
        {
            "slug": judged.slug,
            "measure": judged.case.soft[name].measure,
            "movement": each.movement,
            "is_measured": each.value is not None,
            "is_not_looked": each.harm == "not_looked",
        }
        for judged in cases
        for name, each in judged.soft_evidence.items()
        if each.counts
    ]
    return pd.DataFrame(
        rows, columns=["slug", "measure", "movement", "is_measured", "is_not_looked"]
    )


def soft_counts(table: pd.DataFrame) -> tuple[SoftCount, ...]:
    """Count the cases of each soft measure, never a mean; a case with several of one counts once."""
    groups = table.groupby(["measure", "slug"], sort=True)
    by_case = groups[["is_measured", "is_not_looked"]].any()
    by_case["movement"] = groups["movement"].agg(_common)
    return tuple(_soft_count(str(measure), one) for measure, one in by_case.groupby("measure"))


def _common(movements: pd.Series) -> str:
    """Give the one way in which all results moved whose direction is known."""
    known = set(movements) - {"unknown"}
    return str(known.pop()) if len(known) == 1 else "unknown"


def _soft_count(measure: str, cases: pd.DataFrame) -> SoftCount:
    measured = cases[cases["is_measured"].astype(bool)]
    moved = Counter(measured["movement"])
    ways = {way: moved[way] for way in ("up", "flat", "down")}
    return SoftCount(
        measure=measure,
        cases=len(measured),
        **ways,
        unknown=len(measured) - sum(ways.values()),
        not_measured=len(cases) - len(measured),
        not_looked=int(cases["is_not_looked"].sum()),
    )
