"""The YAML parser's errors in an editor's words.

The parser says `mapping values are not allowed in this context`; an editor needs to hear that a
colon stands in the sentence. The tables below go from the parser's wording, or from the character
at which it stopped, to ours.

What YAML allows and a case file does not, in an editor's words.
"""

from dataclasses import dataclass

from yaml import MarkedYAMLError, YAMLError

from roi_casebook.yaml_places.opened import bracket_left_open, swallowing_quote
from roi_casebook.yaml_places.source_text import SourceText, TextRefusedError
from roi_casebook.yaml_places.traps import (
    colon_in_text,
    hash_in_line,
    line_without_space,
    no_space,
)


@dataclass(frozen=True)
class _Told:
    code: str
    message: str
    hint: str


_COLON = _Told(
    "colon_in_text",
    "found ': ' inside a text without quotes, where YAML begins a mapping",
    "write the text as a block (>- and the text indented on the next line), or put quotes around "
    "all of it",
)
_HASH = _Told(
    "hash_in_text",
    "found ' #' inside a text without quotes: YAML cuts the text there as a comment",
    "write the text as a block (>- and the text indented on the next line), or put quotes around "
    "all of it",
)
_INDENTATION = _Told(
    "indentation",
    "found a line that is indented otherwise than its neighbours",
    "give it as many spaces as the lines of the same level above it",
)
_TAB = _Told(
    "tab",
    "found a tab where YAML expects spaces",
    "indent with two spaces a level (most editors can replace tabs by spaces)",
)
_NO_COLON = _Told(
    "no_colon",
    "found a line without a colon, expected `name: value`",
    "where it goes on with the text above, indent it under that text and begin the text with >-",
)
_QUOTE = _Told(
    "quote_not_closed",
    "found a quotation mark that is never closed",
    "close it; for a text with quotation marks in it use a block (>-)",
)
_TEXT_AFTER_QUOTE = _Told(
    "text_after_quote",
    "found more text after the closing quotation mark",
    "write the text as a block (>-); inside '...' an apostrophe is written twice: 'it''s'",
)
_ESCAPE = _Told(
    "escape",
    'found a backslash that means nothing inside "..."',
    "use '...' or a block (>-), where a backslash is just a backslash",
)
_BRACKET = _Told(
    "bracket_not_closed",
    "found braces or brackets that are not closed where YAML expects it",
    "close them, put commas between the entries, and quotes around texts with : # , or brackets",
)
_STRAY_BRACKET = _Told(
    "stray_bracket",
    "found a closing brace or bracket too many",
    "remove it, or put quotes around the text",
)
_LIST_HERE = _Told(
    "list_here",
    "found a '- ' where no list can begin",
    "begin a list on its own line, under its field; put quotes around a text that begins with '- '",
)
_NOT_LIST = _Told(
    "mixed_list",
    "found something else among the entries of a list, which all begin with '- '",
    "give every entry its '- ', or indent the line under the entry to which it belongs",
)
_MIXED = _Told(
    "mixed_mapping",
    "found something that is no `name: value` among the fields",
    "give it a name and a colon, or mend the quotation mark or bracket before it",
)
_BLOCK_HEAD = _Told(
    "block_text",
    "found text on the line of the sign > or | that begins a block",
    "leave the line after >- empty and begin the text on the next line, indented",
)
_NO_VALUE = _Told(
    "no_value",
    "found a comma, a bracket or another sign of YAML where a name or a value should begin",
    "remove it, or put quotes around the text",
)
_NAME = _Told(
    "anchor_name",
    "found & or * at the beginning of a text, where it has a meaning in YAML",
    "put quotes around the text",
)
_DIRECTIVE = _Told(
    "directive",
    "found a line that begins with %, which gives YAML an order",
    "remove it, or put quotes around the text",
)
_TAG = _Told(
    "tag",
    "found ! at the beginning of a text, where it has a meaning in YAML",
    "put quotes around the text",
)
_OTHER = _Told(
    "not_yaml",
    "found something that is no YAML",
    "compare the line and those just above it with the example in cases/README.md",
)


def _reserved(sign: str) -> _Told:
    message = f"found {sign} at the beginning of a text, which YAML reserves for itself"
    return _Told("reserved", message, "put quotes around the text")


_BY_CHARACTER = {
    "\t": _TAB,
    "@": _reserved("@"),
    "`": _reserved("`"),
    "%": _reserved("%"),
}

# From the parser's wording: the first that occurs in it counts.
_BY_WORDING = (
    ("tab character", _TAB),
    ("sequence entries are not allowed", _LIST_HERE),
    ("expected '-' indicator", _NOT_LIST),
    ("could not find expected ':'", _NO_COLON),
    ("unexpected end of stream", _QUOTE),
    ("unexpected document indicator", _QUOTE),
    ("escape character", _ESCAPE),
    ("hexdecimal number", _ESCAPE),
    ("character escape code", _ESCAPE),
    ("expected comment or line break", _BLOCK_HEAD),
    ("indentation indicator", _BLOCK_HEAD),
    ("block scalar", _BLOCK_HEAD),
    ("expected ',' or", _BRACKET),
    ("expected node content", _NO_VALUE),
    ("expected alphabetic or numeric", _NAME),
    ("anchor", _NAME),
    ("scanning an alias", _NAME),
    ("a tag", _TAG),
    ("tag handle", _TAG),
    ("directive", _DIRECTIVE),
    ("incompatible YAML document", _DIRECTIVE),
    ("<document start>", _MIXED),
    ("expected key", _MIXED),
)


def told(error: YAMLError, source: SourceText) -> TextRefusedError:
    """Give the parser's error in our words, at the place where an editor should look."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return _at(0, _OTHER)
    offset = error.problem_mark.index
    begin = error.context_mark.index if error.context_mark else offset
    wording = f"{error.context or ''}: {error.problem or ''}"
    return _told_at(offset, begin, wording, source)


def _told_at(offset: int, begin: int, wording: str, source: SourceText) -> TextRefusedError:
    character = source.text[offset : offset + 1]
    if "cannot start any token" in wording and character in _BY_CHARACTER:
        return _at(offset, _BY_CHARACTER[character])
    if "mapping values are not allowed" in wording:
        return _colon(offset, source)
    if "scanning a quoted" in wording:
        return _at(begin if "unexpected" in wording else offset, _by_wording(wording))
    return _long_open(offset, source) or _told_by_wording(offset, begin, wording, source)


def _long_open(offset: int, source: SourceText) -> TextRefusedError | None:
    """Tell a mark that was opened many lines before the place at which it is noticed."""
    if _ends_with_quote(source, offset):
        quote = swallowing_quote(source, offset)
        return None if quote is None else _at(quote, _QUOTE)
    if not source.text[offset:].strip():
        bracket = bracket_left_open(source, offset)
        return None if bracket is None else _at(bracket, _BRACKET)
    return None


def _told_by_wording(offset: int, begin: int, wording: str, source: SourceText) -> TextRefusedError:
    if "expected ',' or" in wording or "could not find expected ':'" in wording:
        return _broken_off(offset, begin, wording, source)
    if "expected key" in wording:
        return _unexpected(source, offset)
    return _at(offset, _by_wording(wording))


def _by_wording(wording: str) -> _Told:
    return next((told for words, told in _BY_WORDING if words in wording), _OTHER)


def _colon(offset: int, source: SourceText) -> TextRefusedError:
    line, column = source.place(offset)
    up_to_colon = source.line(line)[:column]
    if colon_in_text(up_to_colon):
        return _at(offset, _COLON)
    indent = len(up_to_colon) - len(up_to_colon.lstrip())
    return _at(offset - column + 1 + indent, _INDENTATION)


def _broken_off(offset: int, begin: int, wording: str, source: SourceText) -> TextRefusedError:
    """Tell why an entry or a pair of braces was broken off: a colon, a comment, or no end."""
    if _ends_with_quote(source, offset):
        return _at(offset, _TEXT_AFTER_QUOTE)
    if told := _without_space(begin, source):
        return told
    on_one_line = source.place(offset)[0] == source.place(begin)[0]
    if on_one_line and source.text[offset : offset + 1] == ":":
        return _at(offset, _COLON)
    return _cut_off(begin, source) or _at(begin, _by_wording(wording))


def _without_space(offset: int, source: SourceText) -> TextRefusedError | None:
    """Tell a field, in a line of its own, without a plain space behind its colon."""
    line, column = source.place(offset)
    found = line_without_space(source.line(line))
    indent = len(source.line(line)) - len(source.line(line).lstrip())
    return no_space(offset - column + 1 + indent, found) if found else None


def _cut_off(begin: int, source: SourceText) -> TextRefusedError | None:
    """Tell where ` #` cut a text on this line or the one before, so that its rest makes no sense."""
    line, column = source.place(begin)
    start = begin - column + 1
    before = source.place(start - 1)[0] if line > 1 else line
    starts = (start, start - 1 - len(source.line(before))) if before < line else (start,)
    cuts = (hash_in_line(source, start) for start in starts)
    return next((_at(cut, _HASH) for cut in cuts if cut is not None), None)


def _unexpected(source: SourceText, offset: int) -> TextRefusedError:
    character = source.text[offset : offset + 1]
    if character in ("]", "}"):
        return _at(offset, _STRAY_BRACKET)
    if _ends_with_quote(source, offset):
        return _at(offset, _TEXT_AFTER_QUOTE)
    column = source.place(offset)[1]
    if source.line_at(offset)[: column - 1].strip():
        return _at(offset, _MIXED)
    return _cut_off(offset, source) or _at(offset, _INDENTATION)


def _ends_with_quote(source: SourceText, offset: int) -> bool:
    """Tell whether a quoted text ends just before, on the same line."""
    return source.text[:offset].rstrip(" ")[-1:] in ("'", '"')


def _at(offset: int, told: _Told) -> TextRefusedError:
    return TextRefusedError(offset, told.code, told.message, told.hint)


MOST_DEPTH = 20
MOST_ALIASES = 50
MOST_PARTS_BY_ALIAS = 5_000


def several_documents(offset: int) -> TextRefusedError:
    """Refuse a second document."""
    return TextRefusedError(
        offset,
        "several_documents",
        "found a line --- that begins a second document, expected one case in a file",
        "put the second case into a file of its own, or remove the line ---",
    )


def too_deep(offset: int) -> TextRefusedError:
    """Refuse nesting that no case has."""
    return TextRefusedError(
        offset,
        "too_deep",
        f"found more than {MOST_DEPTH} levels of nesting",
        "no part of a case lies deeper than a few levels: look for a bracket that is never closed",
    )


def too_many_aliases(offset: int) -> TextRefusedError:
    """Refuse what grows by repetition."""
    return TextRefusedError(
        offset,
        "too_many_aliases",
        f"found more repetition by aliases (*name) than allowed: {MOST_ALIASES} aliases, "
        f"{MOST_PARTS_BY_ALIAS:,} parts",
        "write the parts out",
    )


def unknown_alias(offset: int, name: str) -> TextRefusedError:
    """Refuse an alias of nothing."""
    return TextRefusedError(
        offset,
        "unknown_alias",
        f"found *{name}, but nothing before it is marked &{name}",
        "in YAML a word that begins with * repeats an earlier part; put quotes around a text",
    )


def alias_of_itself(offset: int) -> TextRefusedError:
    """Refuse a part that contains itself."""
    return TextRefusedError(
        offset,
        "alias_of_itself",
        "found an alias (*name) inside the very part that it repeats",
        "write the part out",
    )


def tag(offset: int, written: str) -> TextRefusedError:
    """Refuse a tag such as !!str."""
    return TextRefusedError(
        offset,
        "tag",
        f"found the tag {written}, expected plain YAML",
        "leave it out: what a value is follows from its field; quotes make a text of anything",
    )


def merge_key(offset: int) -> TextRefusedError:
    """Refuse the merge key."""
    return TextRefusedError(
        offset,
        "merge_key",
        "found the merge key <<, which a case file does not use",
        "write the fields out: a reader of the file then sees what counts",
    )


def key_is_no_word(offset: int) -> TextRefusedError:
    """Refuse a list or a mapping as a key."""
    return TextRefusedError(
        offset,
        "key_is_no_word",
        "found a key that is a list or a mapping, expected a word",
        "braces and brackets have a meaning in YAML: put quotes around a text that begins with one",
    )


def key_is_alias(offset: int, name: str) -> TextRefusedError:
    """Refuse an alias as a key."""
    return TextRefusedError(
        offset,
        "key_is_no_word",
        f"found *{name} where a field begins; in YAML it repeats an earlier part",
        "remove the *, or put quotes around a text that begins with it",
    )


def not_in_tens(offset: int, written: str, in_tens: str) -> TextRefusedError:
    """Refuse a number that is not written in tens."""
    return TextRefusedError(
        offset,
        "not_in_tens",
        f"found {written}, which YAML reads as the number {in_tens}",
        f'write {in_tens}, or "{written}" where a text is meant',
    )


def duplicate_key(offset: int, key: str, first_line: int) -> TextRefusedError:
    """Refuse a key's second use."""
    return TextRefusedError(
        offset,
        "duplicate_key",
        f"found the key {key!r} a second time, expected each key once; "
        f"it first stands on line {first_line}",
        "remove or rename one of the two: only one value can count",
    )
