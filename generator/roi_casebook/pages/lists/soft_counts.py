"""How often a soft measure was measured in the library, and which way it moved: counts alone."""

from collections.abc import Iterator, Mapping

from roi_casebook.appraisal import JudgedCase
from roi_casebook.library.table import SoftCount, soft_counts, soft_table
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.links import link
from roi_casebook.pages.parts.tables import Cell, Column, Table, TableRow, number_columns
from roi_casebook.wording import Wording

WAYS = ("up", "flat", "down", "unknown", "not_measured", "not_looked")
"""What is counted of a measure beside its cases, in this order; by the names of `SoftCount`."""


def soft_table_view(w: Wording, cases: tuple[JudgedCase, ...]) -> Table:
    """Give each measure of the library's soft results with its counts, the most measured first.

    A count of nought is left out: most of them would be.
    """
    counts = sorted(soft_counts(soft_table(cases)), key=lambda one: (-one.cases, one.measure))
    measured = number_columns(w.t("soft.measure"), w.t("library.soft_cases"))
    return Table(
        label=w.t("library.soft"),
        columns=(*measured, Column(w.t("library.soft_ways"), "small")),
        rows=tuple(_row(w, one) for one in counts),
        is_stacked=False,
    )


def _row(w: Wording, one: SoftCount) -> TableRow:
    measure = w.vocabulary.measures.get(one.measure)
    href = f"{anchors.METHOD}#{anchors.of('measure', one.measure)}"
    better = w.labels.label("better", measure.better) if measure else ""
    ways = (
        w.t("library.soft_way", what=w.t(f"library.soft_{name}"), n=w.numbers.number(number))
        for name in WAYS
        if (number := getattr(one, name))
    )
    return TableRow(
        Cell(link=link(w.labels.term("measures", one.measure), href), below=(better,)),
        (w.numbers.number(one.cases), ", ".join(ways)),
    )


def counted_texts(w: Wording, cases: tuple[JudgedCase, ...]) -> Mapping[str, str]:
    """Say of each measure in a sentence or two in how many cases it was measured."""
    return {one.measure: " ".join(_sentences(w, one)) for one in soft_counts(soft_table(cases))}


def _sentences(w: Wording, one: SoftCount) -> Iterator[str]:
    if one.cases:
        yield w.t("measure.counted", n=one.cases, ways=", ".join(_ways(w, one)))
    if one.not_measured:
        yield w.t("measure.not_measured", n=one.not_measured)
    if one.not_looked:
        yield w.t("measure.not_looked", n=one.not_looked)


def _ways(w: Wording, one: SoftCount) -> Iterator[str]:
    for name in ("up", "flat", "down", "unknown"):
        if number := getattr(one, name):
            yield w.t("measure.way", way=w.labels.label("movement", name), number=number)
