"""What is found about a claim: the state, what it was held against, doubts, its way by repetition.

Six states. `restates_input` is one of its own: a number that we took over as an input was not
computed, so that it comes out again shows nothing. Where the input rests on the claim's own source
it agrees with itself (`own_source`); where it rests on another, two sources agree.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from roi_casebook.roi.figures import Bound, Reason

State = Literal[
    "reproduced", "reproduced_on_another_basis", "restates_input", "not_reproduced", "not_computable", "impossible",
]  # fmt: skip
OtherBasis = Literal[
    "another_reading", "one_line", "without_margin", "without_deadweight", "without_displacement",
    "without_attribution_to_others", "without_drop_off", "without_discounting", "without_risk", "gross_ratio",
    "net_ratio", "per_year", "whole_period", "discounted", "known_only", "rounded_inputs",
]  # fmt: skip
"""What differs from our own figure where another one reproduces the claim.

another_reading: other sources are followed; one_line: one line alone; without_margin: revenue
instead of margin; without_...: gross of it; gross_ratio: gain by cost where ROI is claimed;
net_ratio: ROI where gain by cost is claimed; per_year: what the whole period is said to bring comes
in one year; whole_period: what a year is said to bring takes all of it; discounted: where payback
is claimed; known_only: what is unknown is left out; rounded_inputs: what the rounding of the inputs
can explain.
"""
WhyNot = Literal[
    "no_number", "media_value", "other_currency", "no_counterpart", "revenue_unknown", "only_a_bound"
]  # fmt: skip
"""Why a claim cannot be held against anything, beside the reasons that a figure itself may have."""
DoubtRule = Literal[
    "whole_revenue", "ratio_against_parts", "ratio_of_another_kind", "mixed_bases", "thousandfold",
    "cumulative_or_yearly", "all_credited", "roi_beyond", "media_value", "part_of_ratio",
]  # fmt: skip
NO_NUMBERS: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True)
class Held:
    """What of the case a claim was held against.

    kind and name: a figure or quantity of `roi/`, an input or a soft result; value: in the claim's unit;
    bound: the value is the most or the least it can be; reading, line: of what, where not of the
    whole; basis: how it differs from our own figure; own_source: an input from the claim's source.
    """

    kind: Literal["figure", "input", "soft"]
    name: str
    value: float
    bound: Bound | None = None
    reading: str | None = None
    line: str | None = None
    basis: tuple[OtherBasis, ...] = ()
    own_source: bool = False


@dataclass(frozen=True)
class Holding:
    """How a claim stands against the inputs, before any doubt."""

    state: State
    held: Held | None = None
    reason: Reason | WhyNot | None = None

    @property
    def is_supported(self) -> bool:
        """Tell whether something of the case gives the claimed number."""
        return self.state in {"reproduced", "reproduced_on_another_basis", "restates_input"}


@dataclass(frozen=True)
class Doubt:
    """Why a claim is not plausible.

    numbers: what it rests on, by name; claims: those that it looks at, beside the claim itself.
    """

    rule: DoubtRule
    weight: Literal["impossible", "doubtful"]
    numbers: Mapping[str, float] = field(default_factory=lambda: NO_NUMBERS, hash=False)
    claims: tuple[str, ...] = ()


@dataclass(frozen=True)
class Change:
    """What became different where a claim was repeated, in the words of `Says`."""

    field: Literal["what", "of", "value", "unit", "bound"]
    before: str | float | None
    after: str | float | None


@dataclass(frozen=True)
class Repetition:
    """A claim in a chain of repetition, and what it changed of the one before."""

    claim: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Verdict:
    """What is found about a claim.

    held: what it was held against, None where there is nothing; reason: why it is not computable;
    doubts: the impossible ones first; chain: from the first claim to this one, alone where it
    repeats none.
    """

    claim: str
    state: State
    held: Held | None
    reason: Reason | WhyNot | None
    doubts: tuple[Doubt, ...]
    chain: tuple[Repetition, ...]
