"""Every sentence of generated cases, in both languages, is held to rules that hold for any case.

A short run is part of every test run; a long one over a few thousand cases:

    pytest tests/pages/test_every_sentence.py -m slow
"""

import re
from collections.abc import Iterator, Mapping
from itertools import chain

import pytest
from markupsafe import Markup

from roi_casebook.appraisal import JudgedCase
from roi_casebook.appraisal.metrics import metrics_of
from roi_casebook.config import SiteConfig
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.roi.figure_table import shown_as
from roi_casebook.roi.figures import Figure
from roi_casebook.shipped.vocabulary import shipped_vocabulary
from roi_casebook.wording import wording_for
from tests.pages.sentences import DRAWN, sentences
from tests.pages.told import CONFIG, LANGUAGES, unread, view, view_of
from tests.pages.wild_cases import OWN_MEASURE, OWN_WORDS, wild_case

SHORT = range(60)
LONG = range(60, 3000)
SLIPS = {
    "a number that is none": re.compile(r"\b(?:nan|NaN|inf|None)\b|∞"),
    "a place left open": re.compile(r"[{}]|%\("),
    "doubled spaces": re.compile(r"  |\s[.,](?:\s|$)"),
    "doubled punctuation": re.compile(r"(?<![.])[.,;:]\s*[.,;](?![.])|\.\.$|,,|;;"),
    "bound against bound": re.compile(r"at most at least|at least at most|au plus au moins|au moins au plus"),
    "a negative brought back": re.compile(
        r"(?:brought back|bring back|what it br(?:ought|ings):|a rapporté|rapporterait|qu’il rapporte :)"
        r"[^:;]{0,60}?[−-]\u2060?(?:€|US\$|£)?\d"
    ),
    "a bound against its range": re.compile(
        r"(?:at most|at least|au plus|au moins)(?:[^;.:]|\.\d)*8 (?:of 10|tirages sur 10)"
    ),
    "certain chance": re.compile(r"100 % (?:chance|de chances)|100% chance"),
    "an id or a symbol": re.compile(r"\b(?:sgn|petition[-_]names|staff_hours_freed|of_names)\b"),
}  # fmt: skip
OWN = SiteConfig.model_validate({**dict(CONFIG), **OWN_WORDS})
WORDS = shipped_vocabulary().with_own(OWN)
MINUS_NOTHING = re.compile(r"[−-]\u2060?(?:€|US\$|£)?0(?![.,\d])")
NEXT_TO_NOTHING = 1e-9
"""A billionth of a unit and less is written as nothing, by the words' own rule."""
BY_YEAR = (".cash-flow.", ".working.")
"""Where amounts stand year by year: in some years there is nothing."""
NOTHING = re.compile(r"(?<!from )€0(?![.,\d])|(?<!de )(?<![\d.,])0 €")
"""An amount of nothing; a search for a switching value goes from nothing."""
RATE = re.compile(r"\d ?% (?:a year|par an)")
UNDISCOUNTED = re.compile(r"nothing (?:is )?discounted|sans actualisation|rien n[’']est actualisé")


@pytest.mark.parametrize("seed", SHORT)
def test_every_sentence_keeps_the_rules(seed: int) -> None:
    assert not list(broken(seed))


@pytest.mark.slow
@pytest.mark.parametrize("start", range(LONG.start, LONG.stop, 100))
def test_every_sentence_of_many_cases_keeps_the_rules(start: int) -> None:
    assert not list(chain.from_iterable(broken(seed) for seed in range(start, start + 100)))


def broken(seed: int) -> Iterator[str]:
    """Give what breaks a rule in the case of a seed: the rule, where, the sentence."""
    judged = unread(wild_case(seed), words=WORDS)
    yield from (f"{seed}: {slip}" for slip in figures_out_of_order(judged))
    for language in LANGUAGES:
        voice = wording_for(language, LANGUAGES[0], WORDS)
        for place, text in sentences(view_of(CaseInLanguage(judged, voice, OWN))):
            is_by_year = place.endswith(DRAWN) or any(part in place for part in BY_YEAR)
            for rule in slips_of(text, judged, is_by_year=is_by_year):
                yield f"{seed} {language} {place}: {rule}: {text}"


def slips_of(text: str, judged: JudgedCase, *, is_by_year: bool) -> Iterator[str]:
    yield from (rule for rule, slip in SLIPS.items() if slip.search(text))
    if MINUS_NOTHING.search(text) and not has_nought(judged):
        yield "a minus of nothing"
    if NOTHING.search(text) and not (is_by_year or has_nought(judged)):
        yield "nothing where there is something"
    if RATE.search(text) and UNDISCOUNTED.search(text):
        yield "a rate beside nothing discounted"


def has_nought(judged: JudgedCase) -> bool:
    """Tell whether an amount, a figure, a step, or a line in all its years, is nought itself, or next to it."""
    amounts = chain(judged.amounts.values(), *judged.soft.values())
    figures = (one.value for each in figures_by_place(judged) for one in each.values())
    steps = (step.npv for found in judged.conditions.values() for step in found.bridge)
    found = (each for each in chain(amounts, figures, steps) if each is not None)
    return any(abs(each) < NEXT_TO_NOTHING for each in found) or any(
        not array.any(axis=(1, 2)).all()
        for appraisal in judged.readings.values()
        for array in (appraisal.values["costs"], appraisal.values["benefits"])
    )


def figures_out_of_order(judged: JudgedCase) -> Iterator[str]:
    """Give the figures whose reason has percentiles, or whose percentiles stand in no order."""
    for figures in figures_by_place(judged):
        for figure in figures.values():
            if figure.reason and ends(figure):
                yield f"{figure.name} has the reason {figure.reason} and percentiles"
            if shown_as(figure.name) == "share" and any(not 0 <= end <= 1 for end in ends(figure)):
                yield f"{figure.name} has percentiles that are no shares"
            if figure.bound and ends(figure):
                yield f"{figure.name} is called {figure.bound} and has percentiles"
            if ends(figure) != sorted(ends(figure)):
                yield f"{figure.name} has percentiles in no order"


def figures_by_place(judged: JudgedCase) -> Iterator[Mapping[str, Figure]]:
    """Give the figures of each reading, then those of each result in each reading."""
    yield from (each.figures for each in judged.readings.values())
    yield from (one.figures for found in judged.per_result.values() for one in found.values())


def ends(figure: Figure) -> list[float]:
    return [each for each in (figure.p10, figure.p50, figure.p90) if each is not None]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("a negative brought back", "Every euro spent brought back only −€3.64: ROI −464%."),
        (
            "a negative brought back",
            "Chaque euro dépensé a rapporté seulement −3,64 € : ROI −464 %.",
        ),
        ("a negative brought back", "It could have cost no more than what it brought: −€364."),
        ("a bound against its range", "ROI at most 380%, 113% to 651% in 8 of 10 outcomes."),
        ("a bound against its range", "ROI de 3,8 % au plus, de 1 % à 6 % dans 8 tirages sur 10."),
    ],
)
def test_the_rules_find_what_they_were_made_for(rule: str, text: str) -> None:
    assert SLIPS[rule].search(text)


@pytest.mark.parametrize(
    "text",
    [
        "Every euro spent brought back only €0.95: ROI −5.5%, NPV −€1,100.",
        "Chaque euro dépensé a rapporté seulement 0,95 € : ROI −5,5 %.",
        "At least 74% of the benefits must be its own doing. 1% to 6% in 8 of 10 outcomes.",
    ],
)
def test_the_rules_let_pass_what_is_so(text: str) -> None:
    assert not [rule for rule, slip in SLIPS.items() if slip.search(text)]


def test_a_drawing_is_read() -> None:
    drawn = Markup(
        "<svg><title>A chart</title><desc>NPV &minus;€5</desc><text x='1'>€0</text></svg>"
    )
    assert list(sentences(drawn, "chart")) == [
        ("chart", "A chart"), ("chart", "NPV −€5"), ("chart.drawn", "€0")
    ]  # fmt: skip


def test_each_chart_of_a_case_is_read() -> None:
    found = {place for place, _ in sentences(view(unread(wild_case(0))))}
    assert any(place.endswith(".drawn") for place in found)


def test_some_cases_have_a_result_in_an_own_unit_and_metrics_by_measure() -> None:
    found = [unread(wild_case(seed), words=WORDS) for seed in range(24)]
    assert sum(OWN_MEASURE in judged.costs_by_measure for judged in found) > 1
    valued = {
        name
        for judged in found
        for name, one in metrics_of(judged, OWN.metrics).items()
        if one.value is not None
    }
    assert valued == {"head", "hour", "name"}
