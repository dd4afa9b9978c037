"""A site's own metrics in words: a value with its bound, or the reason why there is none.

The words stand in `metrics` of the catalogues, beside the reasons that figures have.
"""

from collections.abc import Callable
from dataclasses import dataclass

from roi_casebook.appraisal import JudgedCase
from roi_casebook.appraisal.metrics import MetricFigure, metrics_of
from roi_casebook.config import Metrics
from roi_casebook.notation.words import with_numbers
from roi_casebook.roi.algebra.units import spelled
from roi_casebook.roi.figures import Reason
from roi_casebook.wording.catalogue import Catalogue, has_entry
from roi_casebook.wording.figures import FigureText, FigureTexts
from roi_casebook.wording.labels import Labels
from roi_casebook.wording.numbers import Numbers
from roi_casebook.wording.typography import filled

OWN = frozenset({"unbounded", "out_of_range"})
"""Reasons of figures that a metric itself may have."""

Namer = Callable[[str], str]
"""How a name of a formula is called in a case."""


@dataclass(frozen=True)
class MetricTexts:
    """Metrics in a language, as it writes figures."""

    catalogue: Catalogue
    numbers: Numbers
    labels: Labels
    figures: FigureTexts

    def figure(self, metric: MetricFigure, label: str, named: Namer) -> FigureText:
        """Write a metric of a case. label: its name for readers."""
        if metric.value is None:
            reason, short = self.reason(metric, named)
            return FigureText(label, label, "reason", reason=reason, reason_short=short)
        return FigureText(
            label,
            label,
            "bound" if metric.bound else "value",
            text=self.numbers.headline(metric.value, spelled(metric.unit)),
            qualifier=self.labels.label("bound", metric.bound) if metric.bound else "",
        )

    def reason(self, metric: MetricFigure, named: Namer) -> tuple[str, str]:
        """Say in a sentence and in a few words why a metric has no value."""
        reason, names = metric.reason, self.catalogue.listed([named(name) for name in metric.names])
        assert reason is not None  # noqa: S101 -- a metric has a value or a reason
        if has_entry("metrics", reason, "clause"):
            clause, short = (
                self.catalogue.entry("metrics", reason, part) for part in ("clause", "short")
            )
            because = filled(clause, {"names": names}, self.catalogue.language)
            return self.catalogue.t("metrics.none", because=because), short
        return self._of_figure(metric, reason)  # type: ignore[arg-type]

    def _of_figure(self, metric: MetricFigure, reason: Reason) -> tuple[str, str]:
        """Give the reason of the figure that a metric needs; what a bound leaves open is its own."""
        whose = metric.names[0] if metric.names and reason not in OWN else None
        return self.figures.reason(reason, whose), self.figures.reason_short(reason)

    def with_numbers(self, metric: MetricFigure, write: Callable[[str, float], str]) -> str:
        """Write a metric's formula with its numbers. write: a value of a name, with its unit."""
        values = {term.name: term.value for term in metric.terms if term.value is not None}
        return with_numbers(
            metric.tree, self.numbers.number, lambda name: [write(name, values[name])]
        )

    def values(self, judged: JudgedCase, metrics: Metrics) -> dict[str, str]:
        """Write the metrics that have a value in the leading reading of a case, by their ids."""
        return {
            name: self.figure(one, name, str).whole
            for name, one in metrics_of(judged, metrics).items()
            if one.value is not None
        }
