"""What kind of answer a case gives, aspect by aspect: what cases side by side agree on, and what not.

All follows from what leads each case and what that rests on; nothing is typed beside the cases. An
aspect that a case does not have (a margin where no money leads) is "" and differs from nothing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from roi_casebook.appraisal import JudgedCase
from roi_casebook.roi.figure_table import COST_PER_RESULT
from roi_casebook.wording import Wording
from roi_casebook.wording.typography import capitalised

Aspect = Literal[
    "result", "design", "counterfactual", "benefit", "accounts", "status", "measured", "horizon", "rate", "money",
]  # fmt: skip
MONEY_LEADS = frozenset({"money", "social"})
"""What leads and is a sum of money with a basis of its own."""


def _result(w: Wording, judged: JudgedCase) -> str:
    """Name what leads a case."""
    one = judged.leading_result
    if judged.leads.kind == COST_PER_RESULT and one is not None:
        return w.results.name(one)
    return w.evidence.label("leads", judged.leads.kind or "none")


def _design(w: Wording, judged: JudgedCase) -> str:
    """Say how the result was held against what would have come anyway: by its weakest part."""
    facts = judged.leads.locks.ledger[0].facts
    designs = dict.fromkeys(str(fact.value) for fact in facts if fact.kind == "design")
    return w.catalogue.listed([w.labels.label("design", one) for one in designs])


def _of_money(
    told: Callable[[Wording, JudgedCase], str],
) -> Callable[[Wording, JudgedCase], str]:
    return lambda w, judged: told(w, judged) if judged.leads.kind in MONEY_LEADS else ""


def _money(w: Wording, judged: JudgedCase) -> str:
    basis = judged.leading_basis
    return w.t(
        "aspect.money_in",
        currency=basis.currency,
        prices=w.labels.prices(basis.prices, basis.price_year),
    )


ASPECTS: Mapping[Aspect, Callable[[Wording, JudgedCase], str]] = MappingProxyType(
    {
        "result": _result,
        "design": _design,
        "counterfactual": _of_money(
            lambda w, judged: w.labels.label("counterfactual", judged.leading_basis.counterfactual)
        ),
        "benefit": _of_money(
            lambda w, judged: w.labels.label("benefit", judged.leading_basis.benefit)
        ),
        "accounts": lambda w, judged: w.labels.label("accounts", judged.leading_basis.perspective),
        "status": lambda w, judged: w.labels.label("status", judged.leading_basis.status),
        "measured": lambda w, judged: w.labels.label("role", judged.case.people.measured.role),
        "horizon": lambda w, judged: w.times.horizon(judged.leading_basis.horizon_years),
        "rate": _of_money(lambda w, judged: w.say.rate(judged.leading_basis)),
        "money": _money,
    }
)
"""Each aspect in the words of a language, in the order in which readers ask."""


@dataclass(frozen=True)
class Answer:
    """What some cases have in common in an aspect: the answer, and their slugs."""

    text: str
    slugs: tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """An aspect in which cases differ: its name, and what they answer."""

    name: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class SideBySide:
    """In what cases differ, and what they share: the name of the aspect with the one answer."""

    differences: tuple[Difference, ...]
    shared: tuple[tuple[str, str], ...]


def side_by_side(w: Wording, cases: Sequence[JudgedCase]) -> SideBySide:
    """Say in which aspects cases differ. An aspect that one of them lacks is not shared by all."""
    found = {aspect: _answers(w, aspect, cases) for aspect in ASPECTS}
    names = {aspect: w.t(f"aspect.{aspect}") for aspect in ASPECTS}
    return SideBySide(
        tuple(Difference(names[a], answers) for a, answers in found.items() if len(answers) > 1),
        tuple(
            (names[a], answers[0].text)
            for a, answers in found.items()
            if len(answers) == 1 and len(answers[0].slugs) == len(cases)
        ),
    )


def _answers(w: Wording, aspect: Aspect, cases: Iterable[JudgedCase]) -> tuple[Answer, ...]:
    found: dict[str, list[str]] = {}
    for judged in cases:
        if text := ASPECTS[aspect](w, judged):
            found.setdefault(capitalised(text), []).append(judged.slug)
    return tuple(Answer(text, tuple(slugs)) for text, slugs in found.items())
