"""Readers' names of every quantity, input and constant of `roi/`, from `quantities` in the catalogues."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from roi_casebook.config import Lane
from roi_casebook.wording.catalogue import Catalogue, has_entry

OwnNames = Mapping[str, str]
"""How readers call the inputs of a case, by their ids."""
NO_NAMES: OwnNames = MappingProxyType({})


@dataclass(frozen=True)
class Names:
    """The names of quantities; a name that the table lacks is an input's id, written with spaces.

    lane: of what is told; some quantities go by another name where they are social value.
    """

    catalogue: Catalogue
    lane: Lane = "hard"

    def full_name(self, quantity: str, labels: OwnNames = NO_NAMES) -> str:
        """Give the full name: net present value (NPV). labels: readers' names of a case's inputs."""
        return self._name(quantity, "name", labels)

    def short_name(self, quantity: str, labels: OwnNames = NO_NAMES) -> str:
        """Give the short name: NPV."""
        kind = "short" if has_entry("quantities", quantity, "short") else "name"
        return self._name(quantity, kind, labels)

    def meaning(self, quantity: str) -> str:
        """Say in one sentence what a quantity means. Errors: KeyError."""
        return self.catalogue.entry("quantities", quantity, "meaning")

    def _name(self, quantity: str, kind: str, labels: OwnNames) -> str:
        if quantity in labels:
            return labels[quantity]
        if has_entry("quantities", quantity, self.lane):
            return self.catalogue.entry("quantities", quantity, self.lane)
        if has_entry("quantities", quantity, "name"):
            return self.catalogue.entry("quantities", quantity, kind)
        return quantity.replace("_", " ")
