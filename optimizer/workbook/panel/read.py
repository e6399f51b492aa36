"""Reads a panel's workbook: the panel, its policy, goals and numbers, and who has whom; or every fault at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from openpyxl.workbook import Workbook

from optimizer.caseload.assemble import assembled
from optimizer.caseload.capacity.setting import Setting
from optimizer.caseload.panel import Panel
from optimizer.caseload.policy import RULES, default_policy
from optimizer.caseload.rule import PanelRule
from optimizer.caseload.study import Record
from optimizer.planning.goal import Goals
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.policy import Policy, Ruling
from optimizer.workbook.file.account import take_account
from optimizer.workbook.file.opened import WORKBOOK, Opened, Unvalued, opened, opened_bytes
from optimizer.workbook.file.titles import check_titles
from optimizer.workbook.panel import layout
from optimizer.workbook.panel.hours_sheet import read_hours
from optimizer.workbook.panel.read_managers import read_managers
from optimizer.workbook.panel.read_patients import read_assignment, read_patients, read_travel
from optimizer.workbook.panel.read_risk import read_fills
from optimizer.workbook.panel.read_settings import read_panel_settings
from optimizer.workbook.panel.read_study import read_study
from optimizer.workbook.panel.source import PanelSource
from optimizer.workbook.report.outputs import PANEL_OUTPUTS
from optimizer.workbook.table.faults import FaultyWorkbookError
from optimizer.workbook.table.table import Row, find_sheet
from optimizer.workbook.table.unread import Unread
from optimizer.workbook.unit.read_rules import details_of, limit_of, rulings_of

BY_KEY = {rule.key: rule for rule in RULES}


@dataclass(frozen=True, slots=True)
class PanelContents:
    """What a panel's workbook holds; ``plan`` is who has whom now, and equals what the panel has as given at first.

    ``study`` has the rows of a time study; they change no number by themselves. ``unread`` is what else stands in it:
    the reader's own sheets, columns and notes.
    """

    panel: Panel
    policy: Policy
    goals: Goals
    setting: Setting
    plan: Plan
    study: tuple[Record, ...] = ()
    unread: tuple[Unread, ...] = field(default=(), compare=False)


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
    return replace(contents, unread=tuple(source.unread))


def _read(source: PanelSource) -> PanelContents | None:
    told = read_panel_settings(source)
    source.period = (told.on, told.on) if told.on else None
    managers = read_managers(source)
    patients, locks = read_patients(source)
    fills = read_fills(source)
    travel = read_travel(source)
    plan, before = read_assignment(source, layout.ASSIGNMENT), read_assignment(source, layout.BEFORE)
    given = before or plan
    locked = _locked((*given, *plan), locks)
    setting, study = read_hours(source, told.preset), read_study(source)
    source.check_filled(((layout.MANAGERS, managers), (layout.PATIENTS, patients)))
    if told.on is None:
        _rulings(source, None)
        return None
    panel = Panel(
        told.name, told.on, managers, patients, {}, {}, {}, told.requirements, travel, given, locked,
        budget=told.budget, fills=fills, ahead=told.ahead, hospital=told.hospital,
    )  # fmt: skip
    rulings = _rulings(source, panel)
    if source.faults:
        return None
    policy = Policy(rulings) if rulings else default_policy()
    return PanelContents(assembled(panel, setting), policy, told.goals, setting, plan, study)


def _locked(pairs: Iterable[Pair], locks: Mapping[str, Row]) -> Plan:
    """Return the pairs of locked patients; of several the last counts."""
    held = {pair.what.patient: pair for pair in pairs}
    for who, row in locks.items():
        if who not in held:
            row.fault("Locked", f"'{who}' has no case manager to be kept", "add a row on the sheet Assignment")
    return frozenset(held[who] for who in locks if who in held)


def _rulings(source: PanelSource, panel: Panel | None) -> tuple[Ruling, ...]:
    return rulings_of(source.table(layout.RULES), BY_KEY, lambda row, cls: _rule(row, cls, panel))


def _rule(row: Row, cls: type[PanelRule], panel: Panel | None) -> PanelRule | None:
    """Return a rule with the limits of its row; without a panel they are not held against one."""
    own = {each.name for each in fields(cls)}
    settings: dict[str, Any] = {}
    if "limit" not in own and row.raw("Limit") is not None:
        row.fault("Limit", f"'{cls.key}' takes nothing in 'Limit'", "leave it empty")
    elif row.raw("Limit") is not None:
        settings["limit"] = row.get("Limit", lambda value: limit_of(value, cls))
    details = row.get("Details", lambda value: details_of(value, cls, own - {"limit"}))
    return _built(row, cls, settings | (details or {}), panel) if row.ok else None


def _built(row: Row, cls: type[PanelRule], settings: dict[str, Any], panel: Panel | None) -> PanelRule | None:
    try:
        rule = cls(**settings)
        if panel is not None:
            rule.check(panel)
    except ValueError as error:
        row.fault("Details", str(error).rstrip("."), f"see '{cls.key}' in the template")
        return None
    return rule
