"""Our own figure for a claim, with the side that inputs give it and the range in which it was drawn."""

from roi_casebook.appraisal.amounts import amounts_of
from roi_casebook.appraisal.claims.bases import Variant, figure_of, readings_of, without
from roi_casebook.appraisal.claims.claimed import CaseOfClaims
from roi_casebook.appraisal.drawing import drawn, placed, ranges_of
from roi_casebook.appraisal.stated import stated_inputs
from roi_casebook.roi.appraising import appraised
from roi_casebook.roi.figures import Figure
from roi_casebook.roi.simulation import drawn_figures


def own_figure(judged: CaseOfClaims, own: Variant) -> Figure:
    """Give the figure that a claim speaks of: that of the appraisal, or its undiscounted total.

    Of one year there is none that was drawn.
    """
    if own.by_year:
        return figure_of(judged, own)
    if own.left_out:
        return _undiscounted(judged, own)
    return readings_of(judged, own.lane)[own.reading].figures[own.figure]


def _undiscounted(judged: CaseOfClaims, own: Variant) -> Figure:
    """Compute and draw the total of which the appraisal has the present value alone."""
    reading, case = readings_of(judged, own.lane)[own.reading], judged.case.as_read(own.reading)
    amounts, lines = amounts_of(case), reading.lines
    base = appraised(
        without(reading.flows, own.left_out),
        names=(own.figure,),
        stated=stated_inputs(case, lines, amounts),
    )
    values = drawn(reading.slug, ranges_of(case, lines))
    return drawn_figures(base, placed(case, lines, amounts, values))[own.figure]
