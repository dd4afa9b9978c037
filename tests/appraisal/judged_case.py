"""A made-up case with the strongest evidence there is; each test weakens one thing of it."""

from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from roi_casebook.appraisal import appraise
from roi_casebook.appraisal.evidence.grounds import Grounds, grounds_of
from roi_casebook.appraisal.evidence.ratings import Evidence, evidence_of
from roi_casebook.case import Case
from roi_casebook.config import SiteConfig, Vocabulary
from roi_casebook.reading import ReadSite, read_library
from roi_casebook.shipped.thresholds import shipped_thresholds

SITE = SiteConfig.model_validate(
    {
        "title": "A site",
        "tagline": "Cases",
        "address": "https://example.org/",
        "languages": ["en"],
        "currency": "EUR",
        "discount_rate": {"private": {"nominal": {"value": "10%", "why": "a test"}}},
    }
)
STRONGEST: dict[str, Any] = {
    "format": 1,
    "state": "published",
    "checked": "2024-06-30",
    "found_by": "own-search",
    "title": "A campaign",
    "summary": "It paid back.",
    "story": "What was done.",
    "organisation": {"name": "Shop", "sector": "retail", "size": "small", "country": "FR"},
    "initiative": {"kind": "campaign", "channels": ["email"], "objective": "sales"},
    "perspective": "payer",
    "period": {"start": "2022-01-01", "years": 2, "observed_months": 12},
    "time_to_effect": {"value": 6, "unit": "month", "assumption": "as before"},
    "money": {"currency": "EUR", "prices": "nominal", "price_year": 2022},
    "people": {
        "paid": {"role": "payer"},
        "measured": {"role": "researcher"},
        "wrote": {"role": "researcher"},
        "checked": {"role": "nobody"},
    },
    "sources": {
        "paper": {
            "work": "A trial",
            "by": "A statistics office",
            "date": "2023-03",
            "kind": "official-statistics",
            "lang": "en",
            "read_at": "https://example.org/trial",
        },
        "ledger": {
            "work": "Accounts",
            "by": "Shop",
            "date": "2023",
            "kind": "annual-report",
            "lang": "en",
            "read_at": "https://example.org/accounts",
        },
    },
    "inputs": {
        "spent": {"value": 1000, "unit": "EUR", "source": "ledger", "quote": "1000"},
        "staff_hours": {"value": 10, "unit": "hour", "source": "ledger", "quote": "10"},
        "wage": {"value": 30, "unit": "EUR/hour", "source": "ledger", "quote": "30"},
        "gained": {
            "low": 3000,
            "likely": 3500,
            "high": 4000,
            "unit": "EUR",
            "source": "paper",
            "quote": "3000 to 4000, most often 3500",
        },
    },
    "costs": {
        "campaign": {"label": "Campaign", "amount": "spent", "when": 0, "status": "observed"},
        "staff": {
            "label": "Staff",
            "amount": "staff_hours * wage",
            "when": 0,
            "status": "observed",
        },
    },
    "benefits": {
        "sales": {
            "label": "Margin",
            "measure": "contribution-margin",
            "amount": "gained",
            "when": 1,
            "status": "observed",
            "without_it": {
                "design": "randomised",
                "comparator": "those drawn to get no mail",
                "baseline": "the year before",
                "displacement": {"value": 0, "source": "paper", "quote": "none"},
                "drop_off": {"value": 0, "source": "paper", "quote": "none"},
            },
        }
    },
    "soft": {
        "trust": {
            "measure": "trust",
            "stage": "outcome",
            "result": "unknown",
            "looked": "in the paper",
            "instrument": "a survey",
            "negative": "looked-none-found",
        }
    },
}
"""Randomised, observed long enough, measured by researchers, every number in a document."""

GONE = object()
"""In place of a value: the field is left out."""


def a_case(changes: Mapping[str, Any] | None = None) -> Case:
    """Make the strongest case, with changes by dotted path: {"people.wrote.role": "vendor"}."""
    raw = deepcopy(STRONGEST)
    for path, value in (changes or {}).items():
        *parents, last = path.split(".")
        place = raw
        for parent in parents:
            place = place.setdefault(parent, {})
        if value is GONE:
            place.pop(last)
        else:
            place[last] = value
    return Case.model_validate(raw)


def evidence_with(
    changes: Mapping[str, Any] | None = None, own: Mapping[str, float] | None = None
) -> Evidence:
    """Judge the strongest case with changes; own: a site's own thresholds."""
    case = a_case(changes)
    thresholds = {
        name: each.model_copy(update={"value": (own or {}).get(name, each.value)})
        for name, each in shipped_thresholds().items()
    }
    return evidence_of(case, appraise("case", case, SITE, Vocabulary()).readings, thresholds)


def grounds_with(changes: Mapping[str, Any] | None = None) -> Grounds:
    """Give what the made-up case's leading reading rests on."""
    case = a_case(changes)
    return grounds_of(
        case, appraise("case", case, SITE, Vocabulary()).leading, shipped_thresholds()
    )


@cache
def real_site() -> ReadSite:
    """Read the project's own cases."""
    return read_library(Path(__file__).parents[2])


@cache
def real_evidence(slug: str) -> Evidence:
    """Judge one of the project's own cases."""
    site = real_site()
    assert site.config is not None
    case = site.cases[slug]
    readings = appraise(slug, case, site.config, site.vocabulary).readings
    return evidence_of(case, readings, site.thresholds)
