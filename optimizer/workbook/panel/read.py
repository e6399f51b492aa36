"""Reads a panel's workbook: the panel, its policy, goals and numbers, and who has whom; or every fault at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from openpyxl.workbook import Workbook

from optimizer.caseload.assemble import assembled
from optimizer.caseload.capacity.setting import Setting
from optimizer.caseload.medication.own import PanelMedicines
from optimizer.caseload.panel import Panel
from optimizer.caseload.performance.month_figure import MonthFigure
from optimizer.caseload.policy import default_policy
from optimizer.caseload.study import Record
from optimizer.planning.currency import speak_in
from optimizer.planning.goal import Goals
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.policy import Policy
from optimizer.workbook.file.account import take_account
from optimizer.workbook.file.opened import WORKBOOK, Opened, Unvalued, opened, opened_bytes
from optimizer.workbook.file.titles import check_titles
from optimizer.workbook.panel import layout
from optimizer.workbook.panel.sheets.assignment import read_assignment, read_travel
from optimizer.workbook.panel.sheets.dispensing import read_fills
from optimizer.workbook.panel.sheets.fees import read_fees
from optimizer.workbook.panel.sheets.hours import read_hours
from optimizer.workbook.panel.sheets.managers import read_managers
from optimizer.workbook.panel.sheets.measures import read_figures
from optimizer.workbook.panel.sheets.medicines import read_names, read_pairs, read_prolonging
from optimizer.workbook.panel.sheets.patients import LOCKED, read_patients
from optimizer.workbook.panel.sheets.regimens import read_doses, read_regimens
from optimizer.workbook.panel.sheets.rules import read_rules
from optimizer.workbook.panel.sheets.settings import read_panel_settings
from optimizer.workbook.panel.sheets.study import read_study
from optimizer.workbook.panel.source import PanelSource
from optimizer.workbook.report.outputs import PANEL_OUTPUTS
from optimizer.workbook.table.faults import FaultyWorkbookError
from optimizer.workbook.table.table import SheetRow, find_sheet
from optimizer.workbook.table.unread import UnreadCells


@dataclass(frozen=True, slots=True)
class PanelContents:
    """What a panel's workbook holds; ``plan`` is who has whom now, and equals what the panel has as given at first.

    ``study`` has the rows of a time study and ``figures`` what was counted month by month; they change no number by
    themselves. ``unread`` is what else stands in it: the reader's own sheets, columns and notes.
    """

    panel: Panel
    policy: Policy
    goals: Goals
    setting: Setting
    plan: Plan
    study: tuple[Record, ...] = ()
    figures: tuple[MonthFigure, ...] = ()
    unread: tuple[UnreadCells, ...] = field(default=(), compare=False)


def read_panel(path: Path) -> PanelContents:
    """Return what a panel's workbook holds. Raise FaultyWorkbookError with all that is wrong in it."""
    return _sound(*opened(path))


def read_panel_bytes(content: bytes, name: str = WORKBOOK) -> PanelContents:
    """Return what the bytes of a panel's workbook hold. Raise FaultyWorkbookError with all that is wrong in it."""
    return _sound(*opened_bytes(content, name))


def panel_in(opened: Opened) -> PanelContents:
    """Return what a panel's workbook that is open holds. Raise FaultyWorkbookError with all that is wrong in it."""
    return _sound(*opened)


def is_panel(book: Workbook) -> bool:
    """Tell whether a workbook has the sheets of a panel."""
    return all(find_sheet(book, sheet.title) for sheet in (layout.MANAGERS, layout.PATIENTS))


def _sound(book: Workbook, unvalued: Unvalued) -> PanelContents:
    source = PanelSource(book, unvalued=unvalued)
    contents = _read(source)
    take_account(source)
    check_titles(source, layout.READ, PANEL_OUTPUTS)
    if source.faults or contents is None:
        raise FaultyWorkbookError(source.faults)
    speak_in(contents.panel.currency)
    return replace(contents, unread=tuple(source.unread))


def _read(source: PanelSource) -> PanelContents | None:
    told = read_panel_settings(source)
    source.period = (told.on, told.on) if told.on else None
    managers = read_managers(source)
    patients, locks = read_patients(source)
    fills, medicines = read_fills(source), _medicines(source)
    travel, fees = read_travel(source), read_fees(source)
    plan, before = read_assignment(source, layout.ASSIGNMENT), read_assignment(source, layout.BEFORE)
    given = before or plan
    locked = _locked((*given, *plan), locks)
    setting, study, figures = read_hours(source, told.preset), read_study(source), read_figures(source)
    source.check_filled(((layout.MANAGERS, managers), (layout.PATIENTS, patients)))
    if told.on is None:
        read_rules(source, None)
        return None
    panel = Panel(
        name=told.name,
        on=told.on,
        managers=tuple(each.grown(told.on) for each in managers),
        patients=patients,
        work={},
        capacity={},
        requirements=told.requirements,
        travel=travel,
        given=given,
        locked=locked,
        budget=told.budget,
        fills=fills,
        medicines=medicines,
        ahead=told.ahead,
        hospital=told.hospital,
        charlson=told.charlson,
        measured=told.measured,
        currency=told.currency,
        care=told.care,
        fees=fees,
    )
    rulings = read_rules(source, panel)
    if source.faults:
        return None
    policy = Policy(rulings) if rulings else default_policy()
    return PanelContents(assembled(panel, setting), policy, told.goals, setting, plan, study, figures)


def _medicines(source: PanelSource) -> PanelMedicines:
    names = read_names(source)
    return PanelMedicines(
        names, read_pairs(source, names), read_prolonging(source, names), read_regimens(source), read_doses(source)
    )


def _locked(pairs: Iterable[Pair], locks: Mapping[str, SheetRow]) -> Plan:
    """Return the pairs of locked patients; of several the last counts."""
    held = {pair.what.patient: pair for pair in pairs}
    for who, row in locks.items():
        if who not in held:
            row.fault(LOCKED, f"'{who}' has no case manager to be kept", "add a row on the sheet Assignment")
    return frozenset(held[who] for who in locks if who in held)
