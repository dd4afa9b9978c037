"""Numbers, shares and dates as people write them; refused where ambiguous."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from roi_casebook.written.numbers import WrittenNumber, written_number
from roi_casebook.written.scalars import DateKnown, Day, Share, Whole


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (12, WrittenNumber(12.0)),
        ("12", WrittenNumber(12.0)),
        ("-4.6e6", WrittenNumber(-4.6e6)),
        ("700k", WrittenNumber(700e3)),
        ("4.6 million", WrittenNumber(4.6e6)),
        ("2 bn", WrittenNumber(2e9)),
        ("700 000", WrittenNumber(700_000.0)),
        ("700\u202f000", WrittenNumber(700_000.0)),
        ("1_000", WrittenNumber(1000.0)),
        ("60%", WrittenNumber(0.6, percent=True)),
        ("2.4732 %", WrittenNumber(0.024732, percent=True)),
        ("12\u2009000 EUR", WrittenNumber(12000.0, unit="EUR")),
        ("700kg", WrittenNumber(700.0, unit="kg")),
        ("6000 GBP", WrittenNumber(6000.0, unit="GBP")),
        ("12 search/week", WrittenNumber(12.0, unit="search/week")),
        ("0.5", WrittenNumber(0.5)),
    ],
)
def test_numbers_are_read_as_people_write_them(text: object, expected: WrittenNumber) -> None:
    assert written_number(text) == expected


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("1,200", "ambiguous_number", "write 1200 or 1.200"),
        ("1.200.000", "ambiguous_number", "write 1200000"),
        ("0123", "ambiguous_number", "write 123"),
        ("-007", "ambiguous_number", "write -7"),
        ("6 billion", "ambiguous_number", "6e9 a thousand times more"),
        ("1 234,5", "ambiguous_number", "write 1234.5"),
        ("12,5 %", "ambiguous_number", "write 12.5%"),
        ("1.234,56", "ambiguous_number", "write 1234.56"),
        ("1,234.56", "ambiguous_number", "write 1234.56"),
        ("1,234,567", "ambiguous_number", "write 1234567"),
        ("0,7 M USD", "ambiguous_number", "write 0.7 million USD"),
        ("3 M€", "currency_sign", "write 3 million, and the currency as its unit, e.g. unit: EUR"),
        ("$2 million", "currency_sign", "write 2 million, and"),
        ("4,6 millions d’euros", "not_a_number", "write 4.6 million EUR"),
        ("2 milliards", "not_a_number", "write 2 bn"),
        ("60 p. 100", "not_a_number", "write 60%"),
        ("\u22125", "not_a_number", "write -5"),
        ("1'234.50", "not_a_number", "write 1234.50"),
        ("~12", "not_a_number", "write 12; how sure it is"),
        ("10 \u2013 20 %", "not_a_number", "write one number: 10% or 20%"),
        ("N/A", "not_a_number", "write unknown"),
        ("Inconnu", "not_a_number", "write unknown"),
        ("unknown", "not_a_number", "leave the field out"),
        ("EUR 12", "not_a_number", "write 12, and unit: EUR"),
        ("3 m", "ambiguous_number", "write 3 million"),
        ("1.5.2", "not_a_number", "4.6 million"),
        ("12,345,67", "ambiguous_number", "4.6 million"),
        ("0x1F", "not_a_number", "write 31"),
        ("0b101", "not_a_number", "write 5"),
        ("\u0663\u0664", "not_a_number", "write 34"),
        ("\uff13\uff0e\uff15", "not_a_number", "write 3.5"),
        ("1\u00bd %", "not_a_number", "write 1.5%"),
        ("\u00bd million", "not_a_number", "write 0.5 million"),
        ("2 3/4", "not_a_number", "write 2.75"),
        ("\u201c1000\u201d", "not_a_number", "write 1000"),
        ("1_000e3", "ambiguous_number", "write 1000e3"),
        ("3 crore", "not_a_number", "write 30 million"),
        ("2,5 lakh", "not_a_number", "write 250k"),
        ("3\u4e07", "not_a_number", "write 30k"),
        ("1.5 tn", "not_a_number", "write 1500 bn"),
        ("3B", "ambiguous_number", "write 3 bn"),
        ("3 b EUR", "ambiguous_number", "write 3 bn EUR"),
        ("3 m EUR", "ambiguous_number", "write 3 million EUR"),
        ("3 Mrd. EUR", "not_a_number", "write 3 bn EUR"),
        ("3 mil millones", "not_a_number", "write 3 bn"),
        ("3 \u043c\u043b\u043d", "not_a_number", "write 3 million"),
        ("66e)6", "not_a_number", "4.6 million"),
        ("£6000", "currency_sign", "unit: GBP"),
        ("six", "not_a_number", "4.6 million"),
        (True, "not_a_number", "unknown"),
        (None, "not_a_number", "unknown"),
        ([1], "not_a_number", "60%"),
        ("1e999", "not_a_number", "unknown"),
        (1e300, "number_out_of_range", "power of ten"),
        ("-1e-30", "number_out_of_range", "power of ten"),
    ],
)
def test_what_is_ambiguous_is_refused_with_a_hint(text: object, code: str, hint: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        written_number(text)
    assert caught.value.type == code
    assert caught.value.context
    assert hint in caught.value.context["hint"]


@given(st.text(max_size=20) | st.floats() | st.integers())
def test_no_text_ends_in_another_error(text: object) -> None:
    with suppress(PydanticCustomError):
        assert isinstance(written_number(text).value, float)


@pytest.mark.parametrize(
    ("text", "expected"), [("60%", 0.6), (0.6, 0.6), ("0", 0.0), ("100 %", 1.0)]
)
def test_shares(text: object, expected: float) -> None:
    assert TypeAdapter(Share).validate_python(text) == expected


@pytest.mark.parametrize(
    ("text", "hint"), [(60, "write 60%"), ("150%", "between 0% and 100%"), (-0.1, "between")]
)
def test_a_share_lies_between_nothing_and_all(text: object, hint: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Share).validate_python(text)
    assert hint in caught.value.errors()[0]["ctx"]["hint"]


@pytest.mark.parametrize(
    ("text", "spelled", "last"),
    [
        (2008, "2008", date(2008, 12, 31)),
        ("2008-02", "2008-02", date(2008, 2, 29)),
        ("2008-12", "2008-12", date(2008, 12, 31)),
        ("2008-08-20", "2008-08-20", date(2008, 8, 20)),
    ],
)
def test_dates_are_known_to_the_year_the_month_or_the_day(
    text: object, spelled: str, last: date
) -> None:
    known = TypeAdapter(DateKnown).validate_python(text)
    assert str(known) == spelled
    assert known.last_day() == last


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("5/8/2008", "write the year first: 2008-08-05 or 2008-05-08"),
        ("22.11.2008", "write the year first: 2008-11-22"),
        ("5/5/2008", "write the year first: 2008-05-05"),
        ("99/99/2008", "write it as 2008-08-20, 2008-08 or 2008"),
        ("22-11-2008", "write the year first: 2008-11-22"),
        ("22 novembre 2008", "write the year first: 2008-11-22"),
        ("1er août 2008", "write the year first: 2008-08-01"),
        ("Nov. 22nd, 2008", "write the year first: 2008-11-22"),
        ("févr. 2008", "write the year first: 2008-02"),
        ("11/2008", "write the year first: 2008-11"),
        ("2008/11/22", "write 2008-11-22"),
        ("2008-1-5", "write 2008-01-05"),
        ("20081122", "write 2008-11-22"),
        ("2008.11", "write 2008-11"),
        ("22 brumaire 2008", "write it as 2008-08-20, 2008-08 or 2008"),
        ("2008-02-30", "write it as 2008-08-20"),
        ("2008", "write it as 2008-08-20"),
    ],
)
def test_a_day_written_otherwise_is_refused(text: str, hint: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Day).validate_python(text)
    assert caught.value.errors()[0]["ctx"]["hint"] == hint


def test_whole_numbers_have_no_fraction() -> None:
    assert TypeAdapter(Whole).validate_python("3") == 3
    with pytest.raises(ValidationError):
        TypeAdapter(Whole).validate_python(1.5)
