"""`casebook export`: a case taken away, as a file."""

import os
from datetime import date
from pathlib import Path

import click

from roi_casebook.cli.chosen_site import site_option, the_site
from roi_casebook.cli.of_a_case import chosen
from roi_casebook.editing.chosen_case import case_paths
from roi_casebook.exports.live_workbook.whole_book import workbook_of
from roi_casebook.output.failures import named_failures
from roi_casebook.output.publishing.edition import find_edition
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.edition_line import edition_line
from roi_casebook.problems import did_you_mean
from roi_casebook.wording import wording_for

KINDS = {"xlsx": workbook_of}
"""What a case can be taken away as: the ending of the file, and what makes it."""


@click.command("export")
@click.argument("name", metavar="CASE")
@click.option(
    "--as", "kind", type=click.Choice(sorted(KINDS)), required=True, help="The kind of file: xlsx is a workbook with live formulas."
)  # fmt: skip
@click.option("--language", metavar="L", help="A language of the site; without it, its first.")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="Where to write it; without it, CASE with the kind's ending, in this folder.",
)  # fmt: skip
@site_option
def export_command(
    name: str, kind: str, language: str | None, out: Path | None, stated: Path | None
) -> None:
    """Write CASE, a path or a slug, to a file that others can take away."""
    case = chosen(click.get_current_context(), stated, name)
    config = case.config
    spoken = language or config.languages[0]
    if spoken not in config.languages:
        hint = did_you_mean(spoken, config.languages)
        raise click.UsageError(f"the site has no language {spoken!r}; {hint}")
    wording = wording_for(spoken, config.languages[0], case.vocabulary)
    site = the_site(stated, case_paths(name))
    edition = edition_line(wording, find_edition(site, os.environ, date.today()))  # noqa: DTZ011 -- the day where the editor is
    content = KINDS[kind](CaseInLanguage(case.appraised, wording, config), edition)
    place = out or Path(f"{case.appraised.slug}.{kind}")
    with named_failures(f"write {place}"):
        place.write_bytes(content)
    click.echo(f"{place}: {len(content)} bytes")
