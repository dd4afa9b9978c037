import pytest
from hypothesis import given, settings

from roi_casebook.notation.formula import plain_number
from roi_casebook.notation.words import Words, in_words, with_numbers
from roi_casebook.roi.algebra.expressions import Name, Node, names
from roi_casebook.roi.algebra.tracing import traced_quantities
from tests.notation.trees import traced

ENGLISH = Words(
    name=lambda name: name.replace("_", " "),
    total={
        "line": "the sum over the lines of {}",
        "moment": "the sum over the moments of {}",
        "year": "the sum over the years of {}",
    },
    number=plain_number,
)
TREES = traced_quantities()


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        ("roi", "(pv benefits − pv costs) ÷ pv costs"),
        ("npv", "pv benefits − pv costs + pv balances"),
        ("pv_costs", "the sum over the moments of discounted costs"),
        ("annuity_factor", "the sum over the years of discount factor of year"),
        (
            "discount_factor",
            "earlier factor ÷ (1 + discount rate) ^ (discount periods − earlier periods)",
        ),
        ("annualised_roi", "(1 + roi simple) ^ (1 ÷ horizon years) − 1"),
    ],
)
def test_a_formula_in_words(quantity: str, words: str) -> None:
    assert in_words(TREES[quantity], ENGLISH) == words


def test_a_formula_with_its_numbers() -> None:
    values = {"pv_benefits": ["150"], "pv_costs": ["100"], "discounted_costs": ["60", "40"]}
    assert with_numbers(TREES["roi"], plain_number, values.__getitem__) == "(150 − 100) ÷ 100"
    assert with_numbers(TREES["pv_costs"], plain_number, values.__getitem__) == "60 + 40"


def test_a_sum_of_several_terms_stands_in_brackets_where_it_is_a_part() -> None:
    costs = Name("discounted_costs", frozenset({"moment"}))
    tree = TREES["pv_costs"] - 1
    assert costs in list(names(tree))
    assert with_numbers(2 * tree, plain_number, lambda _: ["1", "0.5"]) == "2 × (1 + 0.5 − 1)"


@settings(max_examples=100)
@given(traced)
def test_every_name_occurs_and_every_bracket_closes(tree: Node) -> None:
    text = in_words(tree, ENGLISH)
    assert all(name.name.replace("_", " ") in text for name in names(tree))
    assert text.count("(") == text.count(")")
