"""Trees for round trips: what an editor may write, and what tracing may give."""

from hypothesis import strategies as st

from roi_casebook.roi.algebra.expressions import Name, Node, Num, Op, Sum
from roi_casebook.roi.algebra.formulas import LARGEST_POWER, highest_power

SIGNS = st.sampled_from(["+", "-", "*", "/"])
names = st.sampled_from(["a", "wage", "coût", "hours_saved"]).map(Name)
numbers = st.floats(0, 1e12, allow_subnormal=False).map(Num) | st.integers(0, 999).map(
    lambda value: Num(float(value))
)
powers = st.integers(0, 3).map(lambda value: Num(float(value)))


def joined(below: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    nonzero = below.filter(lambda node: node != Num(0.0))
    plain = st.builds(Op, SIGNS, below, nonzero)
    return plain | st.builds(Op, st.just("**"), st.one_of(names, plain), powers)


written: st.SearchStrategy[Node] = st.recursive(names | numbers, joined, max_leaves=12).filter(
    lambda tree: highest_power(tree) <= LARGEST_POWER
)
"""Formulas as the editors' language has them."""

sums = st.sampled_from(
    [
        Sum("line", Name("cost", frozenset({"line", "moment"}))),
        Sum("moment", Name("net_flow", frozenset({"moment"}))),
    ]
)
traced: st.SearchStrategy[Node] = st.recursive(
    names | numbers | sums,
    lambda below: st.builds(Op, SIGNS | st.just("**"), below, below),
    max_leaves=12,
)
"""Formulas as quantities give them: with sums, and powers of any kind."""
