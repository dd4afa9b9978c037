"""Writes what is generated for editors: two JSON Schemas, and the field tables in the cases' README."""

from collections.abc import Iterator
from pathlib import Path

from roi_casebook.config import Vocabulary
from roi_casebook.reading.files.disk import write_whole
from roi_casebook.reading.files.library_folder import CASES
from roi_casebook.reading.model.field_table import BEGIN, with_field_table
from roi_casebook.reading.model.schema import (
    CONFIG_SCHEMA_NAME,
    SCHEMA_NAME,
    config_schema_text,
    schema_text,
)


def write_schema(site: Path, vocabulary: Vocabulary) -> Iterator[Path]:
    """Write the schemas of a case and of the site, and the tables in `cases/README.md` at its markers.

    Gives the path of each file as it is written. Errors: OSError.
    """
    for name, text in generated(site, vocabulary).items():
        path = site / name
        write_whole(path, text)
        yield path


def generated(site: Path, vocabulary: Vocabulary) -> dict[str, str]:
    """Give what the generated files of a site should hold, by their names in it."""
    files = {
        f"{CASES}/{SCHEMA_NAME}": schema_text(vocabulary),
        CONFIG_SCHEMA_NAME: config_schema_text(),
    }
    guide = site / CASES / "README.md"
    text = guide.read_text(encoding="utf-8") if guide.is_file() else ""
    table = {f"{CASES}/README.md": with_field_table(text, vocabulary)} if BEGIN in text else {}
    return files | table
