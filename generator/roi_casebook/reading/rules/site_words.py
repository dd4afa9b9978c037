"""A site's own measures held against those shipped: what a measure is stays what it is.

A site may add measures and say more of those shipped. It may not let a refused one back in, move
one to another lane or to other accounts, loosen what it asks of a margin, or count in money what is
only measured.

The thresholds: the shipped table, a site's own values, and what is wrong with these.

The languages: those of which no locale is known.

The exchange rates and price indices that ship with the package, with their sources.
"""

from collections.abc import Callable, Iterator, Mapping

from roi_casebook.config import Measure, SiteConfig, Threshold
from roi_casebook.problems import did_you_mean
from roi_casebook.reading.rules.formulas import unreadable_unit
from roi_casebook.shipped.money_tables import EURO, shipped_money_tables
from roi_casebook.shipped.thresholds import FIELD, shipped_thresholds
from roi_casebook.shipped.vocabulary import shipped_vocabulary
from roi_casebook.written.languages import SOURCE
from roi_casebook.written.locales import has_locale
from roi_casebook.written.parts import text_in
from roi_casebook.yaml_places.document import Document, Finding, Path, part_at

MEASURES = ("own", "measures")
MONEY = "money"


def own_measure_problems(document: Document) -> Iterator[Finding]:
    """Give what is wrong with a site's own measures, by themselves and beside those shipped."""
    written = part_at(document.value, MEASURES)
    for name, own in written.items() if isinstance(written, Mapping) else ():
        path = (*MEASURES, name)
        unit = part_at(own, ("unit",))
        if isinstance(unit, str):
            yield from unreadable_unit(unit, (*path, "unit"))
            yield from _unit_of_lane(unit, part_at(own, ("lane",)), path)
        shipped = shipped_vocabulary().measures.get(name)
        if shipped:
            yield from _against_shipped(name, own, shipped, path)


def _unit_of_lane(unit: str, lane: object, path: Path) -> Iterator[Finding]:
    """What is soft is never counted in money; what is hard or social always is."""
    if lane == "soft" and unit.strip() == MONEY:
        message = "found a soft measure whose unit is money: it is measured and never priced"
        hint = "give it the unit that is counted, e.g. hour or person, or make it a hard measure"
        yield Finding((*path, "unit"), "soft_priced", message, hint)
    if lane in ("hard", "social") and unit.strip() != MONEY:
        message = f"found the unit {unit!r} of a measure in the {lane} lane, expected money"
        hint = "write unit: money, or lane: soft where it is only measured"
        yield Finding((*path, "unit"), "wrong_unit", message, hint)


def _against_shipped(name: str, own: object, shipped: Measure, path: Path) -> Iterator[Finding]:
    if shipped.refused:
        why, _ = text_in(shipped.refused, SOURCE, SOURCE)
        yield Finding(
            path,
            "measure_refused",
            f"found {name!r} among the site's own measures; no case may use it: {why}",
            "remove it; where a source prints it, quote it under claims:",
            at="key",
        )
        return
    lane, unit = part_at(own, ("lane",)), part_at(own, ("unit",))
    if isinstance(lane, str) and lane != shipped.lane:
        yield Finding(
            (*path, "lane"),
            "lane_moved",
            f"found {name!r} in the lane {lane}, expected {shipped.lane}, where the shipped measure lies",
            f"write lane: {shipped.lane}{'' if unit == shipped.unit else f' and unit: {shipped.unit}'}, or give a measure that is another one an id of its own",
        )
    for field, why in _KEPT.items():
        if getattr(shipped, field) and part_at(own, (field,)) is not True:
            found = f"found {name!r} without {field}: {why}"
            yield Finding(path, "measure_loosened", found, f"add {field}: true", at="key")
    accounts = part_at(own, ("perspectives",))
    if shipped.perspectives and not _lie_within(accounts, shipped.perspectives):
        yield Finding(
            path,
            "measure_loosened",
            f"found {name!r} for other accounts than {' and '.join(shipped.perspectives)}, which alone can hold it",
            f"add perspectives: [{', '.join(shipped.perspectives)}]",
            at="key",
        )


def _lie_within(accounts: object, shipped: tuple[str, ...]) -> bool:
    return isinstance(accounts, list) and bool(accounts) and set(map(str, accounts)) <= set(shipped)


_KEPT = {
    "needs_margin": "revenue is no gain, what is left of it is",
    "is_net_of_cost": "what varies with it is off already, and a margin would take it off twice",
}
"""What a site may not leave out of a shipped measure, and why."""


def threshold_problems(document: Document, config: SiteConfig | None) -> Iterator[Finding]:
    """Give what is wrong with a site's own thresholds: unknown ids, values that cannot be.

    config: None where the file has errors; then only the ids are looked at.
    """
    shipped = shipped_thresholds()
    written = part_at(document.value, (FIELD,))
    for name in written if isinstance(written, Mapping) else ():
        if name not in shipped:
            message = f"found the unknown threshold {name!r}"
            hint = did_you_mean(name, shipped)
            yield Finding((FIELD, name), "unknown_threshold", message, hint, at="key")
    for name, value in config.thresholds.items() if config else ():
        if name in shipped:
            yield from _impossible(name, shipped[name], value)


def _impossible(name: str, shipped: Threshold, value: float) -> Iterator[Finding]:
    fits, expected = _FITTING[shipped.unit]
    if not fits(value):
        message = f"found {value:g}, expected {expected}"
        hint = f"without a value of the site's own it is {shipped.value:g}"
        yield Finding((FIELD, name), "threshold_out_of_range", message, hint)


def language_problems(config: SiteConfig | None) -> Iterator[Finding]:
    """Tell a site's languages whose numbers and dates nobody can write."""
    for place, language in enumerate(config.languages if config else ()):
        if not has_locale(language):
            message = f"found the language {language}, of which no locale is known"
            hint = "take it off, or give it a locale in LOCALES (written/locales.py)"
            yield Finding(("languages", place), "unknown_locale", message, hint)


MOST_LOCKS = 5


def _is_whole(value: float) -> bool:
    return value == int(value)


_FITTING: dict[str, tuple[Callable[[float], bool], str]] = {
    "lock": (
        lambda value: _is_whole(value) and value <= MOST_LOCKS,
        "a whole number of locks from 0 to 5",
    ),
    "deduction": (_is_whole, "a whole number of deductions"),
    "case": (_is_whole, "a whole number of cases"),
    "answer": (_is_whole, "a whole number of answers"),
    "ratio": (lambda _: True, ""),
    "share": (lambda value: value <= 1, "a share from 0 to 1"),
    "year": (lambda _: True, ""),
}


def comparison_problems(config: SiteConfig | None) -> Iterator[Finding]:
    """Tell where a site's cases cannot be compared: its currency or its year is in no table."""
    if config is None:
        return
    tables = shipped_money_tables()
    if config.currency not in {EURO, *tables.rates}:
        message = f"found {config.currency}, which the shipped exchange rates do not have"
        hint = f"cases in other currencies cannot be compared; known: {EURO}, {', '.join(tables.rates)}"
        yield Finding(("currency",), "not_comparable", message, hint, severity="hint")
    years = {year for index in tables.deflators.values() for year in index} & set(tables.days)
    if config.comparison_year is not None and config.comparison_year not in years:
        message = f"found {config.comparison_year}, which the shipped tables do not cover"
        hint = f"cases cannot be compared in it; covered: {min(years)} to {max(years)}"
        yield Finding(("comparison_year",), "not_comparable", message, hint, severity="hint")
