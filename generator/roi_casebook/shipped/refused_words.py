"""The words that no text of a site may use as its own, by group: `data/refused_words.yml`."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

from pydantic import Field

from roi_casebook.shipped.package_data import package_model, package_value
from roi_casebook.written.parts import Part, Table
from roi_casebook.written.scalars import Line


class Refused(Part):
    """A group of words that no text of a site may use as its own."""

    where: Literal["text", "label"] = Field(alias="in")
    found: Line
    hint: Line
    words: Mapping[str, tuple[Line, ...]]


class _Groups(Part):
    groups: Table[Refused]


@cache
def refused_groups() -> Mapping[str, Refused]:
    """Read the groups by the code of their problem. Errors: PackageDataError."""
    groups = package_model(_Groups, {"groups": package_value("refused_words.yml")}).groups
    return MappingProxyType(dict(groups))
