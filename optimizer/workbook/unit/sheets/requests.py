"""The sheet Requests: what people ask for, approved leave, and blocked days."""

import re
from typing import Any

from optimizer.staffing.facts.request import OR, Request, Wish
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.table.codecs import NEAR, YES, as_it_is, one_word, wholes
from optimizer.workbook.table.parse import words
from optimizer.workbook.table.sheet import Codec, Column, Sheet
from optimizer.workbook.table.table import SheetRow
from optimizer.workbook.unit.sheets.shifts import CODE
from optimizer.workbook.unit.sheets.staff import ID

WHO = Column("Staff", "The person's id.", Codec(UnitSource.person, as_it_is), "who", required=True, width=9, among=ID)
WISH = Column(
    "Wish",
    "on, off, or blocked: nobody is asked to work then, but the contract still owes the hours.",
    one_word(Wish, "wish"),
    "wish",
    required=True,
    width=8,
    choices=tuple(Wish),
)
FIRST = Column("From", "First day.", NEAR, "first", required=True)
LAST = Column("To", "Last day. The first when empty.", NEAR, "last")
APPROVED = Column(
    "Approved",
    "yes makes days off approved leave: nobody is asked to work then, and without a code for it less is owed.",
    YES,
    "approved",
    width=10,
    choices=("yes", "no"),
)


def _shifts(source: UnitSource, value: Any) -> str:
    """Read the code of a shift, or several with "or" or commas between."""
    if value in source.shifts or not isinstance(value, str):
        return source.shift(value)
    return OR.join(source.shift(code) for code in words(re.sub(r"(?i)\s+or\s+", ",", value)))


SHIFTS = Codec(_shifts, as_it_is)
REQUESTS = Sheet(
    "Requests",
    "What people ask for, approved leave, and blocked days.",
    (
        WHO,
        WISH,
        FIRST,
        LAST,
        Column(
            "Shift", "A shift's code, or one of several: E or L. Any when empty.", SHIFTS, "shift", width=8, among=CODE
        ),
        Column("Weight", "A request of weight 3 counts three times. 1 when empty.", wholes(1, 100), "weight", width=8),
        APPROVED,
    ),
    of=Request,
)


def read_requests(source: UnitSource) -> tuple[Request, ...]:
    """Return the requests, the approved leave and the blocked days."""
    return tuple(request for row in source.rows(REQUESTS) if (request := _request(row)))


def _request(row: SheetRow) -> Request | None:
    facts, first, last = row.facts(), row[FIRST], row[LAST]
    if first and last and last < first:
        row.fault(LAST, f"{last} is before the first day {first}", "swap or mend the dates")
    if row[APPROVED] and row[WISH] is Wish.ON:
        row.fault(APPROVED, "only days off can be approved leave", "lock a duty on the sheet Locked instead")
    if row[APPROVED] and row[WISH] is Wish.BLOCKED:
        row.fault(APPROVED, "blocked days are still owed, and approved leave is not", "write off, or leave it empty")
    return Request(**{"last": first, **facts}) if row.ok else None
