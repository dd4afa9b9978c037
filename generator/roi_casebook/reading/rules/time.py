"""Nothing in a case is newer than the case: no observation after its check, no prices to come.

`checked` is a case's own clock. A date known to the year alone is taken as its first day where it
begins something, so that only what cannot be is refused.

The day of the check comes after what was checked: the start, the observation, the sources.

What cannot be is an error; where the editor may have grounds (an issue dated ahead, a forecast of
what begins later) it is a hint.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from math import ceil

from roi_casebook.case import Input
from roi_casebook.case.lines import MOST_YEARS
from roi_casebook.case.model import Period, prices_at
from roi_casebook.case.timeline import COUNTED_IN, Moment
from roi_casebook.reading.model.valid_parts import Surroundings, ValidParts
from roi_casebook.reading.rules.formulas import formula_uses
from roi_casebook.roi.algebra.expressions import names
from roi_casebook.roi.algebra.formulas import FormulaError, parse_formula
from roi_casebook.roi.algebra.units import UnitError, currencies_in, parse_unit
from roi_casebook.roi.constants import DAYS_PER_YEAR, MONTHS, MONTHS_PER_YEAR
from roi_casebook.roi.moments import A_YEAR
from roi_casebook.shipped.money_tables import price_index
from roi_casebook.written.dates import PartialDate
from roi_casebook.written.scalars import UNKNOWN
from roi_casebook.yaml_places.document import Finding, Path


def observed_before_the_check(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """Results were observed until the day of the check, not beyond."""
    if not (case.period and case.checked):
        return
    months = case.period.observed_months
    if (
        case.period.began
        and isinstance(months, float)
        and not _is_over(case.checked, case.period, months / MONTHS_PER_YEAR)
    ):
        yield _in_future(
            ("period", "observed_months"),
            f"found {months:g} months from {case.period.start} on, which end after {case.checked}, the day of the check",
            "write the months that were observed by then, or mend period.start or checked",
        )
    for name, result in case.soft.items():
        for end in ("start", "end"):
            day = getattr(result.dates, end, None)
            if day is not None and day.first_day() > case.checked:
                yield _in_future(
                    ("soft", name, "dates", end),
                    f"found {day}, after {case.checked}, the day of the check",
                    "mend the date, or checked",
                )


def lines_by_their_time(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """What lies wholly after the check is a forecast: nobody has observed it yet."""
    if not (case.period and case.checked):
        return
    for table, name, line in case.money_lines():
        known = (at for at, amount in line.amounts().items() if amount != UNKNOWN)
        late = [at for at in known if _is_to_come(case.checked, case.period, at)]
        if late and line.status != "forecast":
            is_observed = line.status == "observed"
            yield Finding(
                (table, name, "status"),
                "observed_in_future" if is_observed else "forecast_by_another_name",
                f"found {line.status} for {late[0].named}, which begins after {case.checked}, the day of the check",
                f"write status: forecast, in a line of its own for the {_TO_COME[late[0].way]} to come; or mend checked",
                "error" if is_observed else "hint",
            )


_YEARLY = re.compile(
    r"(?i)\b(?:(?:a|per|each|every) year|annual(?:ly)?|yearly|on average|average|moyenn?e?s?|annuel(?:le)?s?|par an|chaque année)\b"
)
"""Words of English and French that tell of one year, or of the mean of several."""


def amounts_of_one_year(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """What comes in each year of a span, and is told to be of one year, says so in its unit."""
    for _table, _name, line in case.money_lines():
        written = set(line.amounts().values())
        given = case.inputs.get(next(iter(written), ""))
        years = [at for at in line.amounts() if at.way == "year"]
        if given is None or len(written) > 1 or len(years) <= 1:
            continue
        told = [given.quote or "", *(given.label or {}).values(), *(line.label or {}).values()]
        words = next((found[0] for each in told if (found := _YEARLY.search(each))), None)
        if words and not given.by_year and _is_bare_money(given.unit):
            yield Finding(
                ("inputs", next(iter(written)), "unit"),
                "one_year_by_its_words",
                f"found {given.unit} in each of {len(years)} years, where its words say {words!r}: is this one year's amount?",
                f"write {given.unit}/year",
                "hint",
            )


def _is_bare_money(unit: str) -> bool:
    try:
        parsed = parse_unit(unit)
    except UnitError:
        return False
    return len(parsed) == 1 and bool(currencies_in(parsed))


_TO_COME = {"year": "years", "month": "months", "calendar-month": "months", "date": "dates"}


def _is_to_come(checked: date, period: Period, moment: Moment) -> bool:
    """Tell whether a moment begins after the day of the check."""
    if moment.day is not None:
        return moment.day.first_day() > checked
    begins = (moment.number - 1) / A_YEAR[COUNTED_IN[moment.way]]
    return 0 <= begins < MOST_YEARS and not _is_over(checked, period, begins)


def prices_of_their_time(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """Prices are of a year that has come; those of the day are of the years of the case."""
    if not (case.money and case.period):
        return
    path, year = ("money", "price_year"), case.money.year_of_prices
    if year is None:
        return
    if isinstance(case.checked, date) and year > case.checked.year:
        message = f"found the prices of {year}, expected those of a year up to {case.checked.year}, when the case was checked"
        yield _in_future(path, message, "write the year whose prices the amounts are in")
        return
    began = case.period.began
    if case.money.prices != "nominal" or began is None:
        return
    first, last = began.year, began.last_day().year + _years_told_of(case.period)
    if not first <= year <= last:
        yield Finding(
            path,
            "price_year_outside",
            f"found the prices of {year} in a case of {first} to {last}, in prices of the day",
            "write a year of the case: from it amounts are brought to the year of comparison; or prices: real",
            "hint",
        )


def prices_of_inputs(case: ValidParts, site: Surroundings) -> Iterator[Finding]:
    """Money in prices of its own can be brought to those of its line: the index has both years."""
    if not (case.money and case.period):
        return
    targets: dict[str, dict[int | None, None]] = {}
    for use in formula_uses(case, site.vocabulary):
        for name in _names_in(use.text) if use.when else ():
            years = (prices_at(case.money, case.period, at) for at in use.when)
            targets.setdefault(name, {}).update(dict.fromkeys(years))
    for name, given in case.inputs.items():
        if given.price_year is not None:
            yield from _in_own_prices(name, given, given.price_year, tuple(targets.get(name, {})))


def _in_own_prices(
    name: str, given: Input, own: int, targets: tuple[int | None, ...]
) -> Iterator[Finding]:
    path = ("inputs", name, "price_year")
    leave_out = "leave price_year out, and write the amount in the prices of the case"
    money = _currencies(given.unit)
    if len(money) != 1 or not targets:
        found = (
            f"the unit {given.unit!r}"
            if len(money) != 1
            else "an input that no amount of a line names"
        )
        yield Finding(
            path,
            "price_year_of_no_money",
            f"found {found}, expected money of a line",
            "remove it",
            at="key",
        )
    elif None in targets:
        yield Finding(
            path,
            "no_price_index",
            "found prices of another year in a case of which the year of its own is not known",
            leave_out,
        )
    elif missing := [
        year for year in (own, *targets) if year and price_index(money[0], year) is None
    ]:
        yield Finding(
            path,
            "no_price_index",
            f"found the prices of {own}, expected years of which there is a price index of {money[0]}: there is none for {missing[0]}",
            leave_out,
        )


def _names_in(formula: str) -> tuple[str, ...]:
    try:
        return tuple(name.name for name in names(parse_formula(formula)))
    except FormulaError:
        return ()  # reported where formulas are read


def _currencies(unit: str) -> tuple[str, ...]:
    try:
        return currencies_in(parse_unit(unit))
    except UnitError:
        return ()  # reported where units are read


def time_to_effect_is_a_time(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """How long an effect needs is a time above zero, so that maturity can be judged by it."""
    stated = case.time_to_effect
    if not isinstance(stated, Input) or stated.is_unknown:
        return
    if stated.unit not in MONTHS:
        yield Finding(
            ("time_to_effect", "unit"),
            "no_time",
            f"found the unit {stated.unit!r}, expected a time: {', '.join(MONTHS)}",
            "write unit: month",
        )
    spread = stated.range()
    lowest, field = (
        (spread.low, "likely" if stated.low is None else "low")
        if spread
        else (stated.value, "value")
    )
    if isinstance(lowest, float) and lowest <= 0:
        yield Finding(
            ("time_to_effect", field),
            "no_time",
            f"found {lowest:g}, expected a time above 0",
            "write how long such work needs to show effect, or time_to_effect: unknown",
        )


def maturity_can_be_judged(case: ValidParts, site: Surroundings) -> Iterator[Finding]:
    """What was observed can be held against a time that such work needs: its own, or a usual one."""
    if not (case.period and case.initiative and case.organisation):
        return
    words, stated = site.vocabulary, case.time_to_effect
    if case.initiative.kind not in words.kinds or case.organisation.sector not in words.sectors:
        return  # reported where words are read
    is_stated = isinstance(stated, Input) and not stated.is_unknown
    packs = words.packs_for(case.initiative.kind, case.organisation.sector)
    measured = (line.measure for line in case.benefits.values() if line.measure in words.measures)
    has_usual = packs or any(words.measures[name].months_to_effect for name in measured)
    if isinstance(case.period.observed_months, float) and not is_stated and not has_usual:
        yield Finding(
            ("period", "observed_months"),
            "no_time_to_effect",
            "found how long results were observed, but not how long such work needs: nobody can tell whether it was too early",
            "add time_to_effect: {value: 6, unit: month, assumption: ...}; no pack has a usual time for such work",
            "hint",
        )


def _years_told_of(period: Period) -> int:
    """Give the years that are counted, or those that were observed where these are more."""
    observed = period.observed_months
    return max(period.years, ceil(observed / MONTHS_PER_YEAR) if isinstance(observed, float) else 0)


def _in_future(path: Path, message: str, hint: str) -> Finding:
    return Finding(path, "in_future", message, hint)


def _is_over(checked: date, period: Period, years: float) -> bool:
    """Tell whether so many years from the start on can be over on the day of the check.

    They can where nobody knows when it began.
    """
    if period.began is None:
        return True
    try:
        end = period.began.first_day() + timedelta(days=int(years * DAYS_PER_YEAR))
    except OverflowError:  # beyond the calendar
        return False
    return end <= checked


def observed_for_some_time(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """Results were observed for no less than no time."""
    months = case.period.observed_months if case.period else None
    if isinstance(months, float) and months < 0:
        yield Finding(
            ("period", "observed_months"),
            "negative_time",
            f"found {months:g} months of observation, expected none below 0",
            "write how long results were observed, or unknown",
        )


def checked_after_start(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """What is observed had begun when the case was checked."""
    began = case.period.began if case.period else None
    if not began or not case.checked or case.checked >= began.first_day():
        return
    observed = any(line.status == "observed" for _, _, line in case.money_lines())
    yield Finding(
        ("checked",),
        "checked_before_start",
        f"found {case.checked}, before the period starts ({began})",
        f"mend checked or period.start{'; what is still to come is not observed' * observed}",
        "error" if observed else "hint",
    )


def sources_by_the_check(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """A source was there, and read, by the day of the check."""
    if not case.checked:
        return
    for name, source in case.sources.items():
        for field in ("date", "read_on"):
            day = getattr(source, field)
            if isinstance(day, PartialDate) and day.first_day() > case.checked:
                yield _later(("sources", name, field), day, case.checked)


def _later(path: Path, day: PartialDate, checked: date) -> Finding:
    message = f"found {day}, after the case was checked ({checked})"
    hint = "mend the date, or write the day of the new check into checked"
    return Finding(path, "after_check", message, hint, "hint")
