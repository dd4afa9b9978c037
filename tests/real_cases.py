"""The real cases, for tests that hold of each: some of every kind at once, all of them in the long run."""

from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

ROOT = Path(__file__).parents[1]
SLUGS = tuple(sorted(path.stem for path in (ROOT / "cases").glob("*.yml")))
KINDS = frozenset({
    "depaul-ihobo", "ebay-paid-search", "edmunds-paid-search", "foiled-cupcakes", "great-britain-campaign",
    "ibm-enterprise-tagging", "ibm-internal-blogs", "inspired-by-iceland", "mois-sans-tabac", "need-a-cake",
    "pinterest-bizrate", "siemens-sharenet", "starbucks-uk-social", "stopcovid", "truth-campaign",
    "vaccine-adverts-819-trials",
})  # fmt: skip
"""A gain, a loss, a bound, a claim alone, a cost per result, social value, soft results, too early,
no claim, several readings: those that are tried first."""


def each_case() -> list[str | ParameterSet]:
    """Give all for `parametrize`: those of `KINDS` at once, the others marked slow."""
    return [slug if slug in KINDS else pytest.param(slug, marks=pytest.mark.slow) for slug in SLUGS]
