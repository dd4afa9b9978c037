"""What YAML allows and a case file does not, in an editor's words."""

from roi_casebook.reading.source_text import TextRefusedError

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


def duplicate_key(offset: int, key: str, first_line: int) -> TextRefusedError:
    """Refuse a key's second use."""
    return TextRefusedError(
        offset,
        "duplicate_key",
        f"found the key {key!r} a second time, expected each key once; "
        f"it first stands on line {first_line}",
        "remove or rename one of the two: only one value can count",
    )
