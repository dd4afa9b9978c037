"""What a soft result states so that its cost can be told: when it came, for which costs, whether it leads.

How much of it would have come anyway is said where its cost leads: silence is not exact.
"""

from collections.abc import Iterator, Mapping

from roi_casebook.case import SoftResult
from roi_casebook.case.designs import isolates
from roi_casebook.case.lines import years_from_start
from roi_casebook.case.measured import EFFECTS, summed
from roi_casebook.case.timeline import Stretch
from roi_casebook.config import Measure
from roi_casebook.problems import did_you_mean
from roi_casebook.reading.model.valid_parts import Surroundings, ValidParts
from roi_casebook.reading.rules.states import span_of
from roi_casebook.written.scalars import UNKNOWN
from roi_casebook.yaml_places.document import Finding


def known_costs_of_results(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """The costs that bought a result stand under costs, each once."""
    known = case.ids("costs")
    for name, result in case.soft.items():
        for position, cost in enumerate(result.bought_by):
            path = ("soft", name, "for", position)
            if cost not in known:
                yield Finding(
                    path,
                    "unknown_cost",
                    f"found the cost {cost!r}, which this case does not have",
                    did_you_mean(cost, known)
                    or "the case has no cost at all: write one, or leave this out",
                )
            elif cost in result.bought_by[:position]:
                message = f"found the cost {cost!r} a second time for one result"
                yield Finding(path, "cost_twice", message, "remove one of the two")


def one_result_leads(case: ValidParts, site: Surroundings) -> Iterator[Finding]:
    """One outcome or impact that is counted leads, at most."""
    leading = [name for name, result in case.soft.items() if result.leads]
    for name in leading:
        result = case.soft[name]
        measure = site.vocabulary.measures.get(result.measure)
        path = ("soft", name, "leads")
        if result.stage not in EFFECTS:
            yield Finding(
                path,
                "leads_before_effect",
                f"found leads on what is {_article(result.stage)}: what was done or noticed stands in the table of costs alone",
                "leave leads out, or give it to an outcome or impact",
                at="key",
            )
        elif measure is not None and not measure.is_countable:
            yield Finding(
                path,
                "leads_uncounted",
                f"found leads on {result.measure!r}, a rate, a share, a score, a time or a harm: it has no cost each",
                "leave leads out, or give it to a result that is counted",
                at="key",
            )
        elif name != leading[0]:
            yield Finding(
                path,
                "two_lead",
                f"found leads on {leading[0]!r} and on {name!r}, expected one",
                "leave leads out on one of the two",
                at="key",
            )


def _article(stage: str) -> str:
    return f"an {stage}" if stage[0] in "aeiou" else f"a {stage}"


def results_within_horizon(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """A result came within the years that the case covers."""
    if not case.period:
        return
    last = case.timeline.of_year(case.period.years)
    for name, result in case.soft.items():
        moments = (at for span in _spans(result) for at in span.moments())
        beyond = [at for at in moments if at.way == last.way and at > last]
        if beyond:
            yield Finding(
                ("soft", name, "when"),
                "year_outside_horizon",
                f"found {beyond[0].named}, but the case covers {span_of(case.period.years, case.timeline)}",
                years_from_start(beyond[0]) or "mend the year, or the horizon at period.years",
            )


def _spans(result: SoftResult) -> tuple[Stretch, ...]:
    """Give the spans of time in which a result came, as they are written."""
    if result.when is None:
        return ()
    return tuple(result.when) if isinstance(result.when, Mapping) else (result.when,)


def counts_have_their_year(case: ValidParts, site: Surroundings) -> Iterator[Finding]:
    """What is counted once came in one year, or so many in each; a stock stands at its date."""
    for name, result in case.soft.items():
        measure = site.vocabulary.measures.get(result.measure)
        if measure is None or result.when is None:
            continue
        if isinstance(result.when, Mapping):
            yield from _by_year(name, result, measure)
        elif result.when.first != result.when.last and not measure.is_yearly:
            last = result.when.last
            yield Finding(
                ("soft", name, "when"),
                "counted_once",
                f"found {result.when} for one count of {measure.unit!r}, expected when it was counted, or how many in each",
                f"write {last}; or give each year its own: {{1: name, 2: name}} without result",
            )


def _by_year(name: str, result: SoftResult, measure: Measure) -> Iterator[Finding]:
    if not isinstance(result.when, Mapping):
        return
    if measure.is_stock:
        yield Finding(
            ("soft", name, "when"),
            "stock_by_year",
            f"found {result.measure!r} year by year: so many there are at a date, and their sum counts most of them again",
            "write result: with the last value, baseline: with the first, and when: with the year of the last",
        )
    elif measure.is_yearly and result.result == summed(tuple(result.when.values())):
        yield Finding(
            ("soft", name, "when"),
            "sum_of_yearly",
            f"found so many by year and no result, whose unit is {measure.unit!r}: their sum is none",
            "add result: with so many a year, in that unit",
        )
    elif result.result != summed(tuple(result.when.values())) and not measure.is_yearly:
        yield Finding(
            ("soft", name, "result"),
            "result_and_when",
            "found a result, and one for each year in when, expected one of them",
            "leave result out: it is their sum",
            at="key",
        )


def leading_results_say_what_came_anyway(case: ValidParts, site: Surroundings) -> Iterator[Finding]:
    """A published case that leads by what a result cost says how many would have come anyway.

    An error where the case names the result that leads; a hint where it leads because no money came
    back and no other result is further along the chain.
    """
    if case.state != "published":
        return
    chosen = [name for name, result in case.soft.items() if result.leads]
    for name in chosen or _furthest(case, site):
        result = case.soft[name]
        stated = result.without_it.deadweight if result.without_it else None
        if not _may_lead(result, site) or stated is not None or isolates(result.design):
            continue
        where = ("without_it",) if result.without_it else ()
        wanted = (
            "deadweight: unknown"
            if result.without_it
            else f"without_it: {{design: {result.design}, deadweight: unknown}}"
        )
        yield Finding(
            ("soft", name, *where),
            "deadweight_missing",
            f"found nothing on how many of {name!r} would have come anyway, expected it: its cost leads the case, and its design ({result.design}) does not take them off",
            f"add {wanted}; where the share is known, write it with its source or assumption",
            "error" if chosen else "hint",
            at="key",
        )


def _may_lead(result: SoftResult, site: Surroundings) -> bool:
    measure = site.vocabulary.measures.get(result.measure)
    is_counted = measure is not None and measure.is_countable
    return is_counted and result.stage in EFFECTS and result.result != UNKNOWN


def _furthest(case: ValidParts, site: Surroundings) -> list[str]:
    """Give the result that leads a case of costs and soft results alone, by its place in the chain."""
    if not case.costs or case.ids("benefits", "net"):
        return []
    able = [name for name, result in case.soft.items() if _may_lead(result, site)]
    impacts = [name for name in able if case.soft[name].stage == "impact"]
    return (impacts or able)[:1]
