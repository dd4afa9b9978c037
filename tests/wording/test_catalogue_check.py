"""What is wrong with a catalogue is told with its line; those that ship are sound and complete."""

import pytest

from roi_casebook.shipped.catalogues import Entry, texts_in
from roi_casebook.shipped.translations import short_sum, stale_keys, stamped
from roi_casebook.wording.catalogue_check import catalogue_problems
from roi_casebook.written.languages import SOURCE, catalogue_files
from tests.pages.told import CONFIG

ENGLISH: dict[str, Entry] = {
    "cost": "Cost",
    "cost.help": "What it cost.",
    "years": {"one": "{n} year", "other": "{n} years"},
    "from": "from {low} to {high}",
    "money.short.million": "{money} million",
}
SOUND = """\
fr:
  cost:
    itself: Coût
    help: Ce que cela a coûté.
  years:
    one: "{n} an"
    other: "{n} ans"
  from: de {low} à {high}
  money:
    short:
      million: "{number} M{symbol}"
"""


def told(text: str, stale: tuple[str, ...] = ()) -> list[tuple[int, str, str]]:
    """Give line, code and severity of each problem of a French catalogue."""
    found = catalogue_problems(text.encode(), "fr.yml", "fr", ENGLISH, stale)
    assert {one.file for one in found} <= {"fr.yml"}
    return [(one.line, one.code, one.severity) for one in found]


def test_a_sound_catalogue_has_no_problem() -> None:
    assert told(SOUND) == []
    assert told(SOUND.replace('    one: "{n} an"\n', '    many: "{n} ans"\n')) == []


@pytest.mark.parametrize(
    ("before", "after", "line", "code"),
    [
        ("    help: Ce que cela a coûté.\n", "", 2, "missing_text"),
        ("  from: de {low} à {high}\n", "", 1, "missing_text"),
        ("help:", "hepl:", 4, "unknown_text"),
        ("one:", "few:", 6, "unknown_plural"),
        ('    other: "{n} ans"\n', "", 5, "missing_plural"),
        ("de {low}", "de {low", 8, "broken_place_holder"),
        ("de {low}", "de {}", 8, "broken_place_holder"),
        ("de {low}", "de {low.real}", 8, "broken_place_holder"),
        ("de {low}", "de {low!r}", 8, "broken_place_holder"),
        ("de {low}", "de {bas}", 8, "unknown_place_holder"),
        ("de {low} ", "", 8, "missing_place_holder"),
        ("Coût", "<b>Coût</b>", 3, "html_in_text"),
        ("Coût", "Co&ucirc;t", 3, "html_in_text"),
        ("Coût", '""', 3, "no_text"),
        ("Coût", "[Coût]", 3, "no_text"),
        ("fr:", "en:", 1, "wrong_language"),
        ("  from:", "  from: deux fois\n  from:", 9, "duplicate_key"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(before: str, after: str, line: int, code: str) -> None:
    assert before in SOUND
    assert (line, code) in [found[:2] for found in told(SOUND.replace(before, after, 1))]


def test_what_falls_back_is_a_hint() -> None:
    assert told(SOUND.replace("  from: de {low} à {high}\n", "")) == [(1, "missing_text", "hint")]
    assert told(SOUND, ("years",)) == [(5, "stale_text", "hint")]


def test_a_language_that_no_locale_is_known_of_is_told() -> None:
    found = catalogue_problems(b"qx:\n  cost: Q\n", "qx.yml", "qx", ENGLISH)
    assert [(one.line, one.code) for one in found] == [(1, "unknown_locale")]


# What ships --------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", catalogue_files())
def test_a_catalogue_that_ships_is_sound(language: str) -> None:
    file = catalogue_files()[language]
    stale = () if language == SOURCE else stale_keys(language)
    problems = catalogue_problems(file.read_bytes(), file.name, language, texts_in(SOURCE), stale)
    is_whole = language in CONFIG.languages  # the others may lack texts, or have stale ones
    assert [one for one in problems if is_whole or one.severity == "error"] == []


# What a translation was made from -------------------------------------------------------------------


def test_a_translation_is_made_from_the_english_of_when_it_last_changed() -> None:
    first = stamped({"a": "Cost"}, {"a": "Coût"}, {})
    assert first == {"a": f"{short_sum('Cost')} {short_sum('Coût')}"}
    stale = stamped({"a": "Outlay"}, {"a": "Coût"}, first)
    assert stale == first
    again = {"a": f"{short_sum('Outlay')} {short_sum('Dépense')}"}
    assert stamped({"a": "Outlay"}, {"a": "Dépense"}, stale) == again
    kept = {"a": f"{short_sum('Outlay')} {short_sum('Coût')}"}
    assert stamped({"a": "Outlay"}, {"a": "Coût"}, stale, frozenset({"a"})) == kept
    assert stamped({"b": "New"}, {"a": "Coût"}, first) == {}
