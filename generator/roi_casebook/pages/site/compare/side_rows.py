"""The rows in which cases stand side by side, and when one would lie.

A row is refused where the cases that have a value in it differ in what it needs; where they differ in
what it minds, that is told beside it. All is decided by keys: the script of the page only compares
them. Sums over unequal horizons are never laid side by side: the equivalent annual value stands for
them then, and only then.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import Any

from roi_casebook.appraisal import JudgedCase
from roi_casebook.appraisal.basis import Basis
from roi_casebook.wording import Wording

COUNTED_AS_GAIN: Mapping[str, str] = MappingProxyType(
    {"margin": "gain", "money": "gain", "balance": "gain", "none": "gain", "costs": "gain"}
)
"""What is taken for the gain and may stand beside one another: what is left, gained or saved. A case
without any gain loses what it cost. Revenue, value added and mixtures are each another thing."""


@dataclass(frozen=True)
class SideRow:
    """A row. needs, minds: names of `side_keys`; if_differs: it stands only where that one differs."""

    id: str
    needs: tuple[str, ...] = ()
    minds: tuple[str, ...] = ()
    if_differs: str = ""


_OF_RETURNS = ("counterfactual", "status", "design")
_SUMS = ("accounts", "gain", "horizon")
ROWS = (
    SideRow("cost", minds=("accounts", "horizon", "rate")),
    SideRow("roi", needs=_SUMS, minds=(*_OF_RETURNS, "rate")),
    SideRow("npv", needs=_SUMS, minds=(*_OF_RETURNS, "rate")),
    SideRow(
        "annual",
        needs=("accounts", "gain"),
        minds=(*_OF_RETURNS, "rate"),
        if_differs="horizon",
    ),
)
"""The rows of figures, in order."""
BRIDGES = SideRow("bridge", needs=_SUMS, minds=(*_OF_RETURNS, "rate"))
RESULTS = SideRow("result", needs=("accounts",), minds=("design",))
"""What one result cost: a row for each measure that two cases have."""
NEEDS = tuple(dict.fromkeys(key for row in (*ROWS, BRIDGES, RESULTS) for key in row.needs))
MINDS = tuple(dict.fromkeys(key for row in (*ROWS, BRIDGES, RESULTS) for key in row.minds))


def row_data(row: SideRow) -> dict[str, Any]:
    """Give a row as plain data."""
    return asdict(row)


def side_keys(w: Wording, judged: JudgedCase, design: str) -> dict[str, str]:
    """Give by what rows tell cases apart; design: how the result was held against what would have come."""
    basis = judged.leading.basis
    return {
        "accounts": basis.perspective,
        "gain": COUNTED_AS_GAIN.get(basis.benefit, basis.benefit),
        "horizon": str(_counted_years(basis)),
        "counterfactual": basis.counterfactual,
        "status": basis.status,
        "rate": w.say.rate(basis),
        "design": design,
    }


def _counted_years(basis: Basis) -> int:
    """Give the horizon; less than a year is one year, for nothing is discounted in either."""
    return basis.horizon_years or 1
