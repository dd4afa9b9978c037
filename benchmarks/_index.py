"""The search index alone, from twins that are there: `_index.py PREPARED OUT`."""

import sys
from pathlib import Path
from time import perf_counter

from _taken import say

from roi_casebook.output.site.search_index import write_index

if __name__ == "__main__":
    prepared, out = Path(sys.argv[1]), Path(sys.argv[2])
    start = perf_counter()
    write_index(prepared / "twins", out)
    say({"seconds": perf_counter() - start}, out)
