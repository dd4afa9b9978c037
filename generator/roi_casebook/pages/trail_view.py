"""One claim followed to its origin, for the home page: the longest way on which it became impossible."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from roi_casebook.appraisal import CaseJudgement
from roi_casebook.appraisal.claims.verdict import Verdict
from roi_casebook.pages import anchors
from roi_casebook.pages.claims_view import says_text
from roi_casebook.pages.site_telling import SiteTelling
from roi_casebook.pages.telling import Telling
from roi_casebook.pages.views import Link, link
from roi_casebook.wording import Written
from roi_casebook.wording.verdicts import verdict_text


@dataclass(frozen=True)
class TrailStep:
    """What a source said. doubts: why it cannot be true; state: of the verdict on it, and its label."""

    by: str
    says: str
    quote: Written
    state: str
    label: str
    doubts: tuple[str, ...]


@dataclass(frozen=True)
class TrailView:
    """The steps from the first source to the last, and the case that tells of it."""

    case: Link
    steps: tuple[TrailStep, ...]


def trail_view(site: SiteTelling, cases: Sequence[CaseJudgement]) -> TrailView | None:
    """Give the longest way to an impossible claim; None where no repeated claim is impossible."""
    ways = [(judged, verdict) for judged in cases for verdict in _impossible(judged)]
    if not ways:
        return None
    judged, verdict = max(ways, key=lambda way: len(way[1].chain))
    told = Telling(judged, site.wording, site.config)
    return TrailView(
        case=link(site.wording.text(judged.case.title), anchors.case_address(judged.slug)),
        steps=tuple(_step(told, one.claim) for one in verdict.chain),
    )


def _impossible(judged: CaseJudgement) -> Iterator[Verdict]:
    """Give the verdicts on claims that cannot be true and that repeat another."""
    for verdict in judged.verdicts.values():
        if verdict.state == "impossible" and len(verdict.chain) > 1:
            yield verdict


def _step(told: Telling, name: str) -> TrailStep:
    w, claim = told.wording, told.case.claims[name]
    source = told.case.sources[claim.source]
    found = verdict_text(w, told.judged.verdicts[name], told.case)
    return TrailStep(
        by=w.t("claims.by", by=source.by, date=w.date(source.date)),
        says=says_text(told, claim),
        quote=w.quotation(claim.quote, source.lang),
        state=found.state,
        label=found.label,
        doubts=found.doubts[:1],
    )
