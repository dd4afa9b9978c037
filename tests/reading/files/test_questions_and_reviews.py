"""`questions.yml` and `reviews.yml`: what they name exists, or the problem says where and what was meant."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from roi_casebook.problems import Problem
from roi_casebook.reading import read_library
from roi_casebook.reading.files.checking import checked
from roi_casebook.reading.files.questions_file import asked_together, read_questions
from roi_casebook.reading.files.reviews_file import read_reviews

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 11, 30)
CASES = ("need-a-cake", "river-pools", "ebay-paid-search")
LANGUAGES = ("en", "fr")
QUESTIONS = """\
format: 1
questions:
  coupons:
    question: {en: Do coupons pay?, fr: Les bons de réduction rapportent-ils ?}
    disagree: {en: On who comes back., fr: Sur les clients qui reviennent.}
    cases: [need-a-cake, river-pools]
"""
REVIEWS = """\
format: 1
reviews:
  river-pools:
    on: 2026-11-30
    checked: {en: Each number against the interview., fr: "Chaque chiffre, avec l’entretien."}
    found: {en: A year was wrong., fr: Une année était fausse.}
"""


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def questions_of(folder: Path, text: str) -> tuple[Problem, ...]:
    write(folder, "questions.yml", text)
    return read_questions(folder, CASES, LANGUAGES).problems


def test_sound_questions_name_their_cases(tmp_path: Path) -> None:
    assert questions_of(tmp_path, QUESTIONS) == ()
    held = read_questions(tmp_path, CASES, LANGUAGES).held
    assert asked_together(held) == (frozenset({"need-a-cake", "river-pools"}),)


def test_a_site_may_have_neither(tmp_path: Path) -> None:
    for read in (read_questions, read_reviews):
        found = read(tmp_path, CASES, LANGUAGES)
        assert (found.held, found.problems) == (None, ())
    assert asked_together(None) == ()


@pytest.mark.parametrize(
    ("was", "becomes", "code", "hint"),
    [
        ("river-pools]", "river-pool]", "unknown_case", "did you mean 'river-pools'?"),
        (
            "[need-a-cake, river-pools]",
            "[]",
            "too_few",
            "name each case that answers the question, or remove the question",
        ),
        (
            "[need-a-cake, river-pools]",
            "[need-a-cake]",
            "too_few",
            "name each case that answers the question, or remove the question",
        ),
        (
            "river-pools]",
            "river-pools, need-a-cake]",
            "named_twice",
            "remove one of the two",
        ),
    ],
)
def test_a_question_is_asked_of_two_cases_that_exist(
    tmp_path: Path, was: str, becomes: str, code: str, hint: str
) -> None:
    problems = questions_of(tmp_path, QUESTIONS.replace(was, becomes))
    assert [(each.code, each.severity, each.hint, each.line) for each in problems] == [
        (code, "error", hint, 6)
    ]
    assert read_questions(tmp_path, CASES, LANGUAGES).held is None


def test_a_question_without_its_other_language_says_so(tmp_path: Path) -> None:
    wrong = QUESTIONS.replace(
        "{en: On who comes back., fr: Sur les clients qui reviennent.}", "{en: Who.}"
    )
    assert {each.code for each in questions_of(tmp_path, wrong)} == {"missing_translation"}


def test_a_review_is_of_a_case_that_exists(tmp_path: Path) -> None:
    write(tmp_path, "reviews.yml", REVIEWS)
    read = read_reviews(tmp_path, CASES, LANGUAGES)
    assert read.problems == ()
    assert read.held is not None
    assert read.held.reviews["river-pools"].on == date(2026, 11, 30)
    write(tmp_path, "reviews.yml", REVIEWS.replace("river-pools", "river-pool"))
    (problem,) = read_reviews(tmp_path, CASES, LANGUAGES).problems
    assert (problem.code, problem.line, problem.hint) == (
        "unknown_case",
        3,
        "did you mean 'river-pools'?",
    )


# In a site ------------------------------------------------------------------------------------------


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Make a site of three cases with both files."""
    (tmp_path / "cases").mkdir()
    for name in ("site_config.yml", *(f"cases/{slug}.yml" for slug in CASES)):
        shutil.copy(ROOT / name, tmp_path / name)
    write(tmp_path, "questions.yml", QUESTIONS)
    write(tmp_path, "reviews.yml", REVIEWS)
    return tmp_path


def test_a_site_is_read_with_both(site: Path) -> None:
    read = read_library(site, TODAY)
    assert read.beside.questions is not None
    assert read.beside.reviews is not None


def test_a_check_names_both(site: Path) -> None:
    write(site, "questions.yml", QUESTIONS.replace("river-pools]", "river-pool]"))
    write(site, "reviews.yml", REVIEWS.replace("river-pools", "river-pool"))
    for asked in ([site / "questions.yml"], [site / "reviews.yml"]):
        assert [each.file for each in checked(site, asked, TODAY).problems] == [asked[0].name]
    assert {each.file for each in checked(site, [site], TODAY).problems} >= {
        "questions.yml",
        "reviews.yml",
    }


def of(site: Path, code: str) -> list[tuple[str, str]]:
    return [
        (each.file, each.severity)
        for each in read_library(site, TODAY).problems
        if each.code == code
    ]


def change(site: Path, slug: str, was: str, becomes: str) -> None:
    path = site / "cases" / f"{slug}.yml"
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, becomes, 1), encoding="utf-8")


def test_two_cases_of_one_organisation_and_kind_stand_together_only_in_a_question(
    site: Path,
) -> None:
    for slug in ("need-a-cake", "river-pools"):
        path = site / "cases" / f"{slug}.yml"
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        lines = [
            "organisation: {name: Acme, sector: food, size: small, country: GB}\n"
            if line.startswith("organisation:")
            else "initiative: {kind: coupons, channels: [intranet], objective: sales}\n"
            if line.startswith("initiative:")
            else line
            for line in lines
        ]
        path.write_text("".join(lines), encoding="utf-8")
    assert of(site, "same_initiative") == []
    (site / "questions.yml").unlink()
    assert of(site, "same_initiative") == [("cases/river-pools.yml", "hint")]


def test_a_claim_in_the_words_of_another_case_is_told(site: Path) -> None:
    assert of(site, "same_claim") == []
    text = (site / "cases" / "ebay-paid-search.yml").read_text(encoding="utf-8")
    claims = text[text.index("\nclaims:\n") :]
    quote = next(line.strip() for line in claims.splitlines() if line.strip().startswith("quote:"))
    other = site / "cases" / "need-a-cake.yml"
    own = other.read_text(encoding="utf-8")
    start = own.index("\nclaims:\n")
    mine = next(line for line in own[start:].splitlines() if line.strip().startswith("quote:"))
    other.write_text(own[:start] + own[start:].replace(mine.strip(), quote, 1), encoding="utf-8")
    assert of(site, "same_claim") == [("cases/need-a-cake.yml", "hint")]


def test_one_address_has_one_name(site: Path) -> None:
    assert of(site, "source_named_otherwise") == []
    text = (site / "cases" / "need-a-cake.yml").read_text(encoding="utf-8")
    first = next(line.strip() for line in text.splitlines() if line.strip().startswith("read_at: "))
    own = (site / "cases" / "river-pools.yml").read_text(encoding="utf-8")
    mine = next(line.strip() for line in own.splitlines() if line.strip().startswith("read_at: "))
    change(site, "river-pools", mine, first)
    assert of(site, "source_named_otherwise") == [("cases/river-pools.yml", "hint")]


def test_the_examples_of_the_guide_are_sound(tmp_path: Path) -> None:
    guide = (ROOT / "cases" / "README.md").read_text(encoding="utf-8")
    part = guide[guide.index("## Beside the cases") : guide.index("## All fields\n")]
    questions, reviews = (block.split("```")[0] for block in part.split("```yaml\n")[1:])
    cases = ("ebay-paid-search", "uber-app-installs")
    write(tmp_path, "questions.yml", questions)
    write(tmp_path, "reviews.yml", reviews)
    assert read_questions(tmp_path, cases, LANGUAGES).problems == ()
    assert read_reviews(tmp_path, cases, LANGUAGES).problems == ()
