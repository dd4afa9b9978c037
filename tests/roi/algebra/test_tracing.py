from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from roi_casebook.roi.algebra.arrays import over_lines, over_moments
from roi_casebook.roi.algebra.expressions import Axis, BranchError, Name, Node, Num, Op, Sum, names
from roi_casebook.roi.algebra.tracing import computed, evaluated, traced_quantities
from roi_casebook.roi.flows import Flows
from roi_casebook.roi.quantities import NEUTRAL, QUANTITIES
from tests.roi.money import known_flows

quick = settings(max_examples=40)
A, B = Name("a"), Name("b")
BY_YEAR: frozenset[Axis] = frozenset({"moment"})


def same(left: Any, right: Any) -> bool:  # noqa: ANN401 -- numbers or arrays
    return bool(np.array_equal(np.broadcast_to(left, np.shape(right)), right, equal_nan=True))


@quick
@given(known_flows())
def test_every_tree_evaluated_equals_its_function_called(flows: Flows) -> None:
    values = computed(flows.arrays())
    with np.errstate(all="ignore"):
        for name, tree in traced_quantities().items():
            assert same(evaluated(tree, values), values[name]), name


@quick
@given(known_flows())
def test_what_is_neutral_folds_away_without_changing_a_bit(flows: Flows) -> None:
    values = computed(flows.arrays())
    constants = {name: value for name, value in NEUTRAL.items() if name not in flows.stated()}
    sides = {} if flows.balances else {"balance": 0.0}
    trees = traced_quantities(constants | sides)
    with np.errstate(all="ignore"):
        for name, tree in trees.items():
            assert not {used.name for used in names(tree)} & constants.keys()
            assert same(evaluated(tree, values), values[name]), name


def test_a_share_that_nobody_states_vanishes() -> None:
    trees = traced_quantities(NEUTRAL)
    assert trees["benefit"] == Name("benefit_before_attribution", frozenset({"line", "moment"}))
    assert trees["cost"] == Name("cost_amount", frozenset({"line", "moment"}))
    assert trees["persistence"] == Num(1.0)


def test_a_side_without_lines_vanishes() -> None:
    trees = traced_quantities({"balance": 0.0})
    assert trees["npv"] == Op("-", Name("pv_benefits"), Name("pv_costs"))


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (A + 0, A),
        (0 + A, A),
        (A - 0, A),
        (A * 1, A),
        (1 * A, A),
        (A / 1, A),
        (A**1, A),
        (A * 0, Num(0.0)),
        (0 * A, Num(0.0)),
        (0 / A, Num(0.0)),
        (1**A, Num(1.0)),
        (Num(2.0) * 3, Num(6.0)),
        (1 - Num(0.25), Num(0.75)),
        (0 - A, Op("-", Num(0.0), A)),
        (1 / A, Op("/", Num(1.0), A)),
        (2**A, Op("**", Num(2.0), A)),
        (A - B, Op("-", A, B)),
    ],
)
def test_folding(tree: Node, expected: Node) -> None:
    assert tree == expected


def branches_on_truth(a: Any) -> Any:  # noqa: ANN401 -- as quantities
    return 1 / a if a else 0


def branches_on_order(a: Any) -> Any:  # noqa: ANN401 -- as quantities
    return a if a > 0 else -a


def takes_the_larger(a: Any) -> Any:  # noqa: ANN401 -- as quantities
    return max(a, 0)


@pytest.mark.parametrize("formula", [branches_on_truth, branches_on_order, takes_the_larger])
def test_a_formula_that_branches_is_refused(formula: Any) -> None:  # noqa: ANN401 -- as quantities
    with pytest.raises(BranchError, match="guard"):
        traced_quantities(quantities=[formula], axes={"a": ""})


def of_nobody(nobody: Any) -> Any:  # noqa: ANN401 -- as quantities
    return nobody


def test_a_wire_that_leads_nowhere_is_refused() -> None:
    with pytest.raises(KeyError, match="nobody"):
        traced_quantities(quantities=[of_nobody], axes={"a": ""})


def test_sums_are_of_a_named_quantity_over_one_of_its_axes() -> None:
    by_year = Name("flow", BY_YEAR)
    assert over_moments(by_year) == Sum("moment", by_year)
    assert over_moments(by_year).axes == frozenset()
    with pytest.raises(TypeError, match="named quantity"):
        over_moments(by_year * 2)
    with pytest.raises(TypeError, match="does not vary by line"):
        over_lines(by_year)


def test_every_headline_goes_back_to_inputs() -> None:
    trees = traced_quantities()
    assert len(trees) == len(QUANTITIES)
    assert all(list(names(tree)) for tree in trees.values())


def test_what_is_no_node_has_no_value() -> None:
    with pytest.raises(TypeError, match="no such node"):
        evaluated(Node(), {})
