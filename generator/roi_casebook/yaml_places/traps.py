"""Three traps in which YAML silently means something else than the editor wrote.

`{en: 8,500 orders}` makes a second key of `500 orders`; ` #tag` cuts a text off as a comment; a
French ` : ` makes a mapping of a sentence. Each is found by how the text is written, not by what
it became.
"""

import re

from roi_casebook.yaml_places.source_text import SourceText, Span, TextRefusedError

_GLUED_COMMENT = re.compile(r"[ \t]+(#)[^\s#]")
_NUMBER_WITH_COMMA = re.compile(r"[-+]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?|[-+]?[0-9]+,[0-9]+")
_NOT_IN_TENS = re.compile("0o[0-7]{1,200}|0x[0-9a-fA-F]{1,200}")
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
    whole = source.text[before.start : key.end] if before and before.end > before.start else second
    hint = f'put quotes around it: "{whole}"'
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


def number_in_tens(text: str) -> str:
    """Give what YAML makes of ``0o17`` or ``0x1F``, in tens; "" for any other text."""
    return str(int(text, 0)) if _NOT_IN_TENS.fullmatch(text) else ""


def colon_in_text(line_up_to_colon: str) -> bool:
    """Tell whether a line, read up to a colon, already has a key and a text: `key: some text :`."""
    return bool(_COLON_IN_TEXT.match(line_up_to_colon))


def hash_in_line(source: SourceText, start: int) -> int | None:
    """Give where ` #` ends a text in the line that starts at `start`; not where all is comment."""
    line = source.line_at(start)
    cut = line.find(" #")
    return start + cut + 1 if cut >= 0 and line[:cut].strip() else None
