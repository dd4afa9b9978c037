"""The texts of tables that ship, by language: they stand in the catalogues."""

from collections.abc import Iterator, Mapping
from typing import Any

from roi_casebook.shipped.catalogues import catalogue, is_plural
from roi_casebook.shipped.translations import sound_texts
from roi_casebook.written.languages import SOURCE, languages
from roi_casebook.written.parts import ShippedText
from roi_casebook.written.plurals import OTHER, Forms, ShippedForms


class CatalogueText(ShippedText):
    """A text of the catalogues by language: a catalogue is read when its text is asked for."""

    def __init__(self, key: str) -> None:
        """Take the whole key of the text."""
        self._key = key

    def __getitem__(self, language: str) -> str:
        """Give the text in a language. Errors: KeyError where there is none."""
        return str(sound_texts(language)[self._key])

    def __iter__(self) -> Iterator[str]:
        """Give the languages that have the text, the source first."""
        return (language for language in languages() if self._key in sound_texts(language))

    def __len__(self) -> int:
        """Count the languages that have the text."""
        return sum(1 for _ in self)


class CatalogueForms(ShippedForms):
    """A name of the catalogues in its plural forms, by language."""

    def __init__(self, key: str) -> None:
        """Take the whole key of the name."""
        self._key = key

    def __getitem__(self, language: str) -> Forms:
        """Give the forms in a language. Errors: KeyError where there are none."""
        found = sound_texts(language)[self._key]
        return {OTHER: found} if isinstance(found, str) else found

    def __iter__(self) -> Iterator[str]:
        """Give the languages that have the name, the source first."""
        return (language for language in languages() if self._key in sound_texts(language))

    def __len__(self) -> int:
        """Count the languages that have the name."""
        return sum(1 for _ in self)


def with_texts(section: str, entries: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Give the entries of a table with their texts, which stand in a section of the catalogues."""
    node: Any = catalogue(SOURCE)
    for name in section.split("."):
        node = node[name]
    return {
        name: {
            **{
                field: _shipped(f"{section}.{name}.{field}", written)
                for field, written in node[name].items()
            },
            **entry,
        }
        for name, entry in entries.items()
    }


def shipped_units() -> dict[str, CatalogueForms]:
    """Give what the shipped units are called, by their symbols."""
    return {symbol: CatalogueForms(f"units.{symbol}") for symbol in catalogue(SOURCE)["units"]}


def _shipped(key: str, written: object) -> CatalogueText | CatalogueForms:
    return CatalogueForms(key) if is_plural(written) else CatalogueText(key)
