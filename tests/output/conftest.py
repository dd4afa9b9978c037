"""One set of shells for all tests of this room: the engine runs once."""

from pathlib import Path

import pytest

from roi_casebook.output.engines.shells import Shells, load_shells
from roi_casebook.output.site.stamp import Stamp
from roi_casebook.pages.parts.templates import template_folders
from tests.output import sample_site


@pytest.fixture(scope="session")
def folders() -> tuple[Path, ...]:
    return template_folders(Path("a site without templates"))


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shells")


@pytest.fixture(scope="session")
def shells(cache: Path, folders: tuple[Path, ...]) -> Shells:
    return load_shells(sample_site.site(), folders, cache)


@pytest.fixture
def stamp(shells: Shells) -> Stamp:
    return Stamp(sample_site.site(), shells)
