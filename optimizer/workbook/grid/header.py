"""The header of a schedule: which column holds the ids, and which day each of the others is."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from optimizer.workbook.table.dates import days_meant, like_a_date
from optimizer.workbook.table.faults import Fault
from optimizer.workbook.table.parse import UnreadableError, day, written
from optimizer.workbook.table.table import HEADER_SEARCH
from optimizer.workbook.table.unread import ranges

A_DAY = timedelta(days=1)
WRITE_ONE = "write a day such as 2026-12-06"


@dataclass
class GridHeader:
    """The header row of a schedule: ``days`` by column, and ``undated`` columns that were meant as days."""

    row: int
    ids: int
    days: dict[int, date] = field(default_factory=dict)
    undated: dict[int, str] = field(default_factory=dict)

    def drop(self, column: int) -> None:
        """Leave a column out whose day cannot be."""
        del self.days[column]
        self.undated[column] = ""


def find_header(sheet: Worksheet) -> GridHeader | None:
    """Return the first row near the top that has 'Id' and anything like a day."""
    for number, row in enumerate(sheet.iter_rows(max_row=HEADER_SEARCH, values_only=True), start=1):
        values = {column: value for column, value in enumerate(row, start=1) if value is not None}
        ids = next((column for column, value in values.items() if written(value).casefold() == "id"), None)
        if ids is not None:
            header = GridHeader(number, ids)
            _date(header, values)
            if header.days or header.undated:
                return header
    return None


def _date(header: GridHeader, values: dict[int, Any]) -> None:
    """Give every column its day. Of a text that may be two, the one counts that follows its neighbour."""
    doubtful: dict[int, tuple[date, ...]] = {}
    for column, value in values.items():
        meant = _meant(value)
        if len(meant) == 1:
            header.days[column] = meant[0]
        elif meant:
            doubtful[column] = meant
        elif isinstance(value, str) and like_a_date(value):
            header.undated[column] = f"'{written(value)}' is not a date"
    while decided := {column: found for column in doubtful if (found := _following(header, column, doubtful[column]))}:
        header.days |= decided
        doubtful = {column: meant for column, meant in doubtful.items() if column not in decided}
    for column, (one, other) in doubtful.items():
        header.undated[column] = f"'{written(values[column])}' may be {one} or {other}"
    header.days = dict(sorted(header.days.items()))


def _meant(value: Any) -> tuple[date, ...]:
    if isinstance(value, str):
        meant = days_meant(value)
        return meant if len(meant) == 2 else _one(value)
    return _one(value) if isinstance(value, (date, datetime, int, float)) else ()


def _one(value: Any) -> tuple[date, ...]:
    try:
        return (day(value),)
    except UnreadableError:
        return ()


def _following(header: GridHeader, column: int, meant: tuple[date, ...]) -> date | None:
    before, after = header.days.get(column - 1), header.days.get(column + 1)
    wanted = {before + A_DAY if before else None, after - A_DAY if after else None}
    return next((day for day in meant if day in wanted), None)


def undated_faults(sheet: Worksheet, header: GridHeader) -> Iterator[Fault]:
    """Yield the columns that were meant as days, neighbours in one sentence."""
    told = {column: problem for column, problem in header.undated.items() if problem}
    for cells in ranges((header.row, column) for column in told):
        first = sheet[cells.partition(":")[0]].column
        more = "" if ":" not in cells else ", and so on"
        yield Fault(sheet.title, cells, f"{told[first]}{more}", WRITE_ONE)
