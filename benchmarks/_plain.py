"""Plain MkDocs Material with its own search over the portable tree: `_plain.py PREPARED OUT`.

One language after the other, as its command builds them. Writing the tree is not counted.
"""

import pickle
import sys
from pathlib import Path
from time import perf_counter

from _taken import say

from roi_casebook.output.site.markdown_tree import build_whole

if __name__ == "__main__":
    prepared, out = Path(sys.argv[1]), Path(sys.argv[2])
    tree = pickle.loads((prepared / "tree.pickle").read_bytes())  # noqa: S301 -- our own a moment ago
    start = perf_counter()
    build_whole(tree, out)
    say({"seconds": perf_counter() - start}, out)
