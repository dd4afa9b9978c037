from dataclasses import replace
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from roi_casebook.output.engines import zensical_engine
from roi_casebook.output.engines.shells import Shells, load_shells
from roi_casebook.output.failures import EnvironmentFailure
from roi_casebook.output.masthead import Site
from roi_casebook.output.site.stamp import Stamp
from roi_casebook.pages.parts.templates import BrokenTemplateError
from tests.output import sample_site
from tests.output.html import attribute, first
from tests.output.publish_content import publish_site

OURS = ("title", "meta[name='description']", ".cb-header", "article", ".cb-footer")
"""What is ours on a page; the rest is the theme's."""


@pytest.fixture(scope="module")
def second_site() -> Site:
    return replace(sample_site.site(), engine="zensical")


@pytest.fixture(scope="module")
def second(
    second_site: Site, folders: tuple[Path, ...], tmp_path_factory: pytest.TempPathFactory
) -> Shells:
    return load_shells(second_site, folders, tmp_path_factory.mktemp("second"))


def parts(html: str) -> list[str | None]:
    tree = LexborHTMLParser(html)
    return [first(tree, selector).html for selector in OURS]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_both_engines_give_the_same_page(stamp: Stamp, second: Shells, language: str) -> None:
    page = sample_site.page("case", language)
    there = Stamp(sample_site.site(), second).html(page)
    assert parts(there) == parts(stamp.html(page))


def test_a_site_is_published_by_it(
    second_site: Site, folders: tuple[Path, ...], tmp_path: Path
) -> None:
    content = sample_site.content(site=second_site)
    assert publish_site(content, folders, tmp_path / "cache", tmp_path / "site") == ()
    html = (tmp_path / "site" / "cases" / "sample.html").read_text(encoding="utf-8")
    tree = LexborHTMLParser(html)
    assert attribute(tree, 'meta[name="generator"]', "content") == zensical_engine.versions()
    assert attribute(tree, ".md-skip", "href") == "#top"


def test_only_what_pages_use_is_kept_of_its_theme(second: Shells) -> None:
    files = [path for path in second.assets.rglob("*.*") if path.is_file()]
    names = [path.relative_to(second.assets).as_posix() for path in files]
    theme = sorted(name for name in names if name.startswith(("javascripts/", "stylesheets/")))
    assert [name.partition(".")[0] for name in theme] == [
        "javascripts/bundle",
        "stylesheets/classic/main",
    ]


def test_where_it_is_not_installed_a_sentence_says_how(
    second_site: Site, folders: tuple[Path, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(zensical_engine, "version", missing)
    with pytest.raises(EnvironmentFailure, match=r"-m pip install zensical==\d"):
        load_shells(second_site, folders, tmp_path)


@pytest.mark.parametrize(
    "ignored",
    [
        ("fragments/tags/default/tag.html", "<b>ours</b>", "no such file"),
        ("partials/footer.html", "{{ page.file.src_uri }}", "page.file"),
        ("partials/footer.html", "{% for one in pages %}{% endfor %}", "pages"),
        ("partials/footer.html", "{{ config.hooks }}", "config.hooks"),
    ],
)
def test_a_theme_file_that_it_would_ignore_is_refused_by_name(
    folders: tuple[Path, ...], second_site: Site, tmp_path: Path, ignored: tuple[str, str, str]
) -> None:
    name, text, said = ignored
    own = tmp_path / "templates"
    file = own / "theme" / name
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BrokenTemplateError) as refused:
        load_shells(second_site, (own, *folders), tmp_path / "cache")
    assert str(file) in str(refused.value)
    assert said in str(refused.value)


def test_a_theme_file_that_it_can_use_is_used(
    folders: tuple[Path, ...], second_site: Site, tmp_path: Path
) -> None:
    own = tmp_path / "templates" / "theme" / "partials"
    own.mkdir(parents=True)
    (own / "footer.html").write_text("{% include 'partials/mine.html' %}", encoding="utf-8")
    (own / "mine.html").write_text("<footer>mine</footer>", encoding="utf-8")
    shells = load_shells(second_site, (tmp_path / "templates", *folders), tmp_path / "cache")
    text = "".join(part for part in shells.of["en", "home"] if isinstance(part, str))
    assert "<footer>mine</footer>" in text


def test_a_warning_of_it_fails_with_its_text(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("[a](nowhere.md)", encoding="utf-8")
    configuration = tmp_path / "mkdocs.yml"
    configuration.write_text("site_name: x\nplugins: []\n", encoding="utf-8")
    with pytest.raises(EnvironmentFailure, match=r"page does not exist"):
        zensical_engine.build(configuration, tmp_path / "built")
