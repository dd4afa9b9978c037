"""Words of the closed lists: sectors, kinds, channels, objectives, measures and their lanes.

Codes of countries (ISO 3166) and currencies (ISO 4217): those that exist, not only their form.

Numbers that are read in one way, and that half of their readers write for another.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import get_args

from babel import Locale
from babel.numbers import get_territory_currencies, list_currencies

from roi_casebook.case import BenefitLine
from roi_casebook.case.regions import REGIONS, WORLD
from roi_casebook.config import Measure, Perspective
from roi_casebook.problems import did_you_mean
from roi_casebook.reading.model.valid_parts import Surroundings, ValidParts
from roi_casebook.written.languages import SOURCE
from roi_casebook.written.parts import ANY_LANGUAGE
from roi_casebook.yaml_places.document import Finding, Path, part_at


def known_sector(case: ValidParts, site: Surroundings) -> Iterator[Finding]:
    """The organisation's sector is in the vocabulary."""
    if case.organisation:
        sector = case.organisation.sector
        yield from _unknown(
            "sector", sector, site.vocabulary.sectors, ("organisation", "sector"), site
        )


def known_initiative(case: ValidParts, site: Surroundings) -> Iterator[Finding]:
    """The initiative's kind, channels and objective are in the vocabulary."""
    if not case.initiative:
        return
    words, begin = site.vocabulary, "initiative"
    yield from _unknown("kind", case.initiative.kind, words.kinds, (begin, "kind"), site)
    for position, channel in enumerate(case.initiative.channels):
        yield from _unknown("channel", channel, words.channels, (begin, "channels", position), site)
    yield from _unknown(
        "objective", case.initiative.objective, words.objectives, (begin, "objective"), site
    )


def known_measures(case: ValidParts, site: Surroundings) -> Iterator[Finding]:
    """Every measure is in the vocabulary, is not refused, and lies in the lane of its table."""
    for table in ("benefits", "soft"):
        for name, entry in getattr(case, table).items():
            path = (table, name, "measure")
            measure = site.vocabulary.measures.get(entry.measure)
            if measure is None:
                yield from _unknown("measure", entry.measure, site.vocabulary.measures, path, site)
            elif measure.refused:
                yield _refused(entry.measure, measure, path)
            else:
                yield from _wrong_lane(table, entry.measure, measure, path)


def _refused(name: str, measure: Measure, path: Path) -> Finding:
    reason = _english(measure.refused or {})
    return Finding(
        path,
        "measure_refused",
        f"found the measure {name!r}, which no case may use: {reason}",
        "where a source prints it, quote it under claims:",
    )


def _wrong_lane(table: str, name: str, measure: Measure, path: Path) -> Iterator[Finding]:
    if table == "benefits" and measure.lane == "soft":
        yield Finding(
            path,
            "soft_in_benefits",
            f"found the soft measure {name!r} under benefits: it is measured and never priced",
            "put it under soft:, or use a measure of money that really changed hands",
        )
    if table == "soft" and measure.lane != "soft":
        lane = "money in accounts" if measure.lane == "hard" else "value priced by proxy for others"
        yield Finding(
            path,
            "money_in_soft",
            f"found the {measure.lane} measure {name!r} under soft: it is {lane}",
            "put it under benefits:, or choose a soft measure",
        )


def measures_in_their_accounts(case: ValidParts, site: Surroundings) -> Iterator[Finding]:
    """Money stands only under a perspective whose accounts can hold it."""
    stated = part_at(case.document.value, ("perspective",))
    for name, line in case.benefits.items():
        measure = site.vocabulary.measures.get(line.measure)
        allowed = measure.perspectives if measure else ()
        if allowed and stated in get_args(Perspective) and stated not in allowed:
            yield Finding(
                ("benefits", name, "measure"),
                "not_in_these_accounts",
                f"found {line.measure!r} under perspective: {stated}, whose accounts cannot hold it",
                f"write perspective: {' or '.join(allowed)}, or count what its own accounts received",
            )


def social_says_for_whom(case: ValidParts, site: Surroundings) -> Iterator[Finding]:
    """Value that is priced by proxy for others names these others; money has none."""
    for name, line in case.benefits.items():
        measure = site.vocabulary.measures.get(line.measure)
        if measure and measure.lane == "social" and line.for_whom is None:
            yield Finding(
                ("benefits", name, "measure"),
                "for_whom_missing",
                f"found the social measure {line.measure!r} without for_whom: readers cannot tell whose gain it is",
                "add for_whom: patients and their families",
                severity="hint",
            )
        if measure and measure.lane != "social" and line.for_whom is not None:
            yield Finding(
                ("benefits", name, "for_whom"),
                "for_whom_of_money",
                f"found for_whom beside {line.measure!r}, which is money in the accounts of the case",
                "leave it out, or use a social measure",
            )


def margin_where_needed(case: ValidParts, site: Surroundings) -> Iterator[Finding]:
    """Revenue counts only with its margin."""
    for name, line in case.benefits.items():
        measure = site.vocabulary.measures.get(line.measure)
        if measure and measure.needs_margin and line.margin is None:
            yield _no_margin(name, line)


def _no_margin(name: str, line: BenefitLine) -> Finding:
    return Finding(
        ("benefits", name, "measure"),
        "margin_missing",
        f"found {line.measure!r} without a margin: revenue is no gain, what is left of it is",
        "add margin: with its source or assumption, or margin: unknown",
    )


def _unknown(
    what: str, word: str, known: Mapping[str, object], path: Path, site: Surroundings
) -> Iterator[Finding]:
    if not site.words_are_sure or word in known:
        return
    hint = did_you_mean(word, known)
    if hint.startswith("known"):
        hint = f"cases/README.md lists all that are {hint}"
    message = f"found the {what} {word!r}, which is not in the vocabulary"
    yield Finding(path, f"unknown_{what}", message, hint)


def _english(text: Mapping[str, str]) -> str:
    return text.get(SOURCE) or text.get(ANY_LANGUAGE) or next(iter(text.values()), "")


OFTEN_MEANT = {"UK": "GB", "EN": "GB", "EL": "GR", "RMB": "CNY", "NTD": "TWD", "STG": "GBP"}
"""Codes that are used and are none, with what is meant."""
NO_CURRENCY = frozenset({"XXX", "XTS"})
NO_COUNTRY = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})


def known_codes(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """The country and the currency of a case exist."""
    country = case.organisation.country if case.organisation else WORLD
    if country not in REGIONS:
        yield from unknown_country(country, ("organisation", "country"))
    if case.money:
        yield from unknown_currency(case.money.currency, ("money", "currency"), country)


def unknown_country(code: str, path: Path) -> Iterator[Finding]:
    """Tell a code that is no country's."""
    if code not in _countries():
        message = f"found {code}, which is no country's code (ISO 3166)"
        hint = (
            _meant(code)
            or "look it up, e.g. GB, DE, US, or write a region, e.g. EU, europe or world"
        )
        yield Finding(path, "unknown_country", message, hint)


def unknown_currency(code: str, path: Path, country: str = "") -> Iterator[Finding]:
    """Tell a code that is no currency's, of today or of the past; country: whose may be meant."""
    if code not in _currencies():
        message = f"found {code}, which is no currency's code (ISO 4217)"
        own = get_territory_currencies(country) if country in _countries() else []
        of_country = f"the currency of {country} is {own[0]}" if own else "e.g. EUR, GBP, USD"
        yield Finding(path, "unknown_currency", message, _meant(code) or of_country)


def _meant(code: str) -> str:
    return f"write {OFTEN_MEANT[code]}" if code in OFTEN_MEANT else ""


@cache
def _currencies() -> frozenset[str]:
    return frozenset(list_currencies()) - NO_CURRENCY


@cache
def _countries() -> frozenset[str]:
    known = map(str, Locale.parse(SOURCE).territories)
    return frozenset(code for code in known if code.isalpha()) - NO_COUNTRY


FIELDS = frozenset({"value", "low", "likely", "high", "se", "n"})
_GROUPED = re.compile(
    r"""["']?([-+]?[1-9][0-9]{0,2})\.([0-9][0-9]0)([eE][-+]?[0-9]+)?(?!\s*(?:[0-9.%kM]|bn|million|thousand))"""
)


def points_are_decimal(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """A point before three digits of which the last is nought may have grouped thousands."""
    text = case.document.source.text
    for path, span in case.document.values.items():
        match = path and path[-1] in FIELDS and _GROUPED.match(text, span.start, span.end)
        if match:
            power = match[3] or ""
            thousands = f"{match[1]}{match[2]}{power}"
            decimal = f"{match[1]}.{match[2]}".rstrip("0").rstrip(".") + power
            message = f"found {match[1]}.{match[2]}{power}, read as {decimal}: many countries write so for {thousands}"
            hint = f"write {decimal} or {thousands}, whichever the source means"
            yield Finding(path, "ambiguous_number", message, hint, "hint")
