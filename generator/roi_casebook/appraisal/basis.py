"""The basis of a figure: what kind of number it is. Generated, never typed."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Literal

from roi_casebook.appraisal.flows import WITHOUT_IT, MoneyLine, PricedLane
from roi_casebook.case import BenefitLine, Case, Input
from roi_casebook.case.designs import design_of, isolates
from roi_casebook.config import Vocabulary
from roi_casebook.roi.flows import Flows
from roi_casebook.written.scalars import UNKNOWN

Status = Literal["observed", "estimated", "modelled", "forecast"]
STRENGTH: tuple[Status, ...] = ("observed", "estimated", "modelled", "forecast")
"""From the strongest to the weakest: a sum is as weak as its weakest part."""
NOTHING_KNOWN: Literal["unknown"] = "unknown"
"""The status of figures of which no line has a known amount."""


@dataclass(frozen=True)
class Basis:
    """What the figures of one reading rest on.

    benefit: what is counted as benefit: contribution margin, money received or saved, revenue
    without a known margin, a balance, nothing, or what is unknown; counterfactual: whether what would have happened
    anyway was taken off (net), partly (some lines), or not (gross).
    """

    status: Literal["observed", "estimated", "modelled", "forecast", "unknown"]
    lane: PricedLane
    benefit: Literal["margin", "money", "revenue", "mixed", "proxy", "balance", "unknown", "none"]
    counterfactual: Literal["net", "partly_net", "gross", "none"]
    prices: Literal["nominal", "real"]
    price_year: int
    currency: str
    discount_rate: float | None
    timing: Literal["end-year", "mid-year"]
    horizon_years: int
    perspective: Literal["payer", "partners", "economy", "society"]

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain data."""
        return asdict(self)


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
        status=_status(counted.values(), flows),
        lane=lane,
        benefit="unknown" if unknown else _benefit(benefits, vocabulary, flows),
        counterfactual="none" if unknown else _counterfactual(benefits),
        prices=case.money.prices,
        price_year=case.money.price_year,
        currency=case.money.currency,
        discount_rate=flows.discount_rate,
        timing=flows.timing,
        horizon_years=flows.years,
        perspective=case.perspective,
    )


def _status(lines: Iterable[MoneyLine], flows: Flows) -> Status | Literal["unknown"]:
    stated = (*flows.costs, *flows.benefits, *flows.balances)
    if stated and all(line.is_unknown for line in stated):
        return NOTHING_KNOWN
    return max((line.status for line in lines), key=STRENGTH.index, default="observed")


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
    return "margin" if _is_known(line.margin) else "revenue"


def _counterfactual(benefits: list[BenefitLine]) -> Any:  # noqa: ANN401 -- a literal of Basis
    if not benefits:
        return "none"
    net = [_is_net(line) for line in benefits]
    return "net" if all(net) else "partly_net" if any(net) else "gross"


def _is_net(line: BenefitLine) -> bool:
    """Tell whether what would have happened anyway is taken off: by a known share, or by the design."""
    return isolates(design_of(line)) or any(
        _is_known(getattr(line.without_it, share, None)) for share in WITHOUT_IT[:3]
    )


def _is_known(share: str | Input | float | None) -> bool:
    return not (share in {None, UNKNOWN} if not isinstance(share, Input) else share.is_unknown)
