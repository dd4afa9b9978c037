"""Every closed list of the case format has its labels in both languages."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from roi_casebook.appraisal import Basis
from roi_casebook.case import Case, Person
from roi_casebook.config import SiteConfig, Threshold
from roi_casebook.roi.figure_table import Condition
from roi_casebook.roi.figures import Bound, Reason
from roi_casebook.shipped.catalogues import catalogue
from roi_casebook.wording import Wording
from roi_casebook.wording.catalogue import has_entry
from tests.wording.voices import EN, FR, VOICES

LISTS = {
    "state": "state", "found_by": "found_by", "perspective": "perspective", "size": "size", "role": "role",
    "shape": "shape", "ends": "ends", "status": "status", "design": "design", "stage": "stage",
    "prices": "prices", "timing": "timing", "lane": "lane", "better": "better", "kind": "source_kind",
    "what": "claim_what", "benefit": "benefit", "counterfactual": "counterfactual", "value": "timing",
    "bound": "claim_bound", "of": "claim_of", "perspectives": "perspective", "taken_off": "taken_off", "outcome_chosen_after": "yes_no",
    "body": "body", "rate_of": "rate_of", "may_be": "may_be", "pushes": "pushes",
    "cost_status": "status", "benefit_status": "status", "peer_reviewed": "yes_no", "speaker": "speaker",
}  # fmt: skip
"""The list of labels for a field, by the field's name."""
NOT_SHOWN = {
    "format",
    "languages",
    "engine",
    "counts",
    "leads",
    "assumed_by",
    "context",
    "margin_is",
    "exports",
}
"""A version, Babel's names of languages, names of a tool's own; the rest is told in sentences."""
UNKNOWN_ONLY = {"unknown"}
CONSTANT_ONLY = {"constant"}
"""Of an input, said by its note and its source."""
Found = tuple[str, tuple[Any, ...]]


def literals(annotation: object, field: str, seen: set[type]) -> Iterator[Found]:
    """Give every closed list below an annotation, with the name of its field."""
    origin = get_origin(annotation)
    if origin is Literal:
        yield field, get_args(annotation)
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if annotation not in seen:
            seen.add(annotation)
            yield from of_model(annotation, seen)
    elif origin is Annotated:
        yield from literals(get_args(annotation)[0], field, seen)
    elif origin is not None:
        for part in get_args(annotation):
            yield from literals(part, field, seen)


def of_model(model: type[BaseModel], seen: set[type]) -> Iterator[Found]:
    for name, info in model.model_fields.items():
        yield from literals(info.annotation, name, seen)


CLOSED = sorted(
    {
        (field, values)
        for model in (Case, SiteConfig)
        for field, values in of_model(model, set())
        if field not in NOT_SHOWN and set(values) not in (UNKNOWN_ONLY, CONSTANT_ONLY)
    }
    | {(name, get_args(hint)) for name, hint in Basis.__annotations__.items() if get_args(hint)}
)


@pytest.mark.parametrize(("field", "values"), [entry for entry in CLOSED if len(entry[1]) > 0])
def test_every_value_of_a_closed_list_has_a_label(field: str, values: tuple[Any, ...]) -> None:
    values = tuple(value for value in values if isinstance(value, str))
    for voice in VOICES:
        for value in values:
            assert voice.labels.label(LISTS[field], value) or (field, value) == (
                "counterfactual",
                "none",
            )


def test_the_walk_finds_the_lists() -> None:
    assert {"state", "role", "design", "shape", "what", "kind", "lane"} <= {
        field for field, _ in CLOSED
    }


@pytest.mark.parametrize("voice", VOICES, ids=["en", "fr"])
def test_bounds_conditions_and_answers_have_labels(voice: Wording) -> None:
    assert all(voice.labels.label("bound", bound) for bound in get_args(Bound))
    assert all(voice.labels.label("condition", condition) for condition in get_args(Condition))
    assert all(
        voice.labels.label("negative", answer) for answer in ("not-looked", "looked-none-found")
    )


def test_units_of_thresholds_have_words() -> None:
    units = set(get_args(Threshold.model_fields["unit"].annotation)) - {"ratio", "share"}
    assert all(has_entry("units", unit) for unit in units)


def test_every_reason_has_its_words_and_none_is_left_over() -> None:
    assert set(catalogue("en")["reasons"]) == set(get_args(Reason))


def test_a_label_that_does_not_exist_is_an_error_with_the_nearest() -> None:
    with pytest.raises(KeyError, match="published"):
        EN.labels.label("state", "publishd")


def test_terms_of_the_vocabulary() -> None:
    assert FR.labels.term("measures", "orders").text == "Commandes"
    assert EN.labels.term("measures", "unheard-of").text == "unheard-of"


def test_countries_and_languages() -> None:
    assert (EN.labels.country("GB"), FR.labels.country("GB")) == ("United Kingdom", "Royaume-Uni")
    assert (EN.labels.country("world"), FR.labels.country("world")) == ("Worldwide", "Monde entier")
    assert (EN.texts.language_name("fr"), FR.texts.language_name("fr")) == ("French", "français")


def test_a_person_is_a_role_and_a_name_where_one_is_known() -> None:
    assert EN.labels.person(Person(role="vendor", name="Acme")) == "Acme (vendor)"
    assert FR.labels.person(Person(role="nobody")) == "personne"
