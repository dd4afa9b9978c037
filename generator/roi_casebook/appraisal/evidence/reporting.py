"""How fully a case is reported: 24 items after CHEERS, each answered from fields, none typed.

The score counts what is reported in full; what is reported in part is counted beside it.
"""

from dataclasses import dataclass

from roi_casebook.appraisal.evidence.checklist import ITEMS, Answer
from roi_casebook.appraisal.evidence.grounds import Grounds


@dataclass(frozen=True)
class Item:
    """One item of the checklist: its number, its name, the answer, the fields that it looks at."""

    number: int
    name: str
    answer: Answer
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Reporting:
    """The checklist of a reading."""

    items: tuple[Item, ...]

    def count(self, answer: Answer) -> int:
        """Count the items with an answer."""
        return sum(item.answer == answer for item in self.items)

    @property
    def score(self) -> int:
        """How many items are reported in full."""
        return self.count("yes")

    @property
    def out_of(self) -> int:
        """How many items apply to the case."""
        return len(self.items) - self.count("not_applicable")


def reporting_of(grounds: Grounds) -> Reporting:
    """Answer the checklist for a reading."""
    return Reporting(
        tuple(
            Item(number, rule.__name__, rule(grounds), fields)
            for number, (rule, fields) in enumerate(ITEMS, start=1)
        )
    )
