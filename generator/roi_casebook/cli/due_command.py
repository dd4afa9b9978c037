"""`casebook due`: the cases that somebody should look at again."""

from datetime import date, datetime
from pathlib import Path

import click

from roi_casebook.appraisal import judged_cases
from roi_casebook.cli.chosen_site import site_option, the_site
from roi_casebook.cli.of_a_case import end_with_problems, words_of
from roi_casebook.editing.due_cases import due_as_text, due_cases
from roi_casebook.problems import has_errors
from roi_casebook.reading.files.checking import checked


@click.command("due")
@click.option(
    "--on",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day of the calendar; without it, today.",
)
@site_option
@click.pass_context
def due_command(context: click.Context, day: datetime | None, stated: Path | None) -> None:
    """List the cases that are due: measured too early, and ripe by now; or old since they were checked."""
    found = checked(the_site(stated))
    read = found.read
    if has_errors(found.problems) or read.config is None:
        end_with_problems(context, found)
    on = day.date() if day else date.today()  # noqa: DTZ011 -- the editor's own day
    cases = judged_cases(read.cases, read.config, read.vocabulary, read.thresholds)
    words = words_of(read.config, read.vocabulary)
    click.echo(due_as_text(due_cases(cases, read.thresholds, on), on, words))
