"""A file that is used in sites of other languages keeps its texts; a language that is none is refused."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from roi_casebook.config import SiteConfig
from roi_casebook.problems import has_errors
from roi_casebook.reading.files.checking import checked
from roi_casebook.reading.rules.for_readers.prose import prose_problems
from roi_casebook.yaml_places.reader import read_yaml

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_cases_of_a_bilingual_site_serve_in_one_language(tmp_path: Path, language: str) -> None:
    shutil.copytree(ROOT / "cases", tmp_path / "cases")
    shutil.copy(ROOT / "guide.yml", tmp_path)
    config = (ROOT / "site_config.yml").read_text("utf-8")
    assert "languages: [en, fr]" in config
    config = config.replace("languages: [en, fr]", f"languages: [{language}]")
    (tmp_path / "site_config.yml").write_text(config, "utf-8")
    problems = checked(tmp_path, today=date(2026, 11, 22)).problems
    assert not has_errors(problems), problems[:3]
    assert not [each for each in problems if each.code == "missing_translation"]


@pytest.mark.parametrize(
    ("title", "languages", "codes"),
    [
        ("{en: A, fr: B}", ("fr",), []),
        ("{en: A}", ("fr",), ["missing_translation"]),
        ("{en: A, fr: B}", ("en", "fr"), []),
        ("{fr: B}", ("en", "fr"), ["missing_translation"]),
        ("{fr: B, de: C}", ("fr",), ["unknown_language"]),
        ("A", ("fr",), []),
    ],
)
def test_what_is_said_of_the_languages_of_a_text(
    title: str, languages: tuple[str, ...], codes: list[str]
) -> None:
    document = read_yaml(f"title: {title}\n".encode(), "site_config.yml")
    found = prose_problems(SiteConfig, document, languages)
    assert [finding.code for finding in found] == codes
