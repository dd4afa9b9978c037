"""`casebook explain`: the working of a figure, down to inputs and sources."""

from pathlib import Path

import click

from roi_casebook.cli.chosen_site import site_option
from roi_casebook.cli.of_a_case import chosen, reading_named, words_of
from roi_casebook.editing.explanation import explained
from roi_casebook.problems import did_you_mean


@click.command("explain")
@click.argument("name", metavar="CASE")
@click.argument("figure", required=False)
@click.option(
    "--reading", metavar="R", help="A reading of the case; without it, the one that leads."
)
@site_option
@click.pass_context
def explain_command(
    context: click.Context, name: str, figure: str | None, reading: str | None, stated: Path | None
) -> None:
    """Show the working of FIGURE of CASE, or of all its figures, down to inputs and sources."""
    case = chosen(context, stated, name)
    appraisal = reading_named(case.appraised, reading)
    results = case.appraised.per_result[appraisal.reading].values()
    known = [name for lane in case.appraised.lanes(appraisal.reading) for name in lane.figures]
    known += sorted({name for each in results for name in each.figures} - set(known))
    if figure is not None and figure not in known:
        hint = did_you_mean(figure, known)
        raise click.UsageError(f"no figure {figure!r}; {hint}")
    words = words_of(case.config, case.vocabulary)
    wanted = [figure] if figure else []
    click.echo(explained(case.appraised, appraisal, wanted, words, case.config))
