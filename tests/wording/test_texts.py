"""What editors wrote: the fallback marked, French spaced, Markdown made safe."""

import pytest

from roi_casebook.wording import wording_for
from roi_casebook.wording.typography import in_quotation_marks, typeset
from roi_casebook.written.parts import ANY_LANGUAGE
from roi_casebook.written.web_links import is_safe_link
from tests.wording.voices import EN, FR

BOTH = {"en": "A cake: how?", "fr": "Un gâteau : comment ?"}


def test_a_text_in_its_language() -> None:
    assert FR.texts.written(BOTH).text == "Un gâteau\u202f: comment\u202f?"
    assert EN.texts.written(BOTH).text == "A cake: how?"
    assert not FR.texts.written(BOTH).is_fallback


def test_an_author_who_is_not_known() -> None:
    assert EN.texts.author("unknown") == "author unknown"
    assert FR.texts.author("unknown") == "auteur inconnu"
    assert FR.texts.author("IBM") == "IBM"


def test_a_missing_translation_falls_back_and_is_marked() -> None:
    written = FR.texts.written({"en": "Only here: so"})
    assert (written.text, written.language, written.is_fallback) == ("Only here: so", "en", True)


def test_a_text_written_once_is_in_the_first_language_of_the_site() -> None:
    first_french = wording_for("en", "fr", EN.vocabulary)
    written = first_french.texts.written({ANY_LANGUAGE: "Bonjour !"})
    assert (written.text, written.language) == ("Bonjour\u202f!", "fr")
    assert written.is_fallback


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("**so** it *is*", "<p><strong>so</strong> it <em>is</em></p>"),
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>"),
        ("[a](javascript:alert(1))", "<p>[a](javascript:alert(1))</p>"),
        ("[a](data:text/html,x)", "<p>[a](data:text/html,x)</p>"),
        ("[a](//elsewhere.org)", "<p>[a](//elsewhere.org)</p>"),
        ("[a](https://x.org)", '<p><a href="https://x.org" rel="noopener">a</a></p>'),
        ("[a](other-case.html#roi)", '<p><a href="other-case.html#roi" rel="noopener">a</a></p>'),
        ("![i](x.png)", '<p>!<a href="x.png" rel="noopener">i</a></p>'),
        ("# No heading", "<p># No heading</p>"),
        ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"),
    ],
)
def test_prose_is_safe_markdown(markdown: str, html: str) -> None:
    assert EN.texts.prose({"en": markdown}).html.strip() == html


def test_a_line_has_no_paragraph() -> None:
    assert EN.texts.line({"en": "*so*"}).html == "<em>so</em>"


@pytest.mark.parametrize(
    "address",
    ["JaVaScRiPt:x", "\x01javascript:x", "java\nscript:x", "vbscript:x", "file:///etc", "\\\\host"],
)
def test_other_addresses_are_refused(address: str) -> None:
    assert not is_safe_link(address)


def test_a_quotation_keeps_its_words_and_takes_the_marks_of_the_page() -> None:
    quotation = FR.texts.quotation("we saved it: really", "en")
    assert quotation.text == "«\u202fwe saved it: really\u202f»"
    assert (quotation.language, quotation.is_fallback) == ("en", True)
    assert EN.texts.quotation("so", "en").text == "“so”"


def test_words_of_ours_are_typeset() -> None:
    assert typeset("l'argent : « 10 % » ; voir http://x.org ?", "fr") == (
        "l’argent\u202f: «\u202f10\u202f%\u202f»\u202f; voir http://x.org\u202f?"
    )
    assert typeset("it's so: 10 %", "en") == "it’s so: 10 %"
    assert typeset("tirée 10 000 fois, en 2010 300 fois", "fr") == (
        "tirée 10\u202f000 fois, en 2010 300 fois"
    )


def test_html_strings_escape_what_is_not_markup() -> None:
    assert str(EN.html("no_figure", name="<b>", because="x")) == "No &lt;b&gt;: x."
    link = EN.texts.line({"en": "[a](b.html)"}).html
    assert '<a href="b.html"' in EN.html("no_figure", name=link, because="x")


def test_a_misspelt_key_names_the_nearest() -> None:
    with pytest.raises(KeyError, match=r"date\.unknown"):
        EN.t("date.unknwn")


def test_plural_forms_follow_the_language() -> None:
    assert EN.t("multiple", n=1) == "1 time"
    assert EN.t("multiple", n=1.5) == "1.5 times"
    assert FR.numbers.quantity(1.5, "search") == "1,5\u00a0recherche"
    assert FR.numbers.quantity(0, "search") == "0\u00a0recherche"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("We made “a leap”", "en", "“We made \u2018a leap\u2019”"),
        ("« un bond »", "en", "“« un bond »”"),  # the marks of another language stay
        ("on a fait « un bond »", "fr", "«\u202fon a fait “un bond”\u202f»"),
        ("«\u202fun bond\u202f»", "fr", "«\u202f“un bond”\u202f»"),
        ("“a leap”", "fr", "«\u202f“a leap”\u202f»"),
    ],
)
def test_a_quotation_in_a_quotation_has_the_inner_marks(
    text: str, language: str, expected: str
) -> None:
    assert in_quotation_marks(text, language) == expected
