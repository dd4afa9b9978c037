"""Ids that name other entries: sources, lines, readings, claims, soft results.

Links in the prose of a case that lead to another case of the site: it has to have a page.

No input takes the name of a constant or of a word of formulas: the same word would mean two things.
"""

from collections.abc import Callable, Iterable, Iterator

from roi_casebook.case import Case, Input, RatioParts, SoftResult
from roi_casebook.problems import Problem, did_you_mean
from roi_casebook.reading.model.valid_parts import LINE_TABLES, Surroundings, ValidParts
from roi_casebook.reading.rules.for_readers.prose import CASE_PAGE, DEAD, links_in
from roi_casebook.reading.rules.for_readers.refused_words import by_language
from roi_casebook.reading.rules.for_readers.text_fields import texts
from roi_casebook.reading.rules.library import FileOfCase
from roi_casebook.roi.algebra.formulas import WORDS_OF_FORMULAS
from roi_casebook.roi.constants import CONSTANTS
from roi_casebook.written.scalars import UNKNOWN
from roi_casebook.yaml_places.document import Document, Finding, Path, part_at

SOURCES_OF_TRIALS = ("replicated", "registered_before")
ANSWERS_TO_NEGATIVE = ("not-looked", "looked-none-found")


def known_sources(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """Every source that is named stands under sources; where these are none, that is the mistake."""
    known = case.ids("sources")
    if not known:
        return
    for table in ("inputs", "soft", "claims"):
        for name, entry in getattr(case, table).items():
            yield from _unknown("source", entry.source, known, (table, name, "source"))
    if isinstance(case.time_to_effect, Input):
        yield from _unknown(
            "source", case.time_to_effect.source, known, ("time_to_effect", "source")
        )
    for name, given in case.inputs.items():
        growth = given.grows.source if isinstance(given.grows, Input) else None
        yield from _unknown("source", growth, known, ("inputs", name, "grows", "source"))
    for path, share in shares_in_place(case):
        yield from _unknown("source", share, known, path)
    for path, source in _sources_of_trials(case):
        yield from _unknown("source", source, known, path)


def _sources_of_trials(case: ValidParts) -> Iterator[tuple[Path, str | None]]:
    """Give the sources that tell of a replication or of a plan registered before, with their paths."""
    for table, name, line in case.with_shares():
        without_it = getattr(line, "without_it", None)
        for field in SOURCES_OF_TRIALS:
            yield (table, name, "without_it", field), getattr(without_it, field, None)


def shares_in_place(case: ValidParts) -> Iterator[tuple[Path, str | None]]:
    """Give the sources of shares that are written where they are used, with their paths."""
    for table, name, line in case.with_shares():
        for path, share in shares_of(line):
            if isinstance(share, Input):
                yield (table, name, *path, "source"), share.source


def shares_of(line: object) -> "Iterator[tuple[Path, object]]":
    """Give the shares of a money line that are stated, with their paths inside the line."""
    without_it = getattr(line, "without_it", None)
    for owner, begin, names in (
        (line, (), ("margin", "risk")),
        (
            without_it,
            ("without_it",),
            ("deadweight", "displacement", "attribution_to_others", "drop_off"),
        ),
    ):
        for name in names:
            share = getattr(owner, name, None)
            if share is not None:
                yield (*begin, name), share


def known_lines_in_readings(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """Every line or soft result that a reading counts is there, and counts once."""
    known = case.ids(*LINE_TABLES, "soft")
    for name, reading in case.readings.items():
        for position, line in enumerate(reading.lines):
            path = ("readings", name, "lines", position)
            yield from _unknown("line", line, known, path)
            if line in reading.lines[:position]:
                yield Finding(
                    path,
                    "line_twice",
                    f"found the line {line!r} a second time in one reading",
                    "remove one of the two",
                )


def known_headline(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """The reading that leads is one of the readings."""
    if case.headline and case.ids("readings"):
        yield from _unknown(
            "reading", case.headline.reading, case.ids("readings"), ("headline", "reading")
        )


def instead_of_another(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """A reading stands in the place of another one of the case, and no row of them leads back."""
    known = case.ids("readings")
    instead = {
        name: reading.instead_of for name, reading in case.readings.items() if reading.instead_of
    }
    for name, other in instead.items():
        path = ("readings", name, "instead_of")
        others = known - {name}
        if other == name:
            message = "found the reading itself, expected another one"
            yield Finding(path, "instead_of_itself", message, _other_readings(others))
        elif other not in known:
            message = f"found the reading {other!r}, which this case does not have"
            hint = did_you_mean(other, others) or _other_readings(others)
            yield Finding(path, "unknown_reading", message, hint)
        elif name in (chain := _chain(name, instead.get)) and name == min(chain):  # told once
            told = " instead of ".join(map(repr, [name, *chain]))
            yield Finding(
                path,
                "instead_of_in_a_circle",
                f"found a circle: {told}; expected one that stands in the place of none",
                "remove instead_of: from the reading that would be chosen first",
            )


def _other_readings(others: Iterable[str]) -> str:
    names = ", ".join(sorted(others))
    return f"name one of: {names}" if names else "leave this out: the case has no other reading"


def headline_with_readings(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """There is a headline just where there are readings."""
    written = case.document.value if isinstance(case.document.value, dict) else {}
    has_readings, has_headline = bool(case.ids("readings")), written.get("headline") is not None
    if has_readings and not has_headline:
        yield Finding(
            ("readings",),
            "no_headline",
            "found readings but no headline, expected the one that leads",
            "add headline: {reading: ..., because: ...}",
            at="key",
        )
    if has_headline and not has_readings:
        yield Finding(
            ("headline",),
            "headline_without_readings",
            "found a headline in a case without readings",
            "remove it: the case has one appraisal",
            at="key",
        )


def known_claims(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """A claim repeats a claim, has claims as parts, speaks of a reading, never goes back to itself."""
    for name, claim in case.claims.items():
        path: Path = ("claims", name)
        yield from _unknown("claim", claim.repeats, case.ids("claims"), (*path, "repeats"))
        yield from _unknown("reading", claim.reading, case.ids("readings"), (*path, "reading"))
        for side in RatioParts.model_fields if claim.parts else ():
            part = getattr(claim.parts, side)
            yield from _unknown("claim", part, case.ids("claims"), (*path, "parts", side))
        chain = _chain(
            name, lambda each: case.claims[each].repeats if each in case.claims else None
        )
        if name in chain and name == min(chain):  # a circle is told once
            yield Finding(
                (*path, "repeats"),
                "claim_repeats_itself",
                f"found a circle: {' repeats '.join(map(repr, [name, *chain]))}; expected a claim that comes first",
                "remove repeats: from the claim that was made first",
            )


def _chain(name: str, next_of: "Callable[[str], str | None]") -> list[str]:
    """Give what an entry goes back to, one after the other, up to its own or another circle."""
    chain: list[str] = []
    current = next_of(name)
    while current is not None and current not in chain:
        chain.append(current)
        current = None if current == name else next_of(current)
    return chain


def known_negative(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """The soft result that answers for negative effects exists, is another one, and is known."""
    for name, result in case.soft.items():
        path = ("soft", name, "negative")
        if result.negative in ANSWERS_TO_NEGATIVE:
            yield from _nothing_to_look_at(result, path)
            continue
        yield from _unknown(
            "soft result", result.negative, case.ids("soft") | set(ANSWERS_TO_NEGATIVE), path
        )
        other = case.soft.get(result.negative)
        if result.negative == name:
            yield Finding(
                path,
                "negative_of_itself",
                "found the soft result itself, expected another one that measures its negative effects",
                "or write not-looked or looked-none-found",
            )
        elif other is not None and other.result == UNKNOWN:
            yield Finding(
                path,
                "negative_unknown",
                f"found {result.negative!r}, whose result is unknown: it answers for no negative effects",
                "write not-looked; the unknown result still says where we looked",
                "hint",
            )


def _nothing_to_look_at(result: SoftResult, path: Path) -> Iterator[Finding]:
    if result.result == UNKNOWN and result.negative == "looked-none-found":
        yield Finding(
            path,
            "negative_unknown",
            "found looked-none-found for a result that is unknown, and cannot have been looked at",
            "write not-looked",
            "hint",
        )


def known_bridges(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """A bridge leads from a soft result to a benefit, and rests on a source."""
    for name, result in case.soft.items():
        if result.bridge is None:
            continue
        path = ("soft", name, "bridge")
        is_list = isinstance(part_at(case.document.value, (*path, "to")), list)
        for number, to in enumerate(result.bridge.to):
            place: Path = (*path, "to", number) if is_list else (*path, "to")
            yield from _unknown("benefit", to, case.ids("benefits"), place)
        if case.ids("sources"):
            known = case.ids("sources")
            yield from _unknown("source", result.bridge.source, known, (*path, "source"))


def line_ids_once(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """A line's id stands in one table only."""
    for position, table in enumerate(LINE_TABLES):
        before = {name: other for other in LINE_TABLES[:position] for name in case.ids(other)}
        for name in sorted(case.ids(table) & set(before)):
            yield Finding(
                (table, name),
                "line_in_two_tables",
                f"found the line {name!r} under {table} and under {before[name]}",
                "give one of them another id: readings name lines by their id alone",
                at="key",
            )


def _unknown(what: str, name: str | None, known: "frozenset[str]", path: Path) -> Iterator[Finding]:
    if name is not None and name not in known:
        code = f"unknown_{what.replace(' ', '_')}"
        hint = (
            did_you_mean(name, known)
            or f"the case has no {what} at all: write one, or leave this out"
        )
        message = f"found the {what} {name!r}, which this case does not have"
        yield Finding(path, code, message, hint)


def linked_cases_have_pages(files: Iterable[FileOfCase]) -> Iterator[Problem]:
    """Every case that a text links to is there and no draft."""
    files = list(files)
    states = {file.slug: part_at(file.document.value, ("state",)) for file in files}
    shown = {slug for slug, state in states.items() if state != "draft"}
    for file in files:
        for path, slug in _linked(file.document):
            if slug not in shown:
                what = "which is a draft" if slug in states else "which this site does not have"
                message = f"found a link to the case {slug!r}, {what}"
                hint = did_you_mean(slug, shown - {file.slug}) or "leave the link out"
                finding = Finding(path, DEAD, message, hint, words=f"{slug}.html")
                yield file.document.problem(finding)


def _linked(document: Document) -> Iterator[tuple[Path, str]]:
    for path, written in texts(Case, document.value):
        for key, text in by_language(written):
            for address in links_in(text):
                match = CASE_PAGE.fullmatch(address)
                if match:
                    yield (*path, key) if key else path, match[1]


def constants_keep_their_names(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """An input that is called as a constant is takes its place, which a reader does not see."""
    for name in sorted(case.ids("inputs") & set(CONSTANTS)):
        value, unit = CONSTANTS[name]
        is_same = name in case.inputs and case.inputs[name].central() == value
        yield Finding(
            ("inputs", name),
            "constant_replaced",
            f"found an input with the name of the constant {name} ({value:g} {unit})",
            "leave it out: the constant is there without it" if is_same else _another(name),
            "hint" if is_same else "error",
            at="key",
        )


def words_keep_their_meaning(case: ValidParts, _site: Surroundings) -> Iterator[Finding]:
    """An input that is called as a word of formulas is could not be named in any."""
    for name in sorted(case.ids("inputs") & WORDS_OF_FORMULAS):
        message = f"found an input called {name!r}, a word that formulas keep for themselves"
        hint = "give it a name of more than this one word"
        yield Finding(("inputs", name), "word_of_formulas", message, hint, at="key")


def _another(name: str) -> str:
    return f"give it a name that says what it counts, e.g. working_{name}"
