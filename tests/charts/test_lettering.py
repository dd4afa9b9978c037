from hypothesis import given
from hypothesis import strategies as st

from roi_casebook.charts.lettering import broken, cut_to_width, width
from roi_casebook.wording.fallback_marks import with_mark, without_marks
from tests.charts.wild import TEXTS

ROOMS = st.floats(30, 400)
WORDS = st.lists(st.text("aW数é", max_size=12), max_size=8).map(" ".join)


def test_a_text_that_fits_stays() -> None:
    assert cut_to_width("Margin", 13, 100) == "Margin"


def test_a_text_that_does_not_fit_ends_with_an_ellipsis() -> None:
    assert cut_to_width("Attribution to others", 13, 90) == "Attribution…"


def test_a_text_is_broken_at_spaces() -> None:
    lines = broken("What would have happened anyway", 13, 100, most=4)
    assert lines == ("What would", "have", "happened", "anyway")


def test_what_is_left_over_is_cut() -> None:
    assert broken("What would have happened anyway", 13, 100, most=2)[1].endswith("…")


def test_a_text_in_another_language_is_marked_on_each_of_its_lines() -> None:
    text = f"ohne {with_mark('what would have', 'en')} Zutun"
    lines = ("ohne " + with_mark("what", "en"), with_mark("would have", "en"), "Zutun")
    assert broken(text, 13, 100, most=4) == lines


def test_a_text_in_another_language_is_marked_where_it_is_cut() -> None:
    cut = with_mark("Attribution", "en") + "…"
    assert cut_to_width(with_mark("Attribution to others", "en"), 13, 90) == cut
    assert broken(with_mark("Attribution to others", "en"), 13, 90, most=1) == (cut,)


def test_a_number_stays_with_its_unit() -> None:
    assert broken("up to 1200\u00a0orders", 13, 90, most=2) == ("up to", "1200\u00a0orders")


@given(TEXTS, ROOMS)
def test_what_is_shortened_fits(text: str, room: float) -> None:
    assert width(cut_to_width(text, 13, room), 13) <= room + 1e-6


@given(TEXTS, ROOMS, st.integers(1, 4))
def test_lines_fit(text: str, room: float, most: int) -> None:
    lines = broken(text, 13, room, most)
    assert 1 <= len(lines) <= most
    assert all(width(line, 13) <= room + 1e-6 for line in lines)


@given(WORDS, ROOMS, st.integers(1, 4))
def test_a_mark_moves_no_letter(text: str, room: float, most: int) -> None:
    lines = broken(with_mark(text, "en"), 13, room, most)
    assert tuple(map(without_marks, lines)) == broken(text, 13, room, most)
