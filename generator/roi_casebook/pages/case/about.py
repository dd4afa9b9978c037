"""About a case: who and what it is, its time, money and conventions, and how it came to the library."""

from collections.abc import Iterator

from roi_casebook.appraisal.amounts import formula_value
from roi_casebook.appraisal.rate_in_force import rate_in_force, timing_of
from roi_casebook.case import Case, Input, Person
from roi_casebook.case.people import ALL, Payer
from roi_casebook.pages.case.evidence import observed_text, time_needed
from roi_casebook.pages.case.passed_on.linked_data import LICENCE
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.anchors import CASE
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.links import Fact, Link
from roi_casebook.roi.discounting.bands import Rate
from roi_casebook.roi.figure_table import FIGURES
from roi_casebook.wording import Wording
from roi_casebook.wording.typography import capitalised


def about_view(c: CaseInLanguage) -> tuple[Fact, ...]:
    """Give the facts of a case that no other section shows."""
    return (*_organisation(c), *_initiative(c.case, c.wording), *_time(c), *_money(c), *_library(c))


def interest_view(case: Case, w: Wording) -> tuple[Fact, ...]:
    """Say who paid, measured, wrote and checked."""
    people = case.people
    return tuple(
        Fact(w.t(f"interest.{asked}"), _person(w, asked, getattr(people, asked)))
        for asked in ("paid", "measured", "wrote", "checked")
    )


def _person(w: Wording, asked: str, person: Person) -> str:
    """Name a person with the role; that who paid is the payer need not be said."""
    is_payer = asked == "paid" and person.role == "payer"
    name = (person.name or w.t("interest.not_named")) if is_payer else w.labels.person(person)
    body = person.body if isinstance(person, Payer) and person.body != person.role else None
    return w.t("interest.body", name=name, body=w.labels.label("body", body)) if body else name


def _organisation(c: CaseInLanguage) -> Iterator[Fact]:
    w, own = c.wording, c.case.organisation
    yield Fact(w.t("about.organisation"), own.name)
    yield Fact(w.t("about.sector"), w.labels.term("sectors", own.sector).text)
    yield Fact(w.t("about.size"), w.labels.label("size", own.size))
    yield Fact(w.t("about.country"), w.labels.country(own.country))
    if own.revenue:
        value = formula_value(own.revenue, c.judged.amounts)
        text = c.values.computed(value, c.values.unit_of_formula(own.revenue))
        if own.revenue_year:
            text = w.t("about.revenue_of", value=text, year=str(own.revenue_year))
        yield Fact(w.t("about.revenue"), text, c.links.inputs_of(own.revenue))


def _initiative(case: Case, w: Wording) -> Iterator[Fact]:
    own = case.initiative
    channels = [w.labels.term("channels", channel).text for channel in own.channels]
    yield Fact(w.t("about.kind"), w.labels.term("kinds", own.kind).text)
    yield Fact(w.t("about.channels"), ", ".join(channels))
    yield Fact(w.t("about.objective"), w.labels.term("objectives", own.objective).text)
    yield Fact(w.t("about.perspective"), w.labels.label("perspective", case.perspective))


def _time(c: CaseInLanguage) -> Iterator[Fact]:
    w, period = c.wording, c.case.period
    yield Fact(w.t("about.start"), w.times.date(period.start))
    yield Fact(w.t("about.horizon"), w.times.horizon(period.years))
    yield Fact(w.t("about.observed"), observed_text(c.case, c.values))
    links: tuple[Link, ...] = ()
    if isinstance(c.case.time_to_effect, Input):
        anchor = anchors.of("input", CASE, "time_to_effect")
        links = (Link(w.t("about.why"), f"#{anchor}"),)
    yield Fact(w.t("about.time_to_effect"), time_needed(c), links)


def _money(c: CaseInLanguage) -> Iterator[Fact]:
    w, money, case = c.wording, c.case.money, c.case
    prices = w.labels.prices(money.prices, money.year_of_prices)
    yield Fact(
        w.t("about.money"), w.t("about.currency_prices", currency=c.values.currency, prices=prices)
    )
    if money.year_of_prices is None:
        yield Fact(w.t("about.comparison"), w.t("about.not_compared"))
    yield from _rates(c)
    if not money.already_discounted:
        yield Fact(
            w.t("about.timing"),
            w.labels.label("timing", timing_of(case, c.config)),
            note=w.texts.written(money.timing.why) if money.timing else None,
        )


def _check(c: CaseInLanguage) -> Iterator[Fact]:
    """Say when the numbers were checked, what was seen, and which of them it covers."""
    w, check = c.wording, c.case.people.checked
    covered = check.covers or ()
    links = tuple(c.links.input(name) for name in covered if name in c.case.inputs)
    said = [
        *([w.times.date(check.date)] if check.date else []),
        *([w.t("about.check_of_all")] if ALL in covered else []),
    ]
    if said or links or check.saw:
        note = w.texts.written(check.saw) if check.saw else None
        yield Fact(w.t("about.check"), w.t("interest.joint").join(said), links, note)


def _review(c: CaseInLanguage) -> Iterator[Fact]:
    """Say when somebody who did not write the case held it against its sources, and what that found."""
    w, review = c.wording, c.review
    if review is None:
        return
    yield Fact(w.t("about.review"), w.times.date(review.on), note=w.texts.written(review.checked))
    if review.found:
        yield Fact(w.t("about.review_found"), note=w.texts.written(review.found))


def _rates(c: CaseInLanguage) -> Iterator[Fact]:
    """Give the discount rate, whose it is and why, and those of the modified return that are others."""
    w, found = c.wording, rate_in_force(c.case, c.config)
    text = w.t("rate.missing") if found.rate is None else _rate(c, found.rate)
    note = w.texts.written(found.why) if found.why else None
    yield Fact(w.t("about.rate"), " ".join([f"{text}.", w.rates.why_in_force(found)]), note=note)
    for name in ("finance_rate", "reinvestment_rate"):
        if own := getattr(c.case.money, name):
            label = capitalised(w.names.full_name(name))
            yield Fact(label, w.rates.a_year(own.value), note=w.texts.written(own.why))


def _rate(c: CaseInLanguage, rate: Rate) -> str:
    """Write the discount rate, or that no figure needs it: beside these it is said that none does."""
    is_used = any(
        figure.value and each.flows.years and each.basis.of_figure(name).is_discounted
        for each in c.judged.readings.values()
        for name, figure in each.figures.items()
        if name in FIGURES
    )
    text = c.wording.rates.a_year(rate)
    return text if is_used else c.wording.t("about.rate_not_used", rate=text)


def _library(c: CaseInLanguage) -> Iterator[Fact]:
    w, case = c.wording, c.case
    yield Fact(w.t("about.found_by"), w.labels.label("found_by", case.found_by))
    yield Fact(w.t("about.checked"), w.times.date(case.checked))
    yield from _check(c)
    yield from _review(c)
    yield Fact(w.t("about.state"), w.labels.label("state", case.state))
    yield Fact(w.t("about.slug"), links=(Link(c.addresses.public, c.addresses.public),))
    yield Fact(w.t("about.data"), links=(Link(f"{c.judged.slug}.yml", c.addresses.data_file),))
    if case.formerly:
        yield Fact(w.t("about.formerly"), ", ".join(case.formerly))
    yield Fact(w.t("about.format"), str(case.format))
    yield Fact(w.t("about.licence"), links=(Link(w.t("about.cc_by"), LICENCE),))
