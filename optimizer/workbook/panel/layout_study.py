"""The sheet of a time study: what case managers wrote down of where their time went."""

from optimizer.caseload.capacity.activity import Activity
from optimizer.caseload.capacity.setting import Phase
from optimizer.workbook.table.sheet import Column, Sheet

TIME_STUDY = Sheet(
    "Time study",
    "Where the time of case managers went. Keep it for whole months, for a quarter where patients are met once in one; "
    "in a hospital for days. optimizer caseload hours FILE tells what it finds.",
    (
        Column("Date", "The day; the first of the month where a row tells of a whole one.", True, 12),
        Column("Manager", "The case manager's id.", True, 10),
        Column(
            "Patient",
            "The patient's id. When empty, Tier and Phase say what case it was, and the row has all that its care took "
            "in the month (hospital: on the day).",
            width=11,
        ),
        Column("Tier", "1 to 5. The patient's present one when empty.", width=7),
        Column("Phase", "At the time. The patient's present one when empty.", width=12, choices=tuple(Phase)),
        Column(
            "Activity",
            "care (also when empty), new review or continued review: one a row. Medicines and travel are added to the "
            "hours from elsewhere and do not count here.",
            width=16,
            choices=tuple(Activity),
        ),
        Column("Minutes", "Whole ones.", True, 9),
    ),
)
