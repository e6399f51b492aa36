"""A hospital in a folder: what is written reads back, and every fault of every workbook is told at once."""

from dataclasses import replace

import openpyxl
import pytest

from optimizer.staffing.hospital.whole import members_with_guests
from optimizer.workbook.hospital.read import read_hospital
from optimizer.workbook.hospital.write import write_hospital, write_member
from optimizer.workbook.table.faults import FaultyWorkbookError
from optimizer.workbook.unit.read import read
from tests.samples.hospitals import tiny


@pytest.fixture
def folder(tmp_path):
    facts = tiny(1, days=4, people=2, floating=3)
    lines = (replace(facts.orientations[0], since=facts.pool.unit.days[1], most=2), *facts.orientations[1:])
    write_hospital(tmp_path, replace(facts, orientations=lines, budget=50_000_00, agency=60 * 60))
    return tmp_path


def changed(path, sheet, cell, value):
    book = openpyxl.load_workbook(path)
    book[sheet][cell] = value
    book.save(path)


def faults(folder):
    with pytest.raises(FaultyWorkbookError) as error:
        read_hospital(folder)
    return [str(fault) for fault in error.value.faults]


def test_what_is_written_reads_back(folder):
    facts = read_hospital(folder)
    assert [member.code for member in facts.members] == ["3E", "ICU"]
    assert (facts.budget, facts.agency, facts.rank_price) == (50_000_00, 60 * 60, 5_00)
    assert facts.orientations[0].most == 2
    assert facts.orientations[0].since == facts.pool.unit.days[1]
    assert len(facts.pool.unit.staff) == 3


def test_every_fault_is_told_at_once_with_its_workbook(folder):
    changed(folder / "hospital.xlsx", "Float pool", "A2", "p9")
    changed(folder / "hospital.xlsx", "Float pool", "B3", "4N")
    changed(folder / "icu.xlsx", "Staff", "D2", "Surgeon")
    told = faults(folder)
    assert any(fault.startswith("Float pool!A2: 'p9' is not a person of the pool") for fault in told)
    assert any(fault.startswith("Float pool!B3: '4N' is not a code of a unit") for fault in told)
    assert any(fault.startswith("icu.xlsx, Staff!D2") for fault in told)


def test_a_workbook_that_is_not_there_is_told(folder):
    changed(folder / "hospital.xlsx", "Units", "B3", "ccu.xlsx")
    assert any("there is no file 'ccu.xlsx'" in fault for fault in faults(folder))


@pytest.mark.parametrize("file", ["3e.xlsx", "pool.xlsx"])
def test_a_unit_with_the_workbook_of_another_is_told(folder, file):
    changed(folder / "hospital.xlsx", "Units", "B3", file)
    told = [fault for fault in faults(folder) if fault.startswith("Units!B3")]
    assert told == [f"Units!B3: '{file}' is another's workbook already; name the unit's own."]


@pytest.mark.parametrize("name", ["none.xlsx", "../pool.xlsx", "."])
def test_a_pool_that_is_no_file_of_the_folder_is_told_with_its_cell(folder, name):
    changed(folder / "hospital.xlsx", "Hospital", "B2", name)
    assert [fault for fault in faults(folder) if fault.startswith(f"Hospital!B2: there is no file '{name}' in the")]


def test_a_second_hospital_is_told(folder):
    changed(folder / "hospital.xlsx", "Hospital", "A3", "Another")
    changed(folder / "hospital.xlsx", "Hospital", "B3", "pool.xlsx")
    assert [fault.partition(";")[0] for fault in faults(folder)] == ["Hospital!A3: a folder holds one hospital"]


@pytest.mark.parametrize("code", ["Report", "float", "A/B", "A:B", "3e"])
def test_a_unit_whose_files_would_take_the_place_of_others_is_told(folder, code):
    changed(folder / "hospital.xlsx", "Units", "A3", code)
    assert any(fault.startswith(f"Units!A3: '{code}' ") for fault in faults(folder))


def test_units_of_other_periods_are_told(folder):
    other = tiny(1, days=5, people=2, floating=3)
    write_hospital(folder / "other", other)
    (folder / "other" / "icu.xlsx").replace(folder / "icu.xlsx")
    assert any("ICU is planned from" in fault for fault in faults(folder))


def test_a_schedule_with_guests_reads_back_by_itself(folder, tmp_path):
    facts = read_hospital(folder)
    for member in members_with_guests(facts):
        plan = frozenset([min(member.unit.offered)])
        place = write_member(tmp_path / "3e", replace(member, code=member.code), plan, (), [])
        assert read(place).plan == plan
