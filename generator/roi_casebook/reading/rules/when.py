"""When money moves: one way of counting in a case, and nothing before the first outlay."""

from collections.abc import Iterator, Mapping

from roi_casebook.case.timeline import Moment, Stretch, Way, timeline_of
from roi_casebook.reading.model.valid_parts import Surroundings, ValidParts
from roi_casebook.yaml_places.document import Finding, Path

WRITTEN: Mapping[Way, str] = {
    "year": "years from the start (0, 1, 1-3)",
    "month": "months from the start (month 0, months 1-12)",
    "calendar-month": "months (2021-03)",
    "date": "dates (2021-03-15)",
}


def one_way_of_counting(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """All money of a case is told by the year, by the month or by the day, never by several."""
    timed = list(_timed(case))
    way = timeline_of(moment for _, moments in timed for moment in moments).first.way
    like = next((path[1] for path, moments in timed for each in moments if each.way == way), "")
    for path, moments in timed:
        other = next((each for each in moments if each.way != way), None)
        if other is not None:
            yield Finding(
                path,
                "several_ways_of_counting",
                f"found {other.named} in a case that counts {WRITTEN[way]}, as in {str(like)!r}",
                _other_way(case, other, way),
            )


def _timed(case: ValidParts) -> Iterator[tuple[Path, tuple[Moment, ...]]]:
    """Give the moments of each line, and of each soft result that has some, with their place."""
    for table, name, line in case.money_lines():
        yield (table, name, "when"), tuple(line.amounts())
    for name, result in case.soft.items():
        if result.when is not None:
            spans = (result.when,) if isinstance(result.when, Stretch) else tuple(result.when)
            yield ("soft", name, "when"), tuple(at for span in spans for at in span.moments())


def _other_way(case: ValidParts, moment: Moment, way: Way) -> str:
    """Say how a moment is written in the way of the others, where that is known."""
    start = case.period.start if case.period else None
    is_start = moment.way in ("year", "month") and moment.number == 0
    dated = {"calendar-month": "month", "date": "day"}
    if is_start and way in dated and getattr(start, dated[way], None) is not None:
        return f"write {str(start)[:7] if way == 'calendar-month' else start}"
    if moment.way == "date" and way == "calendar-month":
        return f"write {str(moment)[:7]}"
    if moment.way == "month" and way == "year" and moment.number % 12 == 0:
        return f"write {moment.number // 12}"
    return f"count it in {WRITTEN[way]} too: one case counts in one way"


def nothing_before_the_first_outlay(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """What is dated comes when the first money is spent, or later."""
    spent = {at: name for name, line in case.costs.items() for at in line.amounts() if at.is_dated}
    if not spent:
        return
    first = min(spent)
    for table, name, line in case.money_lines():
        early = [at for at in line.amounts() if at.way == first.way and at < first]
        if early:
            yield Finding(
                (table, name, "when"),
                "before_first_outlay",
                f"found {early[0]}, before the first outlay ({spent[first]!r}, {first})",
                "mend one of the two, or add what was spent before, if only as unknown",
            )


def starts_with_its_money(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """The start of a case is when its first money moves, where that is dated."""
    first = case.timeline.first.day
    ways = {moment.way for _, moments in _timed(case) for moment in moments}
    is_sound = len(ways) == 1 and case.all_whole("costs", "benefits", "net")
    if first is None or not case.period or not is_sound:
        return
    start, began = case.period.start, case.period.began
    is_then = (
        began and began.first_day() <= first.last_day() and first.first_day() <= began.last_day()
    )
    if not is_then:
        yield Finding(
            ("period", "start"),
            "start_elsewhere",
            f"found the start {start}, but the first money of the case moves {first}",
            f"write {first}",
        )


def dated_money_has_its_timing(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """When within a year money moves is asked of yearly money alone."""
    if case.timeline.is_yearly:
        return
    places: list[Path] = [("money", "timing")] if case.money and case.money.timing else []
    places += [("readings", name, "timing") for name, each in case.readings.items() if each.timing]
    for path in places:
        yield Finding(
            path,
            "timing_of_dated_money",
            "found a timing in a case that says of its money in which month or on which day it moves",
            "leave it out: each amount is discounted from its own moment",
            at="key",
        )
