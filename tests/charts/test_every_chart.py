import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from roi_casebook.charts import (
    About,
    CashFlow,
    CashMoment,
    amounts,
    axis_of,
    bridge_chart,
    cash_flow_chart,
    claim_life_chart,
    cost_return_chart,
    dotplot_chart,
    evidence_chart,
    tornado_chart,
)
from roi_casebook.charts.frame import LAYOUT
from tests.charts import wild
from tests.charts.reading import drawings, extents, tree
from tests.charts.samples import drawn

STYLES = (Path(__file__).parents[2] / "templates/assets/charts.css").read_text(encoding="utf-8")
SNAPSHOTS = Path(__file__).parent / "snapshots"
CHARTS: dict[str, tuple[Callable[[Any], Markup], st.SearchStrategy[Any]]] = {
    "bridge": (bridge_chart, wild.bridges()),
    "cash-flow": (cash_flow_chart, wild.cash_flows()),
    "claim-life": (claim_life_chart, wild.claim_lives()),
    "cost-return": (cost_return_chart, wild.cost_returns()),
    "dotplot": (dotplot_chart, wild.dotplots()),
    "tornado": (tornado_chart, wild.tornados()),
    "evidence": (evidence_chart, wild.evidence_plots()),
}
LEAST_PIXELS = 11
PHONE = 288
"""The room on a phone 320 pixels wide."""
EDGE = 1.0
each_chart = pytest.mark.parametrize("name", CHARTS)
each_sample = pytest.mark.parametrize("name", drawn())


@each_chart
@settings(max_examples=30)
@given(data=st.data())
def test_whatever_a_page_gives(name: str, data: st.DataObject) -> None:
    draw, views = CHARTS[name]
    view = data.draw(views)
    markup = draw(view)
    assert draw(view) == markup, "the same view gives the same bytes"
    assert not re.search(r'="-0\.0"|\bnan\b|\binf\b', re.sub(r">[^<]*<", "><", markup))
    for svg in drawings(markup):
        assert_all_within(svg)
        assert_told(markup, svg, view.about)


def assert_all_within(svg: Element) -> None:
    _, _, width, height = (float(number) for number in svg.attrib["viewBox"].split())
    for extent in extents(svg):
        assert extent.left >= -EDGE
        assert extent.right <= width + EDGE
        assert extent.top >= -EDGE
        assert extent.bottom <= height + EDGE


def assert_told(markup: Markup, svg: Element, about: About) -> None:
    """Whoever does not see the chart is told its title and what it shows, each once; ways are heard."""
    ways = list(svg.iter("a"))
    assert svg.attrib["role"] == ("group" if ways else "img")
    assert all(way.attrib["href"] and "aria-label" in way.attrib for way in ways)
    named = {each.get("id"): each.text for each in tree(markup).iter() if each.get("id")}
    told = [named[id_] for id_ in svg.attrib["aria-labelledby"].split()]
    below = [about.description] if about.description not in {"", about.caption} else []
    assert told == [about.title, *below]
    assert all(id_ and id_.startswith(f"{about.id}-") for id_ in named)


def test_the_longest_horizon_fits() -> None:
    years = tuple(CashMoment(f"year {year}", year, 10.0, 12.0, 2.0 * year) for year in range(61))
    flow = CashFlow(About("one", "t", ""), axis_of(amounts(years), repr), years)
    for svg in drawings(cash_flow_chart(flow)):
        assert_all_within(svg)


@each_sample
def test_ids_are_unique(name: str) -> None:
    ids = [each.attrib["id"] for each in tree(drawn()[name]).iter() if "id" in each.attrib]
    assert ids
    assert len(set(ids)) == len(ids)


@each_sample
def test_looks_are_classes_of_the_style_sheet(name: str) -> None:
    """No style, script or colour stands in the markup, and no class is without a look."""
    left_as_they_are = {"cb-chart__label", "cb-chart__start"}
    for each in tree(drawn()[name]).iter():
        assert each.tag != "script"
        assert not {"style", "fill", "stroke", "onclick"} & set(each.keys())
        for look in each.get("class", "").split():
            assert look in left_as_they_are or look.startswith("cb-chart--") or f".{look}" in STYLES


def test_texts_are_large_enough_on_a_phone() -> None:
    assert LAYOUT.text * PHONE / LAYOUT.width >= LEAST_PIXELS


def test_the_style_sheet_letters_as_the_charts_reckon() -> None:
    assert f"font-size: {LAYOUT.text:g}px" in STYLES


@each_sample
def test_a_chart_is_drawn_once(name: str) -> None:
    assert len(drawings(drawn()[name])) <= 1


@pytest.mark.parametrize("name", ["bridge", "claim-life", "tornado", "dotplot", "evidence"])
def test_no_line_of_an_axis_crosses_a_name(name: str) -> None:
    (svg,) = drawings(drawn()[name])
    names = [one for one in svg.iter("text") if "cb-chart__label" in one.attrib["class"]]
    for line in svg.iter("path"):
        if line.attrib["class"] not in ("cb-chart__grid", "cb-chart__zero", "cb-chart__base"):
            continue
        spans = re.findall(r"M[\d.-]+ ([\d.-]+)L[\d.-]+ ([\d.-]+)", line.attrib["d"])
        for top, bottom in spans:
            for text in names:
                middle = float(text.attrib["y"]) - LAYOUT.text / 3
                assert not float(top) < middle < float(bottom), text.text


@each_sample
def test_snapshot(name: str) -> None:
    """As it was when somebody looked at it; renewed by snapshots/renew.py, and looked at again."""
    assert (SNAPSHOTS / f"{name}.html").read_text(encoding="utf-8") == f"{drawn()[name]}\n"
