"""Numbered notes on a page: each figure's and each input's has a number, a name, and links that say both."""

import re

import pytest

from tests.pages.told import (
    LANGUAGES,
    REAL,
    full,
    half_sentence_leads,
    judged,
    parsed,
    real,
    real_pages,
    real_working,
    unread,
    view,
    whole,
    working_page,
)

NOTE = {"en": r"Note (\d+): \S", "fr": r"Note (\d+)\u202f: \S"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", REAL)
def test_notes_then_inputs_are_numbered_throughout(slug: str, language: str) -> None:
    notes = parsed(real_working(slug, language).body).css("[data-cb-note]")
    of_figures = [note for note in notes if note.tag == "li"]
    of_inputs = [note for note in notes if note.tag == "tr"]
    numbers = [int(note.attributes["data-cb-number"] or "") for note in (*of_figures, *of_inputs)]
    assert numbers == list(range(1, len(numbers) + 1))
    for note in notes:
        named = re.match(NOTE[language], note.attributes["data-cb-note"] or "")
        assert named is not None
        assert named[1] == note.attributes["data-cb-number"]


@pytest.mark.parametrize("slug", REAL)
def test_a_link_to_a_note_says_its_number(slug: str) -> None:
    working = parsed(real_working(slug, "en").body)
    notes = {note.attributes["id"]: note.attributes for note in working.css("[data-cb-note]")}
    numbers = parsed(whole(real_pages(slug, "en"))).css("a.cb-note, a > .cb-note")
    assert len(numbers) > len(notes)
    for number in numbers:
        link = number if number.tag == "a" else number.parent
        assert link is not None
        note = notes[(link.attributes["href"] or "").partition("#")[2]]
        assert number.text(strip=True) == note["data-cb-number"]
        assert link.attributes.get("aria-label") in (
            {note["data-cb-note"]} if link == number else {None}
        )


@pytest.mark.parametrize("slug", REAL)
def test_all_that_a_note_uses_says_its_number(slug: str) -> None:
    shown = view(real(slug))
    numbered = {f"#{one.id}": one.number for one in shown.sections["working"].leading.notes}
    numbered |= {f"#{one.id}": one.number for one in shown.sections["inputs"]}
    for note in shown.sections["working"].leading.notes:
        for used in note.uses:
            assert used.number == numbered.get(used.href, "")


def test_a_note_names_its_figure_in_full_and_others_in_short() -> None:
    notes = {
        note.id: note for note in view(half_sentence_leads()).sections["working"].leading.notes
    }
    assert notes["note-roi"].label == "Note 4: return on investment (ROI)"
    assert [(used.number, used.text) for used in notes["note-roi"].uses] == [
        ("2", "PV of benefits"),
        ("1", "PV of costs"),
    ]


def test_a_note_of_a_figure_leads_to_its_row_and_says_its_basis() -> None:
    for note in view(judged(full())).sections["working"].leading.notes:
        is_figure = bool(note.result or note.reason)
        assert [row.href.startswith("#figure-") for row in note.rows] == [True] * is_figure
        assert bool(note.basis) == bool(note.result)


def test_inputs_in_an_editor_s_formula_are_links_and_names_are_escaped() -> None:
    raw = full()
    raw["inputs"]["wage"]["label"] = "ZZ<b>&"
    tree = parsed(working_page(unread(raw)).body)
    links = tree.css(".cb-working__words a[href='#input-wage']")
    assert links
    assert {link.text() for link in links} == {"ZZ<b>&"}


def test_an_input_shows_where_its_source_was_read() -> None:
    tree = parsed(working_page(judged(full())).body)
    (opened,) = tree.css("#input-spent .cb-input__opened a")
    assert opened.text() == "example.org"
    assert opened.attributes["href"] == "https://example.org/zzread"
