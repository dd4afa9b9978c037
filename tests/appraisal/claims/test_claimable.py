"""What the table of figures says of claims is what claims, flows and quantities know."""

from typing import get_args

from roi_casebook.appraisal.claims.bases import CLAIMABLE, FIGURE_OF, RATIOS, RETURNS, SOCIALLY
from roi_casebook.appraisal.claims.verdict import OtherBasis
from roi_casebook.case.claims import Figure
from roi_casebook.roi.figure_table import FIGURES
from roi_casebook.roi.flows import Flows
from roi_casebook.roi.quantities import WITH_SOCIAL

QUANTITIES = {quantity.__name__ for quantity in WITH_SOCIAL}


def test_each_kind_of_claim_speaks_of_one_figure() -> None:
    kinds = [kind for claimable in CLAIMABLE.values() for kind in claimable.kinds]
    assert len(set(kinds)) == len(kinds)
    assert set(kinds) <= set(get_args(Figure))
    assert dict(FIGURE_OF) == {
        "cost": "pv_costs", "benefit": "pv_benefits", "revenue": "pv_benefits",
        "saving": "pv_benefits", "share-of-revenue": "pv_benefits", "net": "npv", "npv": "npv",
        "roi": "roi", "bcr": "bcr", "irr": "irr", "mirr": "mirr", "annualised": "annualised_roi",
        "payback": "payback_months", "chance": "chance_positive", "sroi": "sroi_ratio",
    }  # fmt: skip
    assert dict(RATIOS) == {"roi": "net", "bcr": "gross", "sroi": "gross"}


def test_social_value_has_its_own_figures() -> None:
    assert dict(SOCIALLY) == {
        "cost": "pv_costs", "net": "npv_social", "npv": "npv_social", "benefit": "pv_social_value",
        "saving": "pv_social_value", "revenue": "pv_social_value", "sroi": "sroi_ratio",
        "bcr": "sroi_ratio", "roi": "net_sroi",
    }  # fmt: skip


def test_every_return_is_tried_where_one_is_claimed() -> None:
    assert dict(RETURNS) == {
        "roi": "net_ratio", "bcr": "gross_ratio", "irr": "as_irr", "mirr": "as_mirr",
        "annualised_roi": "annualised", "sroi_ratio": "sroi",
    }  # fmt: skip
    assert set(RETURNS.values()) <= set(get_args(OtherBasis))


def test_other_bases_are_quantities_and_figures() -> None:
    for claimable in CLAIMABLE.values():
        assert {claimable.of_a_year, claimable.undiscounted} <= QUANTITIES | {""}
        assert bool(claimable.lines) == bool(claimable.of_a_year)
        assert not claimable.lines or hasattr(Flows(0), claimable.lines)
        for figure, different in claimable.also_called:
            assert figure in FIGURES
            assert different in get_args(OtherBasis)
