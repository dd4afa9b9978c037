"""Styles joined into one sheet: written apart, each with its comments, and published as one, without.

A browser paints nothing before each sheet of a page has come; on a phone's line every further one
costs as much as its bytes. So all sheets of `assets/` become one, in the order of their names, a
site's own among them. What is left out is what no browser reads: comments, and the spaces between
signs. Texts between quotation marks stay as they are, and so does a space that has a meaning (before
a colon in a selector, around plus and minus).
"""

import re
from collections.abc import Mapping
from pathlib import Path

from roi_casebook.pages.parts.templates import BrokenTemplateError, failed_template

NAME = "casebook.css"
_TOKEN = re.compile(
    r"""(?P<text>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(?P<comment>/\*.*?\*/)|(?P<space>\s+)""",
    re.DOTALL,
)
_AROUND = re.compile(r" ?([{};,]) ?")
_LAST = re.compile(r";+}")


def joined_styles(files: Mapping[str, Path]) -> dict[str, str]:
    """Give the sheets among assets (name -> file) as one: its name -> its text; of none, none.

    Errors: BrokenTemplateError.
    """
    sheets = [path for name, path in sorted(files.items()) if is_sheet(name)]
    return {NAME: "\n".join(map(_short, sheets))} if sheets else {}


def is_sheet(name: str) -> bool:
    """Tell whether an asset is a sheet of styles."""
    return name.endswith(".css")


def _short(path: Path) -> str:
    try:
        return without_comments(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise BrokenTemplateError(failed_template(path, None, "it is no UTF-8")) from None


def without_comments(sheet: str) -> str:
    """Give a sheet without what no browser reads."""
    texts: list[str] = []

    def kept(found: re.Match[str]) -> str:
        if found["text"] is None:
            return " "
        texts.append(found["text"])
        return f"\0{len(texts) - 1}\0"

    code = re.sub(" +", " ", _TOKEN.sub(kept, sheet))
    code = _LAST.sub("}", _AROUND.sub(r"\1", code)).strip()
    return re.sub("\0(\\d+)\0", lambda found: texts[int(found[1])], code)
