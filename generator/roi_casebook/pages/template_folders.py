"""Where templates are found: a site's own `templates/` first, then those of the generator.

A site overrides file by file. An installed wheel carries the templates inside the package, a
checkout at its root.
"""

from pathlib import Path

import roi_casebook

_PACKAGE = Path(roi_casebook.__file__).parent
_SHIPPED = (_PACKAGE / "templates", _PACKAGE.parent.parent / "templates")


def template_folders(site: Path) -> tuple[Path, ...]:
    """Give the folders of templates that exist for the site in folder `site`, the first wins."""
    shipped = next(folder for folder in _SHIPPED if folder.is_dir())
    own = (site / "templates").resolve()
    return (own, shipped) if own.is_dir() and own != shipped else (shipped,)


def files_below(folders: tuple[Path, ...], name: str) -> dict[str, Path]:
    """Give the files of subfolder `name` of all folders: its path in there -> the file that wins."""
    return {
        path.relative_to(folder / name).as_posix(): path
        for folder in reversed(folders)
        for path in sorted((folder / name).rglob("*"))
        if path.is_file()
    }
