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
        if name in self.c.case.soft:
            return Link(self._named(name), f"#{anchors.of('soft', name)}")
        return self.c.links.input(name)

    def _write(self, name: str, value: float) -> str:
        c, figures = self.c, self.noted.appraisal.figures
        if name in figures:
            return c.values.of_figure(figures[name], value)
        if name in c.case.soft:
            return c.values.soft(name)
        unit = CONSTANTS[name][1] if name in CONSTANTS else c.values.unit_of(name)
        return c.values.amount(value, unit)


def name_in_case(c: CaseInLanguage, name: str) -> str:
    """Call a name of a formula as the case does."""
    if name in MONEY_FIGURES:
        return c.wording.names.short_name(name)
    return (
        c.names.soft(name).text
        if name in c.case.soft
        else c.wording.names.short_name(name, c.names.inputs)
    )


def _math(w: Wording, label: Written, metric: MetricFigure, names: Mapping[str, str]) -> Markup:
    named = {**names, metric.name: label.text}
    return Markup(w.formulas.mathml(metric.name, metric.tree, named))  # noqa: S704 -- names are escaped there
