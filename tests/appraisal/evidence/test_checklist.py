"""The reporting checklist: 24 items, each answered from the fields that it names."""

from typing import Any, get_args

import pytest

from roi_casebook.appraisal.evidence.checklist import ITEMS, Answer, Reporting
from roi_casebook.case import Case
from roi_casebook.case.lines import WithoutIt
from tests.appraisal.judged_case import GONE, STRONGEST, evidence_with, real_evidence

LINE = "benefits.sales"
WITHOUT_IT = f"{LINE}.without_it"
SALES = STRONGEST["benefits"]["sales"]
TRUST = STRONGEST["soft"]["trust"]
ALL_IN_ONE_YEAR = {"period.years": 1, "costs.campaign.when": 1, "costs.staff.when": 1}
KNOWN = {"value": "10%", "source": "paper", "quote": "10%"}


def reporting_with(changes: dict[str, Any] | None = None) -> Reporting:
    return evidence_with(changes).reporting


def answer(name: str, changes: dict[str, Any] | None = None) -> str:
    return next(item.answer for item in reporting_with(changes).items if item.name == name)


def test_there_are_24_items_and_each_names_fields_of_a_case() -> None:
    assert len({rule.__name__ for rule, _ in ITEMS}) == 24
    for _, fields in ITEMS:
        for field in fields:
            first, *rest = field.split(".")
            known = WithoutIt.model_fields if first == "without_it" else Case.model_fields
            assert (rest[0] if first == "without_it" else first) in known


def test_a_case_that_reports_all_has_all() -> None:
    reporting = reporting_with()
    short = {item.name: item.answer for item in reporting.items if item.answer != "yes"}
    assert short == {"unit_values": "not_applicable"}  # its result is one sum, no product
    assert (reporting.score, reporting.out_of) == (23, 23)


@pytest.mark.parametrize(
    ("item", "changes", "expected"),
    [
        ("title", {f"{WITHOUT_IT}.comparator": GONE}, "partly"),
        ("setting", {"organisation.size": "unknown"}, "partly"),
        ("decision_context", {"story": GONE}, "partly"),
        ("comparator", {f"{WITHOUT_IT}.comparator": GONE}, "no"),
        ("comparator", {"benefits.more": {**SALES, "without_it": None}}, "partly"),
        ("comparator", {"benefits": {}}, "no"),
        ("horizon", {"time_to_effect": "unknown"}, "partly"),
        ("horizon", {"period.observed_months": "unknown"}, "partly"),
        ("discount_rate", {"money.prices": "real"}, "no"),  # the site has no real rate
        ("discount_rate", {"period.years": 0, f"{LINE}.when": 0}, "not_applicable"),
        ("full_costs", {"costs.staff": GONE}, "partly"),
        (
            "full_costs",
            {"costs.campaign.amount": "unknown", "costs.campaign.looked": "everywhere"},
            "partly",
        ),
        ("full_costs", {"costs": {}}, "no"),
        ("baseline", {f"{WITHOUT_IT}.baseline": GONE}, "no"),
        ("baseline", {f"{WITHOUT_IT}.baseline": GONE, "soft.trust.baseline": "spent"}, "partly"),
        ("outcome", {"inputs.gained": {"value": 9, "unit": "EUR", "assumption": "so"}}, "partly"),
        ("outcome", {"benefits": {}}, "no"),
        ("unit_values", {f"{LINE}.amount": "staff_hours * wage"}, "yes"),
        (
            "unit_values",
            {
                f"{LINE}.amount": "staff_hours * wage",
                "inputs.wage": {"value": 30, "unit": "EUR/hour", "assumption": "so"},
            },
            "partly",
        ),
        ("design", {f"{WITHOUT_IT}.design": "none"}, "no"),
        ("design", {"benefits.more": {**SALES, "without_it": None}}, "partly"),
        ("deadweight", {f"{WITHOUT_IT}.design": "tracked"}, "no"),
        (
            "deadweight",
            {f"{WITHOUT_IT}.design": "tracked", f"{WITHOUT_IT}.deadweight": "unknown"},
            "partly",
        ),
        (
            "deadweight",
            {f"{WITHOUT_IT}.design": "tracked", f"{WITHOUT_IT}.deadweight": KNOWN},
            "yes",
        ),
        ("displacement", {f"{WITHOUT_IT}.displacement": GONE}, "no"),  # no design takes it off
        ("attribution", {f"{WITHOUT_IT}.design": "before-after"}, "no"),
        ("drop_off", {f"{WITHOUT_IT}.drop_off": GONE}, "no"),
        ("drop_off", {"period.years": 1}, "not_applicable"),
        ("discount_rate", {"period.years": 1}, "yes"),
        ("discount_rate", ALL_IN_ONE_YEAR, "not_applicable"),
        ("ranges", {"inputs.gained": {"value": 9, "unit": "EUR", "source": "paper"}}, "no"),
        (
            "sensitivity",
            {"inputs.gained": {"value": 9, "unit": "EUR", "source": "paper"}},
            "partly",
        ),
        ("sensitivity", {"costs": {}, "benefits": {}}, "no"),
        ("soft_outcomes", {"soft.trust.instrument": GONE}, "partly"),
        ("soft_outcomes", {"soft": {}}, "no"),
        ("negative_effects", {"soft.trust.negative": "not-looked"}, "no"),
        ("negative_effects", {"soft.calm": {**TRUST, "negative": "not-looked"}}, "partly"),
        ("negative_effects", {"soft": {}}, "no"),
        ("funding", {"people.paid.role": "unknown"}, "no"),
        ("interests", {"people.checked.role": "unknown"}, "partly"),
        ("documents", {"sources.paper.read_at": "unknown"}, "partly"),
    ],
)
def test_each_item_looks_at_its_fields(item: str, changes: dict[str, Any], expected: str) -> None:
    assert answer(item, changes) == expected


def test_the_counts_add_up() -> None:
    reporting = real_evidence("depaul-ihobo").reporting
    assert sum(reporting.count(each) for each in get_args(Answer)) == 24
    assert reporting.out_of == 24 - reporting.count("not_applicable")


def test_the_real_cases_report_little() -> None:
    # What the format asks of every case (perspective, currency, rate) is always there; what would
    # have happened anyway, ranges and harm are almost never.
    for slug in ("depaul-ihobo", "foiled-cupcakes", "ibm-enterprise-tagging", "need-a-cake"):
        items = {item.name: item.answer for item in real_evidence(slug).reporting.items}
        assert items["perspective"] == items["currency"] == "yes"
        assert items["comparator"] == items["baseline"] == items["displacement"] == "no"
        assert real_evidence(slug).reporting.score <= 9
