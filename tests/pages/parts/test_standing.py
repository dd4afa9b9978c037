"""How far a figure stands, wherever it stands: too early, unproven, by its range, or not exact."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

from roi_casebook.appraisal import JudgedCase
from roi_casebook.pages.case.beside_money.soft_worth import soft_worth
from roi_casebook.pages.case.first_screen.strip import result_line
from roi_casebook.pages.lists.catalogue_data import catalogue_data
from roi_casebook.pages.lists.compared_money import compared, compared_line
from roi_casebook.pages.lists.library_page import library_view
from roi_casebook.pages.lists.published_cases import CasesInLanguage, PublishedCases
from roi_casebook.pages.parts.case_in_language import SiteInLanguage
from roi_casebook.pages.site.home_page import home_view
from roi_casebook.wording import wording_for
from tests.pages.told import CONFIG, LANGUAGES, SITE, TEMPLATES, Shown, drawn, judged, telling, view

EARLY = {"start": "2019-03", "years": 3, "observed_months": 3}
EN = wording_for("en", LANGUAGES[0], SITE.vocabulary)


def shelf(*cases: JudgedCase) -> CasesInLanguage:
    return CasesInLanguage(SiteInLanguage(EN, CONFIG, cases, TEMPLATES), PublishedCases.of(cases))


def early() -> JudgedCase:
    return judged(drawn(period=EARLY), "early")


def compared_by_difference(*, ranged: bool = True) -> dict[str, Any]:
    """Give the drawn case as a gain with two locks: 3 for its design, less one for how it is told."""
    raw = drawn(found_by="award")
    kept = {"design": "difference-in-differences", "comparator": "others", "baseline": "before"}
    raw["benefits"]["sales"]["without_it"] = kept
    if not ranged:
        raw["found_by"] = "own-search"  # without ranges it loses a lock for that
        for stated in (*raw["inputs"].values(), raw["benefits"]["sales"]["margin"]):
            _without_range(stated)
    return raw


def _without_range(stated: dict[str, Any]) -> None:
    if "low" in stated:
        stated["value"] = stated.pop("likely")
        for end in ("low", "high", "shape"):
            del stated[end]


NOTHING = {"value": "0%", "source": "books", "quote": "none of it"}
"""The share that would have come anyway, by a source: no side."""


def unproven() -> JudgedCase:
    """Give the drawn case as a gain with one lock."""
    raw = compared_by_difference()
    raw["benefits"]["sales"]["without_it"] |= {"design": "tracked", "deadweight": NOTHING}
    raw["found_by"] = "own-search"
    return judged(raw)


def said_of(shown: Shown) -> Iterator[str]:
    yield from (fact.text for fact in shown.first.gist)
    yield from (str(item) for item in shown.first.strip)


def worth(case: JudgedCase) -> str:
    return soft_worth(telling(case), case.leading)


# Measured too early --------------------------------------------------------------------------------


def test_what_was_measured_too_early_points_nowhere() -> None:
    assert early().evidence.direction == "unknown"
    assert judged(drawn()).evidence.direction == "negative"


def test_what_was_measured_too_early_leads_no_list_with_a_result() -> None:
    case = early()
    assert case.leading.figures["npv"].value is not None
    entry = shelf(case).entries["early"]
    assert (entry.npv, entry.roi.text, entry.roi.is_reason) == (None, "measured too early", True)
    assert "NPV" not in result_line(telling(case)).figures
    assert '"npv":[""]' in catalogue_data(shelf(case))
    line = compared_line(case, EN, shelf(case).comparison)
    assert line is not None
    assert "Cost " in line.figures
    assert "NPV" not in line.figures


def test_what_was_measured_too_early_is_counted_as_no_result() -> None:
    counts = {count.label: count.number for count in home_view(shelf(early()).site).counts}
    assert counts[EN.t("home.without")] == "1"
    assert counts.get(EN.t("home.negative"), "0") == "0"
    directions = library_view(shelf(early())).found.rows[-1].cells
    assert directions == ("1", "1")  # how many, and that nothing is known of them


def test_the_library_gives_the_reason_for_what_was_measured_too_early() -> None:
    (row,) = library_view(shelf(early())).comparison.rows
    assert (row.npv.text, row.npv.is_reason) == ("measured too early", True)
    assert (row.compared.npv.text, row.compared.cost.is_reason) == ("measured too early", False)


def test_nothing_is_said_to_pay_back_before_an_effect_could_be_expected() -> None:
    raw = compared_by_difference()
    raw["period"] = EARLY
    case = judged(raw)
    shown = view(case)
    chance = shown.sections.get("chance")
    assert worth(case).startswith("It is too early to tell whether money alone pays it back")
    assert chance is not None
    assert "this chance is no finding yet" in chance.warning
    marks = {row.id: row.mark for row in shown.sections["figures"].figures.rows}
    assert marks.pop("figure-pv_costs") == ""
    assert set(marks.values()) == {"measured too early"}


# Unproven --------------------------------------------------------------------------------------------


def test_every_result_of_an_unproven_case_bears_the_mark_and_no_cost_does() -> None:
    marks = {row.id: row.mark for row in view(unproven()).sections["figures"].figures.rows}
    assert {"figure-payback_months", "figure-break_even_cost", "figure-pv_benefits"} <= set(marks)
    assert marks.pop("figure-pv_costs") == ""
    assert set(marks.values()) == {"unproven"}


def test_comparisons_bear_the_mark() -> None:
    case = unproven()
    found = compared(case, EN, shelf(case).comparison)
    assert (found.cost.mark, found.npv.mark) == ("", "unproven")
    line = compared_line(case, EN, shelf(case).comparison)
    if line is not None:  # none where the case is in that money already
        assert line.figures.endswith("(unproven)")
    (row,) = library_view(shelf(case)).comparison.rows
    assert (row.npv.mark, row.compared.npv.mark) == ("unproven", "unproven")


def test_the_sentence_between_the_lanes_bears_the_mark() -> None:
    assert worth(unproven()).startswith("By these figures (unproven) the hard results pay back")


def test_an_unproven_chance_says_that_it_holds_only_as_far_as_its_numbers() -> None:
    chance = view(unproven()).sections.get("chance")
    assert chance is not None
    assert chance.warning.startswith("Unproven: this chance holds only as far")


# Two locks -------------------------------------------------------------------------------------------


def test_two_locks_stand_by_their_range_in_every_sentence() -> None:
    case = judged(compared_by_difference())
    assert case.evidence.locks.count == 2
    shown = view(case)
    returned = shown.first.gist[0].text
    assert "ROI −3.6% to 39%" in returned
    assert "in 8 of 10 outcomes; in the base case ROI is 35%" in returned
    assert worth(case).startswith(
        "Whether the hard results alone pay back is open: ROI −3.6% to 39%, NPV "
    )
    assert "must be its own doing" not in shown.first.gist[1].text  # it reaches above all of it
    assert "NPV −\u2060€" in result_line(telling(case)).figures
    assert " to €" in result_line(telling(case)).figures


def test_two_locks_without_a_range_say_that_there_is_none() -> None:
    raw = compared_by_difference(ranged=False)
    raw["found_by"] = "award"
    case = judged(raw)
    assert case.evidence.locks.count == 2
    shown = view(case)
    assert shown.first.strip[1].mark == "limited evidence, no range"
    assert "with its range only" not in " ".join(said_of(shown))
    assert shown.first.gist[0].text.endswith(
        "Limited evidence (two of five locks), and no range says how far it may be off."
    )
    marks = {row.id: row.mark for row in shown.sections["figures"].figures.rows}
    assert marks["figure-roi"] == "limited evidence, no range"
    assert marks["figure-pv_costs"] == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_bound_is_told_where_a_range_stands_for_the_figure(language: str) -> None:
    raw = compared_by_difference()
    more = {
        "label": "More",
        "amount": "unknown",
        "when": 1,
        "status": "observed",
        "looked": "there",
    }
    raw["costs"] = deepcopy(raw["costs"]) | {"more": more}
    case = judged(raw)
    roi = case.leading.figures["roi"]
    assert (roi.side, roi.bound) == ("or_lower", None)
    item = view(case, language).first.strip[1]
    assert item.bound == ""
    condition = {
        "en": "if “More” is nothing; lower if it is more",
        "fr": "si «\u202fMore\u202f» ne compte pour rien\u202f; moins si cela compte",
    }
    assert condition[language] in item.qualifiers[0]
    entry = shelf(case).entries["made-up"]
    assert entry.roi.text.endswith(" as far as counted")


# The bridge ------------------------------------------------------------------------------------------


def claimed(raw: dict[str, Any], **says: object) -> dict[str, Any]:
    claim = {"says": says, "quote": "so much", "source": "books"}
    return raw | {"claims": {"boast": claim}}


def test_the_bridge_begins_with_the_published_claim_and_says_whose_it_is() -> None:
    bridge = view(judged(claimed(drawn(), what="bcr", value=9, bound="up-to"))).sections.get(
        "bridge"
    )
    assert bridge is not None
    first, gross, *_ = bridge.table.rows
    text, grounds = first.head.below
    assert (first.head.text, first.cells[1]) == ("As published by Nobody", "800%")
    assert [link.href for link in grounds] == ["#claim-boast"]
    assert grounds[0].text == "Benefit-cost ratio up to 9"
    assert text == "not reproduced; set here against the gross cost of this case"
    assert (gross.head.text, gross.cells[1]) == ("Gross and undiscounted", "145%")
    assert bridge.lead.startswith("It begins with the largest return that a source names")
    assert "Nobody: Benefit-cost ratio up to 9 (set here against the gross cost" in bridge.chart


def test_a_claim_alone_makes_a_bridge_where_nothing_is_taken_off() -> None:
    raw = compared_by_difference(ranged=False)
    raw["benefits"]["sales"]["measure"] = "contribution-margin"
    del raw["benefits"]["sales"]["margin"]
    raw["period"]["years"] = 0
    raw["benefits"]["sales"]["when"], raw["costs"]["campaign"]["when"] = {0: "first"}, {0: "outlay"}
    for name in ("yearly", "overrun", "volume", "second", "third"):
        del raw["inputs"][name]
    assert view(judged(raw)).sections.get("bridge") is None
    bridge = view(judged(claimed(raw, what="roi", value=5))).sections.get("bridge")
    assert bridge is not None
    assert len(bridge.table.rows) == 3


@pytest.mark.parametrize(
    ("design", "period", "end"),
    [
        ("difference-in-differences", None, "What can be defended"),
        ("tracked", None, "What the inputs carry, unproven"),
        ("difference-in-differences", EARLY, "What the inputs carry, measured too early"),
    ],
)
def test_the_end_is_called_defended_only_where_it_is(
    design: str, period: dict[str, Any] | None, end: str
) -> None:
    raw = compared_by_difference()
    raw["benefits"]["sales"]["without_it"]["design"] = design
    if design == "tracked":
        raw["benefits"]["sales"]["without_it"]["deadweight"] = NOTHING
    raw["period"] = period or raw["period"]
    bridge = view(judged(raw)).sections.get("bridge")
    assert bridge is not None
    assert bridge.table.rows[-1].head.text == end
    assert end in bridge.chart


# The basis of a figure, and what is too good ----------------------------------------------------------


def test_the_table_says_of_a_figure_what_of_its_basis_is_another() -> None:
    rows = {row.id: row.basis for row in view(judged(drawn())).sections["figures"].figures.rows}
    assert rows["figure-roi_simple"] == "nothing discounted"
    assert rows["figure-pv_costs"] == "costs alone"
    assert rows["figure-roi"] == ""


def test_a_note_bears_the_basis_of_its_own_figure() -> None:
    notes = {
        note.title: note.basis for note in view(judged(drawn())).sections["working"].leading.notes
    }
    cost = next(chips for title, chips in notes.items() if "of costs" in title)
    assert "costs alone" in cost
    assert not any("margin" in chip or "net of" in chip for chip in cost)


@pytest.mark.parametrize(
    ("likely", "said"),
    [(600_000, False), (6_000_000, True)],
)
def test_a_return_of_our_own_is_checked_as_a_claimed_one(likely: int, said: bool) -> None:  # noqa: FBT001 -- one of the two
    raw = compared_by_difference(ranged=False)
    raw["inputs"]["first"]["value"] = likely
    case = judged(raw)
    assert (None in case.beyond) is said
    assert ("Hardly any investment brings as much" in view(case).first.gist[0].text) is said


def test_ranges_that_hardly_move_the_result_are_told_beside_the_chance() -> None:
    raw = compared_by_difference(ranged=False)
    raw["inputs"]["outlay"] = {"low": 49_990, "high": 50_010, "unit": "EUR"} | {
        "source": "books",
        "quote": "about fifty thousand",
    }
    case = judged(raw)
    assert None in case.evidence.narrow
    chance = view(case).sections.get("chance")
    assert chance is not None
    assert "The ranges given hardly move the result" in chance.warning
