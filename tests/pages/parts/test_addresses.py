from posixpath import dirname, join, normpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_casebook.pages.parts.addresses import in_site, path_of, relative, to_root

FOLDERS = st.lists(st.sampled_from(["cases", "fr", "sectors"]), max_size=3)
ADDRESSES = st.builds(
    lambda folders, name: "/".join([*folders, name]), FOLDERS, st.sampled_from(["a.html", "b.html"])
)


@pytest.mark.parametrize(
    ("here", "there", "link"),
    [
        ("index.html", "cases/a.html", "cases/a.html"),
        ("cases/a.html", "cases/b.html", "b.html"),
        ("cases/a.html", "index.html", "../index.html"),
        ("cases/a.html", "method.html#roi", "../method.html#roi"),
        ("index.html", "cases/a b.html", "cases/a%20b.html"),
    ],
)
def test_relative(here: str, there: str, link: str) -> None:
    assert relative(here, there) == link


@given(ADDRESSES, ADDRESSES)
def test_a_relative_link_leads_there(here: str, there: str) -> None:
    assert normpath(join(dirname(here), relative(here, there))) == there


@given(ADDRESSES)
def test_the_way_to_the_root_leads_to_the_root(here: str) -> None:
    assert normpath(join(dirname(here), to_root(here), "index.html")) == "index.html"


def test_the_default_language_stands_at_the_root() -> None:
    assert in_site("en", "method.html", "en") == "method.html"
    assert in_site("fr", "method.html", "en") == "fr/method.html"


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https://example.org/", ""),
        ("https://example.org/casebook/", "/casebook"),
        ("https://example.org/a b/", "/a%20b"),
    ],
)
def test_path_of(address: str, path: str) -> None:
    assert path_of(address) == path
