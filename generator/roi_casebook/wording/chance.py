"""A chance in words, by the fixed map of `data/wording/chance.yml`; never without its number."""

from collections.abc import Iterator

from roi_casebook.roi.figures import Figure
from roi_casebook.wording.catalogues import entry_text, table
from roi_casebook.wording.rounding import decimal_of, to_places
from roi_casebook.wording.voice import Wording

PER_CENT = 100


def chance_words(wording: Wording, chance: Figure) -> str:
    """Say how likely it is to pay back; "" without a number, or where a bound leaves it open."""
    if chance.value is None or not _is_settled(chance):
        return ""
    return entry_text("chance", (str(_step(chance.value)),), wording.language)


def chance_map(wording: Wording) -> Iterator[tuple[str, str]]:
    """Give the whole map: from which chance on which words, the most likely first."""
    for least in chance_steps():
        words = entry_text("chance", (str(least),), wording.language)
        yield wording.percent_exact(least / PER_CENT), words


def chance_steps() -> tuple[int, ...]:
    """Give the least per cent of each step, the most likely first."""
    return tuple(sorted(map(int, table("chance")), reverse=True))


def _step(chance: float) -> int:
    """Give the step of a chance as it is shown, in whole per cent: words and number agree."""
    shown = to_places(decimal_of(chance) * PER_CENT, 0)
    return next(least for least in chance_steps() if shown >= least)


def _is_settled(chance: Figure) -> bool:
    """Tell whether a bound stays within one step: only the lowest and the highest have no beyond."""
    ends = {None: chance_steps(), "at_least": chance_steps()[:1], "at_most": chance_steps()[-1:]}
    return _step(chance.value or 0.0) in ends[chance.bound]
