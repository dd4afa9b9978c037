"""The ranges of numbers by which the catalogue filters: what each case surely lies in.

A bound is open at one end, a figure that shows as its range has two; nothing is known of the others.
"""

from collections.abc import Callable, Mapping

from pandas import isna

from roi_casebook.appraisal import JudgedCase
from roi_casebook.library.table import comparable_table
from roi_casebook.pages.lists.published_cases import CasesInLanguage
from roi_casebook.pages.lists.result_costs import ResultCost
from roi_casebook.pages.parts.standing import as_it_may_stand, is_shown_as_range
from roi_casebook.roi.figures import Figure, Side, leaving

DIGITS = 4
"""More digits than readers see or type."""
PER_CENT = 100

Span = float | tuple[float | None, float | None] | None
"""A value; or between which it lies, None where there is no end; or None where there is nothing."""


def _costs(shelf: CasesInLanguage) -> list[Span]:
    """Give the costs in the currency and the prices in which the site compares."""
    table = comparable_table(shelf.cases, shelf.comparison)
    columns = (table[f"pv_costs_comparable_{part}"] for part in ("value", "side"))
    return [
        None if isna(value) else _span(side, leaving(value, DIGITS))
        for value, side in zip(*columns, strict=True)
    ]


def _returns(shelf: CasesInLanguage) -> list[Span]:
    return [_return(judged) for judged in shelf.cases]


def _return(judged: JudgedCase) -> Span:
    """Give the return in per cent as the row shows it: as a range where it shows that alone."""
    figure = as_it_may_stand(judged, judged.leading)
    is_range = is_shown_as_range(judged.evidence.locks, figure)
    return _shown_span(figure, _per_cent, is_range=is_range)


def _shown_span(
    figure: Figure, written: Callable[[float | None], float | None], *, is_range: bool
) -> Span:
    """Give a figure as the row shows it: as a range where it shows that alone."""
    if is_range:
        return (
            None if figure.side in {"or_lower", "either"} else written(figure.p10),
            None if figure.side in {"or_higher", "either"} else written(figure.p90),
        )
    return _span(figure.side, written(figure.value))


def _per_cent(ratio: float | None) -> float | None:
    return None if ratio is None else leaving(PER_CENT * ratio, DIGITS)


def _span(side: Side | None, value: float | None) -> Span:
    """Give a value, or what its side leaves open; nothing where that is both ways."""
    if side == "either":
        return None
    if side == "or_lower":
        return (None, value)
    return (value, None) if side == "or_higher" else value


RANGES: Mapping[str, Callable[[CasesInLanguage], list[Span]]] = {"cost": _costs, "roi": _returns}


def span_of_result(one: ResultCost) -> Span:
    """Give what one result cost for comparison, as the row shows it."""
    figure = one.figure
    return _shown_span(figure, _amount, is_range=one.is_range)


def _amount(x: float | None) -> float | None:
    return None if x is None else leaving(x, DIGITS)
