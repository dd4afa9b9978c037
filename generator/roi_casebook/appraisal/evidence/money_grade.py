"""The money of a reading graded: where its numbers stand, the lowest level that decides.

A filed account is more than what a payer says that it gained, and that more than our own guess
(`data/thresholds.yml`). Numbers of a low level count only where together they can carry the result.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from roi_casebook.appraisal.evidence.checks import is_checked
from roi_casebook.appraisal.evidence.numbers_used import UsedNumber
from roi_casebook.appraisal.evidence.sway import Sway
from roi_casebook.case import Case
from roi_casebook.case.sources import Source, SourceKind
from roi_casebook.config import Thresholds
from roi_casebook.written.scalars import UNKNOWN

LEVEL_OF_KIND: Mapping[SourceKind, str] = MappingProxyType(
    {
        "annual-report": "money_filed",
        "official-statistics": "money_filed",
        "academic": "money_academic",
        "list": "money_list",
        **dict.fromkeys(
            (
                "award-paper", "press", "trade-press", "vendor", "survey", "interview", "blog", "other",
            ),
            "money_told",
        ),
    }
)  # fmt: skip
"""The threshold that gives the level of a source by its kind; a company's statement is the payer's."""
LEAST_WITH_A_RANGE = 1
"""What a range that is too wide leaves: less is there for what nobody opened alone."""


@dataclass(frozen=True)
class MoneyGrade:
    """How well the money of a result is known.

    level: 0 to 5; deciding: the numbers that decide it, all at or below it; by_width: whether a
    range that is too wide took a level, and how many times its middle it is.
    """

    level: int
    deciding: tuple[str, ...]
    before_width: int
    by_width: float | None = None
    wide: tuple[str, ...] = ()


def money_grade(sway: Sway) -> MoneyGrade | None:
    """Grade the money of a reading; None where no number of it is money."""
    levels = {
        name: level_of(sway.case, number, sway.thresholds)
        for name, number in sway.numbers.items()
        if number.is_money or number.by_unit
    }
    if not levels:
        return None
    rising = sorted(set(levels.values()))
    level = next((one for one in rising if sway.decides(_up_to(levels, one))), rising[0])
    deciding = tuple(name for name in _up_to(levels, level) if sway.swings[name] > 0)
    wide, ratio = _too_wide(sway, levels)
    if not wide or level <= LEAST_WITH_A_RANGE:
        return MoneyGrade(level, deciding, level)
    return MoneyGrade(level - 1, deciding, level, ratio, wide)


def _up_to(levels: Mapping[str, int], most: int) -> tuple[str, ...]:
    return tuple(name for name, level in levels.items() if level <= most)


def _too_wide(sway: Sway, names: Iterable[str]) -> tuple[tuple[str, ...], float | None]:
    """Give the ranges of money over which the result may lie almost anywhere, and how wide it is."""
    ranged = [sway.numbers[name] for name in names if sway.numbers[name].is_ranged]
    width, middle = sway.spread(ranged)
    found = tuple(number.name for number in ranged)
    most = sway.thresholds["imprecision_width"].value
    if not found or width <= most * abs(middle) or not sway.decides(found):
        return (), None
    return found, width / abs(middle) if middle else None


def level_of(case: Case, number: UsedNumber, thresholds: Thresholds) -> int:
    """Give at which level a number of money stands: by its source, less where it is not as quoted."""
    if number.source is None:
        return _level(thresholds, "money_assumed")
    source = case.sources[number.source]
    level = _level(thresholds, _name_of(source, number))
    if source.read_at == UNKNOWN:
        is_lifted = is_checked(case, number) and not number.is_assumed
        level = _level(thresholds, "money_checked" if is_lifted else "money_not_opened")
    return min(level, _level(thresholds, "money_assumed")) if number.is_assumed else level


def _name_of(source: Source, number: UsedNumber) -> str:
    by_payer = source.speaker == "payer" or source.kind == "company-statement"
    known = LEVEL_OF_KIND.get(source.kind, "")
    if known == "money_filed":
        return known
    if known == "money_academic":
        return "money_peer_reviewed" if source.peer_reviewed == "yes" else known
    if known == "money_list":
        return known
    if source.speaker == "independent-body":
        return "money_independent"
    if by_payer:
        return "money_gained" if number.in_result or not number.in_cost else "money_spent"
    return known


def _level(thresholds: Thresholds, name: str) -> int:
    return int(thresholds[name].value)
