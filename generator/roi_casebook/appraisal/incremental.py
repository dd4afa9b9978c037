"""What each reading adds to that in whose place it would be chosen."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from roi_casebook.appraisal.amounts import amounts_of
from roi_casebook.appraisal.drawing import drawn, placed
from roi_casebook.appraisal.stated import stated_inputs
from roi_casebook.case import Case
from roi_casebook.roi.appraising import Appraised
from roi_casebook.roi.beside_base.increments import ReadingDrawn, increments

if TYPE_CHECKING:
    from roi_casebook.appraisal.appraise import Appraisal


def with_increments(
    case: Case, readings: Mapping[str | None, "Appraisal"]
) -> Mapping[str | None, "Appraisal"]:
    """Give the readings of a case, with what those add that say in whose place they would be chosen."""
    instead = {name: own.instead_of for name, own in case.readings.items() if own.instead_of}
    added = {
        name: _beside(
            readings[name], _as_counted(case, readings[name]), _as_counted(case, readings[other])
        )
        for name, other in instead.items()
    }
    return MappingProxyType({**readings, **added})


def _as_counted(case: Case, appraisal: "Appraisal") -> ReadingDrawn:
    """Give a reading with its draws: the same draw wherever an input stands, in whatever reading."""
    read, lines = case.as_read(appraisal.reading), appraisal.lines
    amounts = amounts_of(read)
    return ReadingDrawn(
        Appraised(appraisal.flows, appraisal.figures, appraisal.values),
        placed(read, lines, amounts, drawn(appraisal.slug, appraisal.ranges)),
        stated_inputs(read, lines, amounts),
    )


def _beside(appraisal: "Appraisal", one: ReadingDrawn, other: ReadingDrawn) -> "Appraisal":
    found = increments(one, other)
    figures = {name: figure for name, (figure, _) in found.items()}
    made_of = {name: inputs for name, (_, inputs) in found.items()}
    return replace(
        appraisal,
        drawn=replace(
            appraisal.drawn,
            figures=MappingProxyType({**appraisal.figures, **figures}),
            made_of=MappingProxyType({**appraisal.drawn.made_of, **made_of}),
        ),
    )
