"""Many judged cases made from the real ones in memory, each with properties of its own.

What the catalogue filters by is spread over the whole vocabulary, so that its lists are as long as
they can be. The figures stay those of the real case.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from html import escape
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

from roi_casebook.appraisal import JudgedCase, judge
from roi_casebook.appraisal.evidence.locks import WORDS
from roi_casebook.appraisal.evidence.ratings import Direction
from roi_casebook.case.beside import NOTHING_BESIDE
from roi_casebook.config import SiteConfig, Vocabulary
from roi_casebook.output.engines.shells import load_shells
from roi_casebook.output.publishing.edition import Edition
from roi_casebook.output.site.masthead_words import site_of
from roi_casebook.output.site.search_index import FOLDER, write_index
from roi_casebook.output.site.site_folder import Content, write_site
from roi_casebook.pages.lists.cases_table_pages import cases_table_pages
from roi_casebook.pages.lists.catalogue_page import catalogue_pages
from roi_casebook.pages.lists.listing_pages import listing_pages
from roi_casebook.pages.lists.published_cases import CasesInLanguage, PublishedCases
from roi_casebook.pages.parts.case_in_language import SiteInLanguage
from roi_casebook.pages.parts.page import Page
from roi_casebook.pages.parts.templates import Templates, template_folders
from roi_casebook.pages.site.home_page import home_page
from roi_casebook.pages.site.site_pages import site_wordings
from roi_casebook.reading import read_library
from roi_casebook.written.dates import PartialDate

PROJECT = Path(__file__).parents[1]
DAY = date(2026, 11, 22)
MADE_FROM = (
    "depaul-ihobo", "ebay-paid-search", "foiled-cupcakes", "ibm-enterprise-tagging", "ibm-internal-blogs",
    "inspired-by-iceland", "mois-sans-tabac", "need-a-cake", "nextdoor", "pepsi-refresh", "pinterest-bizrate",
    "river-pools", "starbucks-uk-social", "stopcovid", "ups-recruiting",
)  # fmt: skip
"""The real cases of which they are made: named, so that a new one of the library moves no test."""
COUNTRIES = ("US", "GB", "FR", "DE", "IS", "CA", "AU", "JP", "BR", "IN", "world")
SIZES = ("micro", "small", "medium", "large", "enterprise", "unknown")
FIRST_YEAR, YEARS = 1998, 27


def write_many(count: int, to: Path) -> None:
    """Write home, catalogue and listings of `count` made cases into the empty folder `to`."""
    read = read_library(PROJECT, DAY)
    assert read.config is not None
    config, vocabulary, folders = read.config, read.vocabulary, template_folders(PROJECT)
    real = [
        judge(slug, read.cases[slug], config, vocabulary, read.thresholds) for slug in MADE_FROM
    ]
    cases = list(islice(many_cases(real, vocabulary), count))
    edition = Edition(DAY, None)
    site = site_of(config, site_wordings(config, vocabulary), edition, NOTHING_BESIDE)
    pages = _pages(cases, config, vocabulary, Templates(folders))
    shells = load_shells(site, folders, to.parent / "shells")
    twins = to.parent / "twins"
    write_site(Content(site, edition, pages), shells, to, twins)
    _write_twins(cases, twins)
    write_index(twins, to / FOLDER)


def _write_twins(cases: Sequence[JudgedCase], twins: Path) -> None:
    """Write what the search reads of the cases, which have no pages here: title and summary."""
    for one in cases:
        for language, root in (("en", ""), ("fr", "fr/")):
            title, text = (escape(texts[language]) for texts in (one.case.title, one.case.summary))
            path = twins / f"{root}cases/{one.slug}.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(
                f'<html lang="{language}"><title>{title}</title><h1>{title}</h1><p>{text}</p>',
                encoding="utf-8",
            )


def _pages(
    cases: Sequence[JudgedCase], config: SiteConfig, vocabulary: Vocabulary, templates: Templates
) -> Iterator[Page]:
    shared = PublishedCases.of(cases)
    for wording in site_wordings(config, vocabulary):
        site = SiteInLanguage(wording, config, cases, templates)
        shelf = CasesInLanguage(site, shared)
        yield home_page(site)
        yield from catalogue_pages(shelf)
        yield from cases_table_pages(shelf)
        yield from listing_pages(shelf)


def many_cases(real: Sequence[JudgedCase], vocabulary: Vocabulary) -> Iterator[JudgedCase]:
    """Make cases without end."""
    number = 0
    while True:
        yield _made(real[number % len(real)], number, vocabulary)
        number += 1


def _made(own: JudgedCase, number: int, vocabulary: Vocabulary) -> JudgedCase:
    case, evidence = own.case, own.evidence
    changed: dict[str, Any] = {
        "title": {language: f"{text}, {number}" for language, text in case.title.items()},
        "checked": DAY - timedelta(days=number % 400),
        "organisation": _changed(case.organisation, number, sector=vocabulary.sectors, size=SIZES, country=COUNTRIES),
        "initiative": case.initiative.model_copy(update=_initiative(number, vocabulary)),
        "period": case.period.model_copy(update={"start": PartialDate(FIRST_YEAR + number % YEARS)}),
    }  # fmt: skip
    locks = replace(
        evidence.locks,
        count=number * 5 % len(WORDS),
        word=WORDS[number * 5 % len(WORDS)],
        is_unproven=number * 5 % len(WORDS) < 2,
    )
    return replace(
        own,
        leads=replace(own.leads, locks=locks),
        slug=f"{own.slug}-{number}",
        case=case.model_copy(update=changed),
        evidence=replace(
            evidence,
            readings=MappingProxyType({**evidence.readings, evidence.leading: locks}),
            direction=get_args(Direction)[number % len(get_args(Direction))],
        ),
    )


def _initiative(number: int, vocabulary: Vocabulary) -> Mapping[str, Any]:
    channels = list(vocabulary.channels)
    several = dict.fromkeys(channels[(number * step) % len(channels)] for step in (1, 3, 7))
    kinds = list(vocabulary.kinds)
    return {"kind": kinds[number * 3 % len(kinds)], "channels": tuple(several)}


def _changed(part: Any, number: int, **lists: Sequence[str] | Mapping[str, Any]) -> Any:  # noqa: ANN401 -- a part of a case
    update = {name: list(values)[number * 7 % len(values)] for name, values in lists.items()}
    return part.model_copy(update=update)
