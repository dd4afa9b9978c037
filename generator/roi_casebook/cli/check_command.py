"""`casebook check`: all that is wrong with a site's files."""

from dataclasses import replace
from pathlib import Path

import click

from roi_casebook.cli.chosen_site import site_option, the_site
from roi_casebook.cli.endings import CONTENT_HAS_ERRORS
from roi_casebook.pages.parts.unused_templates import with_unused_templates
from roi_casebook.problems import has_errors
from roi_casebook.reading.files.checking import Checked, checked, files_at
from roi_casebook.reading.files.report import as_github, as_json, as_text


@click.command("check")
@click.argument(
    "paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path)
)
@site_option
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text")
@click.pass_context
def check_command(
    context: click.Context, paths: tuple[Path, ...], stated: Path | None, form: str
) -> None:
    """Say all that is wrong with the site's files, or with the case files at PATH."""
    site = the_site(stated, paths)
    for path in paths:
        if not files_at(path, site):
            raise click.UsageError(f"{path} holds no case files: they end with .yml")
    found = checked(site, paths) if paths else with_unused_templates(checked(site))
    report = {"text": _text, "json": _json, "github": _github}[form](found)
    click.echo(report, nl=bool(report))
    context.exit(CONTENT_HAS_ERRORS if has_errors(found.problems) else 0)


def _text(found: Checked) -> str:
    return as_text(found.problems, found.lines)


def _json(found: Checked) -> str:
    return as_json(found.problems)


def _github(found: Checked) -> str:
    """Name files from the folder of the command: that is the repository's root in a workflow."""
    return as_github(
        replace(problem, file=found.path(problem.file).as_posix()) for problem in found.problems
    )
