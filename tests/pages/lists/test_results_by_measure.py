"""The library by measure: what one result cost, all cases of one measure side by side."""

import pytest

from roi_casebook.pages.lists.library_page import library_page
from tests.pages.lists.test_result_costs import CASES, shelf
from tests.pages.told import LANGUAGES, parsed, real, text_of
from tests.wording.voices import plain


def cells(case: str, language: str = "en") -> list[str]:
    """Give the cells of a case in the table of hires."""
    tree = parsed(library_page(shelf(CASES, language)).body)
    rows = tree.css("#results-hires tbody tr")
    (row,) = (row for row in rows if case in row.text())
    return [plain(" ".join(cell.text().split())) for cell in row.css("td")]


def test_measures_stand_apart_each_with_all_its_cases() -> None:
    tree = parsed(library_page(shelf(CASES)).body)
    assert [node.id for node in tree.css("details") if (node.id or "").startswith("results-")] == [
        "results-hires",
        "results-units-sold",
    ]
    assert len(tree.css("#results-hires tbody tr")) == 5
    assert len(tree.css("#results-units-sold tbody tr")) == 1
    assert tree.css_first('#results-hires a[href="method.html#measure-hires"]') is not None


@pytest.mark.parametrize(
    ("case", "own", "compared", "count"),
    [
        ("cheap", "€60 per hire (unproven)", "€60 per hire", "1,000 hires"),
        ("pounds", "£60 per hire (unproven)", "€67.44 per hire", "1,000 hires"),
        ("open", "at least €70 per hire (unproven)", "at least €70 per hire", "1,000 hires"),
        ("roubles", "RUB 5 per hire (unproven)", "no exchange rate of RUB for 2020", "1,000 hires"),
    ],
)  # fmt: skip
def test_a_case_stands_in_its_own_money_and_for_comparison_or_with_the_reason(
    case: str, own: str, compared: str, count: str
) -> None:
    assert cells(case)[:3] == [own, compared, count]


def test_what_was_held_against_something_says_so() -> None:
    assert cells("held")[0].startswith("€50 per additional hire")
    body = text_of(library_page(shelf(CASES)).body)
    assert "above what was held against it" in body


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_library_without_such_cases_says_so(language: str) -> None:
    page = library_page(shelf([real("foiled-cupcakes")], language))
    assert ("No case tells" if language == "en" else "Aucun cas ne dit") in text_of(page.body)
    assert "results" in {section.id for section in page.sections}
