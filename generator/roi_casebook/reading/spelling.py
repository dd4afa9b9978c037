"""What people write as a name, respelled in small plain letters: ``Été 2024!`` is ete 2024."""

from unicodedata import normalize

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l"})  # fmt: skip


def plain_words(text: str) -> list[str]:
    """Give the words of a text, of small letters and digits without accents."""
    letters = normalize("NFKD", text.translate(_LIGATURES))
    kept = (each for each in letters if each.isascii() or each.isspace() or each.isalnum())
    return (
        "".join(each if each.isascii() and each.isalnum() else " " for each in kept).lower().split()
    )
