import pytest
from selectolax.lexbor import LexborHTMLParser

from roi_casebook.output.engines.shells import Shells
from roi_casebook.output.site.policy import inline_scripts, script_hash
from roi_casebook.output.site.stamp import Stamp
from roi_casebook.output.slots import NAMES, leftover, token
from roi_casebook.pages.parts.page import Page
from tests.output import sample_site
from tests.output.html import attribute, first
from tests.output.sample_site import page


def stamped(stamp: Stamp, one: Page) -> LexborHTMLParser:
    return LexborHTMLParser(stamp.html(one))


def links(tree: LexborHTMLParser, selector: str) -> list[str | None]:
    return [node.attributes.get("href") for node in tree.css(selector)]


def texts(tree: LexborHTMLParser, selector: str) -> list[str]:
    return [node.text().strip() for node in tree.css(selector)]


def test_the_head_says_what_the_page_is(stamp: Stamp) -> None:
    tree = stamped(stamp, page("case", title="“A & B”", description='"quoted"'))
    assert texts(tree, "title") == ["“A & B” – ROI Casebook"]
    assert attribute(tree, 'meta[name="description"]', "content") == '"quoted"'
    assert links(tree, 'link[rel="canonical"]') == ["https://example.org/cases/sample.html"]
    assert not tree.css('meta[name="robots"]')


def test_the_home_page_bears_the_title_of_the_site_alone(stamp: Stamp) -> None:
    assert texts(stamped(stamp, page("home", title="ROI Casebook")), "title") == ["ROI Casebook"]


def test_an_unlisted_page_asks_not_to_be_found(stamp: Stamp) -> None:
    tree = stamped(stamp, page("tombstone"))
    assert attribute(tree, 'meta[name="robots"]', "content") == "noindex"


@pytest.mark.parametrize(
    ("kind", "language", "stylesheet", "home"),
    [
        ("home", "en", "./assets/", "./index.html"),
        ("case", "en", "../assets/", "../index.html"),
        ("home", "fr", "../assets/", "../fr/index.html"),
        ("case", "fr", "../../assets/", "../../fr/index.html"),
    ],
)
def test_links_climb_from_the_depth_of_the_page(
    stamp: Stamp, kind: str, language: str, stylesheet: str, home: str
) -> None:
    tree = stamped(stamp, page(kind, language))
    assert all(str(link).startswith(stylesheet) for link in links(tree, 'link[rel="stylesheet"]'))
    assert links(tree, ".cb-brand") == [home]


def test_one_assets_folder_and_one_choice_of_colours_for_all_languages(stamp: Stamp) -> None:
    assert 'new URL("../..",location)' in stamp.html(page("case", "fr"))


def test_the_table_of_contents_holds_the_sections_of_the_page(stamp: Stamp) -> None:
    tree = stamped(stamp, page("case"))
    assert links(tree, ".md-nav--secondary a") == ["#figures", "#sources"]
    assert texts(tree, ".md-nav--secondary a") == ["The figures", "Sources & notes"]


def test_a_page_without_sections_has_no_table_of_contents(stamp: Stamp) -> None:
    assert not stamped(stamp, page("method")).css(".md-sidebar, .md-nav")


@pytest.mark.parametrize(
    ("kind", "marked"),
    [("catalogue", ("page", "Cases")), ("case", ("true", "Cases")), ("method", ("page", "Method"))],
)
def test_the_tab_of_a_page_is_marked(stamp: Stamp, kind: str, marked: tuple[str, str]) -> None:
    (tab,) = stamped(stamp, page(kind)).css(".cb-tabs [aria-current]")
    assert (tab.attributes["aria-current"], tab.text()) == marked


def test_crumbs_lead_up_and_are_gone_where_there_are_none(stamp: Stamp) -> None:
    assert links(stamped(stamp, page("case")), ".cb-crumbs a") == ["index.html"]
    assert not stamped(stamp, page("home")).css(".cb-crumbs")


def test_the_language_link_leads_to_the_same_page(stamp: Stamp) -> None:
    (there,) = stamped(stamp, page("case")).css(".cb-language")
    assert there.attributes["href"] == "../fr/cases/sample.html"
    assert (there.attributes["lang"], there.attributes["hreflang"]) == ("fr", "fr")
    assert links(stamped(stamp, page("case", "fr")), ".cb-language") == ["../../cases/sample.html"]


def test_a_page_in_one_language_has_no_language_link(stamp: Stamp) -> None:
    assert not stamped(stamp, page("case", alternates={"en": "cases/sample.html"})).css(
        ".cb-language"
    )


def test_the_page_for_a_wrong_address_works_at_any_depth(shells: Shells) -> None:
    stamp = Stamp(sample_site.site("https://example.org/casebook/"), shells)
    tree = stamped(stamp, sample_site.not_found())
    resources = [*links(tree, "link[rel='stylesheet']"), *links(tree, ".cb-header a")]
    assert resources
    assert all(str(link).startswith("/casebook/") for link in resources)
    assert not tree.css('link[rel="canonical"]')


def test_the_edition_stands_on_every_page(stamp: Stamp) -> None:
    edition = "Edition of 22 November 2026, commit 1a2b3c4"
    assert texts(stamped(stamp, page("guide", "fr")), ".cb-footer__edition") == [edition]


def test_the_policy_lets_the_scripts_of_the_theme_run_and_no_other(stamp: Stamp) -> None:
    html = stamp.html(page("case", body="<script>alert(1)</script>"))
    policy = attribute(LexborHTMLParser(html), "meta[http-equiv]", "content") or ""
    *own, foreign = sorted(inline_scripts(html), key="alert(1)".__eq__)
    assert all(script_hash(script) in policy for script in own)
    assert script_hash(foreign) not in policy
    assert html.index("Content-Security-Policy") < html.index("<script")


def test_a_case_may_hold_the_text_of_every_slot(stamp: Stamp, shells: Shells) -> None:
    tokens = " ".join(token(shells.key, name) for name in NAMES)
    html = stamp.html(page("case", heading=tokens, body=f"<p>{tokens}</p>"))
    assert html.count(tokens) == 2


def test_no_slot_is_left_open(stamp: Stamp, shells: Shells) -> None:
    for kind in sample_site.ADDRESSES:
        assert not leftover(shells.key, stamp.html(page(kind)))


def test_the_body_stands_where_search_will_look_for_it(stamp: Stamp) -> None:
    article = first(stamped(stamp, page("method")), "main article.cb-page--method")
    assert [node.tag for node in article.iter()] == ["h1", "p"]
