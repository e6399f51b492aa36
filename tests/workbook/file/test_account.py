"""Whatever stands in a sheet is read, or is a fault at its cell, or is said not to be read: never nothing."""

from datetime import datetime, timedelta
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.chart import BarChart
from openpyxl.utils import get_column_letter

from optimizer.staffing.policy import default_policy
from optimizer.workbook.panel import layout as layout_panel
from optimizer.workbook.panel.read import read_panel_bytes
from optimizer.workbook.panel.template import example_panel
from optimizer.workbook.panel.write import write_panel
from optimizer.workbook.table.faults import FaultyWorkbookError
from optimizer.workbook.table.unread import ranges
from optimizer.workbook.unit import layout
from optimizer.workbook.unit.read import read, read_bytes
from optimizer.workbook.unit.template import example_scenarios, example_unit
from optimizer.workbook.unit.write import write_schedule, write_unit
from tests.paths import SAMPLES
from tests.workbook.books import book_of, changed, in_row, names, saved, with_cached
from tests.workbook.values import TYPED

SMALL = (SAMPLES / "unit-small.xlsx").read_bytes()
DAY = datetime(2026, 12, 6)


def template():
    file = BytesIO()
    write_unit(file, example_unit(DAY.date()), default_policy(), scenarios=example_scenarios())
    return file.getvalue()


def panel():
    file = BytesIO()
    write_panel(file, example_panel(DAY.date()))
    return file.getvalue()


BOOKS = {
    "small": (SMALL, read_bytes, layout.READ, layout.SHEETS),
    "template": (template(), read_bytes, layout.READ, layout.SHEETS),
    "panel": (panel(), read_panel_bytes, layout_panel.READ, (*layout_panel.SHEETS, layout_panel.BEFORE)),
}
READ = {name: reader(content) for name, (content, reader, _, _) in BOOKS.items()}
CELLS = {
    name: {
        sheet.title: [*sheet.iter_rows(max_row=sheet.max_row + 2, max_col=sheet.max_column + 2, values_only=True)]
        for sheet in book_of(content)
        if sheet.title in titles
    }
    for name, (content, _, titles, _) in BOOKS.items()
}
TEXTS = st.sampled_from(TYPED) | st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=12
)


def only_told(name, title, row, column):
    """Tell whether a cell is there for people alone: what we write of settings, rules and assignments."""
    for sheet in BOOKS[name][3]:
        if sheet.title == title:
            told = {each.header for each in sheet.columns if each.told}
            return row > 1 and CELLS[name][title][0][column - 1] in told
    return False


@pytest.mark.parametrize("name", BOOKS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_cell_changed_to_any_text_changes_what_is_read_or_is_told(name, data):
    content, reader, _, _ = BOOKS[name]
    title = data.draw(st.sampled_from(sorted(CELLS[name])))
    values = CELLS[name][title]
    row = data.draw(st.integers(1, len(values)))
    column = data.draw(st.integers(1, len(values[0])))
    text, cell, old = data.draw(TEXTS), f"{get_column_letter(column)}{row}", values[row - 1][column - 1]
    if only_told(name, title, row, column) or not text.replace("\u00a0", " ").strip() or alike(text, str(old or "")):
        return
    if old is None and text.strip().casefold() in ("0", "no", "off", "n", "-", "–"):
        return  # stands for what an empty cell stands for
    try:
        found = reader(changed(content, {(title, cell): text}))
    except FaultyWorkbookError as error:
        assert names(error.faults, title, cell) or in_row(error.faults, title, cell) or elsewhere(error.faults, title)
        return
    assert found != READ[name] or names(found.unread, title, cell)


def alike(text, old):
    """Tell whether two texts stand for the same, as case and blanks are forgiven."""
    return " ".join(text.split()).casefold() == " ".join(old.split()).casefold()


def elsewhere(faults, title):
    """Tell whether a name that was written over is missed on other sheets, or on the whole sheet."""
    return any(fault.sheet != title or not fault.cell for fault in faults)


def faults_of(content, reader=read_bytes):
    with pytest.raises(FaultyWorkbookError) as caught:
        reader(content)
    return [*map(str, caught.value.faults)]


def change(work):
    book = load_workbook(BytesIO(SMALL))
    work(book)
    return saved(book)


@pytest.mark.parametrize(
    "written",
    ["2026-12-19", "19 Dec 2026", "12/19/2026", "Sat 19 Dec 2026", "2026-12-19 00:00:00", "19-Dec-26", 46375,
     "12/19\n/2026"],
)  # fmt: skip
def test_a_day_above_history_is_read_however_it_was_written(written):
    sheet = book_of(SMALL)["History"]
    place = next(cell.coordinate for cell in sheet[4] if cell.value == datetime(2026, 12, 19))
    assert read_bytes(changed(SMALL, {("History", place): written})) == READ["small"]


def test_of_two_days_that_a_text_may_mean_the_one_counts_that_follows_its_neighbour():
    sheet = book_of(SMALL)["History"]
    place = next(cell.coordinate for cell in sheet[4] if cell.value == datetime(2026, 12, 10))
    assert read_bytes(changed(SMALL, {("History", place): "10/12/2026"})) == READ["small"]


def test_days_that_may_be_two_are_told_in_one_sentence():
    sheet = book_of(SMALL)["History"]
    cells = [cell for cell in sheet[4] if isinstance(cell.value, datetime)]
    book = book_of(SMALL)
    for number, cell in enumerate(cells, start=1):
        book["History"][cell.coordinate].value = None if number > 3 else f"0{number}/0{number + 4}/2026"
    assert [fault for fault in faults_of(saved(book)) if "may be" in fault] == [
        "History!E4:G4: '01/05/2026' may be 2026-01-05 or 2026-05-01, and so on; write a day such as 2026-12-06."
    ]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({("Schedule", "A6"): None}, "but no id; write the id, or move the row elsewhere."),
        ({("Schedule", "H4"): None}, "Schedule!H4: no day stands above duties"),
        ({("Schedule", "R4"): "Sundry"}, "Schedule!R4: no day stands above duties"),
        ({("History", "E4"): datetime(1900, 1, 1)}, "History!E4: 1900-01-01 is more than 2 years before the period"),
        ({("History", "F4"): datetime(2026, 1, 1)}, "History!F4: 2026-01-01 stands after 2026-12-06"),
        ({("Staff", "I1"): "Startd"}, "Staff!I1: 'Startd' is no column of this sheet; did you mean 'Started'?"),
        ({("Staff", "Q1"): "FTE"}, "Staff!Q1: 'FTE' stands twice in the header"),
        ({("Calendar", "A13"): "Unit"}, "Calendar!A13: 'Unit' stands twice"),
        ({("Calendar", "B2"): "x", ("Calendar", "B3"): "0001-01-01"}, "Calendar!B3: 0001-01-01 is no day to plan"),
        ({("Calendar", "B4"): "9999-12-31"}, "Calendar!B4: 9999-12-31 is no day to plan"),
        ({("Holidays", "A3"): datetime(2026, 12, 25), ("Holidays", "A2"): datetime(2026, 12, 25)},
         "Holidays!A3: 2026-12-25 stands twice"),
        ({("Requests", "C2"): datetime(1900, 1, 1)}, "Requests!C2: 1900-01-01 is more than 2 years before"),
        ({("Requests", "C2"): "1/2/2027"}, "Requests!C2: '1/2/2027' may be 2027-01-02 or 2027-02-01"),
        ({("Staff", "I2"): datetime(2031, 1, 1)}, "Staff!I2: 2031-01-01 is more than 2 years after the period"),
        ({("Staff", "G2"): ","}, "Staff!G2: ',' holds no word"),
        ({("Credentials", "B3"): "RN licence", ("Credentials", "A3"): "R001"}, "has a row for RN licence already"),
    ],
)  # fmt: skip
def test_what_would_vanish_is_told_at_its_cell(changes, told):
    fill = {("Schedule", "H6"): "D", ("Schedule", "R6"): "D"} if "Schedule" in str(changes) else {}
    found = faults_of(changed(SMALL, {**fill, **changes}))
    assert any(told in fault for fault in found), found


@pytest.mark.parametrize("title", ["Histroy", "Holiday", "Premium"])
def test_a_sheet_that_is_nearly_ours_is_told(title):
    near = {"Histroy": "History", "Holiday": "Holidays", "Premium": "Premiums"}[title]
    content = change(lambda book: setattr(book[near], "title", title))
    assert f"{title}: no sheet of this name is read; did you mean '{near}'?" in faults_of(content)


def test_a_chart_named_as_a_sheet_is_told():
    def chart(book):
        del book["Holidays"]
        book.create_chartsheet("Holidays").add_chart(BarChart())

    assert "Holidays: this is a chart and not a sheet of cells; give the chart another name." in faults_of(
        change(chart)
    )


def test_sheets_rows_and_columns_of_ones_own_are_said_and_read_past():
    def own(book):
        book.create_sheet("Vacation 2026")["A1"] = "Jo"
        book["Staff"]["T1"], book["Staff"]["T3"], book["Staff"]["V5"] = "Phone", "555", "call her"
        book["Schedule"]["T4"], book["Schedule"]["T7"] = "Locker", "D"
        book["Schedule"]["B30"], book["Schedule"]["B31"] = "Total", "Wishes"
        for column in range(5, 19):
            book["Schedule"].cell(30, column, column)

    found = read_bytes(change(own))
    assert found == READ["small"]
    assert [*map(str, found.unread)] == [
        "Schedule!T4:T7: 'Locker' is a column of your own and is not read.",
        "Schedule!B30:R31: rows without an id are not read.",
        "Staff!T1:T3: 'Phone' is a column of your own and is not read.",
        "Staff!V5: what has no header is not read.",
        "Vacation 2026: a sheet of your own, which is not read.",
    ]


def test_hidden_rows_and_ids_written_as_numbers_are_read():
    def spell(book):
        book["Staff"].row_dimensions[3].hidden = True
        book["Staff"]["A14"], book["Staff"]["B14"] = 1001, "New, Jo"
        for column in "CDE":
            book["Staff"][f"{column}14"] = book["Staff"][f"{column}2"].value

    assert [person.id for person in read_bytes(change(spell)).unit.staff][1::11] == ["R002", "1001"]


def test_what_we_wrote_ourselves_is_not_spoken_of(tmp_path):
    (tmp_path / "in.xlsx").write_bytes(SMALL)
    contents = read(tmp_path / "in.xlsx")
    write_schedule(tmp_path / "in.xlsx", tmp_path / "out.xlsx", contents.unit, contents.plan, (), [])
    assert read(tmp_path / "out.xlsx").unread == contents.unread == ()


def test_a_formula_that_nobody_worked_out_is_a_fault_and_one_that_came_to_something_is_kept(tmp_path):
    def formulas(book):
        book["Staff"]["E2"] = "=36/40"
        for column in range(6, 19):
            book["Schedule"].cell(4, column, f"={get_column_letter(column - 1)}4+1")

    content = change(formulas)
    remedy = "open the workbook in Excel or LibreOffice and save it, or write the value"
    told = [f"{cell}: the formula has no value yet; {remedy}." for cell in ("Schedule!F4:R4", "Staff!E2")]
    assert sorted(faults_of(content)) == told

    days = {f"{get_column_letter(column - 1)}4+1": 46377 + column - 6 for column in range(6, 19)}
    (tmp_path / "in.xlsx").write_bytes(with_cached(content, {"36/40": 0.9, **days}))
    contents = read(tmp_path / "in.xlsx")
    assert (contents.unit.staff[0].fte, contents.unit.days) == (0.9, READ["small"].unit.days)
    write_schedule(tmp_path / "in.xlsx", tmp_path / "out.xlsx", contents.unit, contents.plan, (), [])
    again = read(tmp_path / "out.xlsx")
    assert (again.unit.staff, again.plan) == (contents.unit.staff, contents.plan)
    assert load_workbook(tmp_path / "out.xlsx")["Staff"]["E2"].value == 0.9


def test_ranges_are_few():
    assert ranges([(2, 5), (3, 5), (2, 6), (3, 6), (9, 1)]) == ("E2:F3", "A9")
    assert ranges([]) == ()


def test_for_ever_is_no_fault():
    ever = datetime(9999, 12, 31)
    content = changed(
        SMALL, {("Staff", "J2"): ever, ("Credentials", "C2"): ever, ("Staff", "I2"): datetime(1979, 5, 1)}
    )
    assert read_bytes(content).unit.staff[0].leaves == ever.date()
    assert timedelta(0) < ever - DAY
