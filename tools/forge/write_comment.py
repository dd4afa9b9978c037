"""Write what a pull request changes into a folder, as data for the workflow that may comment.

    PR_NUMBER=12 BASE_SHA=1a2b... python tools/forge/write_comment.py FOLDER

Writes FOLDER/number and FOLDER/comment.md: what a machine can tick of the template, then the diff of
the content. Runs without any right to write; what it writes is not trusted by who posts it. Ends with
0 where it wrote them, though the content has errors: these are told.
"""  # noqa: INP001 -- a folder of commands, no package

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

Data = Any
CONTENT_HAS_ERRORS = 1
LOST = frozenset({"withdraw_instead", "unpublished"})


def said(*arguments: str) -> tuple[int, str]:
    """Run `casebook`; give how it ended and what it said. Errors: CalledProcessError beyond 0 and 1."""
    command = [sys.executable, "-m", "roi_casebook", *arguments]
    ran = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 -- our own command
    sys.stderr.write(ran.stderr.decode(errors="replace"))
    if ran.returncode > CONTENT_HAS_ERRORS:
        ran.check_returncode()
    return ran.returncode, ran.stdout.decode(errors="replace")


def ticks(problems: Iterable[Mapping[str, Data]], diff: Mapping[str, Data] | None) -> Iterator[str]:
    """Tick what a machine can see of what the template asks; diff: None where there are errors."""
    found = list(problems)
    errors = sum(each["severity"] == "error" for each in found)
    yield _tick("`casebook check` finds no error", is_so=not errors)
    if diff is None:
        return
    touched = {f"cases/{case['case']}.yml" for case in diff["cases"]}
    missing = [each for each in found if each["code"] == "missing_translation"]
    hints = sum(each["severity"] == "hint" and each["file"] in touched for each in found)
    notes = {note for case in diff["cases"] for note in case["notes"]}
    is_said = not any(each["file"] in touched for each in missing)
    yield _tick("the texts of the cases touched stand in each language of the site", is_so=is_said)
    yield _tick("no published case loses its page", is_so=not notes & LOST)
    yield _tick("a renamed case names its earlier slug", is_so="add_formerly" not in notes)
    yield _tick(f"no hint is left in the cases touched ({hints} there)", is_so=not hints)


def _tick(text: str, *, is_so: bool) -> str:
    return f"- [{'x' if is_so else ' '}] {text}"


def comment(base: str) -> str:
    """Give the comment: what could be ticked, then what changes against a commit."""
    code, listed = said("check", "--format", "json")
    problems = json.loads(listed)
    if code:
        wrong = sum(each["severity"] == "error" for each in problems)
        told = f"{wrong} to mend first: each is annotated at its line, and listed in the run's summary."
        return "\n".join([*ticks(problems, None), "", told])
    compared = ("diff", base, "--base-method", "--format")  # here nothing is at stake by its code
    diff = json.loads(said(*compared, "json")[1])
    return "\n".join([*ticks(problems, diff), "", said(*compared, "markdown")[1]])


def main(arguments: list[str], environment: Mapping[str, str] = os.environ) -> int:
    """Write number and comment into the folder."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "number").write_text(environment["PR_NUMBER"], encoding="utf-8")
    (folder / "comment.md").write_text(comment(environment["BASE_SHA"]), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
