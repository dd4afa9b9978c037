"""Our reader of YAML: bytes to a document with positions, never an exception.

decode -> parse (PyYAML's C parser, events only) -> compose (YAML 1.2 core schema, text keys,
limits). Whatever the bytes, the answer is a Document: with a value, with problems, or both.
"""

from roi_casebook.problems import Problem
from roi_casebook.yaml_places.composing import Composer
from roi_casebook.yaml_places.document import Document, Path, dotted
from roi_casebook.yaml_places.events import events
from roi_casebook.yaml_places.source_text import SourceText, TextRefusedError, decoded


def read_yaml(raw: bytes, file: str) -> Document:
    """Read a YAML mapping.

    raw: the bytes of the file; file: its name in problems. A document whose value is no mapping
    has a problem that says so, and () among its broken paths where nothing of it can be used.
    """
    source, refused = decoded(raw)
    if refused:
        return _refused_whole(file, source, refused)
    composer = Composer(source, events(source))
    try:
        value = composer.document()
    except TextRefusedError as error:
        return _document(file, composer, None, [*composer.refused, ((), error)])
    if not isinstance(value, dict):
        return _document(file, composer, None, [*composer.refused, ((), _no_mapping(value))])
    return _document(file, composer, value, composer.refused)


def _document(
    file: str, composer: Composer, value: object, refused: list[tuple[Path, TextRefusedError]]
) -> Document:
    return Document(
        file=file,
        source=composer.source,
        value=value,
        keys=composer.keys,
        values=composer.values,
        cuts=composer.cuts,
        problems=tuple(_problem(file, composer.source, path, error) for path, error in refused),
        broken=frozenset(composer.broken if value is not None else {()}),
    )


def _refused_whole(file: str, source: SourceText, refused: TextRefusedError) -> Document:
    problems = (_problem(file, source, (), refused),)
    return Document(file, source, problems=problems, broken=frozenset({()}))


def _problem(file: str, source: SourceText, path: Path, error: TextRefusedError) -> Problem:
    line, column = source.place(error.offset)
    return Problem(file, line, column, dotted(path), error.code, "error", error.message, error.hint)


def _no_mapping(value: object) -> TextRefusedError:
    if value is None:
        return TextRefusedError(
            0,
            "empty_file",
            "found an empty file, expected fields with their values",
            "begin with the example in cases/README.md",
        )
    found = "a list" if isinstance(value, list) else "a single value"
    return TextRefusedError(
        0,
        "not_a_mapping",
        f"found {found}, expected fields with their values",
        "write one `name: value` a line; the first could be `format: 1`",
    )
