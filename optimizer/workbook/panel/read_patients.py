"""Reads patients: what a case manager must fit, who lives together, and who must not have whom."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from optimizer.caseload.capacity.setting import Contact, Phase
from optimizer.caseload.medication.reconciliation import Where
from optimizer.caseload.panel import Case
from optimizer.caseload.patient import Patient
from optimizer.planning.pair import Pair, Plan
from optimizer.workbook.panel import layout
from optimizer.workbook.panel.read_risk import read_overrides, read_risk
from optimizer.workbook.panel.source import PanelSource
from optimizer.workbook.table.sheet import Sheet
from optimizer.workbook.table.table import Row, many_of, number, one_of, text, whole, words, yes
from optimizer.workbook.unit.read_people import named_rows


def read_patients(source: PanelSource) -> tuple[tuple[Patient, ...], dict[str, Row]]:
    """Return the patients, made known with all that other sheets tell of them, and the rows of those to be locked."""
    locked: dict[str, Row] = {}
    for row, who in named_rows(source, layout.PATIENTS, "Id", source.patients):
        source.patients[who] = _patient(source, row, who)
        if row.get("Locked", yes):
            locked[who] = row
    excluded, households = _excluded(source), _households(source)
    overrides, known = read_overrides(source), read_risk(source)
    for who, patient in source.patients.items():
        source.patients[who] = patient and replace(
            patient,
            excluded=excluded.get(who, ()),
            household=households.get(who, ""),
            override=overrides.get(who),
            risk=known.get(who, patient.risk),
        )
    return tuple(patient for patient in source.patients.values() if patient is not None), locked


def read_assignment(source: PanelSource, sheet: Sheet) -> Plan:
    """Return who has whom on a sheet; nothing when the workbook has no such sheet."""
    table, pairs = source.table(sheet), dict[str, Pair]()
    for row in table.rows() if table else ():
        patient, manager = row.get("Patient", source.patient), row.get("Manager", source.manager)
        if patient in pairs:
            row.fault("Patient", f"'{patient}' has a case manager already", "leave one row for each patient")
        if row.ok and patient is not None and manager is not None:
            pairs[patient] = Pair(manager, Case(patient))
    return frozenset(pairs.values())


def read_travel(source: PanelSource) -> Mapping[tuple[str, str], int]:
    """Return the minutes a month that travel takes, by home and area."""
    table, found = source.table(layout.TRAVEL), dict[tuple[str, str], int]()
    for row in table.rows() if table else ():
        home, area, taken = row.get("From", text), row.get("To", text), row.get("Hours a month", number(0, 400))
        if home is not None and area is not None and (home, area) in found:
            row.fault("To", f"there is a row from {home} to {area} already", "leave one of them")
        if row.ok and home is not None and area is not None and taken is not None:
            found[home, area] = round(60 * taken)
    return found


def _patient(source: PanelSource, row: Row, who: str) -> Patient | None:
    phase, contact = row.get("Phase", one_of([*Phase], "phase")), row.get("Contact", one_of([*Contact], "contact"))
    dates = {
        header: row.get(header, source.in_a_life) for header in ("Referred", "Discharged", "Reconciled", "Last contact")
    }
    told = {header: row.get(header, text) or "" for header in ("Name", "Setting", "Payer", "State", "Area", "Language")}
    reviews = [row.get(header, whole(0, 100)) or 0 for header in ("New reviews", "Continued reviews")]
    where, interpreter = row.get("To", one_of([*Where], "place to go to")), row.get("Interpreter", yes)
    specialties = row.get("Specialties", words) or ()
    preferred = row.get("Prefers", many_of(source.managers, "case manager's id")) or ()
    due = row.get("Review due", source.within_ten_years)
    left, reconciled = dates["Discharged"], dates["Reconciled"]
    if reconciled and (left is None or reconciled < left):
        row.fault("Reconciled", f"{reconciled} is not after a discharge", "mend the date, or 'Discharged'")
    if not row.ok:
        return None
    return Patient(
        who, dates["Referred"], told["Setting"], Phase(phase or Phase.ACTIVE), Contact(contact) if contact else None,
        told["Payer"], due, left, where or "", told["State"], told["Area"], told["Language"],
        bool(interpreter), specialties, preferred, name=told["Name"], reconciled=reconciled, new_reviews=reviews[0],
        continued_reviews=reviews[1], contacted=dates["Last contact"],
    )  # fmt: skip


def _excluded(source: PanelSource) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    table = source.table(layout.EXCLUSIONS)
    for row in table.rows() if table else ():
        patient, manager = row.get("Patient", source.patient), row.get("Manager", source.manager)
        if patient is not None and manager is not None:
            found[patient] = (*found[patient], manager)
    return found


def _households(source: PanelSource) -> Mapping[str, str]:
    found: dict[str, str] = {}
    table = source.table(layout.HOUSEHOLDS)
    for row in table.rows() if table else ():
        household, patient = row.get("Household", text), row.get("Patient", source.patient)
        if patient in found:
            row.fault("Patient", f"'{patient}' lives in a household already", "leave one row for each patient")
        if row.ok and household is not None and patient is not None:
            found[patient] = household
    return found
