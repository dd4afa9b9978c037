"""Programs of others, run to their end; none outlives what it was started for.

Each runs in a group of its own: Ctrl-C then reaches our process alone, which ends the whole group,
for a program may have started others.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

_running: set["subprocess.Popen[str]"] = set()
_GROUP = {} if sys.platform == "win32" else {"process_group": 0}


def run(
    command: Sequence[str], environment: Mapping[str, str] | None = None
) -> "subprocess.CompletedProcess[str]":
    """Run a program and give what it said; `environment` comes on top of our own."""
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
        out, err = _finished(program)
    return subprocess.CompletedProcess(command, program.returncode, out, err)


def _finished(program: "subprocess.Popen[str]") -> tuple[str, str]:
    _running.add(program)
    try:
        with none_left():
            return program.communicate()
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
