"""The sheets Patients, Exclusions and Households: what a case manager must fit, and who lives together."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from optimizer.caseload.capacity.setting import Contact, Phase
from optimizer.caseload.medication.reconciliation import Where
from optimizer.caseload.panel import Panel
from optimizer.caseload.patient import Patient
from optimizer.workbook.panel.sheets.care import read_goals, read_referrals
from optimizer.workbook.panel.sheets.elsewhere import read_elsewhere
from optimizer.workbook.panel.sheets.managers import MANAGER
from optimizer.workbook.panel.sheets.risk import read_overrides, read_risk
from optimizer.workbook.panel.source import PanelSource
from optimizer.workbook.table.codecs import (
    IN_A_LIFE,
    TEXT,
    WITHIN_TEN_YEARS,
    WORDS,
    YES,
    all_known,
    as_it_is,
    empty_for_nothing,
    one_word,
    plain,
    wholes,
)  # fmt: skip
from optimizer.workbook.table.parse import one_of
from optimizer.workbook.table.sheet import CellValues, Codec, Column, Sheet
from optimizer.workbook.table.table import SheetRow

PATIENT = Codec(PanelSource.patient, as_it_is)
REVIEWS = empty_for_nothing(wholes(0, 100))
AFTER = {"Problem found": "a discharge", "Problem settled": "a problem was found"}
ID = Column("Id", "Whatever tells patients apart.", TEXT, "id", required=True, width=11)
DISCHARGED = Column("Discharged", "From the last hospital stay.", IN_A_LIFE, "discharged")
RECONCILED = Column("Reconciled", "When medicines were reconciled after it.", IN_A_LIFE, "reconciled")
LOCKED = Column("Locked", "yes keeps the patient with the present case manager.", YES, width=8, choices=("yes", "no"))
FOUND = Column("Problem found", "When a problem with a medicine was found after the discharge.", IN_A_LIFE, "found")
SETTLED = Column("Problem settled", "When it was settled.", IN_A_LIFE, "settled")
PATIENTS = Sheet(
    "Patients",
    "The patients, by ids alone if you like. Whether a case manager fits hangs on these columns; the tier on the "
    "sheets Risk, Overrides and Dispensing.",
    (
        ID,
        Column("Name", "May be empty, and the column may be missing: no result names it.", TEXT, "name", width=20),
        Column("Referred", "The day.", IN_A_LIFE, "referred"),
        Column("Setting", "Where the patient is cared for. Only to read.", TEXT, "setting"),
        Column(
            "Phase",
            "Where the case stands. active when empty.",
            one_word(Phase, "phase"),
            "phase",
            choices=tuple(Phase),
        ),
        Column(
            "Contact",
            "How the patient is mostly met. The setting's way when empty.",
            one_word(Contact, "contact"),
            "contact",
            choices=tuple(Contact),
        ),
        Column("Payer", "Reviews due are told by payer.", TEXT, "payer"),
        Column("Review due", "The utilization review is due by this day.", WITHIN_TEN_YEARS, "review_due"),
        Column(
            "New reviews",
            "Utilization reviews to begin, in a month (hospital: a day). 0 when empty.",
            REVIEWS,
            "new_reviews",
            width=9,
        ),
        Column("Continued reviews", "Further ones. 0 when empty.", REVIEWS, "continued_reviews", width=10),
        DISCHARGED,
        Column(
            "To",
            "Where after it. home when empty.",
            plain(one_of([*Where], "place to go to")),
            "destination",
            width=14,
            choices=tuple(Where),
        ),
        RECONCILED,
        Column("State", "Where a licence must hold.", TEXT, "state", width=7),
        Column("Area", "As on the sheet Managers. Anybody serves it when empty.", TEXT, "area"),
        Column("Language", "That must be spoken. Anybody will do when empty.", TEXT, "language"),
        Column("Interpreter", "yes if it may be interpreted.", YES, "interpreter", width=10, choices=("yes", "no")),
        Column("Specialties", "That the case manager must have, with commas between.", WORDS, "specialties", width=16),
        Column(
            "Prefers",
            "Ids of case managers, with commas between.",
            all_known(lambda source: source.managers, "case manager's id"),
            "preferred",
        ),
        LOCKED,
        Column(
            "Last contact",
            "The day; the referral counts when empty. Tells when the next is due.",
            IN_A_LIFE,
            "contacted",
        ),
        Column("Visited", "The first visit after the discharge, face to face.", IN_A_LIFE, "visited"),
        FOUND,
        SETTLED,
        Column(
            "Handed off",
            "When somebody was last told where care stands: after a discharge, before and after a stay elsewhere, at a "
            "change of case manager.",
            IN_A_LIFE,
            "handed_off",
        ),
    ),
    needed=True,
    of=Patient,
)
EXCLUDED_PATIENT = Column("Patient", "The patient's id.", PATIENT, required=True, width=11)
EXCLUDED_MANAGER = Column("Manager", "The case manager's id.", MANAGER, required=True, width=10)
EXCLUSIONS = Sheet("Exclusions", "Who must not have whom.", (EXCLUDED_PATIENT, EXCLUDED_MANAGER))
HOUSEHOLD = Column("Household", "Any word.", TEXT, required=True, width=14)
MEMBER = Column("Patient", "The patient's id.", PATIENT, required=True, width=11)
HOUSEHOLDS = Sheet("Households", "Patients who live together, and should have one case manager.", (HOUSEHOLD, MEMBER))


def read_patients(source: PanelSource) -> tuple[tuple[Patient, ...], dict[str, SheetRow]]:
    """Return the patients, made known with all that other sheets tell of them, and the rows of those to be locked."""
    locked: dict[str, SheetRow] = {}
    for row, who in source.named_rows(PATIENTS, ID, source.patients):
        source.patients[who] = _patient(row)
        if row[LOCKED]:
            locked[who] = row
    excluded, households = _excluded(source), _households(source)
    overrides, known, stays = read_overrides(source), read_risk(source), read_elsewhere(source)
    goals, referrals = read_goals(source), read_referrals(source)
    for who, patient in source.patients.items():
        source.patients[who] = patient and replace(
            patient,
            excluded=excluded.get(who, ()),
            household=households.get(who, ""),
            override=overrides.get(who),
            risk=known.get(who, patient.risk),
            elsewhere=stays.get(who, ()),
            goals=goals.get(who, ()),
            referrals=referrals.get(who, ()),
        )
    return tuple(patient for patient in source.patients.values() if patient is not None), locked


def patient_lines(panel: Panel) -> Iterator[CellValues]:
    """Yield the patients of a panel."""
    locked = {pair.what.patient for pair in panel.locked}
    return (PATIENTS.line(each, {LOCKED: each.id in locked}) for each in panel.patients)


def exclusion_lines(panel: Panel) -> Iterator[CellValues]:
    """Yield who must not have whom."""
    for each in panel.patients:
        for manager in each.excluded:
            yield EXCLUSIONS.line(values={EXCLUDED_PATIENT: each.id, EXCLUDED_MANAGER: manager})


def household_lines(panel: Panel) -> Iterator[CellValues]:
    """Yield who lives together."""
    shared = (each for each in panel.patients if each.household)
    return (HOUSEHOLDS.line(values={HOUSEHOLD: each.household, MEMBER: each.id}) for each in shared)


def _patient(row: SheetRow) -> Patient | None:
    facts, left, reconciled = row.facts(), row[DISCHARGED], row[RECONCILED]
    if reconciled and (left is None or reconciled < left):
        row.fault(RECONCILED, f"{reconciled} is not after a discharge", "mend the date, or 'Discharged'")
    for column, before, after in ((FOUND, left, row[FOUND]), (SETTLED, row[FOUND], row[SETTLED])):
        if after and (before is None or after < before):
            row.fault(column, f"{after} is not after {AFTER[column.header]}", "mend one of the dates")
    return Patient(**facts) if row.ok else None


def _excluded(source: PanelSource) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for row in source.rows(EXCLUSIONS):
        patient, manager = row[EXCLUDED_PATIENT], row[EXCLUDED_MANAGER]
        if patient is not None and manager is not None:
            found[patient] = (*found[patient], manager)
    return found


def _households(source: PanelSource) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for row in source.rows(HOUSEHOLDS):
        household, patient = row[HOUSEHOLD], row[MEMBER]
        if patient in found:
            row.fault(MEMBER, f"'{patient}' lives in a household already", "leave one row for each patient")
        if row.ok and household is not None and patient is not None:
            found[patient] = household
    return found
