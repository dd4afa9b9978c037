"""A stretch of a text, and how what stands there is quoted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Where a key or value stands: characters from the start of the text, and how it is quoted."""

    start: int
    end: int
    style: str = ""
