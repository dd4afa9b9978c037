"""Check the content in a workflow: each problem at its line, all of them in the summary of the run.

    python tools/forge/annotate.py

A forge shows few annotations a step, so the whole list goes to the file that GITHUB_STEP_SUMMARY
names, where there is one. Ends as `casebook check` does.
"""  # noqa: INP001 -- a folder of commands, no package

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

MOST = 900_000
"""Bytes of a summary that a forge takes are a few more."""


def checked(form: str) -> tuple[int, str]:
    """Run `casebook check` in a form; give how it ended and what it said."""
    command = [sys.executable, "-m", "roi_casebook", "check", "--format", form]
    ran = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 -- our own command
    sys.stderr.write(ran.stderr.decode(errors="replace"))
    return ran.returncode, ran.stdout.decode(errors="replace")


def summary(text: str) -> str:
    """Give the list as Markdown that shows it as it is, whatever it holds."""
    fence = "`" * max(3, _longest_run(text) + 1)
    raw = text.encode()[:MOST].decode(errors="ignore")
    return f"### What `casebook check` says\n\n{fence}text\n{raw.rstrip()}\n{fence}\n"


def _longest_run(text: str) -> int:
    """Give how many backticks stand in a row at most."""
    found, longest = 0, 0
    for sign in text:
        found = found + 1 if sign == "`" else 0
        longest = max(longest, found)
    return longest


def main(environment: Mapping[str, str] = os.environ) -> int:
    """Print annotations, and write the summary where a workflow wants one."""
    code, annotations = checked("github")
    sys.stdout.write(annotations)
    if target := environment.get("GITHUB_STEP_SUMMARY"):
        with Path(target).open("a", encoding="utf-8") as file:
            file.write(summary(checked("text")[1]))
    return code


if __name__ == "__main__":
    sys.exit(main())
