"""What the sources claim, each claim with its verdict and why; and what the evidence rests on."""

from roi_casebook.exports.live_workbook.book import Book, BookSheet
from roi_casebook.exports.live_workbook.taken import Taken
from roi_casebook.pages.case.claims import claims_view
from roi_casebook.pages.case.evidence import ledger_rows

COLUMNS = ("claim", "says", "by", "verdict", "because")
WIDTHS = (60, 30, 36, 22, 70)


def write_claims(book: Book, taken: Taken) -> None:
    """Write the sheet."""
    sheet, w = BookSheet(book, taken.say("claims")), taken.w
    for column, width in enumerate(WIDTHS):
        sheet.cells.set_column(column, column, width)
    sheet.text(0, 0, w.texts.written(taken.c.case.title).text, bold=True, font_size=14)
    sheet.text(1, 0, w.say.basis(taken.judged.leading_basis).sentence)
    sheet.text(2, 0, taken.edition)
    sheet.head(4, tuple(taken.say(f"column.{each}") for each in COLUMNS))
    row = 5
    for claim in (one for chain in claims_view(taken.c) for one in chain):
        verdict = claim.verdict
        because = " ".join((verdict.finding, *verdict.doubts))
        texts = (claim.quote.text, claim.says, claim.by, verdict.label, because)
        sheet.told(row, dict(enumerate(zip(texts, WIDTHS, strict=True))))
        row += 1
    _evidence(sheet, taken, row + 1)


def _evidence(sheet: BookSheet, taken: Taken, row: int) -> None:
    leads = taken.judged.leads
    sheet.text(row, 0, taken.say("evidence"), bold=True)
    said = taken.w.evidence.of_leading(leads)
    sheet.wide(row + 1, (0, len(WIDTHS) - 1), said, sum(WIDTHS))
    for place, step in enumerate(ledger_rows(taken.w, taken.c.links, leads.locks), row + 2):
        texts = (step.why, step.extent, step.effect, step.left)
        sheet.told(place, dict(enumerate(zip(texts, WIDTHS, strict=False))))
