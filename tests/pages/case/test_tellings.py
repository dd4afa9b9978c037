"""How a claim was told on: who repeated whom, when, as a chart and in the list of claims below it."""

from datetime import date
from typing import Any

import pytest
import yaml

from roi_casebook.charts.claim_life import years_axis
from roi_casebook.pages.case.claims import ClaimView
from tests.charts.reading import classed, drawings
from tests.pages.told import LANGUAGES, ROOT, judged, parsed, real, real_page, view

SLUG = "ibm-internal-blogs"


def lives(raw: dict[str, Any]) -> list[tuple[ClaimView, ...]]:
    return [chain for chain in view(judged(raw, SLUG)).sections["claims"] if chain[0].life]


def written() -> dict[str, Any]:
    raw: dict[str, Any] = yaml.safe_load((ROOT / f"cases/{SLUG}.yml").read_text(encoding="utf-8"))
    return raw


def test_the_founding_example_tells_who_repeated_whom_and_when() -> None:
    (chain,) = lives(written())
    assert [claim.by for claim in chain] == [
        "Social Media Examiner, Casey Hibbard, 2010",
        "BarnRaisers, Rob Petersen, November 2010, repeats Social Media Examiner, Casey Hibbard",
        "L’Atelier BNP Paribas, 10 August 2012, repeats BarnRaisers, Rob Petersen",
    ]
    (svg,) = drawings(chain[0].life)
    first, second, third = (
        float(one.attrib["x"]) for look in ("solid", "hollow") for one in classed(svg, look)
    )
    assert first < second < third
    assert len(classed(svg, "arrow")) == len(classed(svg, "head")) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_it_with_its_finding_above_a_list_of_the_same(language: str) -> None:
    body = parsed(real_page(SLUG, language).body)
    (figure,) = body.css("figure.cb-chart--claim-life")
    title = figure.css_first(".cb-chart__title")
    assert title is not None
    assert "3 " in title.text()
    assert "2010" in title.text()
    told = body.css(".cb-chains li .cb-claims__by")
    assert sum("repeats" in node.text() or "reprend" in node.text() for node in told) == 2


def test_one_date_alone_is_no_life() -> None:
    raw = written()
    for source in ("barnraisers", "atelier"):
        raw["sources"][source]["date"] = "unknown"
    assert lives(raw) == []


def test_words_without_a_number_have_no_chart() -> None:
    assert "repeats" in real_page("ebay-paid-search", "en").body
    assert "cb-chart--claim-life" not in real_page("ebay-paid-search", "en").body


def test_a_telling_without_a_date_is_told_and_not_placed() -> None:
    raw = written()
    raw["sources"]["barnraisers"]["date"] = "unknown"
    (chain,) = lives(raw)
    assert "date unknown" in chain[1].by
    (svg,) = drawings(chain[0].life)
    assert [one.text for one in classed(svg, "figure") if one.text == "?"] == ["?"]
    assert not classed(svg, "arrow"), "nothing leads from or to a day that is not known"


def test_a_claim_that_nobody_repeats_has_no_chart() -> None:
    assert real("txt2stop").case.claims
    assert "cb-chart--claim-life" not in real_page("txt2stop", "en").body


def test_the_axis_holds_whole_years() -> None:
    axis = years_axis([date(2010, 6, 1), date(2012, 8, 10)])
    assert [tick.text for tick in axis.ticks] == ["2010", "2011", "2012", "2013"]
    long = years_axis([date(1910, 6, 1), date(2012, 8, 10)])
    assert len(long.ticks) <= 7
    assert long.holds(date(2012, 8, 10).toordinal())
