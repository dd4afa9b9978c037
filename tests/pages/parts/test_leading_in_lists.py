"""What leads a case leads in lists too: a soft result by its number, social value by its ratio."""

import pytest

from roi_casebook.pages.parts.case_rows import case_row
from roi_casebook.wording import wording_for
from tests.pages.told import LANGUAGES, SITE, real

EN = wording_for("en", LANGUAGES[0], SITE.vocabulary)


@pytest.mark.parametrize(
    ("slug", "text"),
    [
        ("pinterest-bizrate", "at most 25% (unproven)"),
        ("nextdoor", "72% (unproven)"),
        ("pepsi-refresh", "−4.8% (unproven)"),
    ],
)
def test_a_soft_result_that_leads_stands_in_lists_with_its_mark(slug: str, text: str) -> None:
    found = case_row(real(slug), EN, "index.html").result
    assert found is not None
    assert (found.text, found.is_reason) == (text, False)


def test_social_value_that_leads_stands_by_its_ratio() -> None:
    found = case_row(real("truth-campaign"), EN, "index.html").result
    assert found is not None
    assert found.name == "SROI ratio"
    assert found.text.startswith("at most 5.")


def test_what_was_measured_too_early_leads_in_no_list() -> None:
    assert case_row(real("ford-fiesta-movement"), EN, "index.html").result is None


def test_a_return_of_money_needs_nothing_in_its_place() -> None:
    assert case_row(real("ebay-paid-search"), EN, "index.html").result is None


@pytest.mark.parametrize(
    ("language", "said"), [("en", "about 72 to 88"), ("fr", "de 72 à 88 environ")]
)
def test_a_range_that_is_about_is_said_as_the_language_does(language: str, said: str) -> None:
    wording = wording_for(language, LANGUAGES[0], SITE.vocabulary)
    found = case_row(real("transport-for-london-open-data"), wording, "index.html").result
    assert found is not None
    assert said in found.text.replace("\u202f", " ").replace("\u00a0", " ")
