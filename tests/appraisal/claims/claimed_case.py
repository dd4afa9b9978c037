"""A made-up case for claims: the reference case of the method, so that each basis has its number.

Costs 50,000, then 20,000 in three years; revenue of 60,000, 90,000 and 120,000 at a margin of
60 %; 25 % would have come anyway, 30 % of the rest is due to others; 8 % a year. So the return is
+145 % of revenue, +47 % of margin, -23 % net of both, -29 % discounted.
"""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from roi_casebook.appraisal import AppraisedCase, appraise
from roi_casebook.appraisal.claims.judged_claims import verdicts
from roi_casebook.appraisal.claims.verdict import Verdict
from roi_casebook.case import Case
from roi_casebook.shipped.thresholds import shipped_thresholds
from roi_casebook.shipped.vocabulary import shipped_vocabulary
from tests.appraisal.judged_case import SITE

Raw = dict[str, Any]


def _input(value: object, unit: str = "EUR", source: str = "accounts") -> Raw:
    return {"value": value, "unit": unit, "source": source, "quote": "as printed"}


def _source(name: str) -> Raw:
    return {
        "work": name,
        "by": name,
        "date": 2020,
        "kind": "press",
        "lang": "en",
        "read_at": "unknown",
    }


REFERENCE: Raw = {
    "format": 1,
    "state": "published",
    "checked": "2024-06-30",
    "found_by": "own-search",
    "title": "A campaign",
    "summary": "It did not pay back.",
    "organisation": {
        "name": "Shop",
        "sector": "retail",
        "size": "large",
        "country": "FR",
        "revenue": "all_revenue",
    },
    "initiative": {"kind": "campaign", "channels": ["email"], "objective": "sales"},
    "perspective": "payer",
    "period": {"start": 2020, "years": 3, "observed_months": 36},
    "money": {
        "currency": "EUR",
        "prices": "nominal",
        "price_year": 2020,
        "discount_rate": {"value": "8%", "why": "the method's example"},
    },
    "people": {role: {"role": "payer"} for role in ("paid", "measured", "wrote", "checked")},
    "sources": {name: _source(name) for name in ("accounts", "article", "list", "blog")},
    "inputs": {
        "all_revenue": _input(40e6, "EUR/year"),
        "set_up": _input(50000),
        "running": _input(20000),
        "first": _input(60000),
        "second": _input(90000),
        "third": _input(120000),
        "searches": _input(286000, "search/week"),
        "seconds": _input(12, "second/search"),
        "readers": _input(48700, "person"),
    },
    "costs": {
        "start": {"label": "Start", "amount": "set_up", "when": 0, "status": "observed"},
        "years": {"label": "Running", "amount": "running", "when": "1-3", "status": "observed"},
    },
    "benefits": {
        "sales": {
            "label": "Sales",
            "measure": "revenue",
            "when": {1: "first", 2: "second", 3: "third"},
            "status": "observed",
            "margin": "60%",
            "without_it": {
                "design": "expert-estimate",
                "deadweight": "25%",
                "attribution_to_others": "30%",
            },
        }
    },
    "soft": {
        "hours": {
            "measure": "staff-hours-freed",
            "stage": "outcome",
            "result": "searches * weeks_per_year * seconds / seconds_per_hour",
            "negative": "not-looked",
        },
        "reading": {
            "measure": "active-users",
            "stage": "output",
            "result": "readers",
            "negative": "not-looked",
        },
    },
}
NAME = "claim"


def claim(what: str, value: object = None, unit: str = "1", **more: object) -> Raw:
    """Write a claim; bound, of, lane and ends go into what it says."""
    says = {"what": what, "value": value, "unit": unit}
    says |= {key: more.pop(key) for key in ("bound", "of", "lane", "low", "high") if key in more}
    return {"says": says, "quote": "as printed", "source": "article", **more}


def judged(claims: Mapping[str, Raw], changes: Mapping[str, Any] | None = None) -> AppraisedCase:
    """Judge the case with some claims, and with changes by dotted path."""
    raw = deepcopy(REFERENCE) | {"claims": dict(claims)}
    for path, value in (changes or {}).items():
        *parents, last = path.split(".")
        place = raw
        for parent in parents:
            place = place.setdefault(parent, {})
        place[last] = value
    return appraise("case", Case.model_validate(raw), SITE, shipped_vocabulary())


def verdicts_on(
    claims: Mapping[str, Raw], changes: Mapping[str, Any] | None = None
) -> Mapping[str, Verdict]:
    """Give the verdicts on some claims of the case."""
    return verdicts(judged(claims, changes), shipped_thresholds())


def verdict_on(written: Raw, changes: Mapping[str, Any] | None = None, **others: Raw) -> Verdict:
    """Give the verdict on one claim of the case, beside others."""
    return verdicts_on({**others, NAME: written}, changes)[NAME]


def rules(verdict: Verdict) -> dict[str, str]:
    """Give the doubts about a claim, but for mere remarks: their weight by rule."""
    return {doubt.rule: doubt.weight for doubt in verdict.doubts if doubt.weight != "remark"}


def remarks(verdict: Verdict) -> list[str]:
    """Give what a reader is told beside any doubt."""
    return [doubt.rule for doubt in verdict.doubts if doubt.weight == "remark"]
