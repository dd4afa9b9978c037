import os
import subprocess
import sys
from functools import partial

import pytest

from roi_casebook.output import processes
from roi_casebook.output.failures import EnvironmentFailure
from roi_casebook.output.processes import all_done, dealt


def fail(text: str) -> int:
    raise EnvironmentFailure(text)


@pytest.fixture(autouse=True, params=[True, False])
def copies(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Copy this process, where that can be done, or do not."""
    if request.param and not hasattr(os, "fork"):
        pytest.skip("processes cannot be copied here")
    monkeypatch.setattr(processes, "can_copy", lambda: request.param)
    return bool(request.param)


def test_each_piece_gives_its_own_in_order() -> None:
    assert all_done([partial(pow, 2, n) for n in range(4)]) == [1, 2, 4, 8]
    assert all_done([partial("x".__mul__, 1_000_000), partial("y".__mul__, 2)]) == [
        "x" * 1_000_000,
        "yy",
    ]


def test_pieces_run_in_processes_of_their_own(copies: bool) -> None:  # noqa: FBT001 -- a fixture
    first, last = all_done([os.getpid, os.getpid])
    assert last == os.getpid()
    assert (first != last) is copies


@pytest.mark.parametrize("place", [0, 1])
def test_a_failure_is_raised_as_it_was(place: int) -> None:
    pieces = [partial(pow, 2, 2), partial(pow, 2, 2)]
    pieces[place] = partial(fail, "the disk is full")
    with pytest.raises(EnvironmentFailure, match="the disk is full"):
        all_done(pieces)


def die() -> int:
    os._exit(7)


def test_a_copy_that_dies_is_no_result(copies: bool) -> None:  # noqa: FBT001 -- a fixture
    if copies:
        with pytest.raises(ChildProcessError, match="ended with 7"):
            all_done([die, os.getpid])


INTERRUPTED_TOGETHER = """
import os, signal, sys, time
from roi_casebook.output import processes
processes.can_copy = lambda: True
signal.signal(signal.SIGINT, lambda *_: sys.exit(130))
pipe = os.pipe()
def other():
    os.write(pipe[1], b"x")
    time.sleep(600)
def own():
    os.read(pipe[0], 1)
    os.killpg(0, signal.SIGINT)  # as Ctrl-C does: to the copy as well
    time.sleep(600)
processes.all_done([other, own])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux alone")
def test_an_interruption_ends_the_copies_without_a_word() -> None:
    command = [sys.executable, "-c", INTERRUPTED_TOGETHER]
    ended = subprocess.run(command, capture_output=True, start_new_session=True, check=False)
    # All output has been read to its end: no copy is left that could write any.
    assert (ended.returncode, ended.stdout, ended.stderr) == (130, b"", b"")


ENDED_AT_ONCE = """
import os, time
from roi_casebook.output import processes
processes.can_copy = lambda: True
pipe = os.pipe()
def other():
    os.write(pipe[1], b"x")
    time.sleep(600)
def own():
    os.read(pipe[0], 1)
    {how}
processes.all_done([other, own])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux alone")
@pytest.mark.parametrize(
    ("how", "code"), [("raise SystemExit(4)", 4), ("os.kill(os.getpid(), 9)", -9)]
)
def test_no_copy_outlives_the_original(how: str, code: int) -> None:
    command = [sys.executable, "-c", ENDED_AT_ONCE.format(how=how)]
    # As above: its output comes to an end when its last copy does.
    ended = subprocess.run(command, capture_output=True, check=False, timeout=60)
    assert (ended.returncode, ended.stdout, ended.stderr) == (code, b"", b"")


@pytest.mark.parametrize("count", [0, 1, 2, 7])
def test_things_are_dealt_evenly_to_the_processors(
    count: int,
    copies: bool,  # noqa: FBT001 -- a fixture
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(processes, "_processors", lambda: 3)
    hands = dealt(range(count))
    assert len(hands) == min(count, 3 if copies else 1)
    assert sorted(thing for hand in hands for thing in hand) == list(range(count))
    assert max(map(len, hands), default=0) - min(map(len, hands), default=0) <= 1
