"""Note which English the texts of every other language are made from.

    python tools/stamp_translations.py [KEY]...

A translation that is new or has changed since the last time is made from the English of today. One
that has not, while its English has, stays stale, and is named; KEY says that it fits nonetheless.
Nothing is noted while a catalogue is broken. Ends with 0, or with 1 where something is wrong, stale
or missing: each is told with its file and line.
"""  # noqa: INP001 -- a folder of commands, no package

import json
from pathlib import Path

import click

from roi_casebook.problems import Problem, has_errors
from roi_casebook.shipped.catalogues import texts_in
from roi_casebook.shipped.translations import made_from, stale_keys, stamped
from roi_casebook.wording.catalogue_check import catalogue_problems
from roi_casebook.written.languages import SOURCE, catalogue_files, languages, made_from_file


@click.command()
@click.argument("keys", nargs=-1, metavar="[KEY]...")
@click.pass_context
def main(context: click.Context, keys: tuple[str, ...]) -> None:
    """Note which English the texts of every other language are made from."""
    unknown = sorted(set(keys) - set(texts_in(SOURCE)))
    if unknown:
        raise click.UsageError(f"no text has the key {', '.join(unknown)}")
    problems = [one for language in languages() for one in _problems(language)]
    if not has_errors(problems):
        for language in languages()[1:]:
            _stamp(language, frozenset(keys))
        problems = [one for language in languages() for one in _problems(language)]
    for one in problems:
        click.echo(f"{one.file}:{one.line}:{one.column}: {one.message}; {one.hint}".rstrip("; "))
    context.exit(1 if problems else 0)


def _problems(language: str) -> tuple[Problem, ...]:
    file = Path(str(catalogue_files()[language]))
    stale = () if language == SOURCE else stale_keys(language)
    return catalogue_problems(file.read_bytes(), file.name, language, texts_in(SOURCE), stale)


def _stamp(language: str, keys: frozenset[str]) -> None:
    made = stamped(texts_in(SOURCE), texts_in(language), made_from(language), keys)
    text = json.dumps(made, indent=0, separators=(",", ": ")) + "\n"
    Path(str(made_from_file(language))).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
