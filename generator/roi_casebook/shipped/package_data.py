"""The tables that ship with the package, through the same reader as an editor's files."""

from collections.abc import Mapping
from importlib.resources import files
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from roi_casebook.yaml_places.reader import read_yaml

M = TypeVar("M", bound=BaseModel)


class PackageDataError(Exception):
    """The package's own data are broken: a mistake of its programmers."""


def package_value(*path: str) -> object:
    """Give the value of a YAML file under `data/`. Errors: PackageDataError."""
    document = read_yaml((files("roi_casebook") / "data").joinpath(*path).read_bytes(), path[-1])
    if document.problems:
        raise PackageDataError(document.problems)
    return document.value


def package_table(*path: str) -> Mapping[str, Any]:
    """Give the entries of a YAML file under `data/`, by id. Errors: PackageDataError."""
    value = package_value(*path)
    if not isinstance(value, Mapping):
        raise PackageDataError(f"{path[-1]} is no table")
    return value


def package_model(model: type[M], value: object) -> M:
    """Give the model of package data. Errors: PackageDataError."""
    try:
        return model.model_validate(value)
    except ValidationError as error:
        raise PackageDataError(str(error)) from error
