"""`casebook figures`: every figure of some cases."""

from pathlib import Path

import click

from roi_casebook.cli.chosen_site import site_option
from roi_casebook.cli.of_a_case import all_chosen, reading_named, words_of
from roi_casebook.editing.figures_listing import figures_as_json, figures_as_text

MOST_DIGITS = 12


@click.command("figures")
@click.argument("names", metavar="CASE...", nargs=-1, required=True)
@click.option(
    "--reading", metavar="R", help="A reading of the case; without it, the one that leads."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option(
    "--digits",
    type=click.IntRange(1, MOST_DIGITS),
    metavar="N",
    help="Write each figure by so many significant digits, too, to hold it against a printed table.",
)
@site_option
@click.pass_context
def figures_command(  # noqa: PLR0913, PLR0917 -- its arguments
    context: click.Context,
    names: tuple[str, ...],
    reading: str | None,
    form: str,
    digits: int | None,
    stated: Path | None,
) -> None:
    """Compute every figure of each CASE (a path or a slug), what claims come to, locks, cost per result."""
    cases = all_chosen(context, stated, names)
    asked = [(each.appraised, reading_named(each.appraised, reading)) for each in cases]
    words = words_of(cases[0].config, cases[0].vocabulary)
    written = figures_as_json if form == "json" else figures_as_text
    click.echo(written(asked, words, digits))
