"""Labels of the closed lists, terms of the vocabulary, countries, compared money."""

from dataclasses import dataclass
from typing import Literal

from babel.numbers import get_currency_name

from roi_casebook.case import Person, SoftResult
from roi_casebook.case.regions import REGIONS, WORLD
from roi_casebook.config import Measure, Term, Vocabulary
from roi_casebook.library.comparison import Comparison, Conversion, Missing
from roi_casebook.wording.catalogue import Catalogue
from roi_casebook.wording.numbers import Numbers
from roi_casebook.wording.texts import Texts, Written
from roi_casebook.wording.typography import capitalised

VocabularyList = Literal["measures", "sectors", "kinds", "channels", "objectives"]
SEVERAL = 2
"""Any number that takes the plural."""


@dataclass(frozen=True)
class Labels:
    """What the ids in a case are called."""

    catalogue: Catalogue
    texts: Texts
    vocabulary: Vocabulary
    numbers: Numbers

    def label(self, of: str, value: str) -> str:
        """Name a value of a closed list, such as `draft` of `state`. Errors: KeyError."""
        return self.catalogue.entry("labels", of, value)

    def term(self, of: VocabularyList, term: str) -> Written:
        """Name a term of the vocabulary; its id where the vocabulary lacks it."""
        found: Term | None = getattr(self.vocabulary, of).get(term)
        return self.texts.written(found.label) if found else Written(term, self.catalogue.language)

    def soft(self, result: SoftResult) -> Written:
        """Name a soft result: its own label, else that of its measure."""
        if result.label:
            return self.texts.written(result.label)
        return self.term("measures", result.measure)

    def result(self, measure: Measure, n: float) -> str:
        """Name so many results of a measure: hires, quit attempts; by its unit where it has no name."""
        if measure.counted:
            return self.catalogue.named(measure.counted, n)
        return self.numbers.unit_words(n, measure.unit)

    def definition(self, of: str, term: str) -> Written | None:
        """Say what a term of the vocabulary means, where that is written."""
        found: Term | None = getattr(self.vocabulary, of, {}).get(term)
        return self.texts.written(found.definition) if found and found.definition else None

    def country(self, code: str) -> str:
        """Name a country or a region; the world by a word of ours."""
        if code == WORLD:
            return self.catalogue.t("world")
        name = self.catalogue.locale.territories.get(REGIONS.get(code, code), code)
        return capitalised(str(name))

    def prices(self, kind: str, year: int | None) -> str:
        """Say in whose prices money is counted, of which year as far as that is known."""
        if year is None:
            return self.catalogue.t(f"prices.{kind}_of_no_year")
        return self.catalogue.t(f"prices.{kind}", year=str(year))

    def person(self, person: Person) -> str:
        """Name a person: the role, and the name where one is known."""
        role = self.label("role", person.role)
        if not person.name:
            return role
        joined = "{}, {}" if person.name.endswith(")") else "{} ({})"
        return joined.format(person.name, role)

    def money_of(self, comparison: Comparison) -> str:
        """Name the money of a comparison: euros of 2023."""
        locale = self.catalogue.locale
        name = get_currency_name(comparison.currency, count=SEVERAL, locale=locale)
        return self.catalogue.t("comparison.money", currency=name, year=str(comparison.year))

    def missing_money(self, how: Conversion) -> str:
        """Say which numbers a conversion lacks: no exchange rate of ISK for 1998; "" for none."""
        return ", ".join(self._missing(one) for one in how.missing)

    def _missing(self, one: Missing) -> str:
        key = f"comparison.missing.{one.table}"
        return self.catalogue.t(key, currency=one.currency, year=str(one.year))
