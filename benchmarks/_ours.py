"""Our whole build of a site, as `casebook build` does it: `_ours.py SITE OUT [stages]`.

With `stages`, by stage: all in one process then, so that the times add up.
"""

import os
import sys
from datetime import date
from pathlib import Path
from time import perf_counter

from _clock import Clock, timed
from _taken import DAY, say

from roi_casebook.build import Built, build
from roi_casebook.output import processes


def built(site: Path, out: Path) -> Built:
    """Build the site; end where nothing was published."""
    made = build(site, out, date.fromisoformat(DAY), os.environ)
    if not made.is_published:
        raise SystemExit(f"nothing was published: {[*made.found.problems, *made.broken][:3]}")
    return made


def by_stage(site: Path, out: Path) -> dict[str, float]:
    """Build the site in this process alone and give the seconds of each stage."""
    processes.can_copy = lambda: False
    clock = Clock()
    timed(clock)
    built(site, out)
    return clock.read()


if __name__ == "__main__":
    site, out = Path(sys.argv[1]), Path(sys.argv[2])
    start = perf_counter()
    stages = by_stage(site, out) if "stages" in sys.argv else {}
    if not stages:
        built(site, out)
    say({"seconds": perf_counter() - start, "stages": stages}, out)
