"""Fields that are begun and say nothing: what is left out is not written at all."""

from collections.abc import Iterator, Mapping, Sequence

from roi_casebook.yaml_places.document import Document, Finding, Path


def empty_fields(document: Document, told: Sequence[Finding]) -> Iterator[Finding]:
    """Tell each field without a value, but where something is told of it or of what lies around it."""
    known = {each.path for each in told} | document.broken
    for path in _without_value(document.value, ()):
        if not any(path[:length] in known for length in range(len(path) + 1)):
            message = f"found nothing behind {path[-1]!r}, expected a value"
            hint = "write what belongs here, or leave the field out"
            yield Finding(path, "empty_field", message, hint, at="key")


def _without_value(value: object, path: Path) -> Iterator[Path]:
    entries = value.items() if isinstance(value, Mapping) else ()
    for name, entry in entries:
        if entry is None:
            yield (*path, name)
        yield from _without_value(entry, (*path, name))
