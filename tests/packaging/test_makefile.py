"""`make site` makes its own set-up: held against a Python that is only played."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PYTHON = """#!/bin/sh
case "$*" in
*fcntl*) exec "$REAL_PYTHON" "$@" ;;
esac
echo "$*" >> calls
case "$*" in
*version_info*) [ ! -e too_old ] ;;
*base_prefix*) [ -e .venv/pyvenv.cfg ] ;;
"-m venv --clear "*)
    [ ! -e no_venv ] || exit 1
    rm -rf .venv; mkdir -p .venv/bin; cp "$0" .venv/bin/python; : > .venv/pyvenv.cfg ;;
*"--require-hashes"*)
    [ -n "$PIP_REQUIRE_VIRTUALENV" ] && [ ! -e offline ] && {
        while [ -e slow ]; do sleep 0.1; done
        echo "done" >> calls; } ;;
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
    for name in ("pyproject.toml", "requirements.lock", "requirements-dev.lock"):
        (folder / name).touch()
    python = folder / "played-python"
    python.write_text(PYTHON)
    python.chmod(0o755)
    return folder


Making = subprocess.Popen[str]
Start = Callable[..., Making]


def make(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    (folder / "calls").unlink(missing_ok=True)
    process = started(folder, "site", *arguments)
    out, err = process.communicate()
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def started(folder: Path, *arguments: str) -> Making:
    # A make that runs these tests passes its own words on to those that it starts.
    environment = {name: value for name, value in os.environ.items() if "MAKE" not in name}
    return subprocess.Popen(
        ["make", "--no-print-directory", "-C", folder, "PYTHON=./played-python", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**environment, "REAL_PYTHON": sys.executable},
        start_new_session=True,
    )


@pytest.fixture
def start(folder: Path) -> Iterator[Start]:
    """Start makes that run at the same time; none is left at the end, whatever fails."""
    making: list[Making] = []

    def start(*arguments: str) -> Making:
        making.append(started(folder, *arguments))
        return making[-1]

    yield start
    for each in making:
        kill(each)


def kill(process: Making) -> None:
    """End a make and all that it started, as a crash does."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def calls(folder: Path, words: str) -> int:
    made = folder / "calls"
    return sum(words in call for call in made.read_text().splitlines()) if made.exists() else 0


def wait_for_a_call(folder: Path, words: str) -> None:
    until = time.monotonic() + 30
    while not calls(folder, words):
        assert time.monotonic() < until, f"nothing was called with {words}"
        time.sleep(0.02)


def first_line(process: Making) -> str:
    assert process.stdout is not None
    return process.stdout.readline()


@pytest.fixture
def slow(folder: Path) -> Path:
    """Let the packages take as long as this file is there."""
    path = folder / "slow"
    path.touch()
    return path


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


@pytest.mark.parametrize("first", ["site", ".venv", "-j2"])
def test_who_comes_while_another_sets_up_waits_and_does_not_do_it_again(
    folder: Path, slow: Path, start: Start, first: str
) -> None:
    one = start(*([first, "site", ".venv"] if first == "-j2" else [first]))
    wait_for_a_call(folder, "--require-hashes")
    two = start("site")
    assert "waiting for it" in first_line(two)
    assert calls(folder, "--require-hashes") == 1
    slow.unlink()
    assert "built" in two.communicate(timeout=30)[0]
    one.communicate(timeout=30)
    assert one.returncode == two.returncode == 0
    assert calls(folder, "-m venv --clear") == calls(folder, "--editable") == 1


def test_two_that_need_different_packages_install_one_after_the_other(
    folder: Path, slow: Path, start: Start
) -> None:
    one = start("site")
    wait_for_a_call(folder, "--require-hashes")
    two = start(".venv")
    assert "waiting for it" in first_line(two)
    slow.unlink()
    for each in (one, two):
        each.communicate(timeout=30)
    assert one.returncode == two.returncode == 0
    told = (folder / "calls").read_text().splitlines()
    steps = [line for line in told if "--require-hashes" in line or line == "done"]
    assert [step == "done" for step in steps] == [False, True, False, True]
    assert calls(folder, "-m venv --clear") == 1


def test_who_waited_for_one_that_was_killed_sets_up_anew(
    folder: Path, slow: Path, start: Start
) -> None:
    one = start("site")
    wait_for_a_call(folder, "--require-hashes")
    two = start("site")
    assert "waiting for it" in first_line(two)
    kill(one)
    slow.unlink()
    assert "built" in two.communicate(timeout=30)[0]
    assert calls(folder, "-m venv --clear") == 2
