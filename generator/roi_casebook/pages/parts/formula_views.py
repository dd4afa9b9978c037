"""A formula as every page shows it: in words, with its numbers, as mathematics."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from markupsafe import Markup

from roi_casebook.pages.parts.links import Link, anchor
from roi_casebook.roi.algebra.expressions import Node
from roi_casebook.wording import Wording

_NOTHING: Mapping[str, str] = MappingProxyType({})
_NO_LINKS: Mapping[str, Link] = MappingProxyType({})


@dataclass(frozen=True)
class FormulaView:
    """One formula: in words, as MathML, with its numbers (a line for each year that differs)."""

    words: str | Markup
    math: Markup
    math_label: str
    numbers: tuple[str, ...] = ()


def formula_view(
    w: Wording,
    name: str,
    tree: Node,
    names: Mapping[str, str] = _NOTHING,
    links: Mapping[str, Link] = _NO_LINKS,
) -> FormulaView:
    """Write a formula with the name of what it gives.

    names: how readers call what the catalogue does not know, that of what it gives among them;
    links: the names that lead on where the formula stands in words.
    """
    called = w.names.short_name(name, names)
    words: str | Markup = w.t("working.equation", name=called, formula=w.formulas.in_words(tree))
    if links:
        anchors = {one: anchor(to) for one, to in links.items()}
        formula = Markup(w.formulas.in_words(tree, anchors))  # noqa: S704 -- names are escaped
        words = w.html("working.equation", name=called, formula=formula)
    math = Markup(w.formulas.mathml(name, tree, names))  # noqa: S704 -- names are escaped there
    return FormulaView(words, math, w.t("working.math", name=called))
