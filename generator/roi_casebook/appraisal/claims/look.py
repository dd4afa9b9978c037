"""A claim looked at among all others: what the rules of plausibility start from."""

from collections.abc import Mapping
from dataclasses import dataclass

from roi_casebook.appraisal.claims.claim_units import is_money
from roi_casebook.appraisal.claims.claimed import Claimed, JudgedCase
from roi_casebook.appraisal.claims.printed import Limits
from roi_casebook.appraisal.claims.verdict import Holding


@dataclass(frozen=True)
class Look:
    """A claim among all: how each stands against the inputs, by id, and the thresholds."""

    one: Claimed
    holdings: Mapping[str, Holding]

    @property
    def judged(self) -> JudgedCase:
        """The case."""
        return self.one.judged

    @property
    def limits(self) -> Limits:
        """The thresholds by id."""
        return self.one.limits

    @property
    def holding(self) -> Holding:
        """How the claim itself stands."""
        return self.holdings[self.one.name]

    @property
    def is_money(self) -> bool:
        """Tell whether it is a sum in the case's currency."""
        return is_money(self.one.unit, self.one.case.money.currency)
