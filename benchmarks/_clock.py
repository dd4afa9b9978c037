"""Time by stage: functions of the build are wrapped from outside, so that it knows of no clock.

A stage that starts within another stops the other's time: the spent times add up to the whole.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from importlib import import_module
from time import perf_counter
from typing import Any

REST = "write"
"""What no stage claims: files are written there."""
STAGES = (
    ("read", "roi_casebook.build", "read"),
    ("appraise", "roi_casebook.build", "judge_all"),
    ("shells", "roi_casebook.build", "load_shells"),
    ("compose", "roi_casebook.pages.site.site_pages", "_own_pages"),
    ("compose", "roi_casebook.pages.site.site_pages", "_case_pages"),
    ("render", "roi_casebook.pages.parts.templates", "Templates.filled"),
    ("stamp", "roi_casebook.output.site.stamp", "Stamp.html"),
    ("check", "roi_casebook.build", "check_site"),
    ("index", "roi_casebook.output.site.site_folder", "twin_html"),
    ("index", "roi_casebook.build", "write_index"),
    ("publish", "roi_casebook.build", "publish"),
)
"""Stage, module, and the function that is it; one that gives its results one by one counts with
each of them."""


@dataclass
class Clock:
    """The seconds spent in each stage since the clock was made."""

    spent: dict[str, float] = field(default_factory=dict)
    _open: list[str] = field(default_factory=lambda: [REST])
    _since: float = field(default_factory=perf_counter)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the time within to stage `name`."""
        self._turn()
        self._open.append(name)
        try:
            yield
        finally:
            self._turn()
            self._open.pop()

    def _turn(self) -> None:
        now = perf_counter()
        self.spent[self._open[-1]] = self.spent.get(self._open[-1], 0.0) + now - self._since
        self._since = now

    def read(self) -> dict[str, float]:
        """Give the times so far."""
        self._turn()
        return dict(self.spent)


def timed(clock: Clock) -> None:
    """Put the clock around every stage of the build."""
    for stage, module, name in STAGES:
        owner: Any = import_module(module)
        *outer, last = name.split(".")
        for one in outer:
            owner = getattr(owner, one)
        setattr(owner, last, _wrapped(clock, stage, getattr(owner, last)))


def _wrapped(clock: Clock, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)
    def wrapped(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 -- as the function has
        with clock.stage(stage):
            result = function(*arguments, **options)
        return _each(clock, stage, result) if isinstance(result, Iterator) else result

    return wrapped


def _each(clock: Clock, stage: str, results: Iterator[Any]) -> Iterator[Any]:
    while True:
        with clock.stage(stage):
            try:
                one = next(results)
            except StopIteration:
                return
        yield one
