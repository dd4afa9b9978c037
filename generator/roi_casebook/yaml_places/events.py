"""The parser's events as plain values; with `errors` and `nested_texts`, the only modules that know PyYAML."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from yaml import YAMLError
from yaml import events as ev
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # its stub does not export it

from roi_casebook.yaml_places.errors import told
from roi_casebook.yaml_places.source_text import SourceText, Span

Kind = Literal["scalar", "alias", "list", "mapping", "end", "document"]

_KINDS: dict[type[ev.Event], Kind] = {
    ev.ScalarEvent: "scalar",
    ev.AliasEvent: "alias",
    ev.SequenceStartEvent: "list",
    ev.MappingStartEvent: "mapping",
    ev.SequenceEndEvent: "end",
    ev.MappingEndEvent: "end",
    ev.DocumentStartEvent: "document",
}


@dataclass(frozen=True, slots=True)
class Event:
    """One step of the parser: a scalar, an alias, the start or end of a list or mapping.

    text: the scalar; anchor: the name after & or *; tag: whether one is written; braces: whether
    a list or mapping is written in brackets or braces.
    """

    kind: Kind
    span: Span
    text: str = ""
    anchor: str = ""
    tag: bool = False
    braces: bool = False


def events(source: SourceText) -> Iterator[Event]:
    """Give the events of a text. Errors: TextRefusedError where it is no YAML."""
    parser = CParser(source.text)
    try:
        while parser.check_event():
            event = parser.get_event()
            if event is not None and type(event) in _KINDS:
                yield _event(event)
    except YAMLError as error:
        raise told(error, source) from None
    finally:
        parser.dispose()


def _event(event: ev.Event) -> Event:
    start, end = event.start_mark, event.end_mark
    style = getattr(event, "style", None) or ""
    return Event(
        kind=_KINDS[type(event)],
        span=Span(start.index if start else 0, end.index if end else 0, style),
        text=getattr(event, "value", None) or "",
        anchor=getattr(event, "anchor", None) or "",
        tag=getattr(event, "tag", None) is not None,
        braces=bool(getattr(event, "flow_style", False)),
    )
