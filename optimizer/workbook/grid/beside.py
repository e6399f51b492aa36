"""What stands in a schedule beside people's duties: our own figures, the reader's notes, or duties that were lost."""

import re
from dataclasses import dataclass
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from optimizer.workbook.file.account import own_column
from optimizer.workbook.grid.header import WRITE_ONE, GridHeader
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.grid.write import COVERAGE, IDENTITY, TOTALS
from optimizer.workbook.table.faults import Fault
from optimizer.workbook.table.parse import tidy, written
from optimizer.workbook.table.unread import CellPlace, UnreadCells, blocks, ranges

NAME, JOB, FTE = (title for title, _ in IDENTITY[1:])
OURS = {title.casefold() for title, _ in (*IDENTITY, *TOTALS)}
HAVE = re.compile(r"[▼▽▲]?\d+/\d+")
HEADING = re.compile(r".*\S \(\d+\)")
ABOVE = (
    re.compile(r".*: \w{3} \d{1,2} \w{3} \d{4} to \w{3} \d{1,2} \w{3} \d{4}"),
    re.compile(r"(January|February|March|April|May|June|July|August|September|October|November|December) \d{4}"),
    re.compile(r"Mon|Tue|Wed|Thu|Fri|Sat|Sun"),
)
"""What we write above the header: the title, the months, the weekdays."""


@dataclass
class BesideDuties:
    """Takes account of a schedule once its people are known, by row."""

    source: UnitSource
    sheet: Worksheet
    header: GridHeader
    people: dict[int, str]

    def __post_init__(self) -> None:
        """Collect what stands in the sheet; openpyxl counts its columns anew each time."""
        self.columns = range(1, self.sheet.max_column + 1)
        self.values: dict[CellPlace, Any] = {
            (number, column): value
            for number, row in enumerate(self.sheet.iter_rows(values_only=True), start=1)
            for column, cell in enumerate(row, start=1)
            if cell is not None and (value := tidy(cell)) is not None
        }
        named = {written(self.sheet.cell(self.header.row, c).value).casefold(): c for c in self.columns}
        self.identity = {title: named[title.casefold()] for title, _ in IDENTITY if title.casefold() in named}
        self.ours = {column for title, column in named.items() if title in OURS}

    def tell(self) -> None:
        """Take note of all that is not read: as a fault where duties are lost, else as a sentence."""
        self._above()
        self._columns_of_others()
        self._rows_of_others()
        self._who()

    def _say(self, places: list[CellPlace], what: str) -> None:
        self.source.unread.extend(UnreadCells(self.sheet.title, cell, what) for cell in ranges(places))

    def _above(self) -> None:
        above = {place: str(value) for place, value in self.values.items() if place[0] < self.header.row}
        others = [place for place, value in above.items() if not any(form.fullmatch(value) for form in ABOVE)]
        self._say(others, "what stands above the header is not read")

    def _columns_of_others(self) -> None:
        """Tell columns without a day: a fault beside the days where they hold duties, otherwise the reader's own."""
        lost = self._lost_columns()
        problem, remedy = "no day stands above duties", f"{WRITE_ONE}, or leave a column free before one of your own"
        cells = ranges((self.header.row, column) for column in lost)
        self.source.faults.extend(Fault(self.sheet.title, cell, problem, remedy) for cell in cells)
        known = {*self.header.days, *self.header.undated, *self.ours, *lost}
        for column in self.columns:
            rows = [row for row in (self.header.row, *self.people) if (row, column) in self.values]
            if rows and column not in known:
                reach = [(row, column) for row in range(rows[0], rows[-1] + 1)]
                self._say(reach, own_column(self.sheet.cell(self.header.row, column).value))

    def _lost_columns(self) -> list[int]:
        """Return the columns that hold duties and no day, and that touch the days."""
        days = {*self.header.days, *self.header.undated}
        found: list[int] = []
        for step, columns in ((1, self.columns), (-1, reversed(self.columns))):
            for column in columns:
                if column - step in days and column not in days | self.ours and self._has_duties(column):
                    days.add(column)
                    found.append(column)
        return sorted(found)

    def _has_duties(self, column: int) -> bool:
        return any(self._is_duty(self.values.get((row, column))) for row in self.people)

    def _is_duty(self, value: Any) -> bool:
        """Tell whether a cell can only be meant as a duty; a number may as well be a total."""
        codes = (value, value.rpartition("/")[0]) if isinstance(value, str) else ()
        return any(code in self.source.shifts for code in codes)

    def _rows_of_others(self) -> None:
        """Tell rows without an id: a fault where they hold duties, otherwise the reader's own."""
        below, others = False, list[CellPlace]()
        for row in range(self.header.row + 1, self.sheet.max_row + 1):
            places = [(row, column) for column in self.columns if (row, column) in self.values]
            below = below or self._name_in(row) == COVERAGE
            if not places or (row, self.header.ids) in self.values or self._is_ours(row, places, below):
                continue
            duties = [place for place in places if place[1] in self.header.days and self._is_duty(self.values[place])]
            if duties and self._is_somebody(row):
                self._lost_row(row, duties)
            else:
                others.extend(places)
        told = (UnreadCells(self.sheet.title, cells, "rows without an id are not read") for cells in blocks(others))
        self.source.unread.extend(told)

    def _is_somebody(self, row: int) -> bool:
        """Tell whether a row may be a person's: it has a name, or stands among people."""
        return bool(self._name_in(row)) or row - 1 in self.people or row + 1 in self.people

    def _lost_row(self, row: int, duties: list[CellPlace]) -> None:
        cell = self.sheet.cell(row, self.header.ids).coordinate
        reach = ranges((row, column) for column in range(duties[0][1], duties[-1][1] + 1))[0]
        name = self._name_in(row)
        problem = f"the row{f' of {name!r}' if name else ''} has duties ({reach}) but no id"
        self.source.faults.append(Fault(self.sheet.title, cell, problem, "write the id, or move the row elsewhere"))

    def _name_in(self, row: int) -> str:
        column = self.identity.get(NAME)
        return written(self.values.get((row, column))) if column else ""

    def _is_ours(self, row: int, places: list[CellPlace], below: bool) -> bool:
        """Tell whether we wrote a row ourselves: a heading, a line of coverage, the legend below."""
        rest = [place for place in places if place[1] != self.identity.get(NAME)]
        if not rest:
            return below or HEADING.fullmatch(self._name_in(row)) is not None
        return below and all(HAVE.fullmatch(str(self.values[place])) for place in rest)

    def _who(self) -> None:
        """Say where a name, job or FTE beside an id is not what the sheet Staff has."""
        differing = []
        for row, who in self.people.items():
            person = self.source.staff.get(who)
            said = {NAME: person.name, JOB: person.job, FTE: person.fte} if person else {}
            for title, column in self.identity.items():
                value = self.values.get((row, column))
                if title in said and value is not None and value != said[title] and written(value) != str(said[title]):
                    differing.append((row, column))
        self._say(differing, "this is not what the sheet Staff says of the id, which counts")
