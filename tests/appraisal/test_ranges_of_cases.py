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


def test_starbucks_pays_back_at_most_of_what_a_cup_may_leave_and_not_at_the_least() -> None:
    """A cup leaves 13 pence (0.62 for each pound spent) to 1.70 (8.16), 91.5 pence in the middle, as likely each.

    Of these 1.57, the first 7.8 pence lie below the outlay of 20.8 pence a cup: a chance of 5 in 100 to lose.
    """
    bcr = figure("starbucks-uk-social", "bcr")
    assert bcr.value == pytest.approx(4.392)
    assert (bcr.side, bcr.bound) == ("or_lower", None)
    assert bcr.p10 == pytest.approx(1.38, abs=0.05)
    assert bcr.p90 == pytest.approx(7.41, abs=0.05)
    assert real_evidence("starbucks-uk-social").locks.is_unproven


def test_sums_of_several_years_stay_as_they_were_printed() -> None:
    assert figure("starbucks-uk-social", "pv_costs").value == pytest.approx(1e6)
    assert figure("ibm-internal-blogs", "pv_costs").value == pytest.approx(100e6)
    assert figure("depaul-ihobo", "roi", "gifts_only").value == pytest.approx(1.1)
