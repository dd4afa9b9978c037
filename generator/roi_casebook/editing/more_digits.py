"""Figures by as many digits as someone asks for, to be held against a printed table."""

from typing import Any

from roi_casebook.roi.figures import Figure
from roi_casebook.wording import Wording
from roi_casebook.wording.rounding import decimal_of, to_digits


def rounded_data(data: Any, digits: int) -> Any:  # noqa: ANN401 -- whatever JSON holds
    """Give plain data with every number rounded to so many significant digits."""
    if isinstance(data, float):
        return float(to_digits(decimal_of(data), digits))
    if isinstance(data, dict):
        return {key: rounded_data(each, digits) for key, each in data.items()}
    return [rounded_data(each, digits) for each in data] if isinstance(data, list) else data


def in_digits(figure: Figure, digits: int, currency: str, words: Wording) -> str:
    """Write a figure and its range by so many significant digits; "" where it has no value."""
    if figure.value is None:
        return ""
    ends = [each for each in (figure.p10, figure.p90) if each is not None]
    told = [_number(each, figure, digits, currency, words) for each in (figure.value, *ends)]
    return (
        told[0]
        if not ends
        else words.t("figures.in_digits", value=told[0], low=told[1], high=told[-1])
    )


def _number(value: float, figure: Figure, digits: int, currency: str, words: Wording) -> str:
    if figure.unit == "ratio":
        return words.numbers.percent_exact(value, digits)
    return f"{words.numbers.number(value, digits)} {'' if figure.unit == 'month' else currency}".strip()
