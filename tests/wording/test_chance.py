"""A chance in words: one fixed map in both languages."""

import pytest

from roi_casebook.roi.figures import Bound, Figure
from roi_casebook.wording.chance import chance_steps
from tests.roi.sided import bounded
from tests.wording.voices import EN, FR


def chance(value: float | None, bound: Bound | None = None) -> Figure:
    if value is None:
        return Figure("chance_positive", "ratio", reason="single_point")
    return bounded("chance_positive", "ratio", value, bound)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1.0, "very likely to pay back"),
        (0.90, "very likely to pay back"),
        (0.8949, "likely to pay back"),
        (0.67, "likely to pay back"),
        (0.664, "about as likely to pay back as not"),
        (0.33, "about as likely to pay back as not"),
        (0.324, "unlikely to pay back"),
        (0.10, "unlikely to pay back"),
        (0.094, "very unlikely to pay back"),
        (0.0, "very unlikely to pay back"),
    ],
)
def test_each_chance_has_its_words(value: float, words: str) -> None:
    assert EN.chance.words(chance(value)) == words


def test_the_words_in_french() -> None:
    assert FR.chance.words(chance(0.5)) == "rentabilité à peu près aussi probable qu’improbable"


@pytest.mark.parametrize(
    ("value", "bound", "has_words"),
    [
        (0.95, "at_least", True),
        (0.95, "at_most", False),
        (0.50, "at_most", False),
        (0.50, "at_least", False),
        (0.05, "at_most", True),
        (0.05, "at_least", False),
        (None, None, False),
    ],
)
def test_a_bound_has_words_only_where_it_settles_the_matter(
    value: float | None, bound: Bound | None, *, has_words: bool
) -> None:
    assert bool(EN.chance.words(chance(value, bound))) == has_words


def test_the_map_covers_all_chances() -> None:
    assert chance_steps() == (90, 67, 33, 10, 0)


def test_a_chance_is_told_in_whole_per_cent() -> None:
    assert [EN.chance.number(x) for x in (0.055, 0.014, 0.587, 0.989)] == ["6%", "1%", "59%", "99%"]
