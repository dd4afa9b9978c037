"""The sentence between the lanes, on the page of a real case whose hours are worth something or not."""

import pytest

from tests.pages.told import real, view


@pytest.mark.parametrize(
    ("language", "needed"),
    [
        (
            "en",
            "worth at least US$770,000, received after one year, about US$15.50 per hour (Staff hours freed)",
        ),
        ("fr", "soit environ 15,50\u00a0$US par heure (Heures de travail libérées)"),
    ],
)
def test_hours_a_year_are_weighed_by_the_hour(language: str, needed: str) -> None:
    (alone,) = view(real("ibm-enterprise-tagging"), language).other_readings
    assert alone.sure.conditions is not None
    assert needed in alone.sure.conditions.soft


def test_shares_and_changes_are_not_weighed_one_by_one() -> None:
    shown = view(real("need-a-cake")).sure.conditions
    assert shown is not None
    assert shown.soft.endswith("worth at least £12,500; readers decide whether that is plausible.")
