"""The basis of a figure: what kind of number it is. Generated, never typed.

One basis stands for a reading; `of_figure` gives what of it fits a single figure.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Literal

from roi_casebook.appraisal.case_flows import PricedLane, is_of_one_moment
from roi_casebook.appraisal.rate_in_force import WhoseRate
from roi_casebook.case import BenefitLine, Case, Input
from roi_casebook.case.designs import design_of, isolates
from roi_casebook.config import Vocabulary
from roi_casebook.roi.discounting.bands import Rate, Schedule
from roi_casebook.roi.figure_table import FIGURES, FigureEntry
from roi_casebook.roi.flows import Flows, Line, Timing
from roi_casebook.written.scalars import UNKNOWN

Status = Literal["observed", "estimated", "modelled", "forecast"]
OfFigures = Literal["observed", "estimated", "modelled", "forecast", "unknown"]
TakenOff = Literal["displacement", "attribution_to_others"]
STRENGTH: tuple[Status, ...] = ("observed", "estimated", "modelled", "forecast")
"""From the strongest to the weakest: a sum is as weak as its weakest part."""
NOTHING_KNOWN: Literal["unknown"] = "unknown"
"""The status of figures of which no line has a known amount."""
ALSO_TAKEN_OFF: tuple[TakenOff, ...] = ("displacement", "attribution_to_others")


@dataclass(frozen=True)
class Basis:
    """What the figures of one reading rest on.

    benefit: what is counted as benefit: contribution margin, gross value added, money gained or saved, revenue
    without a known margin, a balance, nothing, or what is unknown; costs: the figure is a cost alone;
    counterfactual: whether what would have happened anyway was taken off (net), partly (some lines),
    or not (gross); taken_off: what else was; cost_status, benefit_status: of each side alone;
    rate_of: whose the rate is; present_in: the year to whose worth the source had discounted the
    amounts, None where we discount them; is_discounted: whether the rate is in it; it is not where all known
    money moves at the start, nor where all falls into the only year and the case states no rate.
    """

    status: OfFigures
    lane: PricedLane
    benefit: Literal[
        "margin",
        "value_added",
        "money",
        "revenue",
        "mixed",
        "proxy",
        "balance",
        "unknown",
        "none",
        "costs",
    ]
    counterfactual: Literal["net", "partly_net", "gross", "none"]
    prices: Literal["nominal", "real"]
    price_year: int | None
    currency: str
    discount_rate: Rate | None
    timing: Timing
    horizon_years: int
    perspective: Literal["payer", "partners", "economy", "society"]
    taken_off: tuple[TakenOff, ...] = ()
    cost_status: OfFigures = NOTHING_KNOWN
    benefit_status: OfFigures = NOTHING_KNOWN
    is_discounted: bool = True
    rate_of: WhoseRate = "private"
    present_in: int | None = None

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain data; rates that fall with time by their spans of years."""
        rate = self.discount_rate
        spans = (
            {f"{band.first}-{band.last}": band.rate for band in rate.bands}
            if isinstance(rate, Schedule)
            else rate
        )
        return asdict(self) | {"discount_rate": spans}

    def of_figure(self, name: str) -> "Basis":
        """Give what of it fits a figure: what that is made of, and whether it is discounted."""
        entry = FIGURES[name]
        own = replace(
            self,
            is_discounted=self._is_discounted(entry),
            horizon_years=min(entry.until or self.horizon_years, self.horizon_years),
        )
        if entry.is_cost:
            return replace(
                own, status=self.cost_status, benefit="costs", counterfactual="none", taken_off=()
            )
        if entry.is_benefit:
            return replace(own, status=self.benefit_status)
        kept = tuple(share for share in self.taken_off if share != entry.without)
        return replace(own, taken_off=kept)

    def _is_discounted(self, entry: FigureEntry) -> bool:
        """What soft results would have to be worth each year is, whenever the money of a case moves."""
        spreads = entry.spreads and self.discount_rate != 0
        return spreads or (self.is_discounted and entry.discounts)

    def differing(self, name: str) -> dict[str, Any]:
        """Give as plain data what is another in the basis of a figure."""
        own = self.of_figure(name)
        both = (
            (each.name, getattr(self, each.name), getattr(own, each.name)) for each in fields(self)
        )
        return {field: of_figure for field, ours, of_figure in both if ours != of_figure}


def basis_of(
    case: Case,
    lines: frozenset[str],
    flows: Flows,
    vocabulary: Vocabulary,
    lane: PricedLane = "hard",
) -> Basis:
    """Say what the figures over those lines rest on."""
    counted = {name: line for name, line in case.lines().items() if name in lines}
    benefits = [line for line in counted.values() if isinstance(line, BenefitLine)]
    unknown = bool(flows.benefits) and all(line.is_unknown for line in flows.benefits)
    return Basis(
        status=_status_of(case, (*flows.costs, *flows.benefits, *flows.balances)),
        lane=lane,
        benefit="unknown" if unknown else _benefit(benefits, vocabulary, flows),
        counterfactual=_counterfactual(case, flows),
        prices=case.money.prices,
        price_year=case.money.year_of_prices,
        currency=case.money.currency,
        discount_rate=flows.discount_rate,
        timing=flows.timing,
        horizon_years=flows.years,
        perspective=case.perspective,
        taken_off=tuple(share for share in ALSO_TAKEN_OFF if _takes_off(flows.benefits, share)),
        cost_status=_status_of(case, flows.costs),
        benefit_status=_status_of(case, flows.benefits),
        is_discounted=flows.is_present or (flows.needs_rate and not is_of_one_moment(case, lines)),
        present_in=present.to if (present := case.money.already_discounted) else None,
    )


def _takes_off(benefits: Iterable[Line], share: str) -> bool:
    """Tell whether some line with a known amount has that share of it taken off."""
    return any((line.shares.get(share) or 0.0) > 0 for line in benefits if not line.is_unknown)


def _status_of(case: Case, counted: Iterable[Line]) -> OfFigures:
    """Give the status of lines together: that of the weakest with a known amount."""
    lines = case.lines()
    known = (lines[line.name].status for line in counted if not line.is_unknown)
    return max(known, key=STRENGTH.index, default=NOTHING_KNOWN)


def _benefit(benefits: list[BenefitLine], vocabulary: Vocabulary, flows: Flows) -> Any:  # noqa: ANN401 -- a literal of Basis
    kinds = {_kind(line, vocabulary) for line in benefits}
    if not kinds:
        return "balance" if flows.balances else "none"
    return kinds.pop() if len(kinds) == 1 else "mixed"


def _kind(line: BenefitLine, vocabulary: Vocabulary) -> str:
    measure = vocabulary.measures.get(line.measure)
    if measure and measure.lane == "social":
        return "proxy"
    if not (measure and measure.needs_margin):
        return "money"
    if not _is_known(line.margin):
        return "revenue"
    return "value_added" if measure.margin_is == "value-added" else "margin"


def _counterfactual(case: Case, flows: Flows) -> Any:  # noqa: ANN401 -- a literal of Basis
    """Tell whether what would have happened anyway is taken off, of the lines with a known amount."""
    net = [
        _is_net(case.benefits[line.name], line) for line in flows.benefits if not line.is_unknown
    ]
    if not net:
        return "none"
    return "net" if all(net) else "partly_net" if any(net) else "gross"


def _is_net(stated: BenefitLine, line: Line) -> bool:
    """Tell whether what would have happened anyway is taken off: by a known share, or by the design.

    A share of nothing takes nothing off; what was moved or is due to others is another thing.
    """
    return isolates(design_of(stated)) or (line.shares.get("deadweight") or 0.0) > 0


def _is_known(share: str | Input | float | None) -> bool:
    return not (share in {None, UNKNOWN} if not isinstance(share, Input) else share.is_unknown)
