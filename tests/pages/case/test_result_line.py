"""What search results show of a case."""

import pytest

from roi_casebook.pages.case.first_screen.strip import result_line
from roi_casebook.pages.parts.page import Result
from tests.pages.told import (
    LANGUAGES,
    REAL,
    drawn,
    full,
    judged,
    real,
    real_page,
    telling,
    text_of,
    view,
)
from tests.real_cases import each_case


def result(slug: str, language: str = "en") -> Result:
    return result_line(telling(real(slug), language))


def test_a_return_stands_with_npv_cost_horizon_and_basis() -> None:
    found = result("depaul-ihobo")
    assert found.figures.split("\u00a0· ") == [
        "ROI at most 110% (unproven)",
        "NPV at most £6,600",
        "Cost at least £6,000",
        "over 1\u00a0year",
    ]
    assert found.basis.startswith("observed\u00a0· hard: the payer’s accounts")


@pytest.mark.parametrize("slug", each_case())
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_return_stands_alone(slug: str, language: str) -> None:
    names = {"en": ("NPV", "Cost", "over "), "fr": ("VAN", "Coût", "sur ")}[language]
    found = result(slug, language)
    if real(slug).leads.kind == "cost_per_result":
        assert found.figures.startswith(("cost per ", "coût par "))
        assert any(reason in found.figures for reason in ("No ROI: ", "Pas de ROI\u202f: "))
    elif (
        real(slug).leading.figures["roi"].value is None
        or real(slug).evidence.maturity.suppresses_headline
    ):
        assert found.figures.startswith(("No ROI: ", "Pas de ROI\u202f: "))
    else:
        assert found.figures.startswith("ROI ")
        assert all(name in found.figures for name in names)
        assert found.basis


def test_a_reason_says_what_is_known_beside_it() -> None:
    assert result("foiled-cupcakes") == Result(
        "No ROI: the cost is not known", "", result("foiled-cupcakes").about
    )
    blogs = result("ibm-internal-blogs", "fr").figures
    assert blogs.startswith(
        "Pas de ROI\u202f: on ignore ce qui est revenu en argent\u00a0· Coût au moins"
    )
    assert "NPV −\u2060£12,500" in result("need-a-cake").figures


def test_what_was_measured_too_early_has_no_return() -> None:
    early = drawn(period={"start": "2019-03", "years": 3, "observed_months": 3})
    figures = result_line(telling(judged(early))).figures
    assert figures.startswith("No ROI: results were measured before an effect could be expected")


def test_a_case_is_found_by_who_where_and_what() -> None:
    about = result_line(telling(judged(full()))).about
    for words in ("ZZorganisation", "Information technology", "Portugal", "Internal tool", "2019"):
        assert words in about


@pytest.mark.parametrize("slug", REAL)
def test_a_case_page_brings_its_result(slug: str) -> None:
    assert real_page(slug, "fr").result == result(slug, "fr")


@pytest.mark.parametrize(
    ("language", "chip", "share", "step"),
    [
        ("en", "gross value added counted, wages within it", "Share of it that is value added", "Value added in place of spending"),
        ("fr", "valeur ajoutée brute, salaires compris", "Part qui est de la valeur ajoutée", "Valeur ajoutée au lieu des dépenses"),
    ],
)  # fmt: skip
def test_value_added_is_called_so_wherever_it_stands(
    language: str, chip: str, share: str, step: str
) -> None:
    told = text_of(real_page("inspired-by-iceland", language).body)
    assert chip in told
    assert share.lower() in told.lower()
    assert step in told


@pytest.mark.parametrize(
    ("language", "said"), [("en", "as far as counted"), ("fr", "pour ce qui est compté")]
)
def test_a_large_return_stands_alone_and_its_hedge_at_its_label(language: str, said: str) -> None:
    roi = view(real("ebay-paid-search"), language).first.strip[1]
    assert roi.bound == said
    assert roi.value.head + roi.value.last in {"−65%", "−65\u202f%", "−65\u00a0%"}
