"""A site's own metrics of a case, each with its working, or why it has no value."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from roi_casebook.appraisal.amounts import inputs_of
from roi_casebook.appraisal.metrics import MetricFigure, metrics_of
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.links import Kept, Link, anchor, kept
from roi_casebook.pages.parts.numbered_notes import NotedAppraisal
from roi_casebook.roi.constants import CONSTANTS
from roi_casebook.roi.figure_table import MONEY_FIGURES
from roi_casebook.wording import Wording, Written


@dataclass(frozen=True)
class MetricRow:
    """A metric that has a value in a case; badge, bound: as in the table of figures.

    words: its formula with links to what it uses; numbers: the same with the numbers of the case.
    """

    id: str
    label: Written
    method: str
    value: Kept
    badge: str
    bound: str
    definition: Written | None
    words: Markup
    numbers: str
    math: Markup
    math_label: str


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


def metrics_view(told: CaseInLanguage, noted: NotedAppraisal) -> MetricsView | None:
    """Give the metrics that speak of this case: those of which it states every name; None without any."""
    metrics = metrics_of(told.judged, told.config.metrics, noted.appraisal)
    found = {name: one for name, one in metrics.items() if one.reason != "not_stated"}
    if not found:
        return None
    of = _OfCase(told, noted)
    return MetricsView(
        id=anchors.in_reading(noted.reading, "metrics"),
        rows=tuple(of.row(one) for one in found.values() if one.value is not None),
        reasons=tuple(of.reason(one) for one in found.values() if one.value is None),
    )


@dataclass(frozen=True)
class _OfCase:
    told: CaseInLanguage
    noted: NotedAppraisal

    def row(self, metric: MetricFigure) -> MetricRow:
        told, w, label = self.told, self.told.wording, self._label(metric)
        text = w.metrics.figure(metric, label.text, self._named)
        definition = told.config.metrics[metric.name].definition
        names = {name: anchor(self._link(name)) for name in inputs_of(metric.tree)}
        formula = Markup(w.formulas.in_words(metric.tree, names))  # noqa: S704 -- names are escaped
        shown = w.metrics.with_numbers(metric, self._write)
        return MetricRow(
            id=self._id(metric),
            label=label,
            method=self._method(metric),
            value=kept(text.text),
            badge=metric.bound.replace("_", "-") if metric.bound else "",
            bound=text.qualifier,
            definition=w.texts.written(definition) if definition else None,
            words=w.html("working.equation", name=label.text, formula=formula),
            numbers=w.t("working.numbers", formula=shown, result=text.whole),
            math=_math(w, label, metric, {name: self._named(name) for name in names}),
            math_label=w.t("working.math", name=label.text),
        )

    def reason(self, metric: MetricFigure) -> MetricReason:
        sentence, _ = self.told.wording.metrics.reason(metric, self._named)
        return MetricReason(self._id(metric), self._label(metric), self._method(metric), sentence)

    def _id(self, metric: MetricFigure) -> str:
        return anchors.in_reading(self.noted.reading, anchors.of("metric", metric.name))

    def _label(self, metric: MetricFigure) -> Written:
        return self.told.wording.texts.written(self.told.config.metrics[metric.name].label)

    def _method(self, metric: MetricFigure) -> str:
        return self.told.to_method(anchors.of("metric", metric.name))

    def _named(self, name: str) -> str:
        return name_in_case(self.told, name)

    def _link(self, name: str) -> Link:
        """Lead to what a name stands for: the note of a figure, a soft result, an input."""
        if name in self.noted.numbers:
            return Link(self._named(name), self.noted.numbers[name].href)
        if name in self.told.case.soft:
            return Link(self._named(name), f"#{anchors.of('soft', name)}")
        return self.told.input_link(name)

    def _write(self, name: str, value: float) -> str:
        told, figures = self.told, self.noted.appraisal.figures
        if name in figures:
            return told.wording.figures.value(figures[name], value, told.currency)
        if name in told.case.soft:
            return told.soft_value(name)
        unit = CONSTANTS[name][1] if name in CONSTANTS else told.unit_of(name)
        return told.amount(value, unit)


def name_in_case(told: CaseInLanguage, name: str) -> str:
    """Call a name of a formula as the case does."""
    if name in MONEY_FIGURES:
        return told.wording.names.short_name(name)
    return (
        told.soft_name(name).text
        if name in told.case.soft
        else told.wording.names.short_name(name, told.labels)
    )


def _math(w: Wording, label: Written, metric: MetricFigure, names: Mapping[str, str]) -> Markup:
    named = {**names, metric.name: label.text}
    return Markup(w.formulas.mathml(metric.name, metric.tree, named))  # noqa: S704 -- names are escaped there
