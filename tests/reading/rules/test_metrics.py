"""A site's own metrics as an editor writes them: each mistake at its place, and how cases take them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from roi_casebook.case.name_units import measured_names
from roi_casebook.config import Metric
from roi_casebook.problems import Problem
from roi_casebook.reading import read_files, read_library
from roi_casebook.reading.files.site_file import read_config
from roi_casebook.reading.rules.metrics import metrics_against_cases
from roi_casebook.yaml_places.document import Finding
from tests.appraisal.judged_case import a_case

CONFIG = (Path(__file__).parents[3] / "site_config.yml").read_text(encoding="utf-8")
INVALID = Path(__file__).parents[2] / "invalid_cases"
LABEL = "label: {en: A metric, fr: Un indicateur}"


def problems_with(written: str, folder: Path) -> list[Problem]:
    (folder / "site_config.yml").write_text(f"{CONFIG}\n{written}\n", encoding="utf-8")
    return list(read_config(folder).problems)


def a_metric(formula: str = "pv_costs / leads", unit: str = "money/lead", name: str = "one") -> str:
    return f"metrics:\n  {name}:\n    {LABEL}\n    formula: {formula}\n    unit: {unit}"


def test_a_metric_is_read(tmp_path: Path) -> None:
    assert problems_with(a_metric(), tmp_path) == []
    config = read_config(tmp_path).config
    assert config is not None
    assert config.metrics["one"].formula == "pv_costs / leads"
    assert config.metrics["one"].better == "neither"


@pytest.mark.parametrize(
    ("written", "code", "path", "column"),
    [
        (a_metric(formula="pv_costs / (leads"), "formula", "metrics.one.formula", None),
        (a_metric(formula="max(leads, 2)"), "formula", "metrics.one.formula", 14),
        (a_metric(formula="leads % 2"), "formula", "metrics.one.formula", 14),
        (a_metric(unit="money per lead"), "unit_form", "metrics.one.unit", None),
        (a_metric(name="npv"), "metric_is_figure", "metrics.npv", 3),
        (a_metric().replace("unit:", "units:"), "unknown_key", "metrics.one.units", None),
    ],
)
def test_each_mistake_is_told_at_its_place(
    written: str, code: str, path: str, column: int | None, tmp_path: Path
) -> None:
    found = {problem.code: problem for problem in problems_with(written, tmp_path)}
    assert found[code].severity == "error"
    assert found[code].path == path
    assert column is None or found[code].column == column


def told(
    formula: str, unit: str = "money/lead", changes: Mapping[str, Any] | None = None
) -> list[Finding]:
    """Hold a metric against one case with 26 leads and freed hours."""
    metric = Metric.model_validate({"label": "A metric", "formula": formula, "unit": unit})
    leads = {"value": 26, "unit": "lead", "source": "ledger", "quote": "26"}
    hours = {"value": 40, "unit": "hour", "source": "ledger", "quote": "40"}
    soft = {
        "measure": "staff-hours-freed",
        "stage": "outcome",
        "result": "hours",
        "negative": "not-looked",
    }
    case = a_case(
        {"inputs.leads": leads, "inputs.hours": hours, "soft.freed": soft, **(changes or {})}
    )
    return list(metrics_against_cases({"one": metric}, {"case": case}))


@pytest.mark.parametrize(
    ("formula", "unit"),
    [
        ("pv_costs / leads", "money/lead"),
        ("pv_costs / freed", "money/hour"),
        ("npv / trust", "money"),
    ],
)
def test_what_fits_is_not_told(formula: str, unit: str) -> None:
    assert told(formula, unit) == []


@pytest.mark.parametrize(
    ("formula", "unit", "code", "severity"),
    [
        ("pv_costs / leds", "money/lead", "unknown_in_metric", "hint"),
        ("freed * wage", "money", "soft_priced", "error"),
        ("pv_costs / leads", "money/person", "metric_unit", "hint"),
        ("pv_costs + leads", "money", "metric_unit", "hint"),
    ],
)
def test_what_does_not_fit_is_told(formula: str, unit: str, code: str, severity: str) -> None:
    (finding,) = told(formula, unit)
    assert (finding.code, finding.severity) == (code, severity)


def test_a_name_that_no_case_has_gets_the_nearest_one_at_its_column() -> None:
    (finding,) = told("pv_costs / leds")
    assert finding.column == 12
    assert "'leads'" in finding.hint


def test_names_that_no_case_has_together_are_told() -> None:
    metric = Metric.model_validate(
        {"label": "A", "formula": "leads / visits", "unit": "lead/visit"}
    )

    def with_input(name: str) -> Any:  # noqa: ANN401 -- a case
        return a_case(
            {f"inputs.{name}": {"value": 2, "unit": name, "source": "ledger", "quote": "2"}}
        )

    cases = {"one": with_input("leads"), "other": with_input("visits")}
    (finding,) = metrics_against_cases({"one": metric}, cases)
    assert finding.code == "metric_of_no_case"


def test_a_site_without_cases_is_told_nothing() -> None:
    metric = Metric.model_validate({"label": "A", "formula": "x", "unit": "1"})
    assert list(metrics_against_cases({"one": metric}, {})) == []


@pytest.mark.parametrize(
    ("written", "path"),
    [("comparison_year: 1950", "comparison_year"), ("comparison_year: 2080", "comparison_year")],
)
def test_a_year_that_no_table_covers_is_a_hint(written: str, path: str, tmp_path: Path) -> None:
    (problem,) = problems_with(written, tmp_path)
    assert (problem.code, problem.severity, problem.path) == ("not_comparable", "hint", path)


def test_a_currency_without_rates_is_a_hint(tmp_path: Path) -> None:
    text = CONFIG.replace("currency: EUR", "currency: ISK")
    (tmp_path / "site_config.yml").write_text(text, encoding="utf-8")
    (problem,) = read_config(tmp_path).problems
    assert (problem.code, problem.path) == ("not_comparable", "currency")


def test_a_year_that_the_tables_cover_is_fine(tmp_path: Path) -> None:
    assert problems_with("comparison_year: 2020", tmp_path) == []


def site_with(folder: Path, written: str) -> Path:
    """Make a site of one case, the one that the tests of mistakes start from."""
    (folder / "cases").mkdir()
    case = (INVALID / "bad-config" / "cases" / "an-app.yml").read_text(encoding="utf-8")
    (folder / "cases" / "an-app.yml").write_text(case, encoding="utf-8")
    (folder / "site_config.yml").write_text(f"{CONFIG}\n{written}\n", encoding="utf-8")
    return folder


def test_a_check_of_the_site_holds_metrics_against_its_cases(tmp_path: Path) -> None:
    problems = read_library(site_with(tmp_path, a_metric("pv_costs / leds"))).problems
    (problem,) = (each for each in problems if each.file == "site_config.yml")
    assert (problem.code, problem.severity) == ("unknown_in_metric", "hint")


def test_a_check_of_one_file_does_not(tmp_path: Path) -> None:
    site = site_with(tmp_path, a_metric("pv_costs / leds"))
    problems = read_files(site, [site / "cases" / "an-app.yml"]).problems
    assert not [each for each in problems if each.file == "site_config.yml"]


def test_nor_does_one_while_a_case_cannot_be_read(tmp_path: Path) -> None:
    site = site_with(tmp_path, a_metric("pv_costs / leds"))
    (site / "cases" / "broken.yml").write_text("title: [", encoding="utf-8")
    assert "unknown_in_metric" not in {each.code for each in read_library(site).problems}


def test_the_example_of_the_guide_is_sound(tmp_path: Path) -> None:
    guide = (Path(__file__).parents[3] / "cases" / "README.md").read_text(encoding="utf-8")
    example = guide.partition("```yaml\nmetrics:\n")[2].partition("```")[0]
    assert problems_with(f"metrics:\n{example}", tmp_path) == []
    config = read_config(tmp_path).config
    assert config is not None
    assert config.metrics["cost_per_lead"].better == "lower"


@pytest.mark.parametrize(
    ("formula", "unit", "codes"),
    [
        ("hours * wage", "money", ["soft_priced"]),
        ("npv + hours * wage", "money", ["soft_priced"]),
        ("pv_costs / hours", "money/hour", []),
        ("leads * wage", "money*lead/hour", []),
    ],
)
def test_what_a_soft_result_rests_on_is_not_priced_either(
    formula: str, unit: str, codes: list[str]
) -> None:
    wage = {"value": 20, "unit": "EUR/hour", "assumption": "a wage"}
    assert [each.code for each in told(formula, unit, {"inputs.wage": wage})] == codes


def test_an_input_that_a_benefit_counts_is_money_there() -> None:
    changes = {"benefits.sales.amount": "leads", "soft.leads_won": {
        "measure": "leads", "stage": "outcome", "result": "leads", "negative": "not-looked"
    }}  # fmt: skip
    leads = {"value": 26, "unit": "lead", "source": "ledger", "quote": "26"}
    only_soft = a_case({"inputs.leads": leads, "soft.leads_won": changes["soft.leads_won"]})
    assert measured_names(only_soft) >= {"leads_won", "leads"}
    assert "leads" not in measured_names(a_case({"inputs.leads": leads, **changes}))


def test_a_metric_may_name_a_measure(tmp_path: Path) -> None:
    """No case has quitters: that is told, and that nobody knows the name is not."""
    site = site_with(tmp_path, a_metric("pv_costs / quitters", "money/person"))
    codes = {each.code for each in read_library(site).problems if each.file == "site_config.yml"}
    assert codes == {"metric_of_no_case"}
    (tmp_path / "other").mkdir()
    priced = site_with(tmp_path / "other", a_metric("pv_costs / quiters", "money/person"))
    (found,) = (each for each in read_library(priced).problems if each.code == "unknown_in_metric")
    assert found.hint == "did you mean 'quitters'?"
