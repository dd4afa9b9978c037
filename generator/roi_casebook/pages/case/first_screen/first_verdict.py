"""The verdict on what is claimed, as it stands on the first screen: on one claim, with its reason.

It is the claim that fares worst, where one cannot be true or is contradicted; else the published
return that the bridge begins with, else the first of which something was found. How the others fare
is counted beside it.
"""

from dataclasses import dataclass

from roi_casebook.appraisal import JudgedCase
from roi_casebook.appraisal.claims.verdict import UNTRUE, State
from roi_casebook.pages.case.claims import says_text
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.wording import Written

WORST_FIRST: tuple[State, ...] = ("impossible", "implausible", "not_reproduced")
"""The verdicts that stand first, whichever claim has them."""


@dataclass(frozen=True)
class FirstVerdict:
    """A verdict. says: what is claimed, by: whom and when; quote: its words, where it has no number.

    reason: why, the strongest of several; href: the way to the claim.
    """

    state: str
    label: str
    says: str
    quote: Written | None
    by: str
    reason: str
    href: str


def first_verdict(c: CaseInLanguage) -> FirstVerdict | None:
    """Give the verdict that stands first; None of a case without claims."""
    name = _claim_of(c.judged)
    if name is None:
        return None
    w, claim, found = c.wording, c.case.claims[name], c.judged.verdicts[name]
    source, told = c.case.sources[claim.source], w.verdicts.verdict(found, c.case)
    says = says_text(w, c.values, claim)
    is_untrue = found.state in UNTRUE and told.doubts
    return FirstVerdict(
        state=told.state,
        label=told.label,
        says=says,
        quote=None if says else w.texts.quotation(claim.quote, source.lang),
        by=w.t("claims.by", by=w.texts.author(source.by), date=w.times.date(source.date)),
        reason=told.doubts[0] if is_untrue else told.finding,
        href=f"#{anchors.of('claim', name)}",
    )


def _claim_of(judged: JudgedCase) -> str | None:
    states = {name: verdict.state for name, verdict in judged.verdicts.items()}
    for worst in WORST_FIRST:
        for name, state in states.items():
            if state == worst:
                return name
    published = judged.published.get(judged.leading.reading)
    if published:
        return published.claim
    found = (name for name, state in states.items() if state != "not_computable")
    return next(found, next(iter(states), None))
