"""About a case: who and what it is, its time, money and conventions, and how it came to the library."""

from collections.abc import Iterator

from roi_casebook.appraisal.amounts import formula_value
from roi_casebook.appraisal.case_flows import rate_of, timing_of
from roi_casebook.case import Input, Person
from roi_casebook.pages.case.evidence import observed_text, time_needed
from roi_casebook.pages.case.lines import input_links
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.anchors import CASE
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.links import Fact, Link


def about_view(told: CaseInLanguage) -> tuple[Fact, ...]:
    """Give the facts of a case that no other section shows."""
    return (*_organisation(told), *_initiative(told), *_time(told), *_money(told), *_library(told))


def interest_view(told: CaseInLanguage) -> tuple[Fact, ...]:
    """Say who paid, measured, wrote and checked."""
    people = told.case.people
    return tuple(
        Fact(told.wording.t(f"interest.{asked}"), _person(told, asked, getattr(people, asked)))
        for asked in ("paid", "measured", "wrote", "checked")
    )


def _person(told: CaseInLanguage, asked: str, person: Person) -> str:
    """Name a person with the role; that who paid is the payer need not be said."""
    is_payer = asked == "paid" and person.role == "payer"
    return person.name if is_payer and person.name else told.wording.labels.person(person)


def _organisation(told: CaseInLanguage) -> Iterator[Fact]:
    w, own = told.wording, told.case.organisation
    yield Fact(w.t("about.organisation"), own.name)
    yield Fact(w.t("about.sector"), w.labels.term("sectors", own.sector).text)
    yield Fact(w.t("about.size"), w.labels.label("size", own.size))
    yield Fact(w.t("about.country"), w.labels.country(own.country))
    if own.revenue:
        value = formula_value(own.revenue, told.judged.amounts)
        text = told.computed(value, told.unit_of_formula(own.revenue))
        yield Fact(w.t("about.revenue"), text, input_links(told, own.revenue))


def _initiative(told: CaseInLanguage) -> Iterator[Fact]:
    w, own = told.wording, told.case.initiative
    channels = [w.labels.term("channels", channel).text for channel in own.channels]
    yield Fact(w.t("about.kind"), w.labels.term("kinds", own.kind).text)
    yield Fact(w.t("about.channels"), ", ".join(channels))
    yield Fact(w.t("about.objective"), w.labels.term("objectives", own.objective).text)
    yield Fact(w.t("about.perspective"), w.labels.label("perspective", told.case.perspective))


def _time(told: CaseInLanguage) -> Iterator[Fact]:
    w, period = told.wording, told.case.period
    yield Fact(w.t("about.start"), w.times.date(period.start))
    yield Fact(w.t("about.horizon"), w.times.horizon(period.years))
    yield Fact(w.t("about.observed"), observed_text(told))
    links: tuple[Link, ...] = ()
    if isinstance(told.case.time_to_effect, Input):
        anchor = anchors.of("input", CASE, "time_to_effect")
        links = (Link(w.t("about.why"), f"#{anchor}"),)
    yield Fact(w.t("about.time_to_effect"), time_needed(told), links)


def _money(told: CaseInLanguage) -> Iterator[Fact]:
    w, money, case = told.wording, told.case.money, told.case
    prices = w.t(f"prices.{money.prices}", year=str(money.price_year))
    yield Fact(
        w.t("about.money"), w.t("about.currency_prices", currency=told.currency, prices=prices)
    )
    rate = rate_of(case, told.config)
    site_rate = getattr(told.config.discount_rate, money.prices)
    why = money.discount_rate.why if money.discount_rate else site_rate.why if site_rate else None
    yield Fact(
        w.t("about.rate"),
        w.t("rate.missing") if rate is None else w.numbers.percent_exact(rate),
        note=w.texts.written(why) if why else None,
    )
    yield Fact(
        w.t("about.timing"),
        w.labels.label("timing", timing_of(case, told.config)),
        note=w.texts.written(money.timing.why) if money.timing else None,
    )


def _library(told: CaseInLanguage) -> Iterator[Fact]:
    w, case = told.wording, told.case
    yield Fact(w.t("about.found_by"), w.labels.label("found_by", case.found_by))
    yield Fact(w.t("about.checked"), w.times.date(case.checked))
    yield Fact(w.t("about.state"), w.labels.label("state", case.state))
    yield Fact(w.t("about.slug"), links=(Link(told.public_address, told.public_address),))
    yield Fact(w.t("about.data"), links=(Link(f"{told.judged.slug}.yml", told.data_file),))
    if case.formerly:
        yield Fact(w.t("about.formerly"), ", ".join(case.formerly))
    yield Fact(w.t("about.format"), str(case.format))
    licence = "https://creativecommons.org/licenses/by/4.0/"
    yield Fact(w.t("about.licence"), links=(Link(w.t("about.cc_by"), licence),))
