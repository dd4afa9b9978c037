"""What the table of figures says of claims is what claims, flows and quantities know."""

from typing import get_args

from roi_casebook.appraisal.claims.holding import CLAIMABLE, FIGURE_OF, RATIOS
from roi_casebook.appraisal.claims.verdict import OtherBasis
from roi_casebook.case.claims import Figure
from roi_casebook.roi.appraising import WITH_SOCIAL
from roi_casebook.roi.figure_table import FIGURES, MONEY_FIGURES
from roi_casebook.roi.flows import Flows

QUANTITIES = {quantity.__name__ for quantity in WITH_SOCIAL}


def test_each_kind_of_claim_speaks_of_one_figure() -> None:
    kinds = [kind for claimable in CLAIMABLE.values() for kind in claimable.kinds]
    assert len(set(kinds)) == len(kinds)
    assert set(kinds) <= set(get_args(Figure))
    assert CLAIMABLE.keys() <= MONEY_FIGURES.keys()
    assert dict(FIGURE_OF) == {
        "cost": "pv_costs", "benefit": "pv_benefits", "revenue": "pv_benefits",
        "saving": "pv_benefits", "share-of-revenue": "pv_benefits", "net": "npv", "roi": "roi",
        "bcr": "bcr", "payback": "payback_months",
    }  # fmt: skip
    assert dict(RATIOS) == {"roi": "net", "bcr": "gross"}


def test_other_bases_are_quantities_and_figures() -> None:
    for claimable in CLAIMABLE.values():
        assert {claimable.of_a_year, claimable.undiscounted} <= QUANTITIES | {""}
        assert bool(claimable.lines) == bool(claimable.of_a_year)
        assert not claimable.lines or hasattr(Flows(0), claimable.lines)
        for figure, different in claimable.also_called:
            assert figure in FIGURES
            assert different in get_args(OtherBasis)
