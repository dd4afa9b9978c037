"""Steps with their numbers: each year apart, sums written out, what is unknown said."""

from roi_casebook.appraisal import Appraisal, steps
from roi_casebook.roi.algebra.formulas import parse_formula
from roi_casebook.roi.flows import Flows, Line
from roi_casebook.wording import WorkedLine
from tests.wording.voices import EN, FR, appraisal_of, benefit, cost, plain

TWO_YEARS = Flows(
    2,
    costs=(cost(50000.0, 20000.0, 0.0), Line("more", (0.0, 1000.0, 1000.0))),
    benefits=(benefit(0.0, 36000.0, 54000.0, deadweight=0.25),),
    discount_rate=0.08,
)
MADE_UP = appraisal_of(TWO_YEARS)


def worked(figure: str, name: str, appraisal: Appraisal = MADE_UP) -> tuple[WorkedLine, ...]:
    found = next(step for step in steps(appraisal, figure) if step.name == name)
    return EN.formulas.step_with_numbers(found, "GBP", appraisal.flows)


def test_a_ratio_of_sums() -> None:
    (line,) = worked("roi", "roi")
    assert line == WorkedLine("", "(£59,722 − £70,302) ÷ £70,302", "−15%")


def test_a_sum_over_the_years_leaves_zeros_out() -> None:
    (line,) = worked("roi", "pv_benefits")
    assert line == WorkedLine("", "£25,000 + £34,722", "£59,722")


def test_each_year_has_its_own_factor() -> None:
    lines = worked("roi", "discount_factor")
    assert lines[2] == WorkedLine("year 2", "1 ÷ (1 + 8%) ^ 2", "0.8573")
    assert [line.year for line in lines] == ["year 0", "year 1", "year 2"]


def test_years_without_money_are_left_out() -> None:
    lines = worked("roi", "discounted_benefits")
    assert lines == (
        WorkedLine("year 1", "£27,000 × 0.9259", "£25,000"),
        WorkedLine("year 2", "£40,500 × 0.8573", "£34,722"),
    )


def test_a_sum_over_several_lines_is_one_of_all_years() -> None:
    assert worked("roi", "costs") == (
        WorkedLine("all years together", "£70,000 + £2,000", "£72,000"),
    )


def test_a_share_of_one_line_holds_for_all_years() -> None:
    assert worked("roi", "additional_share") == (WorkedLine("", "1 − 25%", "75%"),)


def test_a_rate_that_is_sought_stands_in_its_equation() -> None:
    lines = worked("irr", "net_flow_at_irr")
    assert lines[0].formula.startswith("(−\u2060£50,000) ÷ (1 + (−")


def test_months_until_it_is_paid_back() -> None:
    early = appraisal_of(Flows(1, (cost(6000.0, 0.0),), (benefit(0.0, 12000.0),)))
    (line,) = worked("payback_months", "payback_months", early)
    assert line == WorkedLine("", "(0 + £6,000 ÷ £12,000) × 12", "6")


def test_an_amount_that_is_not_known_says_so() -> None:
    spent = Line("spent", (6000.0, None), {"cost_risk": 0.2})
    gap = appraisal_of(Flows(1, (spent,), (benefit(0.0, 100.0),), discount_rate=0.1))
    step = next(step for step in steps(gap, "pv_costs") if step.line == "spent")
    assert EN.formulas.step_with_numbers(step, "GBP", gap.flows) == (
        WorkedLine("year 0", "£6,000 × (1 + 20%)", "£7,200"),
        WorkedLine("year 1", "£0 (unknown) × (1 + 20%)", "£0"),
    )
    assert [line.year for line in EN.formulas.step_with_numbers(step, "GBP")] == ["year 0"]


def test_the_formula_of_an_editor_has_its_units() -> None:
    tree = parse_formula("searches * weeks_per_year * seconds / seconds_per_hour")
    amounts = {
        "searches": 286000.0,
        "weeks_per_year": 52.0,
        "seconds": None,
        "seconds_per_hour": 3600.0,
    }
    units = {
        "searches": "search/week",
        "seconds": "second/search",
        "weeks_per_year": "week/year",
        "seconds_per_hour": "second/hour",
    }
    assert plain(EN.formulas.formula_with_numbers(tree, amounts, units, "USD")) == (
        "286,000 searches per week × 52 weeks per year × unknown ÷ 3,600 seconds per hour"
    )
    assert "inconnu" in FR.formulas.formula_with_numbers(tree, amounts, units, "USD")
