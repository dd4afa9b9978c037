import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from roi_casebook.exports.live_workbook.book import Book, BookSheet
from roi_casebook.exports.live_workbook.taken import Taken
from roi_casebook.exports.live_workbook.whole_book import workbook_of, written
from tests.exports.office import Cells
from tests.pages.told import full, real, telling, unread
from tests.real_cases import each_case

LARGEST = 60_000
EDITION = "Edition of 22 November 2026"


def book_of(slug: str, language: str = "en") -> bytes:
    return workbook_of(telling(real(slug), language), EDITION)


@pytest.mark.parametrize("slug", each_case())
def test_a_workbook_is_small_and_needs_no_rate_function_of_the_spreadsheet(slug: str) -> None:
    content = book_of(slug, "fr")
    assert len(content) <= LARGEST
    with ZipFile(BytesIO(content)) as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if "worksheets/" in name]
    formulas = re.findall("<f>(.*?)</f>", "".join(sheets))
    assert formulas
    assert not any(re.search(r"\b(IRR|MIRR|XIRR|NPV)\(", formula) for formula in formulas)


def test_the_same_content_gives_the_same_bytes() -> None:
    assert book_of("depaul-ihobo") == book_of("depaul-ihobo")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_computed_value_stands_beside_each_formula(language: str) -> None:
    judged, cells = real("ebay-paid-search"), Cells(book_of("ebay-paid-search", language))
    figures = judged.leading.figures
    assert cells.named("f_npv") == pytest.approx(figures["npv"].value, rel=1e-12)
    assert cells.named("f_roi") == pytest.approx(figures["roi"].value, rel=1e-12)
    assert not cells.named("f_roi.reason")
    assert cells.named("inputs_changed") == 0


def test_a_reason_stands_where_the_page_gives_one_and_no_number_does() -> None:
    judged = real("ibm-internal-blogs")
    cells, figures = Cells(book_of("ibm-internal-blogs")), judged.leading.figures
    words = telling(judged).wording.figures
    without = {name: figure.reason for name, figure in figures.items() if figure.reason}
    told = {name: reason for name, reason in without.items() if f"f_{name}.reason" in cells.places}
    assert told
    for name, reason in told.items():
        assert cells.named(f"f_{name}.reason") == words.reason_short(reason)
        assert cells.named(f"f_{name}") in {"", None}


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_a_text_that_begins_like_a_formula_is_a_text(sign: str) -> None:
    raw = full(title=f"{sign}1+1")
    content = written(Book(), Taken(telling(unread(raw)), EDITION))
    cells = Cells(content)
    assert cells.at("Overview", "A1") == f"{sign}1+1"
    assert ("Overview", "A1") not in cells.formulas


def test_what_every_formula_holds_can_be_another_number_for_the_test_of_agreement() -> None:
    content = written(Book(stored=777.0), Taken(telling(real("ebay-paid-search")), EDITION))
    assert set(Cells(content).formulas.values()) == {777.0}


def test_nothing_is_protected_and_each_sheet_says_its_edition() -> None:
    content = book_of("great-britain-campaign")
    cells = Cells(content)
    with ZipFile(BytesIO(content)) as parts:
        for sheet, path in cells.files.items():
            assert b"sheetProtection" not in parts.read(path), sheet
    for sheet in cells.files:
        held = [cells.at(sheet, f"A{row}") for row in range(1, 6)]
        assert any(EDITION in str(text) for text in held), sheet


def test_names_never_look_like_the_address_of_a_cell() -> None:
    book = Book()
    BookSheet(book, "One").entry(0, 0, 1.0, "number", "in_tax2020")
    book.done("", "", "")
    assert book.names == {"in_tax2020": ("One", 0, 0)}
