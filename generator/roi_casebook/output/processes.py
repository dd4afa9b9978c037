"""Work done side by side, each piece but the last in a process that is a copy of this one.

A copy starts with all that was read and judged, so that nothing need be handed to it; what a piece
gives comes back through a pipe. Only Linux copies a process safely; elsewhere, or with one
processor, the pieces are done one after the other.
"""

import os
import signal
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

T = TypeVar("T")
MOST = 8
"""More copies than this would need more memory than they save time."""

_INTERRUPTIONS = (signal.SIGINT, signal.SIGTERM)


@dataclass(frozen=True)
class _Copy:
    """A running copy, and the end of the pipe where it puts what its piece gave."""

    process: BaseProcess
    given: Connection


@dataclass(frozen=True)
class _Outcome(Generic[T]):
    """What a piece gave, or how it failed."""

    value: T | None
    error: BaseException | None = None


def can_copy() -> bool:
    """Tell whether processes can be copied here, and would have a processor to run on."""
    return sys.platform == "linux" and _processors() > 1


def _processors() -> int:
    return len(os.sched_getaffinity(0))


def dealt(things: Sequence[T]) -> list[Sequence[T]]:
    """Deal things out in turn, a hand for each processor; none is empty."""
    hands = min(_processors(), MOST) if can_copy() else 1
    return [things[first::hands] for first in range(min(hands, len(things)))]


def all_done(pieces: Sequence[Callable[[], T]]) -> list[T]:
    """Do all pieces and give what each gives, in their order.

    Raises what a piece raised, of several the first; the others are ended then.
    """
    if len(pieces) <= 1 or not can_copy():
        return [piece() for piece in pieces]
    *others, last = pieces
    with _running(others) as copies:
        own = last()
        return [*(_value(copy) for copy in copies), own]


@contextmanager
def _running(pieces: Sequence[Callable[[], object]]) -> Iterator[list[_Copy]]:
    """Start a copy for each piece; none runs on at the end."""
    copies: list[_Copy] = []
    try:
        copies += map(_started, pieces)
        yield copies
    finally:
        for copy in copies:
            copy.process.terminate()
            copy.process.join()
            copy.given.close()


def _started(piece: Callable[[], object]) -> _Copy:
    context = get_context("fork")
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_do, args=(piece, sending), daemon=True)
    with warnings.catch_warnings():
        # A library's idle threads are not copied, and no copy asks them for anything.
        warnings.simplefilter("ignore", DeprecationWarning)
        signal.pthread_sigmask(signal.SIG_BLOCK, _INTERRUPTIONS)
        process.start()
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _INTERRUPTIONS)
    sending.close()
    return _Copy(process, receiving)


def _do(piece: Callable[[], object], to: Connection) -> None:
    _leave_interruptions_to_the_original()
    to.send(_outcome(piece))
    to.close()


def _leave_interruptions_to_the_original() -> None:
    """Go on where Ctrl-C reaches the copy too: the original ends its copies, by the signal TERM."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _INTERRUPTIONS)


def _outcome(piece: Callable[[], object]) -> _Outcome[object]:
    try:
        return _Outcome(piece())
    except Exception as error:  # noqa: BLE001 -- it is raised again where the pieces were given
        return _Outcome(None, error)


def _value(copy: _Copy) -> Any:  # noqa: ANN401 -- what the piece gives
    try:
        outcome = copy.given.recv()
    except EOFError:
        copy.process.join()
        raise ChildProcessError(
            f"a copy of this process ended with {copy.process.exitcode}"
        ) from None
    if outcome.error is not None:
        raise outcome.error
    return outcome.value
