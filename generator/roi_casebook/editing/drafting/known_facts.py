"""What an editor knows of a case at its start, read from a few words: a cost, a return, a count, a series, a claim.

Numbers are read as in a case file; what cannot be read is refused in the same words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from pydantic_core import PydanticCustomError

from roi_casebook.case.claims import IN_MONEY
from roi_casebook.case.claims import Figure as ClaimedFigure
from roi_casebook.config import Vocabulary
from roi_casebook.editing.chosen_case import UnknownNameError
from roi_casebook.problems import did_you_mean
from roi_casebook.written.numbers import written_number
from roi_casebook.written.scalars import UNKNOWN

CLAIMABLE = get_args(ClaimedFigure)


@dataclass(frozen=True)
class GivenNumber:
    """A number as it is to be written, with its unit."""

    number: str
    unit: str


@dataclass(frozen=True)
class KnownFacts:
    """What is known. series: the number of each year, year 0 first; claim: what it speaks of, and its number."""

    cost: GivenNumber | None = None
    benefit: GivenNumber | None = None
    count: GivenNumber | None = None
    series: tuple[float, ...] = ()
    claim: tuple[str, GivenNumber] | None = None

    @property
    def is_anything(self) -> bool:
        """Tell whether anything is known."""
        return self != KnownFacts()


def money_fact(text: str, currency: str) -> GivenNumber:
    """Read an amount, with its currency or in that of the case. Errors: UnknownNameError."""
    fact = _fact(text, currency)
    if fact.unit != currency:
        raise UnknownNameError(
            f"found {text!r}, expected an amount in {currency}, the currency of the case: "
            "write the number alone, or name another with --currency"
        )
    return fact


def count_fact(text: str, vocabulary: Vocabulary) -> GivenNumber:
    """Read a count with what it counts: ``8500 order``. Errors: UnknownNameError."""
    fact = _fact(text, "")
    if not fact.unit or fact.unit == "share":
        raise UnknownNameError(
            f"found {text!r}, expected a number and what it counts, e.g. 8500 order"
        )
    singular = fact.unit.removesuffix("s")
    known = fact.unit not in vocabulary.units and singular in vocabulary.units
    return GivenNumber(fact.number, singular if known else fact.unit)


def claim_fact(text: str, currency: str) -> tuple[str, GivenNumber]:
    """Read what a source claims: ``roi 250%``, ``saving 4.6 million USD/year``. Errors: UnknownNameError."""
    what, _, rest = text.strip().partition(" ")
    if what not in CLAIMABLE:
        hint = did_you_mean(what, CLAIMABLE)
        raise UnknownNameError(
            f"found {what!r}, expected what the claim speaks of, then its number, e.g. roi 250%; {hint}"
        )
    return what, _fact(rest, currency if what in IN_MONEY else "1")


def _fact(text: str, unit: str) -> GivenNumber:
    """Read a number; its unit stands behind it, or is `unit`."""
    stripped = text.strip()
    if stripped == UNKNOWN:
        return GivenNumber(UNKNOWN, unit)
    try:
        written = written_number(stripped)
    except PydanticCustomError as error:
        told: Mapping[str, str] = error.context or {}
        raise UnknownNameError(f"{told['text']}; {told['hint']}") from None
    own = "share" if written.percent else written.unit
    number = f"{written.value * 100:.12g}%" if written.percent else all_digits_of(written.value)
    return GivenNumber(number, own or unit)


def all_digits_of(value: float) -> str:
    """Write a number with all its digits, without a power of ten."""
    return f"{value:.15f}".rstrip("0").rstrip(".") if abs(value) < 1 else f"{value:.15g}"
