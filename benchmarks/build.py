"""The whole build, by stage, at several sizes; and the same pages by plain MkDocs Material.

    python benchmarks/build.py [--cases 100 1000 3000] [--plain 1000] [--runs 3]

For each size: one build from nothing (the engine makes the shells), then --runs with the shells
kept, of which the medians are given, and one by stage, in one process, so that the times add up;
each is started anew. At size --plain, MkDocs with
Material's own search then builds the portable tree of the very same pages, once; 0 leaves it out.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from shutil import rmtree
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from _made_site import write_made_site

AIM = 0.4
"""The most that our whole build may take of the time of plain MkDocs."""
STAGES = (
    "read", "appraise", "shells", "compose", "render", "stamp", "write", "check", "index", "publish",
)  # fmt: skip
_MEGABYTE = 1e6

Taken = dict[str, Any]


def main() -> None:
    """Measure and print."""
    asked = _asked()
    measured = {}
    with TemporaryDirectory(prefix="casebook-bench-") as folder:
        for cases in asked.cases:
            site = Path(folder) / str(cases)
            write_made_site(cases, site)
            measured[cases] = _tell_size(cases, site, asked)
            rmtree(site)
    _tell_growth(measured)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--cases", type=int, nargs="+", default=[100, 1000, 3000])
    parser.add_argument(
        "--plain", type=int, default=1000, help="the size for plain MkDocs, 0: none"
    )
    parser.add_argument("--runs", type=int, default=3)
    return parser.parse_args()


def _tell_size(cases: int, site: Path, asked: argparse.Namespace) -> Taken:
    first = _run("_ours", site, site / "site")
    again = _medians([_run("_ours", site, site / "site") for _ in range(asked.runs)])
    stages = _run("_ours", site, site / "site", "stages")
    _run_quietly("_prepare", site, site / "prepared")
    index = _run("_index", site / "prepared", site / "index")
    _tell_stages(cases, stages)
    _tell(first, again, index)
    if cases == asked.plain:
        _tell_plain(first, _run("_plain", site / "prepared", site / "plain"))
    return again


def _medians(runs: list[Taken]) -> Taken:
    return {name: median(one[name] for one in runs) for name in runs[0] if name != "stages"}


def _run(script: str, *arguments: str | Path) -> Taken:
    return dict(json.loads(_run_quietly(script, *arguments)))


def _run_quietly(script: str, *arguments: str | Path) -> str:
    command = [sys.executable, str(Path(__file__).with_name(f"{script}.py")), *map(str, arguments)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- ours
    if run.returncode:
        raise SystemExit(run.stderr)
    return run.stdout


def _tell_stages(cases: int, taken: Taken) -> None:
    whole, pages = sum(taken["stages"].values()), taken["pages"]
    print(f"\n{cases:,} cases: {pages:,} pages, {_mb(taken['size_of_pages'])} of HTML")
    for name in STAGES:
        spent = taken["stages"].get(name, 0.0)
        print(
            f"  {name:<9}{spent:8.2f} s {spent / whole:6.0%} {1000 * spent / pages:8.2f} ms a page"
        )
    print(f"  {'in one':<9}{whole:8.2f} s, peak memory {_mb(taken['memory'])}")


def _tell(first: Taken, again: Taken, index: Taken) -> None:
    each, memory = 1000 * again["seconds"] / again["pages"], index["memory_of_children"]
    print(f"  {'whole':<9}{_seconds(again)}, {each:.1f} ms a page, side by side")
    print(f"  from nothing, with the engine's shells: {_seconds(first)}")
    print(f"  peak memory: our process {_mb(again['memory'])}, search indexer {_mb(memory)}")
    print(
        f"  output: {_mb(again['size'])}, of it the search index {_mb(index['size'])}", flush=True
    )


def _tell_plain(ours: Taken, plain: Taken) -> None:
    each, memory = 1000 * plain["seconds"] / plain["pages"], plain["memory_of_children"]
    ratio, of_cpu = ours["seconds"] / plain["seconds"], ours["cpu"] / plain["cpu"]
    print(f"  plain MkDocs Material, the same pages: {_seconds(plain)}, {each:.1f} ms a page")
    print(f"    peak memory {_mb(memory)}, output {_mb(plain['size'])}")
    print(f"  ours from nothing / plain: {ratio:.2f} (of processor time {of_cpu:.2f}); ", end="")
    print(f"the aim, at most {AIM}, is {'met' if ratio <= AIM else 'missed'}", flush=True)


def _tell_growth(measured: dict[int, Taken]) -> None:
    """Say how the time of a page grows with the number of cases."""
    least = min(measured)
    each = {cases: one["cpu"] / one["pages"] for cases, one in measured.items()}
    for cases in sorted(each.keys() - {least}):
        ratio = each[cases] / each[least]
        print(f"\nprocessor time of a page at {cases:,} cases / at {least:,}: {ratio:.2f}")


def _seconds(taken: Taken) -> str:
    return f"{taken['seconds']:8.2f} s (processor {taken['cpu']:.2f} s)"


def _mb(size: float) -> str:
    return f"{size / _MEGABYTE:,.0f} MB"


if __name__ == "__main__":
    main()
