"""A case as a workbook: its bytes, in one language."""

from roi_casebook.exports.live_workbook.book import Book, BookSheet
from roi_casebook.exports.live_workbook.claims_sheet import write_claims
from roi_casebook.exports.live_workbook.flow_rows import FlowRows
from roi_casebook.exports.live_workbook.flows_sheet import write_flows
from roi_casebook.exports.live_workbook.inputs_sheet import write_inputs
from roi_casebook.exports.live_workbook.overview_sheet import fill_overview
from roi_casebook.exports.live_workbook.taken import Taken
from roi_casebook.pages.parts.case_in_language import CaseInLanguage


def workbook_of(c: CaseInLanguage, edition: str) -> bytes:
    """Give the workbook of a case; edition: the line that says of which day and commit it is."""
    return written(Book(), Taken(c, edition))


def written(book: Book, taken: Taken) -> bytes:
    """Write all sheets into a book, and give its bytes."""
    write_sheets(book, taken)
    title = taken.w.texts.written(taken.c.case.title).text
    return book.done(title, taken.c.addresses.public, taken.edition)


def write_sheets(book: Book, taken: Taken) -> list[FlowRows]:
    """Write all sheets, the overview first; give the rows of each chain."""
    overview = BookSheet(book, taken.say("overview"))
    write_inputs(book, taken)
    rows = [write_flows(book, taken, chain, number) for number, chain in enumerate(taken.chains, 1)]
    write_claims(book, taken)
    fill_overview(overview, taken, rows[0])
    return rows
