"""Which parts of a document are texts for readers: asked of the model, found in what was written."""

from collections.abc import Iterator, Mapping
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from roi_casebook.written.plurals import PLURAL_FORMS
from roi_casebook.yaml_places.document import Path

Found = tuple[Path, object]


def texts(model: type[BaseModel], value: object, path: Path = ()) -> Iterator[Found]:
    """Give every text that may be written once or per language, with its path."""
    if isinstance(value, Mapping):
        for name, field in model.model_fields.items():
            if value.get(name) is not None:
                yield from _texts_of(field.annotation, value[name], (*path, name))


def _texts_of(annotation: Any, value: object, path: Path) -> Iterator[Found]:  # noqa: ANN401 -- a type expression
    if _is_text(annotation):
        if not _is_in_forms(value):
            yield path, value
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from texts(annotation, value, path)
    elif get_origin(annotation) is Mapping and isinstance(value, Mapping):
        for name, entry in value.items():
            yield from _texts_of(get_args(annotation)[1], entry, (*path, name))
    elif get_origin(annotation) in (Annotated, Union, UnionType):
        yield from _texts_of_first(annotation, value, path)


def _texts_of_first(annotation: Any, value: object, path: Path) -> Iterator[Found]:  # noqa: ANN401 -- as _texts_of
    """Give the texts by the first member of a union that has any."""
    for inner in get_args(annotation):
        found = list(_texts_of(inner, value, path))
        if found:
            yield from found
            return


def _is_text(annotation: Any) -> bool:  # noqa: ANN401 -- as _texts_of
    """Tell a text per language: a mapping whose keys are plain words, where a table's are ids."""
    return get_origin(annotation) is Mapping and get_args(annotation)[0] is str


def _is_in_forms(value: object) -> bool:
    """Tell a name that is written once, in its plural forms: it has no languages."""
    return isinstance(value, Mapping) and bool(value.keys() & {*PLURAL_FORMS})
