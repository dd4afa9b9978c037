"""The numbers of a case that a reader may change: its inputs, growths, shares written in lines, rates."""

from collections.abc import Iterator
from dataclasses import dataclass

from roi_casebook.appraisal.case_flows import stated_shares
from roi_casebook.case import Case, Input
from roi_casebook.case.named_inputs import GROWS, single_numbers
from roi_casebook.exports.live_workbook.chains import Chain
from roi_casebook.pages.parts import anchors

RATES = ("discount_rate", "finance_rate", "reinvestment_rate")


@dataclass(frozen=True)
class StatedNumber:
    """One of them. name: as formulas know it; value: None where it is unknown; anchor: on the page, "" for a rate."""

    name: str
    value: float | None
    unit: str
    anchor: str
    given: Input | None = None


def stated_numbers(case: Case) -> Iterator[StatedNumber]:
    """Give the inputs in their order, each with its growth, then the shares that lines state themselves."""
    for name, given in single_numbers(case.inputs).items():
        own = name.removesuffix(GROWS)
        is_growth = own != name
        apart = ["grows"] if is_growth and case.inputs[own].has_own_growth else []
        unit = "share" if is_growth or given.by_year else given.unit
        yield StatedNumber(name, given.central(), unit, anchors.of("input", own, *apart), given)
    for line, written in case.with_shares().items():
        for share, stated in stated_shares(written).items():
            name = f"{line}.{share}"
            if isinstance(stated, Input):
                anchor = anchors.of("input", line, share)
                yield StatedNumber(name, stated.central(), "share", anchor, stated)
            elif not isinstance(stated, str):
                yield StatedNumber(name, stated, "share", "")


def stated_rates(chains: tuple[Chain, ...]) -> dict[str, float]:
    """Give the rates at which chains are discounted, financed and reinvested, by the names of their cells.

    Chains at one rate share it; one that is not discounted, or has a rate of its own for each year, states none here.
    """
    found: dict[str, float] = {}
    for chain in chains:
        for rate in RATES:
            value = getattr(chain.flows, rate)
            if isinstance(value, float) and value:
                found.setdefault(rate_name(chains, chain, rate), value)
    return found


def rate_name(chains: tuple[Chain, ...], chain: Chain, rate: str) -> str:
    """Name the rate of a chain: as that of the first chain that has the same."""
    own = getattr(chain.flows, rate)
    first = next(one for one in chains if getattr(one.flows, rate) == own)
    return f"{rate}{first.key}"
