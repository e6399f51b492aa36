"""The numbers of a setting as a list to read and to change: how much work cases are, how much time there is."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from optimizer.caseload.capacity.setting import Contact, Experience, Phase, Setting
from optimizer.caseload.tier import Tier
from optimizer.workbook.panel.layout import HOURS
from optimizer.workbook.panel.source import PanelSource
from optimizer.workbook.table.settings import setting_rows
from optimizer.workbook.table.sheet import VALUE
from optimizer.workbook.table.table import number


class Entry(NamedTuple):
    """One number: its name and meaning, how many units one that is written makes, and where a setting keeps it."""

    name: str
    about: str
    units: int
    most: int
    field: str
    key: Any = None


STUDIED = "measured"
ENTRIES = (
    Entry("Paid hours", "Of 1.0 FTE, in a month; of the hospital setting in a day.", 100, 400, "paid"),
    Entry("Leave %", "Of the paid hours, not worked.", 100, 100, "leave"),
    Entry("Indirect %", "Of the hours worked, not on cases.", 100, 100, "indirect"),
    *(Entry(f"{each.label.capitalize()}, hours", "A month (hospital: a day) of an active case.", 60, 200, "base", each)
      for each in Tier),
    *(Entry(f"Phase {each}, %", "Of an active case.", 1, 1000, "phases", each) for each in Phase),
    *(Entry(f"Contact {each}, %", "Of contact by telephone.", 1, 1000, "contacts", each) for each in Contact),
    *(Entry(f"Practice {each}, %", "Of a competent case manager's hours.", 1, 300, "experiences", each)
      for each in Experience),
    *(Entry(f"{each.label.capitalize()}, days", "Between contacts at most. 0 asks for none.", 1, 400, "between", each)
      for each in Tier),
    Entry("Interpreter, %", "On top, where the case manager does not speak the language.", 1, 300, "interpreter"),
    Entry("New review, minutes", "For each new utilization review.", 1, 600, "new_review"),
    Entry("Continued review, minutes", "For each further one.", 1, 600, "continued_review"),
)  # fmt: skip
MEASURED = tuple(
    Entry(f"Measured {tier.label} {phase}, hours", "In place of tier and phase.", 60, 200, STUDIED, (tier, phase))
    for tier in Tier
    for phase in Phase
)
"""What a time study found; only those that were measured are written."""


def read_hours(source: PanelSource, preset: Setting) -> Setting:
    """Return a setting with the numbers that a workbook writes in place of the preset's."""
    table = source.table(HOURS)
    every = (*ENTRIES, *MEASURED)
    rows = setting_rows(table, tuple((entry.name, entry.about) for entry in every)) if table else {}
    changes: dict[str, Any] = {}
    for entry in every:
        row = rows.get(entry.name)
        filled = row is not None and row.raw(VALUE.header) is not None
        value = row.get(VALUE.header, number(0, entry.most)) if row and filled else None
        if value is not None:
            _change(changes, preset, entry, round(value * entry.units))
    return replace(preset, **changes)


def hours_lines(setting: Setting) -> Iterator[tuple[str, float, str]]:
    """Yield the numbers of a setting, with the source of all of them beside the first."""
    for entry in (*ENTRIES, *MEASURED):
        kept = getattr(setting, entry.field)
        value = kept.get(entry.key) if isinstance(kept, Mapping) else kept
        if value is not None:
            source = f" {setting.title}: {setting.source.mark}." if entry is ENTRIES[0] else ""
            yield entry.name, value / entry.units, entry.about + source


def _change(changes: dict[str, Any], preset: Setting, entry: Entry, value: int) -> None:
    if entry.key is None:
        changes[entry.field] = value
    else:
        changes[entry.field] = {**changes.get(entry.field, getattr(preset, entry.field)), entry.key: value}
