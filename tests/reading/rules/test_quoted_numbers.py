"""The words before a quoted number: which bound they give it."""

from datetime import date
from pathlib import Path

import pytest

from roi_casebook.reading import read_case
from roi_casebook.reading.model.valid_parts import Surroundings
from roi_casebook.shipped.vocabulary import shipped_vocabulary

HEDGED = Path(__file__).parents[2] / "invalid_cases" / "quote-with-a-hedge.yml"
AROUND = Surroundings(("en",), shipped_vocabulary(), words_are_sure=True, today=date(2026, 11, 22))


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("less than", "up-to"),
        ("no less than", "over"),
        ("not less than", "over"),
        ("no fewer than", "over"),
        ("not more than", "up-to"),
        ("no more than", "up-to"),
        ("did not exceed", "up-to"),
        ("without exceeding", "up-to"),
        ("didn’t exceed", "up-to"),
        ("more than", "over"),
        ("moins de", "up-to"),
        ("pas moins de", "over"),
        ("plus de", "over"),
        ("pas plus de", "up-to"),
        ("jamais plus de", "up-to"),
        ("sans dépasser", "up-to"),
        ("not nearly", "up-to"),  # and not "not under": it fell short
    ],
)
def test_what_is_negated_is_the_other_bound(words: str, bound: str) -> None:
    text = HEDGED.read_text(encoding="utf-8").replace("cost nearly", f"cost {words}")
    problems = read_case(text.encode(), "cases/a.yml", AROUND).problems
    (told,) = [each for each in problems if each.path.startswith("inputs")]
    assert (told.code, told.hint) == ("hedged_number", f"add bound: {bound}")
