"""No input takes the name of a constant or of a word of formulas: the same word would mean two things."""

from collections.abc import Iterator

from roi_casebook.reading.document import Finding
from roi_casebook.reading.rules.surroundings import Surroundings
from roi_casebook.reading.sound import Sound
from roi_casebook.roi.constants import CONSTANTS
from roi_casebook.roi.formulas import WORDS_OF_FORMULAS


def constants_keep_their_names(case: Sound, _site: Surroundings) -> Iterator[Finding]:
    """An input that is called as a constant is takes its place, which a reader does not see."""
    for name in sorted(case.ids("inputs") & set(CONSTANTS)):
        value, unit = CONSTANTS[name]
        is_same = name in case.inputs and case.inputs[name].central() == value
        yield Finding(
            ("inputs", name),
            "constant_replaced",
            f"found an input with the name of the constant {name} ({value:g} {unit})",
            "leave it out: the constant is there without it" if is_same else _another(name),
            "hint" if is_same else "error",
            at="key",
        )


def words_keep_their_meaning(case: Sound, _site: Surroundings) -> Iterator[Finding]:
    """An input that is called as a word of formulas is could not be named in any."""
    for name in sorted(case.ids("inputs") & WORDS_OF_FORMULAS):
        message = f"found an input called {name!r}, a word that formulas keep for themselves"
        hint = "give it a name of more than this one word"
        yield Finding(("inputs", name), "word_of_formulas", message, hint, at="key")


def _another(name: str) -> str:
    return f"give it a name that says what it counts, e.g. working_{name}"
