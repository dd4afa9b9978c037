"""The case as a whole: its state, its dates, its shares without a basis."""

from collections.abc import Iterable, Iterator

from roi_casebook.case import BenefitLine, CostLine, NetLine, Reading
from roi_casebook.case.lines import years_from_start
from roi_casebook.case.timeline import Timeline
from roi_casebook.reading.model.valid_parts import Surroundings, ValidParts
from roi_casebook.reading.rules.references import shares_of
from roi_casebook.yaml_places.document import Finding


def withdrawn_says_why(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """A withdrawn case says when and why, and no other case does."""
    written = case.document.value if isinstance(case.document.value, dict) else {}
    has_reason = written.get("withdrawn") is not None
    if case.state == "withdrawn" and not has_reason:
        yield Finding(
            ("state",),
            "withdrawn_without_why",
            "found a withdrawn case without withdrawn:, expected when and why",
            "add withdrawn: {on: 2026-11-22, why: ...}",
        )
    if case.state not in (None, "withdrawn") and has_reason:
        yield Finding(
            ("withdrawn",),
            "not_withdrawn",
            f"found withdrawn: in a case whose state is {case.state}",
            "write state: withdrawn, or remove the block",
            at="key",
        )


def checked_by_now(case: ValidParts, site: Surroundings) -> Iterator[Finding]:
    """A case was not checked on a day that is still to come."""
    if case.checked and case.checked > site.today:
        message = f"found {case.checked}, a day in the future"
        yield Finding(
            ("checked",),
            "checked_in_future",
            message,
            "write the day on which the case was checked",
            "hint",
        )


def horizon_of_line(
    name: str,
    line: CostLine | BenefitLine | NetLine,
    readings: Iterable[Reading],
    years: int,
    timeline: Timeline,
) -> int:
    """Give the last year in which a line may fall: the case's, or that of the longest reading.

    years: the case's horizon. It holds wherever some reading counts the line and has no horizon of
    its own: what such a reading left out it would leave out in silence.
    """
    horizons = [reading.years for reading in readings if name in reading.lines]
    if None in horizons:
        return years
    first = min(line.amounts(), default=timeline.first)
    reaching = [
        stated.value for stated in horizons if stated and timeline.holds(first, stated.value)
    ]
    return max(reaching, default=years)


def horizons_hold_their_lines(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """Some year of each line that a reading counts lies within the reading's own horizon."""
    lines, timeline = {name: line for _, name, line in case.money_lines()}, case.timeline
    for name, reading in case.readings.items():
        for position, line in enumerate(reading.lines):
            first = min(lines[line].amounts(), default=None) if line in lines else None
            if reading.years and first and not timeline.holds(first, reading.years.value):
                yield Finding(
                    ("readings", name, "lines", position),
                    "line_after_horizon",
                    f"found the line {line!r}, which begins {'on' if first.way == 'date' else 'in'} {first.named}, in a reading that ends with year {reading.years.value}",
                    "leave the line out of this reading, or give the reading more years",
                )


def horizons_of_years(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """A case of less than a year has no reading of some years: amounts a year would have no meaning."""
    if not case.period or case.period.years:
        return
    for name, reading in case.readings.items():
        if reading.years:
            yield Finding(
                ("readings", name, "years"),
                "years_of_no_horizon",
                "found a reading's own years in a case of less than a year",
                "write the horizon at period.years, or leave this out",
                at="key",
            )


def years_within_horizon(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """Every line falls within the years that the case covers, or the longest reading that counts it."""
    if not case.period:
        return
    for table, name, line in case.money_lines():
        years = horizon_of_line(
            name, line, case.readings.values(), case.period.years, case.timeline
        )
        last = case.timeline.of_year(years)
        beyond = [at for at in line.amounts() if at.way == last.way and at > last]
        if beyond:
            span = span_of(years, case.timeline)
            of_case = years == case.period.years
            counted = "the case covers" if of_case else "the longest reading that counts it covers"
            stated = "period.years" if of_case else "years: of that reading"
            yield Finding(
                (table, name, "when"),
                "year_outside_horizon",
                f"found {beyond[0].named}, but {counted} {span}",
                years_from_start(beyond[0])
                or f"mend the {_WHAT[beyond[0].way]}, or the horizon at {stated}",
            )


_WHAT = {"year": "year", "month": "month", "calendar-month": "month", "date": "date"}


def span_of(years: int, timeline: Timeline) -> str:
    """Say what a horizon covers, as the case counts its moments."""
    if timeline.is_yearly:
        return f"the years 0 to {years}" if years else "year 0 alone"
    if years == 0:
        return f"{timeline.first} alone: under a year, nothing discounted"
    return f"{timeline.first} to {timeline.of_year(years)}"


def horizon_has_flows(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """The years that the case covers end with its last amount, known or not."""
    if not case.period or not case.all_whole("costs", "benefits", "net"):
        return
    if case.money and case.money.already_discounted:  # all stands at the start
        return
    timeline, years = case.timeline, range(case.period.years)
    moments = (at for _, _, line in case.money_lines() for at in line.amounts())
    latest = max(moments, default=timeline.first)
    last = next((year for year in years if timeline.holds(latest, year)), 0)
    if last > 0:
        yield Finding(
            ("period", "years"),
            "horizon_without_flows",
            f"found a horizon of {case.period.years} years, but no amount after year {last}",
            f"write {last}, or add the amounts of the years from then on; what is not known is unknown",
            "hint",
        )


def shares_have_a_basis(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """A share without source or assumption is named; the reason of a risk may stand in the note."""
    for table, name, line in case.with_shares():
        for path, share in shares_of(line):
            if isinstance(share, float) and not (path[-1] == "risk" and line.note):
                yield Finding(
                    (table, name, *path),
                    "no_basis_for_share",
                    f"found {path[-1]} as a bare share, without a source or an assumption",
                    f"write {path[-1]}: {{value: {share * 100:.6g}%, assumption: ...}}, or name an input"
                    + (", or give the reason in note:" if path[-1] == "risk" else ""),
                    "hint",
                )
