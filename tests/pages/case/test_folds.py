"""What a case folds: nothing is lost in it, each heading says what is behind it."""

import pytest

from roi_casebook.pages.case.sections import SECTIONS
from tests.pages.told import LANGUAGES, REAL, drawn, judged, parsed, real, real_page, view

FOLDED = {
    "readings", "limits", "lessons", "sources", "figures", "cash-flow", "without-it", "checklist", "about", "cite",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", REAL)
def test_what_all_rests_on_is_folded_under_its_heading(slug: str, language: str) -> None:
    tree = parsed(real_page(slug, language).body)
    folded = [one.attributes["id"] for one in tree.css("details.cb-fold > summary > h2")]
    known = {one.id for one in SECTIONS}
    standing = [one.attributes["id"] for one in tree.css("h2") if one.attributes["id"] in known]
    assert folded == [name for name in standing if name in FOLDED]
    assert {one.id for one in SECTIONS if one.fold} == FOLDED
    for what in tree.css(".cb-fold__what"):
        assert what.text(strip=True)


def test_a_heading_counts_what_is_behind_it() -> None:
    shown = view(real("inspired-by-iceland"))
    to_notes, to_inputs = shown.sections["step-by-step"]
    notes = sum(len(one.notes) for one in shown.sections["working"].all)
    assert to_notes.text.startswith(f"{notes} notes")
    assert shown.folds["sources"].startswith(f"{len(shown.sections['sources'])} sources")
    counted = to_inputs.text.split(", ")
    numbers = [int(part.split()[0]) for part in counted if part[0].isdigit()]
    assert sum(numbers) == len(shown.sections["inputs"])
    figures, reasons = shown.folds["figures"].split(", ")[0], shown.folds["figures"]
    assert figures.startswith(f"{len(shown.sections['figures'].figures.rows)} figures")
    assert (
        f"{sum(len(row.names) for row in shown.sections['figures'].figures.reasons)} without a value"
        in reasons
    )


@pytest.mark.parametrize("slug", REAL)
def test_each_claim_is_folded_under_its_verdict(slug: str) -> None:
    tree = parsed(real_page(slug, "en").body)
    assert not tree.css(".cb-claim[open]")
    claims = tree.css(".cb-claim")
    assert len(claims) == len(real(slug).case.claims)
    for claim in claims:
        assert len(claim.css("summary > .cb-verdict")) == 1


def test_the_first_screen_says_the_verdict_on_the_worst_claim_with_its_strongest_reason() -> None:
    verdict = view(real("ibm-internal-blogs")).first.verdict
    assert verdict is not None
    assert (verdict.state, verdict.label) == ("impossible", "impossible")
    assert "1,000 to 1, not 10" in verdict.reason
    tree = parsed(real_page("ibm-internal-blogs", "en").body)
    assert tree.css(f"{verdict.href} .cb-verdict--impossible")


def test_where_no_claim_is_untrue_the_published_return_has_the_first_verdict() -> None:
    verdict = view(real("ebay-paid-search")).first.verdict
    assert verdict is not None
    assert (verdict.label, verdict.says) == ("reproduced on another basis", "ROI about −63%")


def test_a_case_without_claims_has_no_verdict_on_one() -> None:
    assert view(judged(drawn(claims={}))).first.verdict is None


def test_the_sections_stand_in_the_order_in_which_a_reader_asks() -> None:
    order = [section.id for section in SECTIONS if not section.fold]
    assert order[:8] == [
        "story", "bridge", "chance", "evidence", "what-would-have-to-be-true", "soft", "social",
        "claims",
    ]  # fmt: skip


def test_a_loss_is_told_by_word_and_class_a_gain_is_not() -> None:
    (cake,) = parsed(real_page("need-a-cake", "en").body).css(
        "article > .cb-strip .cb-strip__item--loss, body > .cb-strip .cb-strip__item--loss"
    )
    assert cake.css(".cb-strip__loss")[0].text() == "a loss"
    assert "−\u2060£12,500" in cake.text() or "£12,500" in cake.text()
    ihobo = parsed(real_page("depaul-ihobo", "en").body)
    assert not ihobo.css("body > .cb-strip .cb-strip__item--loss")
