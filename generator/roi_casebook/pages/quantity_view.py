"""A quantity as the page on method shows it: names, meaning, over what it varies, formulas, guards."""

from dataclasses import dataclass

from markupsafe import Markup

from roi_casebook.pages import anchors
from roi_casebook.roi.expressions import Axis, Node
from roi_casebook.roi.quantities import GUARDS, INPUT_AXES
from roi_casebook.wording import Wording


@dataclass(frozen=True)
class FormulaOfMethod:
    """A formula in words and as MathML."""

    words: str
    math: Markup
    math_label: str


@dataclass(frozen=True)
class QuantityView:
    """A quantity: its id, names, meaning, over what it varies, formulas and guards."""

    id: str
    name: str
    meaning: str
    varies: str
    explanation: str
    formulas: tuple[FormulaOfMethod, ...]
    guards: tuple[str, ...]


def starting_view(w: Wording, name: str) -> QuantityView:
    """Give what formulas start from: an input or a constant."""
    return QuantityView(
        id=anchors.of("quantity", name),
        name=w.name(name),
        meaning=w.meaning(name),
        varies=_varies(w, frozenset(INPUT_AXES.get(name, "").split())),
        explanation="",
        formulas=(),
        guards=(),
    )


def quantity_view(w: Wording, name: str, tree: Node) -> QuantityView:
    """Give a quantity with its formula and guards."""
    return QuantityView(
        id=anchors.of("quantity", name),
        name=w.name(name),
        meaning=w.meaning(name),
        varies=_varies(w, tree.axes),
        explanation="",
        formulas=(formula_view(w, name, tree),),
        guards=tuple(
            w.t(
                "method.guard",
                argument=w.short_name(argument),
                condition=w.label("condition", condition),
                otherwise=w.reason_short(reason),
            )
            for argument, condition, reason in GUARDS.get(name, ())
        ),
    )


def formula_view(w: Wording, name: str, tree: Node) -> FormulaOfMethod:
    """Write a formula with the name of what it gives."""
    short = w.short_name(name)
    return FormulaOfMethod(
        words=w.t("working.equation", name=short, formula=w.in_words(tree)),
        math=Markup(w.mathml(name, tree)),  # noqa: S704 -- names are escaped there
        math_label=w.t("working.math", name=short),
    )


def _varies(w: Wording, axes: frozenset[str] | frozenset[Axis]) -> str:
    if not axes:
        return ""
    names = [w.t(f"axis.{axis}") for axis in ("line", "year") if axis in axes]
    return w.t("method.varies", axes=w.listed(names))
