"""What units are called: a site's own names, and the units in a case that nobody has named.

Readers see the name of a unit, never its symbol. A unit without a name is no mistake in a number, so
it is only a hint; a name that would take the place of a shipped one is refused.
"""

from collections.abc import Iterable, Iterator, Mapping

from roi_casebook.problems import nearest
from roi_casebook.reading.model.valid_parts import Surroundings, ValidParts
from roi_casebook.reading.rules.claimed_numbers import SCALES
from roi_casebook.reading.rules.formulas import unreadable_unit
from roi_casebook.roi.algebra.units import currencies_in, parse_unit
from roi_casebook.shipped.vocabulary import shipped_vocabulary
from roi_casebook.written.locales import has_locale, locale_of
from roi_casebook.written.plurals import OTHER, PLURAL_FORMS
from roi_casebook.yaml_places.document import Document, Finding, Path, part_at

FIELD = "units"
PURE_SYMBOLS = frozenset({"share", "1"})
ONE = "one"


# A site's own --------------------------------------------------------------------------------------


def own_unit_problems(document: Document, languages: tuple[str, ...] | None) -> Iterator[Finding]:
    """Give what is wrong with a site's own units, and with the plural forms of its names.

    languages: the site's, where known.
    """
    for symbol, names in _entries(document, (FIELD,)):
        yield from _taken(symbol)
        yield from _forms((FIELD, symbol), names, languages)
    known = [*shipped_vocabulary().units, *(symbol for symbol, _ in _entries(document, (FIELD,)))]
    for table in (("own", "measures"), ("metrics",)):
        for name, entry in _entries(document, table):
            path: Path = (*table, name)
            yield from _forms((*path, "counted"), part_at(entry, ("counted",)), languages)
            yield from _nameless((*path, "unit"), part_at(entry, ("unit",)), known)


def _entries(document: Document, path: Path) -> Iterator[tuple[str, object]]:
    written = part_at(document.value, path)
    yield from written.items() if isinstance(written, Mapping) else ()


def _taken(symbol: str) -> Iterator[Finding]:
    """Tell a symbol that means something already: a shipped unit, a pure number, a scale."""
    path = (FIELD, symbol)
    if symbol in PURE_SYMBOLS or symbol in shipped_vocabulary().units:
        message = f"found the unit {symbol!r}, which has its name already: the shipped one"
        hint = "remove it, or give a unit that is another one a symbol of its own"
        yield Finding(path, "unit_is_shipped", message, hint, at="key")
        return
    for finding in unreadable_unit(symbol, path):
        yield Finding(path, finding.code, finding.message, "give the unit a symbol that is no number", at="key")  # fmt: skip


def _forms(path: Path, names: object, languages: tuple[str, ...] | None) -> Iterator[Finding]:
    """Tell plural forms that a language does not have, and a name without its singular."""
    if not isinstance(names, Mapping):
        return
    once = bool(names.keys() & {*PLURAL_FORMS})
    by_language = {(languages or ("en",))[0]: names} if once else names
    for language, forms in by_language.items():
        if isinstance(forms, Mapping) and has_locale(language):
            yield from _of_language(path if once else (*path, language), language, forms)


def _of_language(path: Path, language: str, forms: Mapping[str, object]) -> Iterator[Finding]:
    known = [OTHER, *sorted(locale_of(language).plural_form.tags)]
    for form in forms:
        if form in PLURAL_FORMS and form not in known:
            message = f"found the plural form {form!r}, which {language} does not have"
            hint = f"remove it; {language} has {', '.join(reversed(known))}"
            yield Finding((*path, form), "unknown_plural", message, hint, at="key")
    if ONE in known and ONE not in forms and OTHER in forms:
        message = "found a name without its singular: a cost per result needs it"
        yield Finding(path, "missing_plural", message, f"add {ONE}: ...", "hint")


# In a case -----------------------------------------------------------------------------------------


def units_have_names(case: ValidParts, site: Surroundings) -> Iterator[Finding]:
    """Every unit of an input or a claim has a name for readers; each that has none is told once."""
    told: set[str] = set()
    for path, unit in _units_of(case) if site.words_are_sure else ():
        found = list(_nameless(path, unit, site.vocabulary.units))
        yield from (finding for finding in found if finding.message not in told)
        told |= {finding.message for finding in found}


def _units_of(case: ValidParts) -> Iterator[tuple[Path, str]]:
    for name, given in case.inputs.items():
        yield ("inputs", name, "unit"), given.unit
    for name, claim in case.claims.items():
        yield ("claims", name, "says", "unit"), claim.says.unit


# Both ----------------------------------------------------------------------------------------------


def _nameless(path: Path, unit: object, known: Iterable[str]) -> Iterator[Finding]:
    """Tell what is counted in a unit and has no name; nothing of a unit that cannot be read."""
    if not isinstance(unit, str) or any(unreadable_unit(unit, ())):
        return
    powers = parse_unit(unit)
    named = {*known, *PURE_SYMBOLS, *SCALES, *currencies_in(powers)}
    for symbol in (symbol for symbol, _ in powers if symbol not in named):
        match = nearest(symbol, [*known, *PURE_SYMBOLS])
        hint = (
            f"did you mean {unit.replace(symbol, match)!r}?"
            if match
            else f"name it in site_config.yml, under {FIELD}: {{{symbol}: {{one: ..., other: ...}}}}"
        )
        message = f"found the unit {symbol!r}, which has no name for readers"
        yield Finding(path, "unit_without_name", message, hint, severity="hint")
