"""The shortest draft that holds what is known: the head of the scaffold, or of another case, and few lines.

What is not known of cost and return is written as unknown, for that is what the figures then say.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any

import yaml

from roi_casebook.config import Measure, Vocabulary
from roi_casebook.editing.drafting.known_facts import GivenNumber, KnownFacts, all_digits_of
from roi_casebook.editing.drafting.likeness import TakenFrom

ARTICLE = "article"
"""The source that the scaffold has."""
_UNKNOWN_LOOKED = "unknown\n    looked: {LANGUAGE: <looked>}"
_MEASURES_NAMED = 6


@cache
def parts() -> Mapping[str, Any]:
    """Give the parts of a draft, each a text with words to be filled in."""
    text = files("roi_casebook").joinpath("data", "draft_parts.yml").read_text(encoding="utf-8")
    loaded: Mapping[str, Any] = yaml.safe_load(text)
    return loaded


def shortest_draft(
    facts: KnownFacts, head: str, currency: str, vocabulary: Vocabulary, model: TakenFrom | None
) -> str:
    """Give the text of a draft that holds what is known; its texts are still to be filled in.

    head: that of the scaffold; model: the case that it is like.
    """
    source = model.source if model else ARTICLE
    body = _Body(facts, vocabulary, currency, source, model.taken if model else frozenset())
    if model:
        head = _like(head, model)
    inputs = [model.inputs] if model and model.inputs else []
    return "".join([head, *body.text(inputs)])


def _like(head: str, model: TakenFrom) -> str:
    """Put what is taken from another case in the place of the scaffold's own."""
    first, _, rest = head.partition("organisation:")
    own_money = "" if "\nmoney:" in f"\n{model.head}" else _line(rest, "money:")
    return f"{first}# <copied> {model.slug}\n{model.head}{own_money}"


def _line(text: str, begin: str) -> str:
    return next(line for line in text.splitlines(keepends=True) if line.startswith(begin))


class _Body:
    """The tables of a draft: inputs, and the lines over them."""

    def __init__(
        self,
        facts: KnownFacts,
        vocabulary: Vocabulary,
        currency: str,
        source: str,
        taken: frozenset[str],
    ) -> None:
        self.facts, self.vocabulary, self.currency, self.source = (
            facts,
            vocabulary,
            currency,
            source,
        )
        self.taken = taken
        self.inputs: list[str] = []

    def text(self, before: Iterable[str]) -> Iterator[str]:
        """Give the tables, each with its lines; inputs that stand already come first."""
        lines = [self._costs(), self._benefits(), *self._soft(), *self._claims()]
        inputs = [*before, *self.inputs]
        yield (
            f"inputs:                             # <inputs>\n{''.join(inputs)}"
            if inputs
            else "inputs: {}\n"
        )
        yield from lines

    def _costs(self) -> str:
        if self.facts.series:
            spent = {year: -each for year, each in enumerate(self.facts.series) if each < 0}
            return f"costs:                              # <signs>\n{self._series('costs', 'spent', spent)}"
        return f"costs:\n{self._single('costs', 'spent', self.facts.cost, 0)}"

    def _benefits(self) -> str:
        if self.facts.series:
            gained = {year: each for year, each in enumerate(self.facts.series) if each >= 0}
            return f"benefits:\n{self._series('benefits', 'gained', gained)}"
        return f"benefits:\n{self._single('benefits', 'gained', self.facts.benefit, 1)}"

    def _single(self, table: str, name: str, fact: GivenNumber | None, when: int) -> str:
        known = fact is not None and fact.number != "unknown"
        amount = self._input(name, fact) if fact and known else _UNKNOWN_LOOKED
        return put(parts()[table], AMOUNT=amount, WHEN=str(when))

    def _series(self, table: str, name: str, values: Mapping[int, float]) -> str:
        """Give a line with an amount for each year; unknown where the row has none on this side."""
        if not values:
            return self._single(table, name, None, 0 if table == "costs" else 1)
        if len(values) == 1:
            ((year, value),) = values.items()
            return self._single(table, name, GivenNumber(all_digits_of(value), self.currency), year)
        spans = list(_spans(values))
        written = ", ".join(f"{year}: {all_digits_of(value)}" for year, value in values.items())
        named = self._named(name)
        self.inputs.append(put(parts()["inputs"]["series"], NAME=named, VALUE=f"{{{written}}}", UNIT=self.currency, SOURCE=self.source))  # fmt: skip
        if len(spans) == 1:
            return put(parts()[table], AMOUNT=named, WHEN=spans[0])
        when = ", ".join(f"{span}: {named}" for span in spans)
        by_moment = put(parts()[table], WHEN=f"{{{when}}}")
        return "".join(line for line in by_moment.splitlines(keepends=True) if "AMOUNT" not in line)

    def _soft(self) -> Iterator[str]:
        if self.facts.count is None:
            return
        measures = _measures_of(self.facts.count.unit, self.vocabulary)
        if not measures:
            self.inputs.append(self._context(self.facts.count))
            return
        name = self._input("results", self.facts.count)
        others = ", ".join(measures[:_MEASURES_NAMED])
        yield f"soft:                               # {others}\n" + put(parts()["soft"], MEASURE=measures[0], AMOUNT=name)  # fmt: skip

    def _context(self, fact: GivenNumber) -> str:
        """Give a count of which no measure counts the like: it enters nothing until it has one."""
        line = put(parts()["inputs"]["known"], NAME=self._named("results"), **self._of(fact))
        return line.replace("}\n", ", context: yes}   # <no_measure>\n")

    def _claims(self) -> Iterator[str]:
        if self.facts.claim:
            what, fact = self.facts.claim
            unit = "" if fact.unit in ("1", "share") else f", unit: {fact.unit}"
            says = f"what: {what}, value: {fact.number}{unit}"
            yield f"claims:\n{put(parts()['claims'], SAYS=says, SOURCE=self.source)}"

    def _input(self, name: str, fact: GivenNumber) -> str:
        """Add an input, and give its name."""
        named = self._named(name)
        self.inputs.append(put(parts()["inputs"]["known"], NAME=named, **self._of(fact)))
        return named

    def _of(self, fact: GivenNumber) -> dict[str, str]:
        return {"VALUE": fact.number, "UNIT": fact.unit, "SOURCE": self.source}

    def _named(self, name: str) -> str:
        return name if name not in self.taken else f"{name}_here"


def put(part: str, **words: str) -> str:
    """Fill words in: in the place of NAME the text given for it."""
    for name, text in words.items():
        part = part.replace(name, text)
    return part


def _spans(values: Iterable[int]) -> Iterator[str]:
    """Give the years as spans: 1-3, 5."""
    for _, run in groupby(enumerate(values), lambda each: each[1] - each[0]):
        years = [year for _, year in run]
        yield str(years[0]) if len(years) == 1 else f"{years[0]}-{years[-1]}"


def _measures_of(unit: str, vocabulary: Vocabulary) -> list[str]:
    """Give the soft measures that count in a unit."""
    measures: Mapping[str, Measure] = vocabulary.measures
    return [name for name, each in measures.items() if each.lane == "soft" and each.unit == unit]
