"""The sheet Shifts: everything that can stand in a cell of the schedule."""

import re
from typing import Any

from optimizer.staffing.facts.shift import DAY_MINUTES, Kind, Part, Shift, Window, part_of_day
from optimizer.staffing.facts.words import clock
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.table.clock_cell import CLOCK, window_of_day
from optimizer.workbook.table.codecs import TEXT, hours, minutes, one_word, plain
from optimizer.workbook.table.parse import UnreadableError, text
from optimizer.workbook.table.sheet import Column, Sheet
from optimizer.workbook.table.table import SheetRow

HEXADECIMAL = re.compile(r"#?([0-9A-Fa-f]{6})")
MOST = 150
"""Shifts of a unit: those at the same time are counted beside each other, so that their number counts squared."""


def colour(value: object) -> str:
    """Read a colour of six hexadecimal digits."""
    match = HEXADECIMAL.fullmatch(text(value).rjust(6, "0"))
    if not match:
        raise UnreadableError(f"'{value}' is not a colour", "write six hexadecimal digits, such as FFE699")
    return match[1].upper()


def _unusual_part(shift: Shift) -> str:
    """Return the part of the day where it is not the one that the times say."""
    return "" if part_of_day(shift.start, shift.end) is shift.part else shift.part


CODE = Column("Code", "What stands in the schedule. Upper and lower case differ.", TEXT, "code", required=True, width=8)
START = Column("Start", "Such as 07:00 or 7:00 AM.", CLOCK, "start", required=True, width=8)
END = Column("End", "Such as 19:30; the next day when it is not after the start.", CLOCK, "end", required=True, width=8)
UNPAID = Column("Unpaid break", "In minutes. 0 when empty.", minutes(0, 600), "unpaid_break", width=13)
PAID = Column(
    "Paid hours", "Start to end less the break when empty; 0 for on call and blocked.", hours(0, 24), "paid", width=11
)
KIND = Column(
    "Kind",
    "work (also when empty), on call, orientation, education, leave, or blocked: a day on which nobody may be "
    "asked and that pays nothing. Only work and on call are planned; the others are entered by hand.",
    one_word(Kind, "kind of shift"),
    "kind",
)


def _parts(value: object) -> tuple[Window, ...]:
    """Read the parts of a split shift, such as "07:00-11:00, 16:00-20:00"."""
    found, latest = list[Window](), 0
    for part in text(value).replace(";", ",").split(","):
        window = window_of_day(part.strip())
        days = DAY_MINUTES if window.start < latest else 0  # a part after midnight
        found.append(Window(window.start + days, window.end + days))
        latest = found[-1].end
    return tuple(found)


def _said_parts(parts: tuple[Window, ...]) -> str:
    return ", ".join(f"{clock(start)}-{clock(end)}" for start, end in parts)


PARTS = Column(
    "Parts",
    "Of a split shift, such as 07:00-11:00, 16:00-20:00: nobody is there between. Empty for a shift that is one.",
    plain(_parts, _said_parts),
    "parts",
    width=24,
)
TURN = Column(
    "Turn",
    "What its duties are turns of: call, float, low census. 'optimizer turns' tells whose turn is next, and the rule "
    "fair-share takes the word as its burden. Of nothing when empty.",
    TEXT,
    "turn",
    width=12,
)
SHIFTS = Sheet(
    "Shifts",
    "Everything that can stand in a cell of the schedule.",
    (
        CODE,
        Column("Name", "What it is called.", TEXT, "name", width=24),
        START,
        END,
        UNPAID,
        PAID,
        KIND,
        Column(
            "Part of day",
            "day, evening or night. By the times when empty.",
            one_word(Part, "part of the day"),
            "part",
            cell=_unusual_part,
        ),
        PARTS,
        TURN,
        Column("Colour", "Six hexadecimal digits, such as FFE699.", plain(colour), "colour", width=10),
    ),
    needed=True,
    of=Shift,
)


def read_shifts(source: UnitSource) -> tuple[Shift, ...]:
    """Return the shifts, and make them known."""
    for row, code in source.named_rows(SHIFTS, CODE, source.shifts):
        source.shifts[code] = _shift(row, code)
        if len(source.shifts) == MOST + 1:
            row.fault(CODE, f"there are more than {MOST} shifts", "keep those that this unit plans or counts")
    return tuple(shift for shift in source.shifts.values() if shift is not None)


def _shift(row: SheetRow, code: str) -> Shift | None:
    facts, start, end = row.facts(), row[START], row[END]
    if start is None or end is None:
        return None
    end = end if end > start else end + DAY_MINUTES
    usual: dict[str, Any] = {"name": code, "paid": _usually_paid(row, start, end), "part": part_of_day(start, end)}
    shift = Shift(**{**usual, **facts, "end": end})
    _check_parts(row, shift)
    if shift.paid > end - start:
        row.fault(PAID, f"{shift.paid / 60:g} paid hours are more than the shift lasts", "lower them")
    if shift.paid and shift.kind is Kind.BLOCKED:
        row.fault(PAID, "blocked days are not paid", "write 0, or leave as the kind")
    return shift


def _check_parts(row: SheetRow, shift: Shift) -> None:
    parts = shift.parts
    if parts and (parts[0].start, parts[-1].end) != (shift.start, shift.end):
        row.fault(PARTS, "the parts do not begin and end with the shift", "write them from its start to its end")
    if parts and shift.paid > sum(part.end - part.start for part in parts):
        row.fault(PAID, f"{shift.paid / 60:g} paid hours are more than its parts last", "lower them")


def _usually_paid(row: SheetRow, start: int, end: int) -> int:
    if row[PARTS]:
        length = sum(part.end - part.start for part in row[PARTS] or ())
        start, end = 0, length
    return 0 if (row[KIND] or Kind.WORK) in (Kind.ON_CALL, Kind.BLOCKED) else max(0, end - start - (row[UNPAID] or 0))
