"""Acuity, census, skill mix and care times in the workbook: there and back, and every fault."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from openpyxl import load_workbook

from optimizer.staffing.facts.care import Care, CareTimes, Census, CensusFrom, Filler, Level
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.shift import Part
from optimizer.staffing.need.computed_need import with_computed_needs
from optimizer.staffing.need.need_source import need_sources
from optimizer.staffing.need.ratio import no_law
from optimizer.staffing.policy import default_policy
from optimizer.workbook.table.faults import FaultyWorkbookError
from optimizer.workbook.unit.read import read
from optimizer.workbook.unit.write import write_schedule, write_unit
from tests.paths import SAMPLES
from tests.samples.step_down import small
from tests.workbook.books import book_of

MEDSURG = SAMPLES / "unit-medsurg.xlsx"
SUNDAY = date(2026, 11, 29)
WEEK = [SUNDAY - timedelta(days=n) for n in range(7)]


def round_trip(path, unit):
    write_unit(path, unit, default_policy())
    return read(path).unit


def changed(tmp_path, changes):
    """Return a copy of the medical-surgical sample with some cells changed: {(sheet, cell): value}."""
    book = book_of(MEDSURG.read_bytes())
    for (sheet, cell), value in changes.items():
        book[sheet][cell].value = value
    book.save(tmp_path / "changed.xlsx")
    return tmp_path / "changed.xlsx"


def faults_of(path):
    with pytest.raises(FaultyWorkbookError) as caught:
        read(path)
    return [str(fault) for fault in caught.value.faults]


def test_everything_about_care_reads_back_to_the_same(tmp_path):
    unit, _ = small()
    care = Care(
        census=(
            Census(When(), "D", {1: 2, 6: 1}, 1, 2, 3, 4),
            Census(When(), "N", {2: 3}),
            Census(When(weekdays=frozenset({1, 3})), "N", {1: 3}),
            Census(When(holidays=True), "D", {2: 4}),
            Census(When(day=unit.days[2]), "D", {2: 5}),
        ),
        mix=(
            Filler("RN", 100, True, 2, None, 60, "", ("day", "N")),
            Filler("Charge", 0, False, 1, 0, 0, "RN"),
        ),
        levels=(Level(1, "low", 250, "telemetry", 4, 6), Level(2, "mid", 480), Level(6, "top", 1440, "critical_care")),
        times=CareTimes(690, 55, 40, 30, 15, 510, {Part.DAY: 60, Part.NIGHT: 40}),
        history=tuple(Census(When(day=day), "D", {1: 3, 2: 1}, 1) for day in WEEK),
        census_from=CensusFrom.SHEET,
    )
    given = (Need(When(), "D", "RN", 1, 2, 3),)
    unit = with_computed_needs(replace(unit, needs=given, care=care), no_law)
    again = round_trip(tmp_path / "unit.xlsx", unit)
    assert again.care == care
    assert again == unit
    assert load_workbook(tmp_path / "unit.xlsx")["Needs"].max_row == 2  # only the given need


def test_a_unit_without_care_has_the_sheets_and_computes_nothing(tmp_path):
    unit, _ = small()
    assert round_trip(tmp_path / "unit.xlsx", unit).care is None
    titles = load_workbook(tmp_path / "unit.xlsx").sheetnames
    assert titles[titles.index("Needs") :][1:6] == ["Acuity", "Census", "Skill mix", "Care", "Census history"]


def test_the_neutral_scale_and_the_usual_times_hold_where_nothing_is_written(tmp_path):
    book = load_workbook(MEDSURG)
    del book["Acuity"], book["Care"], book["Census history"]
    book.save(tmp_path / "in.xlsx")
    care = read(tmp_path / "in.xlsx").unit.care
    assert [level.minutes / 60 for level in care.levels] == [4, 6, 8, 12, 18]
    assert care.times == CareTimes()
    assert care.times.productive_of(720) == Fraction(675)


def test_the_needs_of_the_medical_surgical_sample_are_computed():
    unit = read(MEDSURG).unit
    assert unit.needs
    assert all(need.computed for need in unit.needs)
    monday = date(2026, 12, 7)
    found = {need.thing: (need.minimum, need.target, need.maximum) for day, need in unit.demand if day == monday}
    assert found == {
        ("D", "Charge"): (1, 1, 1), ("D", "RN"): (5, 6, 8), ("D", "LPN"): (0, 1, 2), ("D", "CNA"): (2, 2, 4),
        ("N", "Charge"): (1, 1, 1), ("N", "RN"): (4, 4, 6), ("N", "CNA"): (1, 2, 3),
    }  # fmt: skip


def test_a_given_need_overrides_and_the_sheet_of_sources_says_so(tmp_path):
    path = changed(tmp_path, {("Needs", cell): value for cell, value in zip(
        ("A2", "B2", "C2", "D2", "E2"), ("weekdays", "D", "RN", 4, 5), strict=True)})  # fmt: skip
    unit = read(path).unit
    write_schedule(path, tmp_path / "out.xlsx", unit, frozenset(), (), [])
    sheet = load_workbook(tmp_path / "out.xlsx")["Need sources"]
    headers = [cell.value for cell in sheet[1]]
    lines = [dict(zip(headers, (cell.value for cell in row), strict=True)) for row in sheet.iter_rows(min_row=2)]
    assert len(lines) == len(unit.demand) == 28 * 7
    nurses = {line["Date"].date(): line for line in lines if (line["Shift"], line["Role"]) == ("D", "RN")}
    monday, sunday = nurses[date(2026, 12, 7)], nurses[date(2026, 12, 6)]
    assert (monday["Minimum"], monday["Target"]) == (4, 5)
    assert monday["Comes from"] == "given, in place of the computed one"
    assert (monday["Patients"], monday["Care hours of the shift"]) == (24, 88.98)
    assert (monday["By ratio"], monday["By acuity"]) == (5, 6)
    assert (monday["Computed minimum"], monday["Computed target"]) == (5, 6)
    assert (sunday["Target"], sunday["Comes from"]) == (5, "acuity")
    again = read(tmp_path / "out.xlsx").unit
    assert need_sources(again) == need_sources(unit)


def test_the_census_can_come_from_the_days_before(tmp_path):
    unit, _ = small()
    history = tuple(
        Census(When(day=SUNDAY - timedelta(days=n)), shift, {3: 4 + n // 7}) for n in range(35) for shift in ("D", "N")
    )
    care = Care((), (Filler("RN", 100),), history=history, census_from=CensusFrom.EIGHTY)
    unit = with_computed_needs(replace(unit, needs=(), care=care), no_law)
    assert {need.working.patients for need in unit.needs} == {7}  # of 4, 5, 6, 7, 8 the fourth
    assert round_trip(tmp_path / "unit.xlsx", unit) == unit
    mean = with_computed_needs(replace(unit, care=replace(care, census_from=CensusFrom.MEAN)), no_law)
    assert {need.working.patients for need in mean.needs} == {6}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({("Acuity", "A3"): 1}, "Acuity!A3: level 1 stands twice"),
        ({("Acuity", "A3"): 7}, "Acuity!A3: 7 is out of range; write a number from 1 to 6."),
        ({("Acuity", "C2"): "four"}, "Acuity!C2: 'four' is not a number"),
        ({("Acuity", "D2"): None}, "Acuity!D2: only the night has a number"),
        ({("Census", "B2"): "DD"}, "Census!B2: 'DD' is not a shift"),
        ({("Census", "B2"): "OC"}, "Census!B2: 'OC' is no paid work, so no patients are cared for on it"),
        ({("Census", "B2"): "PTO"}, "Census!B2: 'PTO' is no paid work"),
        ({("Census", "H2"): 1}, "Census!H2: the acuity scale has no level 6; add it on the sheet Acuity."),
        ({("Census", "C2"): -1}, "Census!C2: -1 is out of range"),
        ({("Census", "C2"): 1.5}, "Census!C2: 1.5 is not a whole number"),
        ({("Census", "A2"): "Monday"}, "Census!A1: no row tells the patients of D on Tue 8 Dec"),
        ({("Skill mix", "C3"): 60}, "Skill mix!C1: the shares of care on D come to 90 %"),
        ({("Skill mix", "D3"): "no"}, "Skill mix!D1: nobody on D counts to the ratio"),
        ({("Skill mix", "A3"): "RM"}, "Skill mix!A3: 'RM' is not a role"),
        ({("Skill mix", "B3"): "dusk"}, "Skill mix!B3: 'dusk' is not a word that describes anybody or anything here"),
        ({("Care", "B2"): "75th percentile"}, "Care!B2: '75th percentile' is not a way to know the census"),
        ({("Care", "B2"): "weekday mean"}, "Census history!A2: there is nothing below the header"),
        ({("Care", "A3"): "Productive"}, "Care!A3: 'Productive' is not a setting"),
        ({("Care", "B9"): 60}, "Care!A1: the shares of care of day, night come to 60 %"),
        ({("Census history", "A2"): "x", ("Census history", "B2"): "D"}, "Census history!A2: 'x' is not a date"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_cell(tmp_path, change, told):
    found = faults_of(changed(tmp_path, change))
    assert any(sentence.startswith(told) for sentence in found), found


def test_what_is_missing_is_told_once_and_not_as_a_missing_need(tmp_path):
    for sheet, rows in (("Census", 6), ("Skill mix", 6)):
        book = load_workbook(MEDSURG)
        book[sheet].delete_rows(2, rows)
        book.save(tmp_path / "in.xlsx")
        (fault,) = faults_of(tmp_path / "in.xlsx")
        assert fault.startswith(f"{sheet}!A2: there is nothing below the header")


def test_a_weekday_that_the_history_does_not_know_is_told_where_the_history_is(tmp_path):
    one = {("Census history", "A2"): SUNDAY, ("Census history", "B2"): "D", ("Care", "B2"): "weekday mean"}
    found = faults_of(changed(tmp_path, one))
    assert any(fault.startswith("Census history!A1: no row tells the patients of D on Mon 7 Dec") for fault in found)


def test_a_day_twice_in_the_history_is_a_fault(tmp_path):
    twice = {
        ("Census history", f"{column}{row}"): value for row in (2, 3) for column, value in (("A", SUNDAY), ("B", "D"))
    }
    (fault,) = faults_of(changed(tmp_path, twice))
    assert fault.startswith("Census history!B3: D on 2026-11-29 stands twice")


def test_faults_elsewhere_are_told_together_with_those_of_care(tmp_path):
    found = faults_of(changed(tmp_path, {("Staff", "E2"): "full", ("Skill mix", "C3"): 60}))
    assert [fault.split("!")[0] for fault in found] == ["Staff", "Skill mix"]


def test_labels_from_a_workbook_never_become_formulas(tmp_path):
    path = changed(tmp_path, {("Acuity", "B2"): "-2+3", ("Acuity", "F2"): "@kind"})
    unit = read(path).unit
    assert unit.care.levels[0].label == "-2+3"
    write_unit(tmp_path / "again.xlsx", unit, default_policy())
    write_schedule(tmp_path / "again.xlsx", tmp_path / "out.xlsx", unit, frozenset(), (), [])
    for sheet in load_workbook(tmp_path / "out.xlsx"):
        assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []
