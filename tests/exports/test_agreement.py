"""A workbook computes what `roi/` does: as the case stands, and after each of its numbers is another.

LibreOffice computes it anew; every formula cell holds 777 before, so that none is merely read back.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from roi_casebook.exports.live_workbook import grid
from roi_casebook.exports.live_workbook.flow_rows import FlowRows
from roi_casebook.exports.live_workbook.stated_numbers import stated_numbers, stated_rates
from roi_casebook.exports.live_workbook.taken import Taken, figure_cell, input_cell
from roi_casebook.notation.spreadsheet import in_cells
from tests.exports.agreement import Written, differences, is_same, not_computed, written_with_777
from tests.exports.moved_case import Moved, moved
from tests.exports.not_agreed import is_agreed
from tests.exports.office import SOFFICE, Cells, recomputed, with_input
from tests.pages.told import real, telling
from tests.real_cases import KINDS, SLUGS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice (make test installs it)"),
]
HANDS = 11
FACTORS = (0.1, 10.0, -1.0, 0.5, 2.0, 100.0, 0.01)
SMALL = ("ebay-paid-search", "need-a-cake", "great-britain-campaign", "mois-sans-tabac")


def taken(slug: str) -> Taken:
    return Taken(telling(real(slug)), "Edition")


def told(written: Written, content: bytes) -> Iterator[str]:
    """Give what is not as it should be in a workbook that was computed anew."""
    cells = Cells(content)
    yield from (f"not computed: {place}" for place in not_computed(cells))
    yield from (
        f"error at {place}: {value}"
        for place, value in cells.formulas.items()
        if isinstance(value, str) and value.startswith("#")
    )
    for rows in written.rows:
        as_it_is = Moved(rows.chain, rows.chain.flows)
        yield from (f"{rows.chain.key} {one}" for one in differences(cells, rows, as_it_is))


@pytest.mark.parametrize("hand", range(HANDS))
def test_every_case_as_it_stands(hand: int, tmp_path: Path) -> None:
    books = {slug: written_with_777(taken(slug)) for slug in SLUGS[hand::HANDS]}
    made = recomputed({slug: book.content for slug, book in books.items()}, tmp_path)
    wrong = {slug: list(told(book, made[slug])) for slug, book in books.items()}
    assert {slug: found for slug, found in wrong.items() if found} == {}


@pytest.mark.parametrize("slug", sorted(KINDS))
def test_each_number_at_two_other_values(slug: str, tmp_path: Path) -> None:
    written = written_with_777(taken(slug))
    changes = [one for one in changes_of(written.taken) if is_agreed(slug, one[0])]
    books = {
        str(place): with_input(written.content, input_cell(name), value)
        for place, (name, value) in enumerate(changes)
    }
    made = recomputed(books, tmp_path)
    wrong = {}
    for place, (name, value) in enumerate(changes):
        cells = Cells(made[str(place)])
        assert not not_computed(cells)
        for rows in written.rows:
            try:
                there = moved(written.taken.chains, rows.chain, name, value)
            except ZeroDivisionError:  # a formula of the case divides by it: no figure has a number
                found = list(numbers(cells, rows))
            else:
                found = list(differences(cells, rows, there))
            if found:
                wrong[name, value, rows.chain.key] = found
    assert wrong == {}


def numbers(cells: Cells, rows: FlowRows) -> Iterator[str]:
    """Give the figures that have a number in place of a reason, or an error in either place."""
    for name in rows.chain.figures:
        cell = figure_cell(name, rows.chain.key)
        if f"{cell}.reason" not in cells.places:
            continue
        reason = cells.named(f"{cell}.reason")
        if cells.named(cell) or not reason or str(reason).startswith("#"):
            yield f"{name}: {cells.named(cell)!r}, {reason!r}"


def changes_of(whole: Taken) -> Iterator[tuple[str, float]]:
    """Give two other values for each number: nought, and one that turns the leading chain, or else moves it."""
    stated = {
        number.name: number.value
        for number in stated_numbers(whole.c.case)
        if number.value is not None
    }
    for name, value in {**stated, **stated_rates(whole.chains)}.items():
        if value:
            yield name, 0.0
        yield name, turning(whole, name, value)


def turning(whole: Taken, name: str, value: float) -> float:
    """Give the value nearest to the first that turns the net present value or loses the payback."""
    leading = whole.chains[0]
    is_rate = name in stated_rates(whole.chains)
    tried = [value * factor for factor in FACTORS if not is_rate or factor > 0] if value else [0.3]
    now = signs(Moved(leading, leading.flows))
    for other in tried:
        with suppress(ZeroDivisionError):
            if signs(moved(whole.chains, leading, name, other)) != now:
                return other
    return tried[0]


def signs(there: Moved) -> tuple[bool, bool]:
    figures = there.figures
    npv, payback = figures["npv"].value, figures["payback_months"].value
    return (npv or 0.0) > 0, payback is None


@pytest.mark.parametrize("slug", SMALL[:1])
def test_a_notation_with_one_sign_wrong_is_found(slug: str, tmp_path: Path) -> None:
    def mistaken(*given: Any) -> str:  # noqa: ANN401 -- as the notation takes them
        return in_cells(*given).replace(" - ", " + ")

    with patch.object(grid, "in_cells", mistaken):
        written = written_with_777(taken(slug))
    made = recomputed({slug: written.content}, tmp_path)
    assert any("npv" in one for one in told(written, made[slug]))


def test_what_is_not_computed_is_found() -> None:
    written = written_with_777(taken(SMALL[0]))
    assert not_computed(Cells(written.content))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [(1.0, 1.0 + 1e-11, True), (1.0, 1.0 + 3e-11, False), (0.0, 1e-9, False), (2.0, -2.0, False)],
)
def test_twelve_digits_are_compared(one: float, other: float, same: object) -> None:
    assert is_same(one, other) == same
