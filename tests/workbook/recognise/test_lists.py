"""Tables with a header: lists of duties, requests, needs, staff, shifts, rules and patients."""

from datetime import date

import pytest

from optimizer.workbook.recognise.recognise import recognise
from tests.workbook.recognise.layouts import PEOPLE, found_on


def test_a_row_a_duty():
    rows = [
        ["Date", "Shift", "Employee"],
        ["13/03/2026", "Day", "Joan Adams"],
        ["13/03/2026", "Night", "Tia Brown"],
        ["14/03/2026", "Day", "Joan Adams"],
    ]
    table = found_on(rows, None, "export.csv").tables[0]
    assert (table.kind, table.first, table.last, table.days) == ("list", date(2026, 3, 13), date(2026, 3, 14), 2)
    assert dict(table.codes) == {"Day": 2, "Night": 1}


def test_dates_that_can_be_read_both_ways_are_asked_about():
    rows = [["Date", "Shift", "Employee"], *([f"0{month}/03/2026", "Day", "Joan Adams"] for month in (1, 2, 3, 4))]
    found = found_on(rows)
    assert [question.about for question in found.questions] == ["dates"]
    assert found.tables[0].days == 4


def test_several_people_in_a_cell_are_several_duties():
    rows = [
        ["日付", "シフト", "担当者"],
        [1, "日勤", "佐藤 美咲, 鈴木 愛"],
        [1, "夜勤", "山本 恵美"],
        [2, "日勤", "佐藤 美咲, 山本 恵美"],
    ]
    table = found_on(rows).tables[0]
    assert table.people == ("佐藤 美咲", "鈴木 愛", "山本 恵美")
    assert dict(table.codes) == {"日勤": 4, "夜勤": 1}


def test_surname_comma_first_name_is_one_person():
    rows = [
        ["Date", "Employee", "Start", "End"],
        *(
            [f"{day}/03/2026", name, "07:00", "15:00"]
            for day, name in ((13, "Adams, Joan"), (14, "Brown, Tia"), (15, "Adams, Joan"))
        ),
    ]
    table = found_on(rows).tables[0]
    assert table.people == ("Adams, Joan", "Brown, Tia")
    assert dict(table.codes) == {"07:00-15:00": 3}


def test_leave_from_and_to_is_every_day_between():
    rows = [
        ["Employee Name", "Leave Type", "From", "To"],
        ["Joan Adams", "Annual", "13/03/2026", "16/03/2026"],
        ["Tia Brown", "Sick", "20/03/2026", "20/03/2026"],
    ]
    table = found_on(rows, file="leave.csv").tables[0]
    assert table.kind == "requests"
    assert dict(table.codes) == {"Annual": 4, "Sick": 1}


def test_day_month_and_year_in_columns_of_their_own():
    rows = [["nurse", "shift", "dates", "month", "year"], ["Joan", "M", "16,23", 1, 2026], ["Tia", "M", "30", 1, 2026]]
    table = found_on(rows, None, "fixed_requests.csv").tables[0]
    assert {fact.day for fact in table.facts} == {date(2026, 1, 16), date(2026, 1, 23), date(2026, 1, 30)}


def test_a_row_a_person_and_week():
    rows = [["Name", "Week starting", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]]
    rows += [[person, date(2026, 3, 2 + 7 * week), *"DDN  EE"] for week in range(2) for person in PEOPLE]
    table = found_on(rows).tables[0]
    assert (table.kind, table.people, table.days) == ("list", PEOPLE, 14)


def test_needs_name_shift_and_role():
    rows = [
        ["date", "shift_id", "role", "required"],
        ["2026-03-01", "long", "Senior", 1],
        ["2026-03-01", "long", "HCA", 3],
    ]
    table = found_on(rows, None).tables[0]
    assert table.kind == "demand"
    assert [(fact.shift, fact.value) for fact in table.facts] == [("long Senior", 1), ("long HCA", 3)]


def test_staff_in_other_words_and_places():
    rows = [["Listado de personal"], [], ["Nº", "Apellidos", "Nombre", "Categoría", "Horas semanales"]]
    rows += [[place, name.split()[1], name.split()[0], "Enfermera", 37.5] for place, name in enumerate(PEOPLE)]
    rows += [["Total", "", "", "", 187.5]]
    found = found_on(rows)
    assert (found.tables[0].kind, found.tables[0].people) == ("staff", PEOPLE)
    assert ("Horas semanales", "hours per week") in found.tables[0].fields
    assert [left.why for left in found.left_out] == ["totals"]


def test_sample_and_instruction_rows_are_no_staff():
    rows = [
        ["사번", "이름", "팀"],
        ["S001", "김간호", "A"],
        ["필수", "필수", "선택"],
        *([str(place), f"간호사{place:02d}", "A"] for place in range(5)),
    ]
    assert found_on(rows).tables[0].people == tuple(f"간호사{place:02d}" for place in range(5))


def test_passwords_are_neither_kept_nor_shown():
    rows = [["Name", "Role", "Password"], *([name, "RN", "secret1"] for name in PEOPLE)]
    found = found_on(rows)
    assert "secret1" not in str(found.tables)
    assert "Password" in found.left_out[0].why


def test_shifts_and_rules():
    shifts = found_on(
        [["Code", "Description", "Start", "End"], ["D", "Day", "07:00", "19:00"], ["N", "Night", "19:00", "07:00"]]
    )
    rules = found_on([["Name", "Value", "Comment"], ["max_nights", 2, "in a row"], ["rest_h", 11, "between shifts"]])
    assert [shifts.tables[0].kind, rules.tables[0].kind] == ["shifts", "rules"]


def test_patients_dispensing_and_claims():
    patients = [
        ["Patient ID", "Name", "DOB", "Primary Diagnosis", "Risk Score"],
        ["P1", "Joan Adams", "1950-01-01", "E11.9", 2.3],
    ]
    fills = [["member_id", "drug_name", "fill_date", "days_supply"], ["P1", "metformin", "2026-01-01", 30]]
    claims = [
        ["claim_id", "patient_id", "service_date", "icd10_code", "paid_amount"],
        ["C1", "P1", "2026-01-01", "E11.9", 120.5],
    ]
    assert [found_on(rows).tables[0].kind for rows in (patients, fills, claims)] == ["patients", "dispensing", "claims"]


@pytest.mark.parametrize(
    "huge",
    ["2026 Mar 99999999999", "Mar 99999999999", "1 Mar 99999999999", "1 March " + "9" * 5000, "9" * 400, "1e300"],
)
def test_numbers_beyond_any_date_are_no_dates(huge):
    rows = "".join(f"Ann Hill,{huge},{huge},D\nBen Dale,2026-03-0{day},2026-03-0{day},D\n" for day in (1, 2, 3))
    for titles in ("Name,Date,End date,Shift", "Name,Day,To,Shift"):
        proposal = recognise("list.csv", f"{titles}\n{rows}".encode())
        dates = {fact.day for table in proposal.tables for fact in table.facts if fact.day}
        assert all(day.year == 2026 for day in dates)


@pytest.mark.parametrize("last", ["1000000000000", "9" * 300])
def test_days_to_a_number_beyond_any_month_are_not_counted_up(last):
    rows = "".join(f"Ann Hill,2026,3,{day},{last},AL\n" for day in (1, 2, 3))
    proposal = recognise("leave.csv", f"Name,Year,Month,From,To,Leave\n{rows}".encode())
    assert sum(len(table.facts) for table in proposal.tables) < 100
