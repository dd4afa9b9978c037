"""What of a case is sound: all of it, or all but the entries that have errors of their own.

So the rules that look across entries still run on a file with mistakes, and stay silent on what
only follows from a mistake that is reported already.

What a case is judged against: the site's languages and words, and the day.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_origin

from pydantic import BaseModel, ConfigDict, SkipValidation, ValidationError

from roi_casebook.case import (
    BenefitLine,
    Case,
    Claim,
    CostLine,
    Headline,
    NamedInput,
    NetLine,
    Reading,
    SoftResult,
    Source,
)
from roi_casebook.case.model import (
    Initiative,
    InputOrUnknown,
    Money,
    Organisation,
    Period,
    Withdrawn,
)
from roi_casebook.case.people import People
from roi_casebook.case.timeline import Timeline, timeline_of
from roi_casebook.config import Vocabulary
from roi_casebook.written.parts import Slug, Table
from roi_casebook.written.scalars import Day
from roi_casebook.yaml_places.document import Document, Path, part_at

LINE_TABLES = ("costs", "benefits", "net")


class ValidParts(BaseModel):
    """The sound parts of a case; what is missing or broken is None, or absent from its table.

    They are the fields that rules look at, as a case has them. document: as it is written; whole:
    the case, where all of it is sound.
    """

    model_config = ConfigDict(extra="ignore", frozen=True, arbitrary_types_allowed=True)

    document: SkipValidation[Document]
    whole: SkipValidation[Case | None] = None

    state: Literal["draft", "published", "withdrawn"] | None = None
    checked: Day | None = None
    formerly: tuple[Slug, ...] = ()
    withdrawn: Withdrawn | None = None
    organisation: Organisation | None = None
    initiative: Initiative | None = None
    period: Period | None = None
    time_to_effect: InputOrUnknown | None = "unknown"
    money: Money | None = None
    people: People | None = None
    sources: Table[Source] = {}
    inputs: Table[NamedInput] = {}
    costs: Table[CostLine] = {}
    benefits: Table[BenefitLine] = {}
    net: Table[NetLine] = {}
    soft: Table[SoftResult] = {}
    readings: Table[Reading] = {}
    headline: Headline | None = None
    claims: Table[Claim] = {}

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

    @property
    def timeline(self) -> Timeline:
        """How the sound lines count their moments, and which is the first."""
        return timeline_of(at for _, _, line in self.money_lines() for at in line.amounts())

    def with_shares(
        self,
    ) -> "Iterable[tuple[str, str, CostLine | BenefitLine | NetLine | SoftResult]]":
        """Give the sound money lines and soft results, each with its table and id."""
        yield from self.money_lines()
        yield from (("soft", name, result) for name, result in self.soft.items())

    def all_whole(self, *tables: str) -> bool:
        """Tell whether nothing in some tables is broken."""
        return all(self.ids(table) == frozenset(getattr(self, table)) for table in tables)


def sound_parts(document: Document, case: Case | None, wrong: Iterable[Path]) -> ValidParts:
    """Give what is sound of a document.

    case: the model, where the whole is sound; wrong: the paths of all errors.
    """
    if case is not None:
        return ValidParts.model_construct(document=document, whole=case, **dict(case))
    value = document.value if isinstance(document.value, Mapping) else {}
    return _loose(document, _without(value, {*wrong, *document.broken}))


def _loose(document: Document, raw: Mapping[str, Any]) -> ValidParts:
    for _ in ValidParts.model_fields:
        try:
            return ValidParts.model_validate({**raw, "document": document, "whole": None})
        except ValidationError as error:
            raw = _without(raw, {each["loc"] for each in error.errors(include_url=False)})
    return ValidParts(document=document)


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
