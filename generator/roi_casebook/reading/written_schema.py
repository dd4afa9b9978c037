"""Writes what is generated for editors: the JSON Schema and the field table in the cases' README."""

from collections.abc import Iterator
from pathlib import Path

from roi_casebook.config import Vocabulary
from roi_casebook.reading.field_table import BEGIN, with_field_table
from roi_casebook.reading.library_folder import CASES
from roi_casebook.reading.schema import SCHEMA_NAME, schema_text


def write_schema(site: Path, vocabulary: Vocabulary) -> Iterator[Path]:
    """Write `cases/case.schema.json`, and the table in `cases/README.md` where it has its markers.

    Gives the path of each file as it is written. Errors: OSError.
    """
    for name, text in generated(site, vocabulary).items():
        path = site / CASES / name
        path.write_text(text, encoding="utf-8", newline="\n")
        yield path


def generated(site: Path, vocabulary: Vocabulary) -> dict[str, str]:
    """Give what the generated files in `cases/` should hold, by name."""
    files = {SCHEMA_NAME: schema_text(vocabulary)}
    guide = site / CASES / "README.md"
    text = guide.read_text(encoding="utf-8") if guide.is_file() else ""
    return files | ({guide.name: with_field_table(text, vocabulary)} if BEGIN in text else {})
