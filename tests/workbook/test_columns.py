"""Every column of every sheet that is read is declared once: how it is read and written, or that it is for people."""

from datetime import date

import pytest
from openpyxl import Workbook

from optimizer.staffing.facts.staff import Employment, Staff
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.panel import layout as layout_panel
from optimizer.workbook.table.codecs import TEXT
from optimizer.workbook.table.sheet import Column, Sheet
from optimizer.workbook.table.write import write_table
from optimizer.workbook.unit import layout
from optimizer.workbook.unit.sheets.roles import ROLE
from optimizer.workbook.unit.sheets.staff import ID, STAFF

SHEETS = {
    **{f"unit {sheet.title}": sheet for sheet in layout.SHEETS},
    **{f"panel {sheet.title}": sheet for sheet in (*layout_panel.SHEETS, layout_panel.BEFORE)},
}
FOR_PEOPLE = {
    *(f"{sheet}: About" for sheet in ("unit Calendar", "unit Care", "panel Panel", "panel Hours")),
    *(f"{kind} Rules: {header}" for kind in ("unit", "panel") for header in ("Per", "Counted in", "What it does")),
    "panel Assignment: Name",
    "panel Assignment: Hours a month",
}


@pytest.mark.parametrize("name", SHEETS)
def test_every_column_is_read_and_written_or_is_for_people_only(name):
    sheet = SHEETS[name]
    for column in (*sheet.columns, *sheet.settings):
        assert column.told is (f"{name}: {column.header}" in FOR_PEOPLE), column.header
        assert column.told or (callable(column.codec.read) and callable(column.codec.write)), column.header
        assert column.about, column.header
        assert column.header == " ".join(column.header.split())


@pytest.mark.parametrize("name", SHEETS)
def test_no_two_columns_of_a_sheet_have_the_same_header_or_fill_the_same_field(name):
    sheet = SHEETS[name]
    headers = [column.header.casefold() for column in sheet.columns]
    assert len(headers) == len({*headers})
    filled = [column.field for column in sheet.columns if column.field]
    assert len(filled) == len({*filled})


@pytest.mark.parametrize("name", SHEETS)
def test_what_a_column_offers_stands_in_another_column(name):
    offered = [column.among for column in SHEETS[name].columns if column.among is not None]
    assert all(any(column in sheet.columns for sheet in SHEETS.values()) for column in offered)
    assert not any(column is column.among for column in SHEETS[name].columns)


def test_a_column_that_fills_no_field_of_the_fact_is_an_error_at_once():
    with pytest.raises(ValueError, match="The sheet Staff fills nmae"):
        Sheet("Staff", "The people.", (Column("Name", "As it stands.", TEXT, "nmae"),), of=Staff)


def test_a_column_of_another_sheet_is_an_error_at_once():
    with pytest.raises(KeyError, match="Role"):
        STAFF.line(values={ROLE: "RN"})
    (row,) = rows_of(STAFF, {ID: "1"})
    with pytest.raises(KeyError):
        row[ROLE]


def test_a_column_that_is_added_to_a_sheet_is_written_read_and_noted_by_its_declaration():
    badge = Column("Badge", "The number on the badge.", TEXT, "pay_class")
    sheet = Sheet("Staff", "The people.", (ID, badge), of=Staff)
    person = Staff("1", "Ann", "RN", ("RN",), pay_class="B-7")
    book = Workbook()
    write_table(book.create_sheet("Staff"), sheet, [sheet.line(person)])
    assert [cell.value for cell in book["Staff"][1]] == ["Id", "Badge"]
    assert book["Staff"]["B1"].comment.text == "The number on the badge."
    (row,) = UnitSource(book).rows(sheet)
    assert row.facts() == {"id": "1", "pay_class": "B-7"}


def test_a_cell_is_read_once_and_what_is_wrong_in_it_is_told_once():
    faulty = {column: "1" for column in STAFF.columns if column.required}
    (row,) = rows_of(STAFF, {column: value for column, value in faulty.items() if column is not ID})
    assert row[ID] is None
    assert row[ID] is None
    assert [fault.problem for fault in row.table.faults] == ["'Id' is empty"]
    assert not row.ok


def test_facts_leave_out_what_is_empty_so_that_the_usual_value_holds():
    person = Staff("1", "Ann", "RN", ("RN",), 0.9, Employment.PER_DIEM, started=date(2026, 1, 5), least=90)
    book = Workbook()
    write_table(book.create_sheet("Staff"), STAFF, [STAFF.line(person)])
    source = UnitSource(book, roles={"RN": None})
    (row,) = source.rows(STAFF)
    facts = row.facts()
    assert {"leaves", "most", "shifts", "groups"}.isdisjoint(facts)
    assert Staff(**facts) == person


def rows_of(sheet, values):
    """Return the rows of a sheet whose cells are these, as they are read."""
    book = Workbook()
    line = tuple(values.get(column) for column in sheet.columns)
    write_table(book.create_sheet(sheet.title), sheet, [line])
    return [*UnitSource(book).rows(sheet)]
