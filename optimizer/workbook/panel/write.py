"""Writes a panel's workbook: every table of it, so that it reads back to the same."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.caseload.eligibility import Requirements
from optimizer.caseload.manager import Manager
from optimizer.caseload.medication.fill import Fill, FillStatus
from optimizer.caseload.panel import Panel
from optimizer.caseload.patient import Patient
from optimizer.caseload.policy import RULES
from optimizer.caseload.risk.condition import Condition
from optimizer.caseload.risk.facts import Facts
from optimizer.caseload.risk.stay import Stay
from optimizer.caseload.study import Record
from optimizer.planning.pair import Plan
from optimizer.workbook.file.saved import save
from optimizer.workbook.panel import layout
from optimizer.workbook.panel.hours_sheet import hours_lines
from optimizer.workbook.panel.layout_risk import DISPENSING, NONE, OVERRIDES, RISK
from optimizer.workbook.panel.layout_study import TIME_STUDY
from optimizer.workbook.panel.read import PanelContents
from optimizer.workbook.report.outputs import READ_ME
from optimizer.workbook.table import style
from optimizer.workbook.table.style import put
from optimizer.workbook.unit.write_tables import Line, rule_lines, write_table

SCOPES = slice(6, 8)
"""Where a rule's line has the columns For and Shifts, which a panel's rules do not have."""


def write_panel(path: Path | BytesIO, contents: PanelContents) -> None:
    """Write a panel, its policy and who has whom as a workbook to fill."""
    panel, plan = contents.panel, contents.plan
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    _write_read_me(first)
    lines = {
        layout.PANEL: _settings(contents),
        layout.MANAGERS: [_manager(each) for each in panel.managers],
        layout.LICENCES: [*_licences(panel)],
        layout.LEAVE: [(each.id, *away) for each in panel.managers for away in each.away],
        layout.PATIENTS: [_patient(panel, each) for each in panel.patients],
        RISK: [line for each in panel.patients if (line := _risk(each.id, each.risk))],
        OVERRIDES: [(p.id, int(o.tier), o.reason, o.expires) for p in panel.patients if (o := p.override)],
        DISPENSING: [_fill(fill) for each in panel.patients for fill in panel.fills.get(each.id, ())],
        layout.EXCLUSIONS: [(each.id, manager) for each in panel.patients for manager in each.excluded],
        layout.HOUSEHOLDS: [(each.household, each.id) for each in panel.patients if each.household],
        layout.TRAVEL: [(*between, minutes / 60) for between, minutes in panel.travel.items()],
        layout.ASSIGNMENT: assignment_lines(panel, plan),
        layout.HOURS: [*hours_lines(contents.setting)],
        TIME_STUDY: [_record(each) for each in contents.study],
        layout.RULES: [(*line[: SCOPES.start], *line[SCOPES.stop :]) for line in rule_lines(contents.policy, RULES)],
    }
    for sheet in layout.SHEETS:
        write_table(book.create_sheet(sheet.title), sheet, lines[sheet])
    if panel.given != plan:
        write_table(book.create_sheet(layout.BEFORE.title), layout.BEFORE, before_lines(panel))
    save(book, path)


def assignment_lines(panel: Panel, plan: Plan) -> list[Line]:
    """Return who has whom, by the order of patients, with hours a month."""
    owner = {pair.what.patient: pair for pair in plan}
    pairs = [owner[each.id] for each in panel.patients if each.id in owner]
    return [(p.what.patient, p.who, panel.name_of(p.who), round(panel.minutes(p) / 60, 2)) for p in pairs]


def before_lines(panel: Panel) -> list[Line]:
    """Return who has whom before an assignment, by the order of patients."""
    return [(each.id, panel.present[each.id]) for each in panel.patients if each.id in panel.present]


def _settings(contents: PanelContents) -> list[Line]:
    panel, asked = contents.panel, contents.panel.requirements
    values = (
        panel.name, panel.on, contents.setting.key, None if panel.budget is None else panel.budget / 100,
        "; ".join(goal.title for goal in contents.goals), ", ".join(asked.certifications), *_tiers(asked),
        asked.clinical, asked.managing, panel.ahead, panel.hospital,
    )  # fmt: skip
    return [(name, value, about) for (name, about), value in zip(layout.SETTINGS, values, strict=True)]


def _tiers(asked: Requirements) -> tuple[int | str, ...]:
    return tuple(NONE if each is None else int(each) for each in (asked.certified_from, asked.experienced_from))


def _manager(manager: Manager) -> Line:
    return (
        manager.id, manager.name, manager.fte / 100, manager.practice, manager.clinical, manager.experience,
        ", ".join(manager.areas), manager.home, ", ".join(manager.languages), ", ".join(manager.specialties),
        "yes" if manager.open else "no", manager.fixed / 60, manager.overtime / 60, manager.cases, manager.pay / 100,
        manager.leaves, manager.starts,
    )  # fmt: skip


def _licences(panel: Panel) -> Iterator[Line]:
    for each in panel.managers:
        for kind, held in ((layout.LICENCE, each.licences), (layout.CERTIFICATION, each.certifications)):
            yield from ((each.id, kind, name, *valid) for name, valid in held.items())


def _patient(panel: Panel, patient: Patient) -> Line:
    locked = any(pair.what.patient == patient.id for pair in panel.locked)
    return (
        patient.id, patient.name, patient.referred, patient.setting, patient.phase, patient.contact, patient.payer,
        patient.review_due, patient.new_reviews or None, patient.continued_reviews or None, patient.discharged,
        patient.destination, patient.reconciled, patient.state, patient.area, patient.language,
        "yes" if patient.interpreter else "", ", ".join(patient.specialties), ", ".join(patient.preferred),
        "yes" if locked else "", patient.contacted,
    )  # fmt: skip


def _risk(who: str, facts: Facts) -> Line:
    """Return a line of what is known, an empty one when nothing is."""
    stay = facts.stay or Stay()
    values = (
        facts.age, _conditions(facts), None, facts.emergency_visits, facts.admissions, facts.social_needs,
        _part(facts.risk_adjustment, 1000), facts.complexity, "; ".join(sorted(facts.circumstances)), stay.days,
        _yes(stay.urgent), _part(stay.hemoglobin, 10), stay.sodium, _yes(stay.oncology), _yes(stay.active_cancer),
        _yes(stay.procedure), _yes(stay.primary_care_booked),
    )  # fmt: skip
    return (who, *values) if any(value not in (None, "") for value in values) else ()


def _conditions(facts: Facts) -> str:
    if facts.conditions is None:
        return ""
    return "; ".join(each for each in Condition if each in facts.conditions) or NONE


def _fill(fill: Fill) -> Line:
    return (
        fill.patient, fill.filled, fill.drug, fill.group, fill.days, fill.quantity / 1000, fill.prescriber,
        fill.pharmacy, fill.prescription, fill.form, "" if fill.status is FillStatus.PAID else fill.status,
    )  # fmt: skip


def _record(record: Record) -> Line:
    tier = None if record.tier is None else int(record.tier)
    return (record.day, record.manager, record.patient, tier, record.phase, record.activity, record.minutes)


def _part(value: int | None, each: int) -> float | None:
    return None if value is None else value / each


def _yes(value: bool | None) -> str:
    return "" if value is None else "yes" if value else "no"


def _write_read_me(sheet: Worksheet) -> None:
    sheet.title = READ_ME
    lines = [
        ("How to use this workbook", ""),
        ("1.", "Fill the sheets below. Every header has a note that tells what goes under it."),
        ("2.", "Patients may be ids alone: the column Name may be empty or taken out, and no result names it."),
        ("3.", "optimizer caseload check FILE lists whatever cannot be right, with sheet and cell."),
        ("4.", "optimizer caseload assign FILE -o OUT.xlsx gives every patient a case manager, in a copy."),
        ("5.", "optimizer caseload rebalance FILE --max-transfers 10 evens caseloads out with few changes."),
        ("6.", "optimizer caseload next FILE --patient ID tells the best case managers for one patient."),
        ("7.", "optimizer caseload cover, staffing, risk and medications answer the other questions."),
        (
            "8.",
            "optimizer caseload hours FILE -o OUT.xlsx puts what a time study found in place of our numbers.",
        ),
        ("", ""),
        ("Sheet", "What it holds"),
        *((each.title, each.about) for each in layout.SHEETS),
    ]
    for row, (left, right) in enumerate(lines, start=1):
        put(sheet, row, 1, left, style.TITLE if row == 1 else style.BOLD)
        put(sheet, row, 2, right).alignment = style.WRAP
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 16, 110
    style.printable(sheet, title_rows="1:1", wide=False)
