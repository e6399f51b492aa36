"""Reads a time study."""

from collections.abc import Iterator

from optimizer.caseload.capacity.activity import Activity
from optimizer.caseload.capacity.setting import Phase
from optimizer.caseload.study import Record
from optimizer.workbook.panel.layout_study import TIME_STUDY
from optimizer.workbook.panel.read_settings import tier
from optimizer.workbook.panel.source import PanelSource
from optimizer.workbook.table.table import Row, one_of, whole

MOST = 12_000
"""Minutes that a row may have: 200 hours, as a case may take in a month."""


def read_study(source: PanelSource) -> tuple[Record, ...]:
    """Return the rows of a time study, in their order."""
    table = source.table(TIME_STUDY)
    return tuple(record for row in (table.rows() if table else ()) for record in _record(source, row))


def _record(source: PanelSource, row: Row) -> Iterator[Record]:
    when, manager, patient = (
        row.get("Date", source.near),
        row.get("Manager", source.manager),
        row.get("Patient", source.patient),
    )
    level, phase = row.get("Tier", tier), row.get("Phase", one_of([*Phase], "phase"))
    activity = Activity(row.get("Activity", one_of([*Activity], "activity")) or Activity.CARE)
    minutes = row.get("Minutes", whole(0, MOST))
    if activity is Activity.CARE and row.raw("Patient") is None:
        for header in ("Tier", "Phase"):
            if row.raw(header) is None:
                row.fault(header, f"there is neither a patient nor a {header.casefold()}", "write one of them")
    if row.ok and when is not None and manager is not None and minutes is not None:
        yield Record(when, manager, minutes, activity, patient, level, Phase(phase) if phase else None)
