"""What the figures of a chain are once a number of its case is another: computed by `roi/`, not by a workbook."""

from dataclasses import dataclass, replace

import numpy as np

from roi_casebook.appraisal.amounts import amounts_of
from roi_casebook.appraisal.case_flows import with_amounts
from roi_casebook.exports.live_workbook.chains import Chain
from roi_casebook.exports.live_workbook.stated_numbers import RATES, rate_name
from roi_casebook.roi.algebra.arrays import Exact
from roi_casebook.roi.algebra.tracing import computed
from roi_casebook.roi.appraising import appraised, appraised_count, appraised_socially
from roi_casebook.roi.figures import Figure
from roi_casebook.roi.flows import Flows, Line
from roi_casebook.roi.quantities import OF_ALL_LANES


@dataclass(frozen=True)
class Moved:
    """A chain whose flows are others; names, figures: as the workbook has them."""

    chain: Chain
    flows: Flows

    @property
    def values(self) -> dict[str, Exact]:
        with np.errstate(all="ignore"):
            return computed(self.flows.arrays(), OF_ALL_LANES)

    @property
    def figures(self) -> dict[str, Figure]:
        names = tuple(self.chain.figures)
        if self.chain.lane == "hard":
            own = [name for name in names if not name.startswith("incremental")]
            return dict(appraised(self.flows, other_lanes=self.chain.other_lanes, names=[
                name for name in own if name not in DRAWN
            ]).figures)  # fmt: skip
        if self.chain.lane == "social":
            return dict(appraised_socially(self.flows).figures)
        counted = [name for name in names if name != "worth_needed"]
        return dict(appraised_count(self.flows, counted).figures)


DRAWN = ("chance_positive", "expected_npv", "mean_loss", "value_of_information")


def moved(chains: tuple[Chain, ...], chain: Chain, name: str, value: float) -> Moved:
    """Give a chain with a number of the case at another value."""
    flows = chain.flows
    rate = name.partition(".")[0]
    if rate in RATES:
        if getattr(flows, rate) and rate_name(chains, chain, rate) == name:
            flows = replace(flows, **{rate: value})  # type: ignore[arg-type]
        return Moved(chain, flows)
    amounts = amounts_of(chain.case)
    if name in amounts:
        return Moved(chain, with_amounts(flows, chain.case, {**amounts, name: value}))
    line, _, share = name.partition(".")

    def of(lines: tuple[Line, ...]) -> tuple[Line, ...]:
        return tuple(
            replace(one, shares={**one.shares, share: value})
            if one.name == line and one.shares.get(share) is not None
            else one
            for one in lines
        )

    return Moved(chain, replace(flows, costs=of(flows.costs), benefits=of(flows.benefits)))
