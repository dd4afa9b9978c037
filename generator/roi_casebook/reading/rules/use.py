"""What stands in a file and does nothing: inputs and sources that nobody uses; missing quotations."""

import re
from collections.abc import Iterator, Mapping

from roi_casebook.reading.document import Finding
from roi_casebook.reading.rules.formula_uses import formula_uses
from roi_casebook.reading.rules.formulas import names_nothing
from roi_casebook.reading.rules.references import SOURCES_OF_TRIALS
from roi_casebook.reading.rules.surroundings import Surroundings
from roi_casebook.reading.sound import Sound

_NAME = re.compile(r"[a-z][a-z0-9_]*")


def inputs_are_used(case: Sound, site: Surroundings) -> Iterator[Finding]:
    """Every input is named by a line, a result or the organisation's revenue."""
    if not case.all_whole("costs", "benefits", "net", "soft"):
        return  # a broken line may have meant any of them
    if any(names_nothing(use, case) for use in formula_uses(case, site.vocabulary)):
        return  # and so may a broken formula
    used = _words(case, "organisation", "costs", "benefits", "net", "soft")
    for name in sorted(case.ids("inputs") - used):
        hint = "name it in a line or a soft result, or remove it"
        yield Finding(
            ("inputs", name),
            "unused_input",
            f"nothing uses the input {name!r}",
            hint,
            "hint",
            at="key",
        )


def sources_are_used(case: Sound, _site: Surroundings) -> Iterator[Finding]:
    """Every source is cited."""
    used = {
        text
        for key in ("source", *SOURCES_OF_TRIALS)
        for text in _texts_under_key(case.document.value, key)
    }
    for name in sorted(case.ids("sources") - used):
        hint = "cite it with source:, or remove it"
        yield Finding(
            ("sources", name),
            "unused_source",
            f"nothing cites the source {name!r}",
            hint,
            "hint",
            at="key",
        )


def sources_are_quoted(case: Sound, _site: Surroundings) -> Iterator[Finding]:
    """An input with a source gives the source's words."""
    for name, given in case.inputs.items():
        if given.source and not given.quote and not given.is_unknown:
            hint = "add quote: with the few words that give the number"
            yield Finding(
                ("inputs", name, "source"),
                "no_quote",
                "found a source without its words",
                hint,
                "hint",
            )


def _words(case: Sound, *tables: str) -> set[str]:
    """Give every word in the texts of some tables, broken entries too."""
    parts = case.document.value if isinstance(case.document.value, Mapping) else {}
    return {
        word
        for table in tables
        for text in _texts(parts.get(table))
        for word in _NAME.findall(text)
    }


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _texts_under_key(value: object, key: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if name == key and isinstance(inner, str):
                yield inner
            yield from _texts_under_key(inner, key)
