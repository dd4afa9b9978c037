"""Note which English the texts of every other language are made from.

    python tools/stamp_translations.py [KEY]...

A translation that is new or has changed since the last time is made from the English of today. One
that has not, while its English has, stays stale, and is named; KEY says that it fits nonetheless.
Ends with 0, or with 1 where a text is stale or missing.
"""  # noqa: INP001 -- a folder of commands, no package

import json
from pathlib import Path

import click

from roi_casebook.shipped.catalogues import texts_in
from roi_casebook.shipped.translations import made_from, missing_keys, stale_keys, stamped
from roi_casebook.written.languages import SOURCE, languages, made_from_file


@click.command()
@click.argument("keys", nargs=-1, metavar="[KEY]...")
@click.pass_context
def main(context: click.Context, keys: tuple[str, ...]) -> None:
    """Note which English the texts of every other language are made from."""
    unknown = sorted(set(keys) - set(texts_in(SOURCE)))
    if unknown:
        raise click.UsageError(f"no text has the key {', '.join(unknown)}")
    left = 0
    for language in languages():
        if language != SOURCE:
            left += _stamp(language, frozenset(keys))
    context.exit(1 if left else 0)


def _stamp(language: str, keys: frozenset[str]) -> int:
    """Write the file of a language; say what is left to do, and give how much that is."""
    made = stamped(texts_in(SOURCE), texts_in(language), made_from(language), keys)
    text = json.dumps(made, indent=0, separators=(",", ": ")) + "\n"
    Path(str(made_from_file(language))).write_text(text, encoding="utf-8")
    found = [("stale", key) for key in stale_keys(language)]
    found += [("missing", key) for key in missing_keys(language)]
    for why, key in found:
        click.echo(f"{language}: {why}: {key}")
    return len(found)


if __name__ == "__main__":
    main()
