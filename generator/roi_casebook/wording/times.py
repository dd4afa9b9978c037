"""Dates, months and years; and rates a year: whose they are, and how they came about."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date as calendar_day
from math import ceil

from babel.dates import format_date

from roi_casebook.appraisal.basis import Basis
from roi_casebook.appraisal.rate_in_force import RateInForce
from roi_casebook.case.timeline import Moment
from roi_casebook.roi.constants import MONTHS
from roi_casebook.roi.discounting.bands import Band, Rate, Schedule
from roi_casebook.roi.moments import A_YEAR, Counting
from roi_casebook.shipped.schedules import shipped_schedule
from roi_casebook.wording.catalogue import Catalogue
from roi_casebook.wording.labels import Labels
from roi_casebook.wording.numbers import Numbers
from roi_casebook.wording.typography import typography_of
from roi_casebook.written.dates import PartialDate
from roi_casebook.written.scalars import UNKNOWN

_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
MONTHS_PER_YEAR = 12
MONTHS_PER_QUARTER = 3
MONTHS_ALONE_UNTIL = 24
TOLERANCE = 1e-6
"""What a month may exceed a whole number by before it is rounded up."""


DAYS_ALONE_UNTIL = 730
"""Two years, of 365 days."""


def is_within_first_year(months: float, counted_in: Counting = "year") -> bool:
    """Tell whether yearly data say no more of a time than that it lies within the first year."""
    return counted_in == "year" and months <= MONTHS_PER_YEAR + TOLERANCE


@dataclass(frozen=True)
class Times:
    """Dates and durations as a language writes them."""

    catalogue: Catalogue
    numbers: Numbers

    def date(self, day: PartialDate | calendar_day | str) -> str:
        """Write a date as far as it is known: 2008, August 2008, 20 August 2008; or that it is not."""
        if isinstance(day, str):
            return self.catalogue.t("date.unknown") if day == UNKNOWN else day
        if isinstance(day, PartialDate):
            return self._partial(day)
        text = format_date(day, "long", locale=self.catalogue.locale)
        first = typography_of(self.catalogue.language).first_of_month
        return text.replace("1 ", f"{first} ", 1) if first and day.day == 1 else text

    def year(self, began: PartialDate | None) -> str:
        """Write the year in which something began, or that it is not known."""
        return str(began.year) if began else self.catalogue.t("year_not_known")

    def release(self, written: str) -> str:
        """Write of when numbers are: 30 October 2026, 2nd quarter 2024; another release as it is named."""
        if quarter := _QUARTER.fullmatch(written):
            day = calendar_day(int(quarter[1]), int(quarter[2]) * MONTHS_PER_QUARTER, 1)
            return format_date(day, "QQQQ y", locale=self.catalogue.locale)
        with suppress(ValueError):  # no day
            return self.date(calendar_day.fromisoformat(written))
        return written

    def _partial(self, day: PartialDate) -> str:
        if day.month is None:
            return str(day.year)
        if day.day is None:
            return format_date(day.last_day(), "MMMM y", locale=self.catalogue.locale)
        return self.date(day.last_day())

    def until(self, months: float, counted_in: Counting) -> str:
        """Write how long it takes until something is reached, as far as the money places it.

        Of what lies within the first year yearly money tells nothing apart: not the start from its
        end either. Monthly money tells months, dated money days.
        """
        if is_within_first_year(months, counted_in):
            return self.catalogue.t("within_first_year")
        return self.days(months / MONTHS["day"]) if counted_in == "day" else self.months(months)

    def days(self, x: float) -> str:
        """Write a number of days, rounded up; from two years on in years and days."""
        whole = ceil(x - TOLERANCE)
        if x <= TOLERANCE:
            return self.catalogue.t("from_the_start")
        if whole <= DAYS_ALONE_UNTIL:
            return self.numbers.quantity(whole, "day")
        years, days = divmod(whole, int(A_YEAR["day"]))
        text = self.years(years)
        told = f"{text} {self.catalogue.t('and')} {self.numbers.quantity(days, 'day')}"
        return told if days else text

    def months(self, x: float) -> str:
        """Write a number of months, rounded up; from two years on in years and months."""
        whole = ceil(x - TOLERANCE)
        if x <= TOLERANCE:
            return self.catalogue.t("from_the_start")
        if whole <= MONTHS_ALONE_UNTIL:
            return self.numbers.quantity(whole, "month")
        years, months = divmod(whole, MONTHS_PER_YEAR)
        text = self.years(years)
        return (
            f"{text} {self.catalogue.t('and')} {self.numbers.quantity(months, 'month')}".strip()
            if months
            else text
        )

    def moment(self, moment: Moment) -> str:
        """Write when money moves: year 3, month 3, March 2021, 15 March 2021."""
        if moment.day is not None:
            return self.date(moment.day)
        if moment.way == "month":
            return self.catalogue.t("month_number", month=str(moment.number))
        return self.catalogue.t("year_number", year=str(moment.number))

    def moments(self, moments: Sequence[Moment]) -> str:
        """Write several: years 1 to 3; years 0, 2; March 2021 to February 2022."""
        first, last = moments[0], moments[-1]
        if len(moments) == 1:
            return self.moment(first)
        in_a_row = tuple(moments) == first.until(last)
        if first.is_dated:
            ends = {"first": self.moment(first), "last": self.moment(last)}
            listed = self.catalogue.listed([self.moment(each) for each in moments])
            return self.catalogue.t("moments_range", **ends) if in_a_row else listed
        ends = {"first": str(first.number), "last": str(last.number)}
        numbers = ", ".join(str(each.number) for each in moments)
        if first.way == "month":
            range_, listed = "months_range", self.catalogue.t("months_listed", months=numbers)
        else:
            range_, listed = "years_range", self.catalogue.t("years_listed", years=numbers)
        return self.catalogue.t(range_, **ends) if in_a_row else listed

    def years(self, n: float) -> str:
        """Write a number of years: 1 year, 3 years."""
        return self.numbers.quantity(n, "year")

    def horizon(self, n: int) -> str:
        """Write a horizon: under a year, 1 year, 3 years."""
        return self.years(n) if n else self.catalogue.t("under_a_year")


# Rates -------------------------------------------------------------------------------------------

RATE_DIGITS = 4
"""What inflation turns into another rate has no end of digits."""


@dataclass(frozen=True)
class RateTexts:
    """What is said of the rate at which a case is discounted."""

    catalogue: Catalogue
    numbers: Numbers
    labels: Labels

    def a_year(self, rate: Rate) -> str:
        """Write a rate: 3.5% a year; or 3.5% a year to year 30, then 3%."""
        if not isinstance(rate, Schedule):
            return self.catalogue.t("rate.a_year", rate=self.percent(rate))
        first, *others = rate.bands
        said = [self._until(first, "rate.to_year"), *(self._then(band, rate) for band in others)]
        return self.catalogue.t("rate.joint").join(said)

    def percent(self, rate: float) -> str:
        """Write a number that is a rate, as exact as it is stated."""
        return self.numbers.percent_exact(rate, RATE_DIGITS)

    def _until(self, band: Band, key: str) -> str:
        return self.catalogue.t(key, rate=self.percent(band.rate), year=str(band.last))

    def _then(self, band: Band, schedule: Schedule) -> str:
        is_last = band == schedule.bands[-1]
        return self._until(band, "rate.then" if is_last else "rate.then_to_year")

    def of_basis(self, basis: Basis) -> str:
        """Write the rate of a basis, and whose it is where it is not that of private money."""
        if basis.discount_rate is None:
            return self.catalogue.t("rate.missing")
        text = self.a_year(basis.discount_rate)
        return self.catalogue.t("rate.social", rate=text) if basis.rate_of == "social" else text

    def why_in_force(self, found: RateInForce) -> str:
        """Say whose rate it is, of which schedule, and how inflation brought it to the case's prices."""
        said = [self.labels.label("rate_of", found.of)]
        if found.brought:
            said.append(self._brought(found, *found.brought))
        if found.stated and isinstance(found.stated.schedule, str):
            source = shipped_schedule(found.stated.schedule)
            said.append(self.catalogue.t("rate.schedule", work=source.work, by=source.by))
        return " ".join(said)

    def _brought(self, found: RateInForce, stated: Rate, inflation: float) -> str:
        return self.catalogue.t(
            "rate.brought",
            rate=self.a_year(stated),
            prices=self.labels.label("prices", found.stated_in or ""),
            inflation=self.percent(inflation),
        )
