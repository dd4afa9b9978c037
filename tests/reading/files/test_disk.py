"""What a disk that takes no more leaves of a file that is written."""

import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from roi_casebook.reading.files.disk import write_new, write_whole

TEXT = "x" * 1000


@contextmanager
def a_disk_that_takes(size: int) -> Iterator[None]:
    """Let no file grow beyond a size: writing fails then, after a first part."""
    if sys.platform == "win32":
        pytest.skip("limits are those of POSIX")
    import resource  # noqa: PLC0415 -- not on every system

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_what_was_there_stays(tmp_path: Path) -> None:
    file = tmp_path / "file.md"
    file.write_bytes(b"what was there")
    with pytest.raises(OSError, match="too large"), a_disk_that_takes(100):
        write_whole(file, TEXT)
    assert file.read_bytes() == b"what was there"
    assert [path.name for path in tmp_path.iterdir()] == ["file.md"]


def test_no_half_of_a_new_file_stays(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="too large"), a_disk_that_takes(100):
        write_new(tmp_path / "new.yml", TEXT)
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_there_is_not_written_anew(tmp_path: Path) -> None:
    file = tmp_path / "file.yml"
    file.write_text("kept")
    with pytest.raises(FileExistsError):
        write_new(file, TEXT)
    assert file.read_text() == "kept"


def test_a_file_keeps_its_mode_and_a_link_its_place(tmp_path: Path) -> None:
    file, link = tmp_path / "file.md", tmp_path / "link.md"
    file.write_text("old")
    file.chmod(0o640)
    link.symlink_to(file)
    write_whole(link, "a\nb")
    assert link.is_symlink()
    assert file.read_bytes() == b"a\nb"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
