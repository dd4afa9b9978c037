"""Whether a result was measured too early, or so long ago that it may no longer hold.

Judged on the case's own day, `checked`, so that a page says the same whenever it is built.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from roi_casebook.appraisal.evidence.effect_time import (
    months_observed,
    months_to_effect,
    share_of_time_to_effect,
)
from roi_casebook.appraisal.evidence.grounds import Grounds
from roi_casebook.case import Case
from roi_casebook.config import Thresholds
from roi_casebook.roi.constants import DAYS_PER_YEAR, MONTHS_PER_YEAR
from roi_casebook.written.dates import PartialDate

MaturityState = Literal["too_early", "interim", "mature", "decayed", "unknown"]


@dataclass(frozen=True)
class Maturity:
    """How ripe a result was, and how old it is.

    state: what was too early stays so however old it is; share: of the time to effect that was
    observed, None where unknown; last_data: of when the last data are, as precise as the start of
    what was observed, or the latest that they can be, None where not even that is known;
    is_at_latest: whether it is such a limit; is_undated: whether it is not known when it began, so
    that neither ripe nor interim can be said of it.
    """

    state: MaturityState
    share: float | None
    last_data: PartialDate | None
    is_at_latest: bool
    is_decayed: bool
    is_undated: bool = False

    @property
    def suppresses_headline(self) -> bool:
        """Tell whether cost and leading indicators are to be shown in place of the return."""
        return self.state == "too_early"


def maturity_of(grounds: Grounds, thresholds: Thresholds) -> Maturity:
    """Judge how ripe the result of a reading is."""
    case = grounds.case
    share = share_of_time_to_effect(case)
    observed, newest = _observed_until(case), _newest_document(grounds)
    if observed and newest and observed.first_day() > newest.last_day():
        observed = None  # what is told in no document is not known yet
    last = observed or newest
    was_measured = observed is not None or any(
        not given.context for given in case.inputs.values()
    )  # a claim alone is no data
    decayed = (
        was_measured
        and last is not None
        and _years_between(last.last_day(), case.checked) > thresholds["decayed_after"].value
    )
    state = _state(share, thresholds, is_decayed=decayed)
    is_undated = case.period.began is None
    return Maturity(
        state="unknown" if is_undated and state in RIPE else state,
        share=share,
        last_data=last,
        is_at_latest=observed is None and last is not None,
        is_decayed=decayed,
        is_undated=is_undated,
    )


def day_ripe(case: Case, thresholds: Thresholds) -> date | None:
    """Give the day from which a result is not too early any more; None where that is not known."""
    needed, start = months_to_effect(case), case.period.began
    if needed is None or start is None:
        return None
    try:
        return _after(start.first_day(), needed * thresholds["too_early_below"].value)
    except (OverflowError, ValueError):  # beyond the calendar
        return None


def day_old(maturity: Maturity, thresholds: Thresholds) -> date | None:
    """Give the first day on which the last data are too old; None where they have no date."""
    if maturity.last_data is None:
        return None
    days = int(thresholds["decayed_after"].value * DAYS_PER_YEAR) + 1
    return maturity.last_data.last_day() + timedelta(days=days)


RIPE = frozenset({"interim", "mature"})
"""What nobody can call a result of which nobody knows when it was: it may be old by now."""


def _state(share: float | None, thresholds: Thresholds, *, is_decayed: bool) -> MaturityState:
    if share is not None and share < thresholds["too_early_below"].value:
        return "too_early"
    if is_decayed:
        return "decayed"
    if share is None:
        return "unknown"
    return "interim" if share < thresholds["interim_below"].value else "mature"


def _observed_until(case: Case) -> PartialDate | None:
    """Give until when results were observed: to the day only where the start is known to the day.

    From the earliest day that the start can mean, for no more is known than that.
    """
    months, start = months_observed(case), case.period.began
    if months is None or start is None:
        return None
    try:
        last = _after(start.first_day(), months) - timedelta(days=1)
    except (OverflowError, ValueError):  # beyond the calendar: no such observation
        return None
    last = max(last, start.first_day())
    return PartialDate(
        last.year, last.month if start.month else None, last.day if start.day else None
    )


def _after(day: date, months: float) -> date:
    """Give the day that lies so many months after another. Errors: OverflowError, ValueError."""
    more, part = divmod(months, 1)
    years, month = divmod(day.month - 1 + int(more), int(MONTHS_PER_YEAR))
    first = date(day.year + years, month + 1, 1)
    days = day.day - 1 + round(part * DAYS_PER_YEAR / MONTHS_PER_YEAR)
    return first + timedelta(days=days)


def _newest_document(grounds: Grounds) -> PartialDate | None:
    """Give the latest date that data can be of: a document holds none newer than itself.

    Of the documents that the reading's numbers cite; where it has no numbers, of those that the
    claims cite. None where one of them is undated.
    """
    case = grounds.case
    cited = {number.source for number in grounds.cited.values() if number.source}
    cited = cited or {claim.source for claim in case.claims.values()}
    dates = [case.sources[source].date for source in cited]
    known = [stated for stated in dates if isinstance(stated, PartialDate)]
    is_whole = known and len(known) == len(dates)
    return max(known, key=PartialDate.last_day) if is_whole else None


def _years_between(first: date, last: date) -> float:
    return (last - first).days / DAYS_PER_YEAR
