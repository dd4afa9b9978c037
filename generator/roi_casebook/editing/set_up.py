"""`casebook doctor`: what a set-up needs, each held against this machine and this site, with what to do."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from platform import python_version
from tempfile import TemporaryFile

from roi_casebook import __version__
from roi_casebook.config import SiteConfig
from roi_casebook.problems import has_errors
from roi_casebook.reading.files.library_folder import CASES, case_names
from roi_casebook.reading.files.site_file import CONFIG_NAME, read_config
from roi_casebook.wording.catalogue import Catalogue
from roi_casebook.written.languages import languages

OLDEST = (3, 11)
_SECONDS = 60
_MODULES: Mapping[str, tuple[str, ...]] = {
    "mkdocs": ("mkdocs", "material"),
    "zensical": ("zensical",),
}
"""What each engine of a site is made of."""


@dataclass(frozen=True)
class SetUp:
    """One thing that is needed. told: what was found, or what to do where it is not as it should be.

    is_needed: whether anything fails without it.
    """

    name: str
    is_well: bool
    told: str
    is_needed: bool = True


def set_up(site: Path | None, words: Catalogue) -> Iterator[SetUp]:
    """Look at everything that building needs. site: None where no folder is one."""
    yield _python(words)
    config = read_config(site) if site else None
    known = config.config if config else None
    yield from _engine(known.engine if known else "mkdocs", words)
    yield _search(words)
    yield _git(site, words)
    if site is None or config is None:
        yield SetUp("site", is_well=False, told=words.t("doctor.no_site", file=CONFIG_NAME))
        return
    yield _config(site, known, has_wrong=has_errors(config.problems), words=words)
    if known:
        yield from _languages(known, words)
    yield _writable(site, words)


def _python(words: Catalogue) -> SetUp:
    told = words.t("doctor.python", version=python_version(), own=__version__)
    is_well = sys.version_info >= OLDEST
    oldest = ".".join(map(str, OLDEST))
    return SetUp(
        "python", is_well, told if is_well else words.t("doctor.old_python", oldest=oldest)
    )


def _engine(engine: str, words: Catalogue) -> Iterator[SetUp]:
    missing = [name for name in _MODULES[engine] if find_spec(name) is None]
    told = (
        words.t("doctor.no_engine", engine=engine)
        if missing
        else words.t("doctor.engine", engine=engine)
    )
    yield SetUp("engine", not missing, told)


def _search(words: Catalogue) -> SetUp:
    """Ask the search for its version: its program comes in a wheel of each system."""
    version = _said(sys.executable, "-m", "pagefind", "--version")
    told = words.t("doctor.search", version=version) if version else words.t("doctor.no_search")
    return SetUp("search", bool(version), told)


def _git(site: Path | None, words: Catalogue) -> SetUp:
    if shutil.which("git") is None:
        return SetUp("git", is_well=False, told=words.t("doctor.no_git"), is_needed=False)
    inside = _said("git", "-C", str(site or Path()), "rev-parse", "--is-inside-work-tree")
    is_well = inside == "true"
    return SetUp("git", is_well, words.t("doctor.git" if is_well else "doctor.no_repository"), is_needed=False)  # fmt: skip


def _config(site: Path, known: SiteConfig | None, *, has_wrong: bool, words: Catalogue) -> SetUp:
    if known is None or has_wrong:
        return SetUp("site", is_well=False, told=words.t("doctor.broken_site", file=str(site / CONFIG_NAME)))  # fmt: skip
    cases = len(case_names(site))
    told = words.t("doctor.site", folder=str(site), n=cases) if cases else words.t("doctor.no_cases", folder=str(site / CASES))  # fmt: skip
    return SetUp("site", bool(cases), told)


def _languages(config: SiteConfig, words: Catalogue) -> Iterator[SetUp]:
    missing = [name for name in config.languages if name not in languages()]
    named = ", ".join(missing or config.languages)
    told = words.t("doctor.no_languages" if missing else "doctor.languages", languages=named)
    yield SetUp("languages", not missing, told)


def _writable(site: Path, words: Catalogue) -> SetUp:
    """Write a file that is gone at once, where the site is published and where pages are made."""
    for folder in (site, site / CASES if (site / CASES).is_dir() else site):
        try:
            with TemporaryFile(dir=folder) as file:
                file.write(b"0" * os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else b"0")
        except OSError as error:
            why = error.strerror or str(error)
            return SetUp("folder", is_well=False, told=words.t("doctor.not_writable", folder=str(folder), why=why))  # fmt: skip
    return SetUp("folder", is_well=True, told=words.t("doctor.writable", folder=str(site)))


def _said(*command: str) -> str:
    """Give what a program answers, or "" where it cannot be run."""
    try:
        done = subprocess.run(  # noqa: S603 -- our own Python, and git
            command, capture_output=True, check=False, text=True, timeout=_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
