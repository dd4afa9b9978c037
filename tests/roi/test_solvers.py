"""Rates and times: known values, and the equation that is printed holds at what is found."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from roi_casebook.roi import solvers
from roi_casebook.roi.algebra.arrays import scalar, shaped
from roi_casebook.roi.algebra.tracing import arguments, computed, evaluated, traced_quantities
from roi_casebook.roi.quantities import ONE_RATE
from roi_casebook.roi.solvers import (
    IRR_QUANTITIES,
    SOLVER_INPUT_AXES,
    Recovery,
    solve_irr,
    solve_payback,
)
from tests.roi.money import amounts

quick = settings(max_examples=60)
signed = st.lists(amounts | amounts.map(lambda amount: -amount), min_size=2, max_size=7)
EQUATIONS = [
    *solvers.MIRR_QUANTITIES, *IRR_QUANTITIES, solvers.payback_months, solvers.soft_switching_value,
    solvers.soft_switching_value_at_once, solvers.soft_result, solvers.worth_of_each,
]  # fmt: skip


def periods(flows: Sequence[float], shift: float = 0.0) -> np.ndarray[Any, np.dtype[np.float64]]:
    return np.array([max(year - shift, 0.0) for year in range(len(flows))])


def rates(flows: Sequence[float], shift: float = 0.0) -> tuple[float, ...]:
    found = solve_irr(np.array(flows), periods(flows, shift))
    return found.roots if found.value is None else (found.value,)


@quick
@given(signed, st.sampled_from([0.0, 0.5]))
def test_the_printed_equation_is_zero_at_every_rate_found(flows: list[float], shift: float) -> None:
    trees = traced_quantities(quantities=IRR_QUANTITIES, axes=SOLVER_INPUT_AXES)
    inputs = {
        "net_flow": shaped(flows, 1, -1, 1),
        "discount_periods": shaped(periods(flows, shift), 1, -1, 1),
    }
    for rate in rates(flows, shift):
        assume(rate > -0.999)
        values = {**inputs, "irr": scalar(rate)}
        values["net_flow_at_irr"] = evaluated(trees["net_flow_at_irr"], values)
        left = evaluated(trees["npv_at_irr"], values).item()
        assert abs(left) <= 1e-9 * float(np.sum(np.abs(values["net_flow_at_irr"])))


@quick
@given(st.lists(st.integers(-80, 300), min_size=1, max_size=3, unique=True))
def test_every_rate_that_was_built_in_is_found(percents: list[int]) -> None:
    factors = sorted(1 / (1 + percent / 100) for percent in percents)
    assume(all(high / low > 1.05 for low, high in pairwise(factors)))
    flows = np.array([1.0])
    for factor in factors:
        flows = np.convolve(flows, [-factor, 1.0])
    found = rates(flows.tolist())
    assert found == pytest.approx(sorted(percent / 100 for percent in percents), rel=1e-6, abs=1e-8)


@pytest.mark.parametrize("shift", [0.0, 0.5])
def test_a_rate_does_not_lose_its_way_over_sixty_years(shift: float) -> None:
    (rate,) = rates([-1000.0, *[100.0] * 59, 1e-5], shift)
    assert rate == pytest.approx(0.1, abs=0.01)


def test_no_change_of_sign_no_rate() -> None:
    assert solve_irr(np.array([1.0, 2.0]), np.array([0.0, 1.0])).reason == "no_sign_change"


# Published values with two rates, which the figure itself does not take: T074, T085 --------------


@pytest.mark.parametrize(
    ("flows", "finance", "reinvest", "printed"),
    [
        ([-120000, 39000, 30000, 21000, 37000, 46000], 0.10, 0.12, 0.12609413036591),
        ([-120000, 39000, 30000, 21000], 0.10, 0.12, -0.048044655249981),
        ([-120000, 39000, 30000, 21000, 37000, 46000], 0.10, 0.14, 0.13475911082831),
        ([-7500, 3000, 5000, 1200, 4000], 0.05, 0.08, 0.18736225093),
        ([-10000, 3400, 6500, 1000], 0.065, 0.10, 0.07039493966),
        ([-100, 18, 22.5, 28, 35.5, 45], 0.055, 0.05, 0.1000268752662),
        ([7300, -15000, 4036, 3050], 0.065, 0.08, 0.0564050548577524),
        ([-100, 50, -60, 70], 0.10, 0.12, -0.039094),
    ],
)
def test_mirr_agrees_with_spreadsheets(
    flows: list[float], finance: float, reinvest: float, printed: float
) -> None:
    assert two_rates(flows, finance, reinvest)["mirr"] == pytest.approx(printed, abs=5e-7)


def test_mirr_agrees_with_a_calculator_by_the_month() -> None:
    flows = [-180000, *[100000] * 5, *[-100000] * 5, *[0] * 9, 200000]
    found = two_rates(flows, 0.06 / 12, 0.10 / 12)
    assert found["fv_reinvested"] == pytest.approx(775797.83, abs=0.005)
    assert found["pv_invested"] == pytest.approx(660454.55, abs=0.005)
    assert found["mirr"] == pytest.approx(0.0081, abs=0.00005)


def two_rates(flows: Sequence[float], finance: float, reinvest: float) -> dict[str, float]:
    outflow, inflow = solvers.solve_mirr_parts(np.array(flows, dtype=float))
    years = periods(flows)
    inputs = {
        "net_outflow": shaped(outflow, 1, -1, 1),
        "net_inflow": shaped(inflow, 1, -1, 1),
        "discount_periods": shaped(years, 1, -1, 1),
        "periods_left": shaped(years[-1] - years, 1, -1, 1),
        "horizon_years": scalar(years[-1]),
        "finance_rate": scalar(finance),
        "reinvestment_rate": scalar(reinvest),
        **{name: scalar(value) for name, value in ONE_RATE.items()},
    }
    values = computed(inputs, solvers.MIRR_QUANTITIES)
    return {name: values[name].item() for name in ("pv_invested", "fv_reinvested", "mirr")}


@pytest.mark.parametrize(
    ("flows", "rate"),
    [
        ([100, -110], 0.1),
        ([0, 100, -110], 0.1),  # where nothing moves yet, nothing has been paid
        ([0, 100, -110, 0], 0.1),
        ([0.5, -0.6], 0.2),  # small change is money, too
        ([0.8, -0.4], -0.5),
    ],
)
def test_money_that_comes_first_bears_no_return(flows: list[float], rate: float) -> None:
    found = solvers.solve_irr(np.array(flows, dtype=float), periods(flows))
    assert (found.value, found.reason) == (None, "money_first")
    assert found.roots == pytest.approx((rate,))


@pytest.mark.parametrize("flows", [[0, -100, 110], [-100, 110, 0], [-0.5, 0.55]])
def test_money_that_is_spent_first_bears_a_return(flows: list[float]) -> None:
    found = solvers.solve_irr(np.array(flows, dtype=float), periods(flows))
    assert found.value == pytest.approx(0.1)
    assert found.reason is None


def recovered(flows: np.ndarray[Any, np.dtype[np.float64]]) -> Recovery:
    """Find when yearly flows are recovered."""
    return solve_payback(flows, np.arange(len(flows), dtype=float), 1.0)


# Payback -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("flows", "expected"),
    [
        ([-100, 50, 100], (True, 1, 50, 100)),
        ([-100, 100], (True, 0, 100, 100)),
        ([100, 50], (True, 0, 0, 1)),
        ([-100, 150, -80, 60], (True, 2, 30, 60)),
        ([-100, 50], (False, 0, 0, 1)),
        ([-100], (False, 0, 0, 1)),
        ([0, -60, 70], (True, 1, 60, 70)),
        ([0.0, 0.0], (True, 0, 0, 1)),
    ],
)
def test_recovery(flows: list[float], expected: tuple[float, ...]) -> None:
    found = recovered(np.array(flows, dtype=float)[:, None])
    fields = ("recovered", "years_before_recovery", "still_to_recover", "flow_of_recovery_year")
    assert tuple(getattr(found, name).item() for name in fields) == expected


@pytest.mark.parametrize(
    ("flows", "again"),
    [
        ([-100, 120, -60, 50], True),  # a renewal in year 2
        ([-100, 100, -60, 70], True),
        ([50, -120, 90], True),  # paid in advance
        ([-100, 60, 60], False),
        ([0, -60, 70], False),  # nothing had been spent yet
        ([-100, 120, -60, 30], False),  # lost for good: not recovered
        ([-100, 120, -20, 0], False),  # never below zero again
    ],
)
def test_a_payback_that_was_lost_again_is_flagged(flows: list[float], *, again: bool) -> None:
    found = recovered(np.array(flows, dtype=float)[:, None])
    assert found.again.item() is again


@quick
@given(st.lists(signed.filter(lambda row: len(row) == 4), min_size=1, max_size=4))
def test_each_draw_has_its_own_recovery(draws: list[list[float]]) -> None:
    together = recovered(np.array(draws).T)
    for number, draw in enumerate(draws):
        alone = recovered(np.array(draw)[:, None])
        for name in ("recovered", "years_before_recovery", "still_to_recover"):
            assert getattr(together, name)[number] == getattr(alone, name).item()


@quick
@given(signed)
def test_what_is_recovered_is_recovered_within_its_year(flows: list[float]) -> None:
    found = recovered(np.array(flows)[:, None])
    assert 0 <= found.still_to_recover.item() <= found.flow_of_recovery_year.item()


@pytest.mark.parametrize("equation", EQUATIONS)
def test_every_argument_of_an_equation_is_an_input_or_an_equation(equation: Any) -> None:  # noqa: ANN401 -- a function of any arity
    known = SOLVER_INPUT_AXES.keys() | {other.__name__ for other in EQUATIONS}
    assert set(arguments(equation)) <= known
