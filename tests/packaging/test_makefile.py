"""`make site` makes its own set-up: held against a Python that is only played."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PYTHON = """#!/bin/sh
echo "$*" >> calls
case "$*" in
*version_info*) [ ! -e too_old ] ;;
*base_prefix*) [ -e .venv/pyvenv.cfg ] ;;
"-m venv --clear "*)
    [ ! -e no_venv ] || exit 1
    rm -rf .venv; mkdir -p .venv/bin; cp "$0" .venv/bin/python; : > .venv/pyvenv.cfg ;;
*"--require-hashes"*) [ -n "$PIP_REQUIRE_VIRTUALENV" ] && [ ! -e offline ] ;;
*"--editable"*) printf '#!/bin/sh\\necho built\\n' > .venv/bin/casebook; chmod +x .venv/bin/casebook ;;
esac
"""

pytestmark = pytest.mark.skipif(
    os.name != "posix" or shutil.which("make") is None, reason="needs make and a POSIX shell"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "Une étude à part"
    folder.mkdir()
    shutil.copy(ROOT / "Makefile", folder)
    for name in ("pyproject.toml", "requirements.lock"):
        (folder / name).touch()
    python = folder / "played-python"
    python.write_text(PYTHON)
    python.chmod(0o755)
    return folder


def make(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    (folder / "calls").unlink(missing_ok=True)
    # A make that runs these tests passes its own words on to those that it starts.
    environment = {name: value for name, value in os.environ.items() if "MAKE" not in name}
    command = ["make", "-C", str(folder), "site", "PYTHON=./played-python", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


def calls(folder: Path, words: str) -> int:
    made = folder / "calls"
    return sum(words in call for call in made.read_text().splitlines()) if made.exists() else 0


def test_the_second_time_nothing_is_set_up(folder: Path) -> None:
    assert "built" in make(folder).stdout
    assert calls(folder, "-m venv") == 1
    assert "built" in make(folder).stdout
    assert calls(folder, "-m venv") == calls(folder, "install") == 0


def test_a_python_that_is_too_old_is_told(folder: Path) -> None:
    (folder / "too_old").touch()
    done = make(folder)
    assert done.returncode == 2
    assert "Python 3.11 or newer is needed" in done.stdout


def test_a_python_without_venv_is_told(folder: Path) -> None:
    (folder / "no_venv").touch()
    done = make(folder)
    assert done.returncode == 2
    assert "python3-venv" in done.stdout


def test_without_a_network_it_says_so_and_goes_on_the_next_time(folder: Path) -> None:
    (folder / "offline").touch()
    done = make(folder)
    assert done.returncode == 2
    assert "needs\nthe network" in done.stdout
    (folder / "offline").unlink()
    assert "built" in make(folder).stdout


def test_what_an_interruption_left_is_made_anew(folder: Path) -> None:
    make(folder)
    (folder / ".venv" / "unfinished").touch()
    assert "built" in make(folder).stdout
    assert calls(folder, "-m venv --clear") == 1
    assert not (folder / ".venv" / "unfinished").exists()


def test_half_an_environment_is_never_used_for_it_would_be_the_systems(folder: Path) -> None:
    make(folder)
    (folder / ".venv" / "pyvenv.cfg").unlink()
    (folder / ".venv" / "site.stamp").unlink()
    assert "built" in make(folder).stdout
    assert calls(folder, "-m venv --clear") == 1


def test_a_folder_that_was_moved_is_set_up_anew(folder: Path) -> None:
    make(folder)
    moved = folder.rename(folder.with_name("moved"))
    assert "built" in make(moved).stdout
    assert calls(moved, "-m venv --clear") == 1
