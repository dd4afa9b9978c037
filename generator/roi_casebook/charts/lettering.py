"""How much room a text takes, and how it is broken or shortened to fit.

An estimate on the safe side: SVG does not break lines, and no font is at hand when pages are made.
Widths are those of Inter at weight 600 with tabular digits, and a little more for other fonts.
"""

from itertools import accumulate

from roi_casebook.wording.fallback_marks import first_letters, marked_lines, without_marks

_EMS = {
    0.00: "\u2060",
    0.30: "  ijlI.,:;!'’|",
    0.40: 'ftr()[]/\\-°·"“”',
    0.62: "abcdeghknopqsuvxyzéèêëàâäçîïíôöóòùûüúßñ*–?\u00a0\u202f",
    0.70: "0123456789+−=<>≤≥×÷$€£§&EFJLPRST",
    0.80: "ABCDGHKNOQUVXYZÉÈÊÀÂÇÎÔÖÙÛÜ",
    1.05: "mwMW%@—…→",
}
_WIDTH = {letter: ems for ems, letters in _EMS.items() for letter in letters}
_OTHER = 1.1
"""Any other sign: as wide as a Chinese one."""
CUT = "…"


def width(text: str, size: float) -> float:
    """Give the most room that a text of one line takes, in the unit of `size`."""
    return size * sum(_WIDTH.get(letter, _OTHER) for letter in without_marks(text))


def cut_to_width(text: str, size: float, room: float) -> str:
    """Give the text, or as much of its beginning as fits with an ellipsis."""
    if width(text, size) <= room:
        return text
    letters = without_marks(text)
    left = room - width(CUT, size)
    ends = accumulate(width(letter, size) for letter in letters)
    kept = letters[: sum(1 for end in ends if end <= left)].rstrip()
    return first_letters(text, len(kept)) + CUT


def broken(text: str, size: float, room: float, most: int) -> tuple[str, ...]:
    """Break a text at spaces into at most `most` lines that fit; what is left over is cut."""
    lines: list[str] = [""]
    for word in text.split(" "):
        longer = _longer(lines[-1], word)
        if without_marks(lines[-1]) and width(longer, size) > room and len(lines) < most:
            lines.append(word)
        else:
            lines[-1] = longer
    return tuple(cut_to_width(line, size, room) for line in marked_lines(lines))


def _longer(line: str, word: str) -> str:
    """Add a word to a line; between marks alone stands no space."""
    space = " " if without_marks(line) and without_marks(word) else ""
    return f"{line}{space}{word}".strip()
