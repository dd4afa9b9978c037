"""What each code of a problem stands for: its rule, and an example from the invalid cases."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import yaml


@cache
def rules() -> Mapping[str, str]:
    """Give the rule behind each code, in a sentence."""
    return MappingProxyType(_loaded("problem_codes.yml"))


@cache
def examples() -> Mapping[str, Mapping[str, str]]:
    """Give an example of each code that has one: `line`, `message` and `hint`, those that it has."""
    return MappingProxyType(_loaded("problem_examples.yml"))


def _loaded(name: str) -> dict:  # type: ignore[type-arg]  # the two files have shapes of their own
    text = files("roi_casebook").joinpath("data", name).read_text(encoding="utf-8")
    loaded: dict = yaml.safe_load(text)  # type: ignore[type-arg]
    return loaded
