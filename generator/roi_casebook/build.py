"""The pipeline: from a site's folder to its published pages, in order of execution.

Everything is checked before anything is published; what fails leaves the last good site untouched.
The day and the environment enter as arguments.
"""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain, starmap
from pathlib import Path

from roi_casebook.appraisal import JudgedCase, judged_cases
from roi_casebook.config import SiteConfig
from roi_casebook.editing.drafts import shown_as_drafts
from roi_casebook.exports.beside_pages import files_beside
from roi_casebook.exports.made_files import Maker
from roi_casebook.output.engines.shells import load_shells
from roi_casebook.output.masthead import File
from roi_casebook.output.processes import all_done, dealt
from roi_casebook.output.publishing.edition import Edition, find_edition
from roi_casebook.output.publishing.publish import MARKDOWN, publish, staging
from roi_casebook.output.site.check_links import check_site
from roi_casebook.output.site.markdown_tree import write_portable_tree
from roi_casebook.output.site.masthead_words import site_of
from roi_casebook.output.site.search_index import FOLDER, twin_folder, write_index
from roi_casebook.output.site.site_folder import Content, write_site
from roi_casebook.pages.parts.anchors import data_address
from roi_casebook.pages.parts.case_rows import published_cases
from roi_casebook.pages.parts.edition_line import edition_line
from roi_casebook.pages.parts.templates import Templates, template_folders
from roi_casebook.pages.parts.unused_templates import with_unused_templates
from roi_casebook.pages.site.site_pages import site_pages, site_redirects, site_wordings
from roi_casebook.problems import Problem, has_errors
from roi_casebook.reading import ReadSite
from roi_casebook.reading.files.checking import Checked, checked
from roi_casebook.wording import wording_for

CACHE = Path(".casebook") / "shells"
KEPT = Path(".casebook") / "exports"


@dataclass(frozen=True)
class Built:
    """What a build came to: the problems of the content as read, and those of the finished pages."""

    found: Checked
    broken: tuple[Problem, ...]

    @property
    def is_published(self) -> bool:
        """Tell whether the site was published."""
        return not has_errors(self.found.problems) and not has_errors(self.broken)


@contextmanager
def _holding_all() -> Iterator[None]:
    """Look for no unused circles of objects: a build makes few, and the search took a tenth of it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_holding_all()
def build(
    site: Path,
    out: Path,
    today: date,
    environment: Mapping[str, str],
    *,
    with_drafts: bool = False,
) -> Built:
    """Build the site in folder `site` into folder `out`.

    with_drafts: show drafts too, marked; for their editors, never for readers.
    Errors: EnvironmentFailure (disk, engine), BrokenTemplateError; nothing is published then.
    """
    found = read(site, today, with_drafts=with_drafts)
    config = found.read.config
    if has_errors(found.problems) or config is None:
        return Built(found, ())
    cases = judge_all(found.read, config)
    content = compose(found, config, cases, find_edition(site, environment, today))
    with staging(out) as stage, twin_folder() as twins:
        shells = load_shells(content.site, template_folders(site), site / CACHE)
        write_site(content, shells, stage, twins)
        broken = tuple(check_site(stage, content.site.address, shells.key))
        if not broken:
            write_index(twins, stage / FOLDER)
            publish(stage, out)
    return Built(found, broken)


@_holding_all()
def build_as_markdown(site: Path, out: Path, today: date, environment: Mapping[str, str]) -> Built:
    """Write the pages of the site in folder `site` into folder `out`, for an engine to build whole.

    Links are the engine's to check. Errors: EnvironmentFailure, BrokenTemplateError; nothing is
    published then.
    """
    found = read(site, today)
    config = found.read.config
    if has_errors(found.problems) or config is None:
        return Built(found, ())
    cases = judge_all(found.read, config)
    content = compose(found, config, cases, find_edition(site, environment, today))
    with staging(out, MARKDOWN) as stage:
        write_portable_tree(content, template_folders(site), stage)
        publish(stage, out, MARKDOWN)
    return Built(found, ())


def read(site: Path, today: date, *, with_drafts: bool = False) -> Checked:
    """Read every file of a site, with every problem: of the content, and of templates never used."""
    found = with_unused_templates(checked(site, today=today))
    config = found.read.config
    if not with_drafts or has_errors(found.problems) or config is None:
        return found
    cases = shown_as_drafts(found.read.cases, config, found.read.vocabulary)
    return replace(found, read=replace(found.read, cases=cases))


def judge_all(site: ReadSite, config: SiteConfig) -> tuple[JudgedCase, ...]:
    """Compute every figure of the cases that were read without an error, and judge them."""
    return judged_cases(site.cases, config, site.vocabulary, site.thresholds)


def compose(
    found: Checked, config: SiteConfig, cases: Sequence[JudgedCase], edition: Edition
) -> Content:
    """Give all that a site is made of, in order.

    Its pages are not held in memory: each is composed, rendered and stamped as it is written.
    Errors: BrokenTemplateError, then.
    """
    beside, vocabulary = replace(found.read.beside, edition=edition), found.read.vocabulary
    wordings = site_wordings(config, vocabulary)
    templates = Templates(template_folders(found.site))
    return Content(
        site=site_of(config, wordings, edition, beside),
        edition=edition,
        pages=site_pages(cases, config, vocabulary, templates, beside),
        redirects=site_redirects(cases, config, vocabulary),
        files=chain(
            _case_files(found.site, cases),
            starmap(File, files_beside(cases, config, vocabulary, beside)),
            _taken_away(found, config, cases, edition),
        ),
    )


def _case_files(site: Path, cases: Iterable[JudgedCase]) -> Iterator[File]:
    """Give the file of each published case, as its editor wrote it."""
    for case in published_cases(cases):
        address = data_address(case.slug)
        yield File(address, (site / address).read_bytes())


def _taken_away(
    found: Checked, config: SiteConfig, cases: Iterable[JudgedCase], edition: Edition
) -> Iterator[File]:
    """Give what can be taken away from each published case, in each language; made side by side."""
    if not config.exports:
        return
    wordings = (
        wording_for(language, config.languages[0], found.read.vocabulary)
        for language in config.languages
    )
    told = tuple((wording, edition_line(wording, edition)) for wording in wordings)
    maker = Maker(found.site, config, told, found.site / KEPT)
    hands = dealt(published_cases(cases))
    made = [one for hand in all_done([partial(maker.made, hand) for hand in hands]) for one in hand]
    maker.forget_others({key for _, _, key in made})
    for address, content, _ in made:
        yield File(address, content)
