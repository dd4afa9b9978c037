"""The commands: arguments in, problems out, exit code. What they do lives in the rooms below.

Exit codes: 0 fine, 1 the content has errors, 2 wrong use, 3 the environment failed.
"""

from dataclasses import replace
from pathlib import Path

import click

from roi_casebook import __version__
from roi_casebook.output.failures import EnvironmentFailure, named_failures
from roi_casebook.problems import has_errors
from roi_casebook.reading.checking import Checked, checked
from roi_casebook.reading.report import as_github, as_json, as_text
from roi_casebook.reading.written_schema import write_schema

CONTENT_HAS_ERRORS = 1
ENVIRONMENT_FAILED = 3


class Commands(click.Group):
    """A group whose commands say in a sentence what failed around the content."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; end with 3 where the environment fails."""
        try:
            with named_failures("read or write the site"):
                return super().invoke(ctx)
        except EnvironmentFailure as failure:
            click.echo(str(failure), err=True)
            ctx.exit(ENVIRONMENT_FAILED)


@click.group(cls=Commands)
@click.version_option(__version__, prog_name="casebook")
def main() -> None:
    """Return-on-investment case studies: from YAML files to a checked, bilingual site."""


def the_site(_context: click.Context, _parameter: click.Parameter, folder: Path) -> Path:
    """Refuse a folder that is no site. Errors: click.BadParameter."""
    if not (folder / "site_config.yml").is_file() and not (folder / "cases").is_dir():
        raise click.BadParameter(
            f"{folder} holds neither site_config.yml nor cases/: it is no site"
        )
    return folder


site_option = click.option(
    "--site",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    callback=the_site,
    metavar="DIR",
    help="The folder that holds site_config.yml and cases/; without it, this folder.",
)


@main.command()
@click.argument(
    "paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path)
)
@site_option
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text")
@click.pass_context
def check(context: click.Context, paths: tuple[Path, ...], site: Path, form: str) -> None:
    """Say all that is wrong with the site's files, or with the case files at PATH."""
    found = checked(site, paths)
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


@main.command()
@site_option
@click.pass_context
def schema(context: click.Context, site: Path) -> None:
    """Write cases/case.schema.json and the field table in cases/README.md, from the model."""
    found = checked(site, [site / "site_config.yml"])
    if found.read.config is None:
        click.echo(as_text(found.problems, found.lines))
        context.exit(CONTENT_HAS_ERRORS)
    for path in write_schema(site, found.read.vocabulary):
        click.echo(path)
