"""Take an example of each problem's code from the invalid cases: what was written, what is said of it.

    python tools/problem_examples.py

Writes `data/problem_examples.yml`. Of several the shortest is taken.
"""  # noqa: INP001 -- a folder of commands, no package

import re
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
INVALID = ROOT / "tests" / "invalid_cases"
TARGET = ROOT / "generator" / "roi_casebook" / "data" / "problem_examples.yml"
HEAD = "# Written by tools/problem_examples.py from tests/invalid_cases/: change nothing here.\n"
_HEADER = re.compile(r".+:\d+:\d+: (?:error|hint) \[(?P<code>\w+)\]")
_LINE = re.compile(r" +\d+ \| (?P<line>.*)")


def examples() -> dict[str, dict[str, str]]:
    """Give an example of each code: the line, the message, the hint."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted(INVALID.glob("*.expected")):
        for block in path.read_text("utf-8").split("\n\n"):
            code, example = _example(block)
            if code and (code not in found or _size(example) < _size(found[code])):
                found[code] = example
    return dict(sorted(found.items()))


def _example(block: str) -> tuple[str, dict[str, str]]:
    lines = block.splitlines()
    match = _HEADER.fullmatch(lines[0]) if lines else None
    if match is None:
        return "", {}
    shown = next((each["line"].strip() for line in lines if (each := _LINE.fullmatch(line))), "")
    hint = next((line.strip()[3:] for line in lines if line.startswith("  -> ")), "")
    told = {"line": shown, "message": lines[1].strip(), "hint": hint}
    return match["code"], {name: text for name, text in told.items() if text}


def _size(example: dict[str, str]) -> tuple[bool, int]:
    """Order examples: those that show a line first, then by their length."""
    return "line" not in example, sum(map(len, example.values()))


def written() -> str:
    """Give the text of the file."""
    return HEAD + yaml.safe_dump(examples(), allow_unicode=True, width=1000, sort_keys=False)


if __name__ == "__main__":
    TARGET.write_text(written(), "utf-8")
