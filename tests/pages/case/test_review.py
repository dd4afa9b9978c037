"""A review by somebody who did not write the case: told on its page, and only where there is one."""

from dataclasses import replace
from datetime import date

from roi_casebook.case.beside.reviews import Review
from tests.pages.told import real, telling, view_of

REVIEW = Review(
    on=date(2026, 11, 30),
    checked={"en": "ZZchecked against the interview", "fr": "ZZvu"},
    found={"en": "ZZa year was wrong", "fr": "ZZannée"},
)


def about(review: Review | None, language: str = "en") -> list[tuple[str, str, str]]:
    c = replace(telling(real("river-pools"), language), review=review)
    facts = view_of(c).sections["about"]
    return [(fact.name, fact.text, fact.note.text if fact.note else "") for fact in facts]


def test_a_review_tells_when_what_was_checked_and_what_was_found() -> None:
    told = about(REVIEW)
    by_another = "Held against its sources by somebody who did not write it"
    assert (by_another, "30 November 2026", "ZZchecked against the interview") in told
    assert ("What that found, mended since", "", "ZZa year was wrong") in told
    assert any(note == "ZZannée" for _, _, note in about(REVIEW, "fr"))


def test_where_nothing_was_wrong_nothing_is_told_of_it() -> None:
    clean = about(REVIEW.model_copy(update={"found": None}))
    assert not any(name.startswith("What that found") for name, _, _ in clean)


def test_a_case_without_a_review_says_nothing() -> None:
    assert not any("did not write it" in name for name, _, _ in about(None))
