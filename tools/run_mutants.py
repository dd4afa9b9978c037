"""Run tests on mutants of one module, each in a process of its own; `mutants.py` runs this.

    python tools/run_mutants.py WORK

It runs in a copy of the tree, with that copy's package first on the path. WORK is a file of JSON: `file` (the
module's), `tests` (folders and files, in the order in which they are run), `jobs` (how many
processes at once) and `texts` (the mutants). It prints a line for each: `[place, outcome]`.

Loading takes longer than most tests. So the tests run once on the module as it is, which has to
pass, and what that loaded is loaded here, but for the module and all that imports it, directly or
not: these each mutant loads anew. So does the module as it is, once more, and has to pass again.
What stands first of `tests` is run, and only then what stands second is looked at: most mutants do
not live so long. A mutant is not written anywhere: an importer of its process
gives its text in place of the file's. A process that the tests start would not see the mutant.

Processor time is what a mutant may spend, a multiple of what the module as it is needs: however
busy the machine, a mutant times out only where it goes on and on.
"""  # noqa: INP001 -- a folder of commands, no package

import json
import math
import os
import resource
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from pathlib import Path
from tempfile import TemporaryFile
from types import CodeType, ModuleType
from typing import IO, NoReturn, cast

import grimp
import pytest

import roi_casebook

PACKAGE = roi_casebook.__name__
FORK = get_context("fork")
TIMES, SECONDS_MORE = 5, 2
"""A mutant may take so many times what the module as it is takes, and so many seconds more."""
MOST_MEMORY = 1 << 30
OPTIONS = (
    "-x", "-q", "--assert=plain", "-p", "no:cacheprovider",
    "-m", "not hypothesis and not slow and not browser",
)  # fmt: skip


@dataclass(frozen=True)
class Work:
    """The module's file, the tests, how many processes at once, and the texts of the mutants."""

    file: str
    tests: tuple[str, ...]
    jobs: int
    texts: tuple[str, ...]

    @property
    def module(self) -> str:
        """The name under which it is imported."""
        root = Path(str(roi_casebook.__file__)).resolve().parents[1]
        parts = Path(self.file).relative_to(root).with_suffix("").parts
        return ".".join(part for part in parts if part != "__init__")


# In the process of one mutant -------------------------------------------------------------------


class _Loader(SourceFileLoader):
    def __init__(self, module: str, path: str, text: str) -> None:
        super().__init__(module, path)
        self.text = text

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002 -- there is one
        """Give the code of the text; that of the file may be cached."""
        return self.source_to_code(self.text.encode(), self.path)


@dataclass(frozen=True)
class Mutated(MetaPathFinder):
    """An importer that gives a text in place of a module's file."""

    module: str
    file: str
    text: str

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002 -- as importers are asked
        target: ModuleType | None = None,  # noqa: ARG002
        /,
    ) -> ModuleSpec | None:
        """Find the module; no other."""
        if fullname != self.module:
            return None
        loader = _Loader(fullname, self.file, self.text)
        return spec_from_file_location(fullname, self.file, loader=loader)


def _end(work: Work, text: str, seconds: int) -> NoReturn:
    """Run the tests on a mutant, and end with their exit code; tell nothing but that."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        os._exit(_test(work, text, nowhere))


def _test(work: Work, text: str, out: IO[str]) -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.dup2(out.fileno(), 1)
    os.dup2(out.fileno(), 2)
    sys.meta_path.insert(0, Mutated(work.module, work.file, text))
    codes = (int(pytest.main([*OPTIONS, tests])) for tests in work.tests)
    return next((code for code in codes if code), 0)


# In the process that starts them ----------------------------------------------------------------


@dataclass(frozen=True)
class Whole:
    """A run on the module as it is: what was loaded at its end, and its processor time."""

    loaded: tuple[str, ...]
    seconds: float


def _send_whole(work: Work, sent: Connection, log: IO[str]) -> NoReturn:
    code = _test(work, Path(work.file).read_text(encoding="utf-8"), log)
    sent.send(Whole(tuple(sys.modules), time.process_time()))
    os._exit(code)


def run_whole(work: Work) -> Whole:
    """Run the tests as on a mutant, on the module as it is.

    Errors: RuntimeError where they fail, or are none.
    """
    found, sent = FORK.Pipe(duplex=False)
    with TemporaryFile("w+", encoding="utf-8") as log:
        process = FORK.Process(target=_send_whole, args=(work, sent, log))
        process.start()
        whole = found.recv()
        process.join()
        if process.exitcode:
            log.seek(0)
            raise RuntimeError(f"{log.read()}\nThe tests fail on {work.module} as it is.")
    assert isinstance(whole, Whole)  # noqa: S101 -- what the other end sends
    return whole


def changed_by(module: str) -> set[str]:
    """Give a module and all that imports it, directly or not; what is in a package imports that too."""
    graph = grimp.build_graph(PACKAGE, cache_dir=None)
    changed, found = set[str](), {module}
    while found:
        changed |= found
        found = {
            name
            for one in found
            for name in graph.find_downstream_modules(one) | graph.find_descendants(one)
        } - changed
    return changed


def load(work: Work, names: Sequence[str]) -> None:
    """Load what the mutants cannot change. Errors: RuntimeError where that loads what they can."""
    changed = changed_by(work.module)
    for name in names:
        parts = name.split(".")
        above = {".".join(parts[:count]) for count in range(1, len(parts) + 1)}
        if parts[0] not in {"tests", "__main__"} and not above & changed:
            with suppress(ImportError):
                import_module(name)
    if early := changed & set(sys.modules):
        raise RuntimeError(f"loaded too early: {', '.join(sorted(early))}")


def outcomes(work: Work, seconds: int) -> Iterator[tuple[int, str]]:
    """Give how it ended for each mutant, by its place, as they end."""
    waiting = iter(enumerate(work.texts))
    running: dict[int, tuple[int, ForkProcess]] = {}
    while True:
        for place, text in islice(waiting, work.jobs - len(running)):
            process = FORK.Process(target=_end, args=(work, text, seconds))
            process.start()
            running[process.sentinel] = place, process
        if not running:
            return
        for sentinel in wait(list(running)):
            place, process = running.pop(cast("int", sentinel))
            process.join()
            yield (
                place,
                {0: "survived", -signal.SIGXCPU: "timed out"}.get(process.exitcode or 0, "killed"),
            )


def main() -> None:
    """Do the work told."""
    work = Work(**json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    load(work, run_whole(work).loaded)
    seconds = math.ceil(TIMES * run_whole(work).seconds) + SECONDS_MORE
    for ended in outcomes(work, seconds):
        print(json.dumps(ended), flush=True)  # noqa: T201 -- the answer


if __name__ == "__main__":
    main()
