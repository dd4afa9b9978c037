"""Numbers that are read in one way, and that half of their readers write for another."""

import re
from collections.abc import Iterator

from roi_casebook.reading.document import Finding
from roi_casebook.reading.rules.surroundings import Surroundings
from roi_casebook.reading.sound import Sound

FIELDS = frozenset({"value", "low", "likely", "high", "n"})
_GROUPED = re.compile(
    r"""["']?([-+]?[1-9]\d{0,2})\.(\d\d0)(?!\s*(?:[\d.%kM]|bn|million|thousand))"""
)


def points_are_decimal(case: Sound, _site: Surroundings) -> Iterator[Finding]:
    """A point before three digits of which the last is nought may have grouped thousands."""
    text = case.document.source.text
    for path, span in case.document.values.items():
        match = path and path[-1] in FIELDS and _GROUPED.match(text, span.start, span.end)
        if match:
            thousands, decimal = f"{match[1]}{match[2]}", f"{match[1]}.{match[2]}".rstrip("0")
            decimal = decimal.rstrip(".")
            message = f"found {match[1]}.{match[2]}, read as {decimal}: many countries write so for {thousands}"
            hint = f"write {decimal} or {thousands}, whichever the source means"
            yield Finding(path, "ambiguous_number", message, hint, "hint")
