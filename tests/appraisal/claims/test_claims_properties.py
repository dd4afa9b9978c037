"""What holds for any case: rounding reproduces, scaling changes nothing, verdicts are pure."""

from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from roi_casebook.roi.figures import leaving
from tests.appraisal.claims.claimed_case import Raw, claim, judged, rules, verdict_on, verdicts_on

MONEY = {"cost": "total_costs", "benefit": "pv_benefits", "net": "npv"}
RATIOS = {"roi": "roi", "bcr": "bcr"}
FEW = settings(max_examples=40)  # each judges a whole case, some twice
SUMS = ("set_up", "running", "first", "second", "third")

amounts = st.integers(1_000, 900_000).map(float)
shares = st.integers(0, 90).map(lambda percent: f"{percent}%")
changed_cases = st.fixed_dictionaries(
    {
        **{f"inputs.{name}.value": amounts for name in SUMS},
        "benefits.sales.margin": st.integers(1, 100).map(lambda percent: f"{percent}%"),
        "benefits.sales.without_it.deadweight": st.integers(1, 90).map(lambda share: f"{share}%"),
        "benefits.sales.without_it.attribution_to_others": shares,
    }
)


def own_figure(changes: dict[str, Any], name: str) -> float:
    leading = judged({}, changes).leading
    if name not in leading.figures:  # what was paid is no figure of its own
        return float(leading.values[name].item())
    value = leading.figures[name].value
    assert value is not None
    return value


@FEW
@given(changed_cases, st.sampled_from(sorted(MONEY)), st.integers(2, 10))
def test_our_own_sum_rounded_to_any_digits_is_reproduced(
    changes: dict[str, Any], what: str, digits: int
) -> None:
    """It may also be an input, by chance."""
    value = leaving(own_figure(changes, MONEY[what]), digits)
    verdict = verdict_on(claim(what, value, "EUR"), changes)
    assert verdict.state in {"reproduced", "same_as_input"}


@FEW
@given(changed_cases, st.sampled_from(sorted(RATIOS)), st.integers(0, 6))
def test_our_own_ratio_rounded_to_any_decimals_is_reproduced(
    changes: dict[str, Any], what: str, decimals: int
) -> None:
    value = round(own_figure(changes, RATIOS[what]) * 100, decimals)
    verdict = verdict_on(claim(what, f"{value:.{decimals}f}%", "share"), changes)
    assert verdict.state == "reproduced"


@FEW
@given(changed_cases, st.sampled_from(sorted(RATIOS)), st.integers(2, 8))
def test_told_as_about_it_is_reproduced_at_any_digits(
    changes: dict[str, Any], what: str, digits: int
) -> None:
    value = leaving(own_figure(changes, RATIOS[what]), digits)
    assert verdict_on(claim(what, value, "1", bound="about"), changes).state == "reproduced"


def scaled(changes: dict[str, Any], power: int) -> dict[str, Any]:
    """Give all money a power of ten larger."""
    money = {path: value * 10**power for path, value in changes.items() if path.startswith("inputs.")}  # fmt: skip
    return {**changes, **money}


def claims_of(sums: list[float], power: int) -> dict[str, Raw]:
    by = 10**power
    gain, cost, other = sums
    return {
        "gain": claim("benefit", gain * by, "EUR"),
        "cost": claim("cost", cost * by, "EUR"),
        "again": claim("revenue", other * by, "EUR/year", repeats="gain"),
        "net": claim("net", (gain - cost) * by, "EUR", bound="about"),
        "ratio": claim("bcr", round(gain / cost, 2), parts={"gain": "gain", "cost": "cost"}),
        "share": claim("share-of-revenue", "60%"),
    }


@FEW
@given(changed_cases, st.lists(amounts, min_size=3, max_size=3), amounts, st.integers(1, 4))
def test_scaling_all_money_leaves_verdicts(
    changes: dict[str, Any], sums: list[float], revenue: float, power: int
) -> None:
    assume(sums[0] != sums[1])
    before = {**changes, "inputs.all_revenue.value": revenue}
    small = verdicts_on(claims_of(sums, 0), before)
    large = verdicts_on(claims_of(sums, power), scaled(before, power))
    for name, verdict in small.items():
        assert (verdict.state, verdict.reason, rules(verdict)) == (
            large[name].state,
            large[name].reason,
            rules(large[name]),
        )


@FEW
@given(changed_cases, st.permutations(["gain", "cost", "again", "net", "ratio", "share"]))
def test_the_order_of_claims_does_not_matter(changes: dict[str, Any], order: list[str]) -> None:
    written = claims_of([500000.0, 200000.0, 500000.0], 0)
    plain = verdicts_on(written, changes)
    assert dict(verdicts_on({name: written[name] for name in order}, changes)) == dict(plain)


# The same claim in another unit -------------------------------------------------------------------


PURE_KINDS = ("roi", "bcr", "irr", "mirr", "annualised", "sroi", "chance", "share-of-revenue")
ratios = st.integers(-999, 9999).map(lambda hundredths: hundredths / 100)


@FEW
@given(changed_cases, st.sampled_from(PURE_KINDS), ratios)
def test_a_ratio_has_one_verdict_in_per_cent_and_in_times(
    changes: dict[str, Any], what: str, value: float
) -> None:
    per_cent = leaving(value * 100)
    written = {
        "plain": claim(what, value),
        "share": claim(what, f"{per_cent}%", "share"),
        "x": claim(what, value, "x"),
        "times": claim(what, value, "times"),
        "percent": claim(what, per_cent, "percent"),
    }
    assert (
        len({(found.state, found.reason) for found in verdicts_on(written, changes).values()}) == 1
    )


@FEW
@given(changed_cases, st.integers(1, 60))
def test_a_time_has_one_verdict_in_months_quarters_and_years(
    changes: dict[str, Any], quarters: int
) -> None:
    written = {
        "month": claim("payback", quarters * 3, "month"),
        "quarter": claim("payback", quarters, "quarter"),
        "year": claim("payback", quarters / 4, "year"),
    }
    assert (
        len({(found.state, found.reason) for found in verdicts_on(written, changes).values()}) == 1
    )


@FEW
@given(
    changed_cases, st.sampled_from(["benefit", "cost"]), st.integers(100, 999), st.integers(0, 4)
)
def test_a_sum_of_money_a_year_has_one_verdict_a_month(
    changes: dict[str, Any], what: str, digits: int, power: int
) -> None:
    """A twelfth of it has other digits, so that only numbers of twelve have the same."""
    year = digits * 12 * 10**power
    written = {
        "year": claim(what, low=year, high=year, unit="EUR/year", bound="about"),
        "month": claim(what, low=year / 12, high=year / 12, unit="EUR/month", bound="about"),
    }
    found = verdicts_on(written, changes)
    assume(all(one.state != "same_as_input" for one in found.values()))
    assert found["year"].state == found["month"].state


# The same case in other years ---------------------------------------------------------------------


@FEW
@given(changed_cases, st.lists(amounts, min_size=3, max_size=3), st.integers(-15, 5))
def test_shifting_all_years_of_a_case_in_one_currency_leaves_verdicts(
    changes: dict[str, Any], sums: list[float], shift: int
) -> None:
    assume(sums[0] != sums[1])
    written = claims_of(sums, 0)
    before = {**changes, "organisation.revenue_year": 2021}
    shifted = {
        **changes,
        "organisation.revenue_year": 2021 + shift,
        "period.start": 2020 + shift,
        "money.price_year": 2020 + shift,
        "checked": f"{2024 + shift}-06-30",
        **{
            f"sources.{name}.date": 2020 + shift for name in ("accounts", "article", "list", "blog")
        },
    }
    assert dict(verdicts_on(written, shifted)) == dict(verdicts_on(written, before))


# The order of the verdicts ------------------------------------------------------------------------


@FEW
@given(changed_cases, st.lists(amounts, min_size=3, max_size=3), amounts)
def test_one_verdict_and_its_strongest_reason_first(
    changes: dict[str, Any], sums: list[float], revenue: float
) -> None:
    order = ["impossible", "implausible", "doubtful", "remark"]
    for found in verdicts_on(
        claims_of(sums, 0), {**changes, "inputs.all_revenue.value": revenue}
    ).values():
        weights = [doubt.weight for doubt in found.doubts]
        of_limits = [
            each for each in weights if each != "doubtful"
        ]  # arithmetic stands before a limit
        assert of_limits == sorted(of_limits, key=order.index)
        assert (found.state == "impossible") == ("impossible" in weights)
        if "impossible" not in weights:
            assert (found.state == "implausible") == ("implausible" in weights)
