"""What a case folds: nothing is lost in it, each heading says what is behind it."""

import pytest

from roi_casebook.appraisal.claims.verdict import UNTRUE
from roi_casebook.pages.case.sections import SECTIONS
from tests.pages.told import LANGUAGES, REAL, parsed, real, real_page, view

FOLDED = {
    "sources", "figures", "cash-flow", "without-it", "checklist", "about",
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
def test_few_claims_and_untrue_ones_stand_open(slug: str) -> None:
    shown = [claim for chain in view(real(slug)).sections["claims"] for claim in chain]
    for claim in shown:
        assert claim.is_open == (len(shown) <= 3 or claim.verdict.state in UNTRUE)
