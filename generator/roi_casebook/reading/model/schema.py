"""The JSON Schemas of a case and of a site's configuration, for editors: from the models, in draft-07.

Those servers read draft-07 and older: `definitions`, and nothing beside a `$ref`. The passes below
turn what pydantic writes into that dialect, give texts one definition, and put the ids of the
vocabulary where a case names them.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel

from roi_casebook.case import Case
from roi_casebook.config import SiteConfig, Vocabulary
from roi_casebook.written.plurals import PLURAL_SCHEMA
from roi_casebook.yaml_places.document import Path, part_at

Schema = dict[str, Any]

DIALECT = "http://json-schema.org/draft-07/schema#"
SCHEMA_NAME = "case.schema.json"
CONFIG_SCHEMA_NAME = "site_config.schema.json"


def case_schema(vocabulary: Vocabulary | None = None) -> Schema:
    """Give the schema of a case as plain dictionaries; without a vocabulary, ids are any text."""
    schema = _schema_of(Case)
    if vocabulary:
        _put_words(schema, vocabulary)
    return schema


def config_schema() -> Schema:
    """Give the schema of `site_config.yml` as plain dictionaries."""
    return _schema_of(SiteConfig)


def _schema_of(model: type[BaseModel]) -> Schema:
    written = model.model_json_schema(ref_template="#/definitions/{model}")
    definitions = {name: _adapted(each) for name, each in written.pop("$defs").items()}
    schema = {"$schema": DIALECT, **_adapted(written), "definitions": definitions}
    definitions |= {name: each for name, each in _SHARED.items() if _names(schema, name)}
    return schema


def _names(schema: Schema, definition: str) -> bool:
    return f'"{_reference(definition)}"' in json.dumps(schema)


def _reference(definition: str) -> str:
    return f"#/definitions/{definition}"


def schema_text(vocabulary: Vocabulary) -> str:
    """Write the schema as the file that editors' YAML servers read."""
    return _as_text(case_schema(vocabulary))


def config_schema_text() -> str:
    """Write the schema of `site_config.yml` as a file."""
    return _as_text(config_schema())


def _as_text(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


_SHARED: Schema = {
    "Text": {
        "description": "a text: one string (in the site's first language), or one per language",
        "anyOf": [
            {"type": "string"},
            {
                "type": "object",
                "patternProperties": {"^[a-z]{2}$": {"type": "string"}},
                "additionalProperties": False,
            },
        ],
    },
    "Plural": {
        "description": "a name in its plural forms: once (in the site's first language), or for each language",
        **PLURAL_SCHEMA,
    },
}
"""What many fields are: texts and names, each defined once."""


def _adapted(schema: Schema) -> Schema:
    """Rewrite a schema and all within it, from the innermost outwards."""
    inner = {key: _inner(key, value) for key, value in schema.items() if not _is_title(key, value)}
    for a_pass in _PASSES:
        inner = a_pass(inner)
    return inner


def _inner(key: str, value: Any) -> Any:  # noqa: ANN401 -- a schema's value may be anything
    if key in ("properties", "patternProperties"):
        return {name: _adapted(each) for name, each in value.items()}
    if key in ("anyOf", "oneOf"):
        return [_adapted(each) for each in value]
    if key in ("items", "additionalProperties") and isinstance(value, dict):
        return _adapted(value)
    return value


def _is_title(key: str, value: object) -> bool:
    """Tell the titles that pydantic makes of names; a field called title holds a schema."""
    return key == "title" and isinstance(value, str)


def _one_union(schema: Schema) -> Schema:
    """Make `anyOf` of `oneOf`: a share in place may be read in more than one way."""
    return {("anyOf" if key == "oneOf" else key): value for key, value in schema.items()}


def _no_null(schema: Schema) -> Schema:
    """Leave out null: a field that says nothing is left out of the file."""
    members = [each for each in schema.get("anyOf", []) if each != {"type": "null"}]
    if len(members) == 1:
        schema = {**members[0], **{key: value for key, value in schema.items() if key != "anyOf"}}
    elif members:
        schema = {**schema, "anyOf": members}
    return {key: value for key, value in schema.items() if (key, value) != ("default", None)}


def _flat_union(schema: Schema) -> Schema:
    """Lift unions out of a union."""
    if "anyOf" not in schema:
        return schema
    lifted = [
        inner
        for each in schema["anyOf"]
        for inner in (each["anyOf"] if set(each) == {"anyOf"} else [each])
    ]
    return {**schema, "anyOf": lifted}


def _shared_by_name(schema: Schema) -> Schema:
    """Name the union that stands for a text, or for a name in its plural forms."""
    for name, shared in _SHARED.items():
        if _same(schema.get("anyOf"), shared["anyOf"]):
            rest = {key: value for key, value in schema.items() if key != "anyOf"}
            return {"$ref": _reference(name), **rest}
    return schema


def _same(one: object, other: object) -> bool:
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def _lone_reference(schema: Schema) -> Schema:
    """Put a reference that has a description beside it into `allOf`, where both count."""
    if "$ref" not in schema or len(schema) == 1:
        return schema
    rest = {key: value for key, value in schema.items() if key != "$ref"}
    return {**rest, "allOf": [{"$ref": schema["$ref"]}]}


def _closed_table(schema: Schema) -> Schema:
    """Refuse ids of another form in a table."""
    return {**schema, "additionalProperties": False} if "patternProperties" in schema else schema


def _first_paragraph(schema: Schema) -> Schema:
    """Keep what editors need of a description; the rest speaks to programmers."""
    if not isinstance(schema.get("description"), str):
        return schema
    return {**schema, "description": " ".join(schema["description"].split("\n\n")[0].split())}


def _limits(schema: Schema) -> Schema:
    """Name limits as schemas do: pydantic writes those of a number read by us as `ge` and `le`."""
    return {_LIMITS.get(key, key): value for key, value in schema.items()}


_LIMITS = {"ge": "minimum", "le": "maximum", "gt": "exclusiveMinimum", "lt": "exclusiveMaximum"}
_PASSES: tuple[Callable[[Schema], Schema], ...] = (
    _limits,
    _one_union,
    _no_null,
    _flat_union,
    _shared_by_name,
    _closed_table,
    _first_paragraph,
    _lone_reference,
)


def _put_words(schema: Schema, vocabulary: Vocabulary) -> None:
    for path, words in _word_places(vocabulary).items():
        place = part_at(schema, ("definitions", *path))
        if not isinstance(place, dict):
            raise KeyError(path)
        place["enum"] = words
        place.pop("minLength", None)


def _word_places(vocabulary: Vocabulary) -> Mapping[Path, list[str]]:
    """Give where a case names words of the vocabulary, and which may stand there."""
    allowed = {name: each for name, each in vocabulary.measures.items() if not each.refused}
    priced = [name for name, each in allowed.items() if each.lane != "soft"]
    return {
        ("Organisation", "properties", "sector"): list(vocabulary.sectors),
        ("Initiative", "properties", "kind"): list(vocabulary.kinds),
        ("Initiative", "properties", "channels", "items"): list(vocabulary.channels),
        ("Initiative", "properties", "objective"): list(vocabulary.objectives),
        ("BenefitLine", "properties", "measure"): priced,
        ("SoftResult", "properties", "measure"): [name for name in allowed if name not in priced],
    }
