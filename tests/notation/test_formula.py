import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roi_casebook.notation.formula import as_formula, plain_number
from roi_casebook.roi.algebra.expressions import Name, Node, Op, Sum
from roi_casebook.roi.algebra.formulas import parse_formula
from tests.notation.trees import written


@settings(max_examples=200)
@given(written)
def test_what_is_printed_parses_to_the_same_tree(tree: Node) -> None:
    assert parse_formula(as_formula(tree)) == tree


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "a + b + c",
        "a - (b - c)",
        "a - b - c",
        "a / (b * c)",
        "a / b / c",
        "(a + b) * c",
        "a * (b / c)",
        "a * b / c",
        "(a * b) ** 2",
        "(a ** 2) ** 3",
        "-a",
        "a - (-b)",
        "-(a * b)",
        "searches_per_week * 52 * (1 - share) / 3600",
    ],
)
def test_brackets_stand_only_where_they_are_needed(text: str) -> None:
    assert as_formula(parse_formula(text)) == text


def test_both_sides_of_a_power_stand_in_brackets() -> None:
    tree = Op("**", Op("-", Name("a"), Name("b")), Op("+", Name("c"), Name("d")))
    assert as_formula(tree) == "(a - b) ** (c + d)"


@given(st.floats(0, allow_infinity=False, allow_nan=False))
def test_numbers_read_back_to_the_bit(value: float) -> None:
    assert float(plain_number(value)) == value


def test_editors_write_no_sums() -> None:
    with pytest.raises(TypeError, match="no sums"):
        as_formula(Sum("moment", Name("flow", frozenset({"moment"}))))
