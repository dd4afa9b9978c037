"""Templates filled with views. They print finished strings only: anything else is a failure.

A template that fails is named with its line, in a plain sentence: it may be a site's own.

Where templates are found: a site's own `templates/` first, then those of the generator.

A site overrides file by file. An installed wheel carries the templates inside the package, a
checkout at its root.
"""

import re
import traceback
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
)
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

import roi_casebook

_PACKAGE = Path(roi_casebook.__file__).parent
_SHIPPED = (_PACKAGE / "templates", _PACKAGE.parent.parent / "templates")


def template_folders(site: Path) -> tuple[Path, ...]:
    """Give the folders of templates that exist for the site in folder `site`, the first wins."""
    shipped = next(folder for folder in _SHIPPED if folder.is_dir())
    own = (site / "templates").resolve()
    return (own, shipped) if own.is_dir() and own != shipped else (shipped,)


def files_below(folders: tuple[Path, ...], name: str) -> dict[str, Path]:
    """Give the files of subfolder `name` of all folders: its path in there -> the file that wins."""
    return {
        path.relative_to(folder / name).as_posix(): path
        for folder in reversed(folders)
        for path in sorted((folder / name).rglob("*"))
        if path.is_file()
    }


FOLDER = "pages"


class BrokenTemplateError(Exception):
    """A template that cannot be read or filled; the message is a plain sentence for a person."""


class _Printing(CodeGenerator):
    """Prints a value by one call, which escapes it as well: pages print a thousand values each."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401, ARG002 -- as Jinja's own
        self.write(finalize.src)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401, ARG002 -- as Jinja's own
        self.write(")")


class Templates:
    """The page templates of a site: a site's own first, then those that ship."""

    def __init__(self, folders: Sequence[Path]) -> None:
        """Take the folders of `template_folders`."""
        self._templates = tuple(folders)
        self._folders = tuple(folder / FOLDER for folder in folders)
        self._environment = Environment(
            loader=FileSystemLoader(self._folders),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            auto_reload=False,  # no template changes within a build
            finalize=_printed,
        )
        self._environment.code_generator_class = _Printing

    def filled(self, template: str, **views: Any) -> str:  # noqa: ANN401 -- a view each
        """Fill a template. Errors: BrokenTemplateError."""
        try:
            return self._environment.get_template(template).render(views)
        except TemplateNotFound as error:
            raise BrokenTemplateError(f"The template {error.name} is missing.") from error
        except TemplateSyntaxError as error:
            raise BrokenTemplateError(
                failed_template(error.filename or template, error.lineno, error.message or "")
            ) from error
        except (OSError, MemoryError):
            raise
        except UnicodeDecodeError:
            refuse_unreadable(files_below(tuple(self._templates), FOLDER))
            raise
        except Exception as error:
            raise BrokenTemplateError(self._located(error, template)) from error

    def _located(self, error: Exception, template: str) -> str:
        """Name the innermost template in which an error arose, and its line there."""
        frames = [
            frame
            for frame in traceback.extract_tb(error.__traceback__)
            if any(Path(frame.filename).is_relative_to(folder) for folder in self._folders)
        ]
        if not frames:
            return failed_template(template, None, str(error))
        return failed_template(frames[-1].filename, frames[-1].lineno, str(error))


_INDENT = re.compile(r"\n[ \t]+")


def without_indents(html: str) -> str:
    """Give HTML without the indents of its lines, which no reader sees; as it is where some may show."""
    return html if "<pre" in html else _INDENT.sub("\n", html)


def refuse_unreadable(templates: Mapping[str, Path]) -> None:
    """Refuse templates that are no text. Errors: BrokenTemplateError."""
    for path in (path for name, path in templates.items() if name.endswith(".html")):
        read = path.read_bytes()
        try:
            read.decode("utf-8")
        except UnicodeDecodeError as error:
            line = read.count(b"\n", 0, error.start) + 1
            raise BrokenTemplateError(failed_template(path, line, "it is no UTF-8")) from None


def failed_template(template: str | Path, line: int | None, message: str) -> str:
    """Say that a template failed, where, and why."""
    place = f"{template}, line {line}" if line else template
    return f"The template {place} failed: {message}"


def _printed(value: object) -> str:
    """Escape a text; refuse what is none: a number without its format, a view, nothing at all."""
    if type(value) is str:
        return _escaped(value)
    if isinstance(value, Markup):
        return value
    if isinstance(value, StrictUndefined):
        return str(value)  # raises, with the name of what is missing
    raise TypeError(f"it prints {type(value).__name__}, expected a finished text")


@lru_cache(maxsize=4096)  # most texts of a page stand in it several times, or in the next one
def _escaped(text: str) -> Markup:
    return escape(text)
