"""What commands over one case share: the case that is named, its reading, the words."""

from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

from roi_casebook.appraisal import Appraisal, AppraisedCase
from roi_casebook.cli.chosen_site import the_site
from roi_casebook.cli.endings import CONTENT_HAS_ERRORS
from roi_casebook.config import SiteConfig, Vocabulary
from roi_casebook.editing.chosen_case import (
    Chosen,
    UnknownNameError,
    case_paths,
    choose_all,
    reading_of,
)
from roi_casebook.reading.files.checking import Checked
from roi_casebook.reading.files.report import as_text
from roi_casebook.wording import Wording, wording_for


def chosen(context: click.Context, stated: Path | None, name: str) -> Chosen:
    """Give the case that a command names, or end with what is wrong with it."""
    return all_chosen(context, stated, [name])[0]


def all_chosen(context: click.Context, stated: Path | None, names: Sequence[str]) -> list[Chosen]:
    """Give the cases that a command names, or end with what is wrong with any of them."""
    paths = [path for name in names for path in case_paths(name)]
    try:
        found = choose_all(the_site(stated, paths), names)
    except UnknownNameError as error:
        raise click.UsageError(str(error)) from None
    if isinstance(found, Checked):
        end_with_problems(context, found)
    return found


def reading_named(case: AppraisedCase, name: str | None) -> Appraisal:
    """Give a reading by name, the leading one without. Errors: click.UsageError."""
    try:
        return reading_of(case, name)
    except UnknownNameError as error:
        raise click.UsageError(str(error)) from None


def end_with_problems(context: click.Context, found: Checked) -> NoReturn:
    """Say what is wrong, and end with the code for it."""
    click.echo(as_text(found.problems, found.lines), err=True)
    context.exit(CONTENT_HAS_ERRORS)


def words_of(config: SiteConfig, vocabulary: Vocabulary) -> Wording:
    """Give the words in which a site's commands speak: those of its first language."""
    return wording_for(config.languages[0], config.languages[0], vocabulary)
