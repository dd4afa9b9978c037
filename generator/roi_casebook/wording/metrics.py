"""A site's own metrics in words: a value with its bound, or the reason why there is none.

The words stand in `data/wording/metrics.yml`, beside the reasons that figures have.
"""

from collections.abc import Callable

from roi_casebook.appraisal import JudgedCase
from roi_casebook.appraisal.metrics import MetricFigure, metrics_of
from roi_casebook.config import Metrics
from roi_casebook.notation.words import with_numbers
from roi_casebook.roi.algebra.units import spelled
from roi_casebook.roi.figures import Reason
from roi_casebook.wording.catalogues import entry_text, has_entry
from roi_casebook.wording.figures import FigureText
from roi_casebook.wording.language import filled
from roi_casebook.wording.voice import Wording

OWN = frozenset({"unbounded", "out_of_range"})
"""Reasons of figures that a metric itself may have."""

Namer = Callable[[str], str]
"""How a name of a formula is called in a case."""


def metric_text(wording: Wording, metric: MetricFigure, label: str, named: Namer) -> FigureText:
    """Write a metric of a case. label: its name for readers."""
    if metric.value is None:
        reason, short = metric_reason(wording, metric, named)
        return FigureText(label, label, "reason", reason=reason, reason_short=short)
    return FigureText(
        label,
        label,
        "bound" if metric.bound else "value",
        text=wording.headline(metric.value, spelled(metric.unit)),
        qualifier=wording.label("bound", metric.bound) if metric.bound else "",
    )


def metric_reason(wording: Wording, metric: MetricFigure, named: Namer) -> tuple[str, str]:
    """Say in a sentence and in a few words why a metric has no value."""
    reason, names = metric.reason, wording.listed([named(name) for name in metric.names])
    assert reason is not None  # noqa: S101 -- a metric has a value or a reason
    if has_entry("metrics", reason):
        clause, short = (
            entry_text("metrics", (reason, part), wording.language) for part in ("clause", "short")
        )
        because = filled(clause, {"names": names})
        return wording.t("metrics.none", because=because), short
    return _of_figure(wording, metric, reason)  # type: ignore[arg-type]


def _of_figure(wording: Wording, metric: MetricFigure, reason: Reason) -> tuple[str, str]:
    """Give the reason of the figure that a metric needs; what a bound leaves open is its own."""
    whose = metric.names[0] if metric.names and reason not in OWN else None
    return wording.reason(reason, whose), wording.reason_short(reason)


def metric_numbers(
    wording: Wording, metric: MetricFigure, write: Callable[[str, float], str]
) -> str:
    """Write a metric's formula with its numbers. write: a value of a name, with its unit."""
    values = {term.name: term.value for term in metric.terms if term.value is not None}
    return with_numbers(metric.tree, wording.number, lambda name: [write(name, values[name])])


def metric_values(judged: JudgedCase, wording: Wording, metrics: Metrics) -> dict[str, str]:
    """Write the metrics that have a value in the leading reading of a case, by their ids."""
    return {
        name: metric_text(wording, one, name, str).whole
        for name, one in metrics_of(judged, metrics).items()
        if one.value is not None
    }
