"""What the sources claim, held against the appraisal: a verdict for each claim.

First each claim is held against the inputs, alone (`holding.py`); then each is looked at among the
others for what is not plausible (`plausibility.py`): an impossible claim is impossible even where
an input gives its number back. One verdict is told, the first that holds in the order of `State`.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from roi_casebook.appraisal.claims.claimed import CaseOfClaims
from roi_casebook.appraisal.claims.holding import hold
from roi_casebook.appraisal.claims.plausibility import doubts
from roi_casebook.appraisal.claims.printed import Limits
from roi_casebook.appraisal.claims.repetition import chain, says_the_same
from roi_casebook.appraisal.claims.verdict import Doubt, Holding, State, Verdict
from roi_casebook.config import Thresholds


def verdicts(judged: CaseOfClaims, thresholds: Thresholds) -> Mapping[str, Verdict]:
    """Give the verdict on each claim of a case, by id, in the order in which they are written."""
    limits = {name: threshold.value for name, threshold in thresholds.items()}
    holdings = {name: hold(judged, name, limits) for name in judged.case.claims}
    return MappingProxyType({name: _verdict(judged, name, holdings, limits) for name in holdings})


def _verdict(
    judged: CaseOfClaims, name: str, holdings: Mapping[str, Holding], limits: Limits
) -> Verdict:
    """Judge a claim; one that says the same as what it repeats shares its verdict."""
    origin = says_the_same(judged.case, name)
    if origin is not None:
        whole = _verdict(judged, origin, holdings, limits)
        return replace(whole, claim=name, chain=chain(judged.case, name), inherits=origin)
    found = doubts(judged, name, holdings, limits)
    holding = holdings[name]
    return Verdict(
        claim=name,
        state=_state(holding, found),
        held=holding.held,
        reason=holding.reason,
        doubts=found,
        chain=chain(judged.case, name),
    )


def _state(holding: Holding, found: tuple[Doubt, ...]) -> State:
    weights = {doubt.weight for doubt in found}
    if "impossible" in weights:
        return "impossible"
    return "implausible" if "implausible" in weights else holding.state
