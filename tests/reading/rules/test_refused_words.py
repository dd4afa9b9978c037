"""Words that no text may use as its own, and sums of money in what is said of soft results."""

from collections.abc import Mapping
from typing import Any

import pytest

from roi_casebook.case import Case
from roi_casebook.case.beside.guide import Guide
from roi_casebook.config import SiteConfig
from roi_casebook.reading.rules.for_readers.prose import no_money_in_soft_texts
from roi_casebook.reading.rules.for_readers.refused_words import folded_text, refused_words
from tests.reading.sound_cases import AROUND, sound


def codes(written: Mapping[str, Any], model: Any = Case) -> list[str]:  # noqa: ANN401 -- a model
    return [finding.code for finding in refused_words(model, written)]


@pytest.mark.parametrize(
    "text",
    [
        "a total ROI of 300%",
        "its TOTAL *ROI*",
        "of total\n  ROI",
        "the overall values of it",
        "ROI including soft benefits",
        "le ROI global du projet",
        "un retour sur investissement\u00a0total",
        "un « bon » projet, au ROI total de 300 %",
    ],
)
def test_a_sum_over_lanes_has_no_name(text: str) -> None:
    assert codes({"lessons": {"en": text}}) == ["sum_of_lanes"]


@pytest.mark.parametrize(
    "text",
    [
        "The agency calls it “total ROI”.",
        "L’agence parle d’un « ROI total ».",
        'They print "overall value" under it.',
        "a subtotal ROI-wise",
        "the total of the orders; ROI is another thing",
        "",
    ],
)
def test_what_a_source_says_may_be_quoted(text: str) -> None:
    assert codes({"lessons": text, "story": text}) == []


def test_quotation_marks_excuse_nothing_in_what_speaks_for_the_case() -> None:
    assert codes({"title": "“Total ROI” of 300%", "summary": "«ROI total»"}) == ["sum_of_lanes"] * 2


def test_claims_quotes_and_names_of_works_are_the_sources() -> None:
    claim = {"quote": "a total ROI of 300%", "remark": "Its total ROI adds a media value."}
    work = {"work": "Measuring total ROI", "by": "The Overall Value Institute"}
    assert codes({"claims": {"one": claim}, "sources": {"book": work}}) == []
    meaning = {"words": "le ROI total", "meaning": {"en": "the total ROI"}}
    assert codes({"points": {"one": {"quotes": {"a": meaning}}}}, Guide) == []


@pytest.mark.parametrize(
    "label", ["AVE", "Earned-media value", "Équivalent publicitaire", "Valeur d’un abonné"]
)
def test_the_price_of_coverage_is_no_label(label: str) -> None:
    assert codes({"benefits": {"press": {"label": label}}}) == ["media_value"]
    assert codes({"own": {"measures": {"press": {"label": {"fr": label}}}}}, SiteConfig) == [
        "media_value"
    ]
    assert codes({"lessons": f"The press release printed an {label}."}) == []


@pytest.mark.parametrize("label", ["Average order", "We have more", "Value of a followed visit"])
def test_whole_words_alone_count(label: str) -> None:
    assert codes({"benefits": {"press": {"label": label}}}) == []


def test_the_place_is_that_of_the_words() -> None:
    (finding,) = refused_words(Case, {"title": {"fr": "Été : le ROI total"}})
    assert (finding.path, finding.column) == (("title", "fr"), 10)


@pytest.mark.parametrize("text", ["Été", "Straße", "e\u0301te\u0301", "ﬁn İ"])
def test_folding_keeps_every_place(text: str) -> None:
    assert len(folded_text(text)) == len(folded_text(folded_text(text)))


def told_of_soft(field: str, text: object) -> list[str]:
    result = {"measure": "downloads", "stage": "output", "result": "x", "negative": "not-looked"}
    case = sound({"soft": {"fetched": {**result, field: text}}})
    return [finding.code for finding in no_money_in_soft_texts(case, AROUND)]


@pytest.mark.parametrize(
    "text",
    [
        "Time worth €25,000",
        "worth $40 an hour",
        "20,000 EUR in all",
        "25 k€ par an",
        "US$ 40",
        "1,5 million d’euros",
        "EUR 20 000",
        "£1.2m",
        "3 Md€",
        "40 cents each",
    ],
)
def test_soft_results_are_never_priced_in_words(text: str) -> None:
    assert told_of_soft("note", {"en": text}) == ["money_in_soft_text"]
    assert told_of_soft("label", text) == ["money_in_soft_text"]
    assert told_of_soft("instrument", text) == ["money_in_soft_text"]


@pytest.mark.parametrize(
    "text",
    ["of 1,200 asked, 60%", "ISO 9001", "in 2010 the euro came", "30 minutes", "5 pounds lost"],
)
def test_other_numbers_may_stand_there(text: str) -> None:
    assert told_of_soft("note", text) == []


def test_what_it_would_take_to_know_may_have_a_price() -> None:
    assert told_of_soft("needs", "A survey of 2,000 EUR") == []
