"""A site's own units and measures by their names: in each language, in the form of the number."""

from pathlib import Path

import jsonschema
import pytest

from roi_casebook.config import Measure, Vocabulary
from roi_casebook.reading import read_library
from roi_casebook.reading.model.schema import config_schema
from roi_casebook.wording import Wording, wording_for
from roi_casebook.wording.fallback_marks import with_mark, without_marks
from roi_casebook.yaml_places.reader import read_yaml
from tests.wording.voices import plain

ROOT = Path(__file__).parents[2]
UNITS = {
    "signature": {
        "en": {"one": "signature", "other": "signatures"},
        "fr": {"one": "signature", "other": "signatures"},
    },
    "sgn-day": {"one": "day’s signing", "other": "days’ signing"},
    "pair": {"fr": {"one": "paire d'yeux", "other": "paires d'yeux"}},
}
OWN = Vocabulary.model_validate({"units": UNITS})


def voice(language: str, *, is_marked: bool = False) -> Wording:
    return wording_for(language, "en", OWN, is_marked=is_marked)


@pytest.mark.parametrize(
    ("x", "unit", "english", "french"),
    [
        (12000, "signature", "12,000 signatures", "12 000 signatures"),
        (1, "signature", "1 signature", "1 signature"),
        (1.5, "signature", "1.5 signatures", "1,5 signature"),
        (3, "signature/week", "3 signatures per week", "3 signatures par semaine"),
        (2, "GBP/signature", "£2 per signature", "2 £ par signature"),
        (2, "pair", "2 paires d’yeux", "2 paires d’yeux"),
        (2, "signature-book", "2 signature book", "2 signature book"),
        (2, "hour", "2 hours", "2 heures"),
    ],
)
def test_a_quantity_bears_the_name(x: float, unit: str, english: str, french: str) -> None:
    assert plain(voice("en").numbers.quantity(x, unit)) == english
    assert plain(voice("fr").numbers.quantity(x, unit)) == french


def test_a_name_in_another_language_is_marked() -> None:
    shown = voice("fr", is_marked=True).numbers.quantity(2, "sgn-day")
    assert with_mark("days’ signing", "en") in shown
    assert plain(without_marks(shown)) == "2 days’ signing"


def test_an_own_measure_without_a_name_is_called_by_its_own_unit() -> None:
    raw = {"label": "Names", "definition": "Names.", "lane": "soft", "unit": "signature", "better": "higher"}  # fmt: skip
    assert voice("fr").labels.result(Measure.model_validate(raw), 3) == "signatures"
    named = {**raw, "counted": {"one": "name", "other": "names"}}
    assert voice("en").labels.result(Measure.model_validate(named), 3) == "names"


def test_a_site_reads_its_own_units(tmp_path: Path) -> None:
    config = (ROOT / "site_config.yml").read_text("utf-8")
    own = "units:\n  signature: {one: signature, other: signatures}\n"
    (tmp_path / "site_config.yml").write_text(f"{config}\n{own}", encoding="utf-8")
    words = read_library(tmp_path).vocabulary
    assert words.units["signature"] == {"": {"one": "signature", "other": "signatures"}}
    assert plain(wording_for("fr", "en", words).numbers.quantity(2, "signature")) == "2 signatures"


def test_a_name_that_one_language_lacks_is_asked_for(tmp_path: Path) -> None:
    config = (ROOT / "site_config.yml").read_text("utf-8")
    own = "units:\n  signature: {en: {one: signature, other: signatures}}\n"
    (tmp_path / "site_config.yml").write_text(f"{config}\n{own}", encoding="utf-8")
    problems = read_library(tmp_path).problems
    found = {(one.code, one.path) for one in problems if one.file == "site_config.yml"}
    assert ("missing_translation", "units.signature") in found


def test_the_example_of_the_guide_is_sound(tmp_path: Path) -> None:
    guide = (ROOT / "cases" / "README.md").read_text("utf-8")
    example = guide.partition("## The site's own measures")[2].partition("```yaml\n")[2]
    example = example.partition("```")[0]
    config = (ROOT / "site_config.yml").read_text("utf-8")
    (tmp_path / "site_config.yml").write_text(f"{config}\n{example}", encoding="utf-8")
    site = read_library(tmp_path)
    assert [one for one in site.problems if one.file == "site_config.yml"] == []
    measure = site.vocabulary.measures["petition-signatures"]
    assert measure.is_countable
    assert wording_for("fr", "en", site.vocabulary).labels.result(measure, 2) == "signatures"
    schema = jsonschema.Draft7Validator(config_schema())
    schema.validate(read_yaml((tmp_path / "site_config.yml").read_bytes(), "site_config.yml").value)


@pytest.mark.parametrize(
    "names", ["signatures", {"one": "one"}, {"en": {"two": "x"}}, {"some": "x"}]
)
def test_the_schema_refuses_what_check_refuses(names: object) -> None:
    schema = jsonschema.Draft7Validator(config_schema())
    found = [list(one.path) for one in schema.iter_errors({"units": {"signature": names}})]
    assert ["units", "signature"] in found
