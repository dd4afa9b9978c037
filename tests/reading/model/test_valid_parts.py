"""What rules see of a case with mistakes is read as a case is."""

from typing import Annotated, Any

import pytest
from annotated_types import MinLen
from pydantic.fields import FieldInfo

from roi_casebook.case import Case
from roi_casebook.reading.model.valid_parts import ValidParts

OWN = {"document", "whole"}


def written_type(field: FieldInfo) -> Any:  # noqa: ANN401 -- a type expression
    """Give the type of a field as it is written, but for how many entries a table must have."""
    whole: Any = field.annotation
    for note in field.metadata:
        if not isinstance(note, MinLen):
            whole = Annotated[whole, note]
    return whole


@pytest.mark.parametrize("name", sorted(ValidParts.model_fields.keys() - OWN))
def test_each_part_has_the_type_that_a_case_gives_it(name: str) -> None:
    part, whole = ValidParts.model_fields[name], Case.model_fields[name]
    assert written_type(part) in (written_type(whole), written_type(whole) | None)
    assert not part.is_required()
    if not whole.is_required():
        assert part.default == whole.default
