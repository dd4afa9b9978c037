"""What the sides of some flows allow, row by row: a value, a bound, or the reason why there is none."""

import pytest

from roi_casebook.roi.appraising import appraised
from roi_casebook.roi.flows import Flows, Line
from roi_casebook.roi.sides import OtherLanes

VALUE = "a value"


def line(*amounts: float | None, **shares: float | None) -> Line:
    return Line("one", amounts, shares)


def flows(
    costs: tuple[Line, ...] = (),
    benefits: tuple[Line, ...] = (),
    balances: tuple[Line, ...] = (),
    rate: float | None = None,
) -> Flows:
    """Give flows over the years of their lines."""
    years = len(next(iter((*costs, *benefits, *balances))).amounts) - 1
    return Flows(years, costs, benefits, balances, rate)


def said(of: Flows, name: str, other_lanes: OtherLanes = frozenset()) -> str:
    figure = appraised(of, other_lanes=other_lanes).figures[name]
    return figure.reason or figure.side or VALUE


@pytest.mark.parametrize(
    ("of", "name", "expected"),
    [
        # Beside a balance one side may be told, as the least that it is.
        (flows(costs=(line(100),), balances=(line(50),)), "pv_costs", "or_higher"),
        (flows(costs=(line(100), line(None)), balances=(line(50),)), "pv_costs", "or_higher"),
        (flows(costs=(line(None),), balances=(line(50),)), "pv_costs", "only_net_known"),
        (flows(costs=(line(100),), balances=(line(50),)), "pv_benefits", "only_net_known"),
        (flows(benefits=(line(30),), balances=(line(50),)), "pv_benefits", "or_higher"),
        (flows(benefits=(line(30),), balances=(line(50),)), "pv_costs", "only_net_known"),
        (flows(costs=(line(100),), balances=(line(50),)), "roi", "only_net_known"),
        (flows(costs=(line(100),), balances=(line(50),)), "npv", VALUE),
        (flows(balances=(line(50), line(None))), "npv", "net_unknown"),
        # A rate is missing only where what the figure counts falls later.
        (flows(costs=(line(0, 10),), balances=(line(50, 0),)), "pv_costs", "rate_missing"),
        (flows(costs=(line(10, 0),), balances=(line(0, 50),)), "pv_costs", "or_higher"),
        (flows(balances=(line(0, 50),)), "npv", "rate_missing"),
        (flows(costs=(line(0, 10),), benefits=(line(50, 0),)), "pv_costs", "rate_missing"),
        (flows(costs=(line(0, 10),), benefits=(line(50, 0),)), "pv_benefits", VALUE),
        (flows(costs=(line(10, 0),), benefits=(line(0, 50),)), "pv_costs", VALUE),
        (flows(costs=(line(10, 0),), benefits=(line(0, 50),)), "pv_benefits", "rate_missing"),
        (flows(costs=(line(10, 0),), benefits=(line(0, 50),), rate=0), "pv_benefits", VALUE),
        (flows(costs=(line(10),), benefits=(line(50),)), "payback_months", "too_short"),
    ],
)
def test_what_there_is_no_figure_of(of: Flows, name: str, expected: str) -> None:
    assert said(of, name) == expected


@pytest.mark.parametrize(
    ("costs", "lanes", "expected"),
    [
        (line(100), {"soft"}, VALUE),
        (line(100, 0), {"soft"}, "rate_missing"),
        (line(100), {"soft", "social"}, VALUE),
        (line(100), {"social"}, "social_only"),
        (line(100), set(), "benefit_unknown"),
    ],
)
def test_what_soft_results_would_have_to_be_worth(
    costs: Line, lanes: OtherLanes, expected: str
) -> None:
    assert said(flows(costs=(costs,)), "soft_switching_value", lanes) == expected


SPENT = (line(10, 0, 0),)


@pytest.mark.parametrize(
    ("benefit", "expected"),
    [
        # A share of a gain, or of a harm, of which nothing is known but that it is taken off.
        (line(0, 100, 0, deadweight=None), "or_lower"),
        (line(0, 0.5, 0, deadweight=None), "or_lower"),
        (line(0, -100, 0, deadweight=None), "or_higher"),
        (line(0, -0.5, 0, deadweight=None), "or_higher"),
        (line(0, 100, -100, deadweight=None), "either"),
        # An amount, and with it when a harm began of which less is left each year.
        (line(0, None, 100, drop_off=0.5), "or_higher"),
        (line(0, None, -100, drop_off=0.5), "either"),
        (line(0, None, -0.5, drop_off=0.5), "either"),
        (line(0, None, -100), "or_higher"),
        (line(0, -100, None, drop_off=0.5), "or_higher"),
    ],
)
def test_what_is_not_known_of_a_benefit(benefit: Line, expected: str) -> None:
    assert said(flows(SPENT, (benefit,), rate=0.1), "pv_benefits") == expected


@pytest.mark.parametrize(
    ("benefits", "expected"),
    [
        ((line(50),), "or_lower"),
        ((line(0.5),), "or_lower"),
        ((line(0),), VALUE),  # nothing over any cost is exactly -100 %
        ((line(-0.5),), "or_higher"),
        ((line(50), line(None)), "either"),
    ],
)
def test_a_cost_that_is_not_known_lowers_a_ratio_but_of_a_harm(
    benefits: tuple[Line, ...], expected: str
) -> None:
    assert said(flows((line(100), line(None)), benefits), "roi") == expected


@pytest.mark.parametrize(
    ("costs", "benefits", "expected"),
    [
        # The rate moves one way only where money goes out first and comes back at the end.
        ((line(100, None),), (line(0, 150),), "or_lower"),
        ((line(0.4, None),), (line(0, 0.5),), "or_lower"),
        ((line(0, 220, 0), line(0, None, 0)), (line(100, 0, 121),), "either"),
        ((line(100, 0, 121), line(0, None, 0)), (line(0, 220, 0),), "either"),
        # What could turn the sign is what counts.
        ((line(20, None),), (line(250, 0),), "cost_unknown"),
        ((line(0.2, None),), (line(0.5, 0),), "cost_unknown"),
        ((line(100, None),), (line(50, 0),), "no_sign_change"),
        ((line(100, 100),), (line(50, None),), "benefit_unknown"),
        ((line(0.2, 0.2),), (line(0.7, 0.9), line(None, 0)), "no_sign_change"),
        ((line(100, 0),), (line(50, None),), "benefit_unknown"),
        ((line(50, 0, 0),), (line(50, None, None),), "benefit_unknown"),
        ((line(50, 0),), (line(80, 90, deadweight=None),), "benefit_unknown"),
        ((line(50, 0),), (line(80, 90), line(None, 0)), "no_sign_change"),
        ((line(100, 0, 121),), (line(0, 230, None),), "benefit_unknown"),
        ((line(100, 0, 121),), (line(0, 230, 0),), "multiple_roots"),
    ],
)
def test_what_is_not_known_of_a_rate(
    costs: tuple[Line, ...], benefits: tuple[Line, ...], expected: str
) -> None:
    assert said(flows(costs, benefits), "irr") == expected


def test_where_nothing_is_known_no_rate_can_be_sought() -> None:
    assert said(flows((line(None, 0),), (line(None, 0),)), "irr") == "cost_unknown"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("pv_costs", "cost_unknown"),
        ("break_even_attribution", "cost_unknown"),
        ("roi", "cost_unknown"),
        ("npv", "or_lower"),
        ("pv_benefits", VALUE),
    ],
)
def test_that_a_cost_is_nought_or_more_is_no_news(name: str, expected: str) -> None:
    """One cost is known to be nothing, the other is not known."""
    assert said(flows(costs=(line(0), line(None)), benefits=(line(50),)), name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("pv_benefits", "benefit_unknown"),
        ("break_even_cost", "benefit_unknown"),
        ("npv", "or_higher"),
    ],
)
def test_that_a_benefit_is_nought_or_more_is_no_news(name: str, expected: str) -> None:
    assert said(flows(costs=(line(50),), benefits=(line(0), line(None))), name) == expected


def test_a_part_that_is_known_is_news() -> None:
    assert said(flows(costs=(line(1), line(None)), benefits=(line(50),)), "pv_costs") == "or_higher"
