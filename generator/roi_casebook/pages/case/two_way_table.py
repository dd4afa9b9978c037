"""The two inputs that decide, at once: what comes of each pair of values, and where it breaks even."""

from roi_casebook.pages.parts.case_in_language import CaseInLanguage
from roi_casebook.pages.parts.tables import Cell, Table, TableRow, number_columns
from roi_casebook.roi.beside_base.two_way import TwoWay


def two_way_table(c: CaseInLanguage, found: TwoWay) -> Table:
    """Give the table: one input down, the other across, and at its end where the whole breaks even."""
    w = c.wording
    down, across = (c.links.moved(name).text for name in (found.down, found.across))
    columns = (
        w.t("two_way.at", name=across, value=_value(c, found.across, each))
        for each in found.across_values
    )
    rows = (
        TableRow(
            w.t("two_way.at", name=down, value=_value(c, found.down, value)),
            tuple(_cell(c, npv) for npv in row),
        )
        for value, row in zip(found.down_values, found.npv, strict=True)
    )
    even = TableRow(
        w.t("two_way.breaks_even", name=down),
        tuple(_even(c, found.down, values) for values in found.breaks_even),
    )
    caption = w.t("two_way.caption", down=down, across=across)
    return Table(
        label=caption, columns=number_columns(down, *columns), rows=(*rows, even), caption=caption
    )


def _value(c: CaseInLanguage, name: str, value: float) -> str:
    return c.values.headline(value, c.values.unit_of(name))


def _cell(c: CaseInLanguage, npv: float) -> Cell:
    """Write a net present value: one above nought stands out, one below bears its minus and a word."""
    word = "" if npv >= 0 else c.wording.t("two_way.loses")
    return Cell(c.values.money(npv), "strong" if npv >= 0 else "", side=word)


def _even(c: CaseInLanguage, name: str, values: tuple[float, ...]) -> Cell:
    """Write where the whole breaks even at one value across, or that it does so nowhere here."""
    if not values:
        return Cell(c.wording.t("two_way.nowhere"), "reason")
    return Cell(c.wording.t("or").join(_value(c, name, each) for each in values), "strong")
