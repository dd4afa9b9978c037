import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from roi_casebook.output import programs
from roi_casebook.output.engines import mkdocs_engine, zensical_engine
from roi_casebook.output.engines.choice import Engine
from roi_casebook.output.engines.shells import Shells, load_shells
from roi_casebook.output.failures import EnvironmentFailure, FailedTemplate
from roi_casebook.pages.parts.templates import BrokenTemplateError
from roi_casebook.pages.site.main_pages import KINDS
from tests.output import sample_site


def no_engine(*_arguments: object) -> None:
    raise AssertionError("the engine was started")


def with_theme_file(site: Path, name: str, text: bytes) -> tuple[Path, ...]:
    file = site / "templates" / "theme" / name
    file.parent.mkdir(parents=True)
    file.write_bytes(text)
    return (site / "templates",)


def test_there_is_a_shell_for_each_kind_and_language(shells: Shells) -> None:
    assert set(shells.of) == {(one, kind) for one in ("en", "fr") for kind in KINDS}


def test_the_engine_does_not_start_again_for_the_same_site(
    shells: Shells, folders: tuple[Path, ...], cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mkdocs_engine, "build", no_engine)
    again = load_shells(sample_site.site(), folders, cache)
    assert again.of == shells.of


@pytest.mark.parametrize("lost", ["en/case.html", "assets/casebook.svg", "files.json"])
@pytest.mark.parametrize("left", [None, b"", b"{"])
def test_shells_that_lost_a_file_are_made_again(
    folders: tuple[Path, ...], tmp_path: Path, lost: str, left: bytes | None, whole: Path
) -> None:
    cache = tmp_path / "cache"
    shutil.copytree(whole, cache)
    site = sample_site.site(languages=("en",))
    (kept,) = cache.iterdir()
    (kept / lost).unlink()
    if left is not None:
        (kept / lost).write_bytes(left)
    assert load_shells(site, folders, cache).of == load_shells(site, folders, whole).of
    assert [path.name for path in cache.iterdir()] == [kept.name]
    names = [path.relative_to(whole) for path in whole.rglob("*") if path.is_file()]
    assert all((cache / name).read_bytes() == (whole / name).read_bytes() for name in names)


@pytest.fixture(scope="module")
def whole(folders: tuple[Path, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    cache = tmp_path_factory.mktemp("whole")
    load_shells(sample_site.site(languages=("en",)), folders, cache)
    return cache


def test_another_template_makes_other_shells(
    folders: tuple[Path, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = with_theme_file(tmp_path, "partials/footer.html", b"<footer>ours</footer>")
    site = sample_site.site(languages=("en",))
    shells = load_shells(site, own + folders, tmp_path / "cache")
    text = [part for part in shells.of["en", "home"] if isinstance(part, str)]
    assert "<footer>ours</footer>" in "".join(text)
    assert len(list((tmp_path / "cache").iterdir())) == 1
    monkeypatch.setattr(mkdocs_engine, "build", no_engine)
    with pytest.raises(AssertionError):
        load_shells(site, folders, tmp_path / "cache")


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{% if %}", ": .*end of"),
        ("{{ nope.x }}", ": .*undefined"),
        ("{{ 1 // 0 }}", ": .*zero|1 // 0"),
        ("{{ 1 | nope }}", ": .*nope"),
        ('{% include "partials/no.html" %}', r': .*partials/no\.html["\' a-z]*$'),
        ("caf\xe9", ": it is no UTF-8"),
    ],
)
def test_a_template_that_fails_is_told_with_its_place_in_one_line(
    folders: tuple[Path, ...], tmp_path: Path, engine: str, text: str, why: str
) -> None:
    name = "partials/footer.html"
    own = with_theme_file(tmp_path, name, f"<p>\n{text}\n".encode("latin-1"))
    site = replace(sample_site.site(languages=("en",)), engine=engine)
    with pytest.raises(BrokenTemplateError, match=why) as failed:
        load_shells(site, own + folders, tmp_path / "cache")
    place = f"The template {own[0] / 'theme' / name}, line 2 failed: "
    assert str(failed.value).startswith(place)
    assert "\n" not in str(failed.value)
    assert not list((tmp_path / "cache").glob("*"))


@pytest.mark.parametrize(
    ("dropped", "why"),
    [
        ("{{ slot.eachaddress }}", "slot.address stands outside slot.eachaddress"),
        ("{{ slot.endaddress }}", "slot.endaddress is missing"),
        ("<title>{{ slot.title }}", "slot.title is missing"),
    ],
)
def test_a_theme_that_makes_no_whole_page_is_named(
    folders: tuple[Path, ...], tmp_path: Path, dropped: str, why: str
) -> None:
    whole = (folders[0] / "theme" / "main.html").read_text(encoding="utf-8")
    assert dropped in whole
    text = whole.replace(dropped, "").replace('content="{{ slot.title }}"', 'content=""')
    own = with_theme_file(tmp_path, "main.html", text.encode())
    with pytest.raises(BrokenTemplateError, match=re.escape(why)) as failed:
        load_shells(sample_site.site(languages=("en",)), own + folders, tmp_path / "cache")
    assert str(own[0] / "theme" / "main.html") in str(failed.value)


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_an_unchanged_copy_of_the_theme_makes_the_same_shells(
    folders: tuple[Path, ...], tmp_path: Path, engine: str
) -> None:
    shutil.copytree(folders[0] / "theme", tmp_path / "templates" / "theme")
    site = replace(sample_site.site(languages=("en",)), engine=engine)
    own = load_shells(site, (tmp_path / "templates", *folders), tmp_path / "cache")
    shipped = load_shells(site, folders, tmp_path / "other")
    assert own.of == shipped.of


@pytest.mark.parametrize("engine", [mkdocs_engine, zensical_engine])
@pytest.mark.parametrize(
    ("ended", "told"),
    [
        ((1, "Traceback (most recent):\n  File 'x'\n    y\nOSError: z\n"), ":\nOSError: z"),
        ((1, "OSError: [Errno 28] No space left on device: 'x'\n"), ": the disk is full."),
        ((1, "panic: Os { code: 28, kind: StorageFull }"), ": the disk is full."),
        ((1, "ERROR   -  nothing works\n"), ":\nERROR   -  nothing works"),
        ((3, ""), ":\nit ended with 3, and said nothing"),
        ((-9, ""), ":\nit was ended by signal 9"),
    ],
)
def test_an_engine_that_dies_is_told_in_its_last_words(
    monkeypatch: pytest.MonkeyPatch, engine: Engine, ended: tuple[int, str], told: str
) -> None:
    code, said = ended
    run = subprocess.CompletedProcess(["engine"], code, "", said)
    monkeypatch.setattr(programs, "run", lambda *_given: run)
    with pytest.raises(EnvironmentFailure) as failed:
        engine.build(Path("mkdocs.yml"), Path("built"))
    assert str(failed.value) == f"The site engine could not make the page shells{told}"


def test_a_template_of_the_theme_itself_is_no_error_of_the_site(
    folders: tuple[Path, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_given: object) -> None:
        raise FailedTemplate("base.html", 3, "why")

    monkeypatch.setattr(mkdocs_engine, "build", failing)
    with pytest.raises(EnvironmentFailure, match=r"base\.html, line 3: why"):
        load_shells(sample_site.site(languages=("en",)), folders, tmp_path / "cache")


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
