"""Which numbers a sentence may mean, and which it does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_casebook.written.numbers_in_text import numbers_in


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("cost $700k to develop", 7e5),
        ("cost $0.7 million", 7e5),
        ("1,000", 1000),
        ("1 000", 1000),
        ("1.000,5", 1000.5),
        ("1,000.5", 1000.5),
        ("10,5 %", 0.105),
        ("12 per cent", 0.12),
        ("12%", 0.12),
        ("12 pour cent", 0.12),
        ("3 points of market share", 3),
        ("between 3 and 5 million", 3e6),
        ("seven people", 7),
        ("seven hundred thousand", 7e5),
        ("twenty-five", 25),
        ("quatre-vingts", 80),
        ("three quarters", 0.75),
        ("half of them", 0.5),
        ("one in four", 0.25),
        ("\u00a32.10 for every \u00a31", 2.1),
        ("10 to 1", 10),
        ("3 crore", 3e7),
        ("3 lakh", 3e5),
        ("3,6 Mds \u20ac", 3.6e9),
        ("4.6 billion", 4.6e9),
        ("just over a million", 1e6),
        ("In thousands: 4,365", 4_365_000),
        ("1,814 1,663 3,542", 3542e6),
        ("Billions ISK 2010 2011 56.3 54.1", 54.1e9),
        ("\u0663\u0664", 34),
        ("In 2008 300 people", 300),
        ("4e-07", 4e-7),
        ("4.6E6 users", 4.6e6),
    ],
)
def test_a_number_may_be_meant(text: str, value: float) -> None:
    assert any(number.may_be(value) for number in numbers_in(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("cost \u00a360,000", 6000),
        ("cost \u00a36m in a year", 60_000),
        ("cost \u00a36 million", 6000),
        ("nine hundred pounds", 9000),
        ("a cost of 3 million", 1e6),
        ("12%", 0.012_5),
        ("twelve", 13),
        ("one in four", 0.4),
    ],
)
def test_a_number_is_not_meant(text: str, value: float) -> None:
    assert not any(number.may_be(value) for number in numbers_in(text))


@given(st.text(max_size=40))
def test_any_text_is_read(text: str) -> None:
    for number in numbers_in(text):
        assert 0 <= number.start < number.end <= len(text)
        assert all(value >= 0 for value in number.values)
