"""`figures` and `explain` on the real cases and on what editors get wrong."""

import json
from atexit import register
from functools import cache
from pathlib import Path
from shutil import copy, rmtree
from tempfile import mkdtemp

import pytest
from click.testing import CliRunner, Result

from roi_casebook.cli import main
from roi_casebook.roi.figure_table import MONEY_FIGURES
from tests.real_cases import KINDS

ROOT = Path(__file__).parents[2]
SHOWN = (*sorted(KINDS), "pepsi-refresh", "river-pools")


@cache
def site() -> Path:
    """Give a site of some real cases: a command reads all cases of its site."""
    folder = Path(mkdtemp())
    register(rmtree, folder)
    (folder / "cases").mkdir()
    copy(ROOT / "site_config.yml", folder)
    for slug in SHOWN:
        copy(ROOT / "cases" / f"{slug}.yml", folder / "cases")
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--site", str(site())], catch_exceptions=False)


@pytest.mark.parametrize("slug", sorted(KINDS))
def test_every_case_gives_all_figures_each_a_value_or_a_reason(slug: str) -> None:
    result = run("figures", slug, "--format", "json")
    assert result.exit_code == 0
    data = json.loads(result.stdout)
    social = data.pop("social", None)
    written = (ROOT / "cases" / f"{slug}.yml").read_text(encoding="utf-8")
    assert (social is not None) == (
        "for_whom:" in written
    )  # what is priced for others says for whom
    assert list(data) == [
        "case", "reading", "currency", "basis", "figures", "cost_per_result", "evidence", "claims",
    ]  # fmt: skip
    assert list(MONEY_FIGURES) == [name for name in data["figures"] if name in MONEY_FIGURES]
    for name, figure in data["figures"].items():
        assert list(figure) == ["value", "side", "bound", "reason", "unit", "p10", "p50", "p90"], (
            name
        )
        assert (figure["value"] is None) != (figure["reason"] is None), name
        assert figure["bound"] is None or (figure["side"] and figure["p10"] is None), name
        assert (figure["side"] is None) == ("because" not in data["basis"]["sides"].get(name, {}))


def test_the_verdicts_on_claims_are_told_with_their_reasons() -> None:
    claims = json.loads(run("figures", "ibm-internal-blogs", "--format", "json").stdout)["claims"]
    assert claims["ten_to_one"] == {
        "verdict": "impossible",
        "basis": None,
        "because": [
            "The claim cannot be true as it is told.",
            "Its own gain and cost give 1,000 to 1, not 10.",
        ],
    }
    assert claims["up_to_100_million"]["basis"] == "what is unknown left out"
    listed = run("figures", "pepsi-refresh").stdout
    assert "What the sources claim" in listed
    assert "more_votes_than_an_election  not reproduced: The inputs give another number" in listed


@pytest.mark.parametrize("slug", sorted(KINDS))
def test_every_case_is_explained_down_to_its_sources(slug: str) -> None:
    result = run("explain", slug)
    assert result.exit_code == 0
    assert "nan" not in result.stdout.lower().replace("financ", "")
    assert "Lines and inputs" in result.stdout


def test_a_reading_is_chosen_by_name() -> None:
    leading = json.loads(run("figures", "depaul-ihobo", "--format", "json").stdout)
    other = json.loads(
        run("figures", "depaul-ihobo", "--reading", "with_sponsors", "--format", "json").stdout
    )
    assert leading["reading"] == "gifts_only"
    assert other["reading"] == "with_sponsors"
    assert leading["figures"]["roi"] != other["figures"]["roi"]


def test_the_basis_of_the_reading_says_what_is_another_for_single_figures() -> None:
    told = run("figures", "ibm-enterprise-tagging", "--reading", "with_reuse", "--format", "json")
    basis = json.loads(told.stdout)["basis"]
    assert basis["benefit"] == "money"
    assert basis["of_figures"]["pv_costs"]["benefit"] == "costs"
    assert basis["of_figures"]["roi_simple"] == {"is_discounted": False}
    assert "npv" not in basis["of_figures"]


def test_money_that_all_moves_at_the_start_is_not_discounted() -> None:
    basis = json.loads(run("figures", "depaul-ihobo", "--format", "json").stdout)["basis"]
    assert basis["horizon_years"] == 1
    assert basis["is_discounted"] is False
    assert basis["of_figures"]["soft_switching_value"] == {"is_discounted": True}


def test_a_path_names_a_case_as_well() -> None:
    by_path = run("figures", str(site() / "cases" / "need-a-cake.yml"), "--format", "json")
    assert json.loads(by_path.stdout) == json.loads(
        run("figures", "need-a-cake", "--format", "json").stdout
    )


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("figures", "depaul"), "did you mean 'depaul-ihobo'?"),
        (("figures", "depaul-ihobo", "--reading", "gift_only"), "did you mean 'gifts_only'?"),
        (("figures", "foiled-cupcakes", "--reading", "x"), "the case has no readings"),
        (("explain", "depaul-ihobo", "rio"), "did you mean 'roi'?"),
    ],
)
def test_a_wrong_name_is_wrong_use_and_names_the_nearest(
    arguments: tuple[str, ...], expected: str
) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert expected in result.stderr


def test_a_case_with_errors_ends_with_them(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yml"
    broken.write_text("format: 2\n", encoding="utf-8")
    result = run("figures", str(broken))
    assert result.exit_code == 1
    assert "format" in result.stderr
    assert result.stdout == ""


def test_the_figure_that_is_explained_comes_with_its_formula_and_numbers() -> None:
    text = run("explain", "depaul-ihobo", "roi").stdout
    assert "(PV of benefits − PV of costs) ÷ PV of costs" in text
    assert "(£12,600 − £6,000) ÷ £6,000" in text
    assert "civilsociety.co.uk" in text


def test_what_lines_state_is_explained_down_to_its_inputs() -> None:
    text = run("explain", "inspired-by-iceland", "npv").stdout.replace("\u00a0", " ")
    assert "= tourism direct value added ÷ tourism consumption\n    = ISK 47.1 billion ÷" in text
    grounds = text.partition("Lines and inputs")[2]
    for name in (
        "tourism_direct_value_added = ISK 47.1 billion; Statistics Iceland",
        "discount rate",
    ):
        assert name in grounds


def test_only_what_a_figure_uses_is_explained() -> None:
    text = run("explain", "inspired-by-iceland", "pv_costs").stdout
    assert "campaign_cost" in text
    assert "visitor_spending" not in text


def test_a_result_is_not_said_twice() -> None:
    assert "(−£12,500) = −£12,500" not in run("explain", "need-a-cake", "npv").stdout


def test_a_payback_that_never_was_in_the_red_has_no_sum() -> None:
    assert "÷" not in run("explain", "river-pools", "payback_months").stdout


def test_where_there_is_no_figure_the_reason_is_told() -> None:
    text = run("explain", "need-a-cake", "roi").stdout
    assert "only the balance is known" in text


@pytest.mark.parametrize(
    ("slug", "grounds"),
    [
        ("pepsi-refresh", ["grants", "running_it", "margin_on_sales"]),
        ("ibm-internal-blogs", ["fund", "blogs_and_jams", "margin_of_new_businesses"]),
    ],
)
def test_without_a_figure_what_there_is_stands_in_the_order_of_the_case(
    slug: str, grounds: list[str]
) -> None:
    told = run("explain", slug, "roi").stdout.partition("Lines and inputs\n")[2]
    assert [line.split()[0] for line in told.splitlines()] == grounds


def test_a_name_too_long_for_any_file_is_an_unknown_case() -> None:
    result = run("figures", "a" * 5000)
    assert result.exit_code == 2
    assert "no case" in result.stderr


@pytest.mark.parametrize("port", ["-1", "65536", "99999999"])
def test_a_port_that_cannot_be_is_wrong_use(port: str) -> None:
    assert run("serve", "--port", port).exit_code == 2


def test_what_one_result_cost_is_told_and_explained() -> None:
    told = json.loads(run("figures", "stopcovid", "--format", "json").stdout)["cost_per_result"]
    assert list(told) == ["alerts", "declared"]
    alerts = told["alerts"]
    assert alerts["value"] == pytest.approx(22_000.39, abs=0.005)
    assert (alerts["side"], alerts["reason"], alerts["unit"]) == ("either", None, "EUR/alert")
    assert alerts["discounted"] is None
    assert "€22,000 per alert delivered as far as counted" in run("figures", "stopcovid").stdout
    explained = run("explain", "stopcovid", "cost_per_result").stdout
    assert "= total costs ÷ results counted" in explained
    assert "alerts_sent: 296\u00a0alerts" in explained


def test_several_cases_are_told_in_one_call_each_as_by_itself() -> None:
    several = json.loads(run("figures", "stopcovid", "need-a-cake", "--format", "json").stdout)
    assert [each["case"] for each in several] == ["stopcovid", "need-a-cake"]
    assert several[1] == json.loads(run("figures", "need-a-cake", "--format", "json").stdout)
    text = run("figures", "stopcovid", "need-a-cake").stdout
    for told in ("stopcovid: ", "need-a-cake: ", "What the sources claim", "lock", "per alert"):
        assert told in text, told
    wrong = run("figures", "stopcovid", "need-a-kake")
    assert wrong.exit_code == 2
    assert "did you mean 'need-a-cake'?" in wrong.stderr


def test_as_many_digits_as_are_asked_for_stand_beside_each_figure() -> None:
    whole = json.loads(run("figures", "depaul-ihobo", "--format", "json").stdout)
    six = json.loads(run("figures", "depaul-ihobo", "--format", "json", "--digits", "3").stdout)
    for name, figure in whole["figures"].items():
        if figure["value"]:
            assert six["figures"][name]["value"] == float(f"{figure['value']:.3g}")
    assert " [£" not in run("figures", "depaul-ihobo").stdout
    assert " [12600 GBP]" in run("figures", "depaul-ihobo", "--digits", "6").stdout.replace(",", "")
    assert run("figures", "depaul-ihobo", "--digits", "0").exit_code == 2
