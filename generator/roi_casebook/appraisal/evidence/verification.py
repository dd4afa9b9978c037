"""Who stands behind the numbers: V0 unsourced, V1 published, V2 records seen, V3 audited or filed.

A reading is verified as far as the least verified number of its result, or of what it cost; what
nobody but an interested party printed is V1. An assumption of our own within the result verifies
nothing; one on the side of the costs is declared, and is no number to verify. Somebody named who
checked the numbers lifts them all.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from roi_casebook.appraisal.evidence.grounds import Fact, Grounds, as_facts, is_reachable, numbers
from roi_casebook.case import Input
from roi_casebook.case.people import Role
from roi_casebook.case.sources import SourceKind

VerificationLevel = Literal[0, 1, 2, 3]
BY_KIND: Mapping[SourceKind, VerificationLevel] = MappingProxyType(
    {"annual-report": 3, "official-statistics": 3, "academic": 2}
)
BY_CHECK: Mapping[Role, VerificationLevel] = MappingProxyType(
    {"auditor": 3, "public-body": 3, "researcher": 2, "editor": 2}
)
PUBLISHED: VerificationLevel = 1
UNSOURCED: VerificationLevel = 0


@dataclass(frozen=True)
class Verification:
    """How far the numbers are verified, and by what: the check, or the least verified inputs."""

    level: VerificationLevel
    facts: tuple[Fact, ...]


def verification_of(grounds: Grounds) -> Verification:
    """Say how far the numbers of a reading are verified."""
    result = dict(grounds.result_numbers)
    spent = numbers(grounds.case, grounds.costs.values())
    used = result | {name: number for name, number in spent.items() if number.source}
    levels = {name: _level(grounds, number) for name, number in used.items()}
    if not levels:
        return Verification(UNSOURCED, ())
    least = min(levels.values())
    checked = grounds.case.people.checked
    lifted = BY_CHECK.get(checked.role, UNSOURCED) if checked.name else UNSOURCED
    if lifted > least:
        return Verification(lifted, (Fact("role", checked.role),))
    weakest = (name for name, level in levels.items() if level == least)
    return Verification(least, as_facts("input", weakest))


def _level(grounds: Grounds, number: Input) -> VerificationLevel:
    if number.source is None or not is_reachable(grounds.case, number):
        return UNSOURCED
    return BY_KIND.get(grounds.case.sources[number.source].kind, PUBLISHED)
