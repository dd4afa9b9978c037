"""The commands: arguments in, problems out, exit code. What they do lives in the rooms below.

Exit codes: 0 fine, 1 the content has errors, 2 wrong use, 3 the environment failed;
130 (128 and the signal's number) where it was interrupted.
"""

import os
import shlex
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from traceback import format_exc
from typing import NoReturn

import click

from roi_casebook import __version__
from roi_casebook.appraisal import Appraisal, AppraisedCase
from roi_casebook.cli.chosen_site import site_option, the_site
from roi_casebook.cli.endings import CONTENT_HAS_ERRORS, Commands
from roi_casebook.cli.spoken import spoken
from roi_casebook.config import SiteConfig, Vocabulary
from roi_casebook.editing.base_site import UnknownRevisionError, base_site, not_compared
from roi_casebook.editing.chosen_case import (
    Chosen,
    UnknownNameError,
    case_paths,
    choose,
    reading_of,
)
from roi_casebook.editing.explanation import explained
from roi_casebook.editing.figure_diff import (
    cases_of,
    diff_as_json,
    diff_as_markdown,
    diff_as_text,
    moved_figures,
)
from roi_casebook.editing.figures_listing import figures_as_json, figures_as_text
from roi_casebook.editing.lock_diff import moved_locks
from roi_casebook.editing.result_diff import moved_results
from roi_casebook.editing.scaffold import write_scaffold
from roi_casebook.editing.serving import changes, path_at_host, served
from roi_casebook.output.failures import EnvironmentFailure, named_failures
from roi_casebook.pages.parts.templates import BrokenTemplateError
from roi_casebook.pages.parts.unused_templates import with_unused_templates
from roi_casebook.problems import did_you_mean, has_errors
from roi_casebook.reading import read_library
from roi_casebook.reading.files.checking import Checked, checked, files_at
from roi_casebook.reading.files.report import as_github, as_json, as_text
from roi_casebook.reading.files.written_schema import write_schema
from roi_casebook.wording import Wording, wording_for

OUT = "site"


@click.group(cls=Commands)
@click.version_option(__version__, prog_name="casebook")
def main() -> None:
    """Return-on-investment case studies: from YAML files to a checked, bilingual site."""


@main.command()
@click.argument(
    "paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path)
)
@site_option
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text")
@click.pass_context
def check(context: click.Context, paths: tuple[Path, ...], stated: Path | None, form: str) -> None:
    """Say all that is wrong with the site's files, or with the case files at PATH."""
    site = the_site(stated, paths)
    for path in paths:
        if not files_at(path, site):
            raise click.UsageError(f"{path} holds no case files: they end with .yml")
    found = checked(site, paths) if paths else with_unused_templates(checked(site))
    report = {"text": _text, "json": _json, "github": _github}[form](found)
    click.echo(report, nl=bool(report))
    context.exit(CONTENT_HAS_ERRORS if has_errors(found.problems) else 0)


@main.command("build")
@site_option
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Where to publish; without it, the folder site/ in the site's folder.",
)
@click.option(
    "--as-markdown",
    "tree",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Instead of the site, write its pages as Markdown into DIR, a project for each language, "
    "for an engine to build whole.",
)
@click.pass_context
def build_command(
    context: click.Context, stated: Path | None, out: Path | None, tree: Path | None
) -> None:
    """Check everything, compute every figure, and publish the site whole."""
    if out and tree:
        raise click.UsageError("--out is where the site goes, --as-markdown writes none: name one")
    site = the_site(stated)
    target = tree or out or site / OUT
    if not _built(site, target, as_markdown=bool(tree)):
        context.exit(CONTENT_HAS_ERRORS)
    if tree:
        click.echo(spoken(site).t("command.as_markdown", folder=str(tree)))
        return
    told = {"folder": str(target), "page": str(target / "index.html")}
    if out:
        click.echo(spoken(site).t("command.built", **told))
        return
    served = shlex.join(["casebook", "serve", *(["--site", str(site)] if stated else [])])
    click.echo(spoken(site).t("command.built_or_serve", **told, command=served))


def _built(site: Path, out: Path, *, with_drafts: bool = False, as_markdown: bool = False) -> bool:
    """Build, and say what is wrong; tell whether anything was published."""
    from roi_casebook import build  # noqa: PLC0415 -- half of all that is loaded, and only here

    today = date.today()  # noqa: DTZ011 -- the editor's own day
    if as_markdown:
        made = build.build_as_markdown(site, out, today, os.environ)
    else:
        made = build.build(site, out, today, os.environ, with_drafts=with_drafts)
    problems = (*made.found.problems, *made.broken)
    if problems:
        click.echo(as_text(problems, made.found.lines), err=True)
    if not made.is_published:
        click.echo(spoken(site).t("command.nothing_published", folder=str(out)), err=True)
    return made.is_published


@main.command()
@site_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port on this machine; 0 for any that is free.",
)
def serve(stated: Path | None, port: int) -> None:
    """Build the site with its drafts, show it at a local address, build it anew when a file changes."""
    site = the_site(stated)
    with TemporaryDirectory(prefix="casebook-") as folder:
        out = Path(folder) / OUT
        out.mkdir()
        with served(out, port, path_at_host(site)) as address:
            since_now = changes(site)
            _built_or_told(site, out)
            click.echo(spoken(site).t("command.served", address=address))
            for _ in since_now:
                if _built_or_told(site, out):
                    click.echo(spoken(site).t("command.built_anew"))


def _built_or_told(site: Path, out: Path) -> bool:
    """Build, and go on where that fails: what was built last is still shown."""
    try:
        with named_failures("read or write the site"):
            return _built(site, out, with_drafts=True)
    except (EnvironmentFailure, BrokenTemplateError) as error:
        click.echo(f"{error}\n{spoken(site).t('command.nothing_built')}", err=True)
    except Exception:  # noqa: BLE001 -- a mistake of ours must not end what shows the last site
        click.echo(f"{format_exc()}\n{_OUR_MISTAKE}", err=True)
    return False


_OUR_MISTAKE = (
    "This is a mistake in casebook itself, not in your files; the last site stays as it is. Please "
    "report it with the lines above and the file that was changed last."
)


def _text(found: Checked) -> str:
    return as_text(found.problems, found.lines)


def _json(found: Checked) -> str:
    return as_json(found.problems)


def _github(found: Checked) -> str:
    """Name files from the folder of the command: that is the repository's root in a workflow."""
    return as_github(
        replace(problem, file=found.path(problem.file).as_posix()) for problem in found.problems
    )


@main.command()
@site_option
@click.pass_context
def schema(context: click.Context, stated: Path | None) -> None:
    """Write the schemas of cases and of site_config.yml, and the field tables in cases/README.md."""
    site = the_site(stated)
    found = checked(site, [site / "site_config.yml"])
    if found.read.config is None:
        click.echo(as_text(found.problems, found.lines))
        context.exit(CONTENT_HAS_ERRORS)
    for path in write_schema(site, found.read.vocabulary):
        click.echo(path)


@main.command()
@click.argument("name", metavar="CASE")
@click.option(
    "--reading", metavar="R", help="A reading of the case; without it, the one that leads."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@site_option
@click.pass_context
def figures(
    context: click.Context, name: str, reading: str | None, form: str, stated: Path | None
) -> None:
    """Compute every figure of CASE (a path or a slug)."""
    case = _chosen(context, stated, name)
    appraisal = _reading(case.appraised, reading)
    words = _words(case.config, case.vocabulary)
    written = figures_as_json if form == "json" else figures_as_text
    click.echo(written(case.appraised, appraisal, words))


@main.command()
@click.argument("name", metavar="CASE")
@click.argument("figure", required=False)
@click.option(
    "--reading", metavar="R", help="A reading of the case; without it, the one that leads."
)
@site_option
@click.pass_context
def explain(
    context: click.Context, name: str, figure: str | None, reading: str | None, stated: Path | None
) -> None:
    """Show the working of FIGURE of CASE, or of all its figures, down to inputs and sources."""
    case = _chosen(context, stated, name)
    appraisal = _reading(case.appraised, reading)
    results = case.appraised.per_result[appraisal.reading].values()
    known = [name for lane in case.appraised.lanes(appraisal.reading) for name in lane.figures]
    known += sorted({name for each in results for name in each.figures} - set(known))
    if figure is not None and figure not in known:
        hint = did_you_mean(figure, known)
        raise click.UsageError(f"no figure {figure!r}; {hint}")
    words = _words(case.config, case.vocabulary)
    wanted = [figure] if figure else []
    click.echo(explained(case.appraised, appraisal, wanted, words, case.config))


@main.command()
@click.argument("slug")
@site_option
def new(slug: str, stated: Path | None) -> None:
    """Write cases/SLUG.yml: a draft to fill in."""
    try:
        site = the_site(stated)
        path = write_scaffold(site, slug, date.today())  # noqa: DTZ011 -- the editor's own day
    except UnknownNameError as error:
        raise click.UsageError(str(error)) from None
    command = f"casebook check {path}"
    click.echo(spoken(site).t("command.scaffold", file=str(path), command=command))


@main.command()
@click.argument("base_ref")
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text")
@site_option
@click.pass_context
def diff(context: click.Context, base_ref: str, form: str, stated: Path | None) -> None:
    """Show which figures, costs per result and locks move between the revision BASE_REF and the files as they are."""
    site = the_site(stated)
    now = checked(site)
    if has_errors(now.problems) or now.read.config is None:
        _end_with_problems(context, now)
    try:
        with base_site(site, base_ref) as folder:
            base = read_library(folder)
    except UnknownRevisionError as error:
        raise click.UsageError(str(error)) from None
    if missing := not_compared(base, base_ref):
        click.echo(missing, err=True)
    states = cases_of(base), cases_of(now.read)
    moved, results, locks = moved_figures(*states), moved_results(*states), moved_locks(*states)
    words = _words(now.read.config, now.read.vocabulary)
    spelled = {"text": diff_as_text, "markdown": diff_as_markdown}
    click.echo(
        diff_as_json(base_ref, moved, results, locks)
        if form == "json"
        else spelled[form](base_ref, moved, results, locks, words)
    )


def _chosen(context: click.Context, stated: Path | None, name: str) -> Chosen:
    """Give the case that a command names, or end with what is wrong with it."""
    try:
        found = choose(the_site(stated, case_paths(name)), name)
    except UnknownNameError as error:
        raise click.UsageError(str(error)) from None
    if isinstance(found, Checked):
        _end_with_problems(context, found)
    return found


def _reading(case: AppraisedCase, name: str | None) -> Appraisal:
    try:
        return reading_of(case, name)
    except UnknownNameError as error:
        raise click.UsageError(str(error)) from None


def _end_with_problems(context: click.Context, found: Checked) -> NoReturn:
    click.echo(_text(found), err=True)
    context.exit(CONTENT_HAS_ERRORS)


def _words(config: SiteConfig, vocabulary: Vocabulary) -> Wording:
    """Give the words in which a site's commands speak: those of its first language."""
    return wording_for(config.languages[0], config.languages[0], vocabulary)
