"""How a text cites a source of its case: ``as the report says [source: report]``."""

import re
from collections.abc import Iterator

CITATION = re.compile(r"\[source:\s*([A-Za-z0-9_-]+)\s*\]")


def cited_in(text: str) -> Iterator[str]:
    """Give the ids of the sources that a text cites, in order."""
    yield from (match[1] for match in CITATION.finditer(text))
