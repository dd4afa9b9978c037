"""An input of the case's table: one number, a number of its own for each year, or one that grows.

A formula over such inputs is asked year by year: `tree_in_year` puts in place of each name what
stands for it in that year. What moves an input moves numbers that are one each, by name
(`single_numbers`): its value; of a series the factor of all its years, 1 as they are written; of
one that grows its growth as well, as `orders.grows`.
"""

from collections.abc import Mapping
from typing import Literal, Self

from pydantic import Field, model_validator

from roi_casebook.case.growing import Growth
from roi_casebook.case.inputs import Input
from roi_casebook.case.series import Series
from roi_casebook.case.timeline import Moment
from roi_casebook.roi.algebra.expressions import Name, Node, Num, Op
from roi_casebook.roi.quantities import grown_amount
from roi_casebook.written.refusals import refused
from roi_casebook.written.scalars import CalendarYear

GROWS = ".grows"


class NamedInput(Input):
    """One number of the case, or one for each year; and what it rests on.

    Errors: values_and_value, growth_of_series, growth_without_number, and those of an input.
    """

    values: Series | None = Field(
        None,
        description="in place of value: a number of its own for each year (or month, or date), counted as `when` counts, some of them `unknown`",
        examples=[{"1": 100, "2-5": 200, "6": 300}],
    )
    grows: Growth | None = Field(
        None,
        description="by how much it grows a year, from the first year of the line that names it: a share, or with a basis of its own",
        examples=["3%"],
    )

    context: Literal["yes"] | None = Field(
        None,
        description="`yes` for a number that readers should know and that enters no line: it stands apart, and in no figure",
    )
    price_year: CalendarYear | None = Field(
        None,
        description="of money in other prices than the case's: their year; brought by the price index to the case's price year, or under nominal prices to the year in which its line falls",
        examples=[2010],
    )

    @model_validator(mode="after")
    def _one_kind_of_number(self) -> Self:
        if self.values is not None and (
            self.value is not None
            or self.low is not None
            or self.high is not None
            or self.likely is not None
        ):
            raise refused(
                "values_and_value",
                "found values: beside a value or a range, expected one of them",
                "write values alone for a number of each year, or value alone",
                "values",
            )
        if self.values is not None and self.grows is not None:
            raise refused(
                "growth_of_series",
                "found grows: beside values:, whose years say already how it grows",
                "leave one of the two out",
                "grows",
            )
        if self.grows is not None and self.is_unknown:
            raise refused(
                "growth_without_number",
                "found grows: beside unknown, of which nothing can grow",
                "leave grows: out",
                "grows",
            )
        return self

    @property
    def by_year(self) -> Mapping[Moment, float | None]:
        """The number of each year, or other moment, None where it is unknown; empty where it is no series."""
        return self.values or {}

    @property
    def is_yearly(self) -> bool:
        """Tell whether it has not one number but one for each year, written or by its growth."""
        return self.values is not None or self.grows is not None

    @property
    def has_own_growth(self) -> bool:
        """Tell whether its growth has a basis of its own."""
        return isinstance(self.grows, Input)

    @property
    def growth(self) -> Input | None:
        """By how much it grows a year: a bare share rests on what the number itself rests on."""
        if self.grows is None or isinstance(self.grows, Input):
            return self.grows
        return Input.model_construct(
            value=self.grows,
            unit="share",
            source=self.source,
            quote=self.quote,
            assumption=self.assumption,
            assumed_by=self.assumed_by,
        )


def single_numbers(inputs: Mapping[str, NamedInput]) -> dict[str, Input]:
    """Give every number by which inputs move, by name: inputs, and the growth of those that grow."""
    growths = {f"{name}{GROWS}": given.growth for name, given in inputs.items()}
    return {**inputs, **{name: growth for name, growth in growths.items() if growth}}


def tree_in_year(
    tree: Node, inputs: Mapping[str, NamedInput], at: Moment, first: Moment
) -> Node | None:
    """Give a formula as it is at a moment, over numbers that are one each; None where one is unknown.

    first: the first moment of the line, from which inputs grow. Errors: KeyError for a moment that
    a series leaves out.
    """
    match tree:
        case Name(name=name) if name in inputs:
            return _at(tree, inputs[name], at, first)
        case Op(left=left, right=right):
            parts = [tree_in_year(part, inputs, at, first) for part in (left, right)]
            if parts[0] is None or parts[1] is None:
                return None
            return Op(tree.sign, parts[0], parts[1], tree.column)
    return tree


def _at(name: Name, given: NamedInput, at: Moment, first: Moment) -> Node | None:
    if given.values is not None:
        entry = given.values[at]
        return None if entry is None else Op("*", Num(entry), name, name.column)
    if given.grows is None:
        return name
    grown: Node = grown_amount(name, Name(f"{name.name}{GROWS}"), Num(at.years_since(first)))
    return grown
