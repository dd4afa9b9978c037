"""All pages of a site: which there are, in which order, and how they lead to each other."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import PurePosixPath
from posixpath import dirname, join, normpath
from urllib.parse import urlsplit

import pytest

from roi_casebook.appraisal import JudgedCase
from roi_casebook.config import SiteConfig
from roi_casebook.pages.lists import listing_pages
from roi_casebook.pages.lists.facets import LISTED
from roi_casebook.pages.parts.case_in_language import SiteInLanguage
from roi_casebook.pages.parts.page import Page
from roi_casebook.pages.site.home_page import home_view
from roi_casebook.pages.site.method_page import QUANTITY_NAMES
from roi_casebook.pages.site.site_pages import site_pages, site_redirects
from tests.pages.told import (
    CONFIG,
    LANGUAGES,
    REAL,
    SITE,
    TEMPLATES,
    full,
    judged,
    parsed,
    real,
    telling,
    text_of,
)

FILES_BESIDE = {".yml", ".bib", ".xlsx"}
"""Of a case; the build writes them, not this room."""
FOLDERS = {facet.folder for facet in LISTED}
WITHDRAWN = {
    "on": "2026-10-01",
    "why": {"en": "ZZwithdrawn", "fr": "ZZretire"},
    "replaced_by": "need-a-cake",
}


def cases() -> list[JudgedCase]:
    gone = full(state="withdrawn", withdrawn=WITHDRAWN, formerly=[])
    return [
        *(real(slug) for slug in REAL),
        judged(full(checked="2020-12-01"), "full"),
        judged(full(state="draft", formerly=[]), "draft"),
        judged(gone, "gone"),
    ]


def made(config: SiteConfig = CONFIG) -> dict[tuple[str, str], Page]:
    pages = site_pages(cases(), config, SITE.vocabulary, TEMPLATES)
    return {(page.language, page.address): page for page in pages}


PAGES = made()


def test_every_language_has_every_page_but_no_draft() -> None:
    addresses = {
        "index.html",
        "library.html",
        "editors.html",
        "insights.html",
        "compare.html",
        "method.html",
        "sources.html",
        "listings.html",
        "cases/index.html",
        "cases/index.table.html",
        "cases/full.html",
        "cases/gone.html",
        "cases/full-working.html",
        *(f"cases/{slug}.html" for slug in REAL),
        *(f"cases/{slug}-working.html" for slug in REAL),
    }
    own = {
        language: {at for of, at in PAGES if of == language and at.split("/")[0] not in FOLDERS}
        for language in LANGUAGES
    }
    assert own == {"en": addresses | {"404.html"}, "fr": addresses}


def test_pages_are_made_one_by_one() -> None:
    pages = site_pages(cases(), CONFIG, SITE.vocabulary, TEMPLATES)
    assert all(isinstance(part, Iterator) for part in pages.parts)
    assert next(iter(pages)).kind == "home"


def test_each_case_in_all_languages_is_a_part_and_so_are_the_other_pages_of_a_language() -> None:
    pages = site_pages(cases(), CONFIG, SITE.vocabulary, TEMPLATES)
    english, french, *own, last = ([*part] for part in pages.parts)
    assert {page.language for page in english} == {"en"}
    assert {page.language for page in french} == {"fr"}
    for part in own:
        assert [page.language for page in part] == ["en", "en", "fr", "fr"]
        assert [page.kind for page in part] == ["case", "working"] * 2
        assert len({page.address for page in part}) == 2
    assert [page.kind for page in last] == ["not-found"]


def test_a_former_name_leads_on_in_each_language() -> None:
    found = list(site_redirects(cases(), CONFIG, SITE.vocabulary))
    assert [(one.language, one.address, one.to) for one in found] == [
        ("en", "cases/zz-former.html", "cases/full.html"),
        ("fr", "cases/zz-former.html", "cases/full.html"),
    ]


def test_a_withdrawn_case_leaves_a_tombstone() -> None:
    page = PAGES["en", "cases/gone.html"]
    text = text_of(page.body)
    assert (page.kind, page.listed) == ("tombstone", False)
    assert "ZZwithdrawn" in text
    assert "1 October 2026" in text
    assert 'href="need-a-cake.html"' in page.body


def test_the_page_for_a_wrong_address_speaks_all_languages_and_works_at_any_depth() -> None:
    page = PAGES["en", "404.html"]
    assert [node.attributes["lang"] for node in parsed(page.body).css("section")] == ["en", "fr"]
    assert all(
        (node.attributes["href"] or "").startswith("/") for node in parsed(page.body).css("a")
    )


def test_a_site_of_one_language_has_one() -> None:
    config = CONFIG.model_copy(update={"languages": ("fr",)})
    assert {language for language, _ in made(config)} == {"fr"}
    assert not re.search("anglais|English", made(config)["fr", "404.html"].body)


@pytest.mark.parametrize("key", sorted(PAGES))
def test_links_lead_to_pages_and_places_that_exist(key: tuple[str, str]) -> None:
    language, address = key
    if address == "404.html":
        return
    for node in parsed(PAGES[key].body).css("a[href]"):
        href = node.attributes["href"] or ""
        to, anchor = urlsplit(href).path, urlsplit(href).fragment
        if re.match("https?:", href) or PurePosixPath(to).suffix in FILES_BESIDE:
            continue
        there = normpath(join(dirname(address), to)) if to else address
        assert (language, there) in PAGES, href
        target = PAGES[language, there]
        assert not anchor or f'id="{anchor}"' in target.body, href


def test_neighbours_follow_the_order_of_the_catalogue() -> None:
    tree = parsed(PAGES["en", "cases/index.html"].body)
    order = [node.attributes["href"] for node in tree.css("h3 a") if node.attributes["href"]]
    assert order == [*(f"../cases/{slug}.html" for slug in REAL), "../cases/full.html"]
    names = [PurePosixPath(href).name for href in order]
    for before, after in pairwise(names):
        pager = parsed(PAGES["en", f"cases/{before}"].body).css(".cb-pager a")
        assert after in [node.attributes["href"] for node in pager]


def test_the_home_page_counts_honestly() -> None:
    text = text_of(PAGES["en", "index.html"].body)
    assert "Cases 6" in text
    assert "Show a gain 0" in text
    assert "Show a loss 1" in text
    assert "Nothing came back 0" in text
    assert "an award (1)" in text
    assert "must not be averaged" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_home_page_follows_one_claim_to_its_origin(language: str) -> None:
    steps = parsed(PAGES[language, "index.html"].body).css(".cb-trail > li")
    chain = real("ibm-internal-blogs").verdicts["thanks_to_blogs"].chain
    assert len(steps) == len(chain) == 3
    states = [real("ibm-internal-blogs").verdicts[one.claim].state for one in chain]
    for step, state in zip(steps, states, strict=True):
        assert f"cb-verdict--{state}" in (step.html or "")
    assert states[-1] == "implausible"


def test_without_an_untrue_claim_the_home_page_follows_none() -> None:
    site = SiteInLanguage(
        telling(real("depaul-ihobo")).wording, CONFIG, [real("depaul-ihobo")], TEMPLATES
    )
    assert home_view(site).trail is None
    assert [entry.title.text for entry in home_view(site).best] == [
        "Depaul UK’s iHobo: a £6,000 app and three returns"
    ]


def test_every_quantity_has_its_place_in_the_method_once() -> None:
    ids = [node.attributes["id"] for node in parsed(PAGES["en", "method.html"].body).css("[id]")]
    assert len(ids) == len(set(ids))
    assert {f"quantity-{name}" for name in QUANTITY_NAMES} <= set(ids)
    assert {f"measure-{name}" for name in SITE.vocabulary.measures} <= set(ids)


def test_every_source_stands_on_the_page_of_sources() -> None:
    text = text_of(PAGES["en", "sources.html"].body)
    for slug in REAL:
        for source in real(slug).case.sources.values():
            assert " ".join(source.work.split()) in text


def test_many_sources_stand_on_several_pages_and_the_first_leads_to_each_case(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(listing_pages, "ROWS", 2)
    pages = {at: page for (language, at), page in made().items() if language == "en"}
    first, *others = (page for at, page in pages.items() if at.startswith("sources"))
    assert [page.address for page in others][:1] == ["sources.page-2.html"]
    ids = {page.address: set(ids_of(page)) for page in (first, *others)}
    told = {f"case-{slug}" for slug in REAL}
    assert told <= ids[first.address]
    for link in parsed(first.body).css("li[id^='case-'] > a"):
        address, _, name = (link.attributes["href"] or "").partition("#")
        assert name in ids[address]
    whole = {name for name in ids_of(PAGES["en", "sources.html"]) if name != "elsewhere"}
    assert whole <= set().union(*ids.values())


def ids_of(page: Page) -> list[str]:
    return [node.attributes["id"] or "" for node in parsed(page.body).css("[id]")]


@pytest.mark.parametrize("address", ["index.html", "cases/index.html", "method.html"])
def test_no_list_is_ordered_by_return(address: str) -> None:
    body = PAGES["en", address].body
    listed = body.partition('id="cases"')[2] or body  # what the home page tells before is no list
    order = re.findall(r'href="(?:\.\./)?(?:cases/)?([a-z-]+)\.html"', listed)
    shown = [slug for slug in dict.fromkeys(order) if slug in REAL]
    assert shown == [slug for slug in REAL if slug in shown]
    assert shown or address == "method.html"
