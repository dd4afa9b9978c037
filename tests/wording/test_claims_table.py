"""The words for verdicts on claims: every id has its words, and none is idle; they read well."""

from typing import get_args

import pytest

from roi_casebook.appraisal.claims.verdict import (
    Change,
    DoubtRule,
    OtherBasis,
    Room,
    State,
    Verdict,
    WhyNot,
)
from roi_casebook.shipped.catalogues import catalogue
from roi_casebook.wording import Wording, wording_for
from roi_casebook.wording.verdicts import VerdictText
from tests.appraisal.claims.test_claims_of_cases import found
from tests.appraisal.judged_case import real_site
from tests.wording.voices import VOICES, plain

STATES = set(get_args(State))
SPOKEN = STATES - {"not_computable", "fits"}
FIELDS = set(get_args(Change.__annotations__["field"]))
ENTRIES = {
    "state": STATES,
    "verdict": SPOKEN,
    "fits": set(get_args(Room)),
    "basis": set(get_args(OtherBasis)),
    "why_not": set(get_args(WhyNot)),
    "doubt": set(get_args(DoubtRule))
    | {
        "share_of_revenue",
        "more_than_revenue",
        "beyond_limit",
        "time_changed",
        "all_of_it",
    },
    "change": FIELDS | {"bound_lost", "bound_new"},
}


def test_every_id_has_its_words_and_none_is_idle() -> None:
    entries = dict(catalogue("en")["claims"])
    assert isinstance(entries.pop("formula"), str)
    assert {key: set(each) for key, each in entries.items()} == ENTRIES


def said(slug: str, name: str, language: str = "en") -> VerdictText:
    case, vocabulary = real_site().cases[slug], real_site().vocabulary
    return wording_for(language, "en", vocabulary).verdicts.verdict(found(slug)[name], case)


def test_the_hundred_billion_in_english_and_french() -> None:
    english = said("ibm-internal-blogs", "thanks_to_blogs")
    assert (english.state, english.label) == ("implausible", "implausible")
    assert english.finding == "The claim can hardly be true as it is told."
    assert [plain(doubt) for doubt in english.doubts] == [
        "Gain and cost as told give 1,000 to 1, not 10: one of the three numbers is wrong.",
        "US$100 billion is 97% of what the whole organisation takes in a year. From 90% on, this library takes that for implausible.",
        "What was said of a year is repeated without its time, or the other way round.",
    ]
    french = said("ibm-internal-blogs", "thanks_to_blogs", "fr")
    assert [plain(doubt) for doubt in french.doubts] == [
        "Le gain et le coût annoncés donnent 1 000 pour 1, et non 10 : l’un des trois nombres est faux.",
        "100 Md$US, c’est 97 % de ce que l’organisation entière encaisse en un an. À partir de 90 %, cette bibliothèque le juge invraisemblable.",
        "Ce qui était dit d’une année est repris sans sa durée, ou l’inverse.",
    ]


def test_what_changed_on_the_way() -> None:
    assert said("ibm-internal-blogs", "made_a_cause").changes == (
        "first said of the whole organisation, now of the initiative",
        "US$ per year became US$",
    )
    assert said("ibm-enterprise-tagging", "cost_savings_2010").changes == (
        "benefit became saving",
        "“about” was dropped",
    )
    assert said("ibm-internal-blogs", "company_line").changes == ()


@pytest.mark.parametrize(
    ("slug", "name", "finding"),
    [
        (
            "depaul-ihobo",
            "ratio_250",
            (
                "The number comes out on another basis only (what is unknown left out): "
                "benefit-cost ratio, at most 250."
            ),
        ),
        (
            "depaul-ihobo",
            "lifetime_1_5_million",
            (
                "The number is one of our inputs, taken from this source or from the one that it repeats: it agrees with itself, "
                "which shows nothing (Gifts hoped for over the donors’ lifetime, at most, £1.5 million)."
            ),
        ),
        (
            "ibm-enterprise-tagging",
            "hours_a_week",
            (
                "The inputs give nearly the same, and their rounding explains the rest: Staff hours "
                "freed, at least 953.3 hours per week."
            ),
        ),
        (
            "need-a-cake",
            "whole_loss_dollars",
            "The inputs bear it out: net present value (NPV), −\u2060£12,500.",
        ),
        (
            "ibm-enterprise-tagging",
            "saves_4_6_million",
            "It speaks of a part, or of other years, which this case does not count apart.",
        ),
        (
            "need-a-cake",
            "loss_on_orders_dollars",
            (
                "The inputs do not contradict it, and do not show it: the result of Orders of twelve cupcakes, Loss on each order, "
                "The wages in dollars and Extra labour and delivery may lie anywhere from −US$39,780 to −US$33,150."
            ),
        ),
        (
            "pepsi-refresh",
            "more_votes_than_an_election",
            (
                "The inputs give another number: the result of Votes cast and Votes in the presidential election of 2008, "
                "0.6092."
            ),
        ),
    ],
)
def test_findings_read_well(slug: str, name: str, finding: str) -> None:
    assert plain(said(slug, name).finding) == finding


@pytest.mark.parametrize("voice", VOICES, ids=["en", "fr"])
def test_every_verdict_of_every_case_can_be_said(voice: Wording) -> None:
    for slug, case in real_site().cases.items():
        for verdict in found(slug).values():
            assert_said(voice.verdicts.verdict(verdict, case), verdict)


def assert_said(text: VerdictText, verdict: Verdict) -> None:
    assert text.finding.endswith(".")
    assert len(text.doubts) == len(verdict.doubts)
    assert not any("{" in said for said in (text.finding, *text.doubts, *text.changes))
