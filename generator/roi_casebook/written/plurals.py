"""What is counted, by the plural forms of a language: one signature, 12,000 signatures.

The forms bear the names of Unicode's locale data (CLDR): `one` and `other` in English and French.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Final

from pydantic import (
    AfterValidator,
    BeforeValidator,
    GetPydanticSchema,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
)
from pydantic_core.core_schema import literal_schema

from roi_casebook.written.parts import ANY_LANGUAGE
from roi_casebook.written.refusals import refused, shown
from roi_casebook.written.scalars import Line

PLURAL_FORMS: Final = ("zero", "one", "two", "few", "many", "other")
OTHER = "other"
"""The form that every language has, and any number may take."""

Forms = Mapping[str, str]
"""A text for each plural form."""


class ShippedForms(Mapping[str, Forms]):
    """Names that ship, by language: sound by themselves, and read only where they are asked for."""


def _by_language(raw: object) -> object:
    """Take forms that are written once as those of the site's first language."""
    if not isinstance(raw, Mapping) or not raw:
        singular, plural = ("...", raw) if isinstance(raw, str) else ("signature", "signatures")
        raise refused(
            "plural_forms",
            f"found {shown(raw)}, expected a name in its plural forms",
            f"write {{one: {singular}, {OTHER}: {plural}}}, or that for each language",
        )
    return {ANY_LANGUAGE: raw} if set(raw) & set(PLURAL_FORMS) else raw


def _sound(forms: Mapping[str, str]) -> Mapping[str, str]:
    if OTHER not in forms:
        raise refused(
            "missing_plural",
            f"found a name without the plural form {OTHER}, which any number may take",
            f"add {OTHER}: ...",
        )
    return MappingProxyType(dict(forms))


def _unless_shipped(raw: object, check: ValidatorFunctionWrapHandler) -> object:
    return raw if isinstance(raw, ShippedForms) else check(raw)


def _frozen(names: Mapping[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(dict(names))


_FORMS_SCHEMA: dict[str, Any] = {
    "type": "object",
    "patternProperties": {f"^({'|'.join(PLURAL_FORMS)})$": {"type": "string"}},
    "additionalProperties": False,
    "required": [OTHER],
}
PLURAL_SCHEMA: dict[str, Any] = {
    "anyOf": [
        _FORMS_SCHEMA,
        {
            "type": "object",
            "patternProperties": {"^[a-z]{2}$": _FORMS_SCHEMA},
            "additionalProperties": False,
        },
    ]
}
_Form = Annotated[str, GetPydanticSchema(lambda _source, _handler: literal_schema([*PLURAL_FORMS]))]
_OfLanguage = Annotated[Mapping[_Form, Line], AfterValidator(_sound)]
Plural = Annotated[
    Mapping[str, _OfLanguage],
    BeforeValidator(_by_language),
    AfterValidator(_frozen),
    WithJsonSchema(PLURAL_SCHEMA),
    WrapValidator(_unless_shipped),
]
"""A name in its plural forms: once (in the site's first language), or for each language."""


def forms_in(names: Mapping[str, Forms], language: str, first: str) -> tuple[Forms, str]:
    """Give the forms of a name in `language` and the language they are really in, as `text_in` does."""
    for key, really in ((language, language), (ANY_LANGUAGE, first), (first, first)):
        if key in names:
            return names[key], really
    key = next(iter(names))  # a name is never empty
    return names[key], key
