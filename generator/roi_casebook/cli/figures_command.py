"""`casebook figures`: every figure of a case."""

from pathlib import Path

import click

from roi_casebook.cli.chosen_site import site_option
from roi_casebook.cli.of_a_case import chosen, reading_named, words_of
from roi_casebook.editing.figures_listing import figures_as_json, figures_as_text


@click.command("figures")
@click.argument("name", metavar="CASE")
@click.option(
    "--reading", metavar="R", help="A reading of the case; without it, the one that leads."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@site_option
@click.pass_context
def figures_command(
    context: click.Context, name: str, reading: str | None, form: str, stated: Path | None
) -> None:
    """Compute every figure of CASE (a path or a slug)."""
    case = chosen(context, stated, name)
    appraisal = reading_named(case.appraised, reading)
    words = words_of(case.config, case.vocabulary)
    written = figures_as_json if form == "json" else figures_as_text
    click.echo(written(case.appraised, appraisal, words))
