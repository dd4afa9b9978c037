"""Which way a figure may lie once numbers are others: as far as anything open may push it, never less.

At the case's own numbers `roi/sides.py` says it exactly; what leaves a figure there as it is may
move it at others, and a figure that had no value may have one.
"""

from roi_casebook.appraisal.amounts import amounts_of
from roi_casebook.appraisal.stated import stated_inputs
from roi_casebook.exports.live_workbook.chains import Chain
from roi_casebook.roi.figure_table import FIGURES
from roi_casebook.roi.figures import Side
from roi_casebook.roi.openings import BOTH, NOWHERE, WAYS, Ways
from roi_casebook.roi.sides import SIDES, ways_of_side


def may_lie(chain: Chain, name: str) -> Ways:
    """Give the ways in which a figure of a chain may be pushed, at whatever numbers.

    Where what it divides by the costs is below nought, more costs raise it: either way then.
    """
    entry, figure = FIGURES[name], chain.figures[name]
    own = WAYS[figure.side] if figure.side else NOWHERE
    found = chain.found_until(entry.until)
    ways = own.union(*(ways_of_side(one, entry, chain.values) for one in found))
    if ways and entry.outlay_first:
        return BOTH  # which money comes first may turn
    lines = frozenset(
        line.name for line in (*chain.flows.costs, *chain.flows.benefits, *chain.flows.balances)
    )
    is_stated = bool(stated_inputs(chain.case, lines, amounts_of(chain.case)))
    return BOTH if is_stated and figure.value is None else ways


def side_at_other_numbers(chain: Chain, name: str) -> Side | None:
    """Give the side of a figure at other numbers than the case's; None where nothing is open."""
    ways = may_lie(chain, name)
    return SIDES[ways] if ways else None
