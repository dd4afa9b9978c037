"""A chance in words, by a fixed map (`chance` in the catalogues), and its number.

Where it comes so near to certain, or to none, that it is written without its digits, a bound says
either nothing (at most nearly certain) or what the words say without it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from roi_casebook.roi.figure_table import shown_as
from roi_casebook.roi.figures import Figure
from roi_casebook.shipped.catalogues import catalogue
from roi_casebook.wording.catalogue import Catalogue
from roi_casebook.wording.numbers import Numbers
from roi_casebook.wording.rounding import decimal_of, to_places
from roi_casebook.written.languages import SOURCE

LEAST_CHANCE = 0.01
PER_CENT = 100
WHOLE_PER_CENT = 2
"""Places of a share."""


@dataclass(frozen=True)
class ChanceTexts:
    """How likely it is to pay back: words, never without their number."""

    catalogue: Catalogue
    numbers: Numbers

    def words(self, chance: Figure) -> str:
        """Say how likely it is to pay back; "" without a number, or where a bound leaves it open."""
        if chance.value is None or not _is_within_a_step(chance):
            return ""
        return self._of_step(_step(chance.value))

    def whole_map(self) -> Iterator[tuple[str, str]]:
        """Give the whole map: from which chance on which words, the most likely first."""
        for least in chance_steps():
            yield self.numbers.percent_exact(least / PER_CENT), self._of_step(least)

    def _of_step(self, least: int) -> str:
        return self.catalogue.entry("chance", str(least))

    def number(self, x: float) -> str:
        """Write a chance in whole per cent, never as certain."""
        if is_least(x):
            return self.catalogue.t("less_than", value=self.numbers.percent(LEAST_CHANCE))
        if is_most(x):
            return self.catalogue.t("more_than", value=self.numbers.percent(1 - LEAST_CHANCE))
        return self.numbers.percent_exact(float(to_places(decimal_of(x), WHOLE_PER_CENT)))


def chance_steps() -> tuple[int, ...]:
    """Give the least per cent of each step, the most likely first."""
    return tuple(sorted(map(int, catalogue(SOURCE)["chance"]), reverse=True))


def _step(chance: float) -> int:
    """Give the step of a chance as it is shown, in whole per cent: words and number agree."""
    shown = to_places(decimal_of(chance) * PER_CENT, 0)
    return next(least for least in chance_steps() if shown >= least)


def _is_within_a_step(chance: Figure) -> bool:
    """Tell whether a bound stays within one step: only the lowest and the highest have no beyond."""
    ends = {None: chance_steps(), "at_least": chance_steps()[:1], "at_most": chance_steps()[-1:]}
    return _step(chance.value or 0.0) in ends[chance.bound]


def is_least(chance: float) -> bool:
    """Tell a chance that is written as less than the least."""
    return chance < LEAST_CHANCE


def is_most(chance: float) -> bool:
    """Tell a chance that is written as more than the most."""
    return chance > 1 - LEAST_CHANCE


def says_nothing(figure: Figure) -> bool:
    """Tell a chance of which a bound says nothing: at most nearly certain, at least nearly none."""
    return _is(figure, "at_most", "at_least")


def is_settled(figure: Figure) -> bool:
    """Tell a chance whose bound its words say already: at least nearly certain, at most nearly none."""
    return _is(figure, "at_least", "at_most")


def _is(figure: Figure, of_most: str, of_least: str) -> bool:
    if shown_as(figure.name) != "chance" or figure.value is None:
        return False
    return (figure.bound == of_most and is_most(figure.value)) or (
        figure.bound == of_least and is_least(figure.value)
    )
