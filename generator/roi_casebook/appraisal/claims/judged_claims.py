"""What the sources claim, held against the appraisal: a verdict for each claim.

First each claim is held against the inputs, alone (`holding.py`); then each is looked at among the
others for what is not plausible (`plausibility.py`): an impossible claim is impossible even where
an input gives its number back.
"""

from collections.abc import Mapping
from types import MappingProxyType

from roi_casebook.appraisal.claims.claimed import CaseOfClaims
from roi_casebook.appraisal.claims.holding import hold
from roi_casebook.appraisal.claims.plausibility import doubts
from roi_casebook.appraisal.claims.printed import Limits
from roi_casebook.appraisal.claims.repetition import chain
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
    if any(doubt.weight == "impossible" for doubt in found):
        return "impossible"
    return holding.state
