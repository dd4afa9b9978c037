"""A site's folder: its configuration, words, cases and guide, and every problem of all files."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePath

from roi_casebook.case import Case
from roi_casebook.case.beside import NOTHING_BESIDE, Beside
from roi_casebook.config import SiteConfig, Thresholds, Vocabulary
from roi_casebook.problems import Problem
from roi_casebook.reading.files.across_cases import across_cases
from roi_casebook.reading.files.case_file import CaseFile, read_case
from roi_casebook.reading.files.disk import leads_out, link_out, no_folder, read_at_most
from roi_casebook.reading.files.guide_file import GUIDE_NAME, read_guide
from roi_casebook.reading.files.questions_file import (
    QUESTIONS_NAME,
    asked_together,
    read_questions,
)
from roi_casebook.reading.files.reviews_file import REVIEWS_NAME, read_reviews
from roi_casebook.reading.files.site_file import ConfigFile, read_config
from roi_casebook.reading.model.valid_parts import Surroundings
from roi_casebook.reading.rules.library import (
    FileOfCase,
    cases_are_told_once,
    file_names,
    is_yaml,
    no_cases,
    slugs_are_one_cases,
    unread_files,
)
from roi_casebook.reading.rules.metrics import metrics_against_cases
from roi_casebook.reading.rules.references import linked_cases_have_pages
from roi_casebook.shipped.thresholds import thresholds_with_own
from roi_casebook.shipped.vocabulary import shipped_vocabulary
from roi_casebook.yaml_places.document import Document, part_at
from roi_casebook.yaml_places.reader import read_yaml
from roi_casebook.yaml_places.source_text import SourceText

CASES = "cases"
BESIDE = (GUIDE_NAME, QUESTIONS_NAME, REVIEWS_NAME)
"""The files of a site's folder that speak of its cases; each may be missing."""
FOLDERS = (CASES, "templates")
ENDINGS = (".yml", ".yaml")
NOT_PUBLISHED = ("draft", "withdrawn")


@dataclass(frozen=True)
class ReadSite:
    """A site as read.

    config: None where it has errors; vocabulary: shipped and own; thresholds: shipped, with the
    site's own values; cases: by slug, in the order of their file names, without those that have
    errors; problems: of all files, in order; beside: what speaks of the cases.
    """

    config: SiteConfig | None
    vocabulary: Vocabulary
    thresholds: Thresholds
    cases: Mapping[str, Case]
    problems: tuple[Problem, ...]
    beside: Beside = NOTHING_BESIDE


def read_library(
    site: Path, today: date | None = None, only: Container[str] | None = None
) -> ReadSite:
    """Read a site's folder: `site_config.yml`, `cases/*.yml`, and of `BESIDE` what is there.

    today: the day against which `checked` is held, the clock's without it; only: the case files
    that are asked for: of all others no more is read than what these may speak of, so that they are
    no cases and none of their problems is told. Problems name files relative to the folder.
    Errors: OSError where a file cannot be opened.
    """
    config = read_config(site)
    around = surroundings(config, today)
    files = {
        name: read_case(raw, name, around)
        if only is None or name in only
        else CaseFile(read_yaml(raw, name), None, ())
        for name, raw in ((name, read_at_most(site / name)) for name in case_names(site))
    }
    unread = [
        *map(link_out, _links_out(site)),
        *unread_files(_names_below(site), _names_of_no_file(site)),
        *(problem for name in FOLDERS for problem in no_folder(site, name)),
    ]
    read = _site(config, around, files, unread)
    published = _published(files)
    guide = read_guide(site, published, around.languages)
    questions = read_questions(site, published, around.languages)
    reviews = read_reviews(site, published, around.languages)
    more = _metric_problems(config, read.cases) if len(read.cases) == len(files) else ()
    empty = () if files or unread or config.config is None else (no_cases(CASES),)
    told = (*guide.problems, *questions.problems, *reviews.problems)
    across = across_cases(_of_cases(files), asked_together(questions.held))
    problems = tuple(sorted((*read.problems, *told, *across, *more, *empty)))
    beside = Beside(guide.held, questions.held, reviews.held)
    return replace(read, beside=beside, problems=problems)


def read_files(site: Path, paths: Iterable[Path], today: date | None = None) -> ReadSite:
    """Read some files as the only cases of a site; problems name them as given."""
    config = read_config(site)
    around = surroundings(config, today)
    return _site(
        config, around, {path.as_posix(): _read_file(site, path, around) for path in paths}
    )


def _read_file(site: Path, path: Path, around: Surroundings) -> CaseFile:
    """Read a file as a case; one that is no YAML by its ending, or no file of the site, is not."""
    if leads_out(site, path):
        name = path.as_posix()
        return CaseFile(Document(name, SourceText("")), None, (link_out(name),))
    if is_yaml(path):
        return read_case(read_at_most(path), path.as_posix(), around)
    return CaseFile(Document(path.as_posix(), SourceText("")), None, ())


def case_names(site: Path) -> list[str]:
    """Give the case files of a site, relative to it, by name.

    Hidden files are left out, and links to files that are none of the site's.
    """
    named = (path for path in _named_like_cases(site) if not leads_out(site, path))
    return sorted(f"{CASES}/{path.name}" for path in named)


def _links_out(site: Path) -> list[str]:
    """Give what is named like a case, or the folder of all, and is a link out of the site."""
    if leads_out(site, site / CASES):
        return [CASES]
    named = (path for path in _named_like_cases(site) if leads_out(site, path))
    return sorted(f"{CASES}/{path.name}" for path in named)


def _named_like_cases(site: Path) -> Iterator[Path]:
    folder = site / CASES
    for path in folder.iterdir() if folder.is_dir() else ():
        if (
            path.suffix.lower() in ENDINGS
            and path.is_file()
            and not _is_hidden(PurePath(path.name))
        ):
            yield path


def _published(files: Mapping[str, CaseFile]) -> tuple[str, ...]:
    """Give the slugs of the cases that have a page, those of broken files too."""
    states = {name: part_at(file.document.value, ("state",)) for name, file in files.items()}
    return tuple(PurePath(name).stem for name in files if states[name] not in NOT_PUBLISHED)


def _names_below(site: Path) -> list[str]:
    """Give the files in folders inside `cases/` that look like cases."""
    below = (path for ending in ENDINGS for path in (site / CASES).glob(f"*/**/*{ending}"))
    names = (path.relative_to(site) for path in below)
    return sorted(name.as_posix() for name in names if not _is_hidden(name))


def _names_of_no_file(site: Path) -> list[str]:
    """Give what is named like a case in `cases/` and cannot be read: a folder, a dead link."""
    found = (path for ending in ENDINGS for path in (site / CASES).glob(f"*{ending}"))
    names = (path.relative_to(site) for path in found if not path.is_file())
    return sorted(name.as_posix() for name in names if not _is_hidden(name))


def _is_hidden(name: PurePath) -> bool:
    return any(part.startswith(".") for part in name.parts)


def surroundings(config: ConfigFile, today: date | None = None) -> Surroundings:
    """Give what cases are judged against under a configuration."""
    shipped = shipped_vocabulary()
    known = config.config
    return Surroundings(
        languages=known.languages if known else None,
        vocabulary=shipped.with_own(known) if known else shipped,
        words_are_sure=known is not None,
        today=today or date.today(),  # noqa: DTZ011 -- the editor's own day
    )


def _site(
    config: ConfigFile,
    around: Surroundings,
    files: Mapping[str, CaseFile],
    more: Iterable[Problem] = (),
) -> ReadSite:
    read = _of_cases(files)
    problems = {
        *config.problems,
        *more,
        *file_names(files),
        *cases_are_told_once(read),
        *slugs_are_one_cases(read),
        *linked_cases_have_pages(read),
        *(problem for file in files.values() for problem in file.problems),
    }
    wrong = {problem.file for problem in problems if problem.severity == "error"}
    cases = {file.slug: files[file.name].case for file in read if file.name not in wrong}
    return ReadSite(
        config=config.config,
        vocabulary=around.vocabulary,
        thresholds=thresholds_with_own(config.config.thresholds if config.config else {}),
        cases={slug: case for slug, case in cases.items() if case is not None},
        problems=tuple(sorted(problems)),
    )


def _of_cases(files: Mapping[str, CaseFile]) -> list[FileOfCase]:
    return [FileOfCase(name, file.document) for name, file in files.items()]


def _metric_problems(config: ConfigFile, cases: Mapping[str, Case]) -> Iterator[Problem]:
    """Hold the site's own metrics against all its cases."""
    if config.config and config.document:
        for finding in metrics_against_cases(config.config.metrics, cases):
            yield config.document.problem(finding)
