"""`new` writes the shortest draft that holds what is known: by flags, by questions, like another case."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from roi_casebook.cli import main
from roi_casebook.editing.chosen_case import UnknownNameError
from roi_casebook.editing.drafting.pasted_row import numbers_in_row
from roi_casebook.editing.drafting.scaffold import Draft, write_scaffold

ROOT = Path(__file__).parents[3]
MODELS = ("need-a-cake", "depaul-ihobo", "stopcovid", "pepsi-refresh", "hmrc-tax-letters", "a1-support-community")  # fmt: skip


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "cases").mkdir()
    shutil.copy(ROOT / "site_config.yml", tmp_path)
    return tmp_path


def run(site: Path, *arguments: str, answers: str | None = None) -> Result:
    command = [*arguments, "--site", str(site)]
    return CliRunner().invoke(main, command, input=answers, catch_exceptions=False)


def written(site: Path, slug: str = "my-case") -> dict[str, object]:
    value = yaml.safe_load((site / "cases" / f"{slug}.yml").read_text("utf-8"))
    assert isinstance(value, dict)
    return value


def problems(site: Path) -> list[dict[str, str]]:
    found = json.loads(run(site, "check", "--format", "json").stdout)
    assert isinstance(found, list)
    return found


GIVEN = [
    ["--cost", "12000"],
    ["--benefit", "4.5k"],
    ["--count", "8500 orders"],
    ["--count", "30 zeppelin"],
    ["--claim", "roi 250%"],
    ["--claim", "saving 4.6 million USD/year"],
    ["--flows", "-1000; 300; 400; 500"],
    ["--cost", "12000", "--benefit", "unknown", "--count", "80 person", "--claim", "payback 14 month"],
    ["--cost", "9 USD", "--currency", "USD"],
    [],
]  # fmt: skip


@pytest.mark.parametrize("given", GIVEN, ids=" ".join)
def test_a_draft_of_what_is_known_is_valid_and_gives_one_hint(site: Path, given: list[str]) -> None:
    assert run(site, "new", "my-case", *given).exit_code == 0
    found = problems(site)
    assert [(each["code"], each["severity"]) for each in found] == [("left_to_do", "hint")]


def test_what_is_given_stands_in_the_draft_and_nothing_else_does(site: Path) -> None:
    run(site, "new", "my-case", "--cost", "12000", "--count", "8500 orders")
    draft = written(site)
    assert "claims" not in draft
    inputs = draft["inputs"]
    assert isinstance(inputs, dict)
    values = {name: (one["value"], one["unit"]) for name, one in inputs.items()}
    assert values == {"spent": (12000, "EUR"), "results": (8500, "order")}
    figures = json.loads(run(site, "figures", "my-case", "--format", "json").stdout)["figures"]
    assert figures["pv_costs"]["value"] == 12000
    assert figures["roi"]["reason"] == "benefit_unknown"


def test_a_pasted_row_gives_the_figures_of_a_textbook(site: Path) -> None:
    """Outlay 1,000, then 300, 420 and 680: the internal rate is 16.3 % (Brealey and Myers' form)."""
    run(site, "new", "my-case", "--flows", "-1000\t300\t420\t680")
    figures = json.loads(run(site, "figures", "my-case", "--format", "json").stdout)["figures"]
    assert figures["irr"]["value"] == pytest.approx(0.16340, abs=1e-5)
    assert figures["roi_simple"]["value"] == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("row", "numbers"),
    [
        ("-1000 300 400", (-1000, 300, 400)),
        ("-1 000\t300\t(40)", (-1000, 300, -40)),
        ("\u22121000; 300;\n400", (-1000, 300, 400)),
        ("-1000, 300, 400", (-1000, 300, 400)),
        ("| -1.5k | 2M |", (-1500, 2_000_000)),
    ],
)
def test_a_row_is_read_as_it_is_pasted(row: str, numbers: tuple[float, ...]) -> None:
    assert numbers_in_row(row) == numbers


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("1000", "found 1 numbers in the row"),
        ("-1,000; 300", "number 1 of the row: found '-1,000'"),
        ("-1000; three", "number 2 of the row: found 'three'"),
        ("-1000; 30%", "number 2 of the row: found '30%', expected a number alone"),
        ("-1000; 30 EUR", "number 2 of the row"),
    ],
)
def test_a_row_that_cannot_be_read_says_at_which_number(row: str, told: str) -> None:
    with pytest.raises(UnknownNameError, match=told.replace("'", ".")):
        numbers_in_row(row)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["--cost", "12,000"], "write"),
        (["--cost", "9 USD"], "name"),
        (["--count", "8500"], "e.g. 8500 order"),
        (["--claim", "rio 250%"], "did you mean 'roi'?"),
        (["--claim", "roi"], "expected a number"),
        (["--flows", "-1; 2", "--cost", "3"], "leave one out"),
        (["--like", "depaul"], "no case"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_hint_and_nothing_is_written(
    site: Path, given: list[str], told: str
) -> None:
    result = run(site, "new", "my-case", *given)
    assert result.exit_code == 2
    assert told in result.stderr
    assert not list((site / "cases").iterdir())


@pytest.mark.parametrize("slug", MODELS)
def test_a_case_like_another_has_its_head_people_and_sources(site: Path, slug: str) -> None:
    shutil.copy(ROOT / "cases" / f"{slug}.yml", site / "cases")
    known = Draft(like=slug, claim="roi 250%")
    write_scaffold(site, "my-case", date(2026, 11, 30), known)
    model, draft = written(site, slug), written(site)
    for part in ("organisation", "initiative", "perspective", "people", "sources"):
        assert draft[part] == model[part]
    own = [each for each in problems(site) if each["file"] == "cases/my-case.yml"]
    assert [each["code"] for each in own] == ["left_to_do"]
    assert "title" not in {key for key in draft if draft[key] == model.get(key)}


def test_it_asks_in_the_language_of_the_site_and_asks_again_what_it_cannot_read(
    tmp_path: Path,
) -> None:
    (tmp_path / "site_config.yml").write_text(
        "title: T\ntagline: T\naddress: https://example.org/\nlanguages: [fr]\n"
        "currency: CAD\ndiscount_rate: {private: {nominal: {value: 10%, why: W}}}\n",
        encoding="utf-8",
    )
    answers = "\n12,000\n12000\n\n\nroi 250%\n"
    result = run(tmp_path, "new", "my-case", "--ask", answers=answers)
    assert result.exit_code == 0
    assert "en CAD (12000)" in result.stdout
    assert result.stdout.count("en CAD (12000)") == 2
    assert "12,000" in result.stderr
    inputs = written(tmp_path)["inputs"]
    assert isinstance(inputs, dict)
    assert inputs["spent"]["value"] == 12000
    assert "claims" in written(tmp_path)


def test_where_nobody_can_answer_nothing_is_asked(site: Path) -> None:
    assert run(site, "new", "my-case").exit_code == 0
    assert "soft" in written(site)


def test_a_draft_that_is_published_must_have_done_it_all(site: Path) -> None:
    run(site, "new", "my-case", "--cost", "12000")
    path = site / "cases" / "my-case.yml"
    path.write_text(path.read_text("utf-8").replace("state: draft", "state: published"), "utf-8")
    errors = [each for each in problems(site) if each["code"] == "left_to_do"]
    assert len(errors) > 10
    assert {each["severity"] for each in errors} == {"error"}
