"""Calendars: weekdays across, weeks below each other, and names in the cells under each day's number."""

from optimizer.workbook.recognise.proposal import LeftOut, Question, Table
from optimizer.workbook.recognise.sheet import Sheet


def calendar_on(sheet: Sheet, file: str) -> tuple[list[Table], list[Question], list[LeftOut]]:
    """Return the calendar of a sheet as a table."""
    return [], [], []
