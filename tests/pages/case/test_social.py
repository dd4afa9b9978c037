"""Social value on the page of a case: a lane of its own, with its ranges, proxies and warning."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from roi_casebook.pages.case.first_screen.strip import result_line
from roi_casebook.pages.case.social import WARNING, SocialView
from roi_casebook.pages.parts.case_in_language import SiteInLanguage
from roi_casebook.pages.site.method_page import method_page
from roi_casebook.wording import wording_for
from tests.pages.told import (
    LANGUAGES,
    SITE,
    TEMPLATES,
    judged,
    page,
    parsed,
    real,
    telling,
    text_of,
    view,
    words,
    working_page,
)

WALKING = yaml.safe_load(
    (Path(__file__).parents[1] / "social_case.yml").read_text(encoding="utf-8")
)
RANGED = {"low": 300, "likely": 500, "high": 900, "shape": "triangular"}


def walking(*, ranged: bool = False, alone: bool = False) -> dict[str, Any]:
    raw: dict[str, Any] = deepcopy(WALKING)
    if ranged:
        raw["inputs"]["worth"].pop("value")
        raw["inputs"]["worth"] |= RANGED
    if alone:
        raw["benefits"].pop("rent")
        raw["inputs"].pop("saved")
    return raw


def social_of(raw: dict[str, Any], language: str = "en") -> SocialView:
    shown: SocialView = view(judged(raw), language).sections["social"]
    return shown


def section(raw: dict[str, Any], language: str) -> str:
    lane = parsed(page(judged(raw), language).body).css_first(".cb-lane--social")
    assert lane is not None
    return " ".join(lane.text(separator=" ").split())


def test_a_case_without_social_value_has_no_section() -> None:
    shown = view(real("depaul-ihobo"))
    assert shown.sections.get("social") is None
    assert "social" not in shown.sections


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_section_has_all_that_the_lane_needs(language: str) -> None:
    text = section(walking(), language)
    assert WARNING in text
    for wanted in {
        "en": ("evaluative SROI", "for others", "For whom those who walk", "a point without a range", "A study of walking"),
        "fr": ("SROI évaluatif", "pour d’autres", "Pour qui ceux qui marchent", "un point sans fourchette", "A study of walking"),
    }[language]:  # fmt: skip
        assert wanted in text


def test_a_ratio_with_a_range_leads_with_it() -> None:
    *_, ratio = social_of(walking(ranged=True)).parts[0].strip
    assert ratio.is_lead
    assert " to " in ratio.value.head + ratio.value.last
    assert not any("point" in text for text in ratio.qualifiers)
    rows = social_of(walking(ranged=True)).parts[0].figures.rows
    assert all("point" not in row.range for row in rows)


def test_a_point_is_marked_as_one_wherever_it_stands() -> None:
    shown = social_of(walking())
    cost, *values = shown.parts[0].strip
    assert not any("point" in text for text in cost.qualifiers)
    assert all(any("point" in text for text in item.qualifiers) for item in values)
    cost_row, *rows = shown.parts[0].figures.rows
    assert cost_row.range == ""
    assert rows
    assert all(row.range == "a point without a range" for row in rows)
    assert shown.parts[0].figures.label == "Figures of the social value"
    assert any(
        "a point without a range" in fact.text for fact in view(judged(walking()), "en").first.gist
    )


def test_proxies_are_the_prices_alone_each_with_what_it_rests_on() -> None:
    (proxy,) = social_of(walking()).proxies
    assert proxy.name.text == "Worth of health for one"
    assert proxy.source is not None
    assert proxy.number


def test_social_lines_stand_in_their_section_alone() -> None:
    shown = view(judged(walking()))
    assert [line.label.text for line in shown.sections["cash-flow"].lines] == [
        "Running the group",
        "Rent saved",
    ]
    assert [line.line.text for line in shown.sections["without-it"]] == ["Rent saved"]
    assert shown.sections["cash-flow"].cash is not None
    assert "Health of those who walk" not in [
        words(row.head) for row in shown.sections["cash-flow"].cash.table.rows
    ]
    tree = parsed(page(judged(walking())).body)
    assert len(tree.css("#line-health")) == 1
    assert tree.css(".cb-lane--social #line-health")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("alone", [False, True])
def test_links_and_notes_of_the_lane_lead_somewhere(language: str, *, alone: bool) -> None:
    tree = parsed(page(judged(walking(ranged=True, alone=alone)), language).body)
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    wanted = {(node.attributes["href"] or "")[1:] for node in tree.css('a[href^="#"]')}
    assert wanted <= {*ids, "sources", "evidence", "claims", "about"}
    numbers = [int(node.attributes["data-cb-number"] or 0) for node in tree.css("[data-cb-number]")]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))


def test_the_working_speaks_of_outcomes() -> None:
    (working,) = view(judged(walking())).sections["working"].social
    titles = [note.title for note in working.notes]
    assert "PV of net outcomes" in titles
    assert not any("benefit" in title.lower() for title in titles)


def test_what_is_social_alone_says_why_there_is_no_return() -> None:
    case = judged(walking(alone=True))
    shown = view(case, "en")
    reasons = [row.reason for row in shown.sections["figures"].figures.reasons]
    assert any("social value" in reason for reason in reasons)
    assert "SROI" not in result_line(telling(case)).figures
    assert "SROI" in shown.first.gist[-1].text
    assert any("bring in as much as it cost: £20,000" in fact.text for fact in shown.first.gist)
    assert not any("No other result" in fact.text for fact in shown.first.gist)


def test_each_reading_with_social_value_has_its_part() -> None:
    raw = walking()
    raw["readings"] = {
        "money": {"label": "ZZmoney", "lines": ["running", "rent"]},
        "whole": {"label": "ZZwhole", "lines": ["running", "rent", "health"]},
    }
    raw["headline"] = {"reading": "money", "because": "a test"}
    (part,) = social_of(raw).parts
    assert part.heading is not None
    assert part.heading.text == "ZZwhole"
    assert not any("SROI" in fact.text for fact in view(judged(raw), "en").first.gist)
    assert parsed(working_page(judged(raw)).body).css(part.working)


def test_too_early_has_no_ratio_either() -> None:
    raw = walking()
    raw["period"]["observed_months"] = 3
    *_, ratio = social_of(raw).parts[0].strip
    assert ratio.is_reason


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_on_method_tells_of_the_lane(language: str) -> None:
    assert SITE.config is not None
    words = wording_for(language, LANGUAGES[0], SITE.vocabulary)
    body = method_page(SiteInLanguage(words, SITE.config, [], TEMPLATES)).body
    assert WARNING in text_of(body)
    ids = [node.attributes["id"] for node in parsed(body).css("[id]")]
    assert {"quantity-sroi_ratio", "quantity-pv_social_value", "social"} <= set(ids)
    assert len(ids) == len(set(ids))
