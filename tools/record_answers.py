"""Write down what the commands of a checkout answer; `compare_builds.py record` runs this.

    python tools/record_answers.py CHECKOUT INTO

It runs under the checkout's own Python, with the checkout's own package, and names nothing of it
but `python -m roi_casebook`, so that a commit from before a move can be asked as well as one from
after. All commands run in this one process: loading the package takes longer than most answers.
"""  # noqa: INP001 -- a folder of commands, no package

import io
import json
import runpy
import sys
from collections.abc import Iterator, Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

PACKAGE = "roi_casebook"
INVALID_CASES = Path("tests") / "invalid_cases"
ENDINGS = "endings.txt"


@dataclass(frozen=True)
class Recording:
    """A folder of answers, and how each command ended: exit code and what it said of errors."""

    into: Path
    endings: list[str] = field(default_factory=list)

    def ask(self, name: str, *words: str) -> str:
        """Run a command, write what it prints to the file `name`, and give it."""
        code, printed, told = answer(*words)
        path = self.into / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(printed, encoding="utf-8", newline="")
        self.endings.append(f"{code} {name} {told}".rstrip())
        return printed


def answer(*words: str) -> tuple[object, str, str]:
    """Give a command's exit code, its standard output and its standard error."""
    out, err, sys.argv = _stream(), _stream(), [PACKAGE, *words]
    code: object = 0
    with redirect_stdout(out), redirect_stderr(err):
        try:
            runpy.run_module(PACKAGE, run_name="__main__")
        except SystemExit as end:
            code = end.code or 0
    return code, _written(out), _written(err)


def _stream() -> io.TextIOWrapper:
    """Give a stream as a terminal's: the commands set how it writes what it cannot spell."""
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()


def record_checks(recording: Recording) -> None:
    """Record the JSON of `check` over all cases and over each invalid one, run as its test does."""
    recording.ask("check/cases.json", "check", "--format", "json")
    with chdir(INVALID_CASES):
        for name in sorted(path.stem for path in Path().glob("*.expected")):
            what = ["--site", name] if Path(name).is_dir() else [f"{name}.yml"]
            recording.ask(f"check/invalid/{name}.json", "check", *what, "--format", "json")


def record_case(recording: Recording, path: Path) -> None:
    """Record a case's figures as JSON and their working as text: the leading reading's and each."""
    slug = path.stem
    recording.ask(f"explain/{slug}.txt", "explain", slug)
    recording.ask(f"figures/{slug}.json", "figures", slug, "--format", "json")
    for name, reading in readings(path, slug):
        given = recording.ask(f"figures/{name}.json", "figures", slug, *reading, "--format", "json")
        for figure in figures(json.loads(given or "{}")):
            recording.ask(f"explain/{name}/{figure}.txt", "explain", slug, figure, *reading)


def readings(path: Path, slug: str) -> Iterator[tuple[str, list[str]]]:
    """Give a name and the options for each reading of a case; of a case without any, for itself."""
    case: Mapping[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 -- texts alone
    yield from ((f"{slug}.{each}", ["--reading", each]) for each in case.get("readings", {}))
    if not case.get("readings"):
        yield slug, []


def figures(given: Mapping[str, Any]) -> list[str]:
    """Give the names of the figures in the JSON of `figures`, in money and in social value."""
    social: Mapping[str, Any] = given.get("social") or {}
    return [*given.get("figures", {}), *social.get("figures", {})]


def main(checkout: Path, into: Path) -> None:
    """Record all that the commands answer in `checkout` into the folder `into`."""
    recording = Recording(into.resolve())
    with chdir(checkout):  # no answer names the folder of the checkout
        record_checks(recording)
        for path in sorted(Path("cases").glob("*.yml")):
            record_case(recording, path)
    (recording.into / ENDINGS).write_text("\n".join(recording.endings) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
