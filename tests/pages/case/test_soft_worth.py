"""The sentence between the lanes: for each state of the money what is true of the soft results."""

from typing import Any

import pytest
import yaml

from tests.pages.told import LANGUAGES, ROOT, drawn, judged, real, view

MEMBERS = {"value": 500, "unit": "person", "source": "books", "quote": "500 members"}
UNKNOWN = {"amount": "unknown", "looked": "in the books", "status": "estimated"}


def worth(raw: dict[str, Any], language: str = "en") -> str:
    lane = view(judged(raw), language).sections.get("soft")
    return lane.worth if lane else ""


def with_unknown_cost(**changes: Any) -> dict[str, Any]:  # noqa: ANN401 -- as in the model
    raw = drawn(**changes)
    raw["costs"]["more"] = {"label": "More", "when": 1, **UNKNOWN}
    return raw


def with_unknown_benefit() -> dict[str, Any]:
    raw = drawn()
    raw["benefits"]["more"] = {"label": "More", "measure": "cost-saved", "when": 1, **UNKNOWN}
    return raw


def test_a_loss_is_weighed_by_the_year_and_by_the_person() -> None:
    # METHOD's reference case: −29,730 is 11,536 a year for three years at 8 %.
    # Of 500 members in three years 166.67 came in each: 11,536 by these is 69.21.
    assert "at least €11,500 a year for 3\u00a0years, about €69.22 per participant" in worth(
        drawn()
    )
    assert "au moins 11 500 € par an pendant 3\u00a0ans" in worth(drawn(), "fr").replace(
        "\u202f", " "
    ).replace("500\u00a0€", "500 €")


def test_a_loss_at_most_is_weighed_at_least() -> None:
    said = worth(with_unknown_cost())
    assert "as far as counted" in said
    assert "would have to be worth at least €11,500 a year for 3\u00a0years" in said
    assert (
        ", at least €69.22 per participant (Active members; discounted), plus whatever is unknown"
        in said
    )


def test_a_loss_at_least_says_what_is_enough_in_any_case() -> None:
    said = worth(with_unknown_benefit())
    assert "leaves open whether money alone pays it back" in said
    assert "soft results worth €11,500 a year for 3\u00a0years are enough" in said


def test_a_gain_at_most_says_from_where_on_they_are_needed() -> None:
    lane = view(real("inspired-by-iceland")).sections.get("soft")
    assert lane is not None
    assert lane.worth == (
        "What is known (NPV at most £30.8\u00a0million) leaves open whether money alone pays it back. The soft"
        " results are needed only if what is unknown takes away more than £30.8\u00a0million."
    )


def test_where_nothing_but_soft_results_came_they_earn_the_cost() -> None:
    said = worth(drawn(benefits={}))
    assert said.startswith("No return in money can be stated: nothing but soft results came back.")
    assert "a year for 3\u00a0years, about €" in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cost", [False, True])
def test_no_sentence_weighs_nothing(language: str, *, cost: bool) -> None:
    raw = with_unknown_cost() if cost else drawn()
    raw["benefits"]["gift"] = {
        "label": "Gift",
        "measure": "grant",
        "amount": "given",
        "when": 1,
        "status": "observed",
        "without_it": {"design": "none", "deadweight": "unknown"},
    }
    raw["inputs"]["given"] = {"value": 900000, "unit": "EUR", "source": "books", "quote": "900,000"}
    said = worth(raw, language)
    assert "€0" not in said
    assert " 0\u00a0€" not in said


@pytest.mark.parametrize(
    ("language", "needed"),
    [
        (
            "en",
            "worth at least US$770,000, received after one year, at least US$15.53 per hour freed (Staff hours freed; discounted)",
        ),
        (
            "fr",
            "soit au moins 15,53\u00a0$US par heure libérée (Heures de travail libérées\u202f; après actualisation)",
        ),
    ],
)
def test_hours_a_year_are_weighed_by_the_hour(language: str, needed: str) -> None:
    """If nothing was avoided: US$700,000 at 10 % a year later, over 286,000 × 12 s a week for 52 weeks."""
    raw = yaml.safe_load((ROOT / "cases/ibm-enterprise-tagging.yml").read_text(encoding="utf-8"))
    raw["headline"]["reading"] = "with_reuse"
    nothing = {"design": "none", "deadweight": "100%"}
    raw["benefits"]["money_not_shown"] |= {"amount": "cost_avoided", "without_it": nothing}
    (alone,) = view(judged(raw), language).sections["working"].others
    assert alone.conditions is not None
    assert needed in alone.conditions.soft


def test_only_what_came_on_top_of_before_is_weighed() -> None:
    raw = drawn()
    raw["soft"]["active"]["baseline"] = "members_before"
    raw["inputs"]["members_before"] = {**MEMBERS, "value": 300}
    assert "about €173 per participant" in worth(raw)


def test_shares_and_changes_are_not_weighed_one_by_one() -> None:
    lane = view(real("need-a-cake")).sections.get("soft")
    assert lane is not None
    assert lane.worth.endswith("worth at least £12,500; readers decide whether that is plausible.")


def test_the_sentence_of_the_leading_reading_stands_once() -> None:
    shown = view(real("need-a-cake"))
    conditions = shown.sections.get("what-would-have-to-be-true")
    assert conditions is None or conditions.soft == ""
    assert all(
        part.conditions and part.conditions.soft for part in shown.sections["working"].others
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_beside_present_values_no_count_is_spread_over_years(language: str) -> None:
    """A source that gives present values alone does not tell in which years what is counted came."""
    lane = view(real("national-tobacco-campaign-1997"), language).sections.get("soft")
    assert lane is not None
    assert lane.worth
    assert not any(one in lane.worth for one in ("quitter", "arrêté", "QALY"))
