"""What a field expects, in an editor's words: tables for patterns and for kinds of errors."""

from roi_casebook.problems import nearest
from roi_casebook.reading.spelling import plain_words
from roi_casebook.written.other_notations import SIGNS

_PATTERNS = {
    r"^[a-z][a-z0-9_]*$": "a name of small letters, digits and underscores that begins with a letter",
    r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$": "a name of small letters and digits with hyphens between words",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "a slug: small letters and digits with hyphens between words",
    r"^https?://\S+$": "an address that begins with https:// or http://",
    r"^https?://\S+/$": "an address that begins with https:// and ends with /",
    r"^(https?://\S+|unknown)$": "an address that begins with https:// or http://, or unknown",
    r"^[A-Z]{3}$": "a currency as three capital letters, e.g. GBP",
    r"^([A-Z]{2}|world)$": "a country as two capital letters, e.g. FR, or world",
    r"^\d+ *- *\d+$": "years such as 1-3",
    r"^[a-z]{2}$": "a language as two small letters, e.g. en",
    r"^(not-looked|looked-none-found|[a-z][a-z0-9_]*)$": (
        "not-looked, looked-none-found, or the id of a soft result"
    ),
}

_CURRENCY_OF_SIGN = {sign: code for sign, code in SIGNS.items() if len(code) == len("GBP")}
_SHOWN_CHARACTERS = 60


def pattern_expected(pattern: str) -> str:
    """Say what a text must look like."""
    return _PATTERNS.get(pattern, f"a text like {pattern}")


def pattern_hint(pattern: str, found: object) -> str:
    """Give a text that would do, where one follows from what was written."""
    candidate = _respelled(pattern, found) if isinstance(found, str) else ""
    return f"write {candidate}" if candidate and candidate != found else ""


def _respelled(pattern: str, found: str) -> str:
    if "_]*$" in pattern and "http" not in pattern:
        return _words(found, "_")
    if "(-[a-z0-9]+)" in pattern:
        return _words(found, "-")
    if pattern == "^[A-Z]{3}$":
        if found in _CURRENCY_OF_SIGN:
            return _CURRENCY_OF_SIGN[found]
        return found.upper() if found.isalpha() and len(found) == len("GBP") else ""
    if "https" in pattern and found.startswith("www."):
        return f"https://{found}"
    return ""


def _words(found: str, joint: str) -> str:
    return joint.join(plain_words(found)).lstrip("0123456789_-")


def shown(found: object) -> str:
    """Show what was written: a text in quotes and short, a list or mapping by its name."""
    if found is None:
        return "nothing"
    if isinstance(found, dict):
        return "a mapping" if found else "an empty mapping"
    if isinstance(found, list):
        return "a list" if found else "an empty list"
    if isinstance(found, bool):
        return str(found).lower()
    written = repr(found)
    return written if len(written) <= _SHOWN_CHARACTERS else f"{written[:_SHOWN_CHARACTERS]}...'"


def one_of(words: "list[str]", found: object) -> tuple[str, str]:
    """Give the expectation of a closed list, and the nearest of its words as a hint."""
    match = nearest(str(found), words)
    expected = words[0] if len(words) == 1 else f"one of {', '.join(words)}"
    return expected, f"did you mean {match!r}?" if match else ""
