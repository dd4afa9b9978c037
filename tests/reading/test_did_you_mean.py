"""What is offered for a word that is not known: a near spelling, never a word of another meaning."""

import pytest

from roi_casebook.problems import did_you_mean, nearest


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("donatons", "donations"),
        ("adress", "address"),
        ("Perspective", "perspective"),
        ("text gifts", "text_gifts"),
        ("textgifts", "text_gifts"),
        ("text_gift", "text_gifts"),
        ("charities", "charity"),
        ("rio", "roi"),
        ("mobil-app", "mobile-app"),
        ("benefit", "benefits"),
        ("intermal-blogs", "internal-blogs"),
    ],
)
def test_a_near_spelling_is_offered(word: str, name: str) -> None:
    assert nearest(word, [name, "something-else"]) == name


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("external-blogs", "internal-blogs"),
        ("external_cost", "internal_costs"),
        ("lost", "cost"),
        ("losts", "costs"),
        ("irr", "mirr"),
        ("decrease", "increase"),
        ("exclude", "include"),
        ("unpaid", "paid"),
        ("unsubscribes", "subscribes"),
        ("not-looked", "looked"),
        ("looked", "looked-none-found"),
        ("before-after", "after-before"),
        ("low", "high"),
        ("hard", "soft"),
        ("year_1", "year_2"),
        ("year_1", "year_10"),
        ("de", "fr"),
        ("en", "es"),
        ("cost_of_time", "cost_of_tools"),
    ],
)
def test_a_word_of_another_meaning_is_not(word: str, name: str) -> None:
    assert nearest(word, [name]) is None
    assert nearest(name, [word]) is None


def test_the_nearest_comes_first_and_without_one_those_known() -> None:
    assert did_you_mean("gfits", ["gift", "gifts", "other"]) == "did you mean 'gifts'?"
    assert did_you_mean("zebra", ["b", "a"]) == "known: a, b"
    assert did_you_mean("zebra", []) == ""
