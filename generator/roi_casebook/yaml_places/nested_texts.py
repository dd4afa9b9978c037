"""A YAML file of texts nested by keys, as it is: no places, no types, a third of the time.

For files that ship and that a test reads with `read_yaml` as well.
"""

from collections.abc import Callable
from typing import Any

from yaml import events as ev
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # its stub does not export it


def nested_texts(text: str) -> dict[str, Any]:
    """Give the mappings and texts of a file. Errors: those of PyYAML; lists and aliases are passed over."""
    next_event: Callable[[], Any] = CParser(text).get_event
    above: list[dict[str, Any]] = []
    node: dict[str, Any] = {}
    key: str | None = ""
    while (event := next_event()) is not None:
        kind = type(event)
        if kind is ev.ScalarEvent and key is None:
            key = event.value
        elif kind is ev.ScalarEvent:
            node[key or ""] = event.value
            key = None
        elif kind is ev.MappingStartEvent:
            above.append(node)
            below: dict[str, Any] = {}
            node[key or ""] = below
            node = below
            key = None
        elif kind is ev.MappingEndEvent:
            node = above.pop()
    return dict(node[""])
