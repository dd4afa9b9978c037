"""The case in three answers: what it returned, what would have to be true, what is not in money."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

from roi_casebook.appraisal.claims.verdict import State
from roi_casebook.pages.case.social import social_gist
from roi_casebook.pages.case.soft_worth import decides, is_open
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.links import Fact, Link, link
from roi_casebook.pages.parts.standing import (
    as_it_may_stand,
    is_shown_as_range,
    mark_of,
    result_text,
)
from roi_casebook.roi.figures import Figure
from roi_casebook.wording.verdicts import shown_state

EVERYTHING = 1.0
STATES = ("but_for_rounding", *get_args(State))
"""The states of claims, the best first but for what rounding explains, which stands last."""


def gist_view(told: CaseInLanguage) -> tuple[Fact, ...]:
    """Give the three answers."""
    w = told.wording
    return (
        Fact(w.t("gist.returned"), _returned(told)),
        Fact(w.t("gist.true"), " ".join(_conditions(told))),
        *_beside_money(told),
        *_claimed(told),
    )


def _returned(told: CaseInLanguage) -> str:
    """Say what the money brought back, and how far that stands.

    Where it was measured too early, that and what it cost; by its range where it is weak.
    """
    w, leading, locks = told.wording, told.judged.leading, told.judged.evidence.locks
    if _is_too_early(told):
        return f"{w.t('gist.too_early')} {w.say.cost(leading)}"
    in_range = is_shown_as_range(locks, leading.figures["roi"])
    said = (w.say.finding(leading, in_range=in_range), *_beyond(told), _standing(told))
    return " ".join(filter(None, said))


def _beyond(told: CaseInLanguage) -> Iterator[str]:
    """Say that a return is larger than hardly any is, so that it is checked like a claim of it."""
    leading = told.judged.leading
    if leading.reading in told.judged.beyond:
        is_limit = leading.figures["roi"].bound == "at_most"
        yield told.wording.t("gist.beyond_at_most" if is_limit else "gist.beyond")


def _standing(told: CaseInLanguage) -> str:
    """Say how far a result stands where that must be said; "" else."""
    w, locks, figures = told.wording, told.judged.evidence.locks, told.judged.leading.figures
    if not any(mark_of(w, locks, figures[name]) for name in ("roi", "npv")):
        return ""
    key = "gist.unproven" if locks.is_unproven else "gist.needs_range"
    return w.t(key, count=w.evidence.count(locks))


def _is_too_early(told: CaseInLanguage) -> bool:
    return as_it_may_stand(told.judged, told.judged.leading).reason == "too_early"


def _claimed(told: CaseInLanguage) -> Iterator[Fact]:
    """Say what came of the claims, the worst first."""
    w = told.wording
    found = Counter(shown_state(verdict) for verdict in told.judged.verdicts.values())
    parts = [
        w.t("claims.of_state", n=found[state], state=w.verdicts.label(state))
        for state in reversed(STATES)
        if found[state]
    ]
    if parts:
        link = Link(w.t("section.claims"), "#claims")
        yield Fact(w.t("gist.claims", n=found.total()), f"{', '.join(parts)}.", (link,))


def _conditions(told: CaseInLanguage) -> Iterator[str]:
    """Say what would have to be true for the initiative to pay back."""
    figures, w = told.judged.leading.figures, told.wording
    cost, benefit, npv = figures["pv_costs"], figures["pv_benefits"], figures["npv"]
    if _is_too_early(told):
        value = w.figures.figure(cost, told.currency)
        yield w.t("true.too_early", value=value.whole) if value.text else w.t("true.both_unknown")
    elif npv.value is not None and figures["roi"].reason == "only_net_known":
        yield w.t("true.only_net")
        yield from _soft_worth(told)
    elif cost.value is not None and benefit.value is not None and npv.value is not None:
        yield _at_cost(told, figures["break_even_cost"], pays=npv.value >= 0)
        yield from _own_doing(told, figures["break_even_attribution"])
        yield from _soft_worth(told)
    elif cost.value is not None:
        is_social = figures["roi"].reason == "social_only"
        key = "true.money_needed" if is_social else "true.benefits_needed"
        yield w.t(key, value=w.numbers.money(cost.value, told.currency))
    elif benefit.value is not None:
        yield w.t("true.cost_limit", value=w.numbers.money(benefit.value, told.currency))
    else:
        yield w.t("true.both_unknown")


def _at_cost(told: CaseInLanguage, break_even: Figure, *, pays: bool) -> str:
    if break_even.value is None:
        return told.wording.t("true.both_unknown")
    best = "_at_best" if break_even.bound == "at_most" else ""
    unbounded = replace(break_even, bound=None)  # the sentence says it
    key = f"true.pays_up_to{best}" if pays else f"true.would_have_paid{best}"
    value = result_text(told.wording, told.judged.evidence.locks, unbounded, told.currency)
    return told.wording.t(key, value=value)


def _own_doing(told: CaseInLanguage, attribution: Figure) -> Iterator[str]:
    """Say how much must be its own doing; a range that reaches above all of it says nothing."""
    if attribution.value is None:
        return
    locks = told.judged.evidence.locks
    if attribution.value > EVERYTHING:
        yield told.wording.t("true.not_even_all")
    elif not (is_shown_as_range(locks, attribution) and (attribution.p90 or 0.0) > EVERYTHING):
        share = result_text(told.wording, locks, replace(attribution, bound=None), told.currency)
        yield told.wording.t("true.own_doing", share=share)


def _soft_worth(told: CaseInLanguage) -> Iterator[str]:
    """Say what the soft results would have to be worth, where money alone does not pay back."""
    figures = told.judged.leading.figures
    worth = figures["soft_switching_value"]
    npv = figures["npv"]
    is_known = decides(npv) and not is_open(told.judged.evidence.locks, npv)
    if told.case.soft and worth.value and is_known:
        key = "true.soft_worth" if told.case.period.years else "true.soft_worth_at_once"
        yield told.wording.t(key, value=told.wording.numbers.money(worth.value, told.currency))


def _beside_money(told: CaseInLanguage) -> Iterator[Fact]:
    """Say what is not in money: soft results, social value, or that there is nothing else."""
    social = tuple(social_gist(told))
    if told.case.soft or not social:
        yield _not_in_money(told)
    yield from social


def _not_in_money(told: CaseInLanguage) -> Fact:
    w = told.wording
    links = tuple(
        link(told.soft_name(name), f"#{anchors.of('soft', name)}")
        for name, judged in told.judged.soft_evidence.items()
        if judged.counts
    )
    text = w.t("gist.soft_measured") if links else w.t("gist.soft_none")
    return Fact(w.t("gist.not_in_money"), text, _distinct(links))


def _distinct(links: tuple[Link, ...]) -> tuple[Link, ...]:
    return tuple({entry.text: entry for entry in reversed(links)}.values())[::-1]
