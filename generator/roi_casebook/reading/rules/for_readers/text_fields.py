"""Which parts of a document are texts for readers: asked of the model, found in what was written."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from roi_casebook.written.plurals import PLURAL_FORMS
from roi_casebook.yaml_places.document import Path

Found = tuple[Path, object]
Finder = Callable[[object, Path], Iterator[Found]]
"""Gives the texts in what was written at a path; what it is called with may be of any kind."""


def texts(model: type[BaseModel], value: object, path: Path = ()) -> Iterator[Found]:
    """Give every text that may be written once or per language, with its path."""
    if isinstance(value, Mapping):
        for name, finder in _finders(model):
            if value.get(name) is not None:
                yield from finder(value[name], (*path, name))


@cache  # a model says the same of each of a hundred cases
def _finders(model: type[BaseModel]) -> tuple[tuple[str, Finder], ...]:
    """Give the fields of a model in which a text may stand, each with what finds it."""
    fields = ((name, _finder(field.annotation)) for name, field in model.model_fields.items())
    return tuple((name, finder) for name, finder in fields if finder)


def _finder(annotation: Any) -> Finder | None:  # noqa: ANN401 -- a type expression
    """Give what finds the texts of an annotation; None where it allows none."""
    if _is_text(annotation):
        return _unless_in_forms
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _of_model(annotation) if _finders(annotation) else None
    if get_origin(annotation) is Mapping:
        inner = _finder(get_args(annotation)[1])
        return _of_table(inner) if inner else None
    if get_origin(annotation) in (Annotated, Union, UnionType):
        members = [found for each in get_args(annotation) if (found := _finder(each))]
        return _of_first(members) if members else None
    return None


def _unless_in_forms(value: object, path: Path) -> Iterator[Found]:
    if not _is_in_forms(value):
        yield path, value


def _of_model(model: type[BaseModel]) -> Finder:
    return lambda value, path: texts(model, value, path)


def _of_table(inner: Finder) -> Finder:
    def find(value: object, path: Path) -> Iterator[Found]:
        if isinstance(value, Mapping):
            for name, entry in value.items():
                yield from inner(entry, (*path, name))

    return find


def _of_first(members: list[Finder]) -> Finder:
    """Find the texts by the first member of a union that has any."""

    def find(value: object, path: Path) -> Iterator[Found]:
        for member in members:
            if found := list(member(value, path)):
                yield from found
                return

    return find


def _is_text(annotation: Any) -> bool:  # noqa: ANN401 -- as _texts_of
    """Tell a text per language: a mapping whose keys are plain words, where a table's are ids."""
    return get_origin(annotation) is Mapping and get_args(annotation)[0] is str


def _is_in_forms(value: object) -> bool:
    """Tell a name that is written once, in its plural forms: it has no languages."""
    return isinstance(value, Mapping) and bool(value.keys() & {*PLURAL_FORMS})
