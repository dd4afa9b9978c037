"""The generated sentences: ROI never without cost, NPV and horizon; who had an interest."""

from typing import get_args

import pytest

from roi_casebook.appraisal.basis import Status
from roi_casebook.case.people import People, Person, Role
from roi_casebook.roi.flows import Flows, Line
from tests.wording.voices import (
    EN,
    FR,
    VOICES,
    appraisal_of,
    balance,
    benefit,
    cost,
    plain,
)

GAIN = Flows(1, (cost(6000.0, 0.0),), (benefit(0.0, 12600.0),), discount_rate=0.1)
LOSS = Flows(1, (cost(6000.0, 0.0),), (benefit(0.0, 3300.0),), discount_rate=0.1)
COST_GAP = Flows(
    1, (cost(6000.0, 0.0), Line("x", (0.0, None))), (benefit(0.0, 12600.0),), discount_rate=0.1
)


def test_a_gain() -> None:
    assert plain(EN.say.finding(appraisal_of(GAIN))) == (
        "Every pound spent brought back £1.91 in present value: ROI 91%, on a cost of £6,000; NPV £5,450, over 1 year, "
        "in the payer’s accounts. Nothing is taken off for what would have come anyway."
    )


def test_a_gain_in_french() -> None:
    assert plain(FR.say.finding(appraisal_of(GAIN, counterfactual="net"))) == (
        "Chaque livre dépensée a rapporté 1,91 £ en valeur actuelle : ROI 91 %, pour un coût de 6 000 £ ; VAN 5 450 £, "
        "sur 1 an, dans les comptes du financeur. Ce qui serait venu de toute façon est déduit."
    )


def test_a_loss_says_only() -> None:
    assert "brought back only £0.50 in present value: ROI −50%" in EN.say.finding(
        appraisal_of(LOSS)
    )


NOTHING = Flows(0, (cost(6000.0),), (benefit(0.0),))


@pytest.mark.parametrize(
    ("status", "english", "french"),
    [
        ("observed", "Nothing came back: ROI −100%", "Rien n’est revenu : ROI −100 %"),
        (
            "forecast",
            "Nothing is forecast to come back: ROI −100%",
            "Selon la prévision, rien ne reviendra : ROI −100 %",
        ),
    ],
)
def test_where_nothing_came_back_it_says_so(status: Status, english: str, french: str) -> None:
    appraisal = appraisal_of(NOTHING, status=status)
    assert plain(EN.say.finding(appraisal)).startswith(english)
    assert plain(FR.say.finding(appraisal)).startswith(french)


def test_what_is_not_discounted_is_not_called_a_present_value() -> None:
    at_once = appraisal_of(Flows(0, (cost(100.0),), (benefit(130.0),)))
    assert EN.say.finding(at_once).startswith("Every pound spent brought back £1.30: ROI 30%")


def test_a_bound_is_a_bound_throughout() -> None:
    shown = plain(FR.say.finding(appraisal_of(COST_GAP, currency="USD", status="estimated")))
    assert shown.startswith(
        "Chaque dollar dépensé a rapporté, selon une estimation, au plus 1,91 $US en valeur actuelle : ROI au plus 91 %, "
        "pour un coût d’au moins 6 000 $US ; VAN au plus 5 450 $US"
    )


@pytest.mark.parametrize("status", get_args(Status))
def test_every_status_has_its_sentence(status: Status) -> None:
    for voice in VOICES:
        shown = voice.say.finding(appraisal_of(GAIN, status=status))
        for name in ("roi", "npv"):
            assert voice.names.short_name(name) in shown
        assert voice.numbers.money(6000, "GBP") in shown


@pytest.mark.parametrize(
    ("currency", "english", "french"),
    [
        ("JPY", "Every yen spent", "Chaque yen dépensé"),
        ("SEK", "Every Swedish krona spent", "Chaque couronne suédoise dépensée"),
        ("PLN", "Every Polish zloty spent", "Chaque unité (zloty polonais) dépensée"),
    ],
)
def test_every_currency_is_named_in_words(currency: str, english: str, french: str) -> None:
    gain = appraisal_of(GAIN, currency=currency)
    assert EN.say.finding(gain).startswith(english)
    assert FR.say.finding(gain).startswith(french)


def test_only_the_balance() -> None:
    lost = Flows(0, balances=(balance(-12500.0),))
    assert EN.say.finding(appraisal_of(lost)) == (
        "No ROI: only the balance is known, not cost and benefit apart. "
        "NPV is −\u2060£12,500, over less than a year."
    )


def test_neither_cost_nor_benefit() -> None:
    unknown = Flows(1, (cost(None, 0.0),), (benefit(0.0, None),), discount_rate=0.1)
    assert EN.say.finding(appraisal_of(unknown)) == (
        "No ROI: the cost is not known. What came back in money is not known."
    )
    assert EN.say.cost(appraisal_of(unknown)) == "The cost is not known."


def test_a_cost_without_a_benefit_is_still_told() -> None:
    unknown = Flows(2, (cost(50.0, 50.0, 0.0),), (benefit(0.0, None, None),), discount_rate=0.1)
    assert plain(EN.say.finding(appraisal_of(unknown))) == (
        "No ROI: what came back in money is not known. "
        "It cost £95.45 in present value, over 2 years."
    )


# Who had an interest -----------------------------------------------------------------------------


def people(**roles: Person) -> People:
    nobody = Person(role="nobody")
    asked = {"paid": nobody, "measured": nobody, "wrote": nobody, "checked": nobody} | roles
    return People.model_validate({part: one.model_dump() for part, one in asked.items()})


def test_who_had_an_interest() -> None:
    asked = people(
        paid=Person(role="payer", name="IBM"),
        measured=Person(role="vendor", name="Acme"),
        wrote=Person(role="employee-of-payer"),
    )
    assert EN.say.interest(asked) == (
        "Paid for by IBM; measured by Acme (vendor); written up by an employee of the payer; "
        "checked by nobody."
    )
    assert plain(FR.say.interest(asked)) == (
        "Payé par IBM ; mesuré par Acme (fournisseur) ; relaté par un membre du personnel du financeur ; "
        "vérifié par personne."
    )


def test_a_payer_without_a_name() -> None:
    asked = people(paid=Person(role="payer"), wrote=Person(role="payer"))
    assert EN.say.interest(asked).startswith("Paid for by a payer who is not named; ")
    assert "; written up by the payer; " in EN.say.interest(asked)
    assert FR.say.interest(asked).startswith("Payé par un financeur non nommé")


@pytest.mark.parametrize("role", get_args(Role))
def test_every_role_can_stand_everywhere(role: Role) -> None:
    person = Person(role=role)
    for voice in VOICES:
        shown = voice.say.interest(
            people(paid=person, measured=person, wrote=person, checked=person)
        )
        assert shown.endswith(".")
        assert "{" not in shown
