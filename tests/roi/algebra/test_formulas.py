import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from roi_casebook.roi.algebra.expressions import Name, Node, Num, Op, names
from roi_casebook.roi.algebra.formulas import (
    DEEPEST,
    LARGEST_POWER,
    LONGEST,
    FormulaError,
    parse_formula,
)
from roi_casebook.roi.algebra.tracing import evaluated

A, B, C = Name("a"), Name("b"), Name("c")
pieces = st.sampled_from(
    ["a", "b.c", "1", "2.5", "1e3", " ", "\n", "\t", "+", "-", "*", "/", "**", "(", ")", "[", "%", "#", ",",
     "'x'", "é", "1j", "True", "if", "lambda", ":", "=", "\\", "\x0c", "\r", "\u2028", "\0", "\ud800", "^", ";"]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a", A),
        ("1_000", Num(1000.0)),
        ("a + b * c", Op("+", A, Op("*", B, C))),
        ("(a + b) * c", Op("*", Op("+", A, B), C)),
        ("a - b - c", Op("-", Op("-", A, B), C)),
        ("a / b / c", Op("/", Op("/", A, B), C)),
        ("a ** 2", Op("**", A, Num(2.0))),
        ("-a", Op("-", Num(0.0), A)),
        ("-2 ** 2", Op("-", Num(0.0), Op("**", Num(2.0), Num(2.0)))),
        ("+a", A),
        ("2 * 3", Op("*", Num(2.0), Num(3.0))),
        ("  a\n  + b\n", Op("+", A, B)),
        ("temps_gagné * coût", Op("*", Name("temps_gagné"), Name("coût"))),
    ],
)
def test_a_formula_stays_as_it_is_written(text: str, tree: Node) -> None:
    assert parse_formula(text) == tree


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("f(a)", 1, "found a call"),
        ("a * b.c", 5, "found a dot"),
        ("é * b.c", 5, "found a dot"),
        ("\n  a +\n  b.c", 10, "found a dot"),
        ("a[0]", 1, "found square brackets"),
        ("a < b", 1, "found a comparison"),
        ("a and b", 1, "found and / or"),
        ("a if b else c", 1, "found a condition"),
        ("1,5 * a", 1, "found a comma"),
        ("a + 'b'", 5, "found a word or a text"),
        ("a + True", 5, "found a word or a text"),
        ("a * 2j", 5, "found a word or a text"),
        ("a % b", 1, "found the sign %"),
        ("a // b", 1, "found //"),
        ("a ^ 2", 1, "found the sign ^"),
        ("a  # per year", 4, "found the sign #"),
        ("a ** b", 1, "whole number from 0 to 12"),
        ("a ** 13", 1, "whole number from 0 to 12"),
        ("a ** 0.5", 1, "whole number from 0 to 12"),
        ("a ** -1", 1, "whole number from 0 to 12"),
        ("2 ** 3 ** 4", 1, "whole number from 0 to 12"),
        ("b + (a ** 4) ** 4", 5, "powers of powers"),
        ("a / 0", 1, "division by zero"),
        ("1e999", 1, "too large"),
        ("9" * 400, 1, "too large"),
        ("a b", 3, "cannot be read from here on"),
        ("lambda: 1", 7, "cannot be read"),
        ("a" * (LONGEST + 1), 1, "501 characters"),
        ("-" * (DEEPEST + 1) + "a", DEEPEST + 1, "within each other"),
    ],
)
def test_what_is_no_formula_is_refused_at_its_column(text: str, column: int, message: str) -> None:
    with pytest.raises(FormulaError, match=message.replace("^", r"\^")) as refused:
        parse_formula(text)
    assert refused.value.column == column


@settings(max_examples=200)
@given(st.lists(pieces, max_size=12).map("".join) | st.text(max_size=30))
@example("(" * 300)
@example("-" * LONGEST)
@example("a+" * 240 + "a")
@example("")
def test_any_text_is_a_formula_or_refused_within_it(text: str) -> None:
    found = parsed(text)
    if isinstance(found, FormulaError):
        assert 1 <= found.column <= len(text) + 1
        assert str(found) == f"column {found.column}: {found.message}"


def parsed(text: str) -> Node | FormulaError:
    try:
        return parse_formula(text)
    except FormulaError as refused:
        return refused


def test_powers_stay_within_their_limit() -> None:
    assert parse_formula(f"a ** {LARGEST_POWER}") == Op("**", A, Num(float(LARGEST_POWER)))
    assert parse_formula("(a ** 3) ** 4") == Op("**", Op("**", A, Num(3.0)), Num(4.0))


def test_columns_are_kept_for_names_and_operations() -> None:
    tree = parse_formula("a * (b + c)")
    assert isinstance(tree, Op)
    assert isinstance(tree.right, Op)
    assert isinstance(tree.right.right, Name)
    assert (tree.column, tree.right.column, tree.right.right.column) == (1, 6, 10)


def test_a_formula_has_its_value() -> None:
    tree = parse_formula("searches * weeks * seconds / 3600 * (1 - share) ** 2")
    inputs = {"searches": 10.0, "weeks": 52.0, "seconds": 12.0, "share": 0.5}
    assert evaluated(tree, inputs) == 10 * 52 * 12 / 3600 * 0.25
    with pytest.raises(ZeroDivisionError):
        evaluated(parse_formula("1 / (a - a)"), {"a": 1.0})
    with pytest.raises(KeyError):
        evaluated(parse_formula("b"), {"a": 1.0})


@pytest.mark.parametrize("word", ["lambda", "from", "class", "while", "global"])
def test_an_input_may_be_called_as_a_word_of_the_grammar_that_no_formula_has(word: str) -> None:
    tree = parse_formula(f"2 * {word} + {word}s")
    assert [(name.name, name.column) for name in names(tree)] == [
        (word, 5),
        (f"{word}s", 5 + len(word) + 3),
    ]
