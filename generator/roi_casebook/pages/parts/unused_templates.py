"""Files in a site's own `templates/` that nothing uses: in a wrong folder, or by a wrong name.

Only those are told of which it is sure: a template that names another by a computed name may use any.
What the site's own theme may hold depends on the engine, which says so itself.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from jinja2 import Environment, TemplateError, meta

from roi_casebook.pages.parts.templates import FOLDER as PAGES
from roi_casebook.pages.parts.templates import files_below, template_folders
from roi_casebook.problems import Problem, nearest
from roi_casebook.reading.files.checking import Checked

SCRIPTS = "scripts"
FOLDERS = (PAGES, "theme", "assets", SCRIPTS)
_ENVIRONMENT = Environment(autoescape=True)


def with_unused_templates(found: Checked) -> Checked:
    """Add to what a check of a whole site found what of its own templates is not used."""
    more = unused_templates(found.site)
    return replace(found, problems=tuple(sorted((*found.problems, *more))))


def unused_templates(site: Path) -> Iterator[Problem]:
    """Give a hint for each file of the site's own templates that nothing uses."""
    own, *shipped = template_folders(site)
    if not shipped:
        return
    known = tuple(files_below((shipped[0],), "."))
    for name in _outside(own):
        expected = f"expected it in {', '.join(FOLDERS[:-1])} or {FOLDERS[-1]}"
        yield _unused(own, name, f"nothing reads a file here, {expected}", known)
    for name in _of_pages(own, known):
        yield _unused(own, name, "no page has such a template, and no template names it", known)
    for name in _of_scripts(own, known):
        yield _unused(
            own, name, "no script that ships has such a part, and no own one names it", known
        )


def _outside(own: Path) -> list[str]:
    """Give the files outside the folders that are read; hidden ones and notes for people do no harm."""
    return [
        name
        for name in files_below((own,), ".")
        if ("/" not in name or name.split("/")[0] not in FOLDERS)
        and not any(part.startswith(".") for part in name.split("/"))
        and not name.endswith((".md", ".txt"))
    ]


def _of_pages(own: Path, known: tuple[str, ...]) -> list[str]:
    """Give the page templates that replace none of those that ship and that no own one names."""
    files = files_below((own,), PAGES)
    named = [name for path in files.values() for name in _named(path)]
    if None in named:  # by a computed name
        return []
    unused = (one for one in files if one.endswith(".html") and one not in named)
    return [place for name in unused if (place := f"{PAGES}/{name}") not in known]


def _of_scripts(own: Path, known: tuple[str, ...]) -> list[str]:
    """Give the parts of scripts that replace none of those that ship and that no own one names."""
    files = files_below((own,), SCRIPTS)
    texts = [path.read_text("utf-8", errors="replace") for path in files.values()]
    unused = (
        one
        for one in files
        if "/" in one and not any(f'/{one.rsplit("/", 1)[-1]}"' in text for text in texts)
    )
    return [place for name in unused if (place := f"{SCRIPTS}/{name}") not in known]


def _named(path: Path) -> list[str | None]:
    """Give the templates that one names; none where it cannot be read, which the build tells."""
    try:
        return list(meta.find_referenced_templates(_ENVIRONMENT.parse(path.read_text("utf-8"))))
    except (TemplateError, UnicodeDecodeError):
        return []


def _unused(own: Path, name: str, message: str, known: tuple[str, ...]) -> Problem:
    file = f"{own.name}/{name}"
    hint = f"did you mean {own.name}/{like}?" if (like := _like(name, known)) else ""
    return Problem(file, 1, 1, "", "unused_template", "hint", message, hint)


def _like(name: str, known: tuple[str, ...]) -> str | None:
    """Give the file that ships by the same name in another folder, else the one most like it."""
    last = name.rsplit("/", 1)[-1]
    same = [one for one in known if one.rsplit("/", 1)[-1] == last]
    return same[0] if len(same) == 1 else nearest(name, known)
