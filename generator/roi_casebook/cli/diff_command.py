"""`casebook diff`: what was changed since a revision, and what moved because of it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from roi_casebook.cli.chosen_site import site_option, the_site
from roi_casebook.cli.of_a_case import end_with_problems, words_of
from roi_casebook.editing.diff.base_site import UnknownRevisionError, base_site, not_compared
from roi_casebook.problems import has_errors
from roi_casebook.reading import read_library
from roi_casebook.reading.files.checking import checked
from roi_casebook.wording import Wording

if TYPE_CHECKING:
    from roi_casebook.editing.diff.changes import SiteDiff


@click.command("diff")
@click.argument("base_ref")
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text")
@click.option(
    "--base-method",
    "is_method_run",
    is_flag=True,
    help="Judge the cases of BASE_REF by the generator of that revision: this runs its code.",
)
@site_option
@click.pass_context
def diff_command(
    context: click.Context, base_ref: str, form: str, stated: Path | None, *, is_method_run: bool
) -> None:
    """Show what was changed since the revision BASE_REF, and what moved because of it."""
    site = the_site(stated)
    now = checked(site)
    if has_errors(now.problems) or now.read.config is None:
        end_with_problems(context, now)
    try:
        with base_site(site, base_ref) as folder:
            if missing := not_compared(read_library(folder), base_ref):
                click.echo(missing, err=True)
            found = _compared(site, base_ref, folder, is_method_run=is_method_run)
    except UnknownRevisionError as error:
        raise click.UsageError(str(error)) from None
    click.echo(_told(found, form, words_of(now.read.config, now.read.vocabulary)))


def _compared(site: Path, base_ref: str, folder: Path, *, is_method_run: bool) -> "SiteDiff":
    """Compare; where the method of the base cannot be run, say so and go on by today's."""
    from roi_casebook.editing.diff import base_method, changes  # noqa: PLC0415 -- charts, only here

    try:
        method = base_method.base_method(site, base_ref, folder, is_run=is_method_run)
    except base_method.MethodNotRunError as error:
        click.echo(f"the method of {base_ref} could not be run ({error})", err=True)
        method = base_method.base_method(site, base_ref, folder, is_run=False)
    return changes.site_diff(base_ref, folder, site, method)


def _told(found: "SiteDiff", form: str, words: Wording) -> str:
    """Write what differs in a form."""
    from roi_casebook.editing.diff import (  # noqa: PLC0415 -- as above
        diff_as_json,
        diff_as_markdown,
        diff_as_text,
    )

    if form == "json":
        return diff_as_json.diff_as_json(found)
    spelled = {"text": diff_as_text.diff_as_text, "markdown": diff_as_markdown.diff_as_markdown}
    return spelled[form](found, words)
