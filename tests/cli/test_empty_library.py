"""A site whose library shows no case: new, all in draft, or all withdrawn."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from roi_casebook.cli import main

ROOT = Path(__file__).parents[2]
WITHDRAWN: dict[str, object] = {
    "state": "withdrawn",
    "withdrawn": {"on": "2026-11-01", "why": "Its source is gone."},
}
STATES: dict[str, dict[str, object] | None] = {
    "none": None,
    "draft": {"state": "draft"},
    "withdrawn": WITHDRAWN,
}


@pytest.mark.slow
@pytest.mark.parametrize("state", STATES)
def test_a_site_without_published_cases_is_built_and_says_so(state: str, tmp_path: Path) -> None:
    write_site(tmp_path, STATES[state])
    arguments = ["build", "--site", str(tmp_path), "--out", str(tmp_path / "out")]
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.stderr
    for page in ("index.html", "listings.html", "cases/index.html"):
        assert "No case is published yet." in (tmp_path / "out" / page).read_text("utf-8"), page
        assert "Aucun cas" in (tmp_path / "out" / "fr" / page).read_text("utf-8"), page
    tombstone = tmp_path / "out" / "cases" / "need-a-cake.html"
    assert tombstone.is_file() == (state == "withdrawn")


def write_site(site: Path, changes: dict[str, object] | None) -> None:
    config = yaml.safe_load((ROOT / "site_config.yml").read_text("utf-8")) | {"metrics": {}}
    (site / "site_config.yml").write_text(yaml.safe_dump(config), "utf-8")
    (site / "cases").mkdir()
    if changes is not None:
        case = yaml.safe_load((ROOT / "cases" / "need-a-cake.yml").read_text("utf-8"))
        text = yaml.safe_dump(case | changes, allow_unicode=True, sort_keys=False)
        (site / "cases" / "need-a-cake.yml").write_text(text, "utf-8")
