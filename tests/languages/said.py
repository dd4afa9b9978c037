"""What a built site says in a language, text by text, and what its editors wrote themselves."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from babel import Locale
from selectolax.lexbor import LexborHTMLParser

from roi_casebook.output.site.search_copies import as_typed
from roi_casebook.pages.case.social import WARNING
from tests.languages.new_language import PACKAGE

SPOKEN = ("alt", "title", "aria-label", "aria-description", "placeholder")
NO_TEXT = "[lang]:not(html), script, style, code, kbd, [translate=no]"
WORD = re.compile(r"[A-Za-z]{3,}")
ENGLISH_NUMBER = re.compile(r"\d[,.]\d")
ADDRESS = re.compile(r"https?://\S+|\b[\w-]+(?:\.[\w-]+)+")
NAMES = ("The SROI Network", WARNING, "pv_costs")
"""A name and a quotation of it, the same in every language; a figure in an editor's formula."""
_QUOTES = str.maketrans(dict.fromkeys('“”\u2018\u2019"', "'"))
"""A quotation within a quotation has other marks than it was written with."""
_PLACE = re.compile(r"\{\w+\}")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_PARTS = re.compile(r"\n\n|(?:^|\n)- |\s*\[source: [^\]]*\]")
_LATIN = re.compile(r"[ -~]*[A-Za-z][ -~]*")


def plain(text: str) -> str:
    """Write a text as people type it."""
    return " ".join(as_typed(text).translate(_QUOTES).split())


def texts_of(node: Any) -> Iterator[str]:  # noqa: ANN401 -- plain data
    if isinstance(node, str):
        yield node.strip()
    elif isinstance(node, dict | list):
        for one in node.values() if isinstance(node, dict) else node:
            yield from texts_of(one)


@dataclass(frozen=True)
class Own:
    """What the editors of a site wrote, line by line, and names and codes."""

    texts: frozenset[str]

    @cached_property
    def _any(self) -> re.Pattern[str]:
        longest = sorted(self.texts, key=len, reverse=True)
        return re.compile("|".join(re.escape(text) for text in longest))

    @cached_property
    def _together(self) -> str:
        return "\n".join(self.texts)

    def taken_from(self, text: str) -> str:
        """Give what is left of a text without them, and without addresses."""
        return ADDRESS.sub(" ", self._any.sub(" ", plain(text))).strip()

    def taken_from_line(self, text: str, before: str = "") -> str:
        """Give what is left of a line of a drawing, where their texts are broken and cut.

        before: the line above, whose text a single word may end.
        """
        left = self.taken_from(text)
        last_word = before.rpartition(" ")[2]

        def taken(found: re.Match[str]) -> str:
            part = found[0].strip()
            whole = plain(f"{last_word} {part}")
            return " " if self._is_part(part, text) or self._is_part(whole, text) else found[0]

        return _LATIN.sub(taken, left)

    def _is_part(self, part: str, line: str) -> bool:
        return part in self._together and (" " in part or "…" in line)


def own_texts(site: Path) -> Own:
    """Give the own texts of a site.

    Their ids are words of English too, so that only those of their own metrics may be seen. A title
    stands in lists of names up to its colon.
    """
    data = PACKAGE / "data"
    sources = (
        data / "money_sources.yml",
        data / "editors_guide.yml",
        *data.glob("schedules/*.yml"),
    )
    found = {*NAMES, *Locale.parse("en").currencies}
    for file in (*sources, site / "site_config.yml", *site.glob("cases/*.yml")):
        written = yaml.load(file.read_bytes(), Loader=yaml.CBaseLoader)  # noqa: S506 -- texts only
        found |= {text for text in texts_of(written) if not text.islower() or " " in text}
        found |= {text.partition(":")[0] for text in texts_of(written.get("title", ""))}
    config = (site / "site_config.yml").read_text(encoding="utf-8")
    for name in re.findall(r"formula: .*?(\w+)$", config, re.MULTILINE):
        found |= {name, name.replace("_", " ")}
    lines = {plain(_LINK.sub(r"\1", part)) for text in found for part in _PARTS.split(text)}
    return Own(frozenset(line for line in lines if WORD.search(line)))


def shown(file: Path) -> Iterator[str]:
    """Give the texts of a page, the attributes that are read out and the words that scripts say.

    What has its own `lang` is left out, and so are the lines of drawings.
    """
    yield from _shown(_tree(file.read_text(encoding="utf-8")))


def _shown(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            if value and (name in SPOKEN or (name.startswith("data-cb-") and " " in value)):
                yield _PLACE.sub("", value)
    for drawn in tree.css("svg text"):
        drawn.decompose()
    for node in tree.root.traverse(include_text=True) if tree.root else ():
        if node.tag == "-text":
            yield node.text()


def drawn(file: Path) -> Iterator[str]:
    """Give the lines of the drawings of a page, broken and cut as they are."""
    return (node.text() for node in _tree(file.read_text(encoding="utf-8")).css("svg text"))


def _tree(html: str) -> LexborHTMLParser:
    tree = LexborHTMLParser(html)
    for node in tree.css(NO_TEXT):
        node.decompose()
    return tree


def in_data(file: Path) -> Iterator[str]:
    """Give the texts in a file of data for scripts; slugs are addresses; notes and cells are HTML."""
    text = file.read_text(encoding="utf-8")
    if file.name.endswith("-what-if.js"):
        return _in_code(text)
    mark = "]=" if text.startswith("(window.") else "="
    data = json.loads(text.partition(mark)[2].strip().rstrip(";"))
    if isinstance(data, str):
        return _shown(_tree(data))
    if "html" in data:
        return _of_a_column(data)
    if "refusals" in data:
        return texts_of(_of_a_comparison(data))
    return texts_of({name: below for name, below in data.items() if name != "slug"})


def _of_a_column(data: dict[str, Any]) -> Iterator[str]:
    """Give what a case says beside others: its keys are ids, and of a bar two parts are texts."""
    yield from _shown(_tree(data["html"]))
    bars = [bar[1:3] for bar in data["bars"]]
    yield from texts_of([data["title"], data["aspects"], data["results"], bars])


def _of_a_comparison(data: dict[str, Any]) -> list[Any]:
    """Give what stands around cases side by side: of a row its name, of an aspect no id.

    The places of sentences are names for the script.
    """
    words = [_PLACE.sub("", text) for text in data["words"].values()]
    own = [words, *(data[name] for name in ("refusals", "minds", "cases", "withdrawn"))]
    aspects = [(one["name"], one["remedy"]) for one in data["aspects"]]
    return [*own, [row["name"] for row in data["rows"]], *map(list, aspects)]


NO_TEXTS = {"name", "off", "shown", "divided", "currency"}
"""What a script of numbers holds that nobody reads."""


def _in_code(text: str) -> Iterator[str]:
    """Give the texts in a script that computes: those of its objects of data, without places to fill."""
    for start in re.finditer(r"(?:casebookWhatIf = |Object\.assign\()(?=\{)", text):
        data, _ = json.JSONDecoder().raw_decode(text, start.end())
        for one in texts_of(_read(data)):
            yield _PLACE.sub("", one)


def _read(data: Any) -> Any:  # noqa: ANN401 -- whatever JSON holds
    """Leave out what nobody reads."""
    if isinstance(data, dict):
        return {name: _read(below) for name, below in data.items() if name not in NO_TEXTS}
    return [_read(below) for below in data] if isinstance(data, list) else data


def in_search_copy(file: Path) -> Iterator[str]:
    """Give what the search finds of a page, and what it shows of it."""
    tree = LexborHTMLParser(file.read_text(encoding="utf-8"))
    for node in tree.css("meta[content]"):
        yield node.attributes["content"] or ""
    for node in tree.css("title, h1, p"):
        yield node.text()


def those_with(pattern: re.Pattern[str], texts: Iterable[str]) -> set[str]:
    """Give the texts in which a pattern is found."""
    return {text for text in texts if pattern.search(text)}
