"""At which rate and when in the year a case is discounted, whose rate that is, and why.

A case's own rate holds for its own prices. The site's is chosen by whose money it is: the social one
for the accounts of economy and society, and where a public body or a charity pays; stated in one
kind of prices, inflation gives the other.
"""

from dataclasses import dataclass
from functools import partial
from typing import Literal

from roi_casebook.case import Case
from roi_casebook.config import RateOfPrices, SiteConfig
from roi_casebook.roi.discounting.bands import Rate, Schedule
from roi_casebook.roi.figures import leaving
from roi_casebook.roi.flows import Timing
from roi_casebook.roi.prices import nominal_rate, real_rate
from roi_casebook.shipped.schedules import stated_rate
from roi_casebook.written.parts import Text
from roi_casebook.written.rates import StatedRate

WhoseRate = Literal["case", "private", "social", "source"]
Prices = Literal["nominal", "real"]
OF_SOCIETY = frozenset({"economy", "society"})


@dataclass(frozen=True)
class RateInForce:
    """The rate at which a case is discounted.

    rate: a year, in the case's prices, as far as its horizon reaches; None where none is stated, or
    a schedule ends before; of: whose it is; stated: as it is written, with its schedule and why;
    stated_in: the prices in which it is stated; brought: the rate in these prices and the inflation
    that brought it to the case's, None where it stands in them.
    """

    rate: Rate | None
    of: WhoseRate
    stated: StatedRate | None = None
    stated_in: Prices | None = None
    brought: tuple[Rate, float] | None = None

    @property
    def why(self) -> Text | None:
        """Why this rate."""
        return self.stated.why if self.stated else None


def whose_money(case: Case) -> Literal["private", "social"]:
    """Say at whose rate a case is discounted that states none of its own."""
    social = case.perspective in OF_SOCIETY or case.people.paid.spends_for_others
    return "social" if social else "private"


def rate_in_force(case: Case, config: SiteConfig) -> RateInForce:
    """Give the rate of a case: that of its present values, its own, or the site's for whose money it is."""
    present = case.money.already_discounted
    if present:
        rate = present.rate
        return RateInForce(rate if isinstance(rate, float) else None, "source")
    own, years = case.money.discount_rate, case.period.years
    if own:
        return RateInForce(_within(stated_rate(own), years), "case", own, case.money.prices)
    whose = whose_money(case)
    of_site: RateOfPrices | None = getattr(config.discount_rate, whose)
    if of_site is None:
        return RateInForce(None, whose)
    inflation = config.inflation.value if config.inflation else None
    return in_prices(of_site, case.money.prices, inflation, whose, years)


def in_prices(
    of_site: RateOfPrices,
    prices: Prices,
    inflation: float | None,
    whose: Literal["private", "social"],
    years: int = 1,
) -> RateInForce:
    """Give a rate of the site in some prices; None where it stands in others and no inflation is stated."""
    stated_in: Prices = "nominal" if of_site.nominal else "real"
    stated = of_site.nominal or of_site.real
    assert stated is not None  # noqa: S101 -- the model holds one of them
    rate = _within(stated_rate(stated), years)
    if stated_in == prices:
        return RateInForce(rate, whose, stated, stated_in)
    if rate is None or inflation is None:
        return RateInForce(None, whose, stated, stated_in)
    each = partial(_in_other_prices, prices, inflation)
    there = rate.converted(each) if isinstance(rate, Schedule) else each(rate)
    return RateInForce(there, whose, stated, stated_in, (rate, inflation))


def _in_other_prices(prices: Prices, inflation: float, rate: float) -> float:
    convert = real_rate if prices == "real" else nominal_rate
    return leaving(convert(rate, inflation))


def _within(rate: Rate, years: int) -> Rate | None:
    return rate.within(years) if isinstance(rate, Schedule) else rate


def timing_of(case: Case, config: SiteConfig) -> Timing:
    """Give the case's own timing, else the site's; dated, where money is told by the month or day."""
    if not case.timeline.is_yearly:
        return "dated"
    return case.money.timing.value if case.money.timing else config.timing
