"""The texts of a draft in the languages of its site: what a template marks as <text> and LANGUAGE."""

import json
import re
from collections.abc import Sequence
from importlib.resources import files

from roi_casebook.wording.catalogue import Catalogue
from roi_casebook.written.languages import SOURCE

_TEXT = re.compile(r"<(\w+)>")
"""The key of a text in the catalogues."""
_EACH_LINE = re.compile(r"^  LANGUAGE: (?:>-\n    )?.*\n", re.MULTILINE)
_IN_BRACES = re.compile(r"\{LANGUAGE: <(\w+)>\}")
_ENDS_FLOW = re.compile(r"[,{}\[\]#\"]|: ")
_BODY = "inputs:"


def scaffold_text(today: str, currency: str) -> str:
    """Give the scaffold, its texts still to be filled in."""
    text = files("roi_casebook").joinpath("data", "scaffold.yml").read_text(encoding="utf-8")
    return text.replace("2000-01-01", today).replace("EUR", currency)


def head_of_scaffold(today: str, currency: str, years: int) -> str:
    """Give the scaffold up to its inputs, with a horizon."""
    head = scaffold_text(today, currency).partition(f"\n{_BODY}")[0]
    return head.replace("years: 1,", f"years: {years},") + "\n"


def filled_in(text: str, languages: Sequence[str] | None) -> str:
    """Put the texts in, each in each language, comments in the first; in English where none is known."""
    languages = languages or (SOURCE,)
    text = _EACH_LINE.sub(lambda one: _on_lines(one[0], languages), text)
    text = _IN_BRACES.sub(lambda one: _in_braces(one[1], languages), text)
    return _TEXT.sub(lambda one: _told(one[1], languages[0]), text)


def _on_lines(lines: str, languages: Sequence[str]) -> str:
    """Repeat the lines of a text for each language."""
    return "".join(_in_language(lines, language, languages) for language in languages)


def _in_braces(key: str, languages: Sequence[str]) -> str:
    """Give a text in each language, or by itself where there is one."""
    if len(languages) == 1:
        return _told(key, languages[0])
    each = (f"{language}: {_in_flow(key, language, languages)}" for language in languages)
    return f"{{{', '.join(each)}}}"


def _in_language(lines: str, language: str, languages: Sequence[str]) -> str:
    told = lines.replace("LANGUAGE", language)
    return _TEXT.sub(lambda one: _told(one[1], language, languages[0]), told)


def _told(key: str, language: str, first: str = SOURCE) -> str:
    return Catalogue(language, first).entry("scaffold", key)


def _in_flow(key: str, language: str, languages: Sequence[str]) -> str:
    """Give a text within braces, quoted where it holds what would end it."""
    told = _told(key, language, languages[0])
    return json.dumps(told, ensure_ascii=False) if _ENDS_FLOW.search(told) else told
