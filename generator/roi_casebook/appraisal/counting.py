"""Which soft results are counted one by one, and a case in which the benefits are such a count.

With the count of a result in the place of its benefits, a case runs through all that a case of money
does: what would have come anyway is taken off by the same chain, unknown is unknown in the same way,
and the same ranges are drawn. Only the cost is money there, and no figure but those of `RESULT_FIGURES`
means anything.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from roi_casebook.case import Case, SoftResult, WithoutIt
from roi_casebook.case.designs import isolates
from roi_casebook.case.measured import EFFECTS, CountLine
from roi_casebook.case.timeline import alone
from roi_casebook.config import Measure
from roi_casebook.written.scalars import UNKNOWN


def is_countable(result: SoftResult, measure: Measure | None) -> bool:
    """Tell whether it can be said what one of a result cost.

    Less of a harm is countable where it is told against what was before.
    """
    if measure is None or not measure.is_countable:
        return False
    return measure.better != "lower" or measure.is_change or result.baseline is not None


def stands_by_year(case: Case, result: SoftResult, measure: Measure) -> bool:
    """Tell whether it is known in which of several years how many came: the count can be discounted."""
    return case.period.years > 0 and (result.when is not None or measure.is_yearly)


def counted_case(case: Case, name: str, measure: Measure) -> Case:
    """Give a case with the count of a result for its benefits, over the same costs."""
    return case.model_copy(
        update={
            "benefits": MappingProxyType({name: _as_line(case, case.soft[name], measure)}),
            "net": MappingProxyType({}),
        }
    )


def _as_line(case: Case, result: SoftResult, measure: Measure) -> CountLine:
    """Give a soft result as a line: its count in each year, with what would have come anyway.

    Of what was done nothing would have come anyway, unless the case says so; of an effect silence
    is not exact.
    """
    return CountLine.model_construct(
        is_work=result.stage not in EFFECTS,
        label=result.label or {},
        measure=result.measure,
        status="observed",
        without_it=_without_it(result, measure),
        **_amounts(case, result, measure),
    )


def _amounts(case: Case, result: SoftResult, measure: Measure) -> dict[str, Any]:
    """Give the count and its years: so many a year in each, else all of it at the end.

    What is told year by year has no baseline: a stock has one value, at its date.
    """
    if isinstance(result.when, Mapping):
        turned = {year: _better(own, None, measure) for year, own in result.when.items()}
        return {"amount": None, "when": MappingProxyType(turned)}
    baseline = result.baseline if _is_against_before(measure) else None
    count = _better(result.result, baseline, measure)
    if result.when is not None:
        return {"amount": count, "when": result.when}
    years = case.period.years
    ends = range(1, years + 1) if measure.is_yearly and years else (years,)
    when = {alone(case.timeline.of_year(year)): count for year in ends}
    return {"amount": None, "when": MappingProxyType(when)}


def _is_against_before(measure: Measure) -> bool:
    """A state counts less what was there before; what came in a period counts as it came."""
    return not measure.is_change and (measure.better == "lower" or measure.is_stock)


def _better(formula: str, baseline: str | None, measure: Measure) -> str:
    """Give the formula of how many came in the direction that the measure calls better."""
    known = baseline is not None and baseline != UNKNOWN
    if formula == UNKNOWN or (baseline == UNKNOWN and measure.better == "lower"):
        return UNKNOWN
    if measure.better == "lower":
        return f"({baseline}) - ({formula})" if known else f"0 - ({formula})"
    return f"({formula}) - ({baseline})" if known else formula


def _without_it(result: SoftResult, measure: Measure) -> WithoutIt:
    """Give what would have come anyway, as far as it is stated: what was there before may be unknown."""
    stated = result.without_it or WithoutIt(design=result.design)
    is_open = result.baseline == UNKNOWN and _is_against_before(measure)
    if is_open and stated.deadweight is None and not isolates(result.design):
        return stated.model_copy(update={"deadweight": UNKNOWN})
    return stated
