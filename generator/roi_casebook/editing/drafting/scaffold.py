"""`casebook new`: a case file to fill in, sound from the start, as a draft."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from roi_casebook.config import SiteConfig
from roi_casebook.editing.chosen_case import UnknownNameError
from roi_casebook.editing.drafting.filled_template import filled_in, head_of_scaffold, scaffold_text
from roi_casebook.editing.drafting.known_facts import KnownFacts, claim_fact, count_fact, money_fact
from roi_casebook.editing.drafting.likeness import like
from roi_casebook.editing.drafting.pasted_row import numbers_in_row
from roi_casebook.editing.drafting.shortest import shortest_draft
from roi_casebook.reading.files.case_file import read_case
from roi_casebook.reading.files.disk import read_at_most, write_new, write_whole
from roi_casebook.reading.files.library_folder import CASES, case_names, surroundings
from roi_casebook.reading.files.site_file import read_config
from roi_casebook.reading.model.schema import SCHEMA_NAME, schema_text
from roi_casebook.reading.model.valid_parts import Surroundings
from roi_casebook.reading.rules.library import (
    LONGEST,
    FileOfCase,
    former_slugs,
    is_slug,
    slug_of,
    why_reserved,
)
from roi_casebook.yaml_places.reader import read_yaml

CURRENCY = "EUR"
"""That of the scaffold, where the site's is not known."""


@dataclass(frozen=True)
class Draft:
    """What a new case begins with. series: a row of numbers; claim: what it speaks of, and its number."""

    cost: str = ""
    benefit: str = ""
    count: str = ""
    flows: str = ""
    claim: str = ""
    like: str = ""
    currency: str = ""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is known but the currency, so that the whole scaffold is of most use."""
        return self == Draft(currency=self.currency)


def write_scaffold(site: Path, slug: str, today: date, known: Draft = Draft()) -> Path:
    """Write `cases/<slug>.yml` and give its path; beside it the schema, where there is none yet.

    Errors: UnknownNameError where it may not be, or where what is known cannot be read.
    """
    refuse_slug(site, slug)
    config = read_config(site)
    around = surroundings(config, today)
    path = site / CASES / f"{slug}.yml"
    text = _draft(site, config.config, around, today, known)
    refuse_unsound(text, path, around, known.like)
    return write_draft(path, text, around)


def write_draft(path: Path, text: str, around: Surroundings) -> Path:
    """Write a new case, and beside it the schema where there is none. Errors: UnknownNameError where one is there."""
    path.parent.mkdir(exist_ok=True)
    schema = path.with_name(SCHEMA_NAME)
    if not schema.exists():
        write_whole(schema, schema_text(around.vocabulary))
    try:
        write_new(path, text)
    except FileExistsError:
        raise UnknownNameError(f"{path} is there already") from None
    return path


def currency_of(site: Path, known: Draft) -> str:
    """Give the currency of a new case: as it is said, or that of the case it is like, or the site's."""
    config = read_config(site).config
    model = like(site, known.like) if known.like else None
    own = model.currency if model else config.currency if config else CURRENCY
    if model and known.currency not in ("", own):
        raise UnknownNameError(f"{model.slug} counts in {own}: leave out --currency")
    return known.currency or own


def checked_draft(site: Path, known: Draft) -> Draft:
    """Give what is known back, where all of it can be read. Errors: UnknownNameError."""
    _facts(known, currency_of(site, known), surroundings(read_config(site)))
    return known


def _draft(
    site: Path, config: SiteConfig | None, around: Surroundings, today: date, known: Draft
) -> str:
    languages = config.languages if config else None
    currency = currency_of(site, known)
    if known.is_empty:
        return filled_in(scaffold_text(today.isoformat(), currency), languages)
    facts = _facts(known, currency, around)
    years = max(1, len(facts.series) - 1)
    model = like(site, known.like, years) if known.like else None
    head = head_of_scaffold(today.isoformat(), currency, years)
    return filled_in(shortest_draft(facts, head, currency, around.vocabulary, model), languages)


def _facts(known: Draft, currency: str, around: Surroundings) -> KnownFacts:
    series = numbers_in_row(known.flows) if known.flows else ()
    if series and (known.cost or known.benefit):
        raise UnknownNameError("a row of numbers holds cost and return already: leave one out")
    return KnownFacts(
        cost=money_fact(known.cost, currency) if known.cost else None,
        benefit=money_fact(known.benefit, currency) if known.benefit else None,
        count=count_fact(known.count, around.vocabulary) if known.count else None,
        series=series,
        claim=claim_fact(known.claim, currency) if known.claim else None,
    )


def refuse_unsound(text: str, path: Path, around: Surroundings, model: str = "") -> None:
    """Refuse to write what check would refuse. model: the case that the new one is like.

    Errors: UnknownNameError.
    """
    found = read_case(text.encode(), path.as_posix(), around).problems
    errors = [each for each in found if each.severity == "error"]
    if errors:
        first, of = errors[0], f" like {model}" if model else ""
        raise UnknownNameError(
            f"a case{of} with this would not be sound: {first.path}: {first.message}; {first.hint}"
        )


def refuse_slug(site: Path, slug: str) -> None:
    """Refuse what can be no slug of a new case. Errors: UnknownNameError."""
    _refuse(slug)
    _refuse_former(site, slug)


def _refuse(slug: str) -> None:
    if not is_slug(slug):
        raise UnknownNameError(
            f"{slug!r} is no slug: small letters, digits and hyphens, at most {LONGEST}, e.g. {slug_of(slug)}"
        )
    if why := why_reserved(slug):
        raise UnknownNameError(f"{slug!r} can be no slug: {why}")


def _refuse_former(site: Path, slug: str) -> None:
    """Refuse the earlier slug of another case: its address leads there for ever."""
    documents = (read_yaml(read_at_most(site / name), name) for name in case_names(site))
    owner = former_slugs(FileOfCase(each.file, each) for each in documents).get(slug)
    if owner:
        raise UnknownNameError(
            f"{slug!r} is an earlier slug of {owner}: an address leads to one case only"
        )
