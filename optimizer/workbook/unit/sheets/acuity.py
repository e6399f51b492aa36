"""The sheet Acuity: how much care a patient of each level takes."""

from optimizer.staffing.facts.care import Level
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.table.codecs import TEXT, hours, wholes
from optimizer.workbook.table.sheet import Column, Sheet
from optimizer.workbook.table.table import SheetRow

LEVELS = 6

LEVEL = Column(
    "Level",
    f"A number from 1 to {LEVELS}, as in the headers of the sheet Census.",
    wholes(1, LEVELS),
    "number",
    required=True,
    width=8,
)
PER_NURSE = Column(
    "Patients per nurse",
    "The most such patients that one nurse may hold, by the unit's own rule. Where a law says another number "
    "the stricter holds. No own rule when empty.",
    wholes(1, 99),
    "most",
)
AT_NIGHT = Column("At night", "The same at night, where nights differ.", wholes(1, 99), "most_at_night", width=10)
ACUITY = Sheet(
    "Acuity",
    "How much care a patient of each level takes. When empty, our own neutral scale holds: 4, 6, 8, 12 and 18 hours. "
    "Some published scales are licensed; type one in only where you may use it.",
    (
        LEVEL,
        Column("Label", "What such patients are called.", TEXT, "label", width=24),
        Column(
            "Care hours per 24 h",
            "Of all roles together, for one patient.",
            hours(0, 48),
            "minutes",
            required=True,
        ),
        PER_NURSE,
        AT_NIGHT,
        Column(
            "Ratio of",
            "The kind of unit whose ratio the law sets for such patients, such as critical_care. The unit's own when "
            "empty.",
            TEXT,
            "kind",
            width=16,
        ),
    ),
    of=Level,
)


def read_levels(source: UnitSource) -> tuple[Level, ...]:
    """Return the unit's own scale, none when the workbook has none."""
    levels: dict[int, Level] = {}
    for row in source.rows(ACUITY):
        level = _level(row, levels)
        if level is not None:
            levels[level.number] = level
    return tuple(levels.values())


def _level(row: SheetRow, levels: dict[int, Level]) -> Level | None:
    facts, number = row.facts(), row[LEVEL]
    if number in levels:
        row.fault(LEVEL, f"level {number} stands twice", "give every row its own level")
    if row[AT_NIGHT] and not row[PER_NURSE]:
        row.fault(PER_NURSE, "only the night has a number", "write the one for the day too")
    return Level(**{"label": f"Level {number}", **facts}) if row.ok else None
