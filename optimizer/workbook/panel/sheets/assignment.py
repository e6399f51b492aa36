"""The sheets Assignment, Before and Travel: who has whom, who had whom, and what travel takes."""

from collections.abc import Iterator, Mapping
from typing import Any

from optimizer.caseload.panel import Case, Panel
from optimizer.planning.pair import Pair, Plan
from optimizer.workbook.panel.sheets.managers import MANAGER
from optimizer.workbook.panel.sheets.patients import PATIENT
from optimizer.workbook.panel.source import PanelSource
from optimizer.workbook.table.codecs import TEXT, hours
from optimizer.workbook.table.sheet import CellValues, Column, Sheet

WHOM = Column("Patient", "The patient's id.", PATIENT, required=True, width=11)
WHO = Column("Manager", "The case manager's id.", MANAGER, required=True, width=10)
NAME: Column[str] = Column("Name", "The case manager's. Only to read.", width=24)
TAKEN: Column[float] = Column("Hours a month", "Only to read.", width=10)
ASSIGNMENT = Sheet("Assignment", "Who has whom. Patients without a row have nobody.", (WHOM, WHO, NAME, TAKEN))
BEFORE = Sheet("Before", "Who had whom before the assignment, so that transfers count.", (WHOM, WHO))
HOME = Column("From", "A case manager's home.", TEXT, required=True, width=14)
AREA = Column("To", "A patient's area.", TEXT, required=True, width=14)
HOURS = Column("Hours a month", "For each patient.", hours(0, 400), required=True)
TRAVEL = Sheet("Travel", "What travel takes for each patient. None where there is no row.", (HOME, AREA, HOURS))


def read_assignment(source: PanelSource, sheet: Sheet) -> Plan:
    """Return who has whom on a sheet; nothing when the workbook has no such sheet."""
    pairs: dict[str, Pair] = {}
    for row in source.rows(sheet):
        patient, manager = row[WHOM], row[WHO]
        if patient in pairs:
            row.fault(WHOM, f"'{patient}' has a case manager already", "leave one row for each patient")
        if row.ok and patient is not None and manager is not None:
            pairs[patient] = Pair(manager, Case(patient))
    return frozenset(pairs.values())


def read_travel(source: PanelSource) -> Mapping[tuple[str, str], int]:
    """Return the minutes a month that travel takes, by home and area."""
    found: dict[tuple[str, str], int] = {}
    for row in source.rows(TRAVEL):
        home, area, taken = row[HOME], row[AREA], row[HOURS]
        if home is not None and area is not None and (home, area) in found:
            row.fault(AREA, f"there is a row from {home} to {area} already", "leave one of them")
        if row.ok and home is not None and area is not None and taken is not None:
            found[home, area] = taken
    return found


def assignment_lines(panel: Panel, plan: Plan) -> Iterator[CellValues]:
    """Yield who has whom, by the order of patients, with hours a month."""
    owner = {pair.what.patient: pair for pair in plan}
    for pair in (owner[each.id] for each in panel.patients if each.id in owner):
        told: dict[Column[Any], Any] = {NAME: panel.name_of(pair.who), TAKEN: round(panel.minutes(pair) / 60, 2)}
        yield ASSIGNMENT.line(values={WHOM: pair.what.patient, WHO: pair.who, **told})


def before_lines(panel: Panel) -> Iterator[CellValues]:
    """Yield who has whom before an assignment, by the order of patients."""
    had = (each.id for each in panel.patients if each.id in panel.present)
    return (BEFORE.line(values={WHOM: who, WHO: panel.present[who]}) for who in had)


def travel_lines(panel: Panel) -> Iterator[CellValues]:
    """Yield what travel takes."""
    for (home, area), minutes in panel.travel.items():
        yield TRAVEL.line(values={HOME: home, AREA: area, HOURS: minutes})
