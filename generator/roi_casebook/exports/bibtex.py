"""A citation for reference managers, in BibTeX.

Letters with accents are written as LaTeX's commands, which old BibTeX sorts and sets as well as new;
what has no command stays as it is, in UTF-8.
"""

import unicodedata

from roi_casebook.pages.case.passed_on.citing import Citation

_ACCENTS = {
    "\u0300": "`",
    "\u0301": "'",
    "\u0302": "^",
    "\u0303": "~",
    "\u0304": "=",
    "\u0306": "u ",
    "\u0307": ".",
    "\u0308": '"',
    "\u030a": "r ",
    "\u030b": "H ",
    "\u030c": "v ",
    "\u0327": "c ",
    "\u0328": "k ",
}
"""A combining accent -> its command."""
_SIGNS = {
    "\\": r"{\textbackslash}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    "ß": r"{\ss}",
    "æ": r"{\ae}",
    "Æ": r"{\AE}",
    "œ": r"{\oe}",
    "Œ": r"{\OE}",
    "ø": r"{\o}",
    "Ø": r"{\O}",
    "ł": r"{\l}",
    "Ł": r"{\L}",
    "£": r"{\pounds}",
    "€": r"{\texteuro}",
    "“": "``",
    "”": "''",
    "«": r"{\guillemotleft}",
    "»": r"{\guillemotright}",
    "\u2018": "`",
    "’": "'",
    "–": "--",
    "—": "---",
    "…": r"{\ldots}",
    "−": "$-$",
    "\u00a0": "~",
    "\u202f": r"\,",
    "\u2060": "",
}
"""A sign that LaTeX reads as something else, or has a command for -> how it is written."""
_DOTLESS = {"i": r"\i", "j": r"\j"}


def bibtex(cited: Citation) -> str:
    """Give the entry of a citation."""
    fields = {
        "author": f"{{{_latex(cited.site)}}}",  # a body, not a person with a family name
        "title": f"{{{_latex(cited.title)}}}",  # kept as it is: no style makes its capitals small
        "year": f"{cited.day:%Y}",
        "month": f"{cited.day.month}",
        "note": _latex(cited.said),
        "url": cited.address,
        "langid": cited.language,
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{cited.key},\n{lines}}}\n"


def _latex(text: str) -> str:
    return "".join(map(_letter, unicodedata.normalize("NFC", text)))


def _letter(letter: str) -> str:
    """Write one letter or sign."""
    if letter in _SIGNS:
        return _SIGNS[letter]
    base, *accents = list(unicodedata.normalize("NFD", letter))
    if len(accents) == 1 and base.isascii() and accents[0] in _ACCENTS:
        return f"{{\\{_ACCENTS[accents[0]]}{_DOTLESS.get(base, base)}}}"
    return letter
