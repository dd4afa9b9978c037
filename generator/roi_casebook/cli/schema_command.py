"""`casebook schema`: the schemas and field tables that the models give."""

from pathlib import Path

import click

from roi_casebook.cli.chosen_site import site_option, the_site
from roi_casebook.cli.endings import CONTENT_HAS_ERRORS
from roi_casebook.reading.files.checking import checked
from roi_casebook.reading.files.report import as_text
from roi_casebook.reading.files.written_schema import write_schema


@click.command("schema")
@site_option
@click.pass_context
def schema_command(context: click.Context, stated: Path | None) -> None:
    """Write the schemas of cases and of site_config.yml, and the field tables in cases/README.md."""
    site = the_site(stated)
    found = checked(site, [site / "site_config.yml"])
    if found.read.config is None:
        click.echo(as_text(found.problems, found.lines))
        context.exit(CONTENT_HAS_ERRORS)
    for path in write_schema(site, found.read.vocabulary):
        click.echo(path)
