"""The tables of all fields in `cases/README.md`, made from the models between markers.

One holds the fields of a case, the other those of `site_config.yml`.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from roi_casebook.case.regions import COUNTRY_PATTERN
from roi_casebook.config import Measure, Vocabulary
from roi_casebook.reading.model.schema import Schema, case_schema, config_schema
from roi_casebook.reading.model.validation import pattern_expected
from roi_casebook.written.languages import SOURCE
from roi_casebook.written.scalars import DATE_PATTERN, DAY_PATTERN

BEGIN = "<!-- fields: written by `casebook schema`; do not edit by hand -->"
END = "<!-- end of fields -->"
SITE_BEGIN = "<!-- fields of the site: written by `casebook schema`; do not edit by hand -->"
SITE_END = "<!-- end of fields of the site -->"

# How forms of the schema are called; what a pattern asks for is in `expected`.
_FORMS: tuple[tuple[Schema, str], ...] = (
    ({"anyOf": [{"type": "number"}, {"type": "string", "pattern": "^[-+0-9]"}]}, "number"),
    ({"anyOf": [{"type": "number"}, {"type": "string"}]}, "number or `unknown`"),
    ({"anyOf": [{"type": "integer"}, {"type": "string", "pattern": DATE_PATTERN}]}, "date"),
    (
        {
            "anyOf": [
                {"type": "integer"},
                {"type": "string", "pattern": DATE_PATTERN},
                {"const": "unknown"},
            ]
        },
        "date or `unknown`",
    ),
    ({"anyOf": [{"type": "integer"}, {"const": "unknown"}]}, "year or `unknown`"),
    ({"type": "string", "pattern": DAY_PATTERN}, "day"),
    ({"type": "number"}, "share"),
    ({"type": "string", "pattern": "^[-+0-9]"}, "share"),
    ({"type": "object", "additionalProperties": {"type": "string"}}, "an amount for each"),
    ({"type": "string"}, "formula"),
    ({"type": "string", "minLength": 1}, "words"),
    ({"type": "integer"}, "whole number"),
    ({"type": "boolean"}, "`true` or `false`"),
)
_PATTERNS = {
    r"^[a-z][a-z0-9_]*$": "id",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "slug",
    r"^https?://\S+$": "address",
    r"^(https?://\S+|unknown)$": "address or `unknown`",
    r"^[A-Z]{3}$": "three capital letters",
    COUNTRY_PATTERN: "two capital letters or a region",
    r"^[a-z]{2}$": "two small letters",
    r"^(not-looked|looked-none-found|[a-z][a-z0-9_]*)$": "`not-looked`, `looked-none-found` or id",
}
_SHARED = {"Text": "text", "Plural": "name by plural form"}
"""What many fields are, in words; it has no table of its own."""
_NOTES = {
    "description",
    "examples",
    "default",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "maxLength",
}
_MOST_WORDS = 20


class MarkersMissingError(ValueError):
    """The text has no place for the table: its two markers are not there."""


def with_field_table(text: str, vocabulary: Vocabulary) -> str:
    """Give a text with the tables put between their markers; that of the site may be missing.

    Errors: MarkersMissingError.
    """
    text = _put(text, BEGIN, END, field_table(vocabulary))
    return _put(text, SITE_BEGIN, SITE_END, site_table()) if SITE_BEGIN in text else text


def _put(text: str, begin: str, end: str, table: str) -> str:
    before, found_begin, rest = text.partition(begin)
    _, found_end, after = rest.partition(end)
    if not found_begin or not found_end:
        raise MarkersMissingError(f"expected the lines {begin} and {end}")
    return f"{before}{begin}\n\n{table}\n\n{end}{after}"


def field_table(vocabulary: Vocabulary) -> str:
    """Write a table for the case and for each of its parts, then the words to choose from."""
    return f"{_tables('The case', case_schema())}\n\n{_words(vocabulary)}"


def site_table() -> str:
    """Write a table for `site_config.yml` and for each of its parts."""
    return _tables("The site", config_schema())


def _tables(heading: str, schema: Schema) -> str:
    parts = schema["definitions"]
    return "\n\n".join(
        [_table(heading, schema), *(_table(name, parts[name]) for name in _used(schema))]
    )


def _used(schema: Schema) -> list[str]:
    """Give the parts in the order in which the case first names them."""
    parts: Mapping[str, Schema] = schema["definitions"]
    names: list[str] = []
    waiting = list(_references(schema["properties"]))
    while waiting:
        name = waiting.pop(0)
        if name not in (*_SHARED, *names):
            names.append(name)
            waiting = [*_references(parts[name]), *waiting]
    return names


def _references(schema: Any) -> Iterator[str]:  # noqa: ANN401 -- any part of a schema
    if isinstance(schema, dict):
        if "$ref" in schema:
            yield schema["$ref"].rpartition("/")[2]
        for inner in schema.values():
            yield from _references(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from _references(inner)


def _table(heading: str, schema: Schema) -> str:
    rows = [_row(name, field, schema) for name, field in schema["properties"].items()]
    lines = [
        f"### {heading}",
        "",
        schema["description"],
        "",
        "| field | what it says | how it is written |",
        "|---|---|---|",
        *rows,
    ]
    return "\n".join(lines)


def _row(name: str, field: Schema, part: Schema) -> str:
    needed = f"**`{name}`**" if name in part.get("required", ()) else f"`{name}`"
    example = field.get("examples", [None])[0]
    written = _written(field) + (f", e.g. `{_spelled(example)}`" if example is not None else "")
    return f"| {needed} | {_cell(field.get('description', ''))} | {_cell(written)} |"


def _spelled(example: object) -> str:
    """Write an example as YAML does in one line."""
    if isinstance(example, list):
        return f"[{', '.join(map(_spelled, example))}]"
    if isinstance(example, dict):
        fields = (f"{name}: {_spelled(each)}" for name, each in example.items())
        return f"{{{', '.join(fields)}}}"
    return str(example)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _written(field: Schema) -> str:  # noqa: PLR0911 -- one line for each form
    """Say in words what a schema lets an editor write."""
    if "allOf" in field:
        return _written(field["allOf"][0])
    if "$ref" in field:
        return _link(field["$ref"].rpartition("/")[2])
    if "anyOf" in field and not _is_form(field):
        return " or ".join(dict.fromkeys(_written(each) for each in field["anyOf"]))
    if "const" in field:
        return f"`{field['const']}`"
    if "enum" in field:
        return ", ".join(f"`{word}`" for word in field["enum"][:_MOST_WORDS])
    if "patternProperties" in field:
        return f"by id: {_written(next(iter(field['patternProperties'].values())))}"
    if field.get("type") == "array":
        return f"list of: {_written(field['items'])}"
    return _form(field)


def _is_form(field: Schema) -> bool:
    return any(_bare(field)["anyOf"] == _bare(form).get("anyOf") for form, _ in _FORMS)


def _bare(field: Schema) -> Schema:
    """Leave out limits and what is only told, of the members of a union, too."""
    kept = {key: value for key, value in field.items() if key not in _NOTES}
    if "anyOf" in kept:
        kept["anyOf"] = [_bare(each) for each in kept["anyOf"]]
    return kept


def _form(field: Schema) -> str:
    """Name a plain form by the table, or a pattern by what it asks for."""
    named = next((words for form, words in _FORMS if _bare(field) == form), None)
    return named or _PATTERNS.get(field["pattern"]) or pattern_expected(field["pattern"])


def _link(name: str) -> str:
    return _SHARED.get(name) or f"[{name}](#{name.lower()})"


def _words(vocabulary: Vocabulary) -> str:
    """List the ids of the vocabulary, measures by their lane."""
    lists = {
        "Sectors": vocabulary.sectors,
        "Kinds": vocabulary.kinds,
        "Channels": vocabulary.channels,
        "Objectives": vocabulary.objectives,
    }
    lines = [f"**{name}:** {_ids(terms)}" for name, terms in lists.items()]
    for lane in ("hard", "social"):
        measures = _measures(vocabulary, lane)
        lines.append(f"**{lane.capitalize()} measures**, in money: {_ids(measures)}")
    refused = [name for name, each in vocabulary.measures.items() if each.refused]
    lines.append(f"**Refused measures** (quote them as claims): {_ids(refused)}")
    lines.append(_soft_measures(vocabulary))
    lines.append(f"**Units with a name**, beside the codes of currencies: {_units(vocabulary)}")
    return "\n\n".join(["### Words", *lines])


def _measures(vocabulary: Vocabulary, lane: str) -> Mapping[str, Measure]:
    found = vocabulary.measures.items()
    return {name: each for name, each in found if each.lane == lane and not each.refused}


def _soft_measures(vocabulary: Vocabulary) -> str:
    """List the soft measures with the unit of their results, and what a cost is divided by."""
    rows = [
        f"| `{name}` | `{each.unit}` | {_counted(each)} |"
        for name, each in _measures(vocabulary, "soft").items()
    ]
    head = ["| soft measure | unit of its results | a cost per |", "|---|---|---|"]
    return "\n".join([*head, *rows])


def _counted(measure: Measure) -> str:
    names = measure.counted or {}
    if not measure.is_countable or SOURCE not in names:
        return ""
    one = names[SOURCE]["one"]
    return f"{one} (those there, less those before)" if measure.is_stock else one


def _units(vocabulary: Vocabulary) -> str:
    """List the units that readers see by a name; what thresholds count is left out."""
    return _ids(name for name in vocabulary.units if name not in _OF_THRESHOLDS)


_OF_THRESHOLDS = frozenset({"money", "lock", "deduction", "case"})


def _ids(names: Any) -> str:  # noqa: ANN401 -- any iterable of ids
    return ", ".join(f"`{name}`" for name in names)
