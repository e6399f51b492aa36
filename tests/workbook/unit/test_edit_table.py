"""Tables go out as people see them, and what people change comes back into the same workbook."""

from dataclasses import replace
from datetime import date, datetime, time
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from optimizer.workbook.file.book import Book
from optimizer.workbook.table.faults import FaultyWorkbookError
from optimizer.workbook.table.sheet import Holds
from optimizer.workbook.unit import layout
from optimizer.workbook.unit.edit_table import SeenLine, rows_of, tables_of, with_rows, with_tables
from optimizer.workbook.unit.read import look, read_bytes
from tests.paths import SAMPLES

NAMES = ("small", "medsurg", "icu", "clash", "shortage")
BOOKS = {name: Book((SAMPLES / f"unit-{name}.xlsx").read_bytes()) for name in (*NAMES, "faulty")}
SMALL = BOOKS["small"]


def changed(change):
    """Return the small sample after a change by hand."""
    book = load_workbook(BytesIO(SMALL.content))
    change(book)
    file = BytesIO()
    book.save(file)
    return Book(file.getvalue())


def values(rows, header):
    place = [column.header for column in rows.columns].index(header)
    return [line.values[place] for line in rows.lines]


def new(lines):
    return [replace(line, number=None) for line in lines]


def with_value(rows, line, header, value):
    place = [column.header for column in rows.columns].index(header)
    old = rows.lines[line]
    new = SeenLine(old.number, (*old.values[:place], value, *old.values[place + 1 :]))
    return (*rows.lines[:line], new, *rows.lines[line + 1 :])


@pytest.mark.parametrize("name", NAMES)
def test_every_sheet_of_every_sample_written_anew_row_by_row_reads_to_the_same(name):
    book = BOOKS[name]
    tables = tables_of(book, layout.SHEETS)
    assert with_tables(book, {sheet: rows.lines for sheet, rows in tables.items()}) is book
    anew = with_tables(book, {sheet: new(rows.lines) for sheet, rows in tables.items()})
    again = tables_of(anew, layout.SHEETS)
    for sheet, rows in tables.items():
        assert [line.values for line in again[sheet].lines] == [line.values for line in rows.lines]
        assert again[sheet].columns == rows.columns
    assert read_bytes(anew.content) == read_bytes(book.content)


def test_every_sheet_may_be_missing_and_is_made_anew():
    tables = tables_of(SMALL, layout.SHEETS)

    def strip(book):
        for name in {sheet.title for sheet in layout.SHEETS} & {*book.sheetnames}:
            del book[name]

    bare = changed(strip)
    assert all(rows.lines == () for rows in tables_of(bare, layout.SHEETS).values())
    content = with_tables(bare, {sheet: new(rows.lines) for sheet, rows in tables.items()})
    assert read_bytes(content.content) == read_bytes(SMALL.content)
    assert load_workbook(BytesIO(content.content))["Staff"]["A1"].comment


@settings(max_examples=10)
@given(st.data())
def test_any_lines_can_be_taken_out_and_put_back(data):
    tables = tables_of(SMALL, layout.SHEETS)
    sheet = data.draw(st.sampled_from(layout.SHEETS))
    lines = tables[sheet].lines
    kept = [line for line in lines if data.draw(st.booleans())]
    without = with_rows(SMALL, sheet, kept)
    left = tables_of(without, layout.SHEETS)
    assert [line.values for line in left[sheet].lines] == [line.values for line in kept]
    gone = new(line for line in lines if line not in kept)
    back = rows_of(with_rows(without, sheet, (*left[sheet].lines, *gone)), sheet).lines
    assert [line.values for line in back] == [line.values for line in (*kept, *gone)]
    assert {**left, sheet: None} == {**tables, sheet: None}


def test_cells_are_seen_in_the_kind_of_their_column():
    staff = rows_of(SMALL, layout.STAFF)
    assert all(isinstance(value, (int, float)) for value in values(staff, "FTE"))
    assert all(isinstance(value, date) for value in values(rows_of(SMALL, layout.REQUESTS), "From"))
    assert set(values(rows_of(SMALL, layout.SHIFTS), "Start")) >= {"07:00"}


def test_what_is_not_of_its_kind_makes_the_column_text_and_is_kept_to_the_letter():
    def spoil(book):
        sheet = book["Staff"]
        sheet["E2"], sheet["E3"], sheet["E4"] = "much", "0.9", 1

    content = changed(spoil)
    rows = rows_of(content, layout.STAFF)
    assert values(rows, "FTE")[:3] == ["much", "0.9", "1"]
    assert next(column for column in rows.columns if column.header == "FTE").holds is Holds.TEXT
    mended = with_rows(content, layout.STAFF, with_value(rows, 0, "FTE", "0.6"))
    assert load_workbook(BytesIO(mended.content))["Staff"]["E2"].value == 0.6
    assert load_workbook(BytesIO(mended.content))["Staff"]["E3"].value == "0.9"
    assert [person.fte for person in read_bytes(mended.content).unit.staff[:3]] == [0.6, 0.9, 1.0]


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        (datetime(2026, 12, 6), date(2026, 12, 6)),
        ("2026-12-06", date(2026, 12, 6)),
        (46362, date(2026, 12, 6)),
        ("tomorrow", "tomorrow"),
        (True, "yes"),
        (" \u00a0", None),
    ],
)
def test_dates_are_seen_however_they_were_written(written, seen):
    content = changed(lambda book: book["Requests"].cell(2, 3, written))
    assert values(rows_of(content, layout.REQUESTS), "From")[0] == seen


def test_times_and_numbers_in_a_column_of_text_are_seen_as_text():
    def spell(book):
        book["Shifts"]["C2"], book["Staff"]["A2"] = time(7, 0), 1001

    content = changed(spell)
    assert values(rows_of(content, layout.SHIFTS), "Start")[0] == "07:00"
    assert values(rows_of(content, layout.STAFF), "Id")[0] == "1001"


def test_dates_and_numbers_are_written_as_such():
    rows = rows_of(SMALL, layout.REQUESTS)
    new = SeenLine(None, ("x1", "off", date(2026, 12, 9), "2026-12-10", None, "2", "yes"))
    sheet = load_workbook(BytesIO(with_rows(SMALL, layout.REQUESTS, (*rows.lines, new)).content))["Requests"]
    last = [cell.value for cell in sheet[len(rows.lines) + 2]]
    assert last == ["x1", "off", datetime(2026, 12, 9), datetime(2026, 12, 10), None, 2, "yes"]


@pytest.mark.parametrize("word", ["=1+1", "+1", "-1", "@x", "<b>*x*", '=HYPERLINK("x")'])
def test_text_is_never_a_formula_here_or_on_another_sheet(word):
    content = with_rows(SMALL, layout.STAFF, with_value(rows_of(SMALL, layout.STAFF), 0, "Name", word))
    needs = rows_of(content, layout.NEEDS)
    content = with_rows(content, layout.NEEDS, needs.lines[1:])
    cell = load_workbook(BytesIO(content.content))["Staff"]["B2"]
    assert (cell.value, cell.data_type) == (word, "s")
    assert values(rows_of(content, layout.STAFF), "Name")[0] == word


def test_a_formula_of_another_program_becomes_what_it_came_to(tmp_path):
    def fill(book):
        book["Staff"]["E2"] = "=0.5+0.4"
        book.create_sheet("My notes")["A1"] = "=Staff!E2"

    rows = rows_of(SMALL, layout.NEEDS)
    content = with_rows(changed(fill), layout.NEEDS, rows.lines[1:])
    book = load_workbook(BytesIO(content.content))
    assert book["Staff"]["E2"].value == "=0.5+0.4"  # openpyxl worked nothing out, so there was nothing to put there
    assert book["My notes"]["A1"].value == "=Staff!E2"


def test_all_beside_a_table_stays_and_goes_with_its_row():
    def note(book):
        sheet = book["Staff"]
        sheet["R1"], sheet["R3"], sheet["R4"] = "My own", "third", "fourth"
        book.create_sheet("My notes")["B2"] = "kept"

    content = changed(note)
    rows = rows_of(content, layout.STAFF)
    book = load_workbook(BytesIO(with_rows(content, layout.STAFF, (rows.lines[0], *rows.lines[2:])).content))
    assert [book["Staff"][f"R{number}"].value for number in (1, 2, 3)] == ["My own", None, "fourth"]
    assert book["My notes"]["B2"].value == "kept"
    assert book["Staff"]["A1"].comment.text == "Whatever tells people apart: an employee number."
    assert book["Staff"]["A1"].fill.start_color.rgb == "001F3864"
    assert book["Staff"]["E2"].value == rows.lines[0].values[4]


def test_a_column_that_a_workbook_lacks_is_added_when_it_is_filled():
    content = changed(lambda book: book["Staff"].delete_cols(18))
    rows = rows_of(content, layout.STAFF)
    assert set(values(rows, "Review due")) == {None}
    filled = with_rows(content, layout.STAFF, with_value(rows, 0, "Review due", date(2027, 1, 5)))
    assert load_workbook(BytesIO(filled.content))["Staff"]["S1"].value == "Review due"
    assert read_bytes(filled.content).unit.staff[0].review_due == date(2027, 1, 5)


def test_rows_are_seen_though_a_column_is_missing():
    content = changed(lambda book: book["Staff"].cell(1, 4, "Rolles"))
    assert len(rows_of(content, layout.STAFF).lines) == len(rows_of(SMALL, layout.STAFF).lines)
    with pytest.raises(FaultyWorkbookError, match="there is no column 'Roles'"):
        read_bytes(content.content)


def test_a_fault_is_at_the_row_that_the_line_has():
    rows = rows_of(SMALL, layout.NEEDS)
    content = with_rows(
        SMALL, layout.NEEDS, (*rows.lines[1:], SeenLine(None, ("every day", "ZZ", "RN", 1, None, None)))
    )
    (fault,) = look(content.content).faults
    assert (fault.sheet, fault.cell) == ("Needs", f"B{rows_of(content, layout.NEEDS).lines[-1].number}")


def test_the_faulty_sample_is_seen_with_all_its_faults_and_mended_in_place():
    reading = look(BOOKS["faulty"].content)
    assert len(reading.faults) == 20
    rows = rows_of(BOOKS["faulty"], layout.CENSUS)
    assert with_rows(BOOKS["faulty"], layout.CENSUS, rows.lines) is BOOKS["faulty"]
    holidays = rows_of(BOOKS["faulty"], layout.HOLIDAYS)
    mended = with_rows(BOOKS["faulty"], layout.HOLIDAYS, with_value(holidays, 0, "Date", "2026-12-25"))
    assert len(look(mended.content).faults) == 19
