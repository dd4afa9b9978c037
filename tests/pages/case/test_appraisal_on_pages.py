"""The whole appraisal on a case page: strip, evidence, bridge, chance, conditions, verdicts."""

import re

import pytest

from roi_casebook.appraisal import JudgedCase
from roi_casebook.appraisal.evidence.locks import Locks
from roi_casebook.pages.case.first_screen.strip import StripItem
from roi_casebook.wording.typography import capitalised
from tests.pages.told import (
    LANGUAGES,
    Shown,
    drawn,
    full,
    half_sentence_leads,
    judged,
    page,
    parsed,
    real,
    real_page,
    text_of,
    unread,
    view,
    words,
)
from tests.real_cases import each_case

EARLY = {"start": "2019-03", "years": 3, "observed_months": 3}


def drawn_view(**changes: object) -> Shown:
    return view(judged(drawn(**changes)))


# The strip -----------------------------------------------------------------------------------------


def test_the_strip_says_how_strong_and_only_where_it_tells_how_mature() -> None:
    cost, roi, evidence = view(real("ebay-paid-search")).first.strip
    assert (evidence.label, evidence.value.head + evidence.value.last) == (
        "Evidence",
        "Weak evidence",
    )
    assert evidence.qualifiers == ("one of five locks", "effect: two of five; money: one")
    assert evidence.sign.count("cb-locks__full") == 1
    assert roi.mark == "unproven"
    assert (cost.loss, roi.loss) == ("", "a loss")
    assert roi.qualifiers[1] == "US$0.35 back for every US$1"
    early = drawn_view(period=EARLY).first.strip
    assert early[-1].value.head + early[-1].value.last == "Too early to tell"


def test_what_is_unknown_is_not_called_money_received() -> None:
    basis = real("foiled-cupcakes").leading.basis
    assert (basis.status, basis.benefit, basis.counterfactual) == ("unknown", "unknown", "none")
    assert (
        view(real("foiled-cupcakes"), "en")
        .sections["figures"]
        .basis.startswith("No amount is known.")
    )
    assert "benefit in money not known" in view(real("foiled-cupcakes"), "en").first.chips


def test_claims_are_counted_by_the_words_of_their_verdicts() -> None:
    counted = view(real("ibm-enterprise-tagging"), "en").first.gist[-1].text
    assert "1 reproduced, but for rounding" in counted
    assert "another basis" not in counted


@pytest.mark.parametrize("slug", each_case())
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unproven_return_bears_its_mark_wherever_it_stands(slug: str, language: str) -> None:
    case, shown = real(slug), view(real(slug), language)
    figures, locks = case.leading.figures, case.evidence.locks
    lead, rows = shown.first.strip[1], shown.sections["figures"].figures.rows
    marks = {row.id: row.mark for row in rows}
    if case.evidence.maturity.suppresses_headline and lead.is_reason:
        early = {"en": "measured too early", "fr": "mesuré trop tôt"}[language]
        assert lead.mark == ""
        assert marks.get("figure-roi", early) == early
        return  # it leads nowhere: the first screen says why
    assert lead.mark == _mark_of_lead(case, lead, language)
    assert ("figure-bcr" in marks) == (figures["roi"].value is not None)
    for name in ("roi", "bcr", "npv"):
        if figures[name].value is not None:
            is_range = figures[name].p10 is not None
            assert marks[f"figure-{name}"] == _weakness(locks, language, is_range=is_range)
    if locks.is_unproven and figures["npv"].value is not None:
        assert _weakness(locks, language, is_range=True) in shown.first.gist[0].text.lower()
    for reading, name in zip(
        getattr(shown.sections.get("readings"), "readings", ()), case.case.readings, strict=True
    ):
        item = reading.figures[1]
        own = case.locks_that_lead(name)
        assert item.mark == ("" if item.is_reason else _weakness_of(own, item, language))


def _mark_of_lead(case: JudgedCase, lead: StripItem, language: str) -> str:
    """Give how what leads is marked: as claimed, unproven, weak without a range."""
    if case.leads.kind == "claim":
        return {"en": "claimed, not ours", "fr": "affirmé, pas de nous"}[language]
    if lead.is_reason or case.leads.kind is None:
        return ""
    if case.leads.kind == "soft":  # it has no range to stand by
        return _weakness(case.leads.locks, language, is_range=True)
    return _weakness_of(case.leads.locks, lead, language)


def _weakness_of(locks: Locks, item: StripItem, language: str) -> str:
    between = {"en": r" to \D{0,4}\d", "fr": r" à \D{0,4}\d"}[language]
    is_range = re.search(between, item.value.head + item.value.last) is not None
    return _weakness(locks, language, is_range=is_range)


def _weakness(locks: Locks, language: str, *, is_range: bool) -> str:
    if locks.is_unproven:
        return {"en": "unproven", "fr": "non démontré"}[language]
    if not locks.needs_range or is_range:
        return ""
    return {"en": "limited evidence, no range", "fr": "preuves limitées, sans fourchette"}[language]


def test_two_locks_lead_with_the_range_and_name_the_base_case() -> None:
    roi = drawn_view().first.strip[1]
    assert roi.value.head + roi.value.last == "−61% to −28%"
    assert roi.qualifiers == (
        "in 8 of 10 outcomes; base case −29%",
        "€0.39 to €0.72 back for every €1",
        "NPV −\u2060€69,800 to −\u2060€29,900",
        "over 3\u00a0years",
    )
    assert roi.mark == ""


def test_too_early_gives_cost_and_what_shows_first_in_place_of_the_return() -> None:
    shown = drawn_view(period=EARLY)
    cost, early, *_ = shown.first.strip
    assert cost.value.last == "€122,000"  # the upper end of what it may have cost
    assert cost.qualifiers[0] == "in 8 of 10 outcomes; base case €102,000"
    assert (early.label, early.value.head + early.value.last) == (
        "Leading indicators",
        "Measured too early",
    )
    assert early.qualifiers == ("Active members: 500\u00a0people",)
    first_screen = " ".join([*(fact.text for fact in shown.first.gist), str(shown.first.strip)])
    assert "ROI" not in first_screen
    assert "too early" in shown.first.gist[1].text


# Evidence --------------------------------------------------------------------------------------------


def test_the_ledger_says_what_was_lost_and_by_what() -> None:
    shown = view(real("depaul-ihobo")).sections["evidence"]
    assert shown.sentences == (
        "Very weak evidence: none of five locks (effect: none of five; money: two). Design level 1 of"
        " 5: results were counted as they came in, and compared with nothing. Lost: neither the state before nor a comparison is given."
    )
    assert [row.cells for row in shown.ledger.rows] == [
        ("level 1", "1"),
        ("−1", "0"),
        ("none left to lose", "0"),
        ("at most 2", "0"),
    ]
    decided = [link.href for link in shown.ledger.rows[3].head.below[0]]
    assert decided == ["#input-promotional_budget", "#input-text_gifts"]
    assert "#line-gifts_by_text" in [link.href for link in shown.ledger.rows[1].head.below[0]]


def test_a_cap_says_what_it_leaves_and_how_far_it_goes() -> None:
    shown = drawn_view(period=EARLY).sections["evidence"]
    cap = shown.ledger.rows[1]
    assert (cap.cells[0], cap.head.beside) == ("at most 2", "(25% of that time)")


def test_five_axes_stand_apart_each_with_the_way_to_its_rule() -> None:
    sections = view(real("ebay-paid-search")).sections
    shown = sections["evidence"]
    assert [axis.name.href for axis in shown.axes] == [
        f"../method.html#{name}"
        for name in ("locks", "verification", "direction", "maturity", "reporting")
    ]
    assert [axis.text for axis in shown.axes] == [
        "Weak evidence (one of five locks)",
        "V1: Published, not checked",
        "Loss",
        "Old data",
        "17 of 22 items reported in full",
    ]
    assert len(sections["checklist"].items) == 24


@pytest.mark.parametrize("slug", each_case())
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reading_shows_its_evidence(slug: str, language: str) -> None:
    tree = parsed(real_page(slug, language).body)
    locks = tree.css(".cb-fold--readings .cb-readings .cb-locks")
    assert len(locks) == len(real(slug).case.readings)


# Claims ----------------------------------------------------------------------------------------------


def test_a_hundred_billion_reads_as_implausible_for_both_reasons() -> None:
    tree = parsed(real_page("ibm-internal-blogs", "en").body)
    for claim in ("made_a_cause", "thanks_to_blogs"):
        (item,) = tree.css(f"#claim-{claim}")
        said = item.text(separator=" ")
        assert "implausible" in said
        assert "97% of what the whole organisation takes in a year" in said
        assert "1,000 to 1, not 10" in said
    (made,) = tree.css("#claim-made_a_cause")
    assert "first said of the whole organisation, now of the initiative" in made.text()
    gist = view(real("ibm-internal-blogs")).first.gist[-1]
    assert gist.text.startswith("1 impossible, 2 implausible, ")
    assert gist.links[0].href == "#claims"


@pytest.mark.parametrize("slug", each_case())
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_claim_has_its_verdict(slug: str, language: str) -> None:
    case, shown = real(slug), view(real(slug), language)
    chains = shown.sections.get("claims", ())
    states = [claim.verdict.state for chain in chains for claim in chain]
    assert sorted(states) == sorted(verdict.state for verdict in case.verdicts.values())
    assert all(claim.verdict.finding for chain in chains for claim in chain)


# The bridge --------------------------------------------------------------------------------------------


def test_the_bridge_leads_from_the_gross_figure_to_what_can_be_defended() -> None:
    bridge = drawn_view().sections.get("bridge")
    assert bridge is not None
    assert [(row.head.text, *row.cells) for row in bridge.table.rows] == [
        ("Gross and undiscounted", "€160,000", "145%"),
        ("Margin in place of revenue", "€52,000", "47%"),
        ("Less what would have come anyway", "€11,500", "10%"),
        ("Less what is due to others", "−\u2060€25,000", "−23%"),
        ("Discounted", "−\u2060€29,700", "−29%"),
        ("What can be defended", "−\u2060€69,800 to −\u2060€29,900", "−61% to −28%"),
    ]
    grounds = [[link.href for link in row.head.below[-1]] for row in bridge.table.rows[1:4]]
    assert grounds == [
        ["#input-sales--margin"],
        ["#input-sales--deadweight"],
        ["#input-sales--attribution_to_others"],
    ]
    assert bridge.bound == ""


def test_a_step_that_takes_nothing_is_no_step() -> None:
    assert view(real("river-pools")).sections.get("bridge") is None  # all of it within a year
    assert "bridge" not in view(real("river-pools")).sections


def test_steps_of_a_bound_are_bounds() -> None:
    bridge = view(half_sentence_leads()).sections.get("bridge")
    assert bridge is not None
    claim, *ours = bridge.table.rows
    assert claim.head.text.startswith("As published by")
    assert not claim.cells[0].startswith("at most")
    assert all(cell.startswith("at most") for row in ours for cell in row.cells)
    assert bridge.bound.startswith("Something is unknown")


# Chance -----------------------------------------------------------------------------------------------


def test_a_chance_that_cannot_be_said_has_no_dots() -> None:
    chance = view(real("hmrc-tax-letters")).sections["chance"]
    assert "cannot be said" in chance.sentence
    assert chance.chart == ""
    assert chance.table.rows


def test_the_chance_is_told_in_dots_percentiles_and_what_is_lost() -> None:
    chance = drawn_view().sections.get("chance")
    assert chance is not None
    assert chance.sentence == (
        "Very unlikely to pay back: in 0 of 50 equally likely outcomes it pays back, a chance of less than 1%, given the listed ranges."
    )
    assert chance.warning.startswith("The base case is rosier than its own ranges")
    assert [(row.head, *row.cells) for row in chance.table.rows] == [
        (
            "Net present value (NPV)",
            "−\u2060€29,700",
            "−\u2060€69,800",
            "−\u2060€50,500",
            "−\u2060€29,900",
        ),
        ("Return on investment (ROI)", "−29%", "−61%", "−46%", "−28%"),
    ]
    assert [fact.text for fact in chance.facts] == [
        "−\u2060€50,200",
        "−\u2060€50,200",
        "in about 50 of 50 outcomes, within 3\u00a0years (undiscounted), given the listed ranges",
    ]
    columns = re.findall(r'<path d="([^"]*)" class="cb-chart__ring"', chance.chart)
    assert sum(column.count("M") for column in columns) == 50
    assert len(re.findall(r'<rect[^>]*class="cb-chart__ring"', chance.chart)) == 1  # in the key


def test_without_ranges_one_plain_sentence_says_so() -> None:
    shown = view(real("depaul-ihobo"))
    assert shown.sections.get("chance") is None
    assert "No number of this reading has a range" in text_of(real_page("depaul-ihobo", "en").body)
    assert "chance" not in view(real("foiled-cupcakes")).sections


# What would have to be true ----------------------------------------------------------------------------


def test_each_number_says_where_it_breaks_even() -> None:
    conditions = drawn_view().sections.get("what-would-have-to-be-true")
    assert conditions is not None
    tables = (conditions.switches, conditions.settled)
    rows = {words(row.head): tuple(map(words, row.cells)) for one in tables for row in one.rows}
    assert rows["All costs (present value)"] == ("€102,000", "€71,800")
    assert rows["Margin: Extra sales"] == ("60%", "85%")
    assert rows["Volume sold"] == ("100%", "141%")  # a factor may be above all
    assert rows["Deadweight: Extra sales"] == ("25%", "nowhere from 0% to 100%")
    assert conditions.limits == ""


def test_limits_of_what_is_partly_unknown_say_on_which_side() -> None:
    conditions = view(half_sentence_leads()).sections.get("what-would-have-to-be-true")
    assert conditions is not None
    assert "most favourable limits" in conditions.limits


def test_the_tornado_stands_widest_first_with_its_table() -> None:
    conditions = drawn_view().sections.get("what-would-have-to-be-true")
    assert conditions is not None
    assert conditions.tornado is not None
    rows = conditions.tornado.table.rows
    assert [words(row.head) for row in rows][:2] == [
        "Share due to others: Extra sales",
        "Deadweight: Extra sales",
    ]
    assert rows[0].cells == ("−\u2060€22,800", "−\u2060€48,600", "does not decide")


def test_what_the_soft_results_would_have_to_be_worth() -> None:
    def said(slug: str) -> str:
        lane = view(real(slug)).sections.get("soft")
        return lane.worth if lane else ""

    lane = drawn_view().sections.get("soft")
    assert lane is not None
    assert lane.worth == (
        "Hard results alone do not pay back (ROI −61% to −28%, NPV −\u2060€69,800 to −\u2060€29,900, in 8 of 10"
        " outcomes). They would if the soft results were worth at least €11,500 a year for 3\u00a0years,"
        " about €69.22 per participant (Active members; discounted); readers decide whether that is plausible."
    )
    assert said("depaul-ihobo") == (
        "What is known (NPV at most £6,600) leaves open whether money alone pays it back. The soft"
        " results are needed only if what is unknown takes away more than £6,600."
    )
    assert said("ibm-internal-blogs").startswith("No return in money can be stated")
    assert said("ibm-enterprise-tagging").startswith("No return in money can be stated")
    half = view(half_sentence_leads()).sections.get("soft")
    assert half is not None
    assert half.worth.startswith("What is known (NPV at most US$1.48\u00a0million)")
    assert said("ebay-paid-search") == ""  # nothing soft was recorded
    assert "per order" not in said("need-a-cake")
    assert said("foiled-cupcakes") == ""


# All together --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_drawn_case_has_sound_links_and_ids(language: str) -> None:
    for raw in (drawn(), drawn(period=EARLY), full()):
        tree = parsed(page(judged(raw), language).body)
        ids = [node.attributes["id"] for node in tree.css("[id]")]
        wanted = {(node.attributes["href"] or "")[1:] for node in tree.css('a[href^="#"]')}
        assert len(ids) == len(set(ids))
        assert wanted <= set(ids)
        assert not tree.css("[style], script")


@pytest.mark.parametrize("slug", each_case())
def test_what_a_chart_shows_stands_in_a_table_or_list_below_it(slug: str) -> None:
    tree = parsed(real_page(slug, "en").body)
    for figure in tree.css("figure.cb-chart"):
        follower = figure.next
        while follower is not None and follower.tag == "-text":
            follower = follower.next
        assert follower is not None
        classes = follower.attributes.get("class") or ""
        assert re.search("cb-table|cb-claims", classes) or follower.css(".cb-table")


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "time observed unknown"), ("fr", "durée d’observation inconnue")],
)
def test_a_time_that_nobody_told_is_said_in_a_phrase(language: str, said: str) -> None:
    axes = view(real("ibm-enterprise-tagging"), language).sections["evidence"].axes
    assert capitalised(said) in [detail for axis in axes for detail in axis.details]


def test_a_payback_within_the_first_year_whatever_is_drawn_stands_in_no_table_of_percentiles() -> (
    None
):
    table = view(real("starbucks-uk-social")).sections["chance"].table
    heads = [words(row.head) for row in table.rows]
    assert "Net present value (NPV)" in heads
    assert not any("ayback" in head for head in heads)


def test_a_table_keeps_the_cents_of_parts_that_leave_cents() -> None:
    amount = {"unit": "EUR", "source": "books", "quote": "as told"}
    raw = drawn(claims={}, soft={})
    raw["inputs"] = {"out": {"value": 12_564.05, **amount}, "back": {"value": 12_564.25, **amount}}
    raw["costs"]["campaign"] |= {"amount": "out", "when": 0}
    raw["benefits"]["sales"] |= {
        "measure": "cost-saved", "amount": "back", "when": 0, "margin": None,
        "without_it": {"design": "randomised", "comparator": "those who got none"},
    }  # fmt: skip
    table = view(unread(raw)).sections["cash-flow"].cash.table
    told = {words(cell) for row in table.rows for cell in row.cells}
    assert {"€12,564.05", "€12,564.25", "€0.20"} <= told
