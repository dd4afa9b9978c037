"""Work done side by side, each piece but the last in a process that is a copy of this one.

A copy starts with all that was read and judged, so that nothing need be handed to it: pieces reach
it as they are, and only what they give is pickled. Only Linux copies a process safely; elsewhere,
or with one processor, the pieces are done one after the other.
"""

import os
import signal
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any, TypeVar

T = TypeVar("T")
MOST = 8
"""More copies than this would need more memory than they save time."""

_INTERRUPTIONS = (signal.SIGINT, signal.SIGTERM)
_PIECES: list[Callable[[], object]] = []
"""In a copy, all that copies do; nothing in the original."""


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
    with _begun(others) as begun:
        own = last()
        return [*(each.result() for each in begun), own]


@contextmanager
def _begun(pieces: Sequence[Callable[[], T]]) -> Iterator[list["Future[T]"]]:
    """Begin each piece in a copy; none runs on at the end."""
    pool = ProcessPoolExecutor(len(pieces), get_context("fork"), _settle, (pieces,))
    copies = pool._processes  # noqa: SLF001 -- it lets go of them, and ends none that is at work
    try:
        with _uninterrupted():
            begun: list[Future[Any]] = [pool.submit(_do, place) for place in range(len(pieces))]
        yield begun
    except BrokenProcessPool:
        pool.shutdown()
        codes = (copy.exitcode for copy in copies.values())
        code = next((one for one in codes if one != -signal.SIGTERM), -signal.SIGTERM)
        raise ChildProcessError(f"a copy of this process ended with {code}") from None
    except BaseException:
        for copy in copies.values():
            copy.terminate()
        raise
    finally:
        pool.shutdown()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Copy this process; an interruption waits until each copy can be ended."""
    with warnings.catch_warnings():
        # A library's idle threads are not copied, and no copy asks them for anything.
        warnings.simplefilter("ignore", DeprecationWarning)
        signal.pthread_sigmask(signal.SIG_BLOCK, _INTERRUPTIONS)
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _INTERRUPTIONS)


def _settle(pieces: Sequence[Callable[[], object]]) -> None:
    """Begin a copy: it lives as long as the original, which alone hears of interruptions.

    Ctrl-C reaches the copy too: the original ends its copies, by the signal TERM.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _INTERRUPTIONS)
    Thread(target=_end_with_the_original, daemon=True).start()
    _PIECES[:] = pieces


def _end_with_the_original() -> None:
    original = parent_process()
    if original is not None:
        original.join()
        os._exit(1)


def _do(place: int) -> object:
    return _PIECES[place]()
