"""`casebook` and `python -m roi_casebook`: the commands, which an interruption ends quietly.

Whenever it comes (Ctrl-C, a terminal that closes, an order to end), the exit code is 128 and the
signal's number, 130 for Ctrl-C. Before a command begins and after it is done there is nothing to
tidy up, and the process ends at once; in between what is under way is undone first.
"""

import os
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import NoReturn

Handler = Callable[[int, FrameType | None], NoReturn]

_INTERRUPTIONS = ("SIGINT", "SIGTERM", "SIGHUP")
_INTERRUPTED = 128
_ENVIRONMENT_FAILED = 3
_OUR_MISTAKE = """
This is a mistake in casebook itself, not in your files; nothing was published. Please report it
with the lines above and the file that was being read.
"""


def main() -> None:
    """Run the command that the arguments name; ends the process with its exit code."""
    _when_interrupted(_end_at_once)
    # Only now: Ctrl-C may come while the commands load.
    from roi_casebook.cli import main as commands  # noqa: PLC0415

    _when_interrupted(_unwind)
    try:
        commands(prog_name="casebook")
    except (
        OSError
    ) as failure:  # of the terminal or file that it writes to, before or after all else
        with suppress(OSError):
            sys.stderr.write(f"Cannot write what casebook has to say: {failure.strerror}.\n")
        sys.exit(_ENVIRONMENT_FAILED)
    except Exception:  # noqa: BLE001 -- whatever it is, it is no error of the content
        traceback.print_exc()
        sys.stderr.write(_OUR_MISTAKE)
        sys.exit(_ENVIRONMENT_FAILED)
    finally:
        _when_interrupted(_end_at_once)


def _when_interrupted(handler: Handler) -> None:
    for name in _INTERRUPTIONS:
        number = getattr(signal, name, None)  # Windows has not all of them
        if number and signal.getsignal(number) is not signal.SIG_IGN:  # as nohup leaves it
            signal.signal(number, handler)


def _end_at_once(number: int, _frame: FrameType | None) -> NoReturn:
    os._exit(_INTERRUPTED + number)


def _unwind(number: int, _frame: FrameType | None) -> NoReturn:
    sys.exit(_INTERRUPTED + number)


if __name__ == "__main__":
    main()
