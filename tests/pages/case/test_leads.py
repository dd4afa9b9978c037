"""The first screen of what no return of ours leads: a published return as claimed, social value."""

import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from roi_casebook.pages.case.about import interest_view
from roi_casebook.pages.case.first_screen.leads import lead_line
from roi_casebook.pages.parts.case_rows import case_row
from tests.pages.told import judged, page, parsed, telling, text_of, view
from tests.wording.voices import EN

Raw = dict[str, Any]
WALKING = yaml.safe_load(
    (Path(__file__).parents[1] / "social_case.yml").read_text(encoding="utf-8")
)
RANGE = r"SROI ratio 2\.4\d to 4\.4\d"
"""At 409.54 and 745.08 in place of 500: 2.462 and 4.479."""
PRICE = {"low": 300, "likely": 500, "high": 900, "quote": "300 to 900, most often 500"}


def social_alone(**price: Any) -> Raw:  # noqa: ANN401 -- fields of an input
    """Give the made-up case with its social value alone; price: fields of its proxy, None for none."""
    raw: Raw = deepcopy(WALKING)
    raw["benefits"].pop("rent")
    raw["inputs"].pop("saved")
    raw["inputs"]["worth"] = {
        **{key: own for key, own in raw["inputs"]["worth"].items() if key != "value"},
        **(price or PRICE),
    }
    worth = raw["inputs"]["worth"]
    raw["inputs"]["worth"] = {key: own for key, own in worth.items() if own is not None}
    return raw


def claimed(*, says: Raw, cost: bool = False, gain: bool = False) -> Raw:
    """Give the made-up case with one claim; cost, gain: whether that side is known."""
    raw: Raw = deepcopy(WALKING)
    raw["benefits"].pop("health")
    known = {"spent": cost, "saved": gain}
    raw["inputs"] = {name: own for name, own in raw["inputs"].items() if known.get(name)}
    looked = {"amount": "unknown", "looked": {"en": "all over", "fr": "partout"}}
    raw["costs"]["running"] |= {} if cost else looked
    raw["benefits"]["rent"] |= {} if gain else looked
    raw["claims"] = {"ratio": {"says": says, "quote": "280% or so", "source": "paper"}}
    return raw


RATIO = {"what": "roi", "value": "280%"}


# Social value --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "label", "npv", "none"),
    [
        ("en", "SROI ratio", r"social NPV £29,\d00 to £69,\d00", "no return in money"),
        ("fr", "Ratio SROI", r"VAN sociale de 29 \d00 £ à 69 \d00 £", "aucun retour en argent"),
    ],
)
def test_social_value_alone_leads_by_its_ratio(
    language: str, label: str, npv: str, none: str
) -> None:
    case = judged(social_alone())
    shown = view(case, language)
    cost, lead, evidence = shown.first.strip
    said = " ".join(lead.qualifiers).replace("\u202f", " ").replace("\u00a0", " ")
    assert case.leads.kind == "social"
    assert (lead.label, lead.is_lead, lead.is_reason, cost.is_lead) == (label, True, False, False)
    assert re.search(npv, said)  # at the triangle's 409.54 and 745.08: 29,242 and 69,587
    assert none in said
    assert lead.note is not None
    assert evidence.sign == view(case, "en").first.strip[2].sign


def test_its_locks_are_those_of_the_social_lane_with_its_prices() -> None:
    case = judged(social_alone())
    assert case.leads.locks == case.social_locks[None]
    assert case.leads.locks.money == 3  # of research: the price too
    assert "A claim only" not in text_of(page(case).body)


def test_social_value_stands_before_the_soft_results_that_it_has_not() -> None:
    ids = [node.attributes["id"] for node in parsed(page(judged(social_alone())).body).css("h2")]
    assert "social" in ids
    assert "soft" not in ids
    both = [node.attributes["id"] for node in parsed(page(judged(WALKING)).body).css("h2")]
    assert "soft" not in both or both.index("soft") < both.index("social")


def test_its_gist_names_the_gain_the_prices_and_what_must_be_true() -> None:
    facts = {fact.name: fact for fact in view(judged(social_alone())).first.gist}
    assert re.match(RANGE, facts["Worth to others"].text)
    assert [link.text for link in facts["Proxies"].links] == ["Worth of health for one"]
    assert "no less than that: £20,000" in facts["What would have to be true"].text
    assert "Not counted in money" not in facts


def test_its_gist_names_no_price_of_another_reading() -> None:
    raw = social_alone()
    raw["inputs"]["rest"] = raw["inputs"]["worth"] | {"label": {"en": "ZZworth", "fr": "ZZvaleur"}}
    raw["benefits"]["rested"] = raw["benefits"]["health"] | {"amount": "people * rest * year"}
    raw["readings"] = {
        "few": {"label": {"en": "Few", "fr": "Peu"}, "lines": ["running", "health"]},
        "all": {"label": {"en": "All", "fr": "Tout"}, "lines": ["running", "health", "rested"]},
    }
    names = {}
    for reading in raw["readings"]:
        raw["headline"] = {"reading": reading, "because": {"en": "a test", "fr": "un essai"}}
        facts = {fact.name: fact for fact in view(judged(raw), "en").first.gist}
        names[reading] = [link.text for link in facts["Proxies"].links]
    assert names == {
        "few": ["Worth of health for one"],
        "all": ["Worth of health for one", "ZZworth"],
    }


def test_its_chips_and_its_line_in_lists_are_of_the_lane() -> None:
    case = judged(social_alone())
    assert "social value: priced by proxy, for others" in view(case).first.chips
    assert re.match(RANGE, lead_line(telling(case)).figures)


def test_what_was_measured_too_early_is_told_nowhere_before_its_lane() -> None:
    raw = social_alone() | {"period": {"start": "2019-03", "years": 3, "observed_months": 3}}
    case = judged(raw)
    first, line = view(case).first, lead_line(telling(case)).figures
    facts = {fact.name: fact.text for fact in first.gist}
    assert first.strip[1].qualifiers == ("no return in money",)
    assert "measured too early" in facts["Worth to others"]
    assert line.startswith("SROI ratio measured too early")
    assert not re.search(RANGE, facts["Worth to others"] + line)


def test_a_price_of_ours_does_not_lead() -> None:
    case = judged(social_alone(value=500, source=None, quote=None, assumption="a guess"))
    assert case.leads.kind is None
    assert case.leads.locks == case.social_locks[None]
    assert view(case).first.strip[1].is_reason


# A published return --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cost", "gain", "implied"),
    [
        (True, False, "would mean: £76,000 came back"),  # 20,000 times 3.8
        (False, True, "would mean: it cost £229"),  # 1,000 less a tenth, at 3.5 %: 869.57 over 3.8
        (False, False, ""),
    ],
)
def test_a_claimed_return_leads_as_claimed(*, cost: bool, gain: bool, implied: str) -> None:
    case = judged(claimed(says=RATIO, cost=cost, gain=gain))
    lead = view(case).first.strip[1]
    assert case.leads.kind == "claim"
    assert f"{lead.value.head}{lead.value.last}" == "280%"
    assert (lead.label, lead.mark, lead.is_lead) == ("ROI, as claimed", "claimed, not ours", True)
    assert (implied in lead.qualifiers) == bool(implied)
    assert any(each.startswith("ours: ") for each in lead.qualifiers)
    assert lead.note is None  # it leads to no working of ours


def test_what_is_claimed_is_told_with_whose_it_is_and_what_it_implies() -> None:
    case = judged(claimed(says=RATIO | {"bound": "over"}, cost=True))
    first = view(case).first
    facts = {fact.name: fact.text for fact in first.gist}
    assert facts["What came back"].startswith(
        "Claimed by A university, 1 March 2022: ROI more than 280%"
    )
    assert "at least £76,000 must have come back" in facts["What would have to be true"]
    assert first.chips[0] == "claimed, not ours"
    assert lead_line(telling(case)).figures.startswith("ROI more than 280% (claimed, not ours)")


def test_the_claim_shows_the_formula_of_what_it_implies() -> None:
    case = judged(claimed(says=RATIO, cost=True))
    ((claim,),) = view(case).sections["claims"]
    assert claim.implied is not None
    assert claim.implied.formula.numbers == ("£20,000 × (1 + 280%) = £76,000",)
    assert "What it implies:" in text_of(page(case).body)
    ((known,),) = view(judged(claimed(says=RATIO, cost=True, gain=True))).sections["claims"]
    assert known.implied is None


def test_in_french_it_is_told_as_well() -> None:
    first = view(judged(claimed(says=RATIO, cost=True)), "fr").first
    lead = first.strip[1]
    assert (lead.label, lead.mark) == ("ROI, selon une source", "affirmé, pas de nous")
    told = " ".join(fact.text for fact in first.gist).replace("\u202f", " ").replace("\u00a0", " ")
    assert "il faut que 76 000 £ soient revenus" in told


def test_a_list_shows_what_is_claimed_as_claimed() -> None:
    row = case_row(judged(claimed(says=RATIO | {"bound": "up-to"}, cost=True)), EN, "index.html")
    assert row.result is not None
    assert (row.result.name, row.result.is_reason) == ("ROI, as claimed", False)
    assert row.result.text == "up to 280% (claimed, not ours)"
    assert row.roi.is_reason


def test_a_list_says_how_the_social_value_that_leads_was_found() -> None:
    assert case_row(judged(social_alone()), EN, "index.html").status == "estimated"


@pytest.mark.parametrize(
    ("language", "once", "twice"),
    [
        ("en", "no less than that: at least £20,000", "at least at least"),
        ("fr", "inférieur à ce montant\u202f: au moins 20\u202f000\u00a0£", "au moins au moins"),
    ],
)
def test_what_it_must_be_worth_says_its_side_once(language: str, once: str, twice: str) -> None:
    raw = social_alone()
    raw["inputs"]["spent"]["bound"] = "over"
    told = " ".join(fact.text for fact in view(judged(raw), language).first.gist)
    assert once in told
    assert twice not in told


@pytest.mark.parametrize(
    ("language", "who"),
    [
        ("en", "Claimed by A panel (quoted by A university), 1 March 2022"),
        ("fr", "Affirmé par Un panel (cité par A university), 1"),
    ],
)
def test_who_says_it_is_named_before_the_source_that_quotes_it(language: str, who: str) -> None:
    raw = claimed(says=RATIO)
    raw["claims"]["ratio"]["said_by"] = {"en": "A panel", "fr": "Un panel"}
    shown = view(judged(raw), language).first
    assert any(fact.text.replace("\u00a0", " ").startswith(who) for fact in shown.gist)
    told = who.split(" by ", 1)[-1].removeprefix("Affirmé par ").split(",")[0]
    assert any(told in " ".join(item.qualifiers) for item in shown.strip)


def test_what_the_payer_is_does_not_repeat_the_role() -> None:
    raw: Raw = deepcopy(WALKING)
    raw["people"]["paid"] = {"role": "public-body", "name": "A ministry", "is": "public-body"}
    assert (
        interest_view(judged(raw).case, telling(judged(raw)).wording)[0].text
        == "A ministry (public body)"
    )
    raw["people"]["paid"]["role"] = "payer"
    assert (
        interest_view(judged(raw).case, telling(judged(raw)).wording)[0].text
        == "A ministry, a public body"
    )
