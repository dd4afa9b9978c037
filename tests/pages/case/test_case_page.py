"""A case page: every field is shown, links lead somewhere, gaps and translations are marked."""

import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from roi_casebook.case import Case
from roi_casebook.pages.case.sections import SECTIONS
from roi_casebook.pages.parts.standing import untold_figures
from tests.appraisal.test_present_values import monitored
from tests.pages.told import (
    LANGUAGES,
    REAL,
    ROOT,
    both,
    full,
    half_sentence_leads,
    judged,
    page,
    parsed,
    real,
    real_page,
    real_working,
    telling,
    text_of,
    unread,
    view,
)

OPEN = {"may_be": "may be below nought", "leaves_out": "ZZbuildleft"}
SHOWN: dict[str, dict[str, str | None]] = {
    # What an editor writes in words bears a mark; what stands for itself is found as it is shown.
    "Case": {
        "format": "Case format 1", "state": "Published", "checked": "21 October 2026", "found_by": "vendor",
        "formerly": "zz-former", "withdrawn": None, "title": None, "summary": "ZZsummary",
        "perspective": "partners", "story": "ZZstory", "limits": "ZZlimits", "lessons": "ZZlessons",
        "time_to_effect": "7 months", "organisation": "ZZorganisation", "initiative": "Intranet",
        "period": "March 2019", "money": "CHF", "people": "ZZpaid", "sources": "ZZwork", "inputs": "ZZspent",
        "costs": "ZZbuild", "benefits": "ZZpay", "net": "ZZside", "soft": "ZZease", "measured_otherwise": "ZZotherwise", "readings": "ZZcareful",
        "headline": "ZZleads", "claims": "ZZratioquote",
    },
    "Organisation": {
        "name": "ZZorganisation", "sector": "Information technology", "size": "50 to 249", "country": "Portugal",
        "revenue": "98,765,432", "revenue_year": "in 2017",
    },
    "Initiative": {"kind": "Internal tool", "channels": "Public blog", "objective": "Productivity"},
    "Period": {"start": "March 2019", "years": "2 years", "observed_months": "17 months"},
    "Money": {
        "currency": "CHF", "prices": "constant prices", "price_year": "2018", "discount_rate": "6.5%",
        "timing": "middle of each year", "finance_rate": "Finance rate", "reinvestment_rate": "Reinvestment rate",
        "already_discounted": None,  # beside no other rate, so in a case of its own: below
    },
    "AlreadyDiscounted": dict.fromkeys(("rate", "years", "to")),  # below
    "StatedRate": {"value": "6.5%", "why": "ZZratewhy", "schedule": None},  # below
    "OwnRate": {"value": "4.25%", "why": "ZZfinancewhy"},
    "Payer": {"role": "ZZpaid", "name": "ZZpaid", "body": "a public body"},
    "StatedTiming": {"value": "middle of each year", "why": "ZZtimingwhy"},
    "People": {"paid": "ZZpaid", "measured": "ZZmeasured", "wrote": "ZZwrote", "checked": "ZZchecked"},
    "Person": {"role": "auditor", "name": "ZZchecked"},
    "Check": {
        "role": "auditor", "name": "ZZchecked", "date": "1 July 2026", "saw": "ZZsaw", "covers": "ZZspent",
    },
    "Source": {
        "work": "ZZwork", "by": "ZZby", "date": "3 February 2020", "kind": "survey", "lang": "German",
        "read_at": "https://example.org/zzread", "address": "https://example.org/zzaddress",
        "read_on": "8 September 2026", "note": "ZZsourcenote", "peer_reviewed": "not reviewed by others of its field",
        "speaker": "the own count of an independent body",
    },
    "Input": {
        "value": "54,321", "low": "1,100", "likely": "1,234", "high": "1,400", "shape": "triangular",
        "ends": "10th and 90th percentile", "unit": "hours per year", "source": "ZZwork", "quote": "ZZspentquote",
        "assumption": "ZZwageassumed", "looked": "ZZtroublelooked", "needs": "ZZtroubleneeds", "label": "ZZspent",
        "note": "ZZspentnote", "kind": "(a constant)",
        "bound": "up to CHF", "se": "standard error 2.25%: 95% interval 66.6% to 75.4%", "may_be": "may be below nought",
        "values": "Year 1: CHF 8,765", "grows": "grows by 0% a year",
        "price_year": None,  # below
        "context": "For context", "assumed_by": "Assumed by the authors of the source",
    },
    "CostLine": {
        "label": "ZZbuild", "amount": "54,321", "when": "years 1 to 2", "status": "modelled", "risk": "11%",
        "looked": "ZZupkeeplooked", "needs": "ZZupkeepneeds", "note": "ZZbuildnote", **OPEN,
    },
    "BenefitLine": {
        "label": "ZZpay", "amount": "54,321", "when": "year 2", "status": "forecast", "measure": "Cost saved",
        "margin": "41.5%", "risk": "13.5%", "without_it": "ZZcomparator", "looked": "ZZupkeeplooked",
        "needs": "ZZupkeepneeds", "note": "ZZcarenote", "for_whom": "ZZforwhom", **OPEN,
    },
    "NetLine": {
        "label": "ZZside", "amount": "54,321", "when": "year 1", "status": "observed", "looked": "ZZupkeeplooked",
        "needs": "ZZupkeepneeds", "note": "ZZbuildnote", "without_it": "ZZnetcomparator", **OPEN,
    },
    "Compared": {
        "design": "before and after", "comparator": "ZZnetcomparator", "baseline": "ZZbaseline",
        "replicated": "Found again in", "registered_before": "Plan registered in", "attrition": "6.25%",
        "outcome_chosen_after": "Outcome chosen after the results were known", "note": "ZZwithoutnote",
    },
    "WithoutIt": {
        "replicated": "Found again in", "registered_before": "Plan registered in", "attrition": "6.25%",
        "outcome_chosen_after": "Outcome chosen after the results were known",
        "design": "comparison without matching", "comparator": "ZZcomparator", "baseline": "ZZbaseline",
        "deadweight": "ZZdeadweight", "displacement": "ZZdisplacement", "attribution_to_others": "ZZattribution",
        "drop_off": "ZZdropoff", "note": "ZZwithoutnote",
    },
    "SoftResult": {
        "measure": "Trust", "label": "ZZease", "stage": "Out-take", "result": "71%", "baseline": "53%",
        "design": "structured expert estimate", "instrument": "ZZinstrument", "n": "432", "dates": "May 2019",
        "collector": "ZZcollector", "source": "ZZwork", "negative": "none was found", "looked": "ZZsoftlooked",
        "needs": "ZZsoftneeds", "note": "ZZsoftnote", "bridge": "ZZpay",
        "when": "year 1: 2,345 leads", "bought_by": "Bought by", "leads": "its cost leads the case", "without_it": "ZZsoftcomparator",
    },
    "Bridge": {"to": "ZZpay", "because": "ZZbridgebecause", "source": "ZZwork"},
    "Dates": {"start": "May 2019", "end": "June 2020"},
    "Claim": {
        "says": "19.5", "quote": "ZZratioquote", "source": "ZZwork", "repeats": "Repeats:", "parts": "A ratio of:",
        "reading": "ZZcareful", "remark": "ZZremark", "said_by": "ZZsaidby", "scope": "ZZscope",
        "against": "Held against:",
    },
    "Says": {
        "what": "Benefit-cost ratio", "value": "19.5", "unit": "CHF", "bound": "up to", "of": "whole organisation",
        "low": "3,456", "high": "4,567", "lane": "in social value",
    },
    "RatioParts": {"gain": "benefit, ZZby", "cost": "cost, ZZby"},
    "Reading": {
        "label": "ZZcareful", "because": "ZZcarefulbecause", "lines": "ZZupkeep",
        "leaves_out": "ZZcarefulleft", "discount_rate": "ZZreadingrate", "timing": "ZZreadingtiming",
        "years": "ZZreadingyears", "instead_of": "Instead of",
    },
    "StatedYears": {"value": "2 years", "why": "ZZreadingyears"},
    "LeftOut": {"what": "ZZbuildleft", "pushes": "would lower the return"},
    "Headline": {"reading": "ZZcareful", "because": "ZZleads"},
    "Withdrawn": dict.fromkeys(("on", "why", "replaced_by")),  # on a tombstone: test_site_pages
}  # fmt: skip
"""For each field of the model, what the page of the full case shows of it; None: not on this page."""


def models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Give a model and all that its fields are made of."""
    yield model
    for field in model.model_fields.values():
        for part in parts_of(field.annotation):
            yield from models(part)


def parts_of(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 -- any annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    else:
        for argument in get_args(annotation):
            yield from parts_of(argument)


def fields() -> list[tuple[str, str]]:
    own = {"ShareInput": "Input", "GrowthInput": "Input", "NamedInput": "Input"}
    found = dict.fromkeys(models(Case))
    return sorted(
        {(own.get(model.__name__, model.__name__), name) for model in found for name in model.model_fields}
    )  # fmt: skip


FULL_TEXT = text_of(both(judged(full())))


@pytest.mark.parametrize(("model", "field"), fields())
def test_every_field_of_the_format_is_shown(model: str, field: str) -> None:
    shown = SHOWN[model][field]
    assert shown is None or shown in FULL_TEXT


def test_a_schedule_and_prices_of_another_year_are_shown() -> None:
    raw = full()
    raw["money"]["discount_rate"] = {"schedule": {"0-1": "6%", "2-9": "5%"}, "why": "given"}
    raw["inputs"]["spent"]["price_year"] = 2016
    shown = text_of(both(judged(raw)))
    assert "6% a year to year 1, then 5%" in shown
    assert (
        "in prices of 2016; brought to those of its lines by the price index of World Bank" in shown
    )
    assert "to prices of 2018: × 99.808 ÷ 99.4167" in shown


@pytest.mark.parametrize(
    ("rate", "said"), [("3.5%", "3.5% a year"), ("unknown", "a rate that it does not say")]
)
def test_present_values_say_how_their_source_discounted(rate: str, said: str) -> None:
    shown = text_of(page(monitored(3665, rate)).body)
    discounted = f"present values as the source gives them, which discounted to 2014 at {said}"
    assert f"{discounted}; over 50 years" in shown
    assert "nothing is discounted again here" in shown


def test_all_that_an_editor_wrote_is_shown() -> None:
    written = set(re.findall(r"ZZ\w+", str(full())))
    english = {mark for mark in written if mark in str(_only(full(), "en"))}
    title = {"ZZtitle"}  # the heading stands above the body
    assert {mark for mark in english - title if mark not in FULL_TEXT} == set()


def _only(raw: Any, language: str) -> Any:  # noqa: ANN401 -- plain data
    if isinstance(raw, dict):
        if set(raw) == set(LANGUAGES):
            return raw[language]
        return {key: _only(value, language) for key, value in raw.items()}
    return [_only(value, language) for value in raw] if isinstance(raw, list) else raw


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", REAL)
def test_links_within_a_page_lead_somewhere(slug: str, language: str) -> None:
    tree = parsed(real_page(slug, language).body)
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    wanted = {(node.attributes["href"] or "")[1:] for node in tree.css('a[href^="#"]')}
    assert len(ids) == len(set(ids))
    assert wanted <= set(ids)


@pytest.mark.parametrize("slug", REAL)
def test_each_figure_leads_to_its_note_and_each_input_to_what_uses_it(slug: str) -> None:
    tree, working = parsed(real_page(slug, "en").body), parsed(real_working(slug, "en").body)
    told = real(slug).leading.figures.keys() - untold_figures(real(slug), real(slug).leading)
    for name in told:
        assert tree.css(f"#figure-{name}")
    assert tree.css(f"a.cb-note[href^='{slug}-working.html#note-']")
    for name in real(slug).case.inputs:
        assert working.css(f"#input-{name} a[href^='{slug}.html#']")


@pytest.mark.parametrize("slug", REAL)
def test_sections_are_the_headings_of_the_body(slug: str) -> None:
    made = real_page(slug, "en")
    headings = [
        (node.attributes["id"], node.text(strip=True)) for node in parsed(made.body).css("h2")
    ]
    assert [(section.id, section.heading) for section in made.sections] == headings
    assert [section.id for section in made.sections] == [
        one.id for one in SECTIONS if one.id in dict(headings)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", REAL)
def test_no_page_prints_what_is_no_text(slug: str, language: str) -> None:
    body = real_page(slug, language).body
    assert not re.search(
        r">\s*(None|True|False|nan|inf)\s*<|\w+\(\w+=|Markup\(|mappingproxy|\w object at 0x",
        body,
    )
    # a script fills places in what it says, which stands beside the words of the page
    assert "{" not in re.sub(r' data-cb-[\w-]+="[^"]*"', "", body)


def test_a_return_never_stands_without_npv_cost_and_horizon() -> None:
    items = {item.label: item for item in view(real("depaul-ihobo")).first.strip}
    roi = items["ROI"]
    assert (roi.bound, roi.value.last) == ("at most", "110%")
    assert roi.qualifiers == (
        "at most £2.10 back for every £1",
        "NPV at most £6,600",
        "over 1\u00a0year",
    )
    assert items["Cost"].value.last == "£6,000"


def test_a_bound_says_so_and_names_what_is_not_known() -> None:
    shown = view(half_sentence_leads())
    roi = next(row for row in shown.sections["figures"].figures.rows if row.id == "figure-roi")
    assert (roi.badge, roi.bound) == ("at-most", "at most")
    note = next(note for note in shown.sections["working"].leading.notes if note.id == "note-roi")
    assert "Running, support and the users’ own time to tag" in [gap.text for gap in note.gaps]


def test_where_there_is_no_figure_the_reason_stands_in_its_place() -> None:
    shown = view(real("foiled-cupcakes"))
    assert shown.sections["figures"].figures.rows == ()
    assert {row.reason for row in shown.sections["figures"].figures.reasons} == {
        "The cost is not known.",
        "What came back in money is not known.",
    }
    assert next(item for item in shown.first.strip if item.label == "ROI").is_reason
    assert shown.sections["cash-flow"].cash is None


def test_readings_stand_side_by_side_and_say_which_leads() -> None:
    shown = view(real("depaul-ihobo"))
    assert [reading.id for reading in shown.sections["readings"].readings] == [
        "reading-gifts_only",
        "reading-with_sponsors",
        "reading-lifetime_hope",
    ]
    assert [reading.leads is not None for reading in shown.sections["readings"].readings] == [
        True,
        False,
        False,
    ]
    assert [reading.figures[1].value.head + reading.figures[1].value.last for reading in shown.sections["readings"].readings] == [
        "110%",
        "17.8 times the cost",
        "249 times the cost",
    ]  # fmt: skip
    assert [other.working.id for other in shown.sections["working"].others] == [
        "reading-with_sponsors--working",
        "reading-lifetime_hope--working",
    ]


def test_notes_are_numbered_throughout() -> None:
    shown = view(real("depaul-ihobo"))
    workings = [
        shown.sections["working"].leading,
        *(other.working for other in shown.sections["working"].others),
    ]
    numbers = [int(note.number) for working in workings for note in working.notes]
    assert numbers == list(range(1, len(numbers) + 1))


def test_uses_and_used_by_are_each_other_s_ways_back() -> None:
    notes = {f"#{note.id}": note for note in view(judged(full())).sections["working"].leading.notes}
    for here, note in notes.items():
        for used in note.uses:
            if used.href in notes:
                assert here in [back.href for back in notes[used.href].used_by]


def test_the_working_leads_down_to_inputs() -> None:
    notes = view(half_sentence_leads()).sections["working"].leading.notes
    used = {link.href for note in notes for link in note.uses}
    rest = {one.id for note in notes for one in note.rests_on}
    assert "#line-running" in used
    assert {"input-build_cost", "input-cost_avoided"} <= rest


@pytest.mark.parametrize("slug", REAL)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sign_of_a_currency_stands_with_a_soft_result(slug: str, language: str) -> None:
    lane = view(real(slug), language).sections.get("soft")
    for stage in (*lane.stages, *lane.relations) if lane else ():
        for result in stage.results:
            said = f"{result.before} {result.result} {result.interval}"
            assert not re.search(r"[$€£]|\b(USD|GBP|EUR)\b", said)


def test_a_missing_translation_is_marked_and_bears_its_language() -> None:
    made = page(judged(full(title="ZZonly", summary="ZZsum", limits="ZZlim")), "fr")
    tree = parsed(made.body)
    assert made.heading == "ZZonly"
    marks = [node.text() for node in tree.css(".cb-missing-translation")]
    assert marks == [
        "Le titre est en anglais, pas encore traduit.",
        "en anglais, pas encore traduit",
        "en anglais, pas encore traduit",
    ]
    assert [node.text(strip=True) for node in tree.css("div[lang=en], p[lang=en]")] == [
        "ZZsum",
        "ZZlim",
    ]


def test_words_of_a_source_bear_its_language() -> None:
    (quote,) = parsed(page(judged(full())).body).css("#claim-ratio q")
    assert (quote.attributes["lang"], quote.text()) == ("de", "“ZZratioquote”")
    (french,) = parsed(page(judged(full()), "fr").body).css("#claim-ratio q")
    assert french.text() == "«\u202fZZratioquote\u202f»"


def test_what_an_editor_writes_cannot_become_markup() -> None:
    evil = '"><script>alert(1)</script>'
    raw = full(
        title=evil, summary=evil, story=f"{evil} [x](javascript:alert(1)) ![i](https://e.org/i.png)"
    )
    raw["claims"]["gain"]["quote"] = f"</script>{evil}"
    raw["inputs"]["spent"]["label"] = evil
    raw["inputs"]["spent"]["quote"] = evil
    raw["costs"]["build"]["label"] = evil
    raw["organisation"]["name"] = evil
    raw["sources"]["manual"]["work"] = evil
    case = unread(raw)  # the reader refuses HTML in prose; the page must not rely on it
    for language in LANGUAGES:
        tree = parsed(page(case, language).body)
        assert not tree.css("script, img, iframe, [onerror], [onclick], [style]")
        assert not tree.css('a[href^="javascript"]')
        assert "<script>alert(1)</script>" in text_of(page(case, language).body)


def test_each_section_has_its_heading_and_its_template() -> None:
    folder = ROOT / "templates" / "pages" / "case"
    assert len({section.id for section in SECTIONS}) == len(SECTIONS)
    assert [section.id for section in SECTIONS if section.opens_appendix] == ["figures"]
    for section in SECTIONS:
        assert (folder / f"{section.id}.html").is_file()
        for language in LANGUAGES:
            assert telling(real(REAL[0]), language).wording.t(f"section.{section.id}")
