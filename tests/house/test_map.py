"""The map tells of today: its paths exist, and no room is missing from it."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "generator" / "roi_casebook"
MAP = (ROOT / "generator" / "README.md").read_text(encoding="utf-8")
RECIPES = ("A figure", "A field of a case", "A rule", "A chart", "A page", "A language")
OF_MODULES = re.compile(r"`([a-z_]+(?:/[a-z_]+)*/)` \((`[^)]*)\)")
"""A folder, and in brackets modules in it."""


def named() -> set[str]:
    """Give every path that the map names."""
    inside = {
        f"{folder}{module}"
        for folder, modules in OF_MODULES.findall(MAP)
        for module in re.findall(r"`([a-z_]+\.py)`", modules)
    }
    whole = {name for name in re.findall(r"`([\w./]+)`", MAP) if "/" in name}
    return inside | {name for name in whole if "LANGUAGE" not in name}


def test_the_map_names_paths() -> None:
    assert len(named()) > 60


@pytest.mark.parametrize("name", sorted(named()))
def test_a_path_of_the_map_exists(name: str) -> None:
    beside = [room / name for room in PACKAGE.rglob("*/") if room.is_dir()]
    assert any(
        path.exists() for path in (ROOT / name, PACKAGE.parent / name, PACKAGE / name, *beside)
    )


def test_each_room_is_on_the_map() -> None:
    rooms = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    assert {room for room in rooms if f"`{room}/`" not in MAP} == set()


@pytest.mark.parametrize("recipe", RECIPES)
def test_each_recipe_is_there(recipe: str) -> None:
    assert f"\n**{recipe}.** (1) " in MAP
