"""`casebook doctor`: what is wrong with a set-up."""

from pathlib import Path

import click

from roi_casebook.cli.chosen_site import site_option, the_site
from roi_casebook.cli.endings import CONTENT_HAS_ERRORS, ENVIRONMENT_FAILED
from roi_casebook.cli.spoken import spoken
from roi_casebook.editing.set_up import set_up


@click.command("doctor")
@site_option
@click.pass_context
def doctor_command(context: click.Context, stated: Path | None) -> None:
    """Say what is wrong with a set-up: Python, engine, search, git, the site's file, languages, folders."""
    try:
        site = the_site(stated)
    except click.UsageError:
        site = None
    words = spoken(site or Path())
    found = list(set_up(site, words))
    for one in found:
        mark = "+" if one.is_well else "!" if one.is_needed else "-"
        click.echo(f"{mark} {words.t(f'doctor.name.{one.name}')}: {one.told}")
    wrong = [one for one in found if one.is_needed and not one.is_well]
    click.echo(words.t("doctor.wrong", n=len(wrong)) if wrong else words.t("doctor.well"))
    if wrong:
        of_content = {one.name for one in wrong} == {"site"}
        context.exit(CONTENT_HAS_ERRORS if of_content else ENVIRONMENT_FAILED)
