"""A panel from lists of patients, of what they were dispensed and of what was claimed for them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from optimizer.caseload.assemble import assembled
from optimizer.caseload.manager import Manager
from optimizer.caseload.medication.fill import Fill
from optimizer.caseload.panel import Case, Panel
from optimizer.caseload.patient import Patient
from optimizer.caseload.policy import default_goals, default_policy
from optimizer.caseload.presets.capacity import setting
from optimizer.caseload.risk.condition import Conditions
from optimizer.planning.pair import Pair
from optimizer.planning.words import count
from optimizer.workbook.adopt.panel.claims import conditions_in
from optimizer.workbook.adopt.panel.fills import fills_of
from optimizer.workbook.adopt.panel.managers import managers_of
from optimizer.workbook.adopt.panel.patients import PatientsRead, namesakes_in, patients_of
from optimizer.workbook.adopt.tables.accounts import (
    LostFact,
    NotTaken,
    TableAccount,
    accounts_of,
    not_taken_of,
)
from optimizer.workbook.adopt.tables.filed import FiledTable, filed, said_in
from optimizer.workbook.panel.read import PanelContents
from optimizer.workbook.panel.sheets.settings import AHEAD_USUALLY, USUAL
from optimizer.workbook.recognise.proposal import Proposal

PATIENTS, DISPENSING, CLAIMS, STAFF = "patients", "dispensing", "claims", "staff"
OF_PANELS = (PATIENTS, DISPENSING, CLAIMS)


@dataclass(frozen=True)
class AdoptedPanel:
    """A panel that was made of lists, what became of their cells, and what is assumed, in sentences."""

    contents: PanelContents
    accounts: tuple[TableAccount, ...]
    not_taken: tuple[NotTaken, ...]
    assumed: tuple[str, ...]


def has_patients(proposals: Iterable[Proposal]) -> bool:
    """Tell whether files are of a panel: there are lists of patients, medicines or claims among their tables."""
    return any(table.kind in OF_PANELS for proposal in proposals for table in proposal.tables)


def adopt_panel(proposals: Sequence[Proposal], name: str = "", on: date | None = None) -> AdoptedPanel:
    """Return the panel that files make, for a day: where none is given, the day after the last in them."""
    tables = filed(proposals)
    by_kind = {kind: [each for each in tables if each.table.kind == kind] for kind in (*OF_PANELS, STAFF)}
    shared = namesakes_in(each for kind in OF_PANELS for each in by_kind[kind])
    people = patients_of(by_kind, shared)
    fills, unread = fills_of(by_kind[DISPENSING], shared)
    known, unclear = conditions_in(by_kind[CLAIMS], shared)
    managers, beside = managers_of(by_kind[STAFF], people.managers)
    others = [each for each in tables if each.table.kind not in by_kind]
    lost = (*people.lost, *unread, *unclear, *beside, *_others(others))
    planned = on or _day_after(people.patients, fills)
    patients = tuple(
        _with_risk(each, known.get(each.id), people.born.get(each.id), planned) for each in people.patients
    )
    contents = _contents(name or tables[0].file.rpartition(".")[0], planned, managers, patients, people, fills)
    return AdoptedPanel(
        contents, accounts_of(tables, lost), not_taken_of(lost), (*_assumed(people, managers, planned, on),)
    )


def _with_risk(patient: Patient, known: Conditions | None, born: date | None, on: date) -> Patient:
    """Return a patient with the conditions that claims tell, and the age on a day."""
    age = on.year - born.year - ((on.month, on.day) < (born.month, born.day)) if born else patient.risk.age
    return replace(patient, risk=replace(patient.risk, conditions=known, age=age))


def _contents(
    name: str,
    on: date,
    managers: tuple[Manager, ...],
    patients: tuple[Patient, ...],
    people: PatientsRead,
    fills: tuple[Fill, ...],
) -> PanelContents:
    by_patient: dict[str, tuple[Fill, ...]] = {}
    for fill in fills:
        by_patient[fill.patient] = (*by_patient.get(fill.patient, ()), fill)
    ids = {manager.name: manager.id for manager in managers}
    given = frozenset(Pair(ids[name], Case(who)) for who, name in people.managers.items() if name in ids)
    panel = Panel(name, on, managers, patients, {}, {}, given=given, fills=by_patient, ahead=AHEAD_USUALLY)
    numbers = setting(USUAL)
    return PanelContents(assembled(panel, numbers), default_policy(), default_goals(), numbers, given)


def _day_after(patients: tuple[Patient, ...], fills: tuple[Fill, ...]) -> date:
    days = [fill.filled for fill in fills if fill.days] or [fill.filled for fill in fills]
    days += [day for each in patients for day in (each.referred, each.discharged, each.contacted) if day]
    return max(days) + timedelta(days=1) if days else date.today()


def _others(tables: Iterable[FiledTable]) -> Iterable[LostFact]:
    for each in tables:
        for fact in each.table.facts:
            if said_in(fact):
                yield LostFact(each, fact, "duties and needs are of a unit; import them without the patients")


def _assumed(people: PatientsRead, managers: tuple[Manager, ...], on: date, said: date | None) -> Iterable[str]:
    if not said:
        yield f"The panel is planned on {on}, the day after the last in the files; the sheet Panel has it."
    yield f"The setting is {USUAL}; the sheet Panel has it."
    if not managers:
        yield "No file names a case manager: fill the sheet Managers before anybody is assigned."
    else:
        yield "Case managers have 1.0 FTE where no list says otherwise, and no licences or certificates yet."
    if people.unnumbered:
        told = "their names, with the birth where several share one, are their ids and stand wherever ids do"
        yield f"{count(people.unnumbered, 'patient')} without a number: {told}."
