"""Labels of the closed lists, terms of the vocabulary, countries and languages."""

from dataclasses import dataclass
from typing import Literal

from roi_casebook.case import Person
from roi_casebook.config import Term
from roi_casebook.wording.catalogues import entry_text
from roi_casebook.wording.texts import Texts, Written

VocabularyList = Literal["measures", "sectors", "kinds", "channels", "objectives"]
WORLD = "world"


@dataclass(frozen=True)
class Labels(Texts):
    """What the ids in a case are called."""

    def label(self, of: str, value: str) -> str:
        """Name a value of a closed list, such as `draft` of `state`. Errors: KeyError."""
        return entry_text("labels", (of, value), self.language)

    def evidence(self, of: str, value: str) -> str:
        """Name a value of an axis of evidence, such as `limited` of `word`. Errors: KeyError."""
        return entry_text("evidence", (of, value), self.language)

    def term(self, of: VocabularyList, term: str) -> Written:
        """Name a term of the vocabulary; its id where the vocabulary lacks it."""
        found: Term | None = getattr(self.vocabulary, of).get(term)
        return self.text(found.label) if found else Written(term, self.language)

    def definition(self, of: str, term: str) -> Written | None:
        """Say what a term of the vocabulary means, where that is written."""
        found: Term | None = getattr(self.vocabulary, of, {}).get(term)
        return self.text(found.definition) if found and found.definition else None

    def country(self, code: str) -> str:
        """Name a country, or the world."""
        if code == WORLD:
            return self.t("world")
        return str(self.locale.territories.get(code, code))

    def language_name(self, code: str) -> str:
        """Name a language in this one: French, français."""
        return str(self.locale.languages.get(code, code))

    def person(self, person: Person) -> str:
        """Name a person: the role, and the name where one is known."""
        role = self.label("role", person.role)
        if not person.name:
            return role
        joined = "{}, {}" if person.name.endswith(")") else "{} ({})"
        return joined.format(person.name, role)
