"""The home page: what the library is, one claim followed to its origin, what the cases show.

Then those with the strongest evidence as cards, the next by name, and how to read a case.

One claim followed to its origin, for the home page: the longest way on which it became untrue.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from roi_casebook.appraisal import JudgedCase
from roi_casebook.appraisal.claims.verdict import UNTRUE, Verdict
from roi_casebook.appraisal.evidence.ratings import Direction
from roi_casebook.pages.case.claims import says_text
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import CaseInLanguage, SiteInLanguage
from roi_casebook.pages.parts.case_rows import CaseRow, case_rows, published_cases, titled
from roi_casebook.pages.parts.links import Link
from roi_casebook.pages.parts.page import Page, Section
from roi_casebook.pages.parts.standing import as_it_may_stand
from roi_casebook.wording import Wording, Written


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


def trail_view(site: SiteInLanguage, cases: Sequence[JudgedCase]) -> TrailView | None:
    """Give the longest way to a claim that hardly can be true; None where no repeated one is such."""
    ways = [(judged, verdict) for judged in cases for verdict in _untrue(judged)]
    if not ways:
        return None
    judged, verdict = max(ways, key=lambda way: len(way[1].chain))
    c = CaseInLanguage(judged, site.wording, site.config)
    return TrailView(
        case=titled(judged, site.wording, anchors.HOME),
        steps=tuple(_step(c, one.claim) for one in verdict.chain),
    )


def _untrue(judged: JudgedCase) -> Iterator[Verdict]:
    """Give the verdicts on claims that cannot, or hardly can, be true and that repeat another."""
    for verdict in judged.verdicts.values():
        if verdict.state in UNTRUE and len(verdict.chain) > 1:
            yield verdict


def _step(c: CaseInLanguage, name: str) -> TrailStep:
    w, claim = c.wording, c.case.claims[name]
    source = c.case.sources[claim.source]
    found = w.verdicts.verdict(c.judged.verdicts[name], c.case)
    return TrailStep(
        by=w.t("claims.by", by=w.texts.author(source.by), date=w.times.date(source.date)),
        says=says_text(c.wording, c.values, claim),
        quote=w.texts.quotation(claim.quote, source.lang),
        state=found.state,
        label=found.label,
        doubts=found.doubts[:1],
    )


CARDS = 3
"""As many cases stand as cards, the strongest evidence first."""
SHOWN = 15
"""As many cases stand on the home page; the catalogue has all."""
COUNTED = frozenset({"positive", "no_effect", "negative"})
"""Ways in which a result may point that are counted even where no case does: nought is told too."""


@dataclass(frozen=True)
class Count:
    """A number of cases, and what became of them."""

    label: str
    number: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class HomeView:
    """The home page. counts: what became of the cases; found: how they were found, in a sentence.

    best: the first cases, as cards; others: the next ones, by name.
    """

    trail: TrailView | None
    counts: tuple[Count, ...]
    found: str
    best: tuple[CaseRow, ...]
    others: tuple[CaseRow, ...]
    catalogue: Link
    guide: Link | None
    questions: Link | None
    insights: Link
    method: Link
    sources: Link


def home_page(site: SiteInLanguage) -> Page:
    """Make the home page of a language."""
    w, title = site.wording, site.wording.texts.written(site.config.title).text
    view = home_view(site)
    return Page(
        kind="home",
        language=w.language,
        address=anchors.HOME,
        title=title,
        description=w.texts.written(site.config.tagline).text,
        heading=w.texts.written(site.config.tagline).text,
        sections=(
            *([Section("trail", w.t("home.trail"))] if view.trail else []),
            Section("counts", w.t("home.counts")),
            Section("cases", w.t("home.best")),
            Section("how-to-read", w.t("home.how_to_read")),
        ),
        body=site.templates.filled("home.html", home=view, t=w.t),
        alternates=site.alternates(anchors.HOME),
    )


def home_view(site: SiteInLanguage) -> HomeView:
    """Compose the home page."""
    w, cases = site.wording, published_cases(site.cases)
    shown = case_rows(cases[:SHOWN], w, anchors.HOME)
    return HomeView(
        trail=trail_view(site, cases),
        counts=tuple(_counts(w, cases)),
        found=_found(w, cases),
        best=shown[:CARDS],
        others=shown[CARDS:],
        catalogue=Link(w.t("home.all_cases", n=len(cases)), anchors.CASES),
        guide=Link(w.t("home.guide"), anchors.GUIDE) if site.beside.guide else None,
        questions=Link(w.t("questions.title"), anchors.QUESTIONS)
        if site.beside.questions
        else None,
        insights=Link(w.t("insights.title"), anchors.INSIGHTS),
        method=Link(w.t("home.method"), anchors.METHOD),
        sources=Link(w.t("home.sources"), anchors.SOURCES),
    )


def _counts(w: Wording, cases: Sequence[JudgedCase]) -> Iterator[Count]:
    """Say what became of the cases: gain, loss, a bound alone, or no figure and why."""
    yield Count(w.t("home.count"), w.numbers.number(len(cases)))
    npvs = [(judged, as_it_may_stand(judged, judged.leading, "npv")) for judged in cases]
    directions = Counter(judged.evidence.direction for judged, npv in npvs if npv.value is not None)
    for name in get_args(Direction):
        if directions[name] or name in COUNTED:
            yield Count(w.t(f"home.{name}"), w.numbers.number(directions[name]))
    reasons = Counter(npv.reason for _, npv in npvs if npv.reason)
    if reasons:
        ordered = sorted(reasons.items(), key=lambda entry: (-entry[1], entry[0]))
        because = (
            w.t("home.because", n=n, because=w.figures.reason_short(why)) for why, n in ordered
        )
        yield Count(w.t("home.without"), w.numbers.number(reasons.total()), tuple(because))


def _found(w: Wording, cases: Sequence[JudgedCase]) -> str:
    """Say how the cases were found: a library holds what its sources select."""
    found = Counter(judged.case.found_by for judged in cases)
    ordered = sorted(found.items(), key=lambda entry: (-entry[1], entry[0]))
    listed = [w.t("home.found_n", n=n, how=w.labels.label("found_by", how)) for how, n in ordered]
    return w.t("home.found", list=w.catalogue.listed(listed))
