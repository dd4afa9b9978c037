"""What each chart shows of its view."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from roi_casebook.charts import (
    About,
    BridgeBar,
    Dotplot,
    EvidencePoint,
    axis_of,
    axis_values,
    bridge_chart,
    cash_flow_chart,
    dotplot_chart,
    evidence_chart,
    locks_glyph,
    maturity_gauge,
    tornado_chart,
)
from roi_casebook.charts.dotplot import HIGHEST, columns_of
from roi_casebook.charts.evidence_plot import MOST_LAYERS, layers_of
from tests.charts import wild
from tests.charts.reading import classed, drawings, texts, tree
from tests.charts.samples import BRIDGE, CASH_FLOW, DOTPLOT, EVIDENCE, GAUGES, TORNADO

EVIL = "<script>alert(1)</script> & \"quoted\" 'text'"


def key(markup: Markup) -> list[str]:
    return ["".join(item.itertext()) for item in tree(markup).iter("li")]


def test_texts_are_escaped() -> None:
    about = About("one", EVIL, EVIL, EVIL)
    markup = bridge_chart(replace(BRIDGE, about=about, claimed=BridgeBar(EVIL, 1.45, EVIL)))
    assert "<script" not in markup
    assert tree(markup).findtext("p") == EVIL


def test_a_bridge_has_a_bar_a_step_told_by_look() -> None:
    for svg in drawings(bridge_chart(BRIDGE)):
        assert len(classed(svg, "solid")) == 2
        assert len(classed(svg, "falling")) == len(classed(svg, "stripes")) == 4
        assert len(classed(svg, "hollow")) == 1
        assert [step.text in texts(svg) for step, _ in BRIDGE.bars()] == [True] * 7


def test_a_bar_begins_where_the_one_before_it_ended() -> None:
    svg = drawings(bridge_chart(BRIDGE))[0]
    first = classed(svg, "solid")[0]
    margin = classed(svg, "falling")[0]
    ends = [float(bar.attrib["x"]) + float(bar.attrib["width"]) for bar in (first, margin)]
    assert ends[0] == pytest.approx(ends[1], abs=0.11)


@pytest.mark.parametrize(
    "amount", ["at most US$1.48 million", "au plus −12,3\u00a0M$US", "at most 33.3 times the cost"]
)
def test_no_amount_of_a_bridge_is_cut_on_a_phone(amount: str) -> None:
    steps = tuple(replace(step, text=amount) for step in BRIDGE.steps)
    drawn = bridge_chart(replace(BRIDGE, steps=steps))
    assert str(drawn).count(f">{amount}<") == len(steps)


def test_a_claim_that_dwarfs_the_rest_is_broken_and_rules_no_axis() -> None:
    values = [1000.0, 12.0, -3.0, -4.0, -4.0]
    assert axis_values(values) == (-3.0, -4.0, -4.0, 12.0)
    assert axis_values([20.0, 12.0, -3.0, -4.0]) == (20.0, 12.0, -3.0, -4.0)
    assert axis_values([50.0, -1.0]) == (50.0, -1.0)  # both are needed
    axis = axis_of(axis_values(values), str)
    steps = tuple(BridgeBar("s", value, f"{value:g}") for value in values[1:-1])
    claimed = BridgeBar("As claimed", values[0], "1,000")
    bridge = replace(
        BRIDGE, axis=axis, claimed=claimed, steps=steps, defended=BridgeBar("e", -4.0, "−4")
    )
    (svg,) = drawings(bridge_chart(bridge))
    assert len(classed(svg, "break")) == 2  # the claim, and the step that leaves it
    assert "1,000" in texts(svg)


def test_a_key_holds_only_what_is_drawn() -> None:
    falling = replace(BRIDGE, steps=BRIDGE.steps[:2], defended=BridgeBar("Left", -0.1837, "−18 %"))
    assert key(bridge_chart(falling)) == ["what stands before and after", "takes from it"]
    assert key(bridge_chart(replace(falling, falls=""))) == ["what stands before and after"]


def test_what_is_unknown_of_a_year_is_a_question_mark() -> None:
    for svg in drawings(cash_flow_chart(CASH_FLOW)):
        assert texts(svg).count("?") == 1
        assert len(classed(svg, "falling")) == 4
        assert len(classed(svg, "ring")) == 3
        assert len(classed(svg, "mark")) == 1


def test_without_payback_there_is_no_mark() -> None:
    for svg in drawings(cash_flow_chart(replace(CASH_FLOW, payback=None))):
        assert not classed(svg, "mark")


def _dots(svg: Element, look: str) -> int:
    return sum(column.attrib["d"].count("M") for column in classed(svg, look))


def _left(column: Element) -> float:
    return float(column.attrib["d"].split()[0].lstrip("M"))


def test_dots_left_of_zero_are_squares() -> None:
    for svg in drawings(dotplot_chart(DOTPLOT)):
        assert (_dots(svg, "dot"), _dots(svg, "ring")) == (31, 19)
        zero = float(classed(svg, "zero")[0].attrib["d"].split()[0].lstrip("M"))
        assert all(_left(column) > zero for column in classed(svg, "dot"))
        assert all(_left(column) < zero for column in classed(svg, "ring"))


@settings(max_examples=25)
@given(wild.dotplots())
def test_there_are_fifty_dots_and_none_is_moved_over_zero(plot: Dotplot) -> None:
    losses = sum(dot < 0 for dot in plot.dots)
    for svg in drawings(dotplot_chart(plot)):
        assert (_dots(svg, "dot"), _dots(svg, "ring")) == (50 - losses, losses)


@settings(max_examples=25)
@given(wild.dotplots(), st.integers(7, 40))
def test_columns_rise_and_are_at_most_eight_high(plot: Dotplot, parts: int) -> None:
    columns = columns_of(plot.dots, plot.axis, parts)
    assert list(columns) == sorted(columns)
    assert max(Counter(columns).values()) <= HIGHEST
    assert columns[0] >= -plot.axis.zero * parts
    assert columns[-1] < (len(plot.axis.ticks) - 1 - plot.axis.zero) * parts


def test_fifty_equal_dots_make_full_columns() -> None:
    dots = (7.0,) * 50
    columns = Counter(columns_of(dots, axis_of(dots, repr), 20))
    assert sorted(columns.values()) == [2, 8, 8, 8, 8, 8, 8]


def test_a_diamond_marks_what_decides_alone() -> None:
    for svg in drawings(tornado_chart(TORNADO)):
        assert len(classed(svg, "mark")) == 3
        assert "as it is: 9 k€" in texts(svg)


def test_ends_stand_on_the_side_of_their_result() -> None:
    svg = drawings(tornado_chart(TORNADO))[0]
    places = {text.text: float(text.attrib["x"]) for text in svg.iter("text")}
    assert places["45 %"] < places["10 %"]
    assert places["25 %"] < places["40 %"]


def test_unproven_cases_are_hollow_and_bounds_have_an_arrow() -> None:
    for svg in drawings(evidence_chart(EVIDENCE)):
        assert len(classed(svg, "ring")) == 7
        assert len(classed(svg, "dot")) == 4
        assert len(classed(svg, "head")) == 5
        assert sorted(set(texts(svg)) & {str(number) for number in range(1, 12)}, key=int) == [
            str(number) for number in range(1, 12)
        ]


def test_many_cases_bear_no_numbers() -> None:
    many = tuple(EvidencePoint(k % 6, k / 10, number=str(k)) for k in range(200))
    for svg in drawings(evidence_chart(replace(EVIDENCE, points=many))):
        assert len(classed(svg, "dot")) == 200
        assert not classed(svg, "dot-number")


@given(st.lists(st.tuples(st.floats(0, 600), st.floats(1, 40)), max_size=40))
def test_marks_of_a_layer_do_not_touch(spans: list[tuple[float, float]]) -> None:
    extents = sorted((start, start + room) for start, room in spans)
    layers = layers_of(extents)
    assert all(layer < MOST_LAYERS for layer in layers)
    for layer in range(MOST_LAYERS - 1):
        ends = [extent for extent, own in zip(extents, layers, strict=True) if own == layer]
        assert all(one[1] <= other[0] for one, other in pairwise(ends))


def test_locks_are_full_or_hollow() -> None:
    for count in range(6):
        groups = [each.attrib["class"] for each in tree(locks_glyph(count)).iter("g")]
        assert groups == ["cb-locks__full"] * count + ["cb-locks__hollow"] * (5 - count)


def test_locks_beside_their_words_are_decoration() -> None:
    assert tree(locks_glyph(3)).get("aria-hidden") == "true"
    assert tree(locks_glyph(3, "three of five locks", "locks")).findtext("title")


def test_a_gauge_has_its_word_and_a_pin_where_the_stage_is_known() -> None:
    pins = [len(classed(tree(maturity_gauge(gauge)), "pin")) for gauge in GAUGES]
    assert pins == [1, 1, 1, 1, 0]
    assert tree(maturity_gauge(GAUGES[2])).findtext("span") == "mature"
