"""The published cases in the order of lists: as a table, in short, and as the rows of any list.

Cases like one: each with the reason why it is offered.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

import pandas as pd
from markupsafe import Markup

from roi_casebook.appraisal import JudgedCase
from roi_casebook.config import Metrics
from roi_casebook.library.comparison import Comparison, comparison_of
from roi_casebook.library.costs_of_results import results_table
from roi_casebook.library.table import Likeness, library_table, likenesses
from roi_casebook.pages.lists.compared_money import compared_line, line_of
from roi_casebook.pages.lists.facets import FACETS, Option, options
from roi_casebook.pages.lists.result_costs import ResultCost, ResultCosts
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.addresses import to_root
from roi_casebook.pages.parts.case_in_language import SiteInLanguage
from roi_casebook.pages.parts.case_rows import JOINT, CaseRow, Own, Short, case_row, published_cases
from roi_casebook.pages.parts.links import AlikeView, LikeView, Link
from roi_casebook.shipped.money_tables import shipped_money_tables
from roi_casebook.wording import Wording, Written
from roi_casebook.wording.labels import VocabularyList

IN_A_FOLDER = anchors.listing("lists", "any")
"""Where rows stand: all their links climb once."""


def blank(wording: Wording, metrics: Metrics, comparison: Comparison) -> CaseRow:
    """Give what a script fills in: a row with all that a row may have, and only its names."""
    cost, roi, npv = (
        wording.t("strip.cost"),
        wording.names.short_name("roi"),
        wording.names.short_name("npv"),
    )
    return CaseRow(
        title=Link("", ""),
        finding=Written("", ""),
        organisation="",
        country="",
        year="",
        what="",
        cost=Short(cost, "", is_reason=False),
        roi=Short(roi, "", is_reason=False, mark=wording.evidence.label("mark", "unproven")),
        npv=Short(npv, "", is_reason=False),
        result=Short("", "", is_reason=False),
        horizon="",
        locks=Markup(),
        evidence="",
        locks_said="",
        status="",
        status_label="",
        compared=line_of(wording, comparison, "{figures}"),
        metrics=_own(wording, metrics, dict.fromkeys(metrics, "")),
    )


def _own(wording: Wording, metrics: Metrics, texts: Mapping[str, str]) -> tuple[Own, ...]:
    return tuple(
        Own(name, wording.texts.written(metrics[name].label), text) for name, text in texts.items()
    )


@dataclass(frozen=True)
class PublishedCases:
    """The published cases in order, and what no language changes of them."""

    cases: tuple[JudgedCase, ...]

    @classmethod
    def of(cls, cases: Iterable[JudgedCase]) -> Self:
        """Give those of a site: its languages share them."""
        return cls(tuple(published_cases(cases)))

    @cached_property
    def table(self) -> pd.DataFrame:
        """The library's table of the cases, in their order."""
        return library_table(self.cases)

    @cached_property
    def likenesses(self) -> Mapping[str, tuple[Likeness, ...]]:
        """The cases most like each case."""
        return likenesses(self.table)


@dataclass(frozen=True)
class CasesInLanguage:
    """The published cases of a site in one language. Rows are for pages in any folder of the root."""

    site: SiteInLanguage
    published: PublishedCases

    @property
    def cases(self) -> tuple[JudgedCase, ...]:
        """The cases in order."""
        return self.published.cases

    @property
    def table(self) -> pd.DataFrame:
        """The library's table of the cases, in their order."""
        return self.published.table

    @cached_property
    def comparison(self) -> Comparison:
        """In which money the cases are compared."""
        return comparison_of(self.site.config, shipped_money_tables())

    @cached_property
    def result_costs(self) -> ResultCosts:
        """How it is told what one result cost."""
        return ResultCosts(self.site.wording, self.comparison, self.site.thresholds)

    @cached_property
    def results(self) -> Mapping[str, tuple[ResultCost, ...]]:
        """What one result of each measure cost, by measure, the least for comparison first."""
        told = {judged.slug: self.result_costs.of(judged) for judged in self.cases}
        table = results_table(self.cases, self.comparison)
        found: dict[str, list[ResultCost]] = {}
        for slug, measure in zip(table["slug"], table["measure"], strict=True):
            if measure in told[slug]:
                found.setdefault(measure, []).append(told[slug][measure])
        return {measure: tuple(costs) for measure, costs in found.items()}

    @cached_property
    def entries(self) -> Mapping[str, CaseRow]:
        """The cases in short, by slug."""
        return {judged.slug: self._entry(judged) for judged in self.cases}

    def _entry(self, judged: JudgedCase) -> CaseRow:
        w, metrics = self.site.wording, self.site.config.metrics
        return replace(
            case_row(judged, w, IN_A_FOLDER),
            compared=compared_line(judged, w, self.comparison),
            metrics=_own(w, metrics, w.metrics.values(judged, metrics)),
        )

    @cached_property
    def rows(self) -> Mapping[str, Markup]:
        """The row of each case, by slug."""
        return {slug: self.row(one) for slug, one in self.entries.items()}

    @cached_property
    def options(self) -> Mapping[str, tuple[Option, ...]]:
        """The values that the cases have, by the name of the facet."""
        return {facet.name: options(facet, self.table, self.site.wording) for facet in FACETS}

    @property
    def likenesses(self) -> Mapping[str, tuple[Likeness, ...]]:
        """The cases most like each case."""
        return self.published.likenesses

    def row(self, one: CaseRow) -> Markup:
        """Give an entry as the row of a list."""
        filled = self.site.templates.filled("case_row.html", entry=one, t=self.site.wording.t)
        return Markup(filled)  # noqa: S704 -- a template escapes what it prints


_LISTS: Mapping[str, VocabularyList] = {
    "kind": "kinds",
    "sector": "sectors",
    "channels": "channels",
}


def like_view(shelf: CasesInLanguage, slug: str) -> AlikeView | None:
    """Give the cases most like one; None where there are none."""
    like = shelf.likenesses[slug]
    if not like:
        return None
    beside = anchors.comparing((slug, *(one.slug for one in like[: anchors.MOST_COMPARED - 1])))
    return AlikeView(
        tuple(_view(shelf, likeness) for likeness in like),
        Link(shelf.site.wording.t("comparing.with_like"), f"{to_root(IN_A_FOLDER)}/{beside}"),
    )


def _view(shelf: CasesInLanguage, likeness: Likeness) -> LikeView:
    w, other = shelf.site.wording, shelf.entries[likeness.slug]
    return LikeView(
        title=other.title,
        who=f"{other.organisation}, {other.country}, {other.year}",
        shared=JOINT.join(
            w.t(f"like.{column}", value=_label(w, column, value))
            for column, value in likeness.shared
        ),
    )


def _label(w: Wording, column: str, value: str) -> str:
    if column == "size":
        return w.labels.label("size", value)
    return w.labels.term(_LISTS[column], value).text
