"""The one table of figures: all that is true of each stands in one entry, and the rest follows.

A figure is added here, with its function in `quantities.py` (or its solver in `finding.py`) and its
words. What is drawn, printed, guarded, claimed or compared is read from here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from roi_casebook.roi import quantities
from roi_casebook.roi.beside_base.searching import (
    EXPECTED_NPV,
    INCREMENTAL_NPV,
    INCREMENTAL_ROI,
    MEAN_LOSS,
    ROI_AT,
    VALUE_OF_INFORMATION,
    roi_at_of,
)
from roi_casebook.roi.figures import Figure, FigureUnit, Reason
from roi_casebook.roi.finding import (
    DISCOUNTED_PAYBACK,
    IRR,
    MIRR,
    PAYBACK,
    SOFT_SWITCHING,
    WORTH,
    Equations,
    Solver,
)

Direction = Literal[1, -1, 0]
Condition = Literal["positive", "not_negative", "at_least_one", "at_start_alone", "at_end_alone"]
Lane = Literal["hard", "social", "result"]
ShownAs = Literal[
    "money", "need", "months", "return", "rate", "percent", "share", "chance", "ratio", "count"
]  # fmt: skip
"""How a value is written.

need: money, of which nothing says that none is needed; return: a percentage of the cost, a multiple of it where that is high; rate: a percentage a year,
which says nothing more beyond a limit; percent: any other percentage; share: of all benefits, of
which more than all says only that; chance: in whole per cent, never as certain; ratio: a plain
number; count: so many of what is counted.
"""
_UNITS: Mapping[ShownAs, FigureUnit] = MappingProxyType(
    {"money": "money", "need": "money", "months": "month"}
)


class Guard(NamedTuple):
    """What an argument must be, or else the reason why there is no figure."""

    argument: str
    condition: Condition
    reason: Reason


@dataclass(frozen=True)
class Claimable:
    """How a claim is held against a figure.

    kinds: the kinds of claim that speak of it; gain_by_cost: of a ratio of what came back to the
    cost, whether the cost is taken off before (net) or not (gross); lines: those of which it may be
    taken alone; of_a_year: the quantity that it is in one year; undiscounted: the quantity that it
    is without discounting; also_called: figures that often go by its name, each with what is
    different in it; as_return: of a return, what is told where another one is claimed and this one
    agrees; social_kinds: the kinds of claim that speak of it where they are about social value.
    """

    kinds: tuple[str, ...]
    gain_by_cost: Literal["net", "gross", ""] = ""
    lines: Literal["costs", "benefits", "balances", ""] = ""
    of_a_year: str = ""
    undiscounted: str = ""
    also_called: tuple[tuple[str, str], ...] = ()
    as_return: str = ""
    social_kinds: tuple[str, ...] = ()


@dataclass(frozen=True)
class FigureEntry:
    """All that is true of a figure.

    by: its formula, or how it is found; None where it is made of the draws of another; with_benefits,
    with_costs: whether it rises (1) or falls (-1) when they do, 0 where they do not enter; lanes: in
    which it is told for itself; guards: what its arguments must be, the first that fails counts;
    discounts: whether a rate is needed; of_balance: whether it can be had where only the balance is
    known; spans_years: whether it needs a horizon of at least a year; of_moments: whether it asks when money
    moves, or what it is undiscounted, which present values no longer tell; out_and_back: whether it needs
    all money to go out at the start and to come back at the end, also what is not known; divided: the
    benefits that it divides by the costs (where they are below zero, more costs raise it);
    outlay_first: whether it moves so only where money goes out first and comes back at the end; without: a share that does
    not enter; of_cost_alone: whether no benefit in money is none at all; spreads: whether it is
    spread over the years, which needs a rate whenever the money falls; breaks_even: whether it says
    where the whole just pays back; compares_horizons: whether it is told only beside one of another
    horizon; until: of how many first years alone it is, 0 of all; of_draws:
    whether it is made of draws: of all, so that it is pushed as the net present value is, or of some; of_two_readings: whether it is what one reading adds to another;
    is_listed: whether the table of all cases has a column of it;
    claimable: how claims are held against it; explained: the text that a working tells of it.
    """

    name: str
    by: Callable[..., Any] | Solver | None
    shown_as: ShownAs
    with_benefits: Direction
    with_costs: Direction
    lanes: tuple[Lane, ...] = ("hard",)
    guards: tuple[Guard, ...] = ()
    discounts: bool = True
    of_balance: bool = False
    spans_years: bool = False
    of_moments: bool = False
    out_and_back: bool = False
    divided: str = ""
    outlay_first: bool = False
    without: str = ""
    of_cost_alone: bool = False
    spreads: bool = False
    breaks_even: bool = False
    compares_horizons: bool = False
    until: int = 0
    of_draws: Literal["all", "some", ""] = ""
    of_two_readings: bool = False
    is_listed: bool = False
    claimable: Claimable | None = None
    explained: str = ""

    @property
    def unit(self) -> FigureUnit:
        """The unit of its values."""
        return _UNITS.get(self.shown_as, "ratio")

    @property
    def solver(self) -> Solver | None:
        """How it is found, where no closed formula gives it."""
        return self.by if isinstance(self.by, Solver) else None

    @property
    def is_closed(self) -> bool:
        """Whether a closed formula gives it: a quantity of its name."""
        return self.by is not None and self.solver is None

    @property
    def equations(self) -> Equations:
        """The equations that the page on method prints of a figure without a closed formula."""
        return self.solver.equations if self.solver else ()

    @property
    def is_cost(self) -> bool:
        """Whether it says nothing of what came back."""
        return not self.with_benefits

    @property
    def is_benefit(self) -> bool:
        """Whether it says nothing of what it cost."""
        return not self.with_costs

    @property
    def is_compared(self) -> bool:
        """Whether cases are compared by it, in one money."""
        return self.is_listed and self.unit == "money"

    @property
    def has_steps(self) -> bool:
        """Whether it may stay what it is while the money moves."""
        return self.unit == "month" or self.shown_as == "need"

    @property
    def is_never_negative(self) -> bool:
        """Whether no flows make it less than nothing."""
        return self.is_cost or self.has_steps or (self.breaks_even and self.shown_as == "share")


_COSTS_STAND = (
    Guard("pv_costs", "not_negative", "cost_is_saving"),
    Guard("pv_costs", "positive", "zero_cost"),
)
_COSTS_STAND_UNTIL = (
    Guard("pv_costs_until", "not_negative", "cost_is_saving"),
    Guard("pv_costs_until", "positive", "zero_cost"),
)
_ALL_COSTS_STAND = (
    Guard("total_costs", "not_negative", "cost_is_saving"),
    Guard("total_costs", "positive", "zero_cost"),
)

_ENTRIES = (
    FigureEntry(
        "pv_costs", quantities.pv_costs, "money", 0, 1, lanes=("hard", "social"), is_listed=True,
        claimable=Claimable(
            ("cost",), lines="costs", of_a_year="costs", undiscounted="total_costs", social_kinds=("cost",)
        ),
    ),
    FigureEntry(
        "pv_benefits", quantities.pv_benefits, "money", 1, 0,
        claimable=Claimable(
            ("benefit", "revenue", "saving", "share-of-revenue"),
            lines="benefits", of_a_year="benefits", undiscounted="total_benefits",
        ),
    ),
    FigureEntry(
        "npv", quantities.npv, "money", 1, -1, of_balance=True, is_listed=True,
        claimable=Claimable(
            ("net", "npv"), lines="balances", of_a_year="net_flow"
        ),
    ),
    FigureEntry(
        "roi", quantities.roi, "return", 1, -1, guards=_COSTS_STAND, divided="pv_benefits", is_listed=True,
        claimable=Claimable(
            ("roi",), "net", undiscounted="roi_simple", also_called=(("bcr", "gross_ratio"),),
            as_return="net_ratio",
        ),
    ),
    FigureEntry(
        "roi_simple", quantities.roi_simple, "return", 1, -1, guards=_ALL_COSTS_STAND,
        of_moments=True, discounts=False, divided="total_benefits",
    ),
    FigureEntry(
        "bcr", quantities.bcr, "ratio", 1, -1, guards=_COSTS_STAND, divided="pv_benefits",
        claimable=Claimable(
            ("bcr",), "gross", also_called=(("roi", "net_ratio"),), as_return="gross_ratio"
        ),
    ),
    FigureEntry(
        "irr", IRR, "rate", 1, -1, of_moments=True, discounts=False, of_balance=True, spans_years=True,
        outlay_first=True, explained="working.irr", claimable=Claimable(("irr",), as_return="as_irr"),
    ),
    FigureEntry(
        "mirr", MIRR, "rate", 1, -1, of_moments=True, of_balance=True, spans_years=True, explained="working.mirr",
        claimable=Claimable(("mirr",), as_return="as_mirr"),
        guards=(
            Guard("pv_invested", "positive", "no_sign_change"),
            Guard("fv_reinvested", "positive", "no_sign_change"),
        ),
    ),
    FigureEntry(
        "annualised_roi", quantities.annualised_roi, "rate", 1, -1, of_moments=True, discounts=False, spans_years=True,
        out_and_back=True, divided="total_benefits",
        guards=(
            *_ALL_COSTS_STAND,
            Guard("horizon_years", "at_least_one", "too_short"),
            Guard("costs", "at_start_alone", "along_the_way"),
            Guard("benefits", "at_end_alone", "along_the_way"),
            Guard("total_benefits", "not_negative", "no_sign_change"),
        ),
        claimable=Claimable(("annualised",), as_return="annualised"),
    ),
    FigureEntry(
        "payback_months", PAYBACK, "months", -1, 1, of_moments=True, discounts=False, of_balance=True,
        spans_years=True, explained="working.payback",
        claimable=Claimable(
            ("payback",), also_called=(("discounted_payback_months", "discounted"),)
        ),
    ),
    FigureEntry(
        "discounted_payback_months", DISCOUNTED_PAYBACK, "months", -1, 1, of_moments=True, of_balance=True,
        spans_years=True, explained="working.payback",
    ),
    FigureEntry(
        "chance_positive", None, "chance", 1, -1, lanes=(), of_balance=True,
        claimable=Claimable(("chance",)),
    ),
    FigureEntry("expected_npv", EXPECTED_NPV, "money", 1, -1, lanes=(), of_balance=True, of_draws="all"),
    FigureEntry("mean_loss", MEAN_LOSS, "money", 1, -1, lanes=(), of_balance=True, of_draws="some"),
    FigureEntry(
        "value_of_information", VALUE_OF_INFORMATION, "money", 1, -1, lanes=(), of_balance=True,
        of_draws="some",
    ),
    FigureEntry(
        "equivalent_annual_value", quantities.equivalent_annual_value, "money", 1, -1,
        of_balance=True, spans_years=True, spreads=True, compares_horizons=True,
    ),
    *(
        FigureEntry(
            f"roi_at_{years}", roi_at_of(years, equations), "return", 1, -1, until=years, of_moments=True,
            divided="pv_benefits", guards=_COSTS_STAND_UNTIL,
        )
        for years, equations in ((1, ROI_AT), (3, ()), (5, ()))
    ),
    FigureEntry(
        "incremental_npv", INCREMENTAL_NPV, "money", 1, -1, lanes=(), of_balance=True,
        of_two_readings=True,
    ),
    FigureEntry(
        "incremental_roi", INCREMENTAL_ROI, "return", 1, -1, lanes=(), divided="pv_benefits",
        of_two_readings=True,
        guards=(Guard("incremental_costs", "positive", "cost_is_saving"),),
    ),
    FigureEntry(
        "break_even_cost", quantities.break_even_cost, "money", 1, 0, breaks_even=True,
        guards=(Guard("pv_benefits", "not_negative", "loss_itself"),),
    ),
    FigureEntry(
        "break_even_attribution", quantities.break_even_attribution, "share", -1, 1, breaks_even=True,
        without="attribution_to_others",
        guards=(
            Guard("pv_costs", "not_negative", "cost_is_saving"),
            Guard("pv_benefits_before_attribution", "positive", "not_recovered"),
        ),
    ),
    FigureEntry(
        "soft_switching_value", SOFT_SWITCHING, "need", -1, 1, of_balance=True,
        of_cost_alone=True, spreads=True,
    ),
    FigureEntry(
        "pv_social_value", quantities.pv_social_value, "money", 1, 0, lanes=("social",),
        claimable=Claimable(
            (), lines="benefits", of_a_year="benefits", undiscounted="total_benefits",
            social_kinds=("benefit", "saving", "revenue"),
        ),
    ),
    FigureEntry(
        "npv_social", quantities.npv_social, "money", 1, -1, lanes=("social",),
        claimable=Claimable((), lines="balances", of_a_year="net_flow", social_kinds=("net", "npv")),
    ),
    FigureEntry(
        "sroi_ratio", quantities.sroi_ratio, "ratio", 1, -1, lanes=("social",), guards=_COSTS_STAND,
        divided="pv_social_value",
        claimable=Claimable(
            ("sroi",), "gross", also_called=(("net_sroi", "net_ratio"),), as_return="sroi", social_kinds=("sroi", "bcr")
        ),
    ),
    FigureEntry(
        "net_sroi", quantities.net_sroi, "percent", 1, -1, lanes=("social",), guards=_COSTS_STAND,
        divided="pv_social_value",
        claimable=Claimable(
            (), also_called=(("sroi_ratio", "gross_ratio"),), social_kinds=("roi",)
        ),
    ),
    FigureEntry("net_cost", quantities.net_cost, "money", -1, 1, lanes=(), discounts=False, of_cost_alone=True),
    FigureEntry("total_costs", quantities.total_costs, "money", 0, 1, lanes=("result",), discounts=False),
    FigureEntry(
        "total_count", quantities.total_count, "count", 1, 0, lanes=("result",), discounts=False,
    ),
    FigureEntry(
        "cost_per_result", quantities.cost_per_result, "money", -1, 1, of_moments=True, lanes=("result",),
        discounts=False, guards=(Guard("total_count", "positive", "no_result"), *_ALL_COSTS_STAND),
    ),
    FigureEntry(
        "discounted_cost_per_result", quantities.discounted_cost_per_result, "money", -1, 1,
        lanes=("result",), guards=(Guard("present_count", "positive", "no_result"), *_COSTS_STAND),
    ),
    FigureEntry(
        "worth_needed", WORTH, "money", -1, 1, of_moments=True, lanes=("result",), discounts=False,
        guards=(Guard("total_count", "positive", "no_result"),),
    ),
)  # fmt: skip

FIGURES: Mapping[str, FigureEntry] = MappingProxyType({each.name: each for each in _ENTRIES})
"""All figures by name, in the order in which they are shown."""


def figures_that(holds: Callable[[FigureEntry], Any]) -> tuple[str, ...]:
    """Give the names of the figures of which something is true, in their order."""
    return tuple(name for name, entry in FIGURES.items() if holds(entry))


def _of_lane(lane: Lane) -> Mapping[str, FigureEntry]:
    return MappingProxyType({name: entry for name, entry in FIGURES.items() if lane in entry.lanes})


MONEY_FIGURES = _of_lane("hard")
"""The headline figures."""
SOCIAL_FIGURES = _of_lane("social")
"""The figures of social value, over flows whose benefits are social lines alone."""
RESULT_FIGURES = _of_lane("result")
"""The figures of one result that nobody priced, over flows whose benefits are its count."""
SOUGHT = figures_that(lambda entry: not entry.is_closed)
"""The figures that no closed formula gives: an algorithm finds them, or they are made of draws."""
GUARDS: Mapping[str, tuple[Guard, ...]] = MappingProxyType(
    {name: entry.guards for name, entry in FIGURES.items() if entry.guards}
)

COST, BENEFIT, NPV, ROI = "pv_costs", "pv_benefits", "npv", "roi"
PAYBACK_TIME = "payback_months"
COUNT, NET_COST, TOTAL_COSTS = "total_count", "net_cost", "total_costs"
COST_PER_RESULT, DISCOUNTED_COST_PER_RESULT = "cost_per_result", "discounted_cost_per_result"
WORTH_NEEDED = "worth_needed"
SROI = "sroi_ratio"
CHANCE = "chance_positive"
"""The figures of which more is told than an entry can say: the bridge, the draws, the time to payback."""
OF_DRAWS = figures_that(lambda entry: entry.of_draws)
OF_TWO_READINGS = figures_that(lambda entry: entry.of_two_readings)
FIRST_YEARS = figures_that(lambda entry: entry.until)
"""The figures beside the base, by what they are made of: draws, two readings, the first years alone."""


def is_beyond_horizon(figure: Figure) -> bool:
    """Tell whether a figure is of first years that are no shorter than all: it says nothing apart."""
    return bool(FIGURES[figure.name].until) and figure.reason == "too_short"


def shown_as(name: str) -> ShownAs | None:
    """Say how a figure is written; None for what is no figure."""
    entry = FIGURES.get(name)
    return entry.shown_as if entry else None
