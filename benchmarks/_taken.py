"""What a process took, printed as JSON for the one that started it.

A process that is started counts as its own the memory of the one that started it, as it then was
(Linux keeps that peak across the start of a program). So each thing whose memory is measured is
started by a small process: see `_index.py` and `_plain.py`.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from typing import Any

DAY = "2026-11-22"
"""The day of all measured sites: a clock would make other pages each day."""
_UNIT = 1 if sys.platform == "darwin" else 1024


def say(result: Mapping[str, Any], out: Path) -> None:
    """Print a result with what this process took, and what stands in folder `out`: seconds, bytes."""
    own, children = getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN)
    files = [path for path in out.rglob("*") if path.is_file()]
    pages = [path for path in files if path.suffix == ".html"]
    taken = {
        "cpu": own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime,
        "memory": own.ru_maxrss * _UNIT,
        "memory_of_children": children.ru_maxrss * _UNIT,
        "pages": len(pages),
        "size": _size(files),
        "size_of_pages": _size(pages),
    }
    print(json.dumps({**result, **taken}))


def _size(files: list[Path]) -> int:
    return sum(file.stat().st_size for file in files)
