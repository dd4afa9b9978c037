"""Programs of others, run to their end; none outlives what it was started for.

Each runs in a group of its own: Ctrl-C then reaches our process alone, which ends the whole group,
for a program may have started others.
"""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from roi_casebook.output.failures import EnvironmentFailure, disk_reason

LONGEST = 1800
"""Seconds. Whatever runs longer hangs: the largest sites that were measured take six minutes."""

_running: set["subprocess.Popen[str]"] = set()
_TRACEBACK = re.compile(r"^Traceback \(.*\n(?:[ \t].*\n|\n)*", re.MULTILINE)
_GROUP = {} if sys.platform == "win32" else {"process_group": 0}


def run(
    command: Sequence[str], environment: Mapping[str, str] | None = None
) -> "subprocess.CompletedProcess[str]":
    """Run a program and give what it said; `environment` comes on top of our own.

    Errors: EnvironmentFailure where it does not come to its end; OSError where it cannot start.
    """
    with subprocess.Popen(  # type: ignore[call-overload]  # noqa: S603 -- our own Python and folders
        command,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
        **_GROUP,
    ) as program:
        out, err = _finished(program, " ".join(command[1:3]))  # -m mkdocs
    return subprocess.CompletedProcess(command, program.returncode, out, err)


def _finished(program: "subprocess.Popen[str]", name: str) -> tuple[str, str]:
    _running.add(program)
    try:
        with none_left():
            return program.communicate(timeout=LONGEST)
    except subprocess.TimeoutExpired:
        raise EnvironmentFailure(
            f"Python {name} was ended: it ran for {LONGEST // 60} minutes and came to no end."
        ) from None
    finally:
        _running.discard(program)


@contextmanager
def none_left() -> Iterator[None]:
    """End all programs that run where what is done inside fails or is interrupted."""
    try:
        yield
    except BaseException:
        for program in list(_running):
            _end(program)
        raise


def _end(program: "subprocess.Popen[str]") -> None:
    if program.poll() is None:
        if sys.platform == "win32":
            program.kill()
        else:
            os.killpg(program.pid, signal.SIGKILL)


def failure(what: str, ended: "subprocess.CompletedProcess[str]", said: str) -> EnvironmentFailure:
    """Tell in a sentence what a program could not do, and why as far as it said so."""
    why = disk_reason(said)
    if why:
        return EnvironmentFailure(f"{what}: {why}.")
    return EnvironmentFailure(f"{what}:\n{without_traceback(said).strip() or _ending(ended)}")


def without_traceback(said: str) -> str:
    """Leave out the inside of tracebacks: what they end in is the reason."""
    return _TRACEBACK.sub("", said)


def _ending(ended: "subprocess.CompletedProcess[str]") -> str:
    code = ended.returncode
    return (
        f"it was ended by signal {-code}" if code < 0 else f"it ended with {code}, and said nothing"
    )
