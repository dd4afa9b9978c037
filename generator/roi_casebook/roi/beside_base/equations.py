"""What is told beside the base, as equations: of all draws, of the first years, of two readings.

They are functions like the quantities, and are traced and printed like them; how they are found,
and from what, stands in `searching.py`. Sources: expected value of perfect information,
Raiffa and Schlaifer (1961); return on the incremental investment, HM Treasury, The Green Book.
"""

from typing import Any

from roi_casebook.roi.algebra.arrays import over_moments

V = Any


def expected_npv(sum_of_draws: V, number_of_draws: V) -> V:
    """The mean net present value of all draws."""
    return sum_of_draws / number_of_draws


def mean_loss(sum_of_losses: V, number_of_losses: V) -> V:
    """The mean net present value of the draws that lose: below nought."""
    return sum_of_losses / number_of_losses


def mean_gain(sum_of_gains: V, number_of_draws: V) -> V:
    """What whoever knew each draw beforehand would gain on the mean, and leave those that lose."""
    return sum_of_gains / number_of_draws


def value_of_information(mean_gain: V, gain_without_it: V) -> V:
    """What it is worth to know the draw before deciding: beyond what is gained without knowing it."""
    return mean_gain - gain_without_it


def pv_costs_until(discounted_costs_until: V) -> V:
    """Present value of the costs of the first years."""
    return over_moments(discounted_costs_until)


def pv_benefits_until(discounted_benefits_until: V) -> V:
    """Present value of the benefits of the first years."""
    return over_moments(discounted_benefits_until)


def roi_at(pv_benefits_until: V, pv_costs_until: V) -> V:
    """Return on investment of the first years alone, discounted."""
    return (pv_benefits_until - pv_costs_until) / pv_costs_until


def incremental_npv(npv: V, npv_instead: V) -> V:
    """What a reading adds to the net present value of that in whose place it is chosen."""
    return npv - npv_instead


def incremental_costs(pv_costs: V, pv_costs_instead: V) -> V:
    """What a reading costs beyond that in whose place it is chosen."""
    return pv_costs - pv_costs_instead


def incremental_roi(incremental_npv: V, incremental_costs: V) -> V:
    """The return on what a reading costs beyond that in whose place it is chosen."""
    return incremental_npv / incremental_costs


BESIDE_INPUT_AXES = {
    "sum_of_draws": "", "number_of_draws": "", "sum_of_losses": "", "number_of_losses": "",
    "sum_of_gains": "", "gain_without_it": "", "discounted_costs_until": "moment",
    "discounted_benefits_until": "moment", "npv": "", "npv_instead": "", "pv_costs": "",
    "pv_costs_instead": "",
}  # fmt: skip
BESIDE_MONEY_INPUTS = frozenset({
    "sum_of_draws", "sum_of_losses", "sum_of_gains", "gain_without_it", "discounted_costs_until",
    "discounted_benefits_until", "npv", "npv_instead", "pv_costs", "pv_costs_instead",
})  # fmt: skip
"""Those of them that are sums of money; the others are plain numbers."""
