"""Programs of others: what they say, and that none outlives an interruption."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from roi_casebook.output import programs
from roi_casebook.output.failures import EnvironmentFailure

STARTS_ANOTHER = """
import subprocess, sys, time
subprocess.Popen([sys.executable, "-c", {inner!r}])
time.sleep(600)
"""
HOLDS_A_PIPE = (
    "import time; pipe = open({pipe!r}, 'w'); pipe.write('here\\n'); pipe.flush(); time.sleep(600)"
)
RUNS_IT = """
import signal, sys
from concurrent.futures import ThreadPoolExecutor
from roi_casebook.output import programs
signal.signal(signal.SIGINT, lambda *_: sys.exit(130))
with ThreadPoolExecutor(2) as pool, programs.none_left():
    list(pool.map(programs.run, [[sys.executable, "-c", {outer!r}]]))
"""


def test_what_a_program_says_and_its_code() -> None:
    script = "import os, sys; print(os.environ['WORD']); print('é', file=sys.stderr); sys.exit(4)"
    ended = programs.run(
        [sys.executable, "-c", script], {"WORD": "hello", "PYTHONIOENCODING": "utf-8"}
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (4, "hello\n", "é\n")


@pytest.mark.skipif(os.name != "posix", reason="signals and named pipes are those of POSIX")
def test_an_interruption_ends_the_program_and_what_it_started(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    outer = STARTS_ANOTHER.format(inner=HOLDS_A_PIPE.format(pipe=str(pipe)))
    ours = subprocess.Popen([sys.executable, "-c", RUNS_IT.format(outer=outer)])
    with pipe.open(encoding="utf-8") as held:
        assert held.readline() == "here\n"
        ours.send_signal(signal.SIGINT)
        assert ours.wait() == 130
        assert held.read() == ""  # the end of the pipe: who held it is gone


@pytest.mark.skipif(os.name != "posix", reason="named pipes are those of POSIX")
def test_a_program_that_hangs_is_ended_with_what_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    outer = STARTS_ANOTHER.format(inner=HOLDS_A_PIPE.format(pipe=str(pipe)))
    monkeypatch.setattr(programs, "LONGEST", 3)
    with pytest.raises(EnvironmentFailure, match=r"(?s)^Python -c .* was ended: it ran"):
        programs.run([sys.executable, "-c", outer])
    os.set_blocking(reading, True)
    while os.read(reading, 100):  # up to the end of the pipe: who held it is gone
        pass
    os.close(reading)
