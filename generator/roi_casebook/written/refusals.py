"""How what an editor wrote is refused: what was found, what was expected, and what to write."""

from pydantic_core import PydanticCustomError


def refused(code: str, message: str, hint: str, field: str = "") -> PydanticCustomError:
    """Make the error that the reader of problems turns into a message with a hint.

    field: the field of the refused part at which an editor should look, "" for the whole part.
    """
    # The text is passed as context: braces in what an editor wrote are then not a template.
    return PydanticCustomError(code, "{text}", {"text": message, "hint": hint, "field": field})


def shown(raw: object) -> str:
    """Show what the YAML loader gave, in an editor's words."""
    if raw is None:
        return "nothing"
    return {bool: str(raw).lower(), list: "a list", dict: "a mapping"}.get(type(raw), repr(raw))
