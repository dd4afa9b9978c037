"""From the model's errors to findings: the place in the text, and our words instead of pydantic's.

pydantic's location mixes keys with the names of union members; the path keeps what stands in the
document. Each kind of error has one small function in a table; custom errors bring their own words.

What a field expects, in an editor's words: tables for patterns and for kinds of errors.

What people write as a name, respelled in small plain letters: ``Été 2024!`` is ete 2024.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar
from unicodedata import normalize

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from roi_casebook.case.regions import COUNTRY_PATTERN, REGIONS
from roi_casebook.case.timeline import MOMENT_PATTERN
from roi_casebook.problems import did_you_mean, nearest
from roi_casebook.reading.model.model_fields import field_infos_at, fields_at
from roi_casebook.written.other_notations import SIGNS
from roi_casebook.yaml_places.document import Document, Finding, Path, part_at

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l"})  # fmt: skip


def plain_words(text: str) -> list[str]:
    """Give the words of a text, of small letters and digits without accents."""
    letters = normalize("NFKD", text.translate(_LIGATURES))
    kept = (each for each in letters if each.isascii() or each.isspace() or each.isalnum())
    return (
        "".join(each if each.isascii() and each.isalnum() else " " for each in kept).lower().split()
    )


_PATTERNS = {
    r"^[a-z][a-z0-9_]*$": "a name of small letters, digits and underscores that begins with a letter",
    r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$": "a name of small letters and digits with hyphens between words",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "a slug: small letters and digits with hyphens between words",
    r"^https?://\S+$": "an address that begins with https:// or http://",
    r"^https?://\S+/$": "an address that begins with https:// and ends with /",
    r"^(https?://\S+|unknown)$": "an address that begins with https:// or http://, or unknown",
    r"^[A-Z]{3}$": "a currency as three capital letters, e.g. GBP",
    COUNTRY_PATTERN: "a country as two capital letters, e.g. FR, or a region: EU, europe, africa, asia, north-america, latin-america, oceania, world",
    r"^[0-9]+ *- *[0-9]+$": "years such as 1-3",
    MOMENT_PATTERN: "a month or a date such as 2021-03, 2021-03-15, 2021-03..2022-02, months 1-12",
    r"^[a-z]{2}$": "a language as two small letters, e.g. en",
    r"^(not-looked|looked-none-found|[a-z][a-z0-9_]*)$": (
        "not-looked, looked-none-found, or the id of a soft result"
    ),
}

_CURRENCY_OF_SIGN = {sign: code for sign, code in SIGNS.items() if len(code) == len("GBP")}
_SHOWN_CHARACTERS = 60


def pattern_expected(pattern: str) -> str:
    """Say what a text must look like."""
    return _PATTERNS.get(pattern, f"a text like {pattern}")


def pattern_hint(pattern: str, found: object) -> str:
    """Give a text that would do, where one follows from what was written."""
    candidate = _respelled(pattern, found) if isinstance(found, str) else ""
    return f"write {candidate}" if candidate and candidate != found else ""


def _respelled(pattern: str, found: str) -> str:
    if "_]*$" in pattern and "http" not in pattern:
        return _words(found, "_")
    if "(-[a-z0-9]+)" in pattern:
        return _words(found, "-")
    if pattern == COUNTRY_PATTERN:
        words = _words(found, "-")
        return words.upper() if len(words) == len("GB") else words if words in REGIONS else ""
    if pattern == "^[A-Z]{3}$":
        code = found.upper() if found.isalpha() and len(found) == len("GBP") else ""
        return _CURRENCY_OF_SIGN.get(found, code)
    if "https" in pattern and found.startswith("www."):
        return f"https://{found}"
    return ""


def _words(found: str, joint: str) -> str:
    return joint.join(plain_words(found)).lstrip("0123456789_-")


def shown_in_short(found: object) -> str:
    """Show what was written: a text in quotes and short, a list or mapping by its name."""
    if found is None:
        return "nothing"
    if isinstance(found, dict):
        return "a mapping" if found else "an empty mapping"
    if isinstance(found, list):
        return "a list" if found else "an empty list"
    if isinstance(found, bool):
        return str(found).lower()
    written = repr(found)
    return written if len(written) <= _SHOWN_CHARACTERS else f"{written[:_SHOWN_CHARACTERS]}...'"


def one_of(words: "list[str]", found: object) -> tuple[str, str]:
    """Give the expectation of a closed list, and the nearest of its words as a hint."""
    match = nearest(str(found), words)
    expected = words[0] if len(words) == 1 else f"one of {', '.join(words)}"
    return expected, f"did you mean {match!r}?" if match else ""


M = TypeVar("M", bound=BaseModel)


def validated(model: type[M], value: object) -> tuple[M | None, tuple[Finding, ...]]:
    """Give the model, or None and what is wrong with the value."""
    try:
        return model.model_validate(value), ()
    except ValidationError as error:
        errors = error.errors(include_url=False)
        return None, _without_echoes([_finding(model, value, each) for each in errors])


def _without_echoes(findings: list[Finding]) -> tuple[Finding, ...]:
    """Leave out that a field is missing where it stands misspelt beside its place.

    Likewise that a list or mapping is too short of which an entry is wrong.
    """
    misspelt = {
        (*each.path[:-1], each.hint.removeprefix("did you mean ").strip("'?"))
        for each in findings
        if each.code == "unknown_key"
    }
    around = {each.path[:length] for each in findings for length in range(len(each.path))}
    echoes = {("missing_key", path) for path in misspelt} | {("too_few", path) for path in around}
    return tuple(each for each in findings if (each.code, each.path) not in echoes)


def apart_from(document: Document, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Leave out what only follows from a problem of the YAML itself; name values as written."""
    return tuple(
        _as_written(document, finding)
        for finding in findings
        if not _follows(document, finding.path)
    )


def _as_written(document: Document, finding: Finding) -> Finding:
    """Name a number or a word such as true as the editor wrote it: 3.10, not 3.1."""
    value, span = part_at(document.value, finding.path), document.values.get(finding.path)
    if not isinstance(value, int | float) or finding.at == "key" or span is None:
        return finding
    written = document.source.text[span.start : span.end].split()[-1]
    message, hint = finding.message, finding.hint
    for form in dict.fromkeys((repr(value), f"{value:g}", str(value).lower())):
        message = message.replace(f"found {form},", f"found {written},")
        hint = hint.replace(f'"{form}"', f'"{written}"')
    return replace(finding, message=message, hint=hint)


def _follows(document: Document, path: Path) -> bool:
    return any(path[: len(broken)] == broken for broken in document.broken)


def _finding(model: type[BaseModel], value: object, error: ErrorDetails) -> Finding:
    path, names_key = _path(value, error["loc"])
    kind, context = error["type"], error.get("ctx", {})
    if kind == "missing":
        return _missing(model, (*path, error["loc"][-1]))
    if kind == "extra_forbidden":
        return _unknown_key(model, value, path)
    if "hint" in context:
        return _refused(path, error)
    if kind in _NO_FIELDS:
        return _no_fields(model, path, error["input"])
    expected, hint = _EXPECTED.get(kind, _as_described)(error, context)
    if kind == "literal_error" and not hint:
        hint = fields_at(model, path[:-1]).get(str(path[-1]), "") if path else ""
    found = path[-1] if names_key else error["input"]
    code = _CODES.get(kind, "wrong_value")
    message = f"found {shown_in_short(found)}, expected {expected}"
    return Finding(path, code, message, hint, at="key" if names_key else "value")


def _refused(path: Path, error: ErrorDetails) -> Finding:
    """Give an error that brings its own words, at the field where an editor should look."""
    context, found = error.get("ctx", {}), error["input"]
    if not isinstance(found, Mapping):
        return Finding(path, error["type"], context["text"], context["hint"])
    field = str(context.get("field", ""))
    if field in found:
        return Finding((*path, field), error["type"], context["text"], context["hint"])
    return Finding(path, error["type"], context["text"], context["hint"], at="key")


def _path(value: object, location: tuple[int | str, ...]) -> tuple[Path, bool]:
    """Give the steps of the location that stand in the document, and whether a key is meant."""
    path: Path = ()
    for step in location:
        in_list = isinstance(value, list) and isinstance(step, int) and step < len(value)
        if in_list or (isinstance(value, Mapping) and step in value):
            path, value = (*path, step), value[step]  # type: ignore[index]
    return path, location[-1:] == ("[key]",)


def _missing(model: type[BaseModel], path: Path) -> Finding:
    field = str(path[-1])
    known = fields_at(model, path[:-1])
    wanted = f"add {field}: {known[field]}" if known.get(field) else f"add {field}: ..."
    where = f"{path[-2]}" if len(path) > 1 else "the file"
    return Finding(path, "missing_key", f"found no field {field!r} in {where}", wanted, at="key")


def _unknown_key(model: type[BaseModel], value: object, path: Path) -> Finding:
    key = str(path[-1])
    parent = part_at(value, path[:-1])
    written = set(parent) if isinstance(parent, Mapping) else set()
    known = fields_at(model, path[:-1])
    hint = (
        _elsewhere(model, path, key)
        or did_you_mean(key, set(known) - written)
        or did_you_mean(key, known)
    )
    return Finding(path, "unknown_key", f"found the unknown field {key!r}", hint, at="key")


_CALLED = {"growth": "grows", "series": "values", "standard_error": "se", "discounted": "already_discounted"}  # fmt: skip
"""Fields by the words that sources use for them."""
_WITHOUT_IT = "without_it"


def _elsewhere(model: type[BaseModel], path: Path, key: str) -> str:
    """Name the field of another word, or say that it stands within `without_it`."""
    known = fields_at(model, path[:-1])
    if (called := _CALLED.get(key)) in known:
        return f"did you mean {called!r}?"
    if _WITHOUT_IT in known and key in fields_at(model, (*path[:-1], _WITHOUT_IT)):
        return f"put it into {_WITHOUT_IT}: {{design: ..., {key}: ...}}"
    return ""


_NO_FIELDS = {"mapping_type", "model_type", "model_attributes_type", "dict_type"}


def _no_fields(model: type[BaseModel], path: Path, found: object) -> Finding:
    """Say that a part has fields, and show how it begins."""
    hint = _as_fields(field_infos_at(model, path), found)
    message = f"found {shown_in_short(found)}, expected fields with their values"
    return Finding(path, "wrong_value", message, hint)


def _as_fields(infos: Mapping[str, FieldInfo], found: object) -> str:
    """Give what an editor would write: a number as an input, else all fields that are needed."""
    if "quote" in infos and "value" in infos and isinstance(found, int | float | str):
        return f"write {{value: {found}, unit: ..., source: ..., quote: ...}}"
    if {"value", "why"} <= set(infos) and isinstance(found, int | float | str):
        return f"write {{value: {found}, why: ...}}"
    needed = [name for name, each in infos.items() if each.is_required()]
    return (
        f"write {{{': ..., '.join(needed)}: ...}}" if needed else "write `id: ...` lines, indented"
    )


Context = Mapping[str, Any]
Wanted = tuple[str, str]


def _literal(error: ErrorDetails, context: Context) -> Wanted:
    words = context["expected"].replace(" or ", ", ").split(", ")
    return one_of([word.strip("'") for word in words], error["input"])


def _pattern(error: ErrorDetails, context: Context) -> Wanted:
    return pattern_expected(context["pattern"]), pattern_hint(context["pattern"], error["input"])


def _limit(words: str, key: str, hint: str = "") -> Callable[[ErrorDetails, Context], Wanted]:
    return lambda _, context: (words.format(context[key]), hint)


def _as_described(error: ErrorDetails, context: Context) -> Wanted:
    del error, context
    return "another kind of value", "compare it with the example in cases/README.md"


def _list(error: ErrorDetails, context: Context) -> Wanted:
    del context
    if error["input"] is None:
        return "a list", "write what belongs here, or leave the field out"
    return "a list", f"write [{error['input']}]" if isinstance(error["input"], str) else ""


def _text(error: ErrorDetails, context: Context) -> Wanted:
    del context
    if isinstance(error["input"], int | float):
        return "a text", f'write quotes around it: "{shown_in_short(error["input"])}"'
    return "a text", "write a single word or text; quotes make one of anything"


_EXPECTED: dict[str, Callable[[ErrorDetails, Context], Wanted]] = {
    "literal_error": _literal,
    "string_pattern_mismatch": _pattern,
    "string_too_long": _limit("at most {} characters", "max_length"),
    "string_too_short": _limit("at least {} characters", "min_length"),
    "greater_than_equal": _limit("at least {}", "ge"),
    "less_than_equal": _limit("at most {}", "le"),
    "too_short": _limit("at least {} entry", "min_length", "write what belongs here"),
    "tuple_type": _list,
    "string_type": _text,
}

_CODES = {
    "literal_error": "not_in_list",
    "string_pattern_mismatch": "wrong_form",
    "too_short": "too_few",
}
