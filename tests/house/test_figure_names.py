"""No figure is named in passing: what is true of one stands in the table, and the rest asks the table.

Looked at are the rooms that compute, judge and word all figures alike. Views of a case that are
about certain figures (the first screen, the bridge, the chance to pay back) may name them.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import roi_casebook
from roi_casebook.roi.figure_table import FIGURES

PACKAGE = Path(roi_casebook.__file__).parent
TABLE = "roi/figure_table.py"
LOOKED_AT = (
    "roi", "appraisal", "reading", "library", "wording", "editing", "case/name_units.py",
    "pages/case/step_by_step", "pages/case/metrics.py", "pages/parts/notes.py",
    "pages/parts/standing.py", "pages/site/method_page.py", "pages/site/method_quantities.py",
    "pages/site/method_judging.py",
)  # fmt: skip
NAMED = {
    # The unknowns and parts of equations, among the arguments with their axes.
    "roi/solvers.py": {"irr", "net_cost", "total_count"},
    "roi/beside_base/equations.py": {"npv", "pv_costs"},
    "roi/beside_base/searching.py": {"npv"},  # what is drawn
    # What the soft results would have to make up for, and the two parts of what each would.
    "roi/finding.py": {"npv", "net_cost", "total_count"},
    # The doubt is of a ratio: the number in it, told by its name in the words.
    "appraisal/claims/plausibility.py": {"roi"},
    "wording/verdicts.py": {"roi"},
    # Each question of a reporting checklist is of one figure, and so is each finding on evidence.
    "appraisal/evidence/checklist.py": {"npv", "sroi_ratio", "break_even_cost"},
    # What leads may be the cost of a result, and the data give it a place of its own.
    "appraisal/leading.py": {"cost_per_result"},
    "editing/figures_listing.py": {"cost_per_result"},
    # The sentence on ROI, which never stands without cost, NPV and horizon.
    "wording/sentences.py": {"roi", "bcr", "pv_costs", "pv_benefits", "npv"},
}
"""Where a figure may be named beside the table, each with its reason."""


def modules() -> Iterator[str]:
    for place in LOOKED_AT:
        path = PACKAGE / place
        assert path.exists(), place
        found = [path] if path.suffix else path.rglob("*.py")
        yield from (one.relative_to(PACKAGE).as_posix() for one in found)


def figures_named(text: str) -> set[str]:
    """Give the figures that stand in a module as a text of their own."""
    found = (node.value for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant))
    return {value for value in found if isinstance(value, str) and value in FIGURES}


@pytest.mark.parametrize("module", sorted(set(modules()) - {TABLE}))
def test_a_figure_is_named_in_the_table_alone(module: str) -> None:
    named = figures_named((PACKAGE / module).read_text(encoding="utf-8"))
    assert named == NAMED.get(module, set())


def test_the_list_names_modules_that_are_looked_at() -> None:
    assert NAMED.keys() <= set(modules())


def test_a_name_is_found_wherever_it_stands() -> None:
    text = 'DRAWN = {"npv": 1}\ndef f(x="roi"):\n    """Of irr."""\n    return f"{x}" == "mirr"\n'
    assert figures_named(text) == {"npv", "roi", "mirr"}
