"""Reads a unit's workbook: the unit, its policy and the schedule in it; or every fault at once."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from openpyxl.workbook import Workbook

from optimizer.planning.currency import speak_in
from optimizer.planning.pair import Plan
from optimizer.planning.policy import Policy
from optimizer.staffing.facts.setting_aside import set_aside
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.law.lawful import lawful, with_lawful_overtime
from optimizer.staffing.law.lawful_need import with_lawful_needs
from optimizer.staffing.policy import default_policy
from optimizer.staffing.rules.implied import with_implied
from optimizer.staffing.scenario import Scenario
from optimizer.staffing.schedule.cell_note import CellNote
from optimizer.workbook.file.account import take_account
from optimizer.workbook.file.kind import TOO_BIG
from optimizer.workbook.file.opened import LONG, WORKBOOK, Opened, Unvalued, opened, opened_bytes
from optimizer.workbook.file.titles import check_titles
from optimizer.workbook.grid.read import read_grid
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.grid.titles import BEFORE, HISTORY, SCHEDULE
from optimizer.workbook.report.outputs import UNIT_OUTPUTS
from optimizer.workbook.table.faults import Fault, FaultyWorkbookError
from optimizer.workbook.table.unread import UnreadCells
from optimizer.workbook.unit import layout
from optimizer.workbook.unit.cell_notes import read_cell_notes
from optimizer.workbook.unit.sheets.budget import read_budget
from optimizer.workbook.unit.sheets.calendar import read_calendar
from optimizer.workbook.unit.sheets.care import read_care
from optimizer.workbook.unit.sheets.check_care import care_faults
from optimizer.workbook.unit.sheets.ledger import read_ledger, read_turns
from optimizer.workbook.unit.sheets.locked import read_locked, read_ties
from optimizer.workbook.unit.sheets.needs import read_needs, read_skills
from optimizer.workbook.unit.sheets.pay import read_pay, read_premiums
from optimizer.workbook.unit.sheets.requests import read_requests
from optimizer.workbook.unit.sheets.roles import read_roles
from optimizer.workbook.unit.sheets.rotations import read_rotations
from optimizer.workbook.unit.sheets.rules import read_rules
from optimizer.workbook.unit.sheets.scenarios import read_scenarios
from optimizer.workbook.unit.sheets.shifts import read_shifts
from optimizer.workbook.unit.sheets.staff import read_staff

OF_CARE = (layout.SHIFTS, layout.ACUITY, layout.CENSUS, layout.MIX, layout.CARE, layout.CENSUS_HISTORY)
"""The sheets that must be right before needs are computed."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a workbook holds, the musts of law in its policy; ``plan`` is empty when nobody has filled it.

    ``notes`` are what the manager wrote at days of people. ``unread`` is what else stands in it: the reader's own
    sheets, columns and comments.
    """

    unit: Unit
    policy: Policy
    plan: Plan
    scenarios: tuple[Scenario, ...] = ()
    notes: tuple[CellNote, ...] = ()
    unread: tuple[UnreadCells, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class WorkbookReading:
    """What could be read of a workbook, None when it is too little for a unit, and all that is wrong in it."""

    contents: Contents | None
    faults: tuple[Fault, ...]


def read(path: Path) -> Contents:
    """Return what a workbook holds. Raise FaultyWorkbookError with all that is wrong in it."""
    return _sound(_look(*opened(path)))


def read_bytes(content: bytes, name: str = WORKBOOK) -> Contents:
    """Return what the bytes of a workbook hold. Raise FaultyWorkbookError with all that is wrong in it."""
    return _sound(_look(*opened_bytes(content, name)))


def look(content: bytes, name: str = WORKBOOK) -> WorkbookReading:
    """Return as much of a workbook as can be read, with its faults. Raise them only when it is no workbook at all."""
    return _look(*opened_bytes(content, name))


def look_into(opened: Opened) -> WorkbookReading:
    """Return as much of a workbook that is open as can be read, with its faults, as ``look`` does."""
    return _look(*opened)


def _rows_of_no_unit(book: Workbook) -> Iterator[Fault]:
    """Yield the sheets with more rows than a unit has people, patients or days: two years by shift are 11,000."""
    for sheet in book.worksheets:
        if sheet.max_row > LONG and sheet.title in layout.READ:
            problem = f"the sheet has {sheet.max_row:,} rows, and no unit has more than {LONG:,}"
            yield Fault(sheet.title, f"A{LONG + 1}", problem, TOO_BIG)


def _sound(reading: WorkbookReading) -> Contents:
    if reading.faults or reading.contents is None:
        raise FaultyWorkbookError(reading.faults)
    speak_in(reading.contents.unit.currency)
    return reading.contents


def _look(book: Workbook, unvalued: Unvalued) -> WorkbookReading:
    if too_many := [*_rows_of_no_unit(book)]:
        return WorkbookReading(None, tuple(too_many))
    source = UnitSource(book, unvalued=unvalued)
    contents = _read(source)
    take_account(source)
    check_titles(source, layout.READ, UNIT_OUTPUTS)
    return WorkbookReading(contents and replace(contents, unread=tuple(source.unread)), tuple(source.faults))


def _read(source: UnitSource) -> Contents | None:
    told = read_calendar(source)
    source.calendar = told.calendar
    facts: dict[str, Any] = {
        "roles": read_roles(source),
        "shifts": read_shifts(source),
        "rotations": read_rotations(source),
        "pay": read_pay(source),
        "staff": read_staff(source),
        "premiums": read_premiums(source),
        "needs": read_needs(source),
        "skill_needs": read_skills(source),
        "care": read_care(source),
        "requests": read_requests(source),
        "ties": read_ties(source),
        "locked": read_locked(source),
    }
    history, first_known = read_grid(source, HISTORY)
    plan, _ = read_grid(source, SCHEDULE)
    before, _ = read_grid(source, BEFORE)
    _check_filled(source, facts)
    if told.calendar is None:
        return None
    unit = Unit(
        **facts,
        name=told.name,
        calendar=told.calendar,
        history=history,
        history_from=first_known,
        given=before or plan,
        budget=read_budget(source),
        jurisdictions=told.jurisdictions,
        kind=told.kind,
        currency=told.currency,
        ratios_from=told.ratios_from,
        own_plan_from=told.own_plan_from,
        ledger=read_ledger(source),
        turns=read_turns(source),
    )
    unit = with_lawful_overtime(_with_needs(source, set_aside(unit)))
    rulings = read_rules(source, unit)
    policy = Policy(rulings) if rulings else default_policy()
    scenarios, notes = read_scenarios(source, unit, policy), read_cell_notes(source)
    return Contents(unit, with_implied(lawful(policy, unit), unit), plan, scenarios, notes)


def _check_filled(source: UnitSource, facts: dict[str, Any]) -> None:
    """Take note of facts that nothing can be planned without."""
    needed = ((layout.ROLES, "roles"), (layout.SHIFTS, "shifts"), (layout.STAFF, "staff"))
    needs = facts["needs"] or facts["care"]
    source.check_filled((*((sheet, facts[name]) for sheet, name in needed), (layout.NEEDS, needs)))


def _with_needs(source: UnitSource, unit: Unit) -> Unit:
    """Return a unit with the needs that its patients make, once everything that they depend on is right."""
    told = {fault.sheet.casefold() for fault in source.faults}
    if unit.care is None or told & {sheet.title.casefold() for sheet in OF_CARE}:
        return unit
    faults = [*care_faults(unit, unit.care)]
    source.faults.extend(faults)
    return unit if faults else with_lawful_needs(unit)
