"""How often a soft measure was measured in the library, and which way it moved: counts alone."""

from collections.abc import Iterator, Mapping

from roi_casebook.appraisal import JudgedCase
from roi_casebook.library.table import SoftCount, soft_counts, soft_table
from roi_casebook.pages.parts import anchors
from roi_casebook.pages.parts.links import link
from roi_casebook.pages.parts.tables import Cell, Table, TableRow, number_columns
from roi_casebook.wording import Wording

COLUMNS = ("cases", "up", "flat", "down", "unknown", "not_measured", "not_looked")
"""What is counted, in the order of the table; by the names of `SoftCount`."""


def soft_table_view(w: Wording, cases: tuple[JudgedCase, ...]) -> Table:
    """Give each measure of the library's soft results with its counts, the most measured first."""
    counts = sorted(soft_counts(soft_table(cases)), key=lambda one: (-one.cases, one.measure))
    names = (w.t(f"library.soft_{name}") for name in COLUMNS)
    return Table(
        label=w.t("library.soft"),
        columns=number_columns(w.t("soft.measure"), *names),
        rows=tuple(_row(w, one) for one in counts),
    )


def _row(w: Wording, one: SoftCount) -> TableRow:
    measure = w.vocabulary.measures.get(one.measure)
    href = f"{anchors.METHOD}#{anchors.of('measure', one.measure)}"
    better = w.labels.label("better", measure.better) if measure else ""
    return TableRow(
        Cell(link=link(w.labels.term("measures", one.measure), href), below=(better,)),
        tuple(w.numbers.number(getattr(one, name)) for name in COLUMNS),
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
