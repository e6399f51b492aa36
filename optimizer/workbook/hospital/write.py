"""Writes a hospital into a folder to fill, and its schedules once they are made."""

from dataclasses import replace
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.planning.pair import Plan
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.hospital.hospital import Hospital, Member
from optimizer.workbook.file.saved import save
from optimizer.workbook.hospital.read import HOSPITAL_FILE
from optimizer.workbook.hospital.sheets import SHEETS, HospitalLine, UnitLine
from optimizer.workbook.report.report import SummaryLines
from optimizer.workbook.table.write import write_table
from optimizer.workbook.unit.write import write_schedule, write_unit

POOL_BOOK = "pool.xlsx"


def write_hospital(folder: Path, hospital: Hospital) -> None:
    """Write a hospital into a folder: a workbook for every unit, one for the pool, and one for what they share."""
    folder.mkdir(parents=True, exist_ok=True)
    for member in hospital.members:
        _write_facts(folder / book_of(member), member, member.unit, member.given)
    _write_facts(folder / POOL_BOOK, hospital.pool, _readable(hospital.pool.unit), hospital.pool.given)
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    book.remove(first)
    for sheet, facts in zip(SHEETS, _facts(hospital), strict=True):
        write_table(book.create_sheet(sheet.title), sheet, map(sheet.line, facts))
    save(book, folder / HOSPITAL_FILE)


def _facts(hospital: Hospital) -> tuple[tuple[object, ...], ...]:
    """Return the facts of each sheet of hospital.xlsx, in their order."""
    line = HospitalLine(hospital.name, POOL_BOOK, hospital.budget, hospital.agency, hospital.rank_price)
    units = tuple(UnitLine(member.code, book_of(member), member.budget) for member in hospital.members)
    return (line,), units, hospital.orientations


def book_of(member: Member) -> str:
    """Return the name of a unit's workbook."""
    return f"{member.code.casefold()}.xlsx"


def write_member(folder: Path, member: Member, plan: Plan, findings: tuple[Finding, ...], facts: SummaryLines) -> Path:
    """Write the schedule of a unit with its guests, or of the pool, and return where.

    It is a workbook of its own, which reads back by itself: guests are rows of its staff.
    """
    folder.mkdir(parents=True, exist_ok=True)
    place, unit = folder / book_of(member), _readable(member.unit)
    _write_facts(place, member, unit)
    write_schedule(place, place, unit, plan, findings, facts)
    return place


def _write_facts(place: Path, member: Member, unit: Unit, plan: Plan = frozenset()) -> None:
    write_unit(place, unit, member.policy, plan, notes=member.notes)


def _readable(unit: Unit) -> Unit:
    """Return a unit that needs somebody, if only nobody: a workbook without needs is taken to be unfinished."""
    if unit.needs or unit.care:
        return unit
    codes = [shift.code for shift in unit.shifts if shift.staffs]
    return replace(unit, needs=tuple(Need(When(), code, unit.roles[0].name, 0, 0) for code in codes[:1]))
