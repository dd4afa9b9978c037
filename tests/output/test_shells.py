from pathlib import Path

import pytest

from roi_casebook.output import mkdocs_engine
from roi_casebook.output.failures import EnvironmentFailure
from roi_casebook.output.page import KINDS
from roi_casebook.output.shells import Shells, load_shells
from tests.output import sample_site


def no_engine(*_arguments: object) -> None:
    raise AssertionError("the engine was started")


def with_theme_file(site: Path, name: str, text: str) -> tuple[Path, ...]:
    file = site / "templates" / "theme" / name
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return (site / "templates",)


def test_there_is_a_shell_for_each_kind_and_language(shells: Shells) -> None:
    assert set(shells.of) == {(one, kind) for one in ("en", "fr") for kind in KINDS}


def test_the_engine_does_not_start_again_for_the_same_site(
    shells: Shells, folders: tuple[Path, ...], cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mkdocs_engine, "build", no_engine)
    again = load_shells(sample_site.site(), folders, cache)
    assert again.of == shells.of


def test_another_template_makes_other_shells(
    folders: tuple[Path, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = with_theme_file(tmp_path, "partials/footer.html", "<footer>ours</footer>")
    site = sample_site.site(languages=("en",))
    shells = load_shells(site, own + folders, tmp_path / "cache")
    text = [part for part in shells.of["en", "home"] if isinstance(part, str)]
    assert "<footer>ours</footer>" in "".join(text)
    assert len(list((tmp_path / "cache").iterdir())) == 1
    monkeypatch.setattr(mkdocs_engine, "build", no_engine)
    with pytest.raises(AssertionError):
        load_shells(site, folders, tmp_path / "cache")


def test_a_template_that_fails_is_told_with_its_place(
    folders: tuple[Path, ...], tmp_path: Path
) -> None:
    own = with_theme_file(tmp_path, "partials/footer.html", "<p>\n{% if %}\n")
    with pytest.raises(EnvironmentFailure, match=r"(?s)footer.html.*line 2"):
        load_shells(sample_site.site(languages=("en",)), own + folders, tmp_path / "cache")
    assert not list((tmp_path / "cache").iterdir())


def test_a_warning_of_the_engine_fails_with_its_text(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("[a](nowhere.md)", encoding="utf-8")
    configuration = tmp_path / "mkdocs.yml"
    configuration.write_text("site_name: x\nplugins: []\n", encoding="utf-8")
    with pytest.raises(EnvironmentFailure, match=r"nowhere\.md"):
        mkdocs_engine.build(configuration, tmp_path / "built")


def test_the_one_notice_that_is_silenced_is_the_end_of_the_theme(
    folders: tuple[Path, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mkdocs_engine, "_SILENCED", {})
    monkeypatch.delenv("NO_MKDOCS_2_WARNING", raising=False)
    with pytest.raises(EnvironmentFailure, match="reaches end of life"):
        load_shells(sample_site.site(languages=("en",)), folders, tmp_path)


def test_only_what_pages_use_is_kept_of_the_theme(shells: Shells) -> None:
    names = {path.relative_to(shells.assets).as_posix() for path in shells.assets.rglob("*.*")}
    assert not [name for name in names if name.endswith(".map") or "lunr" in name]
    assert "fonts/inter.woff2" in names
    assert [name for name in names if name.startswith("casebook.") and name.endswith(".css")]


def test_a_cache_may_be_named_from_the_current_folder(
    folders: tuple[Path, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shells = load_shells(sample_site.site(languages=("en",)), folders, Path("cache"))
    assert {language for language, _ in shells.of} == {"en"}
