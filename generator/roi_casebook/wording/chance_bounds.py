"""Where a chance comes so near to certain, or to none, that it is written without its digits.

A bound there says either nothing (at most nearly certain) or what the words say without it.
"""

from roi_casebook.roi.figures import Figure

CHANCE = "chance_positive"
LEAST_CHANCE = 0.01


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
    if figure.name != CHANCE or figure.value is None:
        return False
    return (figure.bound == of_most and is_most(figure.value)) or (
        figure.bound == of_least and is_least(figure.value)
    )
