"""Drafts are shown to their editor, marked wherever they stand, and in no site that is published."""

from datetime import date
from pathlib import Path

import pytest

from roi_casebook.build import build, compose, judge_all, read
from roi_casebook.output.publishing.edition import find_edition
from roi_casebook.output.site.site_folder import Content

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with one case that is published and one draft."""
    (tmp_path / "cases").mkdir()
    config = (ROOT / "site_config.yml").read_text("utf-8")
    (tmp_path / "site_config.yml").write_text(config + "\n", "utf-8")
    (tmp_path / "cases" / "nextdoor.yml").write_bytes((ROOT / "cases/nextdoor.yml").read_bytes())
    draft = (ROOT / "cases/need-a-cake.yml").read_text("utf-8")
    draft = draft.replace("state: published", "state: draft")
    (tmp_path / "cases" / "need-a-cake.yml").write_text(draft, "utf-8")
    return tmp_path


def composed(site: Path, *, with_drafts: bool) -> Content:
    found = read(site, TODAY, with_drafts=with_drafts)
    config = found.read.config
    assert config is not None
    return compose(found, config, judge_all(found.read, config), find_edition(site, {}, TODAY))


def test_a_draft_is_marked_on_its_page_and_in_every_list(site: Path) -> None:
    unmarked, marked = (read(site, TODAY, with_drafts=given).read for given in (False, True))
    assert marked.cases["nextdoor"] == unmarked.cases["nextdoor"]
    content = composed(site, with_drafts=True)
    pages = {(page.language, page.address): page for page in content.pages}
    for language, mark in (("en", "Draft: "), ("fr", "Brouillon\u202f: ")):
        title = pages[language, "cases/need-a-cake.html"].title
        assert title.startswith(mark)
        for address in ("index.html", "cases/index.html", "library.html"):
            page = pages[language, address]
            assert title in page.body or title in page.data, address
        assert mark not in pages[language, "cases/nextdoor.html"].title


def test_without_being_asked_for_a_draft_has_no_page(site: Path) -> None:
    content = composed(site, with_drafts=False)
    assert not [page for page in content.pages if "need-a-cake" in page.address]
    assert not [file for file in content.files if "need-a-cake" in file.address]


@pytest.mark.slow
def test_only_who_asks_builds_drafts(site: Path, tmp_path: Path) -> None:
    for with_drafts in (True, False):
        out = tmp_path / f"out-{with_drafts}"
        made = build(site, out, TODAY, {}, with_drafts=with_drafts)
        assert made.is_published, made
        assert (out / "cases" / "need-a-cake.html").is_file() == with_drafts
        everything = b"".join(path.read_bytes() for path in out.rglob("*") if path.is_file())
        assert (b"Draft: " in everything) == with_drafts
