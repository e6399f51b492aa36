"""A schedule into the roster of the same days: only duty cells change."""

import io
import re
import shutil
import subprocess
from datetime import date

import pytest
from openpyxl import load_workbook

from optimizer.workbook.into.changes import changes_csv, changes_sheet, changes_text
from optimizer.workbook.into.duty_cells import duty_cells
from optimizer.workbook.into.file.refused import CannotWriteError
from optimizer.workbook.into.write import write_into
from tests.paths import needs_libreoffice
from tests.workbook.into.own_books import (
    cells_of,
    differing,
    grid_of,
    looks,
    month_book,
    month_days,
    packed,
    parts,
    plain_book,
    spun,
    with_parts,
)
from tests.workbook.recognise.layouts import PEOPLE

APRIL = month_days(date(2026, 4, 1))
JOAN = PEOPLE[0]


def with_leave(place, days):
    return ["U"] * 5 + ["D"] * (days - 5) if place == 1 else ["D", "N", None] * (days // 3) + [None] * (days % 3)


def test_the_same_plan_leaves_every_byte():
    book = month_book()
    written = write_into(book, grid_of(book), cells_of(book).codes())
    assert written.content == book
    assert (written.changes, written.told) == ((), ())


def test_only_duty_cells_change_and_no_part_but_the_sheet_and_how_it_is_calculated():
    book = month_book()
    codes = spun(cells_of(book), APRIL)
    written = write_into(book, grid_of(book), codes)
    duties = {f.cell for f in grid_of(book).facts if f.field is None}
    assert {cell for _, cell in differing(book, written.content)} <= duties
    one, other = parts(book), parts(written.content)
    assert one.keys() == other.keys()
    assert {name for name in one if one[name] != other[name]} == {"xl/worksheets/sheet1.xml", "xl/workbook.xml"}
    assert b'fullCalcOnLoad="1"' in other["xl/workbook.xml"]
    outside = re.compile(rb"<sheetData>.*</sheetData>", re.DOTALL)
    assert outside.sub(b"", one["xl/worksheets/sheet1.xml"]) == outside.sub(b"", other["xl/worksheets/sheet1.xml"])
    assert cells_of(written.content).codes() == codes


def test_changes_are_told_with_person_date_from_and_to():
    book = month_book(codes=with_leave)
    codes = {**cells_of(book).codes(), (JOAN, APRIL[0]): ("N",), (JOAN, APRIL[1]): ()}
    changes = write_into(book, grid_of(book), codes).changes
    assert [tuple(change) for change in changes] == [(JOAN, APRIL[0], "D", "N"), (JOAN, APRIL[1], "N", "")]
    assert changes_text(changes).splitlines()[1] == f"{JOAN}, Thu 2 Apr: N becomes off"
    assert changes_csv(changes).decode("utf-8-sig").splitlines()[1] == f"{JOAN},2026-04-01,D,N"
    listed = load_workbook(io.BytesIO(changes_sheet(changes))).active
    assert [cell.value for cell in listed[3]][2:] == ["N", "off"]


def test_people_and_days_that_a_plan_does_not_speak_of_stay():
    book = month_book()
    written = write_into(book, grid_of(book), {(JOAN, APRIL[0]): ("N",), ("Nobody", APRIL[0]): ("D",)})
    assert differing(book, written.content) == {("April 2026", "C5")}
    assert written.told == ("No cell for 1 day (2026-04-01), not written, of Nobody.",)


def test_the_colour_of_leave_moves_with_it():
    book = month_book(codes=with_leave)
    who = PEOPLE[1]
    codes = {**cells_of(book).codes(), (who, APRIL[0]): ("D",), (who, APRIL[9]): ("U",)}
    after = looks(write_into(book, grid_of(book), codes).content)
    assert after["April 2026", "C6"][:2] == ("D", "FFFFFFFF")
    assert after["April 2026", "L6"][:2] == ("U", "FF92D050")
    assert after["April 2026", "L6"][2] == "thin"


def hours(place, days):
    return [8, 12, None] * (days // 3) + [None] * (days % 3)


def test_hours_that_are_numbers_stay_numbers():
    book = month_book(codes=hours)
    codes = {**cells_of(book).codes(), (JOAN, APRIL[0]): ("12",), (JOAN, APRIL[1]): ("10",)}
    after = looks(write_into(book, grid_of(book), codes).content)
    assert [after["April 2026", cell][0] for cell in ("C5", "D5")] == [12, 10]


@pytest.mark.parametrize("code", ["=1+1", "+cmd", "@SUM(A1)", "<b>&\"'", "D\x07"])
def test_text_is_never_a_formula(code):
    book = month_book()
    after = write_into(book, grid_of(book), {(JOAN, APRIL[0]): (code,)}).content
    cell = load_workbook(io.BytesIO(after))["April 2026"]["C5"]
    assert cell.data_type != "f"
    assert b"<f>1+1" not in parts(after)["xl/worksheets/sheet1.xml"]
    assert cell.value == code.replace("\x07", " ")


def with_formulas(page):
    page["C5"], page["D5"] = "=C6", "=D6"


def test_a_formula_in_a_duty_cell_is_replaced_and_told():
    plain = month_book(dress=with_formulas)
    chain = (
        b'<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="C5" i="1"/></calcChain>'
    )
    book = with_parts(plain, {"xl/calcChain.xml": chain})
    # openpyxl writes no values of formulas, so the cells are blank: a code is a change
    written = write_into(book, grid_of(book), {(JOAN, APRIL[0]): ("N",)})
    assert written.told == (f"1 cell: a code now instead of a formula ({JOAN}, Wed 1 Apr, C5).",)
    assert looks(written.content)["April 2026", "C5"][0] == "N"
    assert looks(written.content)["April 2026", "D5"][0] == "=D6"
    assert "xl/calcChain.xml" not in parts(written.content)


def with_merged_leave(page):
    page["C6"] = "Urlaub"
    page.merge_cells("C6:G6")


def test_merged_leave_is_not_written_and_told():
    book = month_book(dress=with_merged_leave)
    codes = {**cells_of(book).codes(), (PEOPLE[1], APRIL[2]): ("N",)}
    written = write_into(book, grid_of(book), codes)
    assert written.content == book
    assert written.told == (f"1 cell: part of merged cells and not written ({PEOPLE[1]}, Fri 3 Apr, E6).",)
    assert not written.changes


def test_macros_and_everything_foreign_stay():
    foreign = {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0macro", "xl/externalLinks/externalLink1.xml": b"<externalLink/>",
               "customXml/item1.xml": b"<anything/>"}  # fmt: skip
    book = with_parts(month_book(), foreign)
    written = write_into(book, grid_of(book, "roster.xlsm"), spun(cells_of(book), APRIL))
    assert foreign.items() <= parts(written.content).items()


def test_rows_and_cells_that_the_file_leaves_out_are_put_in_their_place():
    book = month_book()
    part = parts(book)["xl/worksheets/sheet1.xml"]
    thin = re.sub(rb'<c r="\w+" s="\d+"(?: t="n")? ?/>', b"", part)
    assert len(thin) < len(part)
    book = packed({**parts(book), "xl/worksheets/sheet1.xml": thin})
    codes = spun(cells_of(book), APRIL, by=2)
    written = write_into(book, grid_of(book), codes)
    assert cells_of(written.content).codes() == codes
    order = [int(row) for row in re.findall(rb'<row r="(\d+)"', parts(written.content)["xl/worksheets/sheet1.xml"])]
    assert order == sorted(set(order))


def test_two_columns_a_day():
    header = [["Name", *(day for day in range(1, 29) for _ in (0, 1))], ["", *(["AM", "PM"] * 28)]]
    rows = [[who, *_halves(place)] for place, who in enumerate(PEOPLE)]
    book = plain_book([["Rota February 2026"], [], *header, *rows])
    codes = cells_of(book).codes()
    assert write_into(book, grid_of(book), codes).content == book
    turned = spun(cells_of(book), [day for who, day in codes if who == JOAN])
    assert cells_of(write_into(book, grid_of(book), turned).content).codes() == turned


def _halves(place):
    return [code for day in range(28) for code in (("D", None), ("D", "N"), (None, None))[(day + place) % 3]]


@pytest.mark.parametrize(
    ("start", "what"), [(bytes.fromhex("d0cf11e0a1b11ae1"), "an .xls"), (b"PK\x05\x06" + bytes(18), "")]
)
def test_other_kinds_of_files_are_refused_in_a_sentence(start, what):
    book = month_book()
    with pytest.raises(CannotWriteError) as error:
        write_into(start + b"anything", grid_of(book), cells_of(book).codes())
    assert what in str(error.value)
    assert str(error.value).endswith(".")


def test_a_document_type_is_refused():
    book = month_book()
    part = parts(book)["xl/worksheets/sheet1.xml"]
    harm = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>' + part.partition(b"?>")[2]
    with pytest.raises(CannotWriteError, match="document type"):
        write_into(packed({**parts(book), "xl/worksheets/sheet1.xml": harm}), grid_of(book), cells_of(book).codes())


def test_a_roster_without_a_date_asks_for_it():
    book = month_book(title="Dienstplan", sheet="Plan")
    table = grid_of(book)
    with pytest.raises(CannotWriteError, match="which date its first day is"):
        duty_cells(table)
    assert duty_cells(table, APRIL[0]).first == APRIL[0]


@needs_libreoffice
def test_libreoffice_opens_it_and_works_the_totals_out_again(tmp_path):
    book = month_book()
    codes = {**cells_of(book).codes(), **{(JOAN, day): ("N",) for day in APRIL}}
    path = tmp_path / "roster.xlsx"
    path.write_bytes(write_into(book, grid_of(book), codes).content)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [shutil.which("soffice"), "--headless", profile, "--convert-to", "csv", "--outdir", tmp_path, path]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    joan = next(line for line in path.with_suffix(".csv").read_text().splitlines() if line.startswith(JOAN))
    assert joan.split(",")[2:32] == ["N"] * 30
    assert joan.split(",")[-1] == "30"
