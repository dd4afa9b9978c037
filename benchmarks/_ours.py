"""Our whole build of a site, as `casebook build` does it, by stage: `_ours.py SITE OUT`."""

import os
import sys
from datetime import date
from pathlib import Path

from _clock import Clock, timed
from _taken import DAY, say

from roi_casebook.build import build

if __name__ == "__main__":
    site, out = Path(sys.argv[1]), Path(sys.argv[2])
    clock = Clock()
    timed(clock)
    built = build(site, out, date.fromisoformat(DAY), os.environ)
    stages = clock.read()
    if not built.is_published:
        raise SystemExit(f"nothing was published: {[*built.found.problems, *built.broken][:3]}")
    say({"seconds": sum(stages.values()), "stages": stages}, out)
