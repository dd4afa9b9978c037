"""Words of the closed lists: sectors, kinds, channels, objectives, measures and their lanes."""

from collections.abc import Iterator, Mapping
from typing import get_args

from roi_casebook.case import BenefitLine
from roi_casebook.config import Measure, Perspective
from roi_casebook.problems import did_you_mean
from roi_casebook.reading.document import Finding, Path, part_at
from roi_casebook.reading.rules.surroundings import Surroundings
from roi_casebook.reading.sound import Sound
from roi_casebook.written.parts import ANY_LANGUAGE


def known_sector(case: Sound, site: Surroundings) -> Iterator[Finding]:
    """The organisation's sector is in the vocabulary."""
    if case.organisation:
        sector = case.organisation.sector
        yield from _unknown(
            "sector", sector, site.vocabulary.sectors, ("organisation", "sector"), site
        )


def known_initiative(case: Sound, site: Surroundings) -> Iterator[Finding]:
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


def known_measures(case: Sound, site: Surroundings) -> Iterator[Finding]:
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


def measures_in_their_accounts(case: Sound, site: Surroundings) -> Iterator[Finding]:
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


def social_says_for_whom(case: Sound, site: Surroundings) -> Iterator[Finding]:
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


def margin_where_needed(case: Sound, site: Surroundings) -> Iterator[Finding]:
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
    return text.get("en") or text.get(ANY_LANGUAGE) or next(iter(text.values()), "")
