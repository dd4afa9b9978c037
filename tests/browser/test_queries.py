"""What readers type, and the case that must come first: the real search over the whole library."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, expect

from tests.browser.test_search import searching
from tests.browser.visits import Visited

QUERIES = Path(__file__).parent / "queries.yml"
KEPT_RIGHT = 0.9
"""What share of the queries that nobody tuned for must be answered as well."""


@dataclass(frozen=True)
class Query:
    """What a reader types, and the case that must come first; kept: from tuning."""

    language: str
    words: str
    case: str
    kept: bool = False


def queries() -> list[Query]:
    given: list[dict[str, Any]] = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    return [Query(**one) for one in given]


def first_cases(browser: Browser, site: Visited, asked: list[Query]) -> list[tuple[str, str]]:
    """Ask in the box of the catalogue; give the words and the case that came first, or ""."""
    came = []
    for language in dict.fromkeys(one.language for one in asked):
        root = "" if language == "en" else f"{language}/"
        with searching(browser, site, f"{root}cases/index.html") as reader:
            for one in asked:
                if one.language == language:
                    reader.ask(one.words)
                    links = [option.get_attribute("href") or "" for option in reader.options.all()]
                    came.append((one.words, Path(links[0]).stem if links else ""))
            assert reader.visit.faults == []
    return came


def test_the_queries_are_of_both_languages_and_ten_are_kept_from_tuning() -> None:
    all_queries = queries()
    for language in ("en", "fr"):
        assert sum(one.language == language for one in all_queries) == 20
    assert sum(one.kept for one in all_queries) == 10
    assert len({one.words for one in all_queries}) == 40


def test_the_right_case_comes_first(browser: Browser, own: Visited) -> None:
    asked = [one for one in queries() if not one.kept]
    assert first_cases(browser, own, asked) == [(one.words, one.case) for one in asked]


def test_it_comes_first_for_words_that_nobody_tuned_for(browser: Browser, own: Visited) -> None:
    asked = [one for one in queries() if one.kept]
    came = first_cases(browser, own, asked)
    right = [one for one, (_, case) in zip(asked, came, strict=True) if one.case == case]
    assert len(right) >= KEPT_RIGHT * len(asked), came


@pytest.mark.parametrize("width", [390, 1280])
def test_the_other_language_is_offered_above_the_results(
    browser: Browser, own: Visited, width: int
) -> None:
    with searching(browser, own, viewport={"width": width, "height": 844}) as reader:
        reader.ask("groupon")
        other = reader.panel.locator(".cb-search__other")
        expect(other).to_be_in_viewport(ratio=1)
        at, first = other.bounding_box(), reader.options.first.bounding_box()
        assert at is not None
        assert first is not None
        assert at["y"] + at["height"] <= first["y"]
