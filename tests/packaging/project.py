"""The project as a folder: where it is, and how to copy, run and look at it elsewhere."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def run(*command: str | Path, cwd: Path, env: Mapping[str, str] | None = None) -> str:
    """Standard output of a command; if it fails, the test shows all that it said."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env=clean_environment(env or {}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, (
        f"{command} ended with {done.returncode}\n{done.stdout}{done.stderr}"
    )
    return done.stdout


def clean_environment(extra: Mapping[str, str]) -> dict[str, str]:
    """The environment without what would let a command see this project's own code."""
    return {k: v for k, v in os.environ.items() if k not in {"PYTHONPATH", "VIRTUAL_ENV"}} | dict(
        extra
    )


def copy_project(target: Path) -> Path:
    """The files of an unpacked archive: no history, nothing that a command made."""
    return shutil.copytree(ROOT, target, ignore=made)


def made(folder: str, names: list[str]) -> set[str]:
    """Of the names in a folder, those that no archive holds."""
    at_root = {"site"} if Path(folder) == ROOT else set()
    return {name for name in names if name.startswith(".") or name == "__pycache__"} | at_root


def copy_content(target: Path) -> Path:
    """All that a site of one's own needs: cases/ and site_config.yml."""
    shutil.copytree(ROOT / "cases", target / "cases")
    shutil.copy(ROOT / "site_config.yml", target)
    return target


def assert_site_is_built(folder: Path) -> None:
    """Both home pages and a page for each case, in each language, with text on it."""
    slugs = [case.stem for case in (folder / "cases").glob("*.yml")]
    pages = ["index.html", *(f"cases/{slug}.html" for slug in slugs)]
    wanted = [folder / "site" / language / page for language in ("", "fr") for page in pages]
    assert slugs
    assert [page for page in wanted if not page.is_file()] == []
    assert all("<h1" in page.read_text(encoding="utf-8") for page in wanted)
