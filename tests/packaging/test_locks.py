"""The lock files hold what pyproject.toml asks for, with hashes and no address of an index."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.packaging.project import ROOT

SITE, DEV = ROOT / "requirements.lock", ROOT / "requirements-dev.lock"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
OF_THE_SITE = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["build"]]
OF_DEVELOPMENT = [line for line in PROJECT["dependency-groups"]["dev"] if isinstance(line, str)]


def entries(lock: Path) -> list[str]:
    """One text for each package of a lock: name, version, condition and hashes."""
    text = re.sub(r"^\s*#.*\n", "", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [entry.replace("\\\n", " ") for entry in re.split(r"\n(?=\S)", text.strip())]


def pins(lock: Path) -> dict[str, str]:
    """Name to version of each package of a lock."""
    names = (re.match(r"([\w.-]+)==([^\s;]+)", entry) for entry in entries(lock))
    return {canonicalize_name(found[1]): found[2] for found in names if found}


def missing(wanted: list[str], lock: Path) -> list[str]:
    """The requirements that a lock does not hold in a version that they allow."""
    held = pins(lock)
    return [line for line in wanted if not allows(Requirement(line), held)]


def allows(asked: Requirement, held: dict[str, str]) -> bool:
    """Whether the version held of a package is one that is asked for."""
    version = held.get(canonicalize_name(asked.name))
    return version is not None and asked.specifier.contains(version)


def test_site_lock_holds_what_the_site_asks_for() -> None:
    assert missing(OF_THE_SITE, SITE) == []


def test_development_lock_holds_everything_in_the_same_versions() -> None:
    assert missing(OF_THE_SITE + OF_DEVELOPMENT, DEV) == []
    assert pins(SITE).items() <= pins(DEV).items()


@pytest.mark.parametrize("lock", [SITE, DEV], ids=lambda lock: lock.name)
def test_each_package_is_pinned_with_hashes(lock: Path) -> None:
    assert [
        entry for entry in entries(lock) if "==" not in entry or "--hash=sha256:" not in entry
    ] == []


@pytest.mark.parametrize("lock", [SITE, DEV], ids=lambda lock: lock.name)
def test_no_lock_names_an_index(lock: Path) -> None:
    assert (
        re.findall(
            r"https?:|file:|--(?:extra-)?index|--find-links", lock.read_text(encoding="utf-8")
        )
        == []
    )
