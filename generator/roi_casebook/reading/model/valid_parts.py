"""What of a case is sound: all of it, or all but the entries that have errors of their own.

So the rules that look across entries still run on a file with mistakes, and stay silent on what
only follows from a mistake that is reported already.

What a case is judged against: the site's languages and words, and the day.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any, get_origin

from pydantic import BaseModel, ValidationError, create_model
from pydantic.fields import FieldInfo

from roi_casebook.case import (
    BenefitLine,
    Case,
    Claim,
    CostLine,
    Headline,
    Input,
    NetLine,
    Reading,
    SoftResult,
    Source,
)
from roi_casebook.case.model import Initiative, Money, Organisation, Period, Withdrawn
from roi_casebook.config import Vocabulary
from roi_casebook.yaml_places.document import Document, Path, part_at

LINE_TABLES = ("costs", "benefits", "net")


@dataclass(frozen=True)
class ValidParts:
    """The sound parts of a case; what is missing or broken is None, or absent from its table."""

    document: Document
    whole: Case | None
    sources: Mapping[str, Source]
    inputs: Mapping[str, Input]
    costs: Mapping[str, CostLine]
    benefits: Mapping[str, BenefitLine]
    net: Mapping[str, NetLine]
    soft: Mapping[str, SoftResult]
    readings: Mapping[str, Reading]
    claims: Mapping[str, Claim]
    organisation: Organisation | None
    initiative: Initiative | None
    period: Period | None
    money: Money | None
    headline: Headline | None
    withdrawn: Withdrawn | None
    time_to_effect: Input | str | None
    state: str | None
    checked: Any
    formerly: tuple[str, ...]

    def ids(self, *tables: str) -> frozenset[str]:
        """Give all ids written in some tables, those of broken entries too."""
        written = (part_at(self.document.value, (table,)) for table in tables)
        return frozenset(
            str(name) for table in written if isinstance(table, Mapping) for name in table
        )

    def money_lines(self) -> "Iterable[tuple[str, str, CostLine | BenefitLine | NetLine]]":
        """Give the sound money lines, each with its table and id."""
        for table in LINE_TABLES:
            lines: Mapping[str, CostLine | BenefitLine | NetLine] = getattr(self, table)
            for name, line in lines.items():
                yield table, name, line

    def all_whole(self, *tables: str) -> bool:
        """Tell whether nothing in some tables is broken."""
        return all(self.ids(table) == frozenset(getattr(self, table)) for table in tables)


def sound_parts(document: Document, case: Case | None, wrong: Iterable[Path]) -> ValidParts:
    """Give what is sound of a document.

    case: the model, where the whole is sound; wrong: the paths of all errors.
    """
    parts: BaseModel = case or _loose(document.value, {*wrong, *document.broken})
    names = set(ValidParts.__dataclass_fields__) - {"document", "whole"}
    return ValidParts(document, case, **{name: getattr(parts, name) for name in names})


def _loose(value: object, wrong: set[Path]) -> BaseModel:
    raw = _without(value if isinstance(value, Mapping) else {}, wrong)
    for _ in Case.model_fields:  # what is left out may leave a table too small: then it goes too
        try:
            return _loose_model().model_validate(raw)
        except ValidationError as error:
            raw = _without(raw, {each["loc"] for each in error.errors(include_url=False)})
    return _loose_model()()


@cache
def _loose_model() -> type[BaseModel]:
    """Make the model of a case of which any part may be missing."""
    fields: dict[str, Any] = {name: _loosened(each) for name, each in Case.model_fields.items()}
    return create_model("LooseCase", __config__={"extra": "ignore", "frozen": True}, **fields)


def _loosened(field: FieldInfo) -> tuple[Any, object]:
    """Give a field's type and default where it may be missing: an empty table, else its own."""
    whole: Any = field.annotation
    for note in field.metadata:
        whole = Annotated[whole, note]
    if _is_table(field.annotation):
        return whole, {}
    return whole | None, None if field.is_required() else field.default


def _is_table(annotation: Any) -> bool:  # noqa: ANN401 -- a type expression
    return get_origin(annotation) is Mapping


def _without(raw: Mapping[str, Any], wrong: Iterable[Path]) -> dict[str, Any]:
    """Leave out each wrong part: an entry of a table alone, any other field whole."""
    kept = {name: dict(part) if _has_entries(name, part) else part for name, part in raw.items()}
    for path in wrong:
        table = kept.get(str(path[0])) if path else None
        if len(path) > 1 and _has_entries(str(path[0]), table):
            table.pop(path[1], None)  # type: ignore[union-attr]
        elif path:
            kept.pop(str(path[0]), None)
    return {} if () in wrong else kept


def _has_entries(name: str, part: object) -> bool:
    field = Case.model_fields.get(name)
    return field is not None and _is_table(field.annotation) and isinstance(part, dict)


@dataclass(frozen=True)
class Surroundings:
    """The site around a case.

    languages: the site's, the first is its default, None where they are not known for sure;
    vocabulary: shipped and own; words_are_sure: False where the site's own words are broken, so
    that a word that is not found says nothing; today: the day of the check.
    """

    languages: tuple[str, ...] | None
    vocabulary: Vocabulary
    words_are_sure: bool
    today: date
