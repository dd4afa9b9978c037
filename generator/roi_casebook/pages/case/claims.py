"""What the sources claim, each claim before those that repeat it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from roi_casebook.appraisal import Step
from roi_casebook.appraisal.claims.claimed import inherited, names_in
from roi_casebook.appraisal.claims.verdict import Held
from roi_casebook.case import Case, Claim
from roi_casebook.pages.case.tellings import life_chart
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import CaseInLanguage, CaseValues
from roi_casebook.pages.parts.formula_views import FormulaView, formula_view
from roi_casebook.pages.parts.links import Link, link
from roi_casebook.pages.parts.numbered_notes import reading_in_ids
from roi_casebook.wording import Wording, Written
from roi_casebook.wording.typography import capitalised
from roi_casebook.wording.verdicts import VerdictText

NO_CHART = Markup()
OWN = "initiative"
"""Whose figure a claim gives where nothing more need be said."""
MONEY = "hard"
"""The lane of a claim of which nothing more need be said."""
OTHER = "other"
"""What a claim gives where no word of the list fits: the number says it alone."""


@dataclass(frozen=True)
class ImpliedView:
    """What a claim implies of the side that is not known, and the formula of it with its numbers."""

    text: str
    formula: FormulaView


@dataclass(frozen=True)
class ClaimView:
    """A claim. says: "" where it gives no number; gain, cost: the claims of which it is a ratio.

    said_by, scope: who says so where the source only quotes it, and of which part it speaks.

    verdict: what is found about it; held: the way to what it was held against, where that has a place.

    repeats: the way to the claim that it repeats; repeated_by: to those that repeat it; life: of the
    first of a chain, how it was told on.
    """

    id: str
    quote: Written
    says: str
    verdict: VerdictText
    held: Link | None
    gain: Link | None
    cost: Link | None
    source: Link
    by: str
    reading: Link | None
    said_by: Written | None
    scope: Written | None
    remark: Written | None
    repeats: Link | None
    repeated_by: tuple[Link, ...]
    implied: ImpliedView | None
    life: Markup = NO_CHART


def claims_view(c: CaseInLanguage) -> tuple[tuple[ClaimView, ...], ...]:
    """Give the claims in chains: the first claim, then all that repeat it, nearest first."""
    claims = c.case.claims
    firsts = (name for name, claim in claims.items() if claim.repeats not in claims)
    return tuple(_told_on(c, tuple(_chain(c.case, first))) for first in firsts)


def _told_on(c: CaseInLanguage, chain: Sequence[str]) -> tuple[ClaimView, ...]:
    """Give a chain; its first claim has the life of it."""
    first, *others = (_claim(c, name, c.case.claims[name]) for name in chain)
    life = life_chart(c, chain, partial(says_text, c.wording, c.values))
    return replace(first, life=life), *others


def _chain(case: Case, first: str) -> Iterator[str]:
    yield first
    for name, claim in case.claims.items():
        if claim.repeats == first:
            yield from _chain(case, name)


def _claim(c: CaseInLanguage, name: str, claim: Claim) -> ClaimView:
    w, source = c.wording, c.case.sources[claim.source]
    told = inherited(c.case, name)
    reading = c.case.readings.get(told.reading or "")
    verdict = c.judged.verdicts[name]
    return ClaimView(
        id=anchors.of("claim", name),
        quote=w.texts.quotation(claim.quote, source.lang),
        says=says_text(c.wording, c.values, claim),
        verdict=w.verdicts.verdict(verdict, c.case),
        held=_held(c, verdict.held) if verdict.held else None,
        gain=_link(c.case, c.wording, claim.parts.gain) if claim.parts else None,
        cost=_link(c.case, c.wording, claim.parts.cost) if claim.parts else None,
        source=c.links.source(claim.source),
        by=_by(c, claim),
        reading=link(
            w.texts.written(reading.label), f"#{anchors.of('reading', told.reading or '')}"
        )
        if reading
        else None,
        said_by=w.texts.written(claim.said_by) if claim.said_by else None,
        scope=w.texts.written(told.scope) if told.scope else None,
        remark=w.texts.written(claim.remark) if claim.remark else None,
        repeats=_link(c.case, c.wording, claim.repeats) if claim.repeats in c.case.claims else None,
        repeated_by=tuple(
            _link(c.case, c.wording, other)
            for other, one in c.case.claims.items()
            if one.repeats == name
        ),
        implied=_implied(c, name),
    )


def _by(c: CaseInLanguage, claim: Claim) -> str:
    """Say whose words they are, when, and whom they repeat."""
    w, source = c.wording, c.case.sources[claim.source]
    by = w.t("claims.by", by=w.texts.author(source.by), date=w.times.date(source.date))
    if claim.repeats is None or claim.repeats not in c.case.claims:
        return by
    before = c.case.sources[c.case.claims[claim.repeats].source]
    return w.t("claims.by_after", by=by, before=w.texts.author(before.by))


def _implied(c: CaseInLanguage, name: str) -> ImpliedView | None:
    """Say what a claimed ratio implies where one side is known; never as a figure of ours."""
    one = c.judged.implied.get(name)
    if one is None:
        return None
    w = c.wording.in_lane(one.lane)
    terms = {term: (value,) for term, value in one.terms.items()}
    step = Step(one.equation, None, one.tree, frozenset(), (one.value,), terms)
    worked = w.formulas.step_with_numbers(step, c.values.currency)
    return ImpliedView(
        w.verdicts.implied(one, c.values.currency),
        replace(
            formula_view(w, one.equation, one.tree),
            numbers=tuple(
                w.t("working.numbers", formula=line.formula, result=line.result) for line in worked
            ),
        ),
    )


def says_text(w: Wording, values: CaseValues, claim: Claim) -> str:
    """Write what is claimed: of what, how much, how it is hedged, and whose figure it is."""
    says = claim.says
    if says.number is None:
        return ""
    whose = w.t("claims.whose", whose=w.labels.label("claim_of", says.of)) if says.of != OWN else ""
    if says.lane not in (None, MONEY):
        whose += w.t("claims.whose", whose=w.labels.label("claim_lane", says.lane))
    if says.what == OTHER:
        return f"{w.verdicts.hedged(says, values.currency)}{whose}"
    what = capitalised(w.labels.label("claim_what", says.what))
    return (
        w.t("claims.says", what=what, value=f"{w.verdicts.hedged(says, values.currency)}") + whose
    )


def _held(c: CaseInLanguage, held: Held) -> Link | None:
    """Lead to what a claim was held against: a figure of a reading, an input, a soft result.

    A formula leads to its first input.
    """
    if held.kind == "input":
        return c.links.input(held.name)
    if held.kind == "formula":
        names = [name for name in names_in(held.name) if name in c.case.inputs]
        return c.links.input(names[0]) if names else None
    if held.kind == "soft":
        return c.links.soft(held.name)
    if held.line and held.line in c.case.soft:
        return c.links.soft(held.line)
    of_lane = c.judged.readings if held.lane == MONEY else c.judged.social
    if held.line or held.name not in of_lane[held.reading].figures:
        return None
    reading = reading_in_ids(c.case, of_lane[held.reading])
    return Link(
        c.names.quantity(held.name),
        f"#{anchors.in_reading(reading, anchors.of('figure', held.name))}",
    )


def _link(case: Case, w: Wording, name: str | None) -> Link:
    claim = case.claims[name or ""]
    what = w.labels.label("claim_what", claim.says.what)
    text = w.t("claims.link", what=what, by=w.texts.author(case.sources[claim.source].by))
    return Link(text, f"#{anchors.of('claim', name or '')}")
