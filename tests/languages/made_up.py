"""A language that nobody speaks: English in other letters, each text between brackets.

Its numbers, months, and names of countries, languages and currencies are its own as well, so that a
word or number that stands outside its catalogue and locale is seen.
"""

import re
from copy import deepcopy
from typing import Any

import yaml
from babel import localedata

from roi_casebook.shipped.catalogues import catalogue

LANGUAGE = "qx"
_LETTERS = {
    **{chr(ord("a") + n): chr(0x0430 + n) for n in range(26)},
    **{chr(ord("A") + n): chr(0x0410 + n) for n in range(26)},
}
_OTHER_LETTERS = str.maketrans(_LETTERS)
_PLACE_HOLDER = re.compile(r"(\{\w+\})")
_SIGNS = {",": "’", ".": "·"}
"""Between thousands, and before a fraction."""
_NAMES = (
    "territories",
    "languages",
    "months",
    "quarters",
    "currency_names",
    "currency_names_plural",
)


def in_other_letters(text: str) -> str:
    """Write a text in the letters of the language; its place-holders stay."""
    parts = _PLACE_HOLDER.split(text)
    return "".join(part if part.startswith("{") else _told_part(part) for part in parts)


def _told_part(text: str) -> str:
    for sign, own in _SIGNS.items():
        text = re.sub(rf"(?<=\d){re.escape(sign)}(?=\d)", own, text)
    return text.translate(_OTHER_LETTERS)


def _told(node: Any) -> Any:  # noqa: ANN401 -- a nested catalogue
    if isinstance(node, str):
        return f"⟦{in_other_letters(node)}⟧" if node else node
    return {key: _told(below) for key, below in node.items()}


def made_up_catalogue() -> str:
    """Give the catalogue of the language, made from the English one."""
    texts = {LANGUAGE: _told(dict(catalogue("en")))}
    return str(yaml.safe_dump(texts, allow_unicode=True, sort_keys=False, width=10_000))


def _renamed(node: Any) -> Any:  # noqa: ANN401 -- locale data
    if isinstance(node, str):
        return in_other_letters(node)
    if isinstance(node, dict):
        return {key: _renamed(below) for key, below in node.items()}
    return node


def make_known() -> None:
    """Make its locale known to Babel, as those of real languages are; in a process of its own."""
    data = deepcopy(dict(localedata.load("en")))
    data.update({name: _renamed(data[name]) for name in _NAMES})
    data["number_symbols"]["latn"] |= {"decimal": _SIGNS["."], "group": _SIGNS[","]}
    localedata._cache[LANGUAGE] = data  # noqa: SLF001 -- it has no door
