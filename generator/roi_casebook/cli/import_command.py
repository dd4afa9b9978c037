"""`casebook import`: a sheet of yearly or monthly numbers to a draft."""

from datetime import date
from pathlib import Path

import click

from roi_casebook.cli.chosen_site import site_option, the_site
from roi_casebook.cli.endings import CONTENT_HAS_ERRORS
from roi_casebook.cli.spoken import spoken
from roi_casebook.editing.chosen_case import UnknownNameError
from roi_casebook.editing.drafting.scaffold import (
    CURRENCY,
    refuse_slug,
    refuse_unsound,
    write_draft,
)
from roi_casebook.editing.importing.cells import UnreadableFileError
from roi_casebook.editing.importing.imported_draft import chosen_sheet, draft_of
from roi_casebook.editing.importing.sheet_table import Reader
from roi_casebook.editing.importing.template_sheet import write_template
from roi_casebook.problems import has_errors
from roi_casebook.reading.files.library_folder import CASES, surroundings
from roi_casebook.reading.files.report import as_text
from roi_casebook.reading.files.site_file import read_config
from roi_casebook.reading.rules.library import slug_of
from roi_casebook.yaml_places.source_text import SourceText


@click.command("import")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--as", "slug", metavar="SLUG", help="The slug of the case; without it, by the file's name."
)
@click.option("--sheet", metavar="NAME", help="The sheet, where the file has several.")
@click.option(
    "--template", is_flag=True, help="Write FILE, a workbook to fill in, instead of reading it."
)
@site_option
@click.pass_context
def import_command(  # noqa: PLR0913 -- its arguments
    context: click.Context,
    file: Path,
    slug: str | None,
    sheet: str | None,
    stated: Path | None,
    *,
    template: bool,
) -> None:
    """Write a draft from the numbers of FILE (.xlsx or .csv), and say cell by cell what was not understood."""
    site = the_site(stated)
    try:
        if template:
            _write_template(site, file)
        elif not _imported(site, file, slug, sheet):
            context.exit(CONTENT_HAS_ERRORS)
    except (UnknownNameError, UnreadableFileError) as error:
        raise click.UsageError(str(error)) from None


def _write_template(site: Path, file: Path) -> None:
    if file.suffix.lower() != ".xlsx":
        raise UnknownNameError(f"{file} is to be a workbook: name it .xlsx")
    config = read_config(site).config
    today = date.today()  # noqa: DTZ011 -- the editor's own day
    write_template(file, spoken(site), config.currency if config else CURRENCY, today)
    click.echo(
        spoken(site).t("command.template", file=str(file), command=f"casebook import {file}")
    )


def _imported(site: Path, file: Path, slug: str | None, sheet: str | None) -> bool:
    """Write the draft, or say why not; tell whether it was written."""
    if not file.is_file():
        raise UnknownNameError(f"no file {file}; --template writes one to fill in")
    named = slug or slug_of(file.stem)
    refuse_slug(site, named)
    table = Reader(file.as_posix(), chosen_sheet(file, sheet)).read()
    config, words, path = read_config(site), spoken(site), site / CASES / f"{named}.yml"
    if table.problems:
        click.echo(as_text(sorted(table.problems), lambda _: SourceText("")), err=True)
    if has_errors(table.problems) or not table.rows:
        click.echo(words.t("command.nothing_imported", file=str(file)), err=True)
        return False
    today = date.today()  # noqa: DTZ011 -- as above
    around = surroundings(config, today)
    site_currency = config.config.currency if config.config else CURRENCY
    text = draft_of(table, today, site_currency, config.config.languages if config.config else None)
    refuse_unsound(text, path, around)
    write_draft(path, text, around)
    click.echo(words.t("command.scaffold", file=str(path), command=f"casebook check {path}"))
    return True
