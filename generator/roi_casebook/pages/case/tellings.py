"""The life of a claim: who told it first, who repeated it and when; the list of claims says the same.

A date is that of the work in which a source tells the claim: when something was said before it was
printed, a case does not hold.
"""

from collections.abc import Callable, Sequence
from datetime import date

from markupsafe import Markup

from roi_casebook.case import Claim
from roi_casebook.charts import About, ClaimLife, Telling, claim_life_chart
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.written.dates import PartialDate

FEWEST = 2
"""A claim has a life from so many dated tellings on."""


def life_chart(c: CaseInLanguage, chain: Sequence[str], says: Callable[[Claim], str]) -> Markup:
    """Draw the life of a claim with those that repeat it; "" where too few have a date, or none gives a number.

    says: writes what a claim says.
    """
    dated = [name for name in chain if isinstance(_date(c, name), PartialDate)]
    if len(dated) < FEWEST or not any(says(c.case.claims[name]) for name in chain):
        return Markup()
    w, claims = c.wording, c.case.claims
    about = About(
        anchors.of("claim-life", chain[0]),
        _title(c, chain, says),
        w.t("claims.life.description"),
        is_headed=True,
    )
    return claim_life_chart(
        ClaimLife(
            about,
            tuple(_telling(c, chain, name, says(claims[name])) for name in chain),
            origin=w.t("claims.life.origin"),
            repeated=w.t("claims.life.repeated"),
            undated=w.t("claims.life.undated"),
        )
    )


def _date(c: CaseInLanguage, name: str) -> PartialDate | str:
    return c.case.sources[c.case.claims[name].source].date


def _by(c: CaseInLanguage, name: str) -> str:
    return c.wording.texts.author(c.case.sources[c.case.claims[name].source].by)


def _title(c: CaseInLanguage, chain: Sequence[str], says: Callable[[Claim], str]) -> str:
    """Say what became of it: how often it was told, from when to when, whether its number stayed."""
    w = c.wording
    dated = [found for name in chain if isinstance(found := _date(c, name), PartialDate)]
    first, last = min(dated, key=PartialDate.first_day), max(dated, key=PartialDate.last_day)
    ends = [w.times.date(first), w.times.date(last)]
    dates = ends[0] if first == last else w.t("claims.life.dates", first=ends[0], last=ends[1])
    kept = _kept(frozenset(says(c.case.claims[name]) for name in chain))
    return w.t(f"claims.life.{kept}", n=len(chain), dates=dates)


def _kept(said: frozenset[str]) -> str:
    """Tell whether all say one thing; of one that gives no number nothing is told."""
    if "" in said:
        return "told"
    return "stayed" if len(said) == 1 else "changed"


def _telling(c: CaseInLanguage, chain: Sequence[str], name: str, said: str) -> Telling:
    found, before = _date(c, name), c.case.claims[name].repeats
    first, last = _days(found)
    return Telling(
        name=_said(c, name, said),
        when=c.wording.times.date(found),
        first=first,
        last=last,
        repeats=None if before is None or name == chain[0] else chain.index(before),
    )


def _days(found: PartialDate | str) -> tuple[date | None, date | None]:
    if isinstance(found, PartialDate):
        return found.first_day(), found.last_day()
    return None, None


def _said(c: CaseInLanguage, name: str, said: str) -> str:
    by = _by(c, name)
    return c.wording.t("claims.life.says", by=by, says=said) if said else by
