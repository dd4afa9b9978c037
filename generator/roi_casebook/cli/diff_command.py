"""`casebook diff`: what moves between a revision and the files as they are."""

from pathlib import Path

import click

from roi_casebook.cli.chosen_site import site_option, the_site
from roi_casebook.cli.of_a_case import end_with_problems, words_of
from roi_casebook.editing.base_site import UnknownRevisionError, base_site, not_compared
from roi_casebook.editing.figure_diff import (
    cases_of,
    diff_as_json,
    diff_as_markdown,
    diff_as_text,
    moved_figures,
)
from roi_casebook.editing.lock_diff import moved_locks
from roi_casebook.editing.result_diff import moved_results
from roi_casebook.problems import has_errors
from roi_casebook.reading import read_library
from roi_casebook.reading.files.checking import checked


@click.command("diff")
@click.argument("base_ref")
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text")
@site_option
@click.pass_context
def diff_command(context: click.Context, base_ref: str, form: str, stated: Path | None) -> None:
    """Show which figures, costs per result and locks move between the revision BASE_REF and the files as they are."""
    site = the_site(stated)
    now = checked(site)
    if has_errors(now.problems) or now.read.config is None:
        end_with_problems(context, now)
    try:
        with base_site(site, base_ref) as folder:
            base = read_library(folder)
    except UnknownRevisionError as error:
        raise click.UsageError(str(error)) from None
    if missing := not_compared(base, base_ref):
        click.echo(missing, err=True)
    states = cases_of(base), cases_of(now.read)
    moved, results, locks = moved_figures(*states), moved_results(*states), moved_locks(*states)
    words = words_of(now.read.config, now.read.vocabulary)
    spelled = {"text": diff_as_text, "markdown": diff_as_markdown}
    click.echo(
        diff_as_json(base_ref, moved, results, locks)
        if form == "json"
        else spelled[form](base_ref, moved, results, locks, words)
    )
