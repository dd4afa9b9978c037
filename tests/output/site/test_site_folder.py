import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser

from roi_casebook.output.failures import EnvironmentFailure
from roi_casebook.output.site import site_folder
from roi_casebook.output.site.site_folder import Content
from roi_casebook.pages.parts.page import Page, Redirect
from tests.output import sample_site
from tests.output.html import attribute, first
from tests.output.publish_content import publish_site
from tests.output.sample_site import page
from tests.reading.files.test_disk import a_disk_that_takes


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "site"


def published(
    content: Content, folders: tuple[Path, ...], cache: Path, out: Path
) -> dict[str, bytes]:
    assert publish_site(content, folders, cache, out) == ()
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


def test_every_page_file_and_redirect_is_there(
    folders: tuple[Path, ...], cache: Path, out: Path
) -> None:
    files = published(sample_site.content(), folders, cache, out)
    for address in [*sample_site.ADDRESSES.values(), "cases/old.html"]:
        assert {address, f"fr/{address}"} <= set(files)
    assert {"404.html", "sitemap.xml", "casebook-edition.json", "cases/sample.json"} <= set(files)


def test_two_builds_are_the_same_bytes(
    folders: tuple[Path, ...], cache: Path, tmp_path: Path
) -> None:
    content = sample_site.content()
    once = published(content, folders, cache, tmp_path / "one")
    assert published(content, folders, tmp_path / "other cache", tmp_path / "two") == once


def test_problems_are_given_and_the_last_good_site_stays(
    folders: tuple[Path, ...], cache: Path, out: Path
) -> None:
    before = published(sample_site.content(), folders, cache, out)
    broken = sample_site.content(pages=[page("home", body='<a href="no.html">x</a>')])
    codes = [problem.code for problem in publish_site(broken, folders, cache, out)]
    assert "dead_link" in codes
    assert {path.name for path in out.parent.iterdir()} == {"site"}
    after = {name: (out / name).read_bytes() for name in before}
    assert after == before


@pytest.mark.skipif(sys.platform == "win32", reason="limits are those of POSIX")
def test_a_full_disk_is_told_by_what_it_was_wanted_for_and_the_last_site_stays(
    folders: tuple[Path, ...], cache: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = published(sample_site.content(), folders, cache, out)
    with (
        pytest.raises(EnvironmentFailure, match=r"^Cannot write the site: "),
        a_disk_that_takes(10),
    ):
        publish_site(sample_site.content(), folders, cache, out)
    monkeypatch.setattr(site_folder, "twin_html", lambda _page: "x" * 10_000_000)
    wanted = pytest.raises(EnvironmentFailure, match=r"^Cannot keep the pages for the search: ")
    with wanted, a_disk_that_takes(5_000_000):
        publish_site(sample_site.content(), folders, cache, out)
    assert {path.name for path in out.parent.iterdir()} == {"site"}
    assert {name: (out / name).read_bytes() for name in before} == before


def test_pages_are_written_as_they_are_made(
    folders: tuple[Path, ...], cache: Path, out: Path
) -> None:
    content = sample_site.content()
    written: list[int] = []

    def pages() -> Iterator[Page]:
        for one in content.pages:
            written.append(len(list(out.parent.rglob("*.html"))))
            yield one

    publish_site(replace(content, pages=pages()), folders, cache, out)
    assert written == list(range(len(written)))


def test_two_pages_at_one_address_are_refused(
    folders: tuple[Path, ...], cache: Path, out: Path
) -> None:
    with pytest.raises(ValueError, match=r"two pages of the site have the address .*index\.html"):
        publish_site(sample_site.content(pages=[page("home")] * 2), folders, cache, out)


def test_a_redirect_leads_on_from_a_folder_and_from_a_host(
    folders: tuple[Path, ...], cache: Path, out: Path
) -> None:
    redirect = Redirect("fr", "cases/old.html", "cases/sample.html", "L'étude <1>")
    files = published(sample_site.content(redirects=[redirect]), folders, cache, out)
    tree = LexborHTMLParser(files["fr/cases/old.html"].decode())
    assert attribute(tree, 'meta[http-equiv="refresh"]', "content") == "0; url=sample.html"
    assert attribute(tree, "a", "href") == "sample.html"
    assert first(tree, "a").text() == "L'étude <1>"
    canonical = attribute(tree, 'link[rel="canonical"]', "href")
    assert canonical == "https://example.org/fr/cases/sample.html"


def test_the_sitemap_names_each_listed_page_in_its_languages(
    folders: tuple[Path, ...], cache: Path, out: Path
) -> None:
    files = published(sample_site.content(), folders, cache, out)
    tree = ET.fromstring(files["sitemap.xml"].decode())  # noqa: S314 -- made a line above
    names = {
        "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
        "x": "http://www.w3.org/1999/xhtml",
    }
    places = [node.text for node in tree.findall("s:url/s:loc", names)]
    assert "https://example.org/fr/cases/sample.html" in places
    assert not [place for place in places if "gone" in str(place) or "404" in str(place)]
    first = tree.find("s:url", names)
    assert first is not None
    assert [node.get("hreflang") for node in first.findall("x:link", names)] == ["en", "fr"]
