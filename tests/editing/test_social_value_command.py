"""`figures`, `explain` and `diff` where a case has social value: each lane by itself."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from roi_casebook.cli import main
from roi_casebook.editing.diff.judging import Judging
from roi_casebook.editing.diff.moves import moves
from roi_casebook.roi.figure_table import MONEY_FIGURES, SOCIAL_FIGURES

ROOT = Path(__file__).parents[2]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Make a site of the made-up case with social value."""
    (tmp_path / "cases").mkdir()
    (tmp_path / "site_config.yml").write_bytes((ROOT / "site_config.yml").read_bytes())
    case = (ROOT / "tests" / "pages" / "social_case.yml").read_bytes()
    (tmp_path / "cases" / "walking.yml").write_bytes(case)
    return tmp_path


def run(site: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--site", str(site)], catch_exceptions=False)


def test_figures_of_money_and_of_social_value_are_two_lists(site: Path) -> None:
    data = json.loads(run(site, "figures", "walking", "--format", "json").stdout)
    assert not data["figures"].keys() & (SOCIAL_FIGURES.keys() - MONEY_FIGURES.keys())
    assert list(data["social"]["figures"]) == list(SOCIAL_FIGURES)
    assert (data["basis"]["lane"], data["social"]["basis"]["lane"]) == ("hard", "social")
    assert data["social"]["figures"]["sroi_ratio"]["value"] == pytest.approx(3.0059, abs=1e-4)


def test_the_list_for_people_marks_a_point(site: Path) -> None:
    money, social = run(site, "figures", "walking").stdout.split("in nobody’s accounts")
    assert "SROI" not in money
    assert "3.01 (a point without a range)" in social


def test_social_value_is_explained_in_its_own_words(site: Path) -> None:
    told = run(site, "explain", "walking", "sroi_ratio").stdout
    assert "net outcomes" in told
    assert "= £60,119 ÷ £20,000 = 3.006" in told
    assert "worth = £500 per person" in told
    assert "Rent saved" not in told
    assert "NPV" not in told


def test_all_is_explained_lane_by_lane(site: Path) -> None:
    told = run(site, "explain", "walking").stdout
    assert told.index("npv:") < told.index("sroi_ratio:")
    assert told.count("pv_costs:") == 2


def test_the_cost_that_both_lanes_have_is_explained_once(site: Path) -> None:
    assert run(site, "explain", "walking", "pv_costs").stdout.count("pv_costs:") == 1


def test_a_change_of_social_value_moves_no_figure_of_money(site: Path) -> None:
    judging, raw = Judging.of(site, site), (site / "cases" / "walking.yml").read_bytes()
    edited = raw.replace(b"value: 500,", b"value: 600,")
    before, after = (judging.facts("walking", each) for each in (raw, edited))
    assert before is not None
    assert after is not None
    moved = [each.place for each in moves(before, after)]
    figures = {place.of for place in moved if place.kind == "figure"}
    assert figures == {"pv_social_value", "npv_social", "sroi_ratio", "net_sroi"}
