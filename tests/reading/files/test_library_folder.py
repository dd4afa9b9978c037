"""A site's folder: every file, by name, with all problems of all of them."""

from datetime import date
from pathlib import Path

import pytest

from roi_casebook.reading import read_library
from roi_casebook.reading.files.checking import checked
from roi_casebook.shipped.vocabulary import shipped_vocabulary

ROOT = Path(__file__).parents[3]
INVALID = ROOT / "tests" / "invalid_cases"
TODAY = date(2027, 1, 1)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Make a site with three cases, one of them broken."""
    (tmp_path / "cases").mkdir()
    whole = (INVALID / "former-slug-taken/cases/the-app.yml").read_text("utf-8")
    (tmp_path / "site_config.yml").write_text((INVALID / "site_config.yml").read_text("utf-8"))
    for name in ("b-app", "a-app"):
        own = whole.replace("A charity", f"The charity {name}")
        (tmp_path / f"cases/{name}.yml").write_text(own)
    (tmp_path / "cases/c-app.yml").write_text("format: 2\n")
    (tmp_path / "cases/README.md").write_text("no case\n")
    (tmp_path / "cases/.swap.yml").write_text("no case\n")
    return tmp_path


def test_cases_come_by_slug_in_the_order_of_their_names(site: Path) -> None:
    read = read_library(site, TODAY)
    assert read.config
    assert list(read.cases) == ["a-app", "b-app"]
    assert {each.file for each in read.problems if each.severity == "error"} >= {"cases/c-app.yml"}


def test_reading_twice_gives_the_same(site: Path) -> None:
    assert read_library(site, TODAY).problems == read_library(site, TODAY).problems


def test_a_folder_without_cases_is_an_empty_library(tmp_path: Path) -> None:
    read = read_library(tmp_path, TODAY)
    assert read.cases == {}
    assert [each.code for each in read.problems] == ["no_config"]


def test_the_shipped_vocabulary_is_whole() -> None:
    vocabulary = shipped_vocabulary()
    assert vocabulary.measures["revenue"].needs_margin
    for terms in (vocabulary.sectors, vocabulary.kinds, vocabulary.channels, vocabulary.objectives):
        assert terms
    for name, measure in vocabulary.measures.items():
        assert set(measure.label) == {"en", "fr"}, name


def test_a_sites_own_words_count(site: Path) -> None:
    with (site / "site_config.yml").open("a") as config:
        config.write("own: {sectors: {joy: {label: Joy}}}\n")
    path = site / "cases/a-app.yml"
    path.write_text(path.read_text().replace("sector: charity", "sector: joy"))
    assert "a-app" in read_library(site, TODAY).cases


def test_a_check_of_one_file_tells_of_that_file_alone(site: Path) -> None:
    found = checked(site, [site / "cases/c-app.yml"], TODAY)
    assert {each.file for each in found.problems} == {"cases/c-app.yml"}
    assert found.path("cases/c-app.yml") == site / "cases/c-app.yml"
    assert found.lines("cases/c-app.yml").line(1) == "format: 2"


def test_a_check_of_one_file_holds_it_against_the_others(site: Path) -> None:
    path = site / "cases/a-app.yml"
    path.write_text(path.read_text() + "formerly: [b-app]\n")
    found = checked(site, [path], TODAY)
    assert "slug_taken" in [each.code for each in found.problems]


@pytest.mark.parametrize(
    "folder", sorted({path.parent.parent for path in INVALID.glob("*/cases/*.yml")})
)
def test_a_check_of_one_file_tells_what_the_whole_check_tells_of_it(folder: Path) -> None:
    """Of the other files no more is read than what a case may speak of: nothing is lost by that."""
    whole = checked(folder, today=TODAY).problems
    for path in sorted((folder / "cases").glob("*.yml")):
        told = [each for each in whole if each.file == f"cases/{path.name}"]
        found = checked(folder, [path], TODAY)
        assert list(found.problems) == told
        assert set(found.read.cases) <= {path.stem}


def test_a_check_of_the_cases_folder_leaves_the_configuration_out(site: Path) -> None:
    (site / "site_config.yml").write_text("title: 5\n")
    problems = checked(site, [site / "cases"], TODAY).problems
    errors = {each.file for each in problems if each.severity == "error"}
    assert errors == {"cases/c-app.yml"}
    assert "site_config.yml" not in {each.file for each in problems}
    assert "site_config.yml" in {each.file for each in checked(site, [site], TODAY).problems}


def test_a_file_outside_is_read_by_itself_and_named_as_given(site: Path, tmp_path: Path) -> None:
    outside = tmp_path / "a-app.yml"
    outside.write_text("format: 2\n")
    found = checked(site, [outside], TODAY)
    assert {each.file for each in found.problems} == {outside.as_posix()}
    assert found.path(outside.as_posix()) == outside


def test_a_dead_link_and_a_folder_named_like_a_case_are_not_passed_over(site: Path) -> None:
    (site / "cases/gone.yml").symlink_to(site / "nowhere.yml")
    (site / "cases/folder.yml").mkdir()
    unread = [
        each.file for each in read_library(site, TODAY).problems if each.code == "unread_file"
    ]
    assert unread == ["cases/folder.yml", "cases/gone.yml"]


@pytest.mark.parametrize(
    ("name", "code", "hint"),
    [
        ("con.yml", "wrong_slug", "give the case another name"),
        ("lpt1.yml", "wrong_slug", "give the case another name"),
        ("Été à Nîmes.yml", "wrong_slug", "rename it to ete-a-nimes.yml"),
        ("e\u0301te\u0301.yml", "wrong_slug", "rename it to ete.yml"),
        ("Œuvre.yml", "wrong_slug", "rename it to oeuvre.yml"),
        ("A-App.yml", "wrong_slug", "give it another name (a-app.yml is there already)"),
        ("d-app.YML", "wrong_ending", "rename it to d-app.yml"),
        ("d-app.yaml", "wrong_ending", "rename it to d-app.yml"),
    ],
)
def test_a_name_that_is_no_address_everywhere(site: Path, name: str, code: str, hint: str) -> None:
    (site / "cases" / name).write_text((site / "cases" / "b-app.yml").read_text("utf-8"))
    told = [each for each in read_library(site, TODAY).problems if each.file == f"cases/{name}"]
    assert [each.code for each in told if each.code.startswith("wrong")] == [code]
    assert any(each.hint.startswith(hint) for each in told)


def test_a_site_without_cases_says_so(site: Path) -> None:
    for path in (site / "cases").glob("*.yml"):
        path.unlink()
    (told,) = read_library(site, TODAY).problems
    assert (told.code, told.severity) == ("no_cases", "hint")


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16LE"),
        ("utf-16-be", "UTF-16BE"),
        ("utf-32", "UTF-32"),
    ],
)
def test_another_encoding_is_named_and_its_lines_are_shown(
    site: Path, encoding: str, named: str
) -> None:
    text = (site / "cases" / "b-app.yml").read_text("utf-8")
    (site / "cases" / "b-app.yml").write_bytes(text.encode(encoding))
    found = checked(site, [site / "cases" / "b-app.yml"], TODAY)
    (told,) = found.problems
    assert told.message == f"found a file in {named}, expected UTF-8"
    assert found.lines(told.file).line(1) == text.splitlines()[0]
