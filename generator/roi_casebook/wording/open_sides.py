"""The side of a figure in words: which way what is not known may push it, and under what it stands.

With a range, no probability is told beside a side, for what is not known stands outside the draws:
the range is told under its condition, and what would lead beyond it is named.
"""

from collections.abc import Callable
from dataclasses import dataclass

from roi_casebook.case import Case
from roi_casebook.roi.figures import Cause, Figure
from roi_casebook.wording.catalogue import Catalogue
from roi_casebook.wording.names import Names
from roi_casebook.wording.texts import Texts
from roi_casebook.wording.typography import filled, in_quotation_marks

Namer = Callable[[Cause], str]
"""How the line, the input or what is left out of a cause is called in a case; "" where it has no name."""
_WAYS = {"or_lower": "lower", "or_higher": "higher", "either": "either"}
_WAYS_IN_TIME = {"or_lower": "sooner", "or_higher": "delayed", "either": "either_time"}
_BESIDE = {"or_lower": "or_lower", "or_higher": "or_higher"}
_BESIDE_IN_TIME = {"or_lower": "earlier", "or_higher": "later"}


def nameless(_cause: Cause) -> str:
    """Name no cause: where a case is not at hand."""
    return ""


def cause_name(case: Case, texts: Texts, names: Names, cause: Cause) -> str:
    """Name the line, the input or what is left out that pushes a figure of a case."""
    if cause.kind == "reading_leaves_out":
        left_out = case.readings[cause.name].leaves_out
        return texts.written(left_out[int(cause.part)].what).text
    if cause.kind == "line_leaves_out":
        left_out = case.lines()[cause.name].leaves_out
        return texts.written(left_out[int(cause.part)].what).text
    if cause.kind != "stated":
        return texts.written(case.lines()[cause.name].label).text
    given = case.inputs.get(cause.name)
    return texts.written(given.label).text if given and given.label else names.full_name(cause.name)


@dataclass(frozen=True)
class SideTexts:
    """Sides in a language."""

    catalogue: Catalogue

    def beside(self, figure: Figure, text: str) -> str:
        """Write a value with what is to be said of it where it may not be called a bound."""
        if figure.is_about:
            key = "side.about_range" if figure.has_range else "side.about"
            text = self.catalogue.t(key, value=text)
        if figure.side is None or figure.bound:
            return text
        if self.is_as_counted(figure):
            return self.catalogue.t("side.as_counted", value=text)
        beside = _BESIDE_IN_TIME if figure.unit == "month" else _BESIDE
        return self.catalogue.t(f"side.{beside[figure.side]}", value=text)

    def is_as_counted(self, figure: Figure) -> bool:
        """Tell a value that holds as far as it is counted: ranges move it, or both ways are open."""
        if figure.side is None or figure.bound:
            return False
        return figure.has_range or figure.no_range is not None or figure.side not in _BESIDE

    def may_be_none(self, figure: Figure) -> str:
        """Say of a cost of one without a range that its count may be nought; "" of any other figure."""
        return self.catalogue.t("side.no_count") if figure.no_range == "no_result" else ""

    def open(self, figure: Figure) -> str:
        """Say of a value without a range that it may move both ways; "" of any other."""
        if figure.side != "either" or figure.has_range:
            return ""
        return self.catalogue.t("side.open_in_time" if figure.unit == "month" else "side.open")

    def under(self, figure: Figure, limits: str, named: Namer = nameless) -> str:
        """Write the range of a figure with a side, under its condition."""
        condition, otherwise = self.condition(figure, named)
        return self.catalogue.t(
            "side.range", range=limits, condition=condition, otherwise=otherwise
        )

    def condition(self, figure: Figure, named: Namer = nameless) -> tuple[str, str]:
        """Say under what a figure stands as it is counted, and where it lies otherwise."""
        conditions = dict.fromkeys(self._clause(cause, "if", named) for cause in figure.because)
        ways = _WAYS_IN_TIME if figure.unit == "month" else _WAYS
        way = self.catalogue.t(f"side.{ways[figure.side or 'either']}")
        if len(conditions) > 1 or figure.side == "either":
            otherwise = self.catalogue.t("side.otherwise", way=way)
        else:
            unless = self._clause(figure.because[0], "unless", named)
            otherwise = self.catalogue.t("side.unless", way=way, unless=unless)
        return self.catalogue.listed(list(conditions)), otherwise

    def _clause(self, cause: Cause, part: str, named: Namer) -> str:
        path = (cause.part,) if cause.kind == "share" else ()
        own = named(cause)  # in marks: it begins with a capital, and may be a sentence of its own
        name = (
            in_quotation_marks(own, self.catalogue.language)
            if own
            else self.catalogue.entry("causes", "unnamed")
        )
        clause = self.catalogue.entry("causes", cause.kind, *path, part)
        return filled(clause, {"name": name}, self.catalogue.language)
