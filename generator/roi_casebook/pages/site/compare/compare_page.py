"""The page on which two to four cases stand side by side, and the data by which it knows all cases.

Which cases, the address says (`compare.html?cases=a+b`): to be shared, the same in each language and
from a folder. Without scripts the page says what it needs and leads on.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from roi_casebook.pages.lists.aspects import ASPECTS
from roi_casebook.pages.lists.published_cases import CasesInLanguage
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.links import Link
from roi_casebook.pages.parts.page import Crumb, Page
from roi_casebook.pages.site.compare.compared_case import ANNUAL
from roi_casebook.pages.site.compare.side_rows import (
    BRIDGES,
    MINDS,
    NEEDS,
    RESULTS,
    ROWS,
    row_data,
)
from roi_casebook.roi.figure_table import NPV, ROI
from roi_casebook.wording import Wording
from roi_casebook.wording.typography import capitalised

NAME = "casebookCompare"
QUANTITIES: Mapping[str, str] = MappingProxyType({"roi": ROI, "npv": NPV, "annual": ANNUAL})
"""The rows that are named as their figure is."""
WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **dict.fromkeys(
            (
                "label", "first", "remove", "add", "add_help", "none_found", "like", "zero", "fewest",
                "whole", "nearest", "why_withdrawn", "few", "care", "own_terms", "strip", "money", "bridge",
                "evidence", "not_money", "soft", "kind", "alike", "social", "social_refused", "result",
                "result_refused", "working",
            ),
            (),
        ),
        **dict.fromkeys(("remove_of", "twice", "withdrawn", "not_loaded"), ("case",)),
        **dict.fromkeys(("many", "document"), ("cases",)),
        "unknown": ("slug",),
    }
)  # fmt: skip
"""The words that the script of the page takes, each with the places that it fills."""


@dataclass(frozen=True)
class CompareView:
    """What stands on the page before its script: data: its address; ways: where to go without one."""

    data: str
    method: Link
    ways: tuple[Link, ...]


def compare_page(shelf: CasesInLanguage) -> Page:
    """Make the page of a language."""
    site, w, data = shelf.site, shelf.site.wording, compare_data(shelf)
    version = sha256(data.encode()).hexdigest()[:8]
    view = CompareView(
        data=f"{anchors.beside(anchors.COMPARE)}?v={version}",
        method=Link(w.t("comparison.method"), f"{anchors.METHOD}#comparison"),
        ways=tuple(_ways(shelf)),
    )
    return Page(
        kind="compare",
        language=w.language,
        address=anchors.COMPARE,
        title=w.t("comparing.title"),
        description=w.t("comparing.description"),
        heading=w.t("comparing.title"),
        sections=(),
        body=site.templates.filled("compare.html", view=view, t=w.t),
        alternates=site.alternates(anchors.COMPARE),
        crumbs=(Crumb(w.t("nav.cases"), anchors.CASES),),
        data=data,
    )


def _ways(shelf: CasesInLanguage) -> Iterable[Link]:
    w = shelf.site.wording
    if shelf.site.beside.questions:
        yield Link(w.t("comparing.to_questions"), anchors.QUESTIONS)
    yield Link(w.t("comparing.to_cases"), anchors.CASES)


def compare_data(shelf: CasesInLanguage) -> str:
    """Give the script of data: the words and rows of the page; all cases, those renamed and withdrawn."""
    w = shelf.site.wording
    data: dict[str, Any] = {
        "fewest": anchors.FEWEST_COMPARED,
        "most": anchors.MOST_COMPARED,
        "version": _version(shelf),
        "words": _words(w, shelf),
        "rows": [{**row_data(row), "name": _row_name(w, row.id)} for row in ROWS],
        "bridges": row_data(BRIDGES),
        "results": row_data(RESULTS),
        "aspects": [
            {"id": name, "name": w.t(f"aspect.{name}"), "remedy": w.t(f"comparing.remedy.{name}")}
            for name in ASPECTS
        ],
        "refusals": {key: w.t(f"comparing.refused_for.{key}") for key in NEEDS},
        "minds": {key: w.t(f"comparing.minded.{key}") for key in MINDS},
        "cases": {
            slug: [one.title.text, f"{one.organisation}, {one.country}, {one.year}"]
            for slug, one in shelf.entries.items()
        },
        "former": {
            former: judged.slug for judged in shelf.cases for former in judged.case.formerly
        },
        "withdrawn": {
            judged.slug: w.texts.written(judged.case.title).text
            for judged in shelf.site.cases
            if judged.case.state == "withdrawn"
        },
    }
    return f"window.{NAME}={json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"


def _version(shelf: CasesInLanguage) -> str:
    """Give what is another where the figures of a case are, so that no browser shows old ones."""
    return sha256("".join(shelf.rows.values()).encode()).hexdigest()[:8]


def _words(w: Wording, shelf: CasesInLanguage) -> dict[str, str]:
    """Give the words of the script; it fills their places with titles as they are."""
    money = w.labels.money_of(shelf.comparison)
    return {
        **{
            name: w.t(f"comparing.words.{name}", **{place: f"{{{place}}}" for place in places})
            for name, places in WORDS.items()
        },
        "in_money": w.t("comparing.words.in_money", money=money),
        "named": w.t("questions.shared_one", name="{name}", value="{value}"),
    }


def _row_name(w: Wording, row: str) -> str:
    return w.t("strip.cost") if row == "cost" else capitalised(w.names.short_name(QUANTITIES[row]))
