"""Figures with a side, as a line whose amount is not known would make them."""

from typing import Any

from roi_casebook.roi.figures import LIMITS, Bound, Cause, Figure, FigureUnit, Side

SIDES: dict[Bound, Side] = {limit: side for side, limit in LIMITS.items()}


def sided(name: str, unit: FigureUnit, value: float, side: Side, **more: Any) -> Figure:  # noqa: ANN401 -- as a figure has it
    return Figure(name, unit, value, side, because=(Cause("amount", "line", "", side),), **more)


def bounded(name: str, unit: FigureUnit, value: float, limit: Bound | None, **more: Any) -> Figure:  # noqa: ANN401 -- as above
    return (
        sided(name, unit, value, SIDES[limit], **more)
        if limit
        else Figure(name, unit, value, **more)
    )
