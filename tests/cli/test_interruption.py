"""Whenever a command is interrupted, it ends quietly with 128 and the signal's number."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CASE = ROOT / "cases" / "need-a-cake.yml"

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals are those of POSIX")

RUNS_THE_COMMANDS = """
import os, signal, sys
from roi_casebook.__main__ import main
{before}
sys.argv = ["casebook", *sys.argv[1:]]
main()
"""


def run(script: str, *arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def interrupting(module: str, number: int = signal.SIGINT) -> str:
    """Give a script whose first import of a module sends a signal to its own process."""
    before = f"""
class Interrupting:
    def find_spec(self, name, *_):
        if name == {module!r}:
            os.kill(os.getpid(), {int(number)})
sys.meta_path.insert(0, Interrupting())
"""
    return RUNS_THE_COMMANDS.format(before=before)


@pytest.mark.parametrize("module", ["click", "numpy"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_while_a_command_loads(number: signal.Signals, module: str) -> None:
    ended = run(interrupting(module, number), "check", "--site", ROOT)
    assert (ended.returncode, ended.stdout, ended.stderr) == (128 + number, "", "")


def test_while_a_command_works() -> None:
    before = """
from roi_casebook.reading.files import checking
def interrupted(*_, **_named):
    try:
        os.kill(os.getpid(), signal.SIGINT)
    finally:
        print("tidied up", flush=True)
checking.read_library = interrupted
"""
    ended = run(RUNS_THE_COMMANDS.format(before=before), "check", "--site", ROOT)
    assert (ended.returncode, ended.stdout, ended.stderr) == (130, "tidied up\n", "")


def test_what_nohup_ignores_stays_ignored() -> None:
    before = "signal.signal(signal.SIGHUP, signal.SIG_IGN)\nos.kill(os.getpid(), signal.SIGHUP)"
    ended = run(RUNS_THE_COMMANDS.format(before=before), "--version")
    assert ended.returncode == 0


def test_a_mistake_of_ours_ends_with_3_and_says_whose_it_is() -> None:
    before = "from roi_casebook.reading.files import checking\nchecking.read_library = None"
    ended = run(RUNS_THE_COMMANDS.format(before=before), "check", "--site", ROOT)
    assert ended.returncode == 3
    assert "mistake in casebook itself" in ended.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("arguments", [["--help"], ["figures", str(CASE)], ["figures", "none"]])
@pytest.mark.parametrize("full", [["stdout"], ["stdout", "stderr"]])
def test_where_it_can_write_nothing_it_ends_with_3(arguments: list[str], full: list[str]) -> None:
    command = [sys.executable, "-m", "roi_casebook", *arguments]
    with Path("/dev/full").open("w") as nowhere:
        streams = {"stderr": subprocess.PIPE, **dict.fromkeys(full, nowhere)}
        ended = subprocess.run(command, **streams, text=True, check=False)  # type: ignore[call-overload]
    wrong_use = "none" in arguments and "stderr" not in full
    assert ended.returncode == (2 if wrong_use else 3)
    assert "Traceback" not in (ended.stderr or "")


def test_a_reader_who_goes_away_is_no_failure_of_the_site() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "roi_casebook", "figures", str(CASE)]
    ended = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (3, b"")
