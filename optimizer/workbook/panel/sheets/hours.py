"""The sheet Hours: the numbers of a setting, how much work cases are and how much time there is."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from optimizer.caseload.capacity.setting import Contact, Experience, Phase, Setting
from optimizer.caseload.tier import Tier
from optimizer.workbook.panel.source import PanelSource
from optimizer.workbook.table.codecs import minutes, numbers_in, parts
from optimizer.workbook.table.hours_cell import hours_of
from optimizer.workbook.table.settings import SettingsRead, settings_sheet
from optimizer.workbook.table.sheet import CellValues, Column


class HoursEntry(NamedTuple):
    """One number: how it is called, read and written, and under which key its field of a setting keeps it, if any."""

    column: Column[int]
    key: Any = None


def _entry(name: str, about: str, units: int, most: int, field: str, key: Any = None) -> HoursEntry:
    """Return the entry of a number of which one that is written makes so many units."""
    return HoursEntry(Column(name, about, numbers_in(units, 0, most), field), key)


def _hours(name: str, about: str, units: int, most: int, field: str, key: Any = None) -> HoursEntry:
    """Return the entry of hours of which one makes so many units."""
    return HoursEntry(Column(name, about, parts(hours_of(0, most), units), field), key)


def _minutes(name: str, about: str, field: str) -> HoursEntry:
    """Return the entry of minutes."""
    return HoursEntry(Column(name, about, minutes(0, 600), field))


STUDIED = "measured"
ENTRIES = (
    _hours("Paid hours", "Of 1.0 FTE, in a month; of the hospital setting in a day.", 100, 400, "paid"),
    _entry("Leave %", "Of the paid hours, not worked.", 100, 100, "leave"),
    _entry("Indirect %", "Of the hours worked, not on cases.", 100, 100, "indirect"),
    *(_hours(f"{each.label.capitalize()}, hours", "A month (hospital: a day) of an active case.", 60, 200, "base", each)
      for each in Tier),
    *(_entry(f"Phase {each}, %", "Of an active case.", 1, 1000, "phases", each) for each in Phase),
    *(_entry(f"Contact {each}, %", "Of contact by telephone.", 1, 1000, "contacts", each) for each in Contact),
    *(_entry(f"Practice {each}, %", "Of a competent case manager's hours.", 1, 300, "experiences", each)
      for each in Experience),
    *(_entry(f"{each.label.capitalize()}, days", "Between contacts at most. 0 asks for none.", 1, 400, "between", each)
      for each in Tier),
    _entry("Interpreter, %", "On top, where the case manager does not speak the language.", 1, 300, "interpreter"),
    _minutes("New review, minutes", "For each new utilization review.", "new_review"),
    _minutes("Continued review, minutes", "For each further one.", "continued_review"),
)  # fmt: skip
MEASURED = tuple(
    _hours(f"Measured {tier.label} {phase}, hours", "In place of tier and phase.", 60, 200, STUDIED, (tier, phase))
    for tier in Tier
    for phase in Phase
)
"""What a time study found; only those that were measured are written."""
HOURS = settings_sheet(
    "Hours",
    "How much work a case is and how much time there is for cases. What is empty or missing is the setting's own "
    "number. None of these is a published standard: replace them by what a time study finds.",
    tuple(entry.column for entry in (*ENTRIES, *MEASURED)),
    of=Setting,
)


def read_hours(source: PanelSource, preset: Setting) -> Setting:
    """Return a setting with the numbers that a workbook writes in place of the preset's."""
    read, changes = SettingsRead(source, HOURS), dict[str, Any]()
    for entry in (*ENTRIES, *MEASURED):
        value = read[entry.column]
        if value is not None:
            _change(changes, preset, entry, value)
    return replace(preset, **changes)


def hours_lines(setting: Setting) -> Iterator[CellValues]:
    """Yield the numbers of a setting, with the source of all of them beside the first."""
    for entry in (*ENTRIES, *MEASURED):
        kept = getattr(setting, entry.column.field)
        value = kept.get(entry.key) if isinstance(kept, Mapping) else kept
        if value is not None:
            source = f" {setting.title}: {setting.source.mark}." if entry is ENTRIES[0] else ""
            yield entry.column.header, entry.column.written(value), entry.column.about + source


def _change(changes: dict[str, Any], preset: Setting, entry: HoursEntry, value: int) -> None:
    field = entry.column.field
    if entry.key is None:
        changes[field] = value
    else:
        changes[field] = {**changes.get(field, getattr(preset, field)), entry.key: value}
