"""What the cases show together, as a page."""

import re
from xml.etree.ElementTree import Element

import pytest

from roi_casebook.charts import cost_return_chart
from roi_casebook.pages.lists.insights_page import SECTIONS, insights_page
from roi_casebook.pages.lists.published_cases import CasesInLanguage, PublishedCases
from roi_casebook.pages.parts.case_in_language import SiteInLanguage
from roi_casebook.pages.parts.page import Page
from roi_casebook.wording import wording_for
from tests.charts.reading import classed, drawings
from tests.charts.samples import COST_RETURN
from tests.pages.told import CONFIG, LANGUAGES, SITE, TEMPLATES, parsed, real

WITH_RETURN = ("ebay-paid-search", "de-mail-germany", "munich-limux")
SLUGS = (
    *WITH_RETURN,
    "ibm-internal-blogs",
    "ibm-enterprise-tagging",
    "txt2stop",
    "stopcovid",
    "covidsafe",
)


def page_in(language: str) -> Page:
    cases = [real(slug) for slug in SLUGS]
    wording = wording_for(language, LANGUAGES[0], SITE.vocabulary)
    shelf = CasesInLanguage(
        SiteInLanguage(wording, CONFIG, cases, TEMPLATES, SITE.beside), PublishedCases.of(cases)
    )
    return insights_page(shelf)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_count_stands_with_what_it_cannot_say(language: str) -> None:
    body = parsed(page_in(language).body)
    assert [node.attributes["id"] for node in body.css("h2")] == list(SECTIONS)
    panels = body.css(".cb-panels section")
    assert len(panels) == len(SECTIONS) - 1, "all but the map"
    for panel in panels:
        assert panel.css("table, .cb-chart")
        assert panel.css("p.cb-small")


@pytest.mark.parametrize("language", LANGUAGES)
def test_returns_stand_against_evidence_and_against_cost(language: str) -> None:
    """Each mark leads to its case and says its return with how far it stands; a table says the same."""
    body = parsed(page_in(language).body)
    for kind in ("evidence", "cost-return"):
        ways = body.css(f".cb-chart--{kind} svg[role='group'] a")
        assert {way.attributes["href"] for way in ways} == {
            f"cases/{slug}.html" for slug in WITH_RETURN
        }
        for way in ways:
            assert re.search(
                "unproven|non démontré|locks|cadenas", way.attributes["aria-label"] or ""
            )
    rows = body.css("#cost ~ .cb-more tbody tr")
    assert len(rows) == len(WITH_RETURN)


def test_a_loss_lies_below_break_even_and_nought_has_a_place_of_its_own() -> None:
    (svg,) = drawings(cost_return_chart(COST_RETURN))
    (even,) = classed(svg, "zero")
    heights = {way.attrib["href"]: _height(way) for way in svg.iter("a")}
    line = float(even.attrib["y1"])
    assert heights["cases/d.html"] < heights["cases/a.html"] < line
    assert line < heights["cases/c.html"] < heights["cases/e.html"]
    levels = [
        float(one.attrib["y1"]) for one in svg.iter("line") if one.get("class") == "cb-chart__grid"
    ]
    assert heights["cases/e.html"] > sorted(levels)[-2], "below the least power of ten"


def _height(way: Element) -> float:
    shape = [one for one in way if one.get("class", "").split("__")[-1] in ("dot", "ring")][-1]
    if shape.tag == "path":
        return float(shape.attrib["d"].split()[1].split("L")[0])
    return float(shape.get("cy") or shape.attrib["y"])


def test_a_field_without_a_case_is_in_sight_and_said() -> None:
    body = parsed(page_in("en").body)
    gaps = body.css(".cb-map__gap")
    filled = [node for node in body.css(".cb-map td") if "cb-map__gap" not in (node.html or "")]
    assert gaps
    assert all("no case" in gap.text() for gap in gaps)
    assert sum(int(node.text().split()[0]) for node in filled) == len(SLUGS)


def test_each_kind_leads_to_its_cases() -> None:
    rows = parsed(page_in("en").body).css(".cb-map tbody th a")
    kinds = {real(slug).case.initiative.kind for slug in SLUGS}
    assert {node.attributes["href"] for node in rows} == {f"kinds/{kind}.html" for kind in kinds}
