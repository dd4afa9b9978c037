"""What all parts of a written file share: the closed frozen model, ids, texts in languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
)

from roi_casebook.written.refusals import refused
from roi_casebook.written.scalars import Line
from roi_casebook.written.web_links import readable_address

ANY_LANGUAGE = ""
"""The key of a text written once: it is in the site's first language."""


class Part(BaseModel):
    """A closed, frozen part of a case."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


V = TypeVar("V")


class ShippedText(Mapping[str, str]):
    """A text that ships, by language: sound by itself, and read only where it is asked for."""


def _frozen(mapping: Mapping[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(dict(mapping))


def _no_null(raw: object) -> object:
    return {} if raw is None else raw


ID_PATTERN = r"^[a-z][a-z0-9_]*$"
Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=60)]
Table = Annotated[Mapping[Id, V], BeforeValidator(_no_null), AfterValidator(_frozen)]
"""Entries by id, in the order written; an empty or missing table is {}."""

TermId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
Terms = Annotated[Mapping[TermId, V], BeforeValidator(_no_null), AfterValidator(_frozen)]
"""Entries of a vocabulary by id, in the order written."""

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Slugs = Annotated[Mapping[Slug, V], BeforeValidator(_no_null), AfterValidator(_frozen)]
"""What belongs to each of some cases, by slug, in the order written."""

Address = Annotated[str, Field(pattern=r"^https?://\S+$"), AfterValidator(readable_address)]


def _by_language(raw: object) -> object:
    if isinstance(raw, Mapping):
        if not raw:
            raise refused(
                "empty_text",
                "found an empty mapping, expected a text",
                "write the text, or leave the field out",
            )
        return raw
    return {ANY_LANGUAGE: raw}


def _unless_shipped(raw: object, check: ValidatorFunctionWrapHandler) -> object:
    return raw if isinstance(raw, ShippedText) else check(raw)


Text = Annotated[
    Mapping[str, Line],
    BeforeValidator(_by_language),
    AfterValidator(_frozen),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string"},
                {
                    "type": "object",
                    "patternProperties": {"^[a-z]{2}$": {"type": "string"}},
                    "additionalProperties": False,
                },
            ]
        }
    ),
    WrapValidator(_unless_shipped),
]
"""A text: one string (in the site's first language), or one for each language."""


def text_in(text: Mapping[str, str], language: str, first: str) -> tuple[str, str]:
    """Give the text in `language` and the language it is really in: the fallback is the first."""
    if language in text:
        return text[language], language
    for key in (ANY_LANGUAGE, first):
        if key in text:
            return text[key], first
    key = next(iter(text))  # a text is never empty
    return text[key], key
