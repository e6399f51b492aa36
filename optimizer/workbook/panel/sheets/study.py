"""The sheet Time study: what case managers wrote down of where their time went."""

from collections.abc import Iterator

from optimizer.caseload.capacity.activity import Activity
from optimizer.caseload.capacity.setting import Phase
from optimizer.caseload.study import Record
from optimizer.workbook.panel.sheets.managers import MANAGER
from optimizer.workbook.panel.sheets.patients import PATIENT
from optimizer.workbook.panel.sheets.settings import TIER
from optimizer.workbook.panel.source import PanelSource
from optimizer.workbook.table.codecs import NEAR, one_word, wholes
from optimizer.workbook.table.sheet import Column, Sheet
from optimizer.workbook.table.table import SheetRow

MOST = 12_000
"""Minutes that a row may have: 200 hours, as a case may take in a month."""

WHOSE = Column(
    "Patient",
    "The patient's id. When empty, Tier and Phase say what case it was, and the row has all that its care took "
    "in the month (hospital: on the day).",
    PATIENT,
    "patient",
    width=11,
)
LEVEL = Column("Tier", "1 to 5. The patient's present one when empty.", TIER, "tier", width=7)
PHASE = Column(
    "Phase",
    "At the time. The patient's present one when empty.",
    one_word(Phase, "phase"),
    "phase",
    choices=tuple(Phase),
)
ACTIVITY = Column(
    "Activity",
    "care (also when empty), new review or continued review: one a row. Medicines and travel are added to the "
    "hours from elsewhere and do not count here.",
    one_word(Activity, "activity"),
    "activity",
    width=16,
    choices=tuple(Activity),
)
TIME_STUDY = Sheet(
    "Time study",
    "Where the time of case managers went. Keep it for whole months, for a quarter where patients are met once in one; "
    "in a hospital for days. optimizer caseload hours FILE tells what it finds.",
    (
        Column("Date", "The day; the first of the month where a row tells of a whole one.", NEAR, "day", required=True),
        Column("Manager", "The case manager's id.", MANAGER, "manager", required=True, width=10),
        WHOSE,
        LEVEL,
        PHASE,
        ACTIVITY,
        Column("Minutes", "Whole ones.", wholes(0, MOST), "minutes", required=True, width=9),
    ),
    of=Record,
)


def read_study(source: PanelSource) -> tuple[Record, ...]:
    """Return the rows of a time study, in their order."""
    return tuple(record for row in source.rows(TIME_STUDY) for record in _record(row))


def _record(row: SheetRow) -> Iterator[Record]:
    facts = row.facts()
    if (row[ACTIVITY] or Activity.CARE) is Activity.CARE and row.raw(WHOSE) is None:
        for column in (LEVEL, PHASE):
            if row.raw(column) is None:
                row.fault(column, f"there is neither a patient nor a {column.header.casefold()}", "write one of them")
    if row.ok:
        yield Record(**facts)
