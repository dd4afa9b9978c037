"""Appraisal alone: one case of each kind, and how the time grows with the number of cases.

    python benchmarks/appraisal.py [--runs 200] [--cases 100 1000]

Times are of the processor, in one process. A case is judged many times, of which the median is
given: for the real cases in the middle and at the end of the order of time, of those whose ranges
are drawn (10,000 draws) and of those that have none. Then whole sites of made cases: the time of a
case at each size, and their ratio.
"""

import argparse
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from _made_site import PROJECT, write_made_site

from roi_casebook.appraisal import judge
from roi_casebook.appraisal.drawing import ranges_of
from roi_casebook.reading import ReadSite, read_library
from roi_casebook.roi.ranges import DRAWS


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--cases", type=int, nargs="+", default=[100, 1000])
    asked = parser.parse_args()
    tell_one_case(read_library(PROJECT), asked.runs)
    tell_growth(asked.cases)


def tell_one_case(read: ReadSite, runs: int) -> None:
    """Print the time of a real case, drawn or not."""
    each = {slug: median(_milliseconds(read, slug) for _ in range(runs)) for slug in read.cases}
    drawn = {slug for slug, case in read.cases.items() if ranges_of(case, frozenset(case.lines()))}
    for what, slugs in ((f"with {DRAWS:,} draws", drawn), ("without ranges", each.keys() - drawn)):
        ordered = sorted(slugs, key=each.__getitem__)
        for slug in dict.fromkeys((ordered[len(ordered) // 2], ordered[-1])):
            place = "typical" if slug == ordered[len(ordered) // 2] else "slowest"
            print(f"{place} case {what}: {each[slug]:.1f} ms ({slug}; median of {runs})")


def tell_growth(sizes: list[int]) -> None:
    """Print the time of a case in sites of several sizes."""
    each = {}
    for count in sizes:
        with TemporaryDirectory(prefix="casebook-bench-") as folder:
            site = Path(folder) / "site"
            write_made_site(count, site)
            read = read_library(site)
        each[count] = sum(_milliseconds(read, slug) for slug in read.cases) / len(read.cases)
        print(f"{count:,} cases: {each[count]:.2f} ms a case")
    first, last = min(each), max(each)
    print(f"time of a case at {last:,} / at {first:,}: {each[last] / each[first]:.2f}")


def _milliseconds(read: ReadSite, slug: str) -> float:
    assert read.config is not None, "the site can be read"  # noqa: S101 -- a benchmark's own site
    start = process_time()
    judge(slug, read.cases[slug], read.config, read.vocabulary, read.thresholds)
    return 1000 * (process_time() - start)


if __name__ == "__main__":
    main()
