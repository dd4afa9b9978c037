"""The cash flow: rows add up, what is unknown is no zero, the running sum ends at NPV."""

import pytest

from roi_casebook.appraisal import Appraisal
from roi_casebook.appraisal.cash_flow import CashRow, cash_rows
from tests.pages.told import REAL, full, judged, real


def rows(appraisal: Appraisal) -> dict[str, CashRow]:
    return {row.name: row for row in cash_rows(appraisal)}


def test_the_rows_of_a_case_in_order() -> None:
    appraisal = real("depaul-ihobo").readings["with_sponsors"]
    found = rows(appraisal)
    assert list(found) == [
        "budget",
        "second_version",
        "costs",
        "gifts_by_text",
        "sponsors",
        "benefits",
        "net_flow",
        "discount_factor",
        "discounted_net_flow",
        "cumulative_net_flow",
    ]
    assert found["benefits"].by_moment == (112_600.0, 0.0)
    assert found["benefits"].open == "share"
    assert found["budget"].open == ""


@pytest.mark.parametrize("slug", REAL)
def test_the_running_sum_ends_at_net_present_value(slug: str) -> None:
    for appraisal in real(slug).readings.values():
        last = rows(appraisal).get("cumulative_net_flow")
        npv = appraisal.figures["npv"].value
        if last is not None and npv is not None and last.by_moment[-1] is not None:
            assert last.by_moment[-1] == pytest.approx(npv)


def test_what_is_unknown_is_no_zero() -> None:
    found = rows(real("foiled-cupcakes").leading)
    assert found["net_flow"].by_moment == (0.0, None)
    assert found["net_flow"].total is None
    assert "cumulative_net_flow" not in found  # all of it in one year: nothing is discounted
    waiting = rows(real("ibm-enterprise-tagging").leading)
    assert waiting["cumulative_net_flow"].by_moment == (-700_000, None)


def test_a_known_part_is_marked() -> None:
    found = rows(judged(full()).leading)
    assert (found["upkeep"].by_moment[1], found["upkeep"].open) == (None, "amount")
    assert found["costs"].open == "amount"
    assert found["costs"].total == pytest.approx(54_321 * 1.11)


def test_less_than_a_year_is_not_discounted() -> None:
    assert "discount_factor" not in rows(real("need-a-cake").leading)
