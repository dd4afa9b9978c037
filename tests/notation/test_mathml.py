from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from roi_casebook.notation.mathml import equation, in_mathml
from roi_casebook.roi.algebra.expressions import Name, Node, Num, Op, names
from roi_casebook.roi.algebra.tracing import traced_quantities
from tests.notation.trees import traced

TREES = traced_quantities()
# How many children an element must have: more or fewer is drawn as an error.
CHILDREN = {"mfrac": 2, "msup": 2, "msub": 2, "munder": 2}


def well_formed(text: str) -> ET.Element:
    root = ET.fromstring(text)  # noqa: S314 -- what this project printed
    for element in root.iter():
        assert len(element) == CHILDREN.get(element.tag, len(element)), element.tag
    return root


def texts(root: ET.Element) -> set[str]:
    return {element.text or "" for element in root.iter("mtext")}


@settings(max_examples=100)
@given(traced)
def test_any_formula_is_well_formed_and_names_all(tree: Node) -> None:
    root = well_formed(in_mathml(tree, str.title))
    assert texts(root) == {name.name.title() for name in names(tree)}


@pytest.mark.parametrize("quantity", TREES)
def test_each_quantity_is_an_equation(quantity: str) -> None:
    root = well_formed(equation(quantity, TREES[quantity], lambda name: f"<{name} & co>"))
    assert root.attrib == {"display": "block"}
    assert f"<{quantity} & co>" in texts(root)


def test_a_quotient_needs_no_brackets_and_a_base_does() -> None:
    a, b = Name("a"), Name("b")
    quotient = in_mathml(Op("/", Op("+", a, b), Op("-", a, b)), str)
    base = in_mathml(Op("**", Op("+", a, b), Num(2.0)), str)
    assert "<mo>(</mo>" not in quotient
    assert base.count("<mo>(</mo>") == base.count("<mo>)</mo>") == 1


def test_a_sum_that_is_a_base_stands_in_brackets() -> None:
    flow = TREES["pv_costs"]
    assert "<mo>(</mo>" in in_mathml(flow**2, str)
