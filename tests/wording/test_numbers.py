"""Numbers, shares and money: rounded for headlines, exact enough in workings."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_casebook.roi.ranges import Range, range_of_error
from roi_casebook.wording import Wording
from tests.wording.voices import EN, FR, VOICES, plain

NUMBERS = st.floats(-1e300, 1e300)


@pytest.mark.parametrize(
    ("x", "english", "french"),
    [
        (-0.2928, "−29%", "−29 %"),
        (0.035, "3.5%", "3,5 %"),
        (0.0004, "0.04%", "0,04 %"),
        (0.0996, "10%", "10 %"),
        (-0.003, "−0.3%", "−0,3 %"),
        (0, "0%", "0 %"),
        (0.1049, "10%", "10 %"),
        (0.105, "11%", "11 %"),
        (-1, "−100%", "−100 %"),
        (-0.9994615, "−99.9%", "−99,9 %"),  # nearly all of it is lost
        (-0.99967, "−99.97%", "−99,97 %"),
        (-1.002, "−100.2%", "−100,2 %"),
        (0.996, "99.6%", "99,6 %"),
        (1.004, "100%", "100 %"),
        (3.29, "329%", "329 %"),
        (10, "1,000%", "1 000 %"),
        (25.3, "25.3 times", "25,3 fois"),
        (249.04, "249 times", "249 fois"),
    ],
)
def test_percent_is_whole_from_ten_on_and_a_multiple_above_a_thousand(
    x: float, english: str, french: str
) -> None:
    assert (EN.numbers.percent(x), plain(FR.numbers.percent(x))) == (english, french)


@pytest.mark.parametrize(
    ("x", "currency", "english", "french"),
    [
        (12600, "GBP", "£12,600", "12 600 £"),
        (-29729.53, "EUR", "−\u2060€29,700", "−29 700 €"),
        (2.43e6, "USD", "US$2.43 million", "2,43 M$US"),
        (1.5e6, "EUR", "€1.5 million", "1,5 M€"),
        (103.6e9, "USD", "US$104 billion", "104 Md$US"),
        (2.5e12, "USD", "US$2,500 billion", "2 500 Md$US"),
        (999600, "GBP", "£1 million", "1 M£"),
        (457.4, "GBP", "£457", "457 £"),
        (2.75, "GBP", "£2.75", "2,75 £"),
        (12600, "CHF", "CHF 12,600", "12 600 CHF"),
        (2.4e6, "CHF", "CHF 2.4 million", "2,4 M CHF"),
        (0, "USD", "US$0", "0 $US"),
        (0.002, "EUR", "€0.002", "0,002 €"),
        (0.0080833, "GBP", "£0.00808", "0,00808 £"),
        (99.95, "USD", "US$99.95", "99,95 $US"),
        (-0.05, "USD", "−US$0.05", "−0,05 $US"),
        (1e24, "USD", "US$1 × 10²⁴", "1 × 10²⁴ $US"),
        (-2.345e15, "EUR", "−\u2060€2.35 × 10¹⁵", "−2,35 × 10¹⁵ €"),
    ],
)
def test_money_in_a_headline_has_three_digits(
    x: float, currency: str, english: str, french: str
) -> None:
    shown = [plain(voice.numbers.money(x, currency)) for voice in VOICES]
    assert shown == [english, french]


@pytest.mark.parametrize(
    ("x", "english"),
    [
        (101541.94, "£101,542"),
        (12.5, "£12.50"),
        (0.004, "£0.004"),
        (0.0080833, "£0.00808"),
        (0.05, "£0.05"),
        (0.09996, "£0.10"),
        (0, "£0"),
        (1.5e21, "£1.5 × 10²¹"),
        (999.999, "£1,000"),
        (-3, "−\u2060£3"),
        (1363636.4, "£1,363,636"),
    ],
)
def test_money_in_a_working_is_whole_from_a_thousand_on(x: float, english: str) -> None:
    assert plain(EN.numbers.money_exact(x, "GBP")) == english


def test_given_money_is_shortened_only_where_no_digit_is_lost() -> None:
    assert EN.numbers.money_given(103.6e9, "USD") == "US$103.6\u00a0billion"
    assert EN.numbers.money_given(1234567, "USD") == "US$1,234,567"
    assert EN.numbers.money_given(700000, "USD") == "US$700,000"
    assert EN.numbers.money_given(0.0053, "GBP") == "£0.0053"
    assert EN.numbers.computed(0.0053, "GBP/ISK").startswith("£0.0053 ")


@pytest.mark.parametrize(
    ("x", "unit", "english", "french"),
    [
        (60, "USD/hour", "US$60 per hour", "60 $US par heure"),
        (1, "search/week", "1 search per week", "1 recherche par semaine"),
        (286000, "search/week", "286,000 searches per week", "286 000 recherches par semaine"),
        (12, "second/search", "12 seconds per search", "12 secondes par recherche"),
        (1.5, "hour", "1.5 hours", "1,5 heure"),
        (0.125, "share", "12.5%", "12,5 %"),
        (5, "flurb/quux", "5 flurb per quux", "5 flurb par quux"),
        (52, "week/year", "52 weeks per year", "52 semaines par an"),
        (3, "1", "3", "3"),
        (12500, "money", "£12,500", "12 500 £"),
        (2, "person*day", "2 days·people", "2 jours·personnes"),
        (6, "/year", "6 per year", "6 par an"),
    ],
)
def test_a_quantity_names_its_unit(x: float, unit: str, english: str, french: str) -> None:
    unit = unit if unit[0] != "/" else f"1{unit}"
    shown = [plain(voice.numbers.quantity(x, unit, "GBP")) for voice in VOICES]
    assert shown == [english, french]


def test_a_range_names_its_unit_once() -> None:
    assert EN.numbers.range(40, 60, 93, "USD/hour") == "US$40 to US$93 per hour, most likely US$60"
    assert EN.numbers.range(2.5, None, 3, "GBP/order") == "£2.50 to £3 per order"
    assert (
        plain(FR.numbers.range(0.1, 0.25, 0.5, "share"))
        == "de 10 % à 50 %, le plus probable : 25 %"
    )


def test_an_interval_is_told_as_its_source_prints_it() -> None:
    lift = Range(2.1, 4.3, ends="p2.5-p97.5")
    told = [plain(voice.numbers.stated_range(lift, None, "order", "GBP")) for voice in VOICES]
    assert told == ["95% interval 2.1 to 4.3 orders", "intervalle à 95 % : de 2,1 à 4,3 commandes"]
    middle = Range(1000, 4000, 2000, "lognormal", "p5-p95")
    told = [plain(voice.numbers.stated_range(middle, None, "GBP", "GBP")) for voice in VOICES]
    assert told == [
        "90% interval £1,000 to £4,000, middle £2,000",
        "intervalle à 90 % : de 1 000 £ à 4 000 £, milieu : 2 000 £",
    ]


def test_a_standard_error_is_told_with_the_interval_that_it_makes() -> None:
    """12 % with an error of 2 %: 1.96 times 2 % to either side."""
    stated = range_of_error(0.12, 0.02)
    told = [plain(voice.numbers.stated_range(stated, 0.02, "share", "GBP")) for voice in VOICES]
    assert told == [
        "standard error 2%: 95% interval 8.08% to 15.9%",
        "erreur type : 2 % ; intervalle à 95 % : de 8,08 % à 15,9 %",
    ]


def test_a_unit_stands_alone_as_the_head_of_a_column() -> None:
    assert EN.numbers.unit("USD/hour") == "US$ per hour"
    assert FR.numbers.unit("search/week") == "recherches par semaine"
    assert EN.numbers.unit("money", "GBP") == "£"
    assert EN.numbers.unit("share") == "%"


def test_the_signs_of_a_number_are_those_of_the_language() -> None:
    assert (EN.numbers.decimal_sign, EN.numbers.group_sign) == (".", ",")
    assert (FR.numbers.decimal_sign, FR.numbers.group_sign) == (",", "\u202f")


@given(NUMBERS)
def test_any_number_can_be_written_with_a_true_minus(x: float) -> None:
    for voice in VOICES:
        for text in written(voice, x):
            assert any(sign.isdigit() for sign in text)
            assert "-" not in text
            assert "E" not in text.removesuffix("EUR")


def written(voice: Wording, x: float) -> list[str]:
    return [
        voice.numbers.number(x),
        voice.numbers.percent(x),
        voice.numbers.percent_exact(x),
        voice.numbers.money(x, "EUR"),
        voice.numbers.money_exact(x, "GBP"),
        voice.numbers.quantity(x, "search/week"),
    ]


@given(st.integers(-(10**9), 10**9))
def test_a_number_reads_back(x: int) -> None:
    assert int(EN.numbers.number(x).replace(",", "").replace("−", "-")) == x


@given(st.floats(-10, 10))
def test_a_headline_percentage_is_within_its_rounding(x: float) -> None:
    shown = float(EN.numbers.percent(x).replace(",", "").replace("−", "-").removesuffix("%"))
    assert abs(shown / 100 - x) <= (0.005 if abs(x) >= 0.099 else 0.0005) + 1e-12


def test_no_line_ends_between_a_minus_and_a_sign_of_money() -> None:
    """A browser breaks a line before £ and €, not within a word joiner's reach."""
    assert EN.numbers.money(-6000, "GBP") == "−\u2060£6,000"
    assert EN.numbers.money(-6000, "USD") == "−US$6,000"
    assert FR.numbers.money(-6000, "GBP") == "−6\u202f000\u00a0£"


NOT_NOUGHT = st.floats(2e-9, 1e24) | st.floats(-1e24, -2e-9)


@given(NOT_NOUGHT)
def test_what_is_not_nought_is_never_written_as_nought(x: float) -> None:
    for voice in VOICES:
        for write in (voice.numbers.money, voice.numbers.money_exact, voice.numbers.money_given):
            assert re.search(r"[1-9]", write(x, "EUR"))


@pytest.mark.parametrize(
    ("x", "written"), [(1, "1"), (0.9995, "0.9995"), (1.0004, "1.0004"), (1.0049, "1.005"), (1.02, "1.02")]
)  # fmt: skip
def test_a_ratio_that_is_not_one_is_never_written_as_one(x: float, written: str) -> None:
    assert EN.numbers.apart_from(1, x, 3) == written


def test_what_comes_back_for_one_is_never_written_as_one_where_it_is_less() -> None:
    assert EN.numbers.money_apart_from(1, 0.9995, "EUR") == "€0.9995"
    assert EN.numbers.money_apart_from(1, 1, "EUR") == "€1"
    assert EN.numbers.money_apart_from(1, 2.104, "EUR") == "€2.10"
