"""What editors get from the model: the JSON Schema, the field table, the example in the guide."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from roi_casebook.case import Case
from roi_casebook.case.model import AlreadyDiscounted, Money
from roi_casebook.config import SiteConfig
from roi_casebook.reading.files.checking import checked
from roi_casebook.reading.files.library_folder import case_names
from roi_casebook.reading.files.written_schema import generated, write_schema
from roi_casebook.reading.model.field_table import (
    SITE_BEGIN,
    SITE_END,
    MarkersMissingError,
    field_table,
    with_field_table,
)
from roi_casebook.reading.model.schema import case_schema, config_schema
from roi_casebook.shipped.vocabulary import shipped_vocabulary
from roi_casebook.yaml_places.reader import read_yaml

ROOT = Path(__file__).parents[3]
README = ROOT / "cases" / "README.md"
CASES = case_names(ROOT)


def parts(schema: object) -> Iterator[dict[str, Any]]:
    """Give every schema within a schema."""
    if isinstance(schema, dict):
        yield schema
        for inner in schema.values():
            yield from parts(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from parts(inner)


@pytest.mark.parametrize(
    "name", ["cases/case.schema.json", "cases/README.md", "site_config.schema.json"]
)
def test_generated_files_are_current(name: str) -> None:
    vocabulary = checked(ROOT).read.vocabulary
    expected = generated(ROOT, vocabulary)[name]
    written = (ROOT / name).read_text(encoding="utf-8")
    assert written == expected, "run `casebook schema`"


def test_schema_is_draft_07_as_yaml_servers_read_it() -> None:
    schema = case_schema(shipped_vocabulary())
    jsonschema.Draft7Validator.check_schema(schema)
    newer = {"$defs", "prefixItems", "unevaluatedProperties", "dependentRequired", "$anchor"}
    for part in parts(schema):
        assert not newer & set(part)
        assert "$ref" not in part or len(part) == 1  # draft-07 ignores all beside a reference


def test_patterns_of_the_schema_work_in_javascript() -> None:
    only_python = re.compile(r"\(\?P|\\A|\\Z|\(\?<[=!]|\(\?[aiLmsux]")
    for part in parts(case_schema()):
        if isinstance(part.get("pattern"), str):
            assert not only_python.search(part["pattern"])


def test_every_field_is_described() -> None:
    for part in parts(case_schema()):
        if "required" in part and "properties" in part:
            assert all("description" in field for field in part["properties"].values())


@pytest.mark.parametrize("name", CASES)
def test_schema_accepts_every_case(name: str) -> None:
    document = read_yaml((ROOT / name).read_bytes(), name)
    jsonschema.Draft7Validator(case_schema(shipped_vocabulary())).validate(document.value)


@pytest.mark.parametrize(
    ("place", "wrong"),
    [
        (("state",), "publshed"),
        (("organisation", "sector"), "cake"),
        (("initiative", "channels"), ["pigeon"]),
        (("money", "currency"), "pounds"),
        (("perspectiv",), "payer"),
    ],
)
def test_schema_refuses(place: tuple[str, ...], wrong: object) -> None:
    case: Any = read_yaml(example().encode(), "x").value
    part = case
    for step in place[:-1]:
        part = part[step]
    part[place[-1]] = wrong
    assert list(jsonschema.Draft7Validator(case_schema(shipped_vocabulary())).iter_errors(case))


def test_schema_offers_measures_by_their_lane() -> None:
    definitions = case_schema(shipped_vocabulary())["definitions"]
    priced = definitions["BenefitLine"]["properties"]["measure"]["enum"]
    soft = definitions["SoftResult"]["properties"]["measure"]["enum"]
    assert "revenue" in priced
    assert "staff-hours-freed" in soft
    assert not set(priced) & set(soft)
    assert "media-value" not in [*priced, *soft]


def example() -> str:
    """Give the whole example of the guide."""
    match = re.search(
        r"```yaml\n(# yaml-language-server.*?)```", README.read_text("utf-8"), re.DOTALL
    )
    assert match
    return match[1]


def test_example_of_the_guide_has_no_problems(tmp_path: Path) -> None:
    path = tmp_path / "example.yml"
    path.write_text(example(), encoding="utf-8")
    assert checked(ROOT, [path], date(2025, 7, 1)).problems == ()


def fragments() -> list[dict[str, Any]]:
    """Give the parts of a case that the guide shows apart, each to be laid over its whole example."""
    found = re.findall(r"```yaml\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    parsed = [yaml.safe_load(text) for text in found if not text.startswith("#")]
    return [
        each for each in parsed if isinstance(each, dict) and set(each) <= set(Case.model_fields)
    ]


@pytest.mark.parametrize("fragment", fragments(), ids=lambda each: next(iter(each)))
def test_fragments_of_the_guide_fit_its_example(fragment: dict[str, Any], tmp_path: Path) -> None:
    whole = yaml.safe_load(example())
    for name, part in fragment.items():
        is_table = isinstance(whole.get(name), dict) and isinstance(part, dict)
        whole[name] = whole[name] | part if is_table else part
    path = tmp_path / "example.yml"
    path.write_text(yaml.safe_dump(whole, allow_unicode=True, sort_keys=False), encoding="utf-8")
    found = checked(ROOT, [path], date(2025, 7, 1)).problems
    assert [each for each in found if each.severity == "error"] == []


def test_guide_names_only_fields_that_exist() -> None:
    fields = {name for part in parts(case_schema()) for name in part.get("properties", {})}
    guide = README.read_text("utf-8").split("## Traps of YAML")[0].split("## How to write")[1]
    named = {name for name in re.findall(r"`([a-z_]+):?`", guide) if "_" in name}
    constants = {name for name in named if "_per_" in name}
    assert named - constants <= fields


def test_field_table_goes_between_its_markers() -> None:
    vocabulary = shipped_vocabulary()
    text = README.read_text("utf-8")
    assert with_field_table(text, vocabulary) == with_field_table(
        with_field_table(text, vocabulary), vocabulary
    )
    assert "| **`currency`** |" in field_table(vocabulary)
    with pytest.raises(MarkersMissingError):
        with_field_table("no markers", vocabulary)


def test_schema_is_written_into_a_site(tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    paths = list(write_schema(tmp_path, shipped_vocabulary()))
    assert [path.name for path in paths] == ["case.schema.json", "site_config.schema.json"]
    assert json.loads(paths[0].read_text("utf-8"))["$schema"].endswith("draft-07/schema#")


def test_schema_accepts_the_configuration_and_refuses_what_check_refuses() -> None:
    schema = config_schema()
    jsonschema.Draft7Validator.check_schema(schema)
    written: Any = read_yaml((ROOT / "site_config.yml").read_bytes(), "site_config.yml").value
    jsonschema.Draft7Validator(schema).validate(written)
    for wrong in ({"adress": "x"}, {"languages": ["de"]}, {"discount_rate": "10%"}):
        assert list(jsonschema.Draft7Validator(schema).iter_errors({**written, **wrong}))


def test_every_field_of_the_configuration_is_in_its_table() -> None:
    table = README.read_text("utf-8").partition(SITE_BEGIN)[2].partition(SITE_END)[0]
    for part in parts(config_schema()):
        for name in part.get("properties", {}) if "description" in part else ():
            assert f"`{name}`" in table, name


def test_the_configuration_names_its_schema_first() -> None:
    first = (ROOT / "site_config.yml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=site_config.schema.json"
    assert (ROOT / "site_config.schema.json").is_file()


def test_the_guides_rates_are_rates() -> None:
    """What the guide shows of a case's money and of a site's rates is what both may say."""
    blocks = re.findall(
        r"```yaml\n((?:money|discount_rate):.*?)```", README.read_text("utf-8"), re.DOTALL
    )
    (of_case, of_site) = (read_yaml(block.encode(), "guide").value for block in blocks)
    assert isinstance(of_case, Mapping)
    assert isinstance(of_site, Mapping)
    Money.model_validate(of_case["money"])
    (inline,) = re.findall(r"`already_discounted: (\{.*?\})`", README.read_text("utf-8"))
    AlreadyDiscounted.model_validate(read_yaml(inline.encode(), "guide").value)
    site = {"title": "A", "tagline": "B", "address": "https://a.example/", "languages": ["en"]}
    SiteConfig.model_validate({**site, "currency": "EUR", **of_site})
