"""From the parser's events to a value, with the place of every part.

Mappings have text keys only. What YAML allows and a case file does not (`refusals`) is refused by
name, and reading goes on where it can. Depth and the growth by aliases are bounded before anything
is built.

What an unquoted word of YAML means: the core schema of YAML 1.2, as a table.

`no`, `yes`, `on`, `12:30` and dates stay texts. One thing is stricter than the schema: a number
with a leading zero (`0123`) stays a text too, so that the reader of numbers can refuse it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from roi_casebook.yaml_places import errors
from roi_casebook.yaml_places.document import Path
from roi_casebook.yaml_places.events import Event
from roi_casebook.yaml_places.source_text import SourceText, Span, TextRefusedError
from roi_casebook.yaml_places.traps import (
    comma_in_braces,
    comment_after,
    escaped_control,
    number_in_tens,
)

MOST_DIGITS = 15
"""Beyond this many digits a whole number is read as a decimal: no case needs it exactly."""


@dataclass(frozen=True)
class _Kind:
    pattern: re.Pattern[str]
    read: Callable[[str], object]


def _whole(text: str) -> object:
    return int(text) if len(text) <= MOST_DIGITS else float(text)


def _hexadecimal(text: str) -> object:
    return float(int(text, 0)) if len(text) > MOST_DIGITS else int(text, 0)


def _special(text: str) -> object:
    return float(text.replace(".", ""))


_KINDS = (
    _Kind(re.compile("|~|null|Null|NULL"), lambda _: None),
    _Kind(re.compile("true|True|TRUE"), lambda _: True),
    _Kind(re.compile("false|False|FALSE"), lambda _: False),
    _Kind(re.compile("[-+]?(0|[1-9][0-9]*)"), _whole),
    _Kind(re.compile("0o[0-7]{1,200}|0x[0-9a-fA-F]{1,200}"), _hexadecimal),
    _Kind(re.compile(r"[-+]?(\.[0-9]+|(0|[1-9][0-9]*)(\.[0-9]*)?)([eE][-+]?[0-9]+)?"), float),
    _Kind(re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"), _special),
)


def plain_value(text: str) -> object:
    """Give what an unquoted scalar means: None, a bool, an int, a float or the text itself."""
    return next((kind.read(text) for kind in _KINDS if kind.pattern.fullmatch(text)), text)


NO_WORD = "?"
"""The step of a path under which parts lie that can have no name of their own."""


@dataclass(frozen=True)
class _Anchored:
    """A part that may be repeated: its value and of how many parts it consists."""

    value: object
    parts: int


@dataclass
class Composer:
    """Builds one document; gathers spans, cut texts and what it refused on the way."""

    source: SourceText
    events: Iterator[Event]
    keys: dict[Path, Span] = field(default_factory=dict)
    values: dict[Path, Span] = field(default_factory=dict)
    cuts: dict[Path, int] = field(default_factory=dict)
    refused: list[tuple[Path, TextRefusedError]] = field(default_factory=list)
    broken: set[Path] = field(default_factory=set)
    anchors: dict[str, _Anchored | None] = field(default_factory=dict)
    parts: int = 0
    aliases: int = 0
    parts_by_alias: int = 0

    def document(self) -> object:
        """Give the value of the only document; None where there is none.

        Errors: TextRefusedError where reading cannot go on.
        """
        value: object = None
        documents = 0
        for event in self.events:
            if event.kind != "document":
                value = self._node(event, ())
                continue
            documents += 1
            if documents > 1:
                self._refuse((), errors.several_documents(event.span.start))
                break
        return value

    def _node(self, event: Event, path: Path) -> object:
        self.parts += 1
        if len(path) > errors.MOST_DEPTH:
            raise errors.too_deep(event.span.start)
        self.values.setdefault(path, event.span)
        if event.kind == "alias":
            return self._alias(event)
        self._refuse_tag(event, path)
        return self._anchored(event, path) if event.anchor else self._value(event, path)

    def _anchored(self, event: Event, path: Path) -> object:
        before = self.parts
        self.anchors[event.anchor] = None  # under way: it cannot repeat itself
        value = self._value(event, path)
        self.anchors[event.anchor] = _Anchored(value, self.parts - before + 1)
        return value

    def _value(self, event: Event, path: Path) -> object:
        if event.kind == "list":
            return self._list(path)
        if event.kind == "mapping":
            return self._mapping(path, braces=event.braces)
        return self._scalar(event, path)

    def _scalar(self, event: Event, path: Path) -> object:
        if event.span.style:
            if control := escaped_control(self.source, event.span):
                self._refuse(path, control)
            return event.text
        offset = comment_after(self.source.text, event.span.end)
        if offset is not None:
            self.cuts[path] = offset
        if in_tens := number_in_tens(event.text):
            self._refuse(path, errors.not_in_tens(event.span.start, event.text, in_tens))
        return plain_value(event.text)

    def _inner(self) -> Iterator[Event]:
        """Give the events up to the end of the list or mapping that is being read."""
        for event in self.events:
            if event.kind == "end":
                return
            yield event

    def _list(self, path: Path) -> list[object]:
        return [self._node(event, (*path, place)) for place, event in enumerate(self._inner())]

    def _mapping(self, path: Path, *, braces: bool) -> dict[str, object]:
        mapping: dict[str, object] = {}
        last = path
        for event in self._inner():
            key, value = self._key(event, path), next(self.events)
            trap = braces and self._comma(last, event, value)
            if not trap:
                last = self._entry(mapping, (*path, key), event, value)
        return mapping

    def _key(self, event: Event, path: Path) -> str:
        """Give the key as it is written; NO_WORD where it is a list or a mapping."""
        if event.kind == "scalar":
            self._refuse_tag(event, path)
            if control := escaped_control(self.source, event.span):
                raise control
            if event.anchor:
                self.anchors[event.anchor] = _Anchored(event.text, 1)
            return event.text
        if event.kind == "alias":
            raise errors.key_is_alias(event.span.start, event.anchor)
        self._refuse(path, errors.key_is_no_word(event.span.start))
        self._node(event, (*path, NO_WORD))
        return NO_WORD

    def _comma(self, last: Path, key: Event, value: Event) -> bool:
        """Refuse a key that a comma cut off the text before it."""
        trap = comma_in_braces(
            self.source,
            self.values.get(last),
            key.span,
            value.span.start,
            in_text=bool(last) and len(str(last[-1])) == len("en"),
        )
        if trap:
            self._refuse(last[:-1] if trap.code == "no_space" else last, trap)
        return trap is not None

    def _entry(self, mapping: dict[str, object], path: Path, key: Event, value: Event) -> Path:
        """Read the value of a key into the mapping, where it can have one; give its path."""
        name = key.text if key.kind == "scalar" else NO_WORD
        if key.kind == "scalar" and not _is_merge(key) and name not in mapping:
            self.keys[path] = key.span
            mapping[name] = self._node(value, path)
            return path
        self._refuse_key(path, key)
        self._node(value, (*path, NO_WORD))
        return path

    def _refuse_key(self, path: Path, key: Event) -> None:
        if _is_merge(key):
            self._refuse(path[:-1], errors.merge_key(key.span.start))
        elif key.kind == "scalar":
            line = self.source.place(self.keys[path].start)[0]
            self._refuse(path, errors.duplicate_key(key.span.start, key.text, line))

    def _alias(self, event: Event) -> object:
        offset = event.span.start
        if event.anchor not in self.anchors:
            raise errors.unknown_alias(offset, event.anchor)
        anchored = self.anchors[event.anchor]
        if anchored is None:
            raise errors.alias_of_itself(offset)
        self.aliases += 1
        self.parts += anchored.parts
        self.parts_by_alias += anchored.parts
        too_many = self.parts_by_alias > errors.MOST_PARTS_BY_ALIAS
        if too_many or self.aliases > errors.MOST_ALIASES:
            raise errors.too_many_aliases(offset)
        return anchored.value

    def _refuse_tag(self, event: Event, path: Path) -> None:
        if event.tag:
            written = self.source.text[event.span.start : event.span.end].split()[0]
            self._refuse(path, errors.tag(event.span.start, written))

    def _refuse(self, path: Path, refused: TextRefusedError) -> None:
        self.refused.append((path, refused))
        self.broken.add(path)


def _is_merge(key: Event) -> bool:
    return key.text == "<<" and not key.span.style
