"""`casebook new`: what is known, from flags or asked at a terminal, to a draft that holds it."""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from roi_casebook.cli.chosen_site import site_option, the_site
from roi_casebook.cli.spoken import spoken
from roi_casebook.editing.chosen_case import UnknownNameError
from roi_casebook.editing.drafting.scaffold import Draft, checked_draft, currency_of, write_scaffold

_ASKED = ("flows", "cost", "benefit", "count", "claim")
_SIDES = ("cost", "benefit")


@click.command("new")
@click.argument("slug")
@click.option("--cost", default="", metavar="NUMBER", help="What it cost, once.")
@click.option("--benefit", default="", metavar="NUMBER", help="What came back in money, once.")
@click.option(
    "--flows",
    default="",
    metavar="ROW",
    help='A pasted row of numbers, the first of year 0, costs below nought: "-1000; 300; 400".',
)
@click.option(
    "--count", default="", metavar="COUNT", help='A count of results and its unit: "8500 order".'
)
@click.option(
    "--claim",
    default="",
    metavar="CLAIM",
    help='What a source claims: "roi 250%", "payback 14 month".',
)
@click.option("--currency", default="", metavar="CODE", help="Its currency; without it the site's.")
@click.option(
    "--like", default="", metavar="CASE", help="Take head, people and sources from another case."
)
@click.option(
    "--ask/--no-ask",
    default=None,
    help="Ask what is known; without either, where a terminal can answer and no flag says it.",
)
@site_option
def new_command(slug: str, stated: Path | None, *, ask: bool | None, **given: str) -> None:
    """Write cases/SLUG.yml: the shortest draft that holds what is known, or one with all parts."""
    try:
        site = the_site(stated)
        known = Draft(**given)
        if ask or (ask is None and known.is_empty and sys.stdin.isatty()):
            known = _asked(site, known)
        path = write_scaffold(site, slug, date.today(), known)  # noqa: DTZ011 -- the editor's own day
    except UnknownNameError as error:
        raise click.UsageError(str(error)) from None
    command = f"casebook check {path}"
    click.echo(spoken(site).t("command.scaffold", file=str(path), command=command))


def _asked(site: Path, known: Draft) -> Draft:
    """Ask for what no flag has said; an answer that cannot be read is told, and asked for again."""
    words, currency = spoken(site), currency_of(site, known)
    click.echo(words.t("command.ask.begin"))
    for name in _ASKED:
        if getattr(known, name) or (name in _SIDES and known.flows):
            continue
        question = words.t(f"command.ask.{name}", currency=currency)
        known = _answered(question, site, known, name)
    return known


def _answered(question: str, site: Path, known: Draft, name: str) -> Draft:
    while True:
        text = click.prompt(question, default="", show_default=False).strip()
        try:
            return checked_draft(site, replace(known, **{name: text}))
        except UnknownNameError as error:
            click.echo(str(error), err=True)
