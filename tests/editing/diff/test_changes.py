"""`diff` on a history made in the test: each kind of change is told by name, once, with what it moves."""

import re
import shutil

import pytest

from roi_casebook.editing.diff import base_method
from roi_casebook.editing.diff.diff_as_markdown import unmarked
from tests.editing.diff.conftest import CAKE, DEPAUL, History
from tests.real_cases import ROOT

PACKAGE = ROOT / "generator" / "roi_casebook"

CHANGES = {
    "input": ("value: 12600", "value: 12000", "inputs.text_gifts.value: 12600 -> 12000"),
    "quotation": (
        "Depaul opted to",
        "Depaul chose to",
        "inputs.promotional_budget.quote: Depaul opted",
    ),
    "source": (
        "date: 2011-05-12",
        "date: 2011-05-13",
        "sources.pavement.date: 2011-05-12 -> 2011-05-13",
    ),
    "claim": (
        "says: {what: benefit, value: 13000",
        "says: {what: benefit, value: 12600",
        "claims.gifts_after_a_year.says.value: 13000 -> 12600",
    ),
    "line": (
        "amount: sponsorship_raised",
        "amount: sponsorship_raised * 1",
        "benefits.sponsors.amount: sponsorship_raised -> sponsorship_raised * 1",
    ),
    "state": ("state: published", "state: draft", "state: published -> draft"),
    "design": (
        "\n    design: tracked",
        "\n    design: randomised",
        "soft.donors.design: tracked -> randomised",
    ),
    "reading": (
        "  reading: gifts_only\n",
        "  reading: with_sponsors\n",
        "headline.reading: gifts_only -> with_sponsors",
    ),
    "note": ("Only the opening was read.", "The opening was read.", "sources.warc.note.en: "),
    "person": (
        "found_by: award",
        "found_by: press",
        "found_by: award -> press",
    ),
}


@pytest.mark.parametrize("kind", CHANGES)
def test_what_the_editor_changed_is_told_by_name_old_and_new(history: History, kind: str) -> None:
    old, new, told = CHANGES[kind]
    history.edit(old, new)
    said = history.told()
    assert "1 case changed" in said
    assert said.count("\n    " + told) == 1
    (case,) = history.data()["cases"]
    assert (case["case"], case["status"], len(case["changed"])) == (DEPAUL, "changed", 1)


MOVES = {
    "moved": ("value: 12600", "value: 12000"),
    "cost_per_result": ("value: 750000", "value: 1500000"),
    "soft_results": ("value: 5360", "value: 5361"),
    "locks": ("\n    design: tracked", "\n    design: randomised"),
    "verdicts": ("value: 12600", "value: 9000"),
    "direction": ("value: 12600", "value: 1260"),
    "maturity": ("observed_months: 12", "observed_months: 0.4"),
    "leading": ("  reading: gifts_only\n", "  reading: with_sponsors\n"),
    "comparison": ("price_year: 2010", "price_year: 2009"),
}


@pytest.mark.parametrize("name", MOVES)
def test_each_kind_of_finding_shows_where_it_moves(history: History, name: str) -> None:
    assert history.moved(name) == []
    history.edit(*MOVES[name])
    found = history.moved(name)
    assert found
    assert {each["case"] for each in found} == {DEPAUL}
    assert {each["by"] for each in found} == {"case"}
    assert all(each["before"] != each["after"] for each in found)


def test_where_nothing_moves_what_changed_is_told_all_the_same(history: History) -> None:
    history.edit("Only the opening was read.", "The opening was read.")
    said = history.told()
    assert "sources.warc.note.en: " in said
    assert "No finding moves: no figure, lock, verdict or other judgement." in said


def test_a_comment_is_no_change_of_what_the_file_says(history: History) -> None:
    history.edit("format: 1", "format: 1 # of this file")
    assert "Only comments or layout changed." in history.told()
    (case,) = history.data()["cases"]
    assert (case["changed"], case["notes"]) == ([], ["only_layout"])


# Cases that come and go ----------------------------------------------------------------------------


def block(said: str, slug: str) -> list[str]:
    """Give the lines that are about a case."""
    (found,) = (each for each in said.split("\n\n") if each.startswith(f"{slug}:"))
    return found.splitlines()


def test_a_new_case_is_one_line(history: History) -> None:
    shutil.copy(ROOT / "cases" / "ebay-paid-search.yml", history.folder / "cases")
    (line,) = block(history.told(), "ebay-paid-search")
    assert line.startswith("ebay-paid-search: new. ROI ")
    assert "What leads: a return in money" in line


def test_a_removed_case_is_one_line_and_leads_to_withdrawing_it(history: History) -> None:
    history.case(CAKE).unlink()
    line, note = block(history.told(), CAKE)
    assert line.startswith("need-a-cake: removed. ")
    assert note.startswith("  Withdraw it instead")


def test_a_draft_may_go_without_a_word(history: History) -> None:
    history.edit("state: published", "state: draft", f"cases/{CAKE}.yml")
    history.commit()
    history.case(CAKE).unlink()
    assert len(block(history.told(), CAKE)) == 1


def test_a_withdrawn_case_is_told_with_why(history: History) -> None:
    history.edit(
        "state: published",
        "state: withdrawn\nwithdrawn: {on: 2026-11-22, why: {en: Told twice, fr: Deux fois}}",
        f"cases/{CAKE}.yml",
    )
    said = history.told()
    assert "1 case withdrawn" in said
    assert block(said, CAKE)[0].startswith("need-a-cake: withdrawn. ")
    assert "    state: published -> withdrawn" in said
    assert "Told twice" in said


def test_a_published_case_that_becomes_a_draft_loses_its_page(history: History) -> None:
    history.edit("state: published", "state: draft")
    assert "its page goes, and links to it die" in history.told()


def test_a_renamed_case_is_one_and_needs_its_earlier_slug(history: History) -> None:
    history.case(CAKE).rename(history.case("no-cake"))
    said = history.told()
    assert "1 case renamed" in said
    assert block(said, "no-cake")[0] == "no-cake: renamed, before it was need-a-cake"
    assert "Name need-a-cake under formerly" in said
    history.edit("format: 1\n", "format: 1\nformerly: [need-a-cake]\n", "cases/no-cake.yml")
    said = history.told()
    assert "renamed, before it was need-a-cake" in said
    assert "formerly: (not there) -> " in said
    assert "under formerly" not in said


# What all cases share ------------------------------------------------------------------------------


def test_a_rate_of_the_site_is_told_once_with_the_cases_that_it_moves(history: History) -> None:
    shutil.copy(ROOT / "cases" / "ibm-enterprise-tagging.yml", history.folder / "cases")
    history.commit()
    history.edit("value: 10%", "value: 8%", "site_config.yml")
    said = history.told()
    assert said.count("discount_rate.private.nominal.value: 10% -> 8%") == 1
    assert "ibm-enterprise-tagging: " in said
    data = history.data()
    assert data["site"]["moves"] == ["ibm-enterprise-tagging"]
    assert data["cases"] == []
    assert {each["by"] for each in data["moved"]} == {"site"}


def test_what_the_site_moves_and_what_the_case_moves_are_two(history: History) -> None:
    shutil.copy(ROOT / "cases" / "ibm-enterprise-tagging.yml", history.folder / "cases")
    history.commit()
    history.edit("value: 10%", "value: 8%", "site_config.yml")
    history.edit("value: 700000", "value: 800000", "cases/ibm-enterprise-tagging.yml")
    costs = [each for each in history.moved("moved") if each["figure"] == "pv_costs"]
    assert {each["by"] for each in costs} == {"case"}
    assert {"site", "case"} == {each["by"] for each in history.moved("moved")}


def test_a_threshold_of_the_site_is_told_once_with_what_it_moves(history: History) -> None:
    path = history.folder / "site_config.yml"
    own = "thresholds:\n  too_early_below: 20\n"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + own, encoding="utf-8")
    assert "  thresholds: (not there) -> " in history.told()
    assert DEPAUL in history.data()["site"]["moves"]


def test_a_word_of_the_site_is_told_once_and_moves_nothing(history: History) -> None:
    history.edit("title: {en: ROI Casebook", "title: {en: Our Casebook", "site_config.yml")
    said = history.told()
    assert "  title.en: ROI Casebook -> Our Casebook" in said
    assert "moves 0 cases" in said


def test_a_file_beside_the_cases_is_told_by_its_parts(history: History) -> None:
    review = "{on: 2026-11-30, checked: {en: The numbers., fr: Les nombres.}, found: {en: None., fr: Rien.}}"
    (history.folder / "reviews.yml").write_text(
        f"format: 1\nreviews:\n  {DEPAUL}: {review}\n", encoding="utf-8"
    )
    said = history.told()
    assert "reviews.yml, which all cases share, changed:" in said
    assert "  reviews: (not there) -> " in said


# The format and the method -------------------------------------------------------------------------


def test_where_the_format_changed_what_changed_is_told_and_what_moved_is_not_guessed(
    history: History,
) -> None:
    today = history.case().read_text(encoding="utf-8")
    older = today.replace("format: 1\n", "format: 0\n").replace("found_by:", "found:", 1)
    history.case().write_text(older, encoding="utf-8")
    history.commit()
    history.case().write_text(today, encoding="utf-8")
    said = history.told()
    assert "    format: 0 -> 1\n" in said
    assert "    found: award -> (not there)" in said
    assert "cannot be read today" in said
    assert "No finding moves" not in said
    assert history.moved("moved") == []


@pytest.fixture
def with_method(history: History, monkeypatch: pytest.MonkeyPatch) -> History:
    """The site with the package in its repository, as it was with another threshold and formula."""
    package = history.folder / "generator" / "roi_casebook"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    today = {}
    for name, old, new in (
        ("data/thresholds.yml", "too_early_below:\n  value: ", "too_early_below:\n  value: 9"),
        ("roi/quantities.py", "(pv_benefits - pv_costs)", "(pv_benefits - 2 * pv_costs)"),
    ):
        path = package / name
        today[path] = path.read_text(encoding="utf-8")
        assert old in today[path], name
        path.write_text(today[path].replace(old, new), encoding="utf-8")
    history.commit()
    for path, text in today.items():
        path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(base_method, "PACKAGE", package)
    return history


def test_a_change_of_the_method_is_told_by_its_files_and_tables(with_method: History) -> None:
    data = with_method.data()
    assert data["site"]["method"] == ["roi/quantities.py"]
    (edit,) = data["site"]["changed"]
    assert (edit["file"], edit["path"]) == ("data/thresholds.yml", "too_early_below.value")
    assert "Both sides are judged by today’s method" in with_method.told()
    assert data["cases"] == []


@pytest.mark.slow
def test_the_method_of_the_base_tells_what_its_change_moves(with_method: History) -> None:
    data = with_method.data("--base-method")
    assert data["site"]["moves"] == [DEPAUL]  # the other has a balance alone
    moved = {each["figure"]: each for each in data["moved"] if each["case"] == DEPAUL}
    assert moved["roi"]["before"] is None or moved["roi"]["before"] != moved["roi"]["after"]
    assert {each["by"] for each in data["moved"]} == {"site"}
    assert "Both sides are judged" not in with_method.told("text", "--base-method")


@pytest.mark.slow
def test_a_method_that_cannot_be_run_is_said_and_today_s_taken(
    with_method: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(base_method, "TOLD", "roi_casebook.editing.diff.of_no_such_name")
    assert "Both sides are judged by today’s method" in with_method.told("text", "--base-method")


# For a pull request --------------------------------------------------------------------------------


def test_the_comment_shows_the_strip_before_and_after_and_folds_the_rest(history: History) -> None:
    history.edit("value: 12600", "value: 12000")
    said = history.told("markdown")
    head, _, folded = said.partition("<details")
    assert "#### depaul-ihobo: changed" in head
    (strip,) = (line for line in head.splitlines() if line.startswith("| result"))
    before, after = strip.strip("| ").split(" | ")[1:]
    assert "ROI at most 110%" in before
    assert "ROI at most 100%" in after
    assert "| `inputs.text_gifts.value` | `12600` | `12000` |" in folded
    assert said.count("<details") == said.count("</details>") == 2


def test_what_is_shared_and_what_is_gone_are_told_in_the_comment_too(history: History) -> None:
    history.edit("title: {en: ROI Casebook", "title: {en: Our Casebook", "site_config.yml")
    history.case(CAKE).unlink()
    said = history.told("markdown")
    assert "<summary>site_config.yml, which all cases share, changed:</summary>" in said
    assert "| `title.en` | `ROI Casebook` | `Our Casebook` |" in said
    (line,) = (line for line in said.splitlines() if line.startswith("- need-a-cake: removed. "))
    assert "). Withdraw it instead" in line


def test_a_text_of_an_editor_is_no_markup_in_the_comment(history: History) -> None:
    history.edit("work: iHobo returns", "work: '`x` | <b>y</b> <!-- z --> [a](http://b)'")
    said = history.told("markdown")
    (row,) = (line for line in said.splitlines() if line.startswith("| `sources.pavement.work`"))
    assert "``" in row  # one tick more than the text has
    assert "\\|" in row
    outside = re.sub(r"(`+).*?\1", "", said)
    assert "<b>" not in outside
    assert "<!--" not in outside
    assert "[a](" not in outside
    assert unmarked("a [b](c) <i> @d `e` | #1") == r"a \[b\](c) \<i\> @d \`e\` \| \#1"


def test_what_is_told_is_in_the_language_of_the_site(history: History) -> None:
    history.edit("languages: [en, fr]", "languages: [fr, en]", "site_config.yml")
    history.commit()
    history.edit("value: 12600", "value: 12000")
    said = history.told()
    assert "Modifié dans le fichier" in said
    assert "Chiffres" in said
