"""A text in another language than its page: marked in finished HTML, and nowhere else."""

from roi_casebook.wording.fallback_marks import (
    first_letters,
    marked_lines,
    marks_as_html,
    with_mark,
    without_marks,
)
from roi_casebook.wording.typography import capitalised, order_key

NO = with_mark("cost", "en")


def test_a_mark_becomes_an_element_in_a_text() -> None:
    assert marks_as_html(f"<p>Die {NO}.</p>") == '<p>Die <span lang="en">cost</span>.</p>'


def test_a_mark_within_another_nests() -> None:
    whole = with_mark(f"the {with_mark('coût', 'fr')} of it", "en")
    expected = '<span lang="en">the <span lang="fr">coût</span> of it</span>'
    assert marks_as_html(whole) == expected
    assert without_marks(whole) == "the coût of it"


def test_a_mark_leaves_nothing_where_no_element_may_stand() -> None:
    assert marks_as_html(f'<a title="{NO}">x</a>') == '<a title="cost">x</a>'
    assert marks_as_html(f"<title>{NO}</title>") == "<title>cost</title>"
    assert marks_as_html(f"<script>say('{NO}')</script>") == "<script>say('cost')</script>"
    assert marks_as_html(f"<option>{NO}</option>") == "<option>cost</option>"


def test_a_drawing_has_an_element_of_its_own() -> None:
    drawn = f'<svg><desc>{NO}</desc><text x="1">{NO}</text></svg>'
    expected = '<svg><desc>cost</desc><text x="1"><tspan lang="en">cost</tspan></text></svg>'
    assert marks_as_html(drawn) == expected


def test_the_first_letters_keep_their_marks() -> None:
    french, shorter = with_mark("c d", "fr"), with_mark("c", "fr")
    text = f"a {with_mark(f'b {french} e', 'en')} f"
    assert first_letters(text, 5) == f"a {with_mark(f'b {shorter}', 'en')}"
    assert first_letters(text, 2) == "a "


def test_each_line_of_a_broken_text_has_marks_of_its_own() -> None:
    lines = (with_mark("a b", "en") + " c").split(" ")
    assert marked_lines(lines) == (with_mark("a", "en"), with_mark("b", "en"), "c")


def test_a_page_without_marks_stays_as_it_is() -> None:
    assert marks_as_html("<p>cost</p>") == "<p>cost</p>"


def test_marks_are_no_letters() -> None:
    assert capitalised(NO) == with_mark("Cost", "en")
    assert order_key(NO) == "cost"
