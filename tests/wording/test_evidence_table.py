"""The words for the evidence: every id that the appraisal gives has its words, and none is idle."""

from typing import get_args

from roi_casebook.appraisal.evidence.checklist import ITEMS, Answer
from roi_casebook.appraisal.evidence.locks import MOST, LockWord
from roi_casebook.appraisal.evidence.maturity import MaturityState
from roi_casebook.appraisal.evidence.ratings import Direction, Word
from roi_casebook.appraisal.evidence.weaknesses import (
    BONUSES,
    CAPS,
    DEDUCTIONS,
    SELECTED_FOR_SUCCESS,
    SELLERS,
)
from roi_casebook.appraisal.leading import LeadKind
from roi_casebook.case.designs import LEVELS
from roi_casebook.shipped.catalogues import catalogue

ENTRIES: dict[str, set[str]] = {
    "word": set(get_args(LockWord)),
    "count": {str(count) for count in range(MOST + 1)},
    "mark": {"unproven", "needs_range"},
    "level": {"no_result", "quotation", "claimed", *LEVELS},
    "cap": set(CAPS),
    "lost": set(DEDUCTIONS),
    "gained": set(BONUSES),
    "money": {*(str(level) for level in range(MOST + 1)), "width"},
    "axis_count": {*(str(count) for count in range(MOST + 1)), "none"},
    "short_count": {*(str(count) for count in range(MOST + 1)), "none"},
    "leads": {*get_args(LeadKind), "none"},
    "verification": set(get_args(Word)),
    "direction": set(get_args(Direction)),
    "maturity": set(get_args(MaturityState)),
    "answer": set(get_args(Answer)),
    "item": {rule.__name__ for rule, _ in ITEMS},
}


def test_every_id_has_its_words_and_none_is_idle() -> None:
    assert {key: set(entries) for key, entries in catalogue("en")["evidence"].items()} == ENTRIES


def test_what_turns_on_a_word_of_a_closed_list_has_each() -> None:
    lost = catalogue("en")["evidence"]["lost"]
    assert set(lost["selection"]) == SELECTED_FOR_SUCCESS
    assert set(lost["interest"]) == SELLERS | {"unknown"}
