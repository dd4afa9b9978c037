"""What is found about a claim: one verdict, what it was held against, remarks, its way by repetition.

The verdicts stand in the order in which they are looked for: the first that holds is told. A number
that we took over as an input from the same source was not computed, so that it agrees with itself
(`same_as_input`); one that merely lies where ours may lie is not contradicted (`fits`), and does
not count as reproduced.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from roi_casebook.case.claims import ClaimedLane
from roi_casebook.roi.figures import Bound, Reason

State = Literal[
    "impossible", "implausible", "same_as_input", "reproduced", "reproduced_but_for_rounding",
    "reproduced_on_another_basis", "fits", "not_reproduced", "not_computable",
]  # fmt: skip
UNTRUE: frozenset[State] = frozenset({"impossible", "implausible"})
SUPPORTED: frozenset[State] = frozenset(
    {"same_as_input", "reproduced", "reproduced_but_for_rounding", "reproduced_on_another_basis"}
)
OtherBasis = Literal[
    "another_reading", "one_line", "without_margin", "without_deadweight", "without_displacement",
    "without_attribution_to_others", "without_drop_off", "without_discounting", "without_risk", "gross_ratio",
    "net_ratio", "as_irr", "as_mirr", "annualised", "sroi", "per_year", "whole_period", "discounted", "known_only",
    "rounding",
]  # fmt: skip
"""What differs from our own figure where another one reproduces the claim.

another_reading: other sources are followed; one_line: one line alone; without_margin: revenue
instead of margin; without_...: gross of it; gross_ratio: gain by cost where another return is
claimed; net_ratio, as_irr, as_mirr, annualised, sroi: that return where another is claimed; per_year: what
the whole period is said to bring comes in one year; whole_period: what a year is said to bring takes
all of it; discounted: where payback or a cost is claimed; known_only: what is unknown is left out; rounding: of the inputs, where that is left out.
"""
Room = Literal["range", "side", "both", "resolution"]
"""What of ours leaves room for a claim that fits: its range, its open side, how coarse it is."""
WhyNot = Literal[
    "no_number", "media_value", "never_held", "rate_unknown", "no_counterpart", "nothing_against", "revenue_unknown",
    "only_a_part",
]  # fmt: skip
"""Why a claim cannot be held against anything, beside the reasons that a figure itself may have."""
DoubtRule = Literal[
    "whole_revenue", "ratio_against_parts", "ratio_of_another_kind", "mixed_bases", "thousandfold",
    "cumulative_or_yearly", "all_credited", "roi_beyond", "media_value", "part_of_ratio",
    "sources_agree", "converted",
]  # fmt: skip
Weight = Literal["impossible", "implausible", "doubtful", "remark"]
"""impossible: against arithmetic, or more than the whole of which it is a part; implausible: beyond a
limit of the site's; doubtful: reason to look twice; remark: what a reader should know."""
NO_NUMBERS: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True)
class Held:
    """What of the case a claim was held against.

    kind and name: a figure or quantity of `roi/`, an input, a soft result or a formula over inputs;
    value: in `unit`, that of the claim or, where it is in other money, that of the case; bound: the
    value is the most or the least it can be; reading, line: of what, where not of the whole; basis:
    how it differs from our own figure; lane: in which it is that figure; room: why a claim fits; ends: from where to where ours lies.
    """

    kind: Literal["figure", "input", "soft", "formula"]
    name: str
    value: float
    unit: str
    bound: Bound | None = None
    reading: str | None = None
    line: str | None = None
    basis: tuple[OtherBasis, ...] = ()
    lane: ClaimedLane = "hard"
    room: Room | None = None
    ends: tuple[float, float] | None = None


@dataclass(frozen=True)
class Holding:
    """How a claim stands against the inputs, before any doubt."""

    state: State
    held: Held | None = None
    reason: Reason | WhyNot | None = None

    @property
    def is_supported(self) -> bool:
        """Tell whether something of the case gives the claimed number."""
        return self.state in SUPPORTED


@dataclass(frozen=True)
class Doubt:
    """Why a claim is not plausible.

    numbers: what it rests on, by name; claims: those that it looks at, beside the claim itself;
    inputs: those that it speaks of.
    """

    rule: DoubtRule
    weight: Weight
    numbers: Mapping[str, float] = field(default_factory=lambda: NO_NUMBERS, hash=False)
    claims: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()


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
    doubts: the strongest first; chain: from the first claim to this one, alone where it repeats
    none; inherits: the claim whose verdict it takes over.
    """

    claim: str
    state: State
    held: Held | None
    reason: Reason | WhyNot | None
    doubts: tuple[Doubt, ...]
    chain: tuple[Repetition, ...]
    inherits: str | None = None
