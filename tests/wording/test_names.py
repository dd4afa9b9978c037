"""Every name in roi/ has its readers' name and meaning in both languages; formulas in words."""

from pathlib import Path

import pytest

import roi_casebook
from roi_casebook.notation.mathml import in_mathml
from roi_casebook.roi.algebra.formulas import parse_formula
from roi_casebook.roi.algebra.tracing import traced_quantities
from roi_casebook.roi.constants import CONSTANTS
from roi_casebook.roi.figure_table import FIGURES, SOUGHT, figures_that
from roi_casebook.roi.prices import PRICE_AXES, PRICE_QUANTITIES
from roi_casebook.roi.quantities import IMPLIED_AXES, IMPLIED_QUANTITIES, INPUT_AXES, WITH_SOCIAL
from roi_casebook.roi.scenarios import BRIDGE
from roi_casebook.roi.solvers import SOLVER_INPUT_AXES
from roi_casebook.shipped.catalogues import catalogue
from tests.wording.voices import EN, FR, VOICES

PACKAGE = Path(roi_casebook.__file__).parent
FUNCTIONS = (
    *WITH_SOCIAL,
    *PRICE_QUANTITIES,
    *IMPLIED_QUANTITIES,
    *(equation for entry in FIGURES.values() for equation in entry.equations),
)
NAMES = sorted(
    {function.__name__ for function in FUNCTIONS}
    | {*INPUT_AXES, *SOLVER_INPUT_AXES, *PRICE_AXES, *IMPLIED_AXES, *FIGURES, *CONSTANTS}
)


@pytest.mark.parametrize("name", NAMES)
def test_a_quantity_has_name_and_meaning(name: str) -> None:
    for voice in VOICES:
        assert "_" not in voice.names.full_name(name)
        assert len(voice.names.short_name(name)) <= len(voice.names.full_name(name))
        assert voice.names.meaning(name).endswith(".")
        assert voice.names.meaning(name)[0].isupper()


def test_no_name_is_left_over() -> None:
    """What is no quantity is at least the name of a row or a figure somewhere."""
    code = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    left = set(catalogue("en")["quantities"]) - set(NAMES)
    assert {name for name in left if f'"{name}"' not in code} == set()


@pytest.mark.parametrize("kind", ["full_name", "short_name"])
def test_no_two_quantities_share_a_name(kind: str) -> None:
    for voice in VOICES:
        shown = [getattr(voice.names, kind)(name) for name in NAMES]
        assert len(shown) == len(set(shown)), sorted(shown)


@pytest.mark.parametrize("name", SOUGHT)
def test_what_no_formula_gives_is_explained(name: str) -> None:
    for voice in VOICES:
        assert voice.t(f"algorithm.{name}").endswith(".")


@pytest.mark.parametrize("name", figures_that(lambda entry: entry.explained))
def test_a_working_tells_what_the_table_says_that_it_tells(name: str) -> None:
    key, solver = FIGURES[name].explained, FIGURES[name].solver
    for voice in VOICES:
        assert voice.t(key).endswith(".")
        assert not (solver and solver.again) or voice.t(f"{key}_again").endswith(".")


@pytest.mark.parametrize("name", figures_that(lambda entry: entry.breaks_even))
def test_a_break_even_is_named_among_the_switching_values(name: str) -> None:
    assert all(voice.t(f"switch.{name}") for voice in VOICES)


def test_the_words_hold_no_fact_but_words() -> None:
    assert {key for entry in catalogue("en")["quantities"].values() for key in entry} == {
        "name", "short", "meaning", "social", "missing",
    }  # fmt: skip


def test_every_step_of_the_bridge_has_a_label() -> None:
    for voice in VOICES:
        assert all(voice.labels.label("bridge", step) for step, _ in BRIDGE)


def test_standard_terms_of_the_field() -> None:
    assert [FR.names.short_name(name) for name in ("npv", "irr", "mirr", "roi")] == [
        "VAN",
        "TRI",
        "TRIM",
        "ROI",
    ]
    assert FR.names.full_name("payback_months") == "délai de récupération"
    assert FR.names.full_name("discount_rate") == "taux d’actualisation"
    assert EN.names.full_name("npv") == "net present value (NPV)"


def test_a_formula_in_words() -> None:
    trees = traced_quantities()
    assert EN.formulas.in_words(trees["roi"]) == "(PV of benefits − PV of costs) ÷ PV of costs"
    assert FR.formulas.in_words(trees["roi"]) == "(VA des bénéfices − VA des coûts) ÷ VA des coûts"
    assert EN.formulas.in_words(trees["pv_costs"]) == "sum over time of discounted costs"


def test_a_formula_of_an_editor_bears_the_labels_of_the_inputs() -> None:
    tree = parse_formula("searches * weeks_per_year * left_out")
    labels = {"searches": "Searches a week"}
    assert EN.formulas.in_words(tree, labels) == "Searches a week × weeks per year × left out"
    assert EN.names.full_name("searches", labels) == "Searches a week"


def test_mathematics_names_the_quantity_and_escapes_labels() -> None:
    html = EN.formulas.mathml("npv", parse_formula("a - b"), {"a": "<gain>"})
    assert html.startswith('<math display="block">')
    assert "<mtext>NPV</mtext>" in html
    assert "&lt;gain&gt;" in html
    assert in_mathml(parse_formula("b"), EN.names.short_name) == "<math><mtext>b</mtext></math>"
