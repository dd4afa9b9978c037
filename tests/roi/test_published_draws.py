"""A published simulation (table T103), drawn again from the intervals that its source prints.

Forest managers burn every second year, or run the risk of severe fires: 10,000 runs over 20 years, the
inputs normal with 90 % intervals. The source cuts what must be positive at nought, and we do not; its
own runs are as random as ours. So the quantiles may differ by 2 % of their span, and no more.
"""

import numpy as np
import pytest

from roi_casebook.roi.algebra.elementary import Array
from roi_casebook.roi.ranges import Range, uniforms
from roi_casebook.roi.simulation import quantiles

YEARS = 20
INTERVALS = {
    "first_biomass": (20, 100), "after_burning": (10, 20), "after_severe": (2, 5),
    "after_mild": (10, 20), "growth_after_burning": (10, 40), "growth": (40, 100),
    "threshold": (50, 120), "rate": (2, 6), "fire_risk": (0.1, 0.25), "burning": (300, 1000),
    "damage_severe": (1000, 6000), "damage_mild": (-500, 800), "fighting_mild": (100, 500),
    "fighting_severe": (1000, 10000),
}  # fmt: skip
PRINTED = {0.05: -4214, 0.1: -2557, 0.25: 154, 0.5: 3275, 0.75: 7469, 0.9: 11963, 0.95: 14879}
SPAN = 14879 + 4214
MEAN, CHANCE_OF_LOSS = 4134, 0.24


def drawn() -> dict[str, Array]:
    return {
        name: Range(low, high, ends="p5-p95").draws("wildfire", name)
        for name, (low, high) in INTERVALS.items()
    }


def present_cost(inputs: dict[str, Array], *, burns: bool) -> Array:
    """What fires and burning cost over the years, the first of which is not discounted."""
    biomass, total = inputs["first_biomass"], np.zeros(1)
    for year in range(1, YEARS + 1):
        fire = uniforms("wildfire", "fire", str(year)) < inputs["fire_risk"]
        severe = fire & (biomass > inputs["threshold"])
        mild = fire & ~severe
        if burns and year % 2 == 0:
            cost = inputs["burning"]
            biomass = inputs["after_burning"] * (1 + inputs["growth_after_burning"] / 100)
        else:
            cost = severe * (inputs["fighting_severe"] + inputs["damage_severe"])
            cost = cost + mild * (inputs["fighting_mild"] + inputs["damage_mild"])
            grown = biomass * (1 + inputs["growth"] / 100)
            burnt = np.where(severe, inputs["after_severe"], inputs["after_mild"])
            biomass = np.where(fire, burnt, grown)
        total = total + cost / (1 + inputs["rate"] / 100) ** (year - 1)
    return total


def test_the_published_quantiles_come_out() -> None:
    inputs = drawn()
    gain = present_cost(inputs, burns=False) - present_cost(inputs, burns=True)
    found = dict(zip(PRINTED, quantiles(gain, tuple(PRINTED)), strict=True))
    assert found == pytest.approx(PRINTED, abs=0.02 * SPAN)
    assert float(np.mean(gain)) == pytest.approx(MEAN, abs=0.02 * SPAN)
    assert float(np.mean(gain < 0)) == pytest.approx(CHANCE_OF_LOSS, abs=0.02)
