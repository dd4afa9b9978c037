"""What `build` says when it is done: where the site is, and how to see it."""

import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from roi_casebook import build
from roi_casebook.cli import main
from roi_casebook.reading.files.checking import checked

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("named", "out", "said"),
    [
        (False, None, "or run casebook serve."),
        (True, None, "or run casebook serve --site {site}."),
        (False, "elsewhere", None),
        (True, "elsewhere", None),
    ],
)
def test_it_names_a_command_that_works_here(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    named: bool,
    out: str | None,
    said: str | None,
) -> None:
    site = tmp_path / "a site"
    (site / "cases").mkdir(parents=True)
    (site / "site_config.yml").write_bytes((ROOT / "site_config.yml").read_bytes())
    monkeypatch.chdir(tmp_path if named else site)
    monkeypatch.setattr(
        build, "build", lambda site, *_given, **_more: build.Built(checked(site), ())
    )
    options = [*(["--site", str(site)] if named else []), *(["--out", out] if out else [])]
    told = CliRunner().invoke(main, ["build", *options], catch_exceptions=False).stdout
    assert told.startswith("The site is in ")
    assert ("casebook serve" in told) == bool(said)
    assert (said or "index.html.").format(site=shlex.quote(str(site))) in told


def test_what_is_served_outlives_a_mistake_of_ours(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fails(*_given: object, **_more: object) -> bool:
        raise ValueError("Invalid IPv6 URL")

    (tmp_path / "site_config.yml").write_text("title: T\n", encoding="utf-8")
    monkeypatch.setattr("roi_casebook.cli.serve_command.built", fails)
    monkeypatch.setattr("roi_casebook.cli.serve_command.changes", lambda _site: iter([None, None]))
    result = CliRunner().invoke(main, ["serve", "--port", "0", "--site", str(tmp_path)])
    assert result.exit_code == 0
    assert result.output.count("ValueError: Invalid IPv6 URL") == 3
    assert "a mistake in casebook itself" in result.output
