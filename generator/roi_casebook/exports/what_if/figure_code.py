"""The code of the figures of a chain: the formula of each value, and as data why there may be none."""

from collections.abc import Iterator
from json import dumps

from roi_casebook.exports.live_workbook.chains import Chain
from roi_casebook.exports.live_workbook.flow_rows import of_figures_alone
from roi_casebook.exports.live_workbook.grid import inlined
from roi_casebook.exports.live_workbook.hindrances import (
    Hindrance,
    at_nought,
    blame_of,
    hindrances_of,
    last_moment,
)
from roi_casebook.exports.what_if.chain_code import ChainCode
from roi_casebook.notation.javascript import in_javascript
from roi_casebook.roi.algebra.tracing import traced_quantities
from roi_casebook.roi.beside_base.searching import ROI_AT
from roi_casebook.roi.constants import MONTHS_PER_YEAR
from roi_casebook.roi.figure_table import FIGURES, FigureEntry
from roi_casebook.roi.solvers import SOLVER_INPUT_AXES, payback_months

PAYBACKS = {"payback_months": "net_flow", "discounted_payback_months": "discounted_net_flow"}
AMOUNTS = {"costs": "cost_amount", "benefits": "benefit_amount", "balances": "balance"}


def figures_code(code: ChainCode) -> Iterator[tuple[str, str]]:
    """Give the name and the code of each figure that can be computed anew."""
    for name in code.chain.figures:
        entry = FIGURES[name]
        value = _value(code, entry)
        if value is None:
            continue
        rules = dumps(_rules(code.chain, entry), separators=(",", ":"))
        yield name, f"{{rules: {rules}, value: (v, h) => {value}}}"


def _value(code: ChainCode, entry: FigureEntry) -> str | None:
    """Write the value of a figure; None for what is not computed here."""
    if entry.is_closed:
        return _closed(code, entry.name)
    if entry.until:
        return _first_years(code, entry)
    if entry.name in PAYBACKS:
        return _payback(code, PAYBACKS[entry.name])
    if entry.name == "soft_switching_value":
        return _soft(code, entry)
    if entry.name == "irr":
        return "h.irr(v).value" if "net_flow" in code.shapes else "0"
    return None


def _closed(code: ChainCode, name: str) -> str:
    trees = of_figures_alone(code.chain.trees)
    try:
        if name in trees:
            others = {other: tree for other, tree in trees.items() if other != name}
            tree = inlined(trees[name], others)
            code.shape(tree)
            return code.expression(tree)
    except KeyError:
        return "0"
    return f"v.{name}" if name in code.shapes else "0"


def _first_years(code: ChainCode, entry: FigureEntry) -> str:
    last = last_moment(code.chain.flows, entry.until) + 1
    tree = traced_quantities(quantities=ROI_AT, axes=SOLVER_INPUT_AXES)["roi_at"]

    def until(name: str) -> str:
        side = name.removeprefix("pv_").removesuffix("_until")
        return f"h.sum({last}, (k) => v.discounted_{side}[k])"

    return in_javascript(tree, lambda name: until(name.name), lambda _: "0")


def _payback(code: ChainCode, flow: str) -> str:
    if flow not in code.shapes:
        return "0"
    tree = traced_quantities(quantities=(payback_months,), axes=SOLVER_INPUT_AXES)["payback_months"]
    period = code.chain.flows.axis.period
    fixed = {"years_of_a_period": repr(period), "months_per_year": repr(MONTHS_PER_YEAR)}
    written = in_javascript(
        tree, lambda name: fixed.get(name.name, f"p.{name.name}"), lambda _: "0"
    )
    return f"h.with(h.payback(v.{flow}, v.years_from_start, {period!r}), (p) => {written})"


def _soft(code: ChainCode, entry: FigureEntry) -> str:
    assert entry.solver is not None  # noqa: S101 -- it is sought
    equation = entry.solver.equations_in(code.chain.flows)[0]
    tree = traced_quantities(quantities=(equation,), axes=SOLVER_INPUT_AXES)[equation.__name__]
    names = {"shortfall": "Math.max(-v.npv, 0)", "annuity_factor": "v.annuity_factor"}
    if "npv" not in code.shapes or ("annuity_factor" not in code.shapes and code.chain.flows.years):
        return "0"
    return in_javascript(tree, lambda name: names[name.name], lambda _: "0")


def _rules(chain: Chain, entry: FigureEntry) -> dict[str, object]:
    """Give why there may be no value: checks in order, then what an algorithm or a nought leads to."""
    found = chain.found_until(entry.until)
    blame = blame_of(entry, found)
    gap = blame.of_costs or blame.of_benefits
    figure = chain.figures[entry.name]
    nought = None if figure.value == 0 else at_nought(entry, chain.values, found)
    rules: dict[str, object] = {
        "unit": entry.unit,
        "checks": [_check(chain, one) for one in hindrances_of(entry, chain.flows, chain.other_lanes, found)],
    }  # fmt: skip
    if gap:
        rules["signs"] = {
            "more": blame.more,
            "less": blame.less,
            "reason": chain.named(blame.gap("no_sign_change")),
            "unknown": _unknown_moments(chain),
        }
    if nought is not None:
        rules["nought"] = chain.named(nought)
    if entry.name in PAYBACKS:
        rules["flow"] = PAYBACKS[entry.name]
        rules["lost"] = chain.named(blame.instead("not_recovered") or "not_recovered")
    if entry.name == "irr":
        rules["first"] = chain.named(blame.instead("money_first") or "money_first")
        rules["several"] = "multiple_roots"
    return rules


def _unknown_moments(chain: Chain) -> list[int]:
    sides = (*chain.flows.costs, *chain.flows.benefits, *chain.flows.balances)
    count = len(chain.flows.axis.numbers)
    return [at for at in range(count) if any(line.amounts[at] is None for line in sides)]


def _check(chain: Chain, one: Hindrance) -> list[object]:
    lines = [[AMOUNTS[side], number] for side, number in one.lines]
    reason = chain.named(one.reason)
    return [one.kind, reason, lines, one.first, one.last, one.argument, one.condition]
