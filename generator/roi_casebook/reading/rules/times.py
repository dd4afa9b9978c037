"""The day of the check comes after what was checked: the start, the observation, the sources.

What cannot be is an error; where the editor may have grounds (an issue dated ahead, a forecast of
what begins later) it is a hint.
"""

from collections.abc import Iterator
from datetime import date

from roi_casebook.reading.document import Finding, Path
from roi_casebook.reading.rules.surroundings import Surroundings
from roi_casebook.reading.sound import Sound
from roi_casebook.written.dates import PartialDate


def observed_for_some_time(case: Sound, _site: Surroundings) -> Iterator[Finding]:
    """Results were observed for no less than no time."""
    months = case.period.observed_months if case.period else None
    if isinstance(months, float) and months < 0:
        yield Finding(
            ("period", "observed_months"),
            "negative_time",
            f"found {months:g} months of observation, expected none below 0",
            "write how long results were observed, or unknown",
        )


def checked_after_start(case: Sound, _site: Surroundings) -> Iterator[Finding]:
    """What is observed had begun when the case was checked."""
    if not case.period or not case.checked or case.checked >= case.period.start.first_day():
        return
    observed = any(line.status == "observed" for _, _, line in case.money_lines())
    yield Finding(
        ("checked",),
        "checked_before_start",
        f"found {case.checked}, before the period starts ({case.period.start})",
        f"mend checked or period.start{'; what is still to come is not observed' * observed}",
        "error" if observed else "hint",
    )


def sources_by_the_check(case: Sound, _site: Surroundings) -> Iterator[Finding]:
    """A source was there, and read, by the day of the check."""
    for name, source in case.sources.items() if case.checked else ():
        for field in ("date", "read_on"):
            day = getattr(source, field)
            if isinstance(day, PartialDate) and day.first_day() > case.checked:
                yield _later(("sources", name, field), day, case.checked)


def _later(path: Path, day: PartialDate, checked: date) -> Finding:
    message = f"found {day}, after the case was checked ({checked})"
    hint = "mend the date, or write the day of the new check into checked"
    return Finding(path, "after_check", message, hint, "hint")
