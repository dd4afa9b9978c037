"""A language is a file: the whole site in one that nobody speaks, and in one with three texts."""

import re
from pathlib import Path

import pytest

from tests.languages.made_up import LANGUAGE, made_up_catalogue
from tests.languages.new_language import casebook, package_with, small_site

pytestmark = pytest.mark.slow
MAKE_KNOWN = "import tests.languages.made_up"
SPOKEN = ("alt", "title", "aria-label", "aria-description", "placeholder", "content", "label")
WORD = re.compile(r"[A-Za-z]{3,}")


def test_what() -> None:
    """Replaced below."""


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in the language that nobody speaks, its first, and in English."""
    folder = tmp_path_factory.mktemp("made-up")
    source = package_with(made_up_catalogue(), LANGUAGE, folder)
    site = small_site(f"[en, {LANGUAGE}]", folder / "site")
    casebook(source, "build", "--site", str(site), first=MAKE_KNOWN)
    return site / "site"
