"""What an unquoted word of YAML means: the core schema of YAML 1.2, as a table.

`no`, `yes`, `on`, `12:30` and dates stay texts. One thing is stricter than the schema: a number
with a leading zero (`0123`) stays a text too, so that the reader of numbers can refuse it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

MOST_DIGITS = 15
"""Beyond this many digits a whole number is read as a decimal: no case needs it exactly."""


@dataclass(frozen=True)
class _Kind:
    pattern: re.Pattern[str]
    read: Callable[[str], object]


def _whole(text: str) -> object:
    return int(text) if len(text) <= MOST_DIGITS else float(text)


def _hexadecimal(text: str) -> object:
    return float(int(text, 0)) if len(text) > MOST_DIGITS else int(text, 0)


def _special(text: str) -> object:
    return float(text.replace(".", ""))


_KINDS = (
    _Kind(re.compile("|~|null|Null|NULL"), lambda _: None),
    _Kind(re.compile("true|True|TRUE"), lambda _: True),
    _Kind(re.compile("false|False|FALSE"), lambda _: False),
    _Kind(re.compile("[-+]?(0|[1-9][0-9]*)"), _whole),
    _Kind(re.compile("0o[0-7]{1,200}|0x[0-9a-fA-F]{1,200}"), _hexadecimal),
    _Kind(re.compile(r"[-+]?(\.[0-9]+|(0|[1-9][0-9]*)(\.[0-9]*)?)([eE][-+]?[0-9]+)?"), float),
    _Kind(re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"), _special),
)


def plain_value(text: str) -> object:
    """Give what an unquoted scalar means: None, a bool, an int, a float or the text itself."""
    return next((kind.read(text) for kind in _KINDS if kind.pattern.fullmatch(text)), text)
