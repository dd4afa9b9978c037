"""The site that a command works on: named with --site, else that of the files named, else this one."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from roi_casebook.reading.files.library_folder import CASES
from roi_casebook.reading.files.site_file import CONFIG_NAME

site_option = click.option(
    "--site",
    "stated",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help=f"The folder that holds {CONFIG_NAME} and {CASES}/; without it, the nearest one from the "
    "case named, or from this folder, upward.",
)


def the_site(stated: Path | None, named: Iterable[Path] = ()) -> Path:
    """Give the site of a command. named: paths among its arguments. Errors: click.UsageError."""
    if stated is not None:
        return _only_a_site(stated)
    found = {site for path in named if path.exists() for site in _nearest(path)}
    if len(found) > 1:
        folders = " and ".join(sorted(map(str, found)))
        raise click.UsageError(
            f"the files belong to several sites, {folders}: name one with --site"
        )
    return next(iter(found), None) or _this_site()


def _only_a_site(folder: Path) -> Path:
    if not _begins(folder) and not (folder / CASES).is_dir():
        message = f"{folder} holds neither {CONFIG_NAME} nor {CASES}/: it is no site"
        raise click.BadParameter(message, param_hint="--site")
    return folder


def _this_site() -> Path:
    here = Path()
    if (here / CASES).is_dir():
        return here
    for site in _nearest(here):
        return site
    raise click.UsageError(
        f"neither this folder nor one above it holds {CONFIG_NAME}: run the command in a site's "
        "folder, or name it with --site"
    )


def _nearest(path: Path) -> Iterator[Path]:
    """Give the nearest folder from a path upward that holds a site, if there is one.

    Written as the path is: relative to this folder, or absolute.
    """
    place = Path(os.path.abspath(path))  # noqa: PTH100 -- not through links: a case may be one
    for folder in (place, *place.parents):
        if _begins(folder):
            yield folder if path.is_absolute() else Path(os.path.relpath(folder))
            return


def _begins(folder: Path) -> bool:
    """Tell whether a folder holds a configuration; a broken one counts, too, and is told."""
    return os.path.lexists(folder / CONFIG_NAME)
