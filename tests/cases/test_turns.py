"""Reports about rotations, holidays in turn and fair shares, with what is right in each."""

import json
from datetime import date

from click.testing import CliRunner
from openpyxl import load_workbook

from optimizer.cli import main
from optimizer.workbook.unit.read import read
from tests.paths import CASES, needs_cases

pytestmark = needs_cases
NIGHTS_IN_A_FORTNIGHT = "3 N, 1 off, 3 N, 7 off"


def run(*arguments: object) -> str:
    return CliRunner().invoke(main, [str(argument) for argument in arguments]).output


def scored(path) -> dict:
    return json.loads(run("score", path, "--json"))


def ruled(book, *rows) -> None:
    """Add rules to the sheet of a workbook: the name and how it counts, by the headers."""
    for key, how, details in rows:
        place = book["Rules"].max_row + 1
        headers = {cell.value: cell.column for cell in book["Rules"][1]}
        for header, value in (("Rule", key), ("How", how), ("Details", details)):
            book["Rules"].cell(place, headers[header], value)


def columned(sheet, header, values) -> None:
    """Add a column to a sheet, from its second row down."""
    column = sheet.max_column + 1
    for row, value in enumerate((header, *values), start=1):
        sheet.cell(row, column, value)


def with_rotation(path, how="must"):
    """Return the two teams with a rotation that is entered once, and nothing locked."""
    book = load_workbook(CASES / "fixed-rotation" / "unit.xlsx")
    book["Locked"].delete_rows(2, book["Locked"].max_row)
    sheet = book.create_sheet("Rotations")
    sheet.append(["Rotation", "Pattern", "Days", "First day"])
    sheet.append(["3 on 1 off", NIGHTS_IN_A_FORTNIGHT, 14, date(2026, 11, 29)])
    columned(book["Staff"], "Rotation", ["3 on 1 off"] * 4)
    columned(book["Staff"], "Rotation day 1", [None, date(2026, 12, 6)] * 2)
    ruled(book, ("follow-rotation", how, None))
    book.save(path)
    return path


def test_a_rotation_is_entered_once_and_carried_on(tmp_path):
    unit = with_rotation(tmp_path / "unit.xlsx")
    assert "3 on 1 off, 6 duties in 14 days, 4 people. A must" in run("check", unit)
    as_scheduled = [finding["rule"] for finding in scored(unit)["findings"]]
    assert "follow-rotation" not in as_scheduled
    run("next", unit, "-o", tmp_path / "next.xlsx")
    after = read(tmp_path / "next.xlsx").unit
    team = {who for (who, _), code in after.rotation_days.items() if code}
    assert team == {"191", "192", "193", "194"}
    assert after.rotation_days["191", date(2026, 12, 13)] == "N"
    assert after.rotation_days["192", date(2026, 12, 20)] == "N"


def test_without_the_rotation_in_the_schedule_every_day_is_found(tmp_path):
    unit = with_rotation(tmp_path / "unit.xlsx", "priced")
    book = load_workbook(unit)
    for row in book["Schedule"].iter_rows(min_row=3, min_col=5, max_col=18):
        for cell in row:
            cell.value = None
    book["Rules"].cell(book["Rules"].max_row, 3, 10)
    book.save(unit)
    found = [f for f in scored(unit)["findings"] if f["rule"] == "follow-rotation"]
    assert len(found) == 24


def holidays(path, details=None):
    """Return the case with pairs, with who had what last year, and with the rule."""
    book = load_workbook(CASES / "christmas-again" / "unit.xlsx")
    columned(book["Holidays"], "Pair", ["Christmas", "Christmas", "New Year", "New Year"])
    sheet = book.create_sheet("Turns")
    sheet.append(["Staff", "Turn", "Date"])
    sheet.append(["271", "Christmas", date(2025, 12, 25)])
    ruled(book, ("holiday-turns", "must", details))
    book.save(path)
    return path


def test_nobody_has_christmas_again_and_one_of_each_pair_is_right(tmp_path):
    told = scored(holidays(tmp_path / "unit.xlsx"))
    assert [finding["sentence"] for finding in told["findings"]] == [
        "Hol, A works Christmas (Fri 25 Dec) again, after 2025."
    ]


def test_eve_and_day_may_also_go_together(tmp_path):
    told = scored(holidays(tmp_path / "unit.xlsx", "pair=both"))
    again = [finding["sentence"] for finding in told["findings"] if "again" in finding["sentence"]]
    parted = [finding["sentence"] for finding in told["findings"] if "only a part" in finding["sentence"]]
    assert (len(again), len(parted)) == (1, 4)


def test_who_had_christmas_is_told_by_year(tmp_path):
    lists = json.loads(run("turns", holidays(tmp_path / "unit.xlsx"), "--of", "Christmas", "--json"))["turns"]
    assert [(each["who"], each["days"]) for each in lists["Christmas"]] == [
        ("272", []), ("271", ["2025-12-25", "2026-12-25"]),
    ]  # fmt: skip


def test_a_fair_share_of_any_shift_is_no_fault():
    assert "Faults:         none" in run("check", CASES / "five-days-between-nights" / "fair-share-of-floats.xlsx")
