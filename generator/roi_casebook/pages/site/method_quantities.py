"""A quantity as the page on method shows it: names, meaning, over what it varies, formulas, guards."""

from collections.abc import Iterator
from dataclasses import dataclass

from roi_casebook.appraisal.amounts import inputs_of, parsed
from roi_casebook.case.name_units import name_of_measure
from roi_casebook.config import Metric
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.case_in_language import CaseNames, SiteInLanguage
from roi_casebook.pages.parts.formula_views import FormulaView, formula_view
from roi_casebook.pages.parts.links import Fact, Link
from roi_casebook.roi.algebra.expressions import Axis, Node
from roi_casebook.roi.constants import CONSTANTS
from roi_casebook.roi.figure_table import GUARDS, MONEY_FIGURES
from roi_casebook.roi.quantities import INPUT_AXES
from roi_casebook.wording import Wording, Written
from roi_casebook.wording.typography import capitalised


@dataclass(frozen=True)
class QuantityView:
    """A quantity: its id, names, meaning, over what it varies, formulas and guards."""

    id: str
    name: str
    meaning: str
    varies: str = ""
    explanation: str = ""
    formulas: tuple[FormulaView, ...] = ()
    guards: tuple[str, ...] = ()


def starting_view(w: Wording, name: str) -> QuantityView:
    """Give what formulas start from: an input or a constant."""
    return QuantityView(
        id=anchors.of("quantity", name),
        name=w.names.full_name(name),
        meaning=w.names.meaning(name),
        varies=_varies(w, frozenset(INPUT_AXES.get(name, "").split())),
    )


def quantity_view(w: Wording, name: str, tree: Node) -> QuantityView:
    """Give a quantity with its formula and guards."""
    return QuantityView(
        id=anchors.of("quantity", name),
        name=w.names.full_name(name),
        meaning=w.names.meaning(name),
        varies=_varies(w, tree.axes),
        formulas=(formula_view(w, name, tree),),
        guards=tuple(
            w.t(
                "method.guard",
                argument=w.names.short_name(argument),
                condition=w.labels.label("condition", condition),
                otherwise=w.figures.reason_short(reason),
            )
            for argument, condition, reason in GUARDS.get(name, ())
        ),
    )


def _varies(w: Wording, axes: frozenset[str] | frozenset[Axis]) -> str:
    if not axes:
        return ""
    names = [w.t(f"axis.{axis}") for axis in ("line", "moment", "year") if axis in axes]
    return w.t("method.varies", axes=w.catalogue.listed(names))


@dataclass(frozen=True)
class MetricOfMethod:
    """A metric on the page on method: its formula in the site's words, and what its names are."""

    id: str
    label: Written
    definition: Written | None
    unit: str
    formula: FormulaView
    names: tuple[Fact, ...]


def metrics_of_method(site: SiteInLanguage) -> Iterator[MetricOfMethod]:
    """Give each metric as the site defines it."""
    for name, metric in site.config.metrics.items():
        yield _of_method(site, name, metric)


def _of_method(site: SiteInLanguage, name: str, metric: Metric) -> MetricOfMethod:
    w, tree, label = site.wording, parsed(metric.formula), site.wording.texts.written(metric.label)
    names = {one: _called(site, one) for one in inputs_of(tree) if not _is_known(one)}
    return MetricOfMethod(
        id=anchors.of("metric", name),
        label=label,
        definition=w.texts.written(metric.definition) if metric.definition else None,
        unit=w.numbers.unit(metric.unit) if metric.unit != "money" else w.t("measure.money"),
        formula=formula_view(w, name, tree, {**names, name: label.text}),
        names=tuple(_name(site, one) for one in inputs_of(tree)),
    )


def _is_known(name: str) -> bool:
    return name in MONEY_FIGURES or name in CONSTANTS


def _called(site: SiteInLanguage, name: str) -> str:
    """Call a name as readers know it: as the first case that has it does, else as its measure."""
    w = site.wording
    for judged in site.cases:
        names = CaseNames(judged.case, w)
        if name in judged.case.soft:
            return names.soft(name).text
        if name in judged.case.inputs:
            return names.input(name).text
    measures = {name_of_measure(one): one for one in w.vocabulary.measures}
    if name in measures:
        return w.labels.term("measures", measures[name]).text
    return w.names.short_name(name)


def _name(site: SiteInLanguage, name: str) -> Fact:
    """Say what a name of a formula stands for: a figure or a constant of this page, or of a case."""
    w = site.wording
    if _is_known(name):
        kind = w.t("metric.name.figure" if name in MONEY_FIGURES else "metric.name.constant")
        link = Link(w.names.full_name(name), f"#{anchors.of('quantity', name)}")
        return Fact(capitalised(w.names.short_name(name)), kind, (link,))
    return Fact(capitalised(_called(site, name)), w.t("metric.name.stated"))
