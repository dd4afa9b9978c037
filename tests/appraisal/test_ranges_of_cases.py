"""What the ranges of real cases decide, and what they leave open."""

import pytest

from roi_casebook.appraisal import appraise
from roi_casebook.roi.figures import Figure
from tests.appraisal.judged_case import real_evidence, real_site


def figure(slug: str, name: str, reading: str | None = None) -> Figure:
    site = real_site()
    assert site.config is not None
    judged = appraise(slug, site.cases[slug], site.config, site.vocabulary)
    return judged.readings[reading].figures[name]


def test_ebays_advertising_loses_even_at_its_p90() -> None:
    """0.44 % of the fees of all the world, of which 39 to 100 % are kept: two thirds of the outlay are lost.

    The authors, with eBay's own books, lost 63 cents of each dollar.
    """
    roi = figure("ebay-paid-search", "roi", "authors_share_of_sales")
    assert roi.value == pytest.approx(-0.6498, abs=1e-4)
    assert (roi.side, roi.bound) == ("or_lower", None)
    assert roi.p90 is not None
    assert roi.p90 < 0
    assert real_evidence("ebay-paid-search").direction == "negative"


def test_a_later_calculation_of_ebays_leaves_gain_and_loss_open() -> None:
    npv = figure("ebay-paid-search", "npv", "later_estimate")
    assert npv.p10 is not None
    assert npv.p90 is not None
    assert npv.p10 < 0 < npv.p90


def test_starbucks_pays_back_at_whatever_a_cup_leaves_if_the_cups_are_its_own_doing() -> None:
    """Even 30 pence a cup, what is left after every cost, make more than the outlay of 21 pence."""
    bcr = figure("starbucks-uk-social", "bcr")
    assert bcr.value == pytest.approx(4.8)
    assert (bcr.side, bcr.bound) == ("or_lower", None)
    assert bcr.p10 is not None
    assert bcr.p10 > 1
    assert real_evidence("starbucks-uk-social").locks.is_unproven


def test_sums_of_several_years_stay_as_they_were_printed() -> None:
    assert figure("starbucks-uk-social", "pv_costs").value == pytest.approx(1e6)
    assert figure("ibm-internal-blogs", "pv_costs").value == pytest.approx(100e6)
    assert figure("depaul-ihobo", "roi", "gifts_only").value == pytest.approx(1.1)
