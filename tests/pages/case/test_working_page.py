"""The page of the working: nothing of it is lost, each note ends with what it rests on, no step says nothing."""

import json
import re
from itertools import chain

import pytest

from roi_casebook.appraisal import Appraisal, Step, steps
from roi_casebook.pages.case.step_by_step.rests_on import by_place, inputs_below
from roi_casebook.pages.case.step_by_step.ways_between import ids_in, led_on
from roi_casebook.pages.parts.notes import notes_of, passed_by
from roi_casebook.roi.algebra.expressions import Name, Op, Sum
from tests.pages.told import (
    LANGUAGES,
    REAL,
    SITE,
    drawn,
    judged,
    parsed,
    real,
    real_pages,
    real_working,
    view,
    whole,
)


def appraisals(slug: str) -> list[Appraisal]:
    return [*real(slug).readings.values(), *real(slug).social.values()]


def steps_of(slug: str) -> list[set[tuple[str, str | None]]]:
    """Give the steps of each appraisal, but for those that pass on what they are given."""
    return [
        {
            (step.name, step.line)
            for name, figure in one.figures.items()
            if figure.value is not None
            for step in steps(one, name)
            if not passed_by(step) and step.name in one.trees
        }
        for one in appraisals(slug)
    ]


@pytest.mark.parametrize("slug", [*REAL, "inspired-by-iceland", "ebay-paid-search"])
def test_nothing_of_the_working_is_lost(slug: str) -> None:
    """Notes, formulas and sources are counted from what was appraised, not from views."""
    case, pages = real(slug).case, real_pages(slug, "en")
    tree = parsed(pages.working.body)
    notes = tree.css(".cb-notes > li")
    whole_steps = sum(map(len, steps_of(slug)))
    assert len({note.attributes["id"] for note in notes}) == len(notes)
    assert len(tree.css(".cb-notes math")) >= whole_steps
    assert len(tree.css(".cb-notes .cb-working__words")) == len(tree.css(".cb-notes math"))
    for name, given in case.inputs.items():
        (row,) = tree.css(f"tr#input-{name}")
        assert len(row.css("q")) == bool(given.quote)
        sources = row.css(f'a[href="{slug}.html#source-{given.source}"]')
        assert len(sources) == bool(given.source)
    assert len(parsed(pages.case.body).css(".cb-source")) == len(case.sources)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", REAL)
def test_the_panel_reads_all_that_stands_on_the_page(slug: str, language: str) -> None:
    page = real_working(slug, language)
    found = re.fullmatch(r"window\.casebookWorking = (\".*\");\n", page.data)
    assert found is not None
    shown, given = parsed(page.body), parsed(json.loads(found[1]))
    for selector in ("[data-cb-note]", ".cb-notes math", ".cb-rests > li", "tr q"):
        assert len(given.css(selector)) == len(shown.css(selector))
    for link in given.css("a[href^='#']"):
        assert not re.match("#(note|input)-", link.attributes["href"] or "")
    numbers = given.css("a > .cb-note")
    assert len(numbers) == len(given.css(f"a[href^='{slug}-working.html#'] > .cb-note"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", REAL)
def test_links_between_both_pages_arrive(slug: str, language: str) -> None:
    pages = real_pages(slug, language)
    ids = {
        "": ids_in(pages.working.body),
        f"{slug}.html": ids_in(pages.case.body),
        f"{slug}-working.html": ids_in(pages.working.body),
    }
    for link in parsed(whole(pages)).css("a[href]"):
        address, mark, place = (link.attributes["href"] or "").partition("#")
        if mark and address in (f"{slug}.html", f"{slug}-working.html"):
            assert place in ids[address]
    own = [link.attributes["href"] for link in parsed(pages.working.body).css("a[href^='#']")]
    assert {(one or "")[1:] for one in own} <= ids[""]


@pytest.mark.parametrize("slug", sorted(SITE.cases))
def test_a_figure_with_a_value_rests_on_inputs_with_value_and_ground(slug: str) -> None:
    section = view(real(slug)).sections["working"]
    for note in chain.from_iterable(one.notes for one in section.all):
        if note.result:
            assert note.rests_on or note.gaps, note.title
        for one in note.rests_on:
            assert one.value
            assert one.number
            assert one.quote or one.assumption or one.looked or one.source or one.needs


def test_two_openings_lead_from_the_return_to_the_words_of_its_sources() -> None:
    tree = parsed(real_working("need-a-cake", "en").body)
    (note,) = tree.css("#note-npv")
    (rest,) = note.css(".cb-rests")
    assert len(rest.css("q")) >= 1
    assert rest.css("a[href^='need-a-cake.html#source-']")
    below = rest.next
    assert below is None or not below.text(strip=True), "it ends with them"


def test_what_a_note_rests_on_is_what_all_that_it_uses_rests_on() -> None:
    for one in appraisals("ebay-paid-search"):
        notes = notes_of(real("ebay-paid-search").case, one, each_step=False)
        known = by_place(notes)
        for note in notes:
            below = set(inputs_below(note, known))
            for used in note.uses:
                if used.kind == "note":
                    assert set(inputs_below(known[used.name, used.line], known)) <= below


A, B = Name("a"), Name("b")
YEARS = Name("a", frozenset({"year"}))


def step(tree: Op | Sum | Name, values: tuple[float, ...], **terms: tuple[float, ...]) -> Step:
    return Step("x", None, tree, frozenset(), values, terms)


@pytest.mark.parametrize(
    ("made", "passed"),
    [
        (step(Op("*", A, B), (5.0,), a=(5.0,), b=(1.0,)), "a"),
        (step(Op("*", A, B), (5.0, 6.0), a=(1.0, 1.0), b=(5.0, 6.0)), "b"),
        (step(Op("*", A, B), (5.0, 5.7), a=(5.0, 6.0), b=(1.0, 0.95)), ""),
        (step(Op("*", A, B), (0.0,), a=(0.0,), b=(0.6,)), ""),  # nought of a margin says the margin
        (step(Op("-", A, B), (5.0,), a=(5.0,), b=(0.0,)), ""),
        (step(Sum("year", YEARS), (5.0,), a=(5.0,)), "a"),
        (step(Sum("year", YEARS), (11.0,), a=(5.0, 6.0)), ""),
    ],
)
def test_a_product_with_one_and_a_sum_of_one_pass_on(made: Step, passed: str) -> None:
    assert passed_by(made) == passed


def test_a_step_that_passes_on_has_no_note_and_nobody_is_led_to_it() -> None:
    for slug in SITE.cases:
        for one in appraisals(slug):
            notes = notes_of(real(slug).case, one, each_step=False)
            known = by_place(notes)
            for note in notes:
                for own in note.steps:
                    assert note.figures or not passed_by(own), (slug, note.name)
                for used in note.uses:
                    assert used.kind != "note" or (used.name, used.line) in known


def test_only_links_to_what_is_away_are_led_on() -> None:
    html = '<a href="#here">x</a><a href="#there">y</a><a href="method.html#there">z</a>'
    assert led_on(html, frozenset({"there"}), "o.html") == (
        '<a href="#here">x</a><a href="o.html#there">y</a><a href="method.html#there">z</a>'
    )


def test_a_drawn_case_has_its_working_too() -> None:
    assert view(judged(drawn())).sections["working"].leading.notes
