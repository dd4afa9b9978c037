"""Questions on which cases disagree: each with its cases, and why they differ.

The question and what its cases disagree on come from `questions.yml`; why they differ is told from
what each case rests on.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from roi_casebook.appraisal import JudgedCase
from roi_casebook.case.beside.questions import Question
from roi_casebook.pages.lists.published_cases import CasesInLanguage
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.aspects import side_by_side
from roi_casebook.pages.parts.case_rows import CaseRow, Short, case_row, in_short
from roi_casebook.pages.parts.links import Link
from roi_casebook.pages.parts.page import Page, Section
from roi_casebook.wording import Wording, Written


@dataclass(frozen=True)
class Answering:
    """A case that answers a question: its first figures, and where it points, "" where nobody knows."""

    entry: CaseRow
    leads: tuple[Short, ...]
    way: str


@dataclass(frozen=True)
class AnswerView:
    """One answer to an aspect, and the cases that give it."""

    text: str
    cases: tuple[Link, ...]


@dataclass(frozen=True)
class DifferenceView:
    """An aspect in which the cases differ."""

    name: str
    answers: tuple[AnswerView, ...]


@dataclass(frozen=True)
class QuestionView:
    """A question. shared: what all cases have alike, in a sentence, or ""."""

    id: str
    question: Written
    disagree: Written
    cases: tuple[Answering, ...]
    differences: tuple[DifferenceView, ...]
    shared: str


def questions_page(shelf: CasesInLanguage, questions: Mapping[str, Question]) -> Page:
    """Make the page of a language."""
    site, w = shelf.site, shelf.site.wording
    views = tuple(_views(shelf, questions))
    return Page(
        kind="questions",
        language=w.language,
        address=anchors.QUESTIONS,
        title=w.t("questions.title"),
        description=w.t("questions.description"),
        heading=w.t("questions.title"),
        sections=tuple(Section(one.id, one.question.text) for one in views),
        body=site.templates.filled("questions.html", questions=views, t=w.t),
        alternates=site.alternates(anchors.QUESTIONS),
    )


def _views(shelf: CasesInLanguage, questions: Mapping[str, Question]) -> Iterator[QuestionView]:
    w, known = shelf.site.wording, {judged.slug: judged for judged in shelf.cases}
    for name, one in questions.items():
        cases = [known[slug] for slug in one.cases]
        found = side_by_side(w, cases)
        links = {judged.slug: in_short(judged, w, anchors.QUESTIONS) for judged in cases}
        yield QuestionView(
            id=anchors.of("question", name),
            question=w.texts.written(one.question),
            disagree=w.texts.written(one.disagree),
            cases=tuple(_answering(w, judged) for judged in cases),
            differences=tuple(
                DifferenceView(
                    each.name,
                    tuple(
                        AnswerView(answer.text, tuple(links[slug] for slug in answer.slugs))
                        for answer in each.answers
                    ),
                )
                for each in found.differences
            ),
            shared=_shared(w, found.shared),
        )


def _answering(w: Wording, judged: JudgedCase) -> Answering:
    entry = case_row(judged, w, anchors.QUESTIONS)
    found = (entry.cost, entry.result or entry.roi, entry.npv)
    way = judged.evidence.direction
    return Answering(
        entry,
        tuple(one for one in found if one is not None),
        "" if way == "unknown" else w.evidence.label("direction", way),
    )


def _shared(w: Wording, shared: tuple[tuple[str, str], ...]) -> str:
    told = [w.t("questions.shared_one", name=name, value=value) for name, value in shared]
    return w.t("questions.shared", list="; ".join(told)) if told else ""
