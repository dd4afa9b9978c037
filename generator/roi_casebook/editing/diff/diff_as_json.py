"""The difference as JSON for programs."""

import json
from collections.abc import Iterator
from typing import Any

from roi_casebook.editing.diff.changes import CaseChange, SharedChange, SiteDiff
from roi_casebook.editing.diff.edits import MISSING, PartEdit
from roi_casebook.editing.diff.facts import FactKind, Told
from roi_casebook.editing.diff.moves import Move
from roi_casebook.roi.figure_table import COST_PER_RESULT

LISTS: dict[FactKind, tuple[str, str]] = {
    "figure": ("moved", "figure"),
    "result_cost": (COST_PER_RESULT, "soft"),
    "locks": ("locks", "of"),
    "soft": ("soft_results", "soft"),
    "verdict": ("verdicts", "claim"),
    "direction": ("direction", "of"),
    "maturity": ("maturity", "of"),
    "leading": ("leading", "of"),
    "comparison": ("comparison", "figure"),
}
"""Under which name what moved of a kind is listed, and what of it bears a name."""


def diff_as_json(diff: SiteDiff) -> str:
    """Give what was changed, file by file, and what moved, kind by kind.

    ``site``: {changed, method, moves: slugs}; ``cases``: a list of {case, was, status, notes,
    changed}; then a list for each kind, of {case, reading, the name of what moved, before, after,
    by: "case" or "site"}, of locks with the steps ``now`` and ``no_longer``.
    """
    data: dict[str, Any] = {
        "base": diff.base,
        "site": _shared(diff.shared),
        "cases": [_case(case) for case in diff.cases],
    }
    moved = list(_moves(diff))
    for kind, (name, of) in LISTS.items():
        data[name] = [_row(*each, of) for each in moved if each[2].place.kind == kind]
    return json.dumps(data, indent=2, ensure_ascii=False)


def _moves(diff: SiteDiff) -> Iterator[tuple[str, str, Move]]:
    for slug, found in diff.shared.moves.items():
        yield from ((slug, "site", move) for move in found)
    for case in diff.cases:
        yield from ((case.slug, "case", move) for move in case.moves)


def _row(slug: str, by: str, move: Move, of: str) -> dict[str, Any]:
    row = {
        "case": slug,
        "reading": move.place.reading,
        of: move.place.of,
        "before": _data(move.before),
        "after": _data(move.after),
        "by": by,
    }
    if move.place.kind == "locks":
        row |= {"now": list(move.now), "no_longer": list(move.no_longer)}
    return row


def _data(told: Told | None) -> Any:  # noqa: ANN401 -- what a finding is made of
    return None if told is None else told.data


def _shared(shared: SharedChange) -> dict[str, Any]:
    return {
        "changed": [
            {"file": file, **_edit(edit)} for file, found in shared.edits.items() for edit in found
        ],
        "method": list(shared.method),
        "moves": list(shared.moves),
    }


def _case(change: CaseChange) -> dict[str, Any]:
    return {
        "case": change.slug,
        "was": change.was or None,
        "status": change.status,
        "notes": list(change.notes),
        "changed": [_edit(edit) for edit in change.edits],
    }


def _edit(edit: PartEdit) -> dict[str, Any]:
    """Give an edit; ``before`` or ``after`` is left out where the part was not there."""
    sides = {"before": edit.before, "after": edit.after}
    there = {side: value for side, value in sides.items() if value is not MISSING}
    return {"path": edit.name, "kind": edit.kind, **there}
