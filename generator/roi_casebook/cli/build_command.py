"""`casebook build`: the site, published whole."""

import os
import shlex
from datetime import date
from pathlib import Path

import click

from roi_casebook import build
from roi_casebook.cli.chosen_site import site_option, the_site
from roi_casebook.cli.endings import CONTENT_HAS_ERRORS
from roi_casebook.cli.spoken import spoken
from roi_casebook.pages.parts.templates import BrokenTemplateError
from roi_casebook.reading.files.report import as_text

OUT = "site"


@click.command("build")
@site_option
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Where to publish; without it, the folder site/ in the site's folder.",
)
@click.option(
    "--as-markdown",
    "tree",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Instead of the site, write its pages as Markdown into DIR, a project for each language, "
    "for an engine to build whole.",
)
@click.pass_context
def build_command(
    context: click.Context, stated: Path | None, out: Path | None, tree: Path | None
) -> None:
    """Check everything, compute every figure, and publish the site whole."""
    if out and tree:
        raise click.UsageError("--out is where the site goes, --as-markdown writes none: name one")
    site = the_site(stated)
    target = tree or out or site / OUT
    try:
        is_published = built(site, target, as_markdown=bool(tree))
    except BrokenTemplateError as error:
        click.echo(f"{error}\nNothing was published: the last site stays as it is.", err=True)
        is_published = False
    if not is_published:
        context.exit(CONTENT_HAS_ERRORS)
    if tree:
        click.echo(spoken(site).t("command.as_markdown", folder=str(tree)))
        return
    told = {"folder": str(target), "page": str(target / "index.html")}
    if out:
        click.echo(spoken(site).t("command.built", **told))
        return
    served = shlex.join(["casebook", "serve", *(["--site", str(site)] if stated else [])])
    click.echo(spoken(site).t("command.built_or_serve", **told, command=served))


def built(site: Path, out: Path, *, with_drafts: bool = False, as_markdown: bool = False) -> bool:
    """Build, and say what is wrong; tell whether anything was published."""
    today = date.today()  # noqa: DTZ011 -- the editor's own day
    if as_markdown:
        made = build.build_as_markdown(site, out, today, os.environ)
    else:
        made = build.build(site, out, today, os.environ, with_drafts=with_drafts)
    problems = (*made.found.problems, *made.broken)
    if problems:
        click.echo(as_text(problems, made.found.lines), err=True)
    if not made.is_published:
        click.echo(spoken(site).t("command.nothing_published", folder=str(out)), err=True)
    return made.is_published
