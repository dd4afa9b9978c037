"""A site's own metrics on the pages: of a case with their working, in lists, on the method page."""

from dataclasses import replace
from typing import get_args

import pytest

from roi_casebook.appraisal import JudgedCase
from roi_casebook.appraisal.metrics import WhyNoMetric, metrics_of
from roi_casebook.config import Metric, SiteConfig
from roi_casebook.pages.case.case_page import case_pages
from roi_casebook.pages.case.metrics import MetricsView
from roi_casebook.pages.lists.catalogue_data import catalogue_data
from roi_casebook.pages.lists.published_cases import CasesInLanguage, PublishedCases
from roi_casebook.pages.parts.case_in_language import SiteInLanguage
from roi_casebook.pages.site.site_pages import site_pages
from roi_casebook.wording import wording_for
from tests.pages.told import (
    CONFIG,
    LANGUAGES,
    SITE,
    TEMPLATES,
    full,
    judged,
    parsed,
    real,
    telling,
    text_of,
    view_of,
    whole,
)

FORMULAS = {
    "cost_of_ease": ("pv_costs / ease", "money"),
    "not_stated": ("pv_costs / unheard_of", "money/lead"),
    "input_unknown": ("pv_costs / trouble", "money/person"),
    "soft_priced": ("ease * wage", "money/hour"),
    "lanes_mixed": ("npv + care_price", "money"),
    "units_do_not_fit": ("spent / wage", "money"),
    "divided_by_zero": ("spent / (hours - hours)", "money*year/hour"),
}
METRICS = {
    name: Metric.model_validate(
        {
            "label": {"en": f"<b>{name.replace('_', ' ')}</b>", "fr": f"ZZ {name}"},
            "formula": formula,
            "unit": unit,
        }
    )
    for name, (formula, unit) in FORMULAS.items()
}
OWN: SiteConfig = CONFIG.model_copy(update={"metrics": METRICS})
BARE: SiteConfig = CONFIG.model_copy(update={"metrics": {}})


def made_up(case: JudgedCase | None = None, language: str = "en") -> MetricsView:
    told = replace(telling(case or judged(full()), language), config=OWN)
    found: MetricsView | None = view_of(told).sections["figures"].metrics
    assert found is not None
    return found


def shelf(case: JudgedCase, config: SiteConfig = OWN, language: str = "en") -> CasesInLanguage:
    wording = wording_for(language, LANGUAGES[0], SITE.vocabulary)
    return CasesInLanguage(
        SiteInLanguage(wording, config, [case], TEMPLATES), PublishedCases.of([case])
    )


def test_the_made_up_case_has_every_reason() -> None:
    found = {one.reason for one in metrics_of(judged(full()), METRICS).values()}
    assert set(get_args(WhyNoMetric)) == found - {None}


def test_a_metric_stands_with_its_formula_in_words_and_with_numbers() -> None:
    (row,) = (row for row in made_up().rows if row.id == "metric-cost_of_ease")
    assert (row.badge, row.bound) == ("at-least", "at least")
    assert row.formula.numbers[0].startswith("CHF")
    assert "÷ 71% = at least CHF" in row.formula.numbers[0]
    assert 'href="#soft-ease"' in row.formula.words
    assert 'href="#note-pv_costs"' in row.formula.words
    assert "&lt;b&gt;cost of ease&lt;/b&gt; = " in row.formula.words


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_metric_without_a_value_has_its_reason(language: str) -> None:
    reasons = {
        row.id.removeprefix("metric-"): row.reason for row in made_up(None, language).reasons
    }
    assert set(get_args(WhyNoMetric)) - {"not_stated"} <= set(reasons)
    assert (
        "not_stated" not in reasons
    )  # a metric of which the case states nothing is none of its own
    assert len(set(reasons.values())) == len(reasons)
    assert all(text.endswith(".") and "{" not in text for text in reasons.values())
    assert "Trouble" in reasons["input_unknown"]
    assert ("ZZease" if language == "en" else "ZZaisance") in reasons["soft_priced"]


def test_the_reason_of_a_figure_is_that_of_the_metric() -> None:
    metrics = {"half": Metric(label={"en": "Half"}, formula="pv_costs / 2", unit="money")}
    config = CONFIG.model_copy(update={"metrics": metrics})
    found = (
        view_of(replace(telling(real("foiled-cupcakes")), config=config))
        .sections["figures"]
        .metrics
    )
    assert found is not None
    assert [row.reason for row in found.reasons] == ["No PV of costs: the cost is not known."]


def test_each_reading_has_its_metrics_and_all_links_arrive() -> None:
    pages = case_pages(replace(telling(judged(full())), config=OWN), TEMPLATES)
    tree = parsed(whole(pages))
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len([one for one in ids if one and one.endswith("metric-cost_of_ease")]) > 1
    for link in tree.css(".cb-working a[href]"):
        address, mark, place = (link.attributes["href"] or "").partition("#")
        assert not mark or place in ids or "method" in address
    assert "<b>cost of ease" not in whole(pages)


def test_a_site_without_metrics_says_nothing_of_them() -> None:
    told = replace(telling(judged(full())), config=BARE)
    assert view_of(told).sections["figures"].metrics is None
    assert "metric" not in case_pages(told, TEMPLATES).case.body
    pages = {page.address: page for page in site_pages([], BARE, SITE.vocabulary, TEMPLATES)}
    assert "metrics" not in {section.id for section in pages["method.html"].sections}
    assert 'id="metrics"' not in pages["method.html"].body


def test_a_list_shows_what_has_a_value() -> None:
    case = judged(full())
    (row,) = shelf(case).rows.values()
    shown = [node.attributes["data-metric"] for node in parsed(row).css(".cb-row__own")]
    assert shown == ["cost_of_ease"]
    assert '"metrics":{"cost_of_ease":{"0":"at least CHF' in catalogue_data(shelf(case))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_method_page_defines_each(language: str) -> None:
    pages = site_pages([], OWN, SITE.vocabulary, TEMPLATES)
    (page,) = (one for one in pages if (one.language, one.address) == (language, "method.html"))
    tree = parsed(page.body)
    assert "metrics" in {section.id for section in page.sections}
    for name in METRICS:
        block = tree.css_first(f"#metric-{name}")
        assert block is not None
        assert block.css_first("math") is not None
    says = text_of(page.body)
    assert ("case’s currency per lead" if language == "en" else "monnaie du cas par") in says


BY_MEASURE = {
    "cost_per_donor": Metric(
        label={"en": "Cost per donor"}, formula="pv_costs / donors_gained", unit="money/person"
    ),
    "cost_per_visitor": Metric(
        label={"en": "Cost per visitor"}, formula="pv_costs / visitors", unit="money/person"
    ),
}
ON_MEASURES: SiteConfig = CONFIG.model_copy(update={"metrics": BY_MEASURE})


def test_metrics_of_measures_are_true_of_real_cases() -> None:
    """£6,000 for 5,360 donors; 700 million krónur at 0.0053 pounds for 73,000 visitors."""
    found = {
        (slug, name): one
        for slug in ("depaul-ihobo", "inspired-by-iceland")
        for name, one in metrics_of(real(slug), BY_MEASURE).items()
    }
    donor = found["depaul-ihobo", "cost_per_donor"]
    visitor = found["inspired-by-iceland", "cost_per_visitor"]
    assert donor.value == pytest.approx(6000 / 5360)
    assert visitor.value == pytest.approx(700e6 * 0.0053 / 73e3)
    assert (donor.bound, visitor.bound) == ("at_least", "at_least")
    assert found["depaul-ihobo", "cost_per_visitor"].value is None


@pytest.mark.parametrize(
    ("language", "named", "raw"),
    [
        ("en", "New donors", "donors_gained"),
        ("fr", "Nouveaux donateurs", "donors_gained"),
        ("fr", "Visiteurs supplémentaires", "more visitors"),
    ],
)
def test_the_method_page_calls_what_a_metric_names_as_readers_do(
    language: str, named: str, raw: str
) -> None:
    cases = [real("depaul-ihobo"), real("inspired-by-iceland")]
    pages = site_pages(cases, ON_MEASURES, SITE.vocabulary, TEMPLATES)
    (page,) = (one for one in pages if (one.language, one.address) == (language, "method.html"))
    blocks = " ".join(node.html or "" for node in parsed(page.body).css("[id^=metric-]"))
    assert named.casefold() in blocks.casefold()
    assert raw not in text_of(blocks)
