"""`casebook new`: a draft to fill in."""

from datetime import date
from pathlib import Path

import click

from roi_casebook.cli.chosen_site import site_option, the_site
from roi_casebook.cli.spoken import spoken
from roi_casebook.editing.chosen_case import UnknownNameError
from roi_casebook.editing.scaffold import write_scaffold


@click.command("new")
@click.argument("slug")
@site_option
def new_command(slug: str, stated: Path | None) -> None:
    """Write cases/SLUG.yml: a draft to fill in."""
    try:
        site = the_site(stated)
        path = write_scaffold(site, slug, date.today())  # noqa: DTZ011 -- the editor's own day
    except UnknownNameError as error:
        raise click.UsageError(str(error)) from None
    command = f"casebook check {path}"
    click.echo(spoken(site).t("command.scaffold", file=str(path), command=command))
