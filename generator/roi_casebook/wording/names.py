"""Readers' names of every quantity, input and constant of `roi/`, and formulas in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from types import MappingProxyType

from roi_casebook.notation.mathml import equation
from roi_casebook.notation.words import Words, in_words
from roi_casebook.roi.algebra.expressions import Node
from roi_casebook.wording.catalogues import entry_text, has_entry
from roi_casebook.wording.times import Times

Labels = Mapping[str, str]
NO_LABELS: Labels = MappingProxyType({})


@dataclass(frozen=True)
class Names(Times):
    """The names of quantities; a name that the table lacks is an input's id, written with spaces."""

    def name(self, quantity: str, labels: Labels = NO_LABELS) -> str:
        """Give the full name: net present value (NPV). labels: readers' names of a case's inputs."""
        return self._name(quantity, "name", labels)

    def short_name(self, quantity: str, labels: Labels = NO_LABELS) -> str:
        """Give the short name: NPV."""
        kind = "short" if has_entry("quantities", quantity, "short") else "name"
        return self._name(quantity, kind, labels)

    def meaning(self, quantity: str) -> str:
        """Say in one sentence what a quantity means. Errors: KeyError."""
        return entry_text("quantities", (quantity, "meaning"), self.language)

    def _name(self, quantity: str, kind: str, labels: Labels) -> str:
        if quantity in labels:
            return labels[quantity]
        if has_entry("quantities", quantity, self.lane):
            return entry_text("quantities", (quantity, self.lane), self.language)
        if has_entry("quantities", quantity):
            return entry_text("quantities", (quantity, kind), self.language)
        return quantity.replace("_", " ")

    def words(self, labels: Labels = NO_LABELS) -> Words:
        """Give the words in which formulas are written."""
        return Words(
            name=lambda quantity: self.short_name(quantity, labels),
            total={
                "line": self.t("sum_over_lines", of="{}"),
                "year": self.t("sum_over_years", of="{}"),
            },
            number=self.number,
        )

    def in_words(self, tree: Node, labels: Labels = NO_LABELS) -> str:
        """Write a formula in words: (PV of benefits − PV of costs) ÷ PV of costs."""
        return in_words(tree, self.words(labels)) if labels else self._in_words(tree)

    @cached_property
    def _in_words(self) -> Callable[[Node], str]:
        """The words of the formulas of `roi/`, which are the same in all cases."""
        words = self.words()
        return cache(lambda tree: in_words(tree, words))

    def mathml(self, name: str, tree: Node, labels: Labels = NO_LABELS) -> str:
        """Write ``name = formula`` as a <math> element."""
        if labels:
            return equation(name, tree, lambda quantity: self.short_name(quantity, labels))
        return self._equation(name, tree)

    @cached_property
    def _equation(self) -> Callable[[str, Node], str]:
        """The equations of `roi/`, as above."""
        return cache(lambda name, tree: equation(name, tree, self.short_name))
