"""Reads what a panel is called, its day, its setting, its budget, its order of goals and what its tiers ask for."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from optimizer.caseload.capacity.setting import Setting
from optimizer.caseload.eligibility import Requirements
from optimizer.caseload.policy import default_goals
from optimizer.caseload.presets.capacity import setting, settings
from optimizer.caseload.risk.hospital import Form
from optimizer.caseload.tier import Tier
from optimizer.planning.goal import Goals
from optimizer.workbook.panel import layout
from optimizer.workbook.panel.source import PanelSource
from optimizer.workbook.table.settings import setting_rows
from optimizer.workbook.table.sheet import VALUE
from optimizer.workbook.table.sheets import period_day
from optimizer.workbook.table.table import Row, UnreadableError, number, one_of, text, whole, words

NONE = "none"
USUAL = "community"
AHEAD = 30
"""Days ahead when the sheet does not say: the month that work and capacity are counted for."""
GOAL_BY_TITLE = {goal.title: goal for goal in default_goals()}


class Settings(NamedTuple):
    """What the sheet says; ``on`` is None when the day could not be read."""

    name: str
    on: date | None
    preset: Setting
    budget: int | None
    goals: Goals
    requirements: Requirements
    ahead: int
    hospital: Form


def read_panel_settings(source: PanelSource) -> Settings:
    """Return the settings of a panel, those that are empty at their usual values."""
    table = source.table(layout.PANEL)
    rows = setting_rows(table, layout.SETTINGS) if table else {}
    filled = {name: row for name, row in rows.items() if row.raw(VALUE.header) is not None}
    values = {name: filled[name].get(VALUE.header, parse) for name, parse in _PARSERS.items() if name in filled}
    if table and values.get(layout.ON) is None and (row := rows.get(layout.ON, Row(table, table.header_row))).ok:
        row.fault(VALUE.header, f"'{layout.ON}' is empty or missing", "write a day such as 2026-12-07")
    budget, ahead = values.get(layout.BUDGET), values.get(layout.AHEAD)
    return Settings(
        values.get(layout.NAME) or "Panel",
        values.get(layout.ON),
        setting(values.get(layout.PRESET) or USUAL),
        None if budget is None else round(100 * budget),
        values.get(layout.GOALS) or default_goals(),
        _requirements(values),
        AHEAD if ahead is None else ahead,
        Form(values.get(layout.FORM) or Form.REVISED),
    )


def _requirements(values: dict[str, Any]) -> Requirements:
    usual = Requirements()

    def value(name: str, otherwise: Any) -> Any:
        return otherwise if values.get(name) is None else values[name]

    certified, experienced = (
        value(layout.CERTIFIED, usual.certified_from),
        value(layout.EXPERIENCED, usual.experienced_from),
    )
    return Requirements(
        value(layout.CERTIFICATES, usual.certifications),
        None if certified == NONE else certified,
        None if experienced == NONE else experienced,
        value(layout.CLINICAL, usual.clinical),
        value(layout.MANAGING, usual.managing),
    )


def tier(value: Any) -> Tier:
    """Read a tier by its number."""
    return Tier(whole(1, 5)(value))


def _tier_or_none(value: Any) -> Tier | str:
    return NONE if text(value).casefold() == NONE else tier(value)


def _goals(value: Any) -> Goals:
    parse = one_of(GOAL_BY_TITLE, "goal")
    titles = [parse(title.strip()) for title in text(value).strip("; ").split(";")]
    if twice := next((title for title in titles if titles.count(title) > 1), None):
        raise UnreadableError(f"'{twice}' stands twice", "name every goal once")
    return tuple(GOAL_BY_TITLE[title] for title in titles)


_PARSERS: dict[str, Callable[[Any], Any]] = {
    layout.NAME: text,
    layout.ON: period_day,
    layout.PRESET: one_of([each.key for each in settings()], "setting"),
    layout.BUDGET: number(0, 1_000_000_000),
    layout.GOALS: _goals,
    layout.CERTIFICATES: words,
    layout.CERTIFIED: _tier_or_none,
    layout.EXPERIENCED: _tier_or_none,
    layout.CLINICAL: whole(0, 600),
    layout.MANAGING: whole(0, 600),
    layout.AHEAD: whole(0, 366),
    layout.FORM: one_of([*Form], "form of the HOSPITAL score"),
}
