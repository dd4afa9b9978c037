"""The text of a file: bytes decoded or refused, and where each character stands.

Lines end as editors count them (LF, CRLF or CR); lines and columns count from 1, in characters.

A stretch of a text, and how what stands there is quoted.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

MOST_BYTES = 256 * 1024

_LINE_END = re.compile(r"\r\n|\r|\n")
# What YAML allows, less the byte order mark, which may only open a file, less what turns the
# direction of writing (a reader would see another text than the file holds), and less what ends a
# line to some programs only.
_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
# By how a file begins, marked as such or not; the longer mark comes first.
_OTHER_ENCODINGS = (
    (re.compile(rb"\xff\xfe\0\0|\0\0\xfe\xff"), "UTF-32"),
    (re.compile(rb"\xff\xfe|\xfe\xff"), "UTF-16"),
    (re.compile(rb"[^\0]\0[^\0]\0"), "UTF-16LE"),
    (re.compile(rb"\0[^\0]\0[^\0]"), "UTF-16BE"),
)


_LINE_ENDS = {"\x85": "next line", "\u2028": "line separator", "\u2029": "paragraph separator"}
# What git writes into a file where two changes meet; inside a text only those that no text has.
_CONFLICT = re.compile(
    r"^(?:[ \t]*(?:<{7}|>{7}|\|{7})(?= )|(?:<{7}|={7}|>{7}|\|{7})(?=[\r\n]|\Z)).*", re.MULTILINE
)


class TextRefusedError(Exception):
    """The text cannot be read on: where, and why in an editor's words."""

    def __init__(self, offset: int, code: str, message: str, hint: str) -> None:
        """Keep the place (in characters from the start) and what to tell the editor."""
        super().__init__(message)
        self.offset, self.code, self.message, self.hint = offset, code, message, hint


@dataclass(frozen=True)
class SourceText:
    """A decoded text that knows its lines."""

    text: str

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Give line and column of a character."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Give a line without its end; "" where there is none."""
        if not 1 <= number <= len(self._starts):
            return ""
        return _LINE_END.split(self.text[self._starts[number - 1] :], maxsplit=1)[0]

    def line_at(self, offset: int) -> str:
        """Give the line in which a character stands."""
        return self.line(self.place(offset)[0])


def decoded(raw: bytes) -> tuple[SourceText, TextRefusedError | None]:
    """Decode a file's bytes; where they are refused, also say why.

    Errors: too_large, not_utf8, control_character, merge_conflict. The text given beside an error
    is as much as could be read, so that the place can be shown.
    """
    encoding = _other_encoding(raw) or "utf-8-sig"
    source = SourceText(raw[:MOST_BYTES].decode(encoding, errors="replace"))
    return source, (_too_large(raw) or _not_utf8(raw) or _unprintable(source) or _conflict(source))


def _too_large(raw: bytes) -> TextRefusedError | None:
    if len(raw) <= MOST_BYTES:
        return None
    return TextRefusedError(
        0,
        "too_large",
        f"found a file of more than {MOST_BYTES:,} bytes, expected at most so many",
        "a case is a few pages of text: quote less, or split it into two cases",
    )


def _not_utf8(raw: bytes) -> TextRefusedError | None:
    other = _other_encoding(raw)
    if other:
        message = f"found a file in {other}, expected UTF-8"
        return TextRefusedError(0, "not_utf8", message, _SAVE_AS_UTF8)
    try:
        raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _byte_refused(raw, _offset_in_file(raw, error))
    return None


def _other_encoding(raw: bytes) -> str | None:
    return next((name for begin, name in _OTHER_ENCODINGS if begin.match(raw)), None)


_SAVE_AS_UTF8 = "save the file as UTF-8 (in most editors: Save with encoding, UTF-8)"


def _offset_in_file(raw: bytes, error: UnicodeDecodeError) -> int:
    return len(raw) - len(error.object) + error.start


def _byte_refused(raw: bytes, start: int) -> TextRefusedError:
    readable = raw[:start].decode("utf-8-sig", errors="replace")
    line = SourceText(readable).place(len(readable))[0]
    message = (
        f"found the byte 0x{raw[start]:02X} at offset {start} (line {line}), which is no UTF-8; "
        "expected UTF-8 throughout"
    )
    return TextRefusedError(len(readable), "not_utf8", message, _SAVE_AS_UTF8)


def _unprintable(source: SourceText) -> TextRefusedError | None:
    match = _UNPRINTABLE.search(source.text)
    return unprintable(match.start(), match[0]) if match else None


def is_unprintable(character: str) -> bool:
    """Tell a character that no text of a case holds: a control, or one that turns the writing."""
    return bool(_UNPRINTABLE.fullmatch(character))


def unprintable(offset: int, character: str, written: str = "") -> TextRefusedError:
    """Refuse a character that no reader sees; written: how it is spelled, where not as itself."""
    name = f"U+{ord(character):04X}"
    hint = "delete it; it often comes along when text is pasted"
    if character in _LINE_ENDS:
        name = f"{name} ({_LINE_ENDS[character]}), which ends a line to some programs only"
        hint = "write a space, or begin a new line"
    message = f"found the invisible control character {name}"
    if written:
        message = f"found {written}, which stands for the invisible control character {name}"
        hint = f"remove {written}"
    return TextRefusedError(offset, "control_character", message, hint)


def _conflict(source: SourceText) -> TextRefusedError | None:
    """Refuse a file in which a merge was left unfinished, whatever YAML would make of it."""
    found = list(_CONFLICT.finditer(source.text))
    if not found:
        return None
    lines = ", ".join(str(source.place(match.start())[0]) for match in found[:_SHOWN_MARKERS])
    more = ", ..." if len(found) > _SHOWN_MARKERS else ""
    return TextRefusedError(
        found[0].start() + len(found[0][0]) - len(found[0][0].lstrip()),
        "merge_conflict",
        f"found what git writes where two changes meet (line {lines}{more}): the merge is unfinished",
        "keep one of the two versions of these lines, and remove the lines that begin with "
        "<<<<<<<, |||||||, ======= and >>>>>>>",
    )


_SHOWN_MARKERS = 9


@dataclass(frozen=True, slots=True)
class Span:
    """Where a key or value stands: characters from the start of the text, and how it is quoted."""

    start: int
    end: int
    style: str = ""
