"""Which fields may stand at a place of a document, and what they are for: asked of the model."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from roi_casebook.yaml_places.document import Path


def fields_at(model: type[BaseModel], path: Path) -> Mapping[str, str]:
    """Give the fields that may stand at a path, with their descriptions; {} where none are known.

    Where a value may be one of several models (an input or a word), all their fields are given.
    """
    infos = field_infos_at(model, path)
    return {name: info.description or "" for name, info in infos.items()}


def field_infos_at(model: type[BaseModel], path: Path) -> Mapping[str, FieldInfo]:
    """Give the model's own account of the fields that may stand at a path."""
    models = sorted(_descend({model}, path), key=lambda each: each.__name__)
    return {name: info for each in models for name, info in written_fields(each).items()}


def written_fields(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """Give the fields of a model as a file names them: one may be no word of our own language."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def _descend(models: "set[type[BaseModel]]", path: Path) -> "set[type[BaseModel]]":
    """Follow the steps: a field of a model; an id of a table is no field and changes nothing."""
    annotations: list[Any] = list(models)
    for step in path:
        annotations = [inner for each in annotations for inner in _step(each, step)]
    return {each for annotation in annotations for each in _models(annotation)}


def _step(annotation: Any, step: str | int) -> Iterator[Any]:  # noqa: ANN401 -- a type expression
    for model in _models(annotation):
        fields = written_fields(model)
        if step in fields:
            yield fields[str(step)].annotation
    for container in _containers(annotation):
        yield from get_args(container)[-1:] if not _is_tuple(container) else get_args(container)[:1]


def _is_tuple(annotation: Any) -> bool:  # noqa: ANN401 -- as _step
    return getattr(annotation, "__origin__", None) is tuple


def _containers(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 -- as _step
    """Give the mappings and tuples that an annotation may be."""
    origin = getattr(annotation, "__origin__", None)
    if origin in (Mapping, dict, tuple):
        yield annotation
    elif not _is_model(annotation):
        for inner in get_args(annotation):
            yield from _containers(inner)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 -- as _step
    """Give the models that an annotation may be, without looking into mappings and tuples."""
    if _is_model(annotation):
        yield annotation
    elif getattr(annotation, "__origin__", None) not in (Mapping, dict, tuple):
        for inner in get_args(annotation):
            yield from _models(inner)


def _is_model(annotation: Any) -> bool:  # noqa: ANN401 -- as _step
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)
