"""Figures with their bounds, reasons in sentences, the basis."""

from typing import get_args

import pytest

from roi_casebook.roi.figure_table import MONEY_FIGURES
from roi_casebook.roi.figures import Bound, Figure, Reason
from roi_casebook.roi.flows import Flows
from tests.roi.sided import bounded
from tests.wording.voices import EN, FR, VOICES, appraisal_of, benefit, cost, plain


def test_a_value_and_a_bound() -> None:
    shown = EN.figures.figure(bounded("roi", "ratio", 0.47, "at_most"), "GBP")
    assert (shown.kind, shown.qualifier, shown.text, shown.whole) == (
        "bound",
        "at most",
        "47%",
        "at most 47%",
    )
    assert EN.figures.figure(Figure("npv", "money", -29729.5), "EUR").whole == "−\u2060€29,700"


@pytest.mark.parametrize(
    ("figure", "english", "french"),
    [
        (Figure("roi", "ratio", 25.3), "25.3 times the cost", "25,3 fois le coût"),
        (Figure("bcr", "ratio", 0.707), "0.707", "0,707"),
        (Figure("irr", "ratio", 19.12), "more than 1,000%", "plus de 1 000 %"),
        (bounded("irr", "ratio", 19.12, "at_most"), "at most 1,910%", "au plus 1 910 %"),
        (Figure("payback_months", "month", 31.2), "2 years and 8 months", "2 ans et 8 mois"),
        (
            Figure("payback_months", "month", 39, again=True),
            "3 years and 3 months, after falling short again",
            "3 ans et 3 mois, après un nouveau déficit",
        ),
        (
            bounded("payback_months", "month", 5, "at_least"),
            "at the earliest within year 1 (yearly data)",
            "au plus tôt dans la première année (données annuelles)",
        ),
        (Figure("chance_positive", "ratio", 0.0), "less than 1%", "moins de 1 %"),
        (Figure("chance_positive", "ratio", 1.0), "more than 99%", "plus de 99 %"),
        (Figure("chance_positive", "ratio", 0.314), "31%", "31 %"),
        (bounded("chance_positive", "ratio", 0.0, "at_most"), "less than 1%", "moins de 1 %"),
        (bounded("chance_positive", "ratio", 1.0, "at_least"), "more than 99%", "plus de 99 %"),
        (
            bounded("chance_positive", "ratio", 0.999, "at_most"),
            "not known: an unknown part decides",
            "inconnue : cela dépend d’un élément inconnu",
        ),
        (
            bounded("chance_positive", "ratio", 0.0, "at_least"),
            "not known: an unknown part decides",
            "inconnue : cela dépend d’un élément inconnu",
        ),
        (bounded("chance_positive", "ratio", 0.5, "at_most"), "at most 50%", "au plus 50 %"),
        (Figure("break_even_attribution", "ratio", 0.99), "99%", "99 %"),
        (Figure("break_even_attribution", "ratio", 7.71), "more than 100%", "plus de 100 %"),
        (
            bounded("break_even_attribution", "ratio", 54.0, "at_least"),
            "more than 100%",
            "plus de 100 %",
        ),
        (
            bounded("break_even_attribution", "ratio", 1.5, "at_most"),
            "at most 150%",
            "au plus 150 %",
        ),
    ],
)
def test_each_kind_of_figure(figure: Figure, english: str, french: str) -> None:
    assert plain(EN.figures.figure(figure, "EUR").whole) == english
    assert plain(FR.figures.figure(figure, "EUR").whole) == french


def test_percentiles_give_a_range() -> None:
    drawn = Figure("roi", "ratio", -0.29, p10=-0.61, p50=-0.46, p90=-0.28)
    assert (
        EN.figures.figure(drawn, "EUR").range
        == "−61% to −28% in 8 of 10 outcomes, half of them below −46%"
    )
    assert EN.figures.figure(Figure("roi", "ratio", -0.29), "EUR").range == ""


@pytest.mark.parametrize("reason", get_args(Reason))
def test_every_reason_is_one_clear_sentence_for_every_figure(reason: Reason) -> None:
    for voice in VOICES:
        assert voice.figures.reason(reason).endswith(".")
        assert voice.figures.reason(reason)[0].isupper()
        assert len(voice.figures.reason_short(reason)) < 40
        for name, rule in MONEY_FIGURES.items():
            shown = voice.figures.figure(Figure(name, rule.unit, reason=reason), "EUR")
            assert shown.reason.endswith(".")
            assert shown.whole == voice.figures.reason_short(reason)
            assert " de a" not in shown.reason.split(":")[0]


def test_a_reason_names_its_figure() -> None:
    assert EN.figures.reason("only_net_known", "roi") == (
        "No ROI: only the balance is known, not cost and benefit apart."
    )
    assert plain(FR.figures.reason("cost_unknown", "break_even_attribution")) == (
        "Pas de part d’attribution au seuil de rentabilité : le coût n’est pas connu."
    )
    assert EN.figures.reason("single_point", "chance_positive").startswith(
        "The chance that it pays back"
    )


def test_several_rates_are_all_named() -> None:
    figure = Figure("irr", "ratio", reason="multiple_roots", roots=(0.1, 0.4))
    assert EN.figures.figure(figure, "EUR").reason.endswith("The rates are 10% and 40%.")


def test_the_basis_in_chips_and_in_a_sentence() -> None:
    flows = Flows(3, (cost(1.0, 0.0, 0.0, 0.0),), (benefit(0.0, 1.0, 1.0, 1.0),), discount_rate=0.1)
    basis = appraisal_of(flows, benefit="margin", counterfactual="net", prices="real").basis
    assert [plain(chip) for chip in EN.say.basis(basis).chips] == [
        "observed",
        "hard: the payer’s accounts",
        "contribution margin counted",
        "net of what would have come anyway",
        "constant prices of 2010",
        "10% a year, end of year",
        "over 3 years",
        "GBP",
    ]
    assert plain(FR.say.basis(basis).sentence) == (
        "Ces chiffres sont observés, dans les comptes du financeur : marge sur coûts variables, net de ce "
        "qui serait venu de toute façon. Montants en GBP, prix constants de 2010 ; actualisé à 10 % "
        "par an, flux en fin d’année ; sur 3 ans."
    )


def test_a_basis_without_a_rate_or_a_year() -> None:
    short = appraisal_of(Flows(0, (cost(1.0),), (benefit(1.0),))).basis
    assert "nothing discounted" in EN.say.basis(short).chips
    rateless = appraisal_of(Flows(1, (cost(1.0, 0.0),), (benefit(0.0, 1.0),))).basis
    assert "no discount rate stated" in EN.say.basis(rateless).chips


def test_no_rate_is_not_told_as_no_outlay_where_there_is_one() -> None:
    flows = Flows(2, (cost(900.0, 0.0, 9000.0),), (benefit(0.0, 300.0, 0.0),), discount_rate=0.1)
    reason = appraisal_of(flows).figures["irr"].reason
    assert reason == "no_sign_change"
    assert "never makes up for the other" in EN.figures.reason(reason, "irr")


def test_a_soft_switching_value_of_nothing_says_what_that_means() -> None:
    def said(bound: Bound | None) -> str:
        return EN.figures.figure(bounded("soft_switching_value", "money", 0.0, bound), "GBP").whole

    assert said(None) == said("at_most") == "hard results alone pay back"
    assert said("at_least") == "undecided, since something is unknown"
