from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_casebook.charts.scale import MOST_STEPS, Scale, axis_of, nice_step, thinned
from tests.charts.wild import NUMBERS

SPANS = st.lists(st.tuples(st.floats(0, 500), st.floats(0, 80)), min_size=1, max_size=40).map(
    lambda spans: sorted((start, start + room) for start, room in spans)
)


@pytest.mark.parametrize(
    ("span", "step"),
    [("1", "0.2"), ("1.74", "0.5"), ("12", "2.5"), ("5", "1"), ("0.0005", "0.0001"), ("51", "20")],
)
def test_a_step_is_nice(span: str, step: str) -> None:
    assert nice_step(Decimal(span)) == Decimal(step)


def test_ticks_are_the_shortest_decimals() -> None:
    axis = axis_of([0.3, -0.1], repr)
    assert [tick.text for tick in axis.ticks] == ["-0.1", "0.0", "0.1", "0.2", "0.3"]


def test_nothing_but_zero_has_an_axis_too() -> None:
    axis = axis_of([0.0, 0.0], repr)
    assert (axis.low, axis.zero) == (0, 0)
    assert axis.high > 0


@given(st.lists(NUMBERS, max_size=20))
def test_an_axis_holds_zero_and_all_numbers(values: list[float]) -> None:
    axis = axis_of(values, repr)
    assert all(axis.holds(value) for value in [0.0, *values])
    assert 2 <= len(axis.ticks) <= MOST_STEPS + 3
    assert axis.ticks[axis.zero].value == 0


@given(st.lists(NUMBERS, max_size=20))
def test_ticks_rise_evenly(values: list[float]) -> None:
    ticks = [tick.value for tick in axis_of(values, repr).ticks]
    steps = [after - before for before, after in pairwise(ticks)]
    assert min(steps) > 0
    assert max(steps) == pytest.approx(min(steps))


@given(st.lists(NUMBERS, min_size=2, max_size=20), st.floats(0, 300), st.floats(301, 700))
def test_places_rise_with_numbers(values: list[float], start: float, end: float) -> None:
    scale = Scale(axis_of(values, repr), start, end)
    places = [scale(value) for value in sorted(values)]
    assert places == sorted(places)
    assert scale(scale.axis.low) == pytest.approx(start)
    assert scale(scale.axis.high) == pytest.approx(end)


def test_an_upright_scale_falls() -> None:
    scale = Scale(axis_of([10.0], repr), start=200, end=0)
    assert (scale(0), scale(5), scale(10)) == (200, 100, 0)


def test_a_number_off_the_axis_stands_at_its_end() -> None:
    scale = Scale(axis_of([10.0], repr), 0, 100)
    assert (scale(-1), scale(1e300)) == (0, 100)


@given(SPANS, st.data())
def test_labels_do_not_touch_and_one_is_kept(
    spans: list[tuple[float, float]], data: st.DataObject
) -> None:
    kept = data.draw(st.integers(0, len(spans) - 1))
    chosen = thinned(spans, kept, gap=8)
    assert kept in chosen
    assert all(spans[one][1] + 8 <= spans[other][0] for one, other in pairwise(chosen))
