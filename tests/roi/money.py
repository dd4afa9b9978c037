"""Flows for property tests: plausible ones, ones with unknowns and how to fill them, wild ones."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from roi_casebook.roi.flows import Flows, Line, Timing
from roi_casebook.roi.quantities import NEUTRAL

BENEFIT_SHARES = sorted(NEUTRAL.keys() - {"cost_risk"})
amounts = st.integers(0, 10**6).map(lambda cents: cents / 100)
shares = st.integers(0, 100).map(lambda percent: percent / 100)
timings: st.SearchStrategy[Timing] = st.sampled_from(["end-year", "mid-year"])
horizons = st.integers(1, 5)
WILD_AMOUNTS = (0.0, -0.0, 1.0, -1.0, 5e-324, -1e-300, 1e-300, 1e15, 1e300, -1e308, 1.7e308, None)
WILD_RATES = (None, 0.0, 1e-300, 0.1, 1.0, 1e9, 1e300, -0.5, -1 + 1e-15)


def rows(years: int, amount: st.SearchStrategy[Any] = amounts) -> st.SearchStrategy[Any]:
    return st.tuples(*[amount] * (years + 1))


def stated(names: list[str], share: st.SearchStrategy[Any] = shares) -> st.SearchStrategy[Any]:
    return st.dictionaries(st.sampled_from(names), share, max_size=3)


def lines(
    side: str,
    years: int,
    names: list[str],
    amount: st.SearchStrategy[Any] = amounts,
    share: st.SearchStrategy[Any] = shares,
) -> st.SearchStrategy[tuple[Line, ...]]:
    line = st.builds(Line, st.just(side), rows(years, amount), stated(names, share))
    return st.lists(line, min_size=side != "net", max_size=3).map(tuple)


@st.composite
def known_flows(draw: st.DrawFn, *, balances: bool = True) -> Flows:
    """Flows without anything unknown."""
    years = draw(horizons)
    return Flows(
        years=years,
        costs=draw(lines("cost", years, ["cost_risk"])),
        benefits=draw(lines("benefit", years, BENEFIT_SHARES)),
        balances=draw(lines("net", years, ["margin"]).map(_without_shares)) if balances else (),
        discount_rate=draw(shares),
        timing=draw(timings),
    )


def _without_shares(given: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple(replace(line, shares={}) for line in given)


@st.composite
def investments(draw: st.DrawFn) -> Flows:
    """An outlay at the start that comes back later: one change of sign."""
    years = draw(horizons)
    outlay = draw(amounts) + 0.01
    return Flows(
        years=years,
        costs=(Line("cost", (outlay, *[0.0] * years)),),
        benefits=(Line("benefit", (0.0, *draw(rows(years))[1:])),),
        discount_rate=draw(shares),
        timing=draw(timings),
    )


@st.composite
def gaps_and_fillings(draw: st.DrawFn) -> tuple[Flows, Flows]:
    """Flows in which something is unknown, and the same with the unknown filled in at will."""
    years = draw(horizons)
    harm_too = st.one_of(amounts, amounts, amounts.map(lambda amount: -amount))
    flows = Flows(
        years=years,
        costs=draw(lines("cost", years, ["cost_risk"], _or_none(amounts), _or_none(shares))),
        benefits=draw(
            lines("benefit", years, BENEFIT_SHARES, _or_none(harm_too), _or_none(shares)).flatmap(
                _some_may_be_negative
            )
        ),
        discount_rate=draw(shares),
        timing=draw(timings),
    )
    return flows, replace(
        flows,
        costs=tuple(_filled(draw, line) for line in flows.costs),
        benefits=tuple(_filled(draw, line) for line in flows.benefits),
    )


def _some_may_be_negative(given: tuple[Line, ...]) -> st.SearchStrategy[tuple[Line, ...]]:
    may_be = st.tuples(*[st.sampled_from([False, False, False, True])] * len(given))
    return may_be.map(
        lambda each: tuple(
            replace(line, may_be_negative=may) for line, may in zip(given, each, strict=True)
        )
    )


def _or_none(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(values, values, st.none())


def _filled(draw: st.DrawFn, line: Line) -> Line:
    def fill(value: float | None, values: st.SearchStrategy[Any]) -> float:
        return draw(values) if value is None else value

    unknown = amounts | amounts.map(lambda amount: -amount) if line.may_be_negative else amounts
    return replace(
        line,
        amounts=tuple(fill(amount, unknown) for amount in line.amounts),
        shares={name: fill(share, shares) for name, share in line.shares.items()},
    )


@st.composite
def wild_flows(draw: st.DrawFn) -> Flows:
    """Flows that no editor would write."""
    years = draw(st.integers(0, 4))
    amount = st.sampled_from(WILD_AMOUNTS)
    share = st.sampled_from([0.0, 1.0, 0.5, 1e-300, None])
    return Flows(
        years=years,
        costs=draw(st.just(()) | lines("cost", years, ["cost_risk"], amount, share)),
        benefits=draw(st.just(()) | lines("benefit", years, BENEFIT_SHARES, amount, share)),
        balances=draw(lines("net", years, ["margin"], amount).map(_without_shares)),
        discount_rate=draw(st.sampled_from(WILD_RATES)),
        timing=draw(timings),
    )


def with_line(flows: Flows, side: str, row: tuple[float, ...]) -> Flows:
    """Give the flows with one more line on a side."""
    more: Mapping[str, Any] = {side: (*getattr(flows, side), Line("more", row))}
    return replace(flows, **more)


def scaled(flows: Flows, factor: float) -> Flows:
    """Give the flows with all money multiplied."""

    def side(given: tuple[Line, ...]) -> tuple[Line, ...]:
        return tuple(
            replace(line, amounts=tuple(None if a is None else a * factor for a in line.amounts))
            for line in given
        )

    return replace(
        flows,
        costs=side(flows.costs),
        benefits=side(flows.benefits),
        balances=side(flows.balances),
    )
