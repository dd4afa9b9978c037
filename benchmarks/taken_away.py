"""What it costs to take every case away: size and processor time of workbook and script, warm, in each language.

Run: `make bench`, or `.venv/bin/python benchmarks/taken_away.py`.
"""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import median
from time import process_time

from roi_casebook.build import judge_all, read
from roi_casebook.exports.made_files import KINDS
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.case_rows import published_cases
from roi_casebook.pages.site.site_pages import site_wordings

ROOT = Path(__file__).parents[1]


def cases() -> Iterator[CaseInLanguage]:
    """Give every published case of the library in each language."""
    found = read(ROOT, date(2026, 11, 30))
    config = found.read.config
    assert config is not None  # noqa: S101 -- the library's own
    for wording in site_wordings(config, found.read.vocabulary):
        for judged in published_cases(judge_all(found.read, config)):
            yield CaseInLanguage(judged, wording, config)


def measured(make: Callable[[CaseInLanguage, str], bytes], c: CaseInLanguage) -> tuple[int, float]:
    """Give bytes and milliseconds of one that was made once before."""
    make(c, "Edition")
    began = process_time()
    size = len(make(c, "Edition"))
    return size, (process_time() - began) * 1000


def main() -> None:
    """Print the median and the largest of each kind."""
    all_cases = list(cases())
    for kind, (make, _) in KINDS.items():
        found = {f"{c.judged.slug} ({c.wording.language})": measured(make, c) for c in all_cases}
        sizes = {name: size for name, (size, _) in found.items()}
        times = {name: spent for name, (_, spent) in found.items()}
        largest, slowest = max(sizes, key=sizes.__getitem__), max(times, key=times.__getitem__)
        print(f"{kind}, {len(found)} of them:")
        print(
            f"  size: median {median(sizes.values()) / 1000:.0f} KB, largest {sizes[largest] / 1000:.0f} KB ({largest})"
        )
        print(
            f"  time: median {median(times.values()):.0f} ms, longest {times[slowest]:.0f} ms ({slowest})"
        )


if __name__ == "__main__":
    main()
