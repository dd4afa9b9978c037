"""A site's own metrics of a case, each with its working, or why it has no value."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from roi_casebook.appraisal.amounts import inputs_of
from roi_casebook.appraisal.metrics import MetricFigure, metrics_of
from roi_casebook.case.name_units import measure_names
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.formula_views import FormulaView, formula_view
from roi_casebook.pages.parts.links import Kept, Link, kept
from roi_casebook.pages.parts.numbered_notes import NotedAppraisal
from roi_casebook.roi.constants import CONSTANTS
from roi_casebook.roi.figure_table import MONEY_FIGURES
from roi_casebook.wording import Written


@dataclass(frozen=True)
class MetricRow:
    """A metric that has a value in a case; badge, bound: as in the table of figures.

    formula: with links to what it uses.
    """

    id: str
    label: Written
    method: str
    value: Kept
    badge: str
    bound: str
    definition: Written | None
    formula: FormulaView


@dataclass(frozen=True)
class MetricReason:
    """A metric that has none, and why."""

    id: str
    label: Written
    method: str
    reason: str


@dataclass(frozen=True)
class MetricsView:
    """The site's metrics of one appraisal."""

    id: str
    rows: tuple[MetricRow, ...]
    reasons: tuple[MetricReason, ...]


def metrics_view(c: CaseInLanguage, noted: NotedAppraisal) -> MetricsView | None:
    """Give the metrics that speak of this case: those of which it states every name; None without any."""
    metrics = metrics_of(c.judged, c.config.metrics, noted.appraisal)
    found = {name: one for name, one in metrics.items() if one.reason != "not_stated"}
    if not found:
        return None
    of = _OfCase(c, noted)
    return MetricsView(
        id=anchors.in_reading(noted.reading, "metrics"),
        rows=tuple(of.row(one) for one in found.values() if one.value is not None),
        reasons=tuple(of.reason(one) for one in found.values() if one.value is None),
    )


@dataclass(frozen=True)
class _OfCase:
    c: CaseInLanguage
    noted: NotedAppraisal

    def row(self, metric: MetricFigure) -> MetricRow:
        c, w, label = self.c, self.c.wording, self._label(metric)
        text = w.metrics.figure(metric, label.text, self._named)
        definition = c.config.metrics[metric.name].definition
        results = {term.name: term.result for term in metric.terms if term.result}
        links = {name: self._link(results.get(name, name)) for name in inputs_of(metric.tree)}
        names = {name: one.text for name, one in links.items()} | {metric.name: label.text}
        shown = w.metrics.with_numbers(metric, partial(self._write, results))
        numbers = w.t("working.numbers", formula=shown, result=text.whole)
        formula = formula_view(w, metric.name, metric.tree, names, links)
        return MetricRow(
            id=self._id(metric),
            label=label,
            method=self._method(metric),
            value=kept(text.text),
            badge=metric.bound.replace("_", "-") if metric.bound else "",
            bound=text.qualifier,
            definition=w.texts.written(definition) if definition else None,
            formula=replace(formula, numbers=(numbers,)),
        )

    def reason(self, metric: MetricFigure) -> MetricReason:
        sentence, _ = self.c.wording.metrics.reason(metric, self._named)
        return MetricReason(self._id(metric), self._label(metric), self._method(metric), sentence)

    def _id(self, metric: MetricFigure) -> str:
        return anchors.in_reading(self.noted.reading, anchors.of("metric", metric.name))

    def _label(self, metric: MetricFigure) -> Written:
        return self.c.wording.texts.written(self.c.config.metrics[metric.name].label)

    def _method(self, metric: MetricFigure) -> str:
        return self.c.addresses.to_method(anchors.of("metric", metric.name))

    def _named(self, name: str) -> str:
        return name_in_case(self.c, name)

    def _link(self, name: str) -> Link:
        """Lead to what a name stands for: the note of a figure, a soft result, an input."""
        if name in self.noted.numbers:
            return Link(self._named(name), self.noted.numbers[name].href)
        if name in MONEY_FIGURES:  # one that says nothing by itself here
            to = self.c.addresses.to_method(anchors.of("quantity", name))
            return Link(self._named(name), to)
        if name in self.c.case.soft:
            return Link(self._named(name), f"#{anchors.of('soft', name)}")
        return self.c.links.input(name)

    def _write(self, results: Mapping[str, str], name: str, value: float) -> str:
        c, figures = self.c, self.noted.appraisal.figures
        if name in figures:
            return c.values.of_figure(figures[name], value)
        if name in results:
            result = results[name]
            measure = c.case.soft[result].measure
            is_as_stated = value == c.judged.soft[result][1]
            return (
                c.values.soft(result)
                if is_as_stated
                else c.values.computed(value, c.values.unit_of_measure(measure))
            )
        unit = CONSTANTS[name][1] if name in CONSTANTS else c.values.unit_of(name)
        return c.values.amount(value, unit)


def name_in_case(c: CaseInLanguage, name: str) -> str:
    """Call a name of a formula as the case does."""
    if name in MONEY_FIGURES:
        return c.wording.names.short_name(name)
    if name in c.case.soft:
        return c.names.soft(name).text
    if name not in c.case.inputs and (results := measure_names(c.case).get(name)):
        return c.names.soft(results[0]).text
    return c.wording.names.short_name(name, c.names.inputs)
