"""Questions on which cases disagree: each with its cases, and why they differ.

The question and what its cases disagree on come from `questions.yml`; why they differ is told from
what each case rests on.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from roi_casebook.case.beside.questions import Question
from roi_casebook.pages.lists.aspects import side_by_side
from roi_casebook.pages.lists.published_cases import CasesInLanguage
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_rows import CaseRow, case_rows, in_short
from roi_casebook.pages.parts.links import Link
from roi_casebook.pages.parts.page import Page, Section
from roi_casebook.wording import Wording, Written


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
    """A question.

    side_by_side: the way to its cases, where they are few enough; shared: what all cases have alike,
    in a sentence, or "".
    """

    id: str
    question: Written
    disagree: Written
    cases: tuple[CaseRow, ...]
    side_by_side: Link | None
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
            cases=case_rows(cases, w, anchors.QUESTIONS),
            side_by_side=_side_by_side(w, one.cases),
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


def _side_by_side(w: Wording, slugs: Sequence[str]) -> Link | None:
    fits = anchors.FEWEST_COMPARED <= len(slugs) <= anchors.MOST_COMPARED
    return Link(w.t("comparing.open"), anchors.comparing(slugs)) if fits else None


def _shared(w: Wording, shared: tuple[tuple[str, str], ...]) -> str:
    told = [w.t("questions.shared_one", name=name, value=value) for name, value in shared]
    return w.t("questions.shared", list="; ".join(told)) if told else ""
