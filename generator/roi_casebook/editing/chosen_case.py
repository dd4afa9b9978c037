"""The case that an editor names on the command line: by its path or by its slug."""

from collections.abc import Sequence
from dataclasses import dataclass
from errno import ENAMETOOLONG
from pathlib import Path

from roi_casebook.appraisal import Appraisal, AppraisedCase, JudgedCase, judge
from roi_casebook.config import SiteConfig, Vocabulary
from roi_casebook.problems import did_you_mean, has_errors
from roi_casebook.reading.files.checking import Checked, checked
from roi_casebook.reading.files.library_folder import CASES, case_names


class UnknownNameError(Exception):
    """A name that leads to nothing; the message says so and names the nearest."""


@dataclass(frozen=True)
class Chosen:
    """A case found sound, judged under a site's configuration."""

    config: SiteConfig
    vocabulary: Vocabulary
    appraised: JudgedCase


def choose(site: Path, name: str) -> Chosen | Checked:
    """Read and judge the case that `name` (a path or a slug) means, or say what is wrong with it.

    Errors: UnknownNameError.
    """
    found = choose_all(site, [name])
    return found if isinstance(found, Checked) else found[0]


def choose_all(site: Path, names: Sequence[str]) -> list[Chosen] | Checked:
    """Read the site once and judge the cases that are named, or say what is wrong with any of them.

    Errors: UnknownNameError.
    """
    paths = [named_path(site, name) for name in names]
    found = checked(site, paths)
    read, config = found.read, found.read.config
    slugs = [path.stem for path in paths]
    if has_errors(found.problems) or config is None or not read.cases.keys() >= set(slugs):
        return found
    return [
        Chosen(
            config,
            read.vocabulary,
            judge(slug, read.cases[slug], config, read.vocabulary, read.thresholds),
        )
        for slug in dict.fromkeys(slugs)
    ]


def case_paths(name: str) -> list[Path]:
    """Give the file that a case's name is the path of; none where it is a slug."""
    return [path for path in (Path(name),) if _is_file(path)]


def named_path(site: Path, name: str) -> Path:
    """Give the file of the case that `name` (a path or a slug) means. Errors: UnknownNameError."""
    for by_path in case_paths(name):
        return by_path
    by_slug = site / CASES / f"{name.removesuffix('.html')}.yml"
    if _is_file(by_slug):
        return by_slug
    slugs = [Path(file).stem for file in case_names(site)]
    meant = [slug for slug in slugs if slug.startswith(f"{Path(name).stem}-")]
    near = f"did you mean {meant[0]!r}?" if len(meant) == 1 else ""
    hint = near or did_you_mean(Path(name).stem, slugs)
    raise UnknownNameError(f"no case {name!r} in {site / CASES}; {hint}")


def _is_file(path: Path) -> bool:
    """Tell whether a path is a file's; one that no folder could hold is none."""
    try:
        return path.is_file()
    except OSError as error:
        if error.errno == ENAMETOOLONG:
            return False
        raise


def reading_of(appraised: AppraisedCase, name: str | None) -> Appraisal:
    """Give the appraisal of a reading, of the leading one where none is named. Errors: UnknownNameError."""
    if name is None:
        return appraised.leading
    if name not in appraised.readings:
        known = [reading for reading in appraised.readings if reading]
        hint = did_you_mean(name, known) if known else "the case has no readings"
        raise UnknownNameError(f"no reading {name!r} in {appraised.slug}; {hint}")
    return appraised.readings[name]
