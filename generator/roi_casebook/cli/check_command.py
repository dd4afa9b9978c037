"""`casebook check`: all that is wrong with a site's files."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from roi_casebook.cli.chosen_site import site_option, the_site
from roi_casebook.cli.endings import CONTENT_HAS_ERRORS
from roi_casebook.cli.spoken import spoken
from roi_casebook.editing.chosen_case import UnknownNameError
from roi_casebook.editing.explained_code import explained_code
from roi_casebook.editing.mending import Mended, mended
from roi_casebook.pages.parts.unused_templates import with_unused_templates
from roi_casebook.problems import Problem, has_errors
from roi_casebook.reading.files.checking import Checked, checked, files_at
from roi_casebook.reading.files.disk import read_at_most, write_whole
from roi_casebook.reading.files.library_folder import CASES, ENDINGS, surroundings
from roi_casebook.reading.files.report import as_github, as_json, as_text
from roi_casebook.reading.files.site_file import CONFIG_NAME, read_config
from roi_casebook.wording.catalogue import Catalogue

_UNTRANSLATED = "missing_translation"


@click.command("check")
@click.argument(
    "paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path)
)
@site_option
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text")
@click.option("--errors-only", is_flag=True, help="Leave out the hints.")
@click.option(
    "--translations", is_flag=True, help="List each text that lacks a language, not their number."
)
@click.option(
    "--fix",
    is_flag=True,
    help="Mend first what needs no judgement, and show what changed: names of fields, blanks, "
    "quotation marks, the notation of numbers and dates.",
)
@click.option("--explain", "code", metavar="CODE", help="Say what a code in brackets stands for.")
@click.pass_context
def check_command(  # noqa: PLR0913 -- its arguments
    context: click.Context,
    paths: tuple[Path, ...],
    stated: Path | None,
    form: str,
    code: str | None,
    *,
    errors_only: bool,
    translations: bool,
    fix: bool,
) -> None:
    """Say all that is wrong with the site's files, or with the case files at PATH."""
    if code is not None:
        click.echo(_explained(code))
        return
    site = the_site(stated, paths)
    for path in paths:
        if not files_at(path, site):
            raise click.UsageError(f"{path} holds no case files: they end with .yml")
    if fix:
        _fixed(site, paths, form)
    found = checked(site, paths) if paths else with_unused_templates(checked(site))
    told = _told(found, errors_only=errors_only)
    words = spoken(site)
    report = {"json": _json, "github": _github}[form](told) if form != "text" else _text(told, words, translations=translations)  # fmt: skip
    click.echo(report, nl=bool(report))
    context.exit(CONTENT_HAS_ERRORS if has_errors(found.problems) else 0)


def _told(found: Checked, *, errors_only: bool) -> Checked:
    kept = (each for each in found.problems if each.severity == "error" or not errors_only)
    return replace(found, problems=tuple(kept))


def _text(found: Checked, words: Catalogue, *, translations: bool) -> str:
    """Give the report for people: what lacks a language as a number, and how a code is explained."""
    lacking = [each for each in found.problems if each.code == _UNTRANSLATED]
    shown: list[Problem] = [each for each in found.problems if translations or each not in lacking]
    lines = [as_text(shown, found.lines)]
    if lacking and not translations:
        lines.append(words.t("command.untranslated", n=len(lacking)))
    if shown:
        lines.append(words.t("command.explain_code", command=f"casebook check --explain {shown[0].code}"))  # fmt: skip
    return "\n".join(lines)


def _json(found: Checked) -> str:
    return as_json(found.problems)


def _github(found: Checked) -> str:
    """Name files from the folder of the command: that is the repository's root in a workflow."""
    return as_github(
        replace(problem, file=found.path(problem.file).as_posix()) for problem in found.problems
    )


def _explained(code: str) -> str:
    try:
        return explained_code(code, spoken(Path()))
    except UnknownNameError as error:
        raise click.UsageError(str(error)) from None


def _fixed(site: Path, paths: tuple[Path, ...], form: str) -> None:
    """Mend the case files that are meant, and show the changes; where a program reads, beside its data."""
    around = surroundings(read_config(site), date.today())  # noqa: DTZ011 -- the editor's own day
    asked = [file for path in paths or (site / CASES,) for file in files_at(path, site)]
    for path in asked:
        if path.suffix in ENDINGS and path.name != CONFIG_NAME and path.parent != site:
            _fix(mended(read_at_most(path), path.as_posix(), around), path, is_data=form != "text")


def _fix(result: Mended, path: Path, *, is_data: bool) -> None:
    if result.after != result.before:
        click.echo(result.diff(), err=is_data)
        write_whole(path, result.after)
