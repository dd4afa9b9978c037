"""`new` writes a sound draft; `diff` tells which figures a change moves."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from roi_casebook.cli import main
from roi_casebook.reading.model.field_table import BEGIN, END
from tests.reading.files.test_disk import a_disk_that_takes

ROOT = Path(__file__).parents[2]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site under git with two of the real cases."""
    (tmp_path / "cases").mkdir()
    shutil.copy(ROOT / "site_config.yml", tmp_path)
    for slug in ("depaul-ihobo", "need-a-cake"):
        shutil.copy(ROOT / "cases" / f"{slug}.yml", tmp_path / "cases")
    identity = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org"]
    for command in (["init", "-q"], ["add", "."], [*identity, "commit", "-qm", "Begin"]):
        subprocess.run(["git", "-C", str(tmp_path), *command], check=True)
    return tmp_path


def run(site: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--site", str(site)], catch_exceptions=False)


def test_a_new_case_is_sound_from_the_start(site: Path) -> None:
    assert run(site, "new", "my-case").exit_code == 0
    checked = run(site, "check", str(site / "cases" / "my-case.yml"))
    assert checked.exit_code == 0, checked.stdout
    figures = json.loads(run(site, "figures", "my-case", "--format", "json").stdout)["figures"]
    assert figures["roi"]["reason"] == "cost_unknown"


def test_new_never_replaces_a_case(site: Path) -> None:
    before = (site / "cases" / "need-a-cake.yml").read_text(encoding="utf-8")
    result = run(site, "new", "need-a-cake")
    assert result.exit_code == 2
    assert "there already" in result.stderr
    assert (site / "cases" / "need-a-cake.yml").read_text(encoding="utf-8") == before


@pytest.mark.parametrize("command", [["new", "my-case"], ["schema"]])
def test_a_full_disk_takes_nothing_and_leaves_no_half(site: Path, command: list[str]) -> None:
    (site / "cases" / "README.md").write_text(f"Mine.\n{BEGIN}\n{END}\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in (site / "cases").iterdir()}
    with a_disk_that_takes(1000):
        result = run(site, *command)
    assert result.exit_code == 3
    assert {path: path.read_bytes() for path in (site / "cases").iterdir()} == before


def test_a_wrong_slug_is_refused_with_a_right_one(site: Path) -> None:
    result = run(site, "new", "My Case!")
    assert result.exit_code == 2
    assert "e.g. my-case" in result.stderr


@pytest.mark.parametrize("slug", ["index", "a" * 81, "a" * 5000, "../escaped", ""])
def test_a_name_that_check_would_refuse_is_not_written(site: Path, slug: str) -> None:
    before = sorted(site.rglob("*.yml"))
    result = run(site, "new", slug)
    assert result.exit_code == 2
    assert "no slug" in result.stderr
    assert sorted(site.rglob("*.yml")) == before


def test_an_untouched_site_moves_nothing(site: Path) -> None:
    assert "Nothing changed" in run(site, "diff", "HEAD").stdout
    assert json.loads(run(site, "diff", "HEAD", "--format", "json").stdout)["moved"] == []


def test_an_edited_input_moves_its_figures_and_no_other(site: Path) -> None:
    path = site / "cases" / "depaul-ihobo.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("value: 12600", "value: 12000"), encoding="utf-8")
    moved = json.loads(run(site, "diff", "HEAD", "--format", "json").stdout)["moved"]
    by_place = {(each["reading"], each["figure"]): each for each in moved}
    assert {each["case"] for each in moved} == {"depaul-ihobo"}
    assert by_place["gifts_only", "roi_simple"]["before"]["value"] == pytest.approx(1.1)
    assert by_place["gifts_only", "roi_simple"]["after"]["value"] == pytest.approx(1.0)
    assert ("gifts_only", "pv_costs") not in by_place
    table = run(site, "diff", "HEAD", "--format", "markdown").stdout
    assert "| `inputs.text_gifts.value` | `12600` | `12000` |" in table
    assert "| `gifts_only roi` | at most 110% | at most 100% |" in table


def test_what_reads_alike_on_both_sides_is_counted_not_shown(site: Path) -> None:
    path = site / "cases" / "depaul-ihobo.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("value: 12600", "value: 12600.001"), encoding="utf-8")
    data = json.loads(run(site, "diff", "HEAD", "--format", "json").stdout)
    moved = [row for each in data.values() if isinstance(each, list) for row in each if "by" in row]
    lines = run(site, "diff", "HEAD").stdout.splitlines()
    rows = [line.partition(": ")[2].split(" -> ") for line in lines if " -> " in line]
    assert rows.pop(0) == ["12600", "12600.001"]
    assert all(before != after for before, after in rows)
    (told,) = (line for line in lines if "by less than is shown here" in line)
    assert 0 < int(told.split()[0]) == len(moved) - len(rows)


def test_a_moved_figure_is_told_in_its_unit_as_figures_does(site: Path) -> None:
    path = site / "cases" / "depaul-ihobo.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("value: 12600", "value: 12000"), encoding="utf-8")
    moved = json.loads(run(site, "diff", "HEAD", "--format", "json").stdout)["moved"]
    told = run(site, "figures", "depaul-ihobo", "--reading", "gifts_only", "--format", "json")
    figures = json.loads(told.stdout)["figures"]
    after = {one["figure"]: one["after"] for one in moved if one["reading"] == "gifts_only"}
    assert after == {name: figures[name] for name in after}
    assert after["roi"]["unit"] == "1"


def test_an_edited_quotation_moves_no_figure(site: Path) -> None:
    path = site / "cases" / "need-a-cake.yml"
    text = path.read_text(encoding="utf-8")
    assert "8,500" in text
    path.write_text(text.replace("cut it off", "cut it all off"), encoding="utf-8")
    assert json.loads(run(site, "diff", "HEAD", "--format", "json").stdout)["moved"] == []


def test_a_new_case_shows_as_not_there_before(site: Path) -> None:
    run(site, "new", "my-case")
    text = run(site, "diff", "HEAD").stdout
    assert "1 new case" in text
    assert "my-case: new. " in text
    moved = json.loads(run(site, "diff", "HEAD", "--format", "json").stdout)["moved"]
    (roi,) = (each for each in moved if each["figure"] == "roi")
    assert (roi["before"], roi["after"]["reason"]) == (None, "cost_unknown")


def test_an_unknown_revision_is_wrong_use(site: Path) -> None:
    result = run(site, "diff", "no-such-revision")
    assert result.exit_code == 2
    assert "no-such-revision" in result.stderr


def git(site: Path, *command: str) -> None:
    identity = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org"]
    subprocess.run(["git", "-C", str(site), *identity, *command], check=True, capture_output=True)


@pytest.mark.parametrize(
    ("revision", "hint"),
    [
        ("HEAD:cases", "name the commit alone, HEAD"),
        ("mian", "did you mean 'main'?"),
        ("", "known: main"),
        ("--help", "known: main"),
    ],
)
def test_what_names_no_commit_is_refused_with_a_hint(site: Path, revision: str, hint: str) -> None:
    git(site, "branch", "-M", "main")
    result = CliRunner().invoke(main, ["diff", "--site", str(site), "--", revision])
    assert result.exit_code == 2
    assert f"git knows no commit {revision!r}" in result.stderr
    assert hint in result.stderr


def test_a_shallow_clone_says_that_it_is_one(site: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    git(site, "commit", "--allow-empty", "-m", "Second")
    git(site, "clone", "--depth", "1", f"file://{site}", str(clone))
    result = run(clone, "diff", "HEAD~1")
    assert result.exit_code == 2
    assert "git fetch --unshallow" in result.stderr


def test_without_git_or_repository_it_says_so(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(site / ".git")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(site.parent))
    assert "not a git repository" in run(site, "diff", "main").stderr
    monkeypatch.setenv("PATH", "")
    result = run(site, "diff", "main")
    assert result.exit_code == 2
    assert "git is not installed" in result.stderr


def test_what_a_revision_lacks_is_said(site: Path) -> None:
    (site / "cases" / "broken.yml").write_text("format: 1\n", encoding="utf-8")
    git(site, "add", ".")
    git(site, "commit", "-m", "Break")
    (site / "cases" / "broken.yml").unlink()
    said = run(site, "diff", "HEAD").stderr
    assert "in HEAD these have errors, and what moved in them is not told: cases/broken.yml" in said
    git(site, "rm", "-rq", "--cached", ".")
    git(site, "commit", "-m", "Before there were cases")
    result = run(site, "diff", "HEAD")
    assert "HEAD has no site_config.yml" in result.stderr
    assert "need-a-cake: new. " in result.stdout


def test_a_new_case_in_a_fresh_folder_has_its_schema_and_says_what_is_to_do(tmp_path: Path) -> None:
    shutil.copy(ROOT / "site_config.yml", tmp_path)
    assert run(tmp_path, "new", "my-case").exit_code == 0
    assert (tmp_path / "cases" / "case.schema.json").is_file()
    done = run(tmp_path, "check", str(tmp_path / "cases" / "my-case.yml"), "--format", "json")
    assert {each["code"] for each in json.loads(done.stdout)} == {"left_to_do"}
    path = tmp_path / "cases" / "my-case.yml"
    path.write_text(path.read_text("utf-8").replace("state: draft", "state: published"), "utf-8")
    assert "error [left_to_do]" in run(tmp_path, "check").stdout


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_new_case_is_in_the_languages_and_the_currency_of_its_site(
    tmp_path: Path, language: str
) -> None:
    (tmp_path / "site_config.yml").write_text(
        f"title: T\ntagline: T\naddress: https://example.org/\nlanguages: [{language}]\n"
        "currency: GBP\ndiscount_rate: {private: {nominal: {value: 10%, why: W}}}\n",
        encoding="utf-8",
    )
    assert run(tmp_path, "new", "my-case").exit_code == 0
    done = run(tmp_path, "check", "--format", "json")
    assert {each["code"] for each in json.loads(done.stdout)} == {"left_to_do"}
    figures = json.loads(run(tmp_path, "figures", "my-case", "--format", "json").stdout)
    assert figures["currency"] == "GBP"


def test_a_new_case_never_writes_through_a_link(site: Path) -> None:
    (site / "cases" / "linked.yml").symlink_to(site / "elsewhere.yml")
    assert run(site, "new", "linked").exit_code == 2
    assert not (site / "elsewhere.yml").exists()


def test_a_new_case_never_takes_the_address_that_another_had(site: Path) -> None:
    path = site / "cases" / "need-a-cake.yml"
    text = path.read_text(encoding="utf-8").replace("format: 1\n", "format: 1\nformerly: [cakes]\n")
    path.write_text(text, encoding="utf-8")
    result = run(site, "new", "cakes")
    assert result.exit_code == 2
    assert "an earlier slug of cases/need-a-cake.yml" in result.stderr
    assert not (site / "cases" / "cakes.yml").exists()


def test_a_new_case_says_of_each_fact_that_it_is_still_to_do(site: Path) -> None:
    run(site, "new", "my-case")
    lines = (site / "cases" / "my-case.yml").read_text(encoding="utf-8").splitlines()
    for field in ("sector", "kind", "start", "price_year", "perspective", "measure"):
        assert all("# TODO" in line for line in lines if f"{field}:" in line.split("#")[0]), field
