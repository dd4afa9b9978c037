"""The cash flow of a case that tells its money by the month or by the day, as its page shows it."""

import re

import pytest
from markupsafe import Markup

from roi_casebook.appraisal import judge
from roi_casebook.pages.case.cash_flow import CashFlowView, cash_flow_view
from roi_casebook.pages.case.sections import numbered_case
from roi_casebook.pages.parts.tables import Cell
from tests.appraisal.test_dated_cases import case
from tests.pages.told import CONFIG, SITE, telling


def shown(
    spent: int | str, gained: int | str | dict[str, str], language: str = "en"
) -> CashFlowView:
    found = judge("case", case(spent, gained), CONFIG, SITE.vocabulary, SITE.thresholds)
    c = telling(found, language)
    view = cash_flow_view(c, numbered_case(c).leading)
    assert view is not None
    return view


def columns(view: CashFlowView) -> list[str]:
    return [column.name for column in view.table.columns]


@pytest.mark.parametrize(
    ("spent", "gained", "language", "names"),
    [
        (0, "1-2", "en", ["Line", "Year 0", "Year 1", "Year 2", "Total"]),
        ("2022-01", "2022-07", "en", ["Line", "January 2022", "July 2022", "Total"]),
        ("2022-01", "2022-07", "fr", ["Ligne", "Janvier 2022", "Juillet 2022", "Total"]),
        ("2022-01-01", "2022-07-14", "en", ["Line", "1 January 2022", "14 July 2022", "Total"]),
        ("month 0", "months 3-4", "fr", ["Ligne", "Mois 0", "Mois 3", "Mois 4", "Total"]),
    ],
)
def test_moments_stand_as_they_are_written(
    spent: int | str, gained: int | str, language: str, names: list[str]
) -> None:
    assert columns(shown(spent, gained, language)) == names


def test_many_months_stand_in_rows() -> None:
    table = shown("2022-01", "2022-02..2023-06").table
    assert columns(CashFlowView(table, is_partial=False, chart=Markup()))[0] == "When"
    assert "Margin" in [column.name for column in table.columns]
    heads = [row.head.text if isinstance(row.head, Cell) else row.head for row in table.rows]
    assert (heads[0], heads[1], heads[-1]) == ("January 2022", "February 2022", "Total")
    assert len(heads) == 19  # eighteen months and their total
    assert {len(row.cells) for row in table.rows} == {len(table.columns) - 1}


def test_the_chart_puts_moments_as_far_apart_as_they_are() -> None:
    """Rings of the running sum: January, July and December 2022, 6 and 11 of 11 months along."""
    chart = str(shown("2022-01", {"2022-07": "half", "2022-12": "half"}).chart)
    wide = chart.split("<svg")[1]
    first, middle, last = (float(x) for x in re.findall(r'<circle[^>]*cx="([0-9.]+)"', wide)[:3])
    assert (middle - first) / (last - first) == pytest.approx(6 / 11, abs=0.01)
