import os
from datetime import date
from pathlib import Path

import pytest

from roi_casebook.output.failures import EnvironmentFailure
from roi_casebook.output.publishing import publish as module
from roi_casebook.output.publishing.edition import Edition
from roi_casebook.output.publishing.folder_lock import try_lock
from roi_casebook.output.publishing.publish import MARKDOWN, SITE, mark, publish, staging

EDITION = Edition(date(2026, 11, 22), None)


def build(out: Path, text: str) -> None:
    with staging(out) as stage:
        (stage / "index.html").write_text(text, encoding="utf-8")
        mark(stage, EDITION)
        publish(stage, out)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_site_is_published_where_there_was_none(tmp_path: Path) -> None:
    build(tmp_path / "deep" / "site", "one")
    assert names(tmp_path / "deep") == ["site"]
    assert names(tmp_path / "deep" / "site") == [SITE.marker, "index.html"]


@pytest.mark.parametrize("system_exchanges", [True, False])
def test_a_site_replaces_the_last_one_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, system_exchanges: bool
) -> None:
    if not system_exchanges:
        monkeypatch.setattr(module, "exchange", lambda *_folders: False)
    build(tmp_path / "site", "one")
    (tmp_path / "site" / "old.html").touch()
    build(tmp_path / "site", "two")
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "two"
    assert names(tmp_path / "site") == [SITE.marker, "index.html"]
    assert names(tmp_path) == ["site"]


def test_a_build_that_fails_leaves_the_last_site_and_nothing_else(tmp_path: Path) -> None:
    build(tmp_path / "site", "one")
    with pytest.raises(RuntimeError), staging(tmp_path / "site"):
        raise RuntimeError
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "one"
    assert names(tmp_path) == ["site"]


def test_a_folder_with_other_files_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").touch()
    with pytest.raises(EnvironmentFailure, match="holds files but no site of ours"):
        build(tmp_path, "one")
    assert names(tmp_path) == ["thesis.txt"]


def test_one_form_does_not_replace_another(tmp_path: Path) -> None:
    build(tmp_path / "site", "one")
    with (
        pytest.raises(EnvironmentFailure, match=r"holds files but no Markdown of ours \(no .*json"),
        staging(tmp_path / "site", MARKDOWN),
    ):
        pass
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "one"


def test_an_empty_folder_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    build(tmp_path / "site", "one")
    assert (tmp_path / "site" / "index.html").is_file()


def test_a_file_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "site").touch()
    with pytest.raises(EnvironmentFailure, match="it is a file, not a folder"):
        build(tmp_path / "site", "one")


def test_a_path_through_a_file_is_told_plainly(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(EnvironmentFailure, match="a file is in the way"):
        build(tmp_path / "file" / "site", "one")


def test_a_full_disk_is_told_plainly(tmp_path: Path) -> None:
    build(tmp_path / "site", "one")
    with pytest.raises(EnvironmentFailure, match="Cannot write the site: the disk is full"):
        full_disk(tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "one"
    assert names(tmp_path) == ["site"]


def full_disk(out: Path) -> None:
    with staging(out), Path("/dev/full").open("w", encoding="utf-8") as file:
        file.write("x")
        file.flush()


def test_no_permission_is_told_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *_arguments: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(EnvironmentFailure, match="there is no permission \\("):
        build(tmp_path / "site", "one")


def test_what_a_killed_build_left_is_removed_and_a_living_build_is_let_be(tmp_path: Path) -> None:
    killed, living = tmp_path / ".site-new-0", tmp_path / ".site-new-1"
    killed.mkdir()
    living.mkdir()
    lock = try_lock(living)
    assert lock is not None
    build(tmp_path / "site", "one")
    os.close(lock)
    assert names(tmp_path) == [".site-new-1", "site"]


def test_a_site_that_a_killed_build_left_aside_is_put_back(tmp_path: Path) -> None:
    build(tmp_path / "site", "one")
    (tmp_path / "site").rename(tmp_path / ".site-old-0")
    with pytest.raises(RuntimeError), staging(tmp_path / "site"):
        raise RuntimeError
    assert names(tmp_path) == ["site"]


def test_a_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "real")
    build(tmp_path / "site", "one")
    assert (tmp_path / "site").is_symlink()
    assert (tmp_path / "real" / "index.html").is_file()


def test_an_interruption_between_two_renames_puts_the_last_site_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "site"
    build(out, "old")
    rename = Path.rename

    def interrupted(path: Path, target: Path) -> Path:
        if target == out and "-new-" in path.name:
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(module, "exchange", lambda *_folders: False)
    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        build(out, "new")
    assert (out / "index.html").read_text() == "old"
    assert names(tmp_path) == ["site"]
