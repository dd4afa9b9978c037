"""The case in three answers: what it returned, what would have to be true, what is not in money."""

from collections import Counter
from collections.abc import Iterator
from functools import partial

from roi_casebook.appraisal import JudgedCase
from roi_casebook.appraisal.claims.verdict import State
from roi_casebook.pages.case.beside_money.soft_worth import decides, is_open
from roi_casebook.pages.case.beside_money.told_results import finding_of_result
from roi_casebook.pages.case.first_screen.leads import claim_first, needed_first, social_first
from roi_casebook.pages.case.social import social_gist
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.links import Fact, Link
from roi_casebook.pages.parts.standing import (
    as_it_may_stand,
    is_shown_as_range,
    mark_of,
    result_text,
)
from roi_casebook.roi.figures import Figure
from roi_casebook.wording import Wording

EVERYTHING = 1.0
WORST_FIRST: tuple[State, ...] = (
    "impossible", "implausible", "not_reproduced", "not_computable", "fits", "same_as_input",
    "reproduced_on_another_basis", "reproduced_but_for_rounding", "reproduced",
)  # fmt: skip


def gist_view(c: CaseInLanguage) -> tuple[Fact, ...]:
    """Give the three answers."""
    w = c.wording
    return (
        *social_first(c),
        Fact(w.t("gist.returned"), _joined(claim_first(c), _came(c))),
        Fact(w.t("gist.true"), _joined(*needed_first(c), *_conditions(c))),
        *_beside_money(c),
        *_claimed(c.judged, c.wording),
    )


def _joined(*sentences: str) -> str:
    return " ".join(filter(None, sentences))


def _came(c: CaseInLanguage) -> str:
    """Say what one result cost, where that leads; then what the money brought back."""
    result = c.judged.result_that_leads(c.judged.leading.reading)
    finding = "" if result is None else finding_of_result(c, result)
    return _joined(finding, _returned(c.judged, c.wording))


def _returned(judged: JudgedCase, w: Wording) -> str:
    """Say what the money brought back, and how far that stands.

    Where it was measured too early, that and what it cost; by its range where it is weak.
    """
    leading, locks = judged.leading, judged.evidence.locks
    if _is_too_early(judged):
        return f"{w.t('gist.too_early')} {w.say.cost(leading)}"
    in_range = is_shown_as_range(locks, leading.figures["roi"])
    said = (
        w.say.finding(leading, in_range=in_range, named=partial(w.cause, judged.case)),
        *_beyond(judged, w),
        _standing(judged, w),
    )
    return " ".join(filter(None, said))


def _beyond(judged: JudgedCase, w: Wording) -> Iterator[str]:
    """Say that a return is larger than hardly any is, so that it is checked like a claim of it."""
    leading = judged.leading
    if leading.reading in judged.beyond:
        is_limit = leading.figures["roi"].bound == "at_most"
        yield w.t("gist.beyond_at_most" if is_limit else "gist.beyond")


def _standing(judged: JudgedCase, w: Wording) -> str:
    """Say how far a result stands where that must be said; "" else."""
    locks, figures = judged.evidence.locks, judged.leading.figures
    if not any(mark_of(w, locks, figures[name]) for name in ("roi", "npv")):
        return ""
    key = "gist.unproven" if locks.is_unproven else "gist.needs_range"
    return w.t(key, count=w.evidence.count(locks))


def _is_too_early(judged: JudgedCase) -> bool:
    return as_it_may_stand(judged, judged.leading).reason == "too_early"


def _claimed(judged: JudgedCase, w: Wording) -> Iterator[Fact]:
    """Say what came of the claims, the worst first."""
    found = Counter(verdict.state for verdict in judged.verdicts.values())
    parts = [
        w.t("claims.of_state", n=found[state], state=w.verdicts.label(state))
        for state in WORST_FIRST
        if found[state]
    ]
    if parts:
        link = Link(w.t("section.claims"), "#claims")
        yield Fact(w.t("gist.claims", n=found.total()), f"{', '.join(parts)}.", (link,))


def _conditions(c: CaseInLanguage) -> Iterator[str]:
    """Say what would have to be true for the initiative to pay back."""
    figures, w = c.judged.leading.figures, c.wording
    result = c.judged.result_that_leads(c.judged.leading.reading)
    if result is not None and (worth := w.results.worth(result, c.values.currency)):
        yield worth
        return
    cost, benefit, npv = figures["pv_costs"], figures["pv_benefits"], figures["npv"]
    if _is_too_early(c.judged):
        value = c.values.figure(cost)
        yield w.t("true.too_early", value=value.whole) if value.text else w.t("true.both_unknown")
    elif npv.value is not None and figures["roi"].reason == "only_net_known":
        yield w.t("true.only_net")
        yield from _soft_worth(c)
    elif cost.value is not None and benefit.value is not None and npv.value is not None:
        yield _at_cost(c, figures["break_even_cost"], benefit, pays=npv.value >= 0)
        yield from _own_doing(c, figures["break_even_attribution"], npv)
        yield from _soft_worth(c)
    elif cost.value is not None:
        yield _benefits_needed(c, cost, is_social=figures["roi"].reason == "social_only")
    elif benefit.value is not None:
        key = "true.cost_limit" if benefit.value >= 0 else _key_of_loss(benefit)
        yield w.t(key, value=c.values.figure(benefit).whole)
    else:
        yield w.t("true.both_unknown")


def _benefits_needed(c: CaseInLanguage, cost: Figure, *, is_social: bool) -> str:
    """Say what came of it would have to be worth, of which nothing is known in money."""
    key = "money_needed" if is_social else "benefits_needed"
    if cost.value is not None and cost.value < 0:
        key = "cost_is_saving"
    return c.wording.t(f"true.{key}", value=c.values.figure(cost).whole)


def _key_of_loss(benefit: Figure) -> str:
    """Name the sentence on what is worth less than nothing, for certain or as far as it is counted."""
    is_certain = benefit.side not in {"or_higher", "either"}
    return "true.loss_itself" if is_certain else "true.loss_as_counted"


def _at_cost(c: CaseInLanguage, break_even: Figure, benefit: Figure, *, pays: bool) -> str:
    if break_even.value is None:
        key = _key_of_loss(benefit) if (benefit.value or 0.0) < 0 else "true.both_unknown"
        return c.wording.t(key, value=c.values.figure(benefit).whole)
    best = "_at_best" if break_even.bound == "at_most" else ""
    unbounded = break_even.exactly() if best else break_even  # the sentence says it
    key = f"true.pays_up_to{best}" if pays else f"true.would_have_paid{best}"
    value = result_text(c.wording, c.judged.evidence.locks, unbounded, c.values.currency)
    return c.wording.t(key, value=value)


def _own_doing(c: CaseInLanguage, attribution: Figure, npv: Figure) -> Iterator[str]:
    """Say how much must be its own doing; a range that reaches above all of it says nothing.

    Such a range has no percentiles, where the net present value has some.
    """
    if attribution.value is None:
        return
    locks = c.judged.evidence.locks
    if attribution.value > EVERYTHING:
        yield c.wording.t("true.not_even_all")
    elif attribution.p90 is not None or not is_shown_as_range(locks, npv):
        share = result_text(c.wording, locks, attribution.exactly(), c.values.currency)
        yield c.wording.t("true.own_doing", share=share)


def _soft_worth(c: CaseInLanguage) -> Iterator[str]:
    """Say what the soft results would have to be worth, where money alone does not pay back."""
    figures = c.judged.leading.figures
    worth = figures["soft_switching_value"]
    npv = figures["npv"]
    is_known = decides(npv) and not is_open(c.judged.evidence.locks, npv)
    if c.case.soft and worth.value and is_known:
        key = "true.soft_worth" if c.judged.leading.flows.years else "true.soft_worth_at_once"
        yield c.wording.t(key, value=c.values.money(worth.value))


def _beside_money(c: CaseInLanguage) -> Iterator[Fact]:
    """Say what is not in money: soft results, social value, or that there is nothing else."""
    social = tuple(social_gist(c))
    is_led_by_social = c.judged.leads.kind == "social"
    if c.case.soft or not (social or is_led_by_social):
        yield _not_in_money(c)
    yield from social


def _not_in_money(c: CaseInLanguage) -> Fact:
    w = c.wording
    links = tuple(
        c.links.soft(name) for name, judged in c.judged.soft_evidence.items() if judged.counts
    )
    text = w.t("gist.soft_measured") if links else w.t("gist.soft_none")
    return Fact(w.t("gist.not_in_money"), text, _distinct(links))


def _distinct(links: tuple[Link, ...]) -> tuple[Link, ...]:
    return tuple({entry.text: entry for entry in reversed(links)}.values())[::-1]
