"""What a workbook is made from: a judged case in one language, of one edition."""

from dataclasses import dataclass
from functools import cached_property

from roi_casebook.appraisal import JudgedCase
from roi_casebook.exports.live_workbook.chains import Chain, chains_of
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.roi.constants import CONSTANTS
from roi_casebook.wording import Wording


@dataclass(frozen=True, eq=False)
class Taken:
    """A case as it is taken away; edition: the line that says of which day and commit it is."""

    c: CaseInLanguage
    edition: str

    @property
    def judged(self) -> JudgedCase:
        """The case with its figures."""
        return self.c.judged

    @property
    def w(self) -> Wording:
        """The words of its language."""
        return self.c.wording

    @cached_property
    def chains(self) -> tuple[Chain, ...]:
        """What it computes, a sheet each."""
        return chains_of(self.judged, self.w.vocabulary)

    def say(self, key: str, **values: object) -> str:
        """Give a text of this room."""
        return self.w.t(f"workbook.{key}", **values)


def input_cell(name: str) -> str:
    """Name the cell of an input, a growth, a share of a line or a constant: never like a cell's address."""
    return f"{'k' if name in CONSTANTS else 'in'}_{name}"


def quantity_cell(name: str, key: str) -> str:
    """Name the cell of a quantity in a chain."""
    return f"q_{name}{key}"


def figure_cell(name: str, key: str) -> str:
    """Name the cell of a figure's value in a chain; those beside it end in .reason and .side."""
    return f"f_{name}{key}"
