"""Three traps in which YAML silently means something else than the editor wrote.

`{en: 8,500 orders}` makes a second key of `500 orders`; ` #tag` cuts a text off as a comment; a
French ` : ` makes a mapping of a sentence. Each is found by how the text is written, not by what
it became.
"""

import re
from collections.abc import Iterator

from roi_casebook.yaml_places.source_text import (
    SourceText,
    Span,
    TextRefusedError,
    is_unprintable,
    unprintable,
)

_GLUED_COMMENT = re.compile(r"[ \t]+(#)[^\s#]")
_NUMBER_WITH_COMMA = re.compile(r"[-+]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?|[-+]?[0-9]+,[0-9]+")
_PRINTED_QUOTES = re.compile("^[\u201c\u201e\u00ab]\\s*(.*?)\\s*[\u201c\u201d\u00bb]$")
_NOT_IN_TENS = re.compile("0o[0-7]{1,200}|0x[0-9a-fA-F]{1,200}")
_NO_SPACE = re.compile(r"([a-z][a-z0-9_]*):([^\S ]*)(?!//)(\S.*)", re.DOTALL)
_FIELD = re.compile(r"[a-z_]+( \S+)?")
_COLON_IN_TEXT = re.compile(r"""^\s*(?:-\s+)*(?:[^\s"'#{\[][^:]*?|"[^"]*"|'[^']*')\s*:\s+\S""")


def comment_after(text: str, end: int) -> int | None:
    """Give where a comment begins that is glued to its word (` #tag`), right after `end`."""
    match = _GLUED_COMMENT.match(text, end)
    return match.start(1) if match else None


def comma_in_braces(
    source: SourceText, before: Span | None, key: Span, value_start: int, *, in_text: bool
) -> TextRefusedError | None:
    """Tell the trap where a key inside braces has no value: a comma has cut a text in two.

    before: the value of the entry before the key; value_start: where the key's value would stand;
    in_text: whether that entry is a text in a language.
    """
    if key.style or ":" in source.text[key.end : value_start + 1]:
        return None
    second = source.text[key.start : key.end]
    unspaced = _NO_SPACE.fullmatch(second)
    if unspaced and not (in_text and len(unspaced[1]) > len("en")):
        return no_space(key.start, unspaced)
    whole = source.text[before.start : key.end] if before and before.end > before.start else second
    text = _PRINTED_QUOTES.sub(r"\1", whole)
    hint = f'put quotes around it: "{text}"'
    if not in_text and _FIELD.fullmatch(second) and whole is not second:
        hint += (
            f"; or, where {second.split()[0]} is a field, write {second.split()[0]}: and its value"
        )
    if _NUMBER_WITH_COMMA.fullmatch(whole):
        plain, decimal = whole.replace(",", ""), whole.replace(",", ".", 1)
        hint = f"write {plain} or {decimal}: a comma in a number means two things"
    message = (
        f"found {whole!r} inside braces, where the comma begins a new entry: {second!r} is read "
        "as a key without a value"
    )
    return TextRefusedError(key.start, "comma_in_braces", message, hint)


_ESCAPE = re.compile(r"\\(?:x(..)|u(.{4})|U(.{8})|(\r\n|.))", re.DOTALL)
_OF_ESCAPE = {
    "0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "v": "\v", "N": "\x85", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def escaped_control(source: SourceText, span: Span) -> TextRefusedError | None:
    """Refuse an escape in double quotes that stands for what the file may not hold as itself."""
    if span.style != '"' or "\\" not in source.text[span.start : span.end]:
        return None
    for match, character in _escapes(source.text, span):
        if is_unprintable(character):
            return unprintable(match.start(), character, match[0])
    return None


def _escapes(text: str, span: Span) -> Iterator[tuple[re.Match[str], str]]:
    """Give each escape with its character; those that stand for white space and signs as a blank."""
    for match in _ESCAPE.finditer(text, span.start, span.end):
        code = match[1] or match[2] or match[3]
        yield match, chr(int(code, 16)) if code else _OF_ESCAPE.get(match[4], " ")


def number_in_tens(text: str) -> str:
    """Give what YAML makes of ``0o17`` or ``0x1F``, in tens; "" for any other text."""
    return str(int(text, 0)) if _NOT_IN_TENS.fullmatch(text) else ""


def line_without_space(line: str) -> re.Match[str] | None:
    """Give the field and the value in a line that has no plain space behind its colon."""
    return _NO_SPACE.fullmatch(line.strip())


def no_space(offset: int, found: re.Match[str]) -> TextRefusedError:
    """Refuse a field whose colon has no plain space behind it: to YAML it is one word."""
    name, blank, value = found.groups()
    kind = f"the blank U+{ord(blank[0]):04X}" if blank else "no space"
    message = f"found {kind} behind the colon of {name!r}, where YAML wants a plain space"
    return TextRefusedError(offset, "no_space", message, f"write {name}: {value}")


def colon_in_text(line_up_to_colon: str) -> bool:
    """Tell whether a line, read up to a colon, already has a key and a text: `key: some text :`."""
    return bool(_COLON_IN_TEXT.match(line_up_to_colon))


def hash_in_line(source: SourceText, start: int) -> int | None:
    """Give where ` #` ends a text in the line that starts at `start`; not where all is comment."""
    line = source.line_at(start)
    cut = line.find(" #")
    return start + cut + 1 if cut >= 0 and line[:cut].strip() else None
