import pytest

from roi_casebook.notation.javascript import in_javascript
from roi_casebook.notation.spreadsheet import cell_number, in_cells
from roi_casebook.roi.algebra.expressions import Name, Node, Num, Op, Sum
from roi_casebook.roi.algebra.formulas import parse_formula


def cells(tree: Node) -> str:
    return in_cells(tree, lambda name: name.name, lambda total: f"SUM({total.of.name})")


def script(tree: Node) -> str:
    return in_javascript(tree, lambda name: name.name, lambda total: f"sum({total.of.name})")


@pytest.mark.parametrize(
    ("formula", "in_a_cell", "in_a_script"),
    [
        ("a + b * c", "a + b * c", "a + b * c"),
        ("a / (b * c)", "a / (b * c)", "a / (b * c)"),
        ("(1 + a) ** 3", "(1 + a) ^ 3", "power(1 + a, 3)"),
        ("-(a ** 2)", "-(a ^ 2)", "-power(a, 2)"),
        ("(-a) ** 2", "(-a) ^ 2", "power(-a, 2)"),
        ("a - (-b)", "a - (-b)", "a - (-b)"),
        ("a * (b ** 2) ** 3", "a * (b ^ 2) ^ 3", "a * power(power(b, 2), 3)"),
    ],
)
def test_a_formula_is_written_with_the_brackets_that_it_needs(
    formula: str, in_a_cell: str, in_a_script: str
) -> None:
    tree = parse_formula(formula)
    assert cells(tree) == in_a_cell
    assert script(tree) == in_a_script


def test_a_leading_minus_never_takes_the_base_of_a_power() -> None:
    """A spreadsheet reads -a^2 as (-a)^2."""
    assert cells(Op("-", Num(0.0), Op("**", Name("a"), Num(2.0)))) == "-(a ^ 2)"


def test_a_negative_number_stands_in_brackets() -> None:
    tree = Op("**", Num(-3.0), Num(2.0))
    assert (cells(tree), script(tree)) == ("(-3) ^ 2", "power((-3), 2)")


def test_a_sum_is_that_of_a_range() -> None:
    total = Sum("moment", Name("costs", frozenset({"moment"})))
    assert (cells(total), script(total)) == ("SUM(costs)", "sum(costs)")


@pytest.mark.parametrize(("value", "text"), [(1e22, "1E+22"), (0.25, "0.25"), (-3.0, "(-3)"), (52.0, "52")])  # fmt: skip
def test_numbers_are_written_as_a_spreadsheet_reads_them(value: float, text: str) -> None:
    assert cell_number(value) == text
