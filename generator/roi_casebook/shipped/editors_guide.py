"""The guide for editors, as it ships: its parts, each with its text in every language."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

TextOfGuide = Mapping[str, str]
"""A text by language."""


@dataclass(frozen=True)
class GuideSection:
    """A part of the guide. example: lines cut from a case, "" without one; codes: problems to be shown."""

    id: str
    title: TextOfGuide
    text: TextOfGuide
    case: str = ""
    example: str = ""
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class EditorsGuide:
    """The whole guide."""

    title: TextOfGuide
    description: TextOfGuide
    lead: TextOfGuide
    sections: tuple[GuideSection, ...]


@cache
def editors_guide() -> EditorsGuide:
    """Give the guide."""
    held = files("roi_casebook").joinpath("data", "editors_guide.yml").read_text(encoding="utf-8")
    written = yaml.safe_load(held)
    sections = tuple(
        GuideSection(id=name, **{**part, "codes": tuple(part.get("codes", ()))})
        for name, part in written.pop("sections").items()
    )
    return EditorsGuide(sections=sections, **written)
