"""Scripts joined from their parts: modules as they are written, classic scripts as they are published.

A page opened from a folder may load no module. So each file right in `scripts/` is published with
all that it imports, each part once and before what needs it, in one block of strict code: no name
gets out of it, and a name that two parts declare is an error of syntax. Only two forms of what
modules can say are understood, and nothing else is passed over:

    import { one, other } from "./folder/part.js";
    export function ...    (or class, const, let)

Comments on lines of their own, types among them, are for those who read the parts: left out.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from posixpath import normpath

from roi_casebook.pages.parts.templates import (
    BrokenTemplateError,
    failed_template,
    files_below,
)

SCRIPTS = "scripts"
_COMMENT = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
_NAMES = r"\{\s*\w+(?:\s*,\s*\w+)*\s*,?\s*\}"
_IMPORT = re.compile(rf'^import {_NAMES} from "(\.[^"\n]*\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function\b|class\b|const\b|let\b)", re.MULTILINE)
_EMPTY_LINES = re.compile(r"\n{3,}")
_OF_MODULES = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


def joined_scripts(folders: tuple[Path, ...]) -> dict[str, str]:
    """Give the scripts to publish: the name -> the text. Errors: BrokenTemplateError."""
    files = files_below(folders, SCRIPTS)
    return {name: _joined(files, name) for name in files if _is_entry(name)}


def _is_entry(name: str) -> bool:
    return "/" not in name and name.endswith(".js")


def _joined(files: Mapping[str, Path], entry: str) -> str:
    texts = (_classic(files[name]) for name in _needed(files, entry))
    return '"use strict";\n{\n' + "\n".join(texts) + "}\n"


def _needed(files: Mapping[str, Path], entry: str) -> Iterator[str]:
    """Give the names of the parts of a script in order: what a part imports before the part."""
    seen: set[str] = set()

    def walk(name: str) -> Iterator[str]:
        if name in seen:
            return
        seen.add(name)
        for imported in _imported(files, name):
            yield from walk(imported)
        yield name

    return walk(entry)


def _imported(files: Mapping[str, Path], name: str) -> Iterator[str]:
    text = _text(files[name])
    for found in _IMPORT.finditer(text):
        imported = normpath(str(PurePosixPath(name).parent / found[1]))
        if imported not in files:
            raise _failed(files[name], text, found.start(), f"there is no {SCRIPTS}/{imported}")
        yield imported


def _classic(path: Path) -> str:
    """Give a part without what is for modules alone, and without comments."""
    text = _text(path)
    if left := _OF_MODULES.search(_EXPORT.sub("", _IMPORT.sub(_blank, text))):
        raise _failed(path, text, text.index(left[0]), f"it cannot be joined: {left[0]}")
    code = _COMMENT.sub("", _EXPORT.sub("", _IMPORT.sub("", text)))
    return _EMPTY_LINES.sub("\n\n", code.strip("\n") + "\n")


def _blank(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise BrokenTemplateError(failed_template(path, None, "it is no UTF-8")) from None


def _failed(path: Path, text: str, at: int, why: str) -> BrokenTemplateError:
    return BrokenTemplateError(failed_template(path, text.count("\n", 0, at) + 1, why))
