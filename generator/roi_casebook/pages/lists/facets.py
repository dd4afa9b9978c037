"""Facets: the properties by which cases are found, each a column of the library's table.

The catalogue filters by all of them; those with a folder have a listing for each of their values.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import get_args

import pandas as pd

from roi_casebook.appraisal.basis import NOTHING_KNOWN, STRENGTH
from roi_casebook.appraisal.evidence.locks import WORDS
from roi_casebook.appraisal.evidence.ratings import Direction
from roi_casebook.library.table import counts
from roi_casebook.wording import Wording, Written
from roi_casebook.wording.labels import VocabularyList
from roi_casebook.wording.typography import order_key
from roi_casebook.written.scalars import UNKNOWN


@dataclass(frozen=True)
class Facet:
    """A property of cases.

    name: in addresses, and of its words; column: of the library's table; folder: of its listings,
    "" where it has none; order: of its values, else the newest year first or by label.
    """

    name: str
    column: str
    folder: str
    label: Callable[[Wording, str], Written]
    order: tuple[str, ...] = ()


@dataclass(frozen=True)
class Option:
    """A value of a facet: in addresses, for readers, and how many cases have it."""

    value: str
    label: Written
    number: int


def _term(of: VocabularyList) -> Callable[[Wording, str], Written]:
    return lambda w, value: w.labels.term(of, value)


def _plain(label: Callable[[Wording, str], str]) -> Callable[[Wording, str], Written]:
    return lambda w, value: Written(label(w, value), w.language)


def _result(w: Wording, value: str) -> Written:
    """Name one result of a measure: hire, quit attempt."""
    return Written(w.labels.result(w.vocabulary.measures[value], 1), w.language)


MEASURE = "measure"
"""The facet of the measures of which it can be said what one result cost."""
STATUSES = (*STRENGTH, NOTHING_KNOWN)
FACETS = (
    Facet("evidence", "evidence", "", _plain(lambda w, value: w.evidence.label("word", value)), (*reversed(WORDS), "claim_only")),
    Facet("direction", "direction", "directions", _plain(lambda w, value: w.evidence.label("direction", value)), get_args(Direction)),
    Facet("sector", "sector", "sectors", _term("sectors")),
    Facet("channel", "channels", "channels", _term("channels")),
    Facet("kind", "kind", "kinds", _term("kinds")),
    Facet("country", "country", "countries", _plain(lambda w, value: w.labels.country(value))),
    Facet(MEASURE, "measures", "", _result),
    Facet("status", "status", "", _plain(lambda w, value: w.labels.label("status", value)), STATUSES),
    Facet("year", "year", "", _plain(lambda w, value: w.t("year_not_known") if value == UNKNOWN else value)),
)  # fmt: skip
LISTED = tuple(facet for facet in FACETS if facet.folder)


def options(facet: Facet, table: pd.DataFrame, wording: Wording) -> tuple[Option, ...]:
    """Give the values that cases have, in the order in which readers expect them."""
    found = (
        Option(str(value), facet.label(wording, str(value)), number)
        for value, number in counts(table, facet.column).items()
    )
    return tuple(sorted(found, key=lambda option: _place(facet, option)))


def _place(facet: Facet, option: Option) -> tuple[int, str]:
    if facet.order:
        return facet.order.index(option.value), ""
    if facet.name == "year":
        return -int(option.value) if option.value != UNKNOWN else 0, ""
    return 0, order_key(option.label.text)
