"""Every fault at once, each with its cell and what would be right."""

from datetime import datetime, time, timedelta

import pytest
from openpyxl import load_workbook

from optimizer.staffing.facts.demand import When
from optimizer.workbook.table.clock_cell import minute_of_day
from optimizer.workbook.table.faults import Fault, FaultyWorkbookError, meant
from optimizer.workbook.table.parse import UnreadableError, day, number, one_of, text, whole, words, yes
from optimizer.workbook.unit.read import read
from tests.paths import ROSTERS, SAMPLES, needs_rosters
from tests.samples.faulty import FAULTS
from tests.workbook.books import book_of

RECOVERY = [cell.value for cell in load_workbook(SAMPLES / "unit-small.xlsx")["Rules"]["A"]].index(
    "recovery-after-nights"
) + 1
"""The row of that rule on the sheet Rules of a sample."""


def faults_of(path):
    with pytest.raises(FaultyWorkbookError) as caught:
        read(path)
    return caught.value.faults


def changed(tmp_path, changes, sample="unit-small.xlsx"):
    """Return a copy of a sample with some cells changed: {(sheet, cell): value}."""
    book = book_of((SAMPLES / sample).read_bytes())
    for (sheet, cell), value in changes.items():
        book[sheet][cell].value = value
    book.save(tmp_path / "changed.xlsx")
    return tmp_path / "changed.xlsx"


def test_the_faulty_sample_shows_its_twenty_faults_and_no_other():
    assert len(FAULTS) == len({(sheet, cell) for sheet, cell, _ in FAULTS}) == 20
    found = faults_of(SAMPLES / "unit-faulty.xlsx")
    assert sorted((fault.sheet, fault.cell) for fault in found) == sorted((sheet, cell) for sheet, cell, _ in FAULTS)
    assert all(fault.problem and fault.remedy for fault in found)


@pytest.mark.parametrize("sample", ["small", "medsurg", "icu", "perioperative", "clash", "shortage"])
def test_the_other_samples_have_no_fault(sample):
    assert read(SAMPLES / f"unit-{sample}.xlsx").unit.staff


def test_a_fault_reads_as_a_sentence():
    fault = Fault("Staff", "D14", "'Chrge' is not a role", meant("Chrge", ["RN", "Charge"]))
    assert str(fault) == "Staff!D14: 'Chrge' is not a role; did you mean 'Charge'?"
    assert str(Fault("Staff", "", "the workbook has no such sheet")) == "Staff: the workbook has no such sheet."


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({("Calendar", "B4"): "2026-12-01"}, "Calendar!B4: the last day 2026-12-01 does not fit the first day"),
        ({("Calendar", "B3"): None}, "Calendar!B3: 'Value' is empty"),
        ({("Calendar", "A3"): None, ("Calendar", "B3"): None}, "Calendar!A1: the setting 'First day' is missing"),
        ({("Calendar", "A11"): "Jurisdictions", ("Calendar", "B11"): "us-flsa, us-californa"},
         "Calendar!B11: 'us-californa' is not a jurisdiction; did you mean 'us-california'?"),
        ({("Calendar", "A12"): "Kind of unit", ("Calendar", "B12"): "med surg"},
         "Calendar!B12: 'med surg' is not a kind of unit; did you mean 'med_surg'?"),
        ({("Staff", "P1"): "Review due", ("Staff", "P2"): "soon"}, "Staff!P2: 'soon' is not a date"),
        ({("Staff", "A3"): "R001"}, "Staff!A3: 'R001' stands twice"),
        ({("Staff", "E1"): "FTEs"}, "Staff!A1: there is no column 'FTE'; did you mean 'FTEs'?"),
        ({("Staff", "M13"): "R0001"}, "Staff!M13: 'R0001' is not a staff id; did you mean 'R001'?"),
        ({("Staff", "E2"): True}, "Staff!E2: 'True' is not a number"),
        ({("Staff", "B2"): "#REF!"}, "Staff!B2: the cell holds the error #REF!"),
        ({("Staff", "J2"): datetime(2001, 1, 1)}, "Staff!J2: 2001-01-01 is before the first day of employment"),
        ({("Shifts", "F2"): 20}, "Shifts!F2: 20 paid hours are more than the shift lasts"),
        ({("Shifts", "J2"): "yellow"}, "Shifts!J2: 'yellow' is not a colour"),
        ({("Needs", "E2"): 0}, "Needs!E2: the target 0 is below the minimum 1"),
        ({("Needs", "D2"): 1.5}, "Needs!D2: 1.5 is not a whole number"),
        ({("Needs", "A2"): "Someday"}, "Needs!A2: 'Someday' says no day"),
        ({("Skills", "C2"): "ACSL"}, "Skills!C2: 'ACSL' is not a credential that anybody holds; did you mean 'ACLS'?"),
        ({("Requests", "B2"): "blocked"}, "Requests!G2: blocked days are still owed, and approved leave is not"),
        ({("Requests", "B2"): "on"}, "Requests!G2: only days off can be approved leave"),
        ({("Requests", "E2"): "D or Q9"}, "Requests!E2: 'Q9' is not a shift"),
        ({("Requests", "G2"): "maybe"}, "Requests!G2: 'maybe' is neither yes nor no"),
        ({("Locked", "B3"): datetime(2026, 12, 24)}, "Locked!C3: 'R002' has PTO on 2026-12-24 already"),
        ({("Locked", "A2"): "R012", ("Locked", "C2"): "D", ("Locked", "D2"): "RN"}, "may not fill the role RN"),
        ({("Premiums", "A2"): "nite"}, "'nite' is not a shift, part of the day, role or occasion; did you mean"),
        ({("Premiums", "B2"): None}, "Premiums!B2: the premium pays nothing"),
        ({("Premiums", "C7"): 50}, "Premiums!C7: what a preceptor gets does not hang on the orientee's rate"),
        ({("Pay", "C2"): "8/80"}, "Pay!C2: '8/80' is not a way to count overtime; did you mean '8-80'?"),
        ({("Rules", "B2"): "priced"}, "Rules!C2: 'one-duty-a-day' is priced but has no price"),
        ({("Rules", "C6"): None}, "'cover-maximum' is priced but has no price"),
        ({("Rules", "E2"): 3}, "Rules!E2: 'one-duty-a-day' takes nothing in 'Limit'"),
        ({("Rules", "G3"): "RNs"}, "did you mean 'RN'?"),
        ({("Rules", f"I{RECOVERY}"): "night=2"}, "'night' is not a detail of 'recovery-after-nights'; did you mean"),
        ({("Rules", f"I{RECOVERY}"): "two nights"}, f"Rules!I{RECOVERY}: 'two nights' sets nothing"),
        ({("Rules", f"E{RECOVERY}"): "long"}, f"Rules!E{RECOVERY}: 'long' is not a number"),
        ({("Schedule", "E6"): "Z"}, "Schedule!E6: 'Z' is not a shift"),
        ({("Schedule", "E6"): "D/X"}, "Schedule!E6: 'X' is not a role"),
        ({("Schedule", "A7"): "R001"}, "Schedule!A7: 'R001' stands twice"),
        ({("Schedule", "F4"): datetime(2026, 12, 20)}, "Schedule!F4: 2026-12-20 stands twice"),
        ({("History", "E4"): datetime(2026, 12, 21)}, "History!E4: 2026-12-21 is not before the first day to plan"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_cell(tmp_path, change, told):
    found = [str(fault) for fault in faults_of(changed(tmp_path, change))]
    assert any(told in sentence for sentence in found), found


def test_a_missing_sheet_is_told_with_the_nearest_name(tmp_path):
    book = load_workbook(SAMPLES / "unit-small.xlsx")
    book["Staff"].title = "Staf list"
    book.save(tmp_path / "in.xlsx")
    assert "Staff: the workbook has no such sheet; did you mean 'Staf list'?" in map(
        str, faults_of(tmp_path / "in.xlsx")
    )


def test_a_table_that_must_hold_something_and_does_not_is_told(tmp_path):
    book = load_workbook(SAMPLES / "unit-small.xlsx")
    book["Needs"].delete_rows(2, 20)
    book.save(tmp_path / "in.xlsx")
    assert list(map(str, faults_of(tmp_path / "in.xlsx"))) == [
        "Needs!A2: there is nothing below the header; add a row."
    ]


def test_headers_may_stand_lower_and_in_any_order(tmp_path):
    book = load_workbook(SAMPLES / "unit-small.xlsx")
    book["Pay"].insert_rows(1, 3)
    book["Pay"]["A1"] = "Rates of this year"
    book["Pay"].move_range("A4:A9", cols=4)
    book.save(tmp_path / "in.xlsx")
    assert read(tmp_path / "in.xlsx").unit.pay == read(SAMPLES / "unit-small.xlsx").unit.pay


def test_what_is_no_workbook_is_refused_politely(tmp_path):
    (tmp_path / "notes.xlsx").write_text("not a workbook")
    assert "not an Excel workbook" in str(faults_of(tmp_path / "notes.xlsx")[0])


@needs_rosters
def test_no_real_workbook_brings_the_reader_down():
    files = [path for path in sorted(ROSTERS.rglob("*")) if path.suffix in (".xlsx", ".xlsm", ".xls", ".csv")]
    assert files
    for path in files:
        assert faults_of(path), path


def test_a_request_may_be_for_one_of_several_shifts_in_any_writing(tmp_path):
    for written in ("D or N", "d, N", "D OR n"):
        unit = read(changed(tmp_path, {("Requests", "E2"): written})).unit
        assert unit.requests[0].shift == "D or N"


@pytest.mark.parametrize(
    ("parse", "value", "meaning"),
    [
        (text, 1001.0, "1001"),
        (words, "RN, Charge;CNA ,", ("RN", "Charge", "CNA")),
        (one_of(["p", "P"], "shift"), "P", "P"),
        (one_of(["Charge"], "role"), "charge", "Charge"),
        (number(0, 2), "0.9", 0.9),
        (whole(0, 9), 3.0, 3),
        (day, datetime(2026, 12, 6), datetime(2026, 12, 6).date()),
        (day, "2026-12-06", datetime(2026, 12, 6).date()),
        (day, 46362, datetime(2026, 12, 6).date()),
        (minute_of_day, time(7, 30), 450),
        (minute_of_day, timedelta(hours=24), 1440),
        (minute_of_day, 0.5, 720),
        (minute_of_day, "0730", 450),
        (minute_of_day, 730, 450),
        (minute_of_day, "7:30", 450),
        (yes, "Y", True),
        (yes, False, False),
    ],
)
def test_what_people_write_is_understood(parse, value, meaning):
    assert parse(value) == meaning


@pytest.mark.parametrize(
    ("parse", "value"),
    [
        (one_of(["p", "P"], "shift"), "x"), (number(0, 2), "nine"), (number(0, 2), 3), (whole(0, 9), 1.5),
        (day, "6.12.26"), (day, 7), (minute_of_day, "7"), (minute_of_day, "24:30"), (minute_of_day, "dawn"),
        (yes, "perhaps"),
    ],
)  # fmt: skip
def test_what_could_mean_anything_is_refused(parse, value):
    with pytest.raises(UnreadableError):
        parse(value)


def test_days_of_needs(tmp_path):
    written = ("Mon-Wed, Sunday", "weekend", "holidays", datetime(2026, 12, 21), "Every Day")
    path = changed(tmp_path, {("Needs", f"A{row}"): value for row, value in enumerate(written, start=2)})
    whens = [need.when for need in read(path).unit.needs]
    monday = datetime(2026, 12, 21).date()
    assert whens == [
        When(weekdays=frozenset({0, 1, 2, 6})), When(weekdays=frozenset({5, 6})), When(holidays=True), When(day=monday),
        When(),
    ]  # fmt: skip
