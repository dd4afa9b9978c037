"""The tables beside the quantities agree with the quantities: names, guards, rules, axes."""

import ast
import inspect
from collections.abc import Callable
from dataclasses import replace
from typing import Any, get_args

import numpy as np
import pytest

from roi_casebook.roi import quantities, solvers
from roi_casebook.roi.algebra.expressions import names
from roi_casebook.roi.algebra.tracing import arguments, traced_quantities
from roi_casebook.roi.appraising import appraised, appraised_count, appraised_socially
from roi_casebook.roi.figure_table import (
    FIGURES,
    GUARDS,
    MONEY_FIGURES,
    RESULT_FIGURES,
    SOCIAL_FIGURES,
    SOUGHT,
    Condition,
    figures_that,
)
from roi_casebook.roi.figures import Reason
from roi_casebook.roi.flows import Drawn, Flows, Line
from roi_casebook.roi.needed_worth import FlowsOfMoney, needed_worth
from roi_casebook.roi.quantities import (
    GROWTH_QUANTITIES,
    IMPLIED_QUANTITIES,
    INPUT_AXES,
    NEUTRAL,
    OF_ALL_LANES,
    QUANTITIES,
    SOCIAL_QUANTITIES,
)
from roi_casebook.roi.simulation import drawn_figures, simulated, simulated_socially
from roi_casebook.roi.solvers import SOLVER_INPUT_AXES

NAMES = [quantity.__name__ for quantity in OF_ALL_LANES]
CLOSED = sorted(FIGURES.keys() - set(SOUGHT))
BRANCHES = (ast.If, ast.IfExp, ast.Compare, ast.BoolOp, ast.For, ast.While, ast.Try, ast.Lambda)


def uses(name: str) -> set[str]:
    """All that a quantity is computed from, through the quantities between."""
    wiring = {quantity.__name__: arguments(quantity) for quantity in OF_ALL_LANES}
    waiting, seen = [name], set[str]()
    while waiting:
        found = waiting.pop()
        if found not in seen:
            seen.add(found)
            waiting += wiring.get(found, ())
    return seen - {name}


def test_each_quantity_uses_inputs_and_quantities_above_it() -> None:
    for number, quantity in enumerate(OF_ALL_LANES):
        assert set(arguments(quantity)) <= INPUT_AXES.keys() | set(NAMES[:number])


def test_no_figure_of_money_uses_social_value() -> None:
    social = {quantity.__name__ for quantity in SOCIAL_QUANTITIES}
    assert not any(social & uses(name) for name in MONEY_FIGURES)


def test_names_are_told_apart() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert not set(NAMES) & INPUT_AXES.keys()


def test_every_quantity_of_the_module_is_listed() -> None:
    defined = [
        name for name, found in vars(quantities).items()
        if inspect.isfunction(found) and found.__module__ == quantities.__name__
    ]  # fmt: skip
    apart = [quantity.__name__ for quantity in (*GROWTH_QUANTITIES, *IMPLIED_QUANTITIES)]
    assert sorted(defined) == sorted([*NAMES, *apart])


def test_every_input_is_used() -> None:
    wired = {name for quantity in QUANTITIES for name in arguments(quantity)}
    assert wired >= INPUT_AXES.keys()


@pytest.mark.parametrize("quantity", OF_ALL_LANES, ids=NAMES)
def test_every_argument_occurs_in_the_tree(quantity: Callable[..., Any]) -> None:
    tree = traced_quantities(quantities=OF_ALL_LANES)[quantity.__name__]
    assert {name.name for name in names(tree)} == set(arguments(quantity))


@pytest.mark.parametrize("module", [quantities])
def test_no_formula_branches(module: Any) -> None:  # noqa: ANN401 -- a module
    for quantity in OF_ALL_LANES:
        found = [
            node for node in ast.walk(ast.parse(inspect.getsource(quantity)))
            if isinstance(node, BRANCHES)
        ]  # fmt: skip
        assert not found, f"{module.__name__}.{quantity.__name__}"


def test_guards_name_what_exists() -> None:
    for name, guards in GUARDS.items():
        solver = FIGURES[name].solver
        printed = FIGURES["roi_at_1" if FIGURES[name].until else name].equations
        equations = {equation.__name__ for equation in printed}
        equations |= set(solver.starts_from if solver else ())
        for argument, condition, reason in guards:
            assert argument in uses(name) | equations - {name}
            assert condition in get_args(Condition)
            assert reason in get_args(Reason)


def test_neutral_values_are_of_inputs_that_vary_by_line() -> None:
    assert {INPUT_AXES[name] for name in NEUTRAL} == {"line"}


def test_axes_are_known() -> None:
    axes = {axis for over in [*INPUT_AXES.values(), *SOLVER_INPUT_AXES.values()] for axis in over.split()}  # fmt: skip
    assert axes <= {"line", "moment", "year"}


@pytest.mark.parametrize("name", CLOSED)
def test_a_rule_says_what_its_formula_shows(name: str) -> None:
    rule, used = FIGURES[name], uses(name)
    assert bool(rule.with_costs) == ("cost_amount" in used)
    assert bool(rule.with_benefits) == ("benefit_amount" in used)
    assert rule.discounts == ("discount_rate" in used)
    assert rule.of_balance == ("balance" in used)
    assert rule.without not in used
    assert not rule.divided or rule.divided in arguments_of(name)


def arguments_of(name: str) -> tuple[str, ...]:
    return arguments(OF_ALL_LANES[NAMES.index(name)]) + tuple(uses(name))


def test_headline_figures_have_no_axis() -> None:
    trees = traced_quantities(quantities=OF_ALL_LANES)
    assert not any(trees[name].axes for name in CLOSED)


def test_each_figure_that_is_found_has_its_equation() -> None:
    assert FIGURES["irr"].equations == solvers.IRR_QUANTITIES
    assert FIGURES["mirr"].equations[-1] is solvers.mirr
    assert FIGURES["soft_switching_value"].equations[0] is solvers.soft_switching_value
    assert FIGURES["payback_months"].equations == (solvers.payback_months,)


# What is true of a figure ------------------------------------------------------------------------

FLOWS = Flows(
    years=3,
    costs=(Line("spend", (50e3, 20e3, 20e3, 20e3)),),
    benefits=(Line("sales", (0.0, 40e3, 60e3, 80e3), {"attribution_to_others": 0.3}),),
    discount_rate=0.08,
)
DRAWN: Drawn = {
    ("spend", 0): np.linspace(40e3, 60e3, 101),
    ("sales", 2): np.linspace(120e3, 90e3, 101),
}
LONG = replace(
    FLOWS,
    years=6,
    costs=(Line("spend", (50e3, 20e3, 20e3, 20e3, 0.0, 0.0, 0.0)),),
    benefits=(Line("sales", (0.0, 40e3, 60e3, 80e3, 0.0, 0.0, 0.0)),),
)
AT_ENDS = Flows(
    years=3,
    costs=(Line("spend", (50e3, 0.0, 0.0, 0.0)),),
    benefits=(Line("sales", (0.0, 0.0, 0.0, 90e3)),),
)
AT_ENDS_DRAWN: Drawn = {("spend", 0): np.linspace(40e3, 60e3, 101)}
COUNTED = appraised_count(FLOWS, [name for name in RESULT_FIGURES if name != "worth_needed"])
TWO_READINGS = {"incremental_npv", "incremental_roi"}
MADE_OF_DRAWS = {"chance_positive", "expected_npv", "mean_loss", "value_of_information"}
NOT_DRAWN = {"irr", "mirr", "soft_switching_value", *MADE_OF_DRAWS}
"""Found one by one, which would take too long for all draws; or made of the draws."""


def test_an_entry_bears_the_name_of_its_formula() -> None:
    for name, entry in FIGURES.items():
        if entry.is_closed:
            assert entry.by is dict(zip(NAMES, OF_ALL_LANES, strict=True))[name]


@pytest.mark.parametrize("name", sorted(FIGURES.keys() - NOT_DRAWN - TWO_READINGS - {"net_cost"}))
def test_every_figure_that_can_be_drawn_has_percentiles(name: str) -> None:
    drawn = {**simulated(appraised(FLOWS), DRAWN).figures}
    drawn |= simulated_socially(appraised_socially(FLOWS), DRAWN).figures
    drawn |= drawn_figures(COUNTED, DRAWN)
    drawn["worth_needed"] = needed_worth(FlowsOfMoney(FLOWS, drawn=DRAWN), COUNTED, DRAWN)
    if FIGURES[name].until:
        drawn = {**simulated(appraised(LONG), DRAWN).figures}
    if FIGURES[name].out_and_back:
        drawn = {**simulated(appraised(AT_ENDS), AT_ENDS_DRAWN).figures}
    figure = drawn[name]
    assert None not in (figure.p10, figure.p50, figure.p90)
    assert figure.p10 != figure.p90


def test_the_others_have_none() -> None:
    drawn = simulated(appraised(FLOWS), DRAWN).figures
    fit = {name for name in drawn if not (FIGURES[name].out_and_back or FIGURES[name].until)}
    assert {name for name in fit if drawn[name].p10 is None} == NOT_DRAWN


@pytest.mark.parametrize(
    ("side", "amounts", "reason"),
    [
        ("costs", (50e3, 1.0, 0.0, 0.0), "along_the_way"),
        ("benefits", (0.0, 1.0, 0.0, 9e4), "along_the_way"),
        ("costs", (50e3, None, 0.0, 0.0), "cost_unknown"),  # it may be nought
        ("benefits", (0.0, None, 0.0, 9e4), "benefit_unknown"),
    ],
)
def test_a_growth_over_the_whole_time_is_none_of_money_along_the_way(
    side: str, amounts: tuple[float | None, ...], reason: str
) -> None:
    assert appraised(AT_ENDS).figures["annualised_roi"].value is not None
    (first, *others) = getattr(AT_ENDS, side)
    changed: dict[str, Any] = {side: (replace(first, amounts=amounts), *others)}
    assert appraised(replace(AT_ENDS, **changed)).figures["annualised_roi"].reason == reason


def test_a_figure_is_told_in_a_lane_or_made_of_draws() -> None:
    without = {name for name, entry in FIGURES.items() if not entry.lanes}
    assert without == MADE_OF_DRAWS | TWO_READINGS | {"net_cost"}
    assert appraised(FLOWS).figures.keys() == MONEY_FIGURES.keys()
    assert appraised_socially(FLOWS).figures.keys() == SOCIAL_FIGURES.keys()


def test_what_an_algorithm_goes_through_exists() -> None:
    for entry in FIGURES.values():
        if entry.solver:
            parts, wholes = (
                zip(*entry.solver.leads_on, strict=True) if entry.solver.leads_on else ((), ())
            )
            assert {*entry.solver.starts_from, *wholes} <= {*NAMES, *INPUT_AXES}
            assert set(parts) <= SOLVER_INPUT_AXES.keys()
            assert entry.solver.idle_without in {"", *SOLVER_INPUT_AXES}


KNOWN = {
    "pv_costs", "pv_benefits", "npv", "roi", "roi_simple", "bcr", "irr", "mirr", "annualised_roi",
    "payback_months", "discounted_payback_months", "chance_positive", "break_even_cost",
    "break_even_attribution", "soft_switching_value", "pv_social_value", "npv_social", "sroi_ratio", "net_sroi",
    "net_cost", "total_count", "cost_per_result", "discounted_cost_per_result", "worth_needed",
}  # fmt: skip
"""The figures of which is told below what is true; one that comes later is told by its entry."""
FACTS = {
    "undiscounted": (lambda entry: not entry.discounts, "roi_simple irr annualised_roi payback_months net_cost total_count cost_per_result worth_needed"),
    "costs alone": (lambda entry: entry.is_cost, "pv_costs"),
    "benefits alone": (lambda entry: entry.is_benefit, "pv_benefits break_even_cost pv_social_value total_count"),
    "before attribution": (lambda entry: entry.without, "break_even_attribution"),
    "returns": (lambda entry: entry.shown_as == "return", "roi roi_simple"),
    "rates": (lambda entry: entry.shown_as == "rate", "irr mirr annualised_roi"),
    "plain ratios": (lambda entry: entry.shown_as == "ratio", "bcr sroi_ratio"),
    "break-evens": (lambda entry: entry.breaks_even, "break_even_cost break_even_attribution"),
    "never negative": (lambda entry: entry.is_never_negative, "pv_costs break_even_attribution payback_months discounted_payback_months soft_switching_value"),
    "of all years": (lambda entry: entry.spreads, "soft_switching_value"),
    "listed": (lambda entry: entry.is_listed, "pv_costs npv roi"),
    "compared": (lambda entry: entry.is_compared, "pv_costs npv"),
}  # fmt: skip


@pytest.mark.parametrize("fact", FACTS)
def test_what_is_true_of_which_figures(fact: str) -> None:
    holds, names_told = FACTS[fact]
    assert set(figures_that(holds)) & KNOWN == set(names_told.split())
