"""A citation in BibTeX: sound for old programs and new, whatever stands in a title."""

from datetime import date

import pytest

from roi_casebook.exports.bibtex import bibtex
from roi_casebook.pages.case.passed_on.citing import Citation


def entry(title: str) -> str:
    return bibtex(
        Citation("a-case-fr", "L’Étude & Cie", title, "Vu", date(2026, 11, 2), "https://e.org/a_b.html", "fr")
    )  # fmt: skip


def test_the_entry() -> None:
    assert entry("Un cas") == (
        "@misc{a-case-fr,\n"
        "  author = {{L'{\\'E}tude \\& Cie}},\n"
        "  title = {{Un cas}},\n"
        "  year = {2026},\n"
        "  month = {11},\n"
        "  note = {Vu},\n"
        "  url = {https://e.org/a_b.html},\n"
        "  langid = {fr},\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("50 % of $5 & #1_a", r"50 \% of \$5 \& \#1\_a"),
        ("a {b} \\c ~ ^", r"a \{b\} {\textbackslash}c {\textasciitilde} {\textasciicircum}"),
        ("déjà naïf Ça œuvre Zoë", r"d{\'e}j{\`a} na{\"\i}f {\c C}a {\oe}uvre Zo{\"e}"),
        ("e\u0301tude", r"{\'e}tude"),
        ("“6 000 £” – 5 €", "``6 000 {\\pounds}'' -- 5 {\\texteuro}"),
        ("100\u00a0M\u202f?", r"100~M\,?"),
        ("Ăn ở 東京", "{\\u A}n ở 東京"),
    ],
)
def test_a_title_is_written_for_latex(title: str, written: str) -> None:
    assert f"title = {{{{{written}}}}},\n" in entry(title)


def test_braces_are_balanced_whatever_stands_in_a_title() -> None:
    text = entry("} { \\} é").replace(r"\{", "").replace(r"\}", "")
    assert text.count("{") == text.count("}")
