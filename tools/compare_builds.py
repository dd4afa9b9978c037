"""Compare what two checkouts of the project make: the site, figures, problems and workings.

    python tools/compare_builds.py record CHECKOUT INTO
    python tools/compare_builds.py compare BEFORE AFTER

A change that should change nothing is held against what was recorded before it. BEFORE and AFTER
are recordings, or two built sites. Every file must be the same to the byte, after these are put
to fixed words, and nothing else:

- the edition: in its line at the foot of a page, and in the site's marker;
- the addresses of scripts and styles that bear the hash of their content (the content is held);
- in a page's policy, the hash of a script that stands in that page (the script is held).

Each is fixed only where it is right: the address of a file that is not there, or the hash of no
script in the page, stays as it is and is told. The search index needs no fixed words: Pagefind
names its files by their content, and that is made of the texts of pages alone, where neither
edition nor address stands. Its files are held by name and byte; those of one page are paired by
that page, so that what differs is told in words.

Ends with 0 where all is equal, with 1 where something differs, with 2 where it was used wrongly.
"""  # noqa: INP001 -- a folder of commands, no package

import difflib
import gzip
import json
import os
import re
import subprocess
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import islice, takewhile
from pathlib import Path
from typing import Any

import click

SITE, MARKER = "site", "casebook-edition.json"
FIXED = {
    "SOURCE_DATE_EPOCH": "1767225600",  # every recorded edition is of 1 January 2026
    "PYTHONHASHSEED": "0",  # what comes from a set comes in the same order
}
ANSWERS = Path(__file__).with_name("record_answers.py")

_EDITION_LINE = re.compile(r'(?<=<p class="cb-footer__edition">)[^<]*(?=</p>)')
_EDITION_FIELD = re.compile(r'("(?:day|commit|changed_since)": )[^,\n]+')
_HASHED = re.compile(r"([\w.-]+)\.[0-9a-f]{8}((?:\.min)?\.(?:css|js))\b")
_VERSIONED = re.compile(r"([\w.-]+\.js)\?v=([0-9a-f]{8})\b")
_INLINE_SCRIPT = re.compile(r"<script[^>]*>(.*?)</script>", re.DOTALL)
_PAGE_IN_INDEX = re.compile(rb'^pagefind_dcd\{"url":"([^"]+)"')

_PIECE = re.compile(r"""(?<=[>{}])|(?<=[,;.])(?=[ "'])""")
"""Long lines are shown in pieces: pages and data have whole sections on one line."""
_CONTEXT, _WINDOW, _MOST_LINES, _MOST_COLUMNS, _MOST_DIFFS = 1, 300, 14, 200, 40


# What is put to fixed words ---------------------------------------------------------------------


@dataclass(frozen=True)
class Edition:
    """The edition of a built site, as its marker says."""

    day: str
    commit: str | None
    changed_since: bool


@dataclass(frozen=True)
class Made:
    """A recording or a built site, and what of it is put to fixed words."""

    folder: Path
    site: Path
    edition: Edition
    hashed: frozenset[str]
    """Names of its scripts and styles that bear a hash."""
    versions: frozenset[tuple[str, str]]
    """Its other scripts: name, and the hash that an address may add."""


@dataclass(frozen=True)
class File:
    """A file as it is compared, and as text for people where it has one."""

    content: bytes
    text: str | None


def made(folder: Path) -> Made:
    """Look at a recording or a built site. Errors: click.UsageError where it is neither."""
    site = folder if (folder / MARKER).is_file() else folder / SITE
    if not (site / MARKER).is_file():
        raise click.UsageError(f"{folder} is no recording and no built site: it has no {MARKER}")
    marker: dict[str, Any] = json.loads((site / MARKER).read_bytes())
    edition = Edition(marker["day"], marker["commit"], marker["changed_since"])
    paths = [path for path in site.rglob("*.*") if path.suffix in {".css", ".js"}]
    return Made(
        folder,
        site,
        edition,
        frozenset(path.name for path in paths if _HASHED.fullmatch(path.name)),
        frozenset((path.name, sha256(path.read_bytes()).hexdigest()[:8]) for path in paths),
    )


def files(of: Made, *, whole_edition: bool) -> dict[str, File]:
    """Give all files of a recording or site by name, with names and texts put to fixed words.

    Of two files with one fixed name, the second keeps its own.
    """
    found: dict[str, File] = {}
    for path in sorted(path for path in of.folder.rglob("*") if path.is_file()):
        name = path.relative_to(of.folder).as_posix()
        fixed, file = _file(of, path, name, whole_edition=whole_edition)
        found[name if fixed in found else fixed] = file
    return found


def _file(of: Made, path: Path, name: str, *, whole_edition: bool) -> tuple[str, File]:
    content = path.read_bytes()
    if page := _page_in_index(content):
        return f"{path.parent.relative_to(of.folder).as_posix()}{page[0]}", File(
            name.encode() + content, f"{name}\n{page[1]}"
        )
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return name, File(content, None)
    if not path.is_relative_to(of.site):
        return name, File(content, text)
    text = fixed_text(of, text, whole_edition=whole_edition)
    return _without_hashes(of, name), File(text.encode(), text)


def _page_in_index(content: bytes) -> tuple[str, str] | None:
    """Give the address and text of the page of which this is the part in the search index."""
    if not content.startswith(b"\x1f\x8b"):
        return None
    unpacked = gzip.decompress(content)
    page = _PAGE_IN_INDEX.match(unpacked)
    return (page[1].decode(), unpacked.decode()) if page else None


def fixed_text(of: Made, text: str, *, whole_edition: bool) -> str:
    """Put edition, addresses of scripts and styles, and hashes of a page's scripts to fixed words."""
    text = _without_script_hashes(text)  # first: a script may hold such an address
    text = _without_hashes(of, text)
    text = _VERSIONED.sub(partial(_without_version, of), text)
    text = _EDITION_LINE.sub(partial(_without_edition, of, whole_edition), text)
    return _EDITION_FIELD.sub(r"\1EDITION", text) if '"made_by"' in text else text


def _without_script_hashes(text: str) -> str:
    for number, script in enumerate(_INLINE_SCRIPT.findall(text), start=1):
        digest = b64encode(sha256(script.encode()).digest()).decode()
        text = text.replace(f"'sha256-{digest}'", f"'HASH-OF-SCRIPT-{number}'")
    return text


def _without_hashes(of: Made, text: str) -> str:
    return _HASHED.sub(
        lambda found: f"{found[1]}.HASH{found[2]}" if found[0] in of.hashed else found[0], text
    )


def _without_version(of: Made, found: "re.Match[str]") -> str:
    return f"{found[1]}?v=HASH" if (found[1], found[2]) in of.versions else found[0]


def _without_edition(of: Made, whole: bool, found: "re.Match[str]") -> str:  # noqa: FBT001 -- partly given
    if whole:
        return "EDITION"
    return found[0].replace(of.edition.commit, "COMMIT") if of.edition.commit else found[0]


def differ_in_more_than_the_commit(before: Edition, after: Edition) -> bool:
    """Tell whether the sentences of two editions differ in more than the name of the commit.

    Only then the whole sentence is put to a fixed word: its form follows from what is known.
    """
    return (before.day, before.commit is None, before.changed_since) != (
        after.day,
        after.commit is None,
        after.changed_since,
    )


# What differs -----------------------------------------------------------------------------------


def compared(before: Mapping[str, File], after: Mapping[str, File]) -> dict[str, list[str]]:
    """Give what differs, in lines to show, and the names of all files that differ in just this."""
    found: dict[str, list[str]] = {}
    for name in sorted(before.keys() | after.keys()):
        old, new = before.get(name), after.get(name)
        if old is None or new is None:
            found.setdefault(f"only in {'AFTER' if old is None else 'BEFORE'}", []).append(name)
        elif old.content != new.content:
            found.setdefault("\n".join(difference(old, new)), []).append(name)
    return found


def difference(old: File, new: File) -> Iterator[str]:
    """Give a unified diff of two files in pieces, around and after the first that differs."""
    if old.text is None or new.text is None:
        yield f"binary: {len(old.content)} and {len(new.content)} bytes"
        return
    one, other = _pieces(old.text), _pieces(new.text)
    pairs = zip(one, other, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    window = slice(max(0, same - _CONTEXT), same + _WINDOW)
    diff = difflib.unified_diff(one[window], other[window], n=_CONTEXT, lineterm="")
    lines = [line for line in islice(diff, 2, None) if not line.startswith("@@")]
    yield from (line[:_MOST_COLUMNS] for line in lines[:_MOST_LINES])
    if len(lines) > _MOST_LINES:
        yield "... and more"


def _pieces(text: str) -> list[str]:
    """Break text into pieces, with every blank but the plain one spelt out."""
    lines = text.splitlines(keepends=True)
    return [repr(piece)[1:-1] for line in lines for piece in _PIECE.split(line) if piece]


def report(found: Mapping[str, list[str]], count: int) -> Iterator[str]:
    """Say in lines what differs, and close with how many of `count` files do."""
    for shown, (lines, names) in enumerate(found.items()):
        yield f"{len(names)} x " + ", ".join(names)
        if shown < _MOST_DIFFS:
            yield from (f"    {line}" for line in lines.splitlines())
    different = sum(map(len, found.values()))
    yield f"{count} files: {count - different} equal, {different} not"


# The commands -----------------------------------------------------------------------------------

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group()
def main() -> None:
    """Record what a checkout makes, and compare two recordings or two built sites."""


@main.command()
@click.argument("before", type=FOLDER)
@click.argument("after", type=FOLDER)
@click.pass_context
def compare(context: click.Context, before: Path, after: Path) -> None:
    """Say in which files BEFORE and AFTER differ, and how."""
    both = made(before), made(after)
    whole = differ_in_more_than_the_commit(both[0].edition, both[1].edition)
    old, new = (files(each, whole_edition=whole) for each in both)
    found = compared(old, new)
    click.echo("\n".join(report(found, len(old.keys() | new.keys()))))
    context.exit(1 if found else 0)


@main.command()
@click.argument("checkout", type=FOLDER)
@click.argument("into", type=click.Path(path_type=Path))
@click.option("--python", type=Path, help="Without it, that of .venv/ in CHECKOUT.")
def record(checkout: Path, into: Path, python: Path | None) -> None:
    """Write into the new folder INTO the site of CHECKOUT and what its commands answer."""
    python = (python or checkout / ".venv" / "bin" / "python").absolute()
    if not python.is_file():
        raise click.UsageError(
            f"there is no {python}: run make .venv in {checkout}, or say --python"
        )
    if into.exists():
        raise click.UsageError(f"{into} is there already")
    into.mkdir(parents=True)
    run = partial(_run, {"PYTHONPATH": str(checkout.resolve() / "generator")})
    run(python, "-m", "roi_casebook", "build", "--site", checkout, "--out", into / SITE)
    run(python, ANSWERS, checkout, into)


def _run(environment: Mapping[str, str], *command: str | Path) -> None:
    environment = {**os.environ, **FIXED, **environment}
    done = subprocess.run(list(map(str, command)), env=environment, check=False)  # noqa: S603 -- our own
    if done.returncode:
        raise click.ClickException(f"{command[0]} ended with {done.returncode}")


if __name__ == "__main__":
    main()
