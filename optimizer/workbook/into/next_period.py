"""The period after in the same layout: dates and titles moved on, duties of the new days, all else as it was."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.words import count
from optimizer.workbook.into.dates.header import Header, Moved
from optimizer.workbook.into.dates.language import RosterLanguage, language_of
from optimizer.workbook.into.dates.lines import DayLines, day_lines, nth_day
from optimizer.workbook.into.dates.title_cells import TitleCells
from optimizer.workbook.into.dates.titles import TitleMoved
from optimizer.workbook.into.duty_cells import DutyCell, DutyCells, duty_cells, in_block
from optimizer.workbook.into.duty_edits import DutyEdits, duty_edits
from optimizer.workbook.into.file.edit import CellEdits
from optimizer.workbook.into.file.opened import opened
from optimizer.workbook.into.file.own_sheet import OwnSheet
from optimizer.workbook.into.header_looks import header_looks
from optimizer.workbook.into.more_lines import with_more_lines
from optimizer.workbook.into.write import without_cells
from optimizer.workbook.into.written import Codes, WrittenRoster
from optimizer.workbook.recognise.proposal import Table
from optimizer.workbook.recognise.read.read import read_sheets
from optimizer.workbook.recognise.sheet import CellBox, RawSheet, as_text


def next_into(
    content: bytes, table: Table, codes: Codes, new: Span, first: date | None = None, name: str = "the roster"
) -> WrittenRoster:
    """Return a roster as that of another period. ``first`` is its first day now, where it tells none.

    Codes are those of the new period; days before it are taken from the roster itself. Raise CannotWriteError for a
    file that cannot be changed without loss, or holds no grid, and RefusedError for one that cannot be read.
    """
    cells = duty_cells(table, first)
    sheet = opened(content, table.sheet)
    raw = next(each for each in read_sheets(name, content) if each.title == table.sheet)
    return _NextPeriod(sheet, raw, cells, codes, new).written()


@dataclass(frozen=True)
class _NextPeriod:
    """One roster on its way into another period."""

    sheet: OwnSheet
    raw: RawSheet
    had: DutyCells
    codes: Codes
    new: Span

    @cached_property
    def moved(self) -> Moved:
        return Moved(self.had.first, self.new.first, self.new.last)

    @cached_property
    def lines(self) -> tuple[DayLines, ...]:
        """Return the lines of each block, with one more for each day that had none, where there is room."""
        known = [day_lines(self.had, block) for block in self.had.blocks]
        return tuple(with_more_lines(each, self.needed(each, known), self.sheet, self.raw, self.had) for each in known)

    def needed(self, lines: DayLines, known: list[DayLines]) -> int:
        """Return how many days of the new period come after the last line, 0 where another block has later ones."""
        last = max(each.days[each.last] for each in known)
        if lines.days[lines.last] < last:
            return 0
        return max(0, (self.new.last - self.new.first).days - last)

    @cached_property
    def cells(self) -> DutyCells:
        """Return the cells for duties, those of added lines too."""
        added = [cell for lines in self.lines for cell in self._added(lines)]
        return replace(self.had, cells=(*self.had.cells, *added))

    def _added(self, lines: DayLines) -> Iterator[DutyCell]:
        there = {lines.line_of(cell.spot) for cell in self.had.cells}
        people = {}
        for cell in in_block(self.had.cells, lines.block):
            across = cell.spot[1] if lines.block.turned else cell.spot[0]
            people[across] = cell.who
        for line in lines.days:
            if line not in there:
                yield from (DutyCell(lines.spot(across, line), who, None, "") for across, who in people.items())

    @cached_property
    def language(self) -> RosterLanguage:
        return language_of(
            as_text(self.raw.at(row, column))
            for block in self.had.blocks
            for row in range(max(block.heads) + 1 if not block.turned else self.raw.height)
            for column in range(self.raw.width if not block.turned else max(block.heads) + 1)
        )

    @cached_property
    def titles(self) -> TitleMoved:
        return TitleMoved(Span(self.had.first, self.had.last), self.new, self.language)

    @cached_property
    def leave_runs(self) -> frozenset[CellBox]:
        """Return the merged cells of leave: over more than one day of one person, and over nothing else."""
        boxes = {box for cell in self.had.cells if (box := self.sheet.merge_of(cell.spot))}
        plain = duty_edits(self.sheet, self.had)
        spots = self.had.by_spot
        return frozenset(
            box
            for box in boxes
            if plain.spans_days(box)
            and all((r, c) in spots for r in range(box[0], box[2] + 1) for c in range(box[1], box[3] + 1))
        )

    def written(self) -> WrittenRoster:
        """Return the roster of the new period."""
        edits, told = self._dates()
        duties = duty_edits(self.sheet, self.cells, self.leave_runs)
        moved = self._duties(duties)
        title, about_title = self._title()
        content = self.sheet.written({**edits, **duties.edits}, frozenset(box[:2] for box in self.leave_runs), title)
        told += [*about_title, *self._about_days(), *duties.told, *without_cells(self.codes, moved)]
        return WrittenRoster(content, tuple(told))

    def _dates(self) -> tuple[CellEdits, list[str]]:
        edits: CellEdits = {}
        told: list[str] = []
        above = 0
        for lines in self.lines:
            titles = TitleCells(self.sheet, self.raw, lines, above)
            new, said = titles.edits(self.titles)
            edits |= new | titles.month_numbers(self.titles)
            told += said
            for head in lines.block.heads:
                new, said = Header(self.sheet, self.raw, lines, head, self.moved).edits(self.language)
                edits |= header_looks(self.sheet, lines, head, self.moved, new)
                told += said
            above = lines.rows()[-1] + 1
        return edits, told

    def _duties(self, duties: DutyEdits) -> set[tuple[str, date]]:
        """Write all duty cells; return the people and days that have one."""
        groups: dict[tuple[str, int], list[DutyCell]] = {}
        for lines in self.lines:
            for cell in in_block(self.cells.cells, lines.block) + self._beyond(lines):
                groups.setdefault((cell.who, lines.days[lines.line_of(cell.spot)]), []).append(cell)
        before = self.had.codes()
        for (who, number), cells in groups.items():
            day = self.moved.day(number)
            codes = self.codes.get((who, day), before.get((who, day), ())) if day else ()
            texts = duties.placing.texts(cells, [duties.codes.spelt(code) for code in codes])
            for cell, text in zip(cells, texts, strict=True):
                duties.put(cell, text, nth_day(self.new.first, number))
        return {(who, day) for who, number in groups if (day := self.moved.day(number))}

    def _beyond(self, lines: DayLines) -> list[DutyCell]:
        """Return the cells of added lines, which stand beside the block."""
        there = set(self.had.cells)
        return [cell for cell in self._added(lines) if cell not in there]

    def _title(self) -> tuple[str | None, list[str]]:
        """Return the new name of the sheet, None where it stays, and what is to be told of it."""
        old = self.raw.title
        new = self.titles.of(old) if old else None
        if old and new == old and (other := self.titles.other_month(old)):
            return None, [f"The sheet is called '{old}', and {other} is no month of the roster; the name is left."]
        if not new or new == old:
            return None, []
        if not self.sheet.can_be_called(new):
            return None, [f"The sheet is still called '{old}': something else in the workbook may speak of that name."]
        return new, [f"The sheet '{old}' is called '{new}' now."]

    def _about_days(self) -> Iterator[str]:
        numbers = {number for lines in self.lines for number in lines.days.values() if number >= 0}
        days = (self.new.last - self.new.first).days + 1
        gone = [nth_day(self.new.first, number) for number in numbers if number >= days]
        if gone:
            yield f"{count(len(gone), 'day')} of the layout, after {self.new.last}, stand empty: the period is shorter."
        lacking = [day for number in range(days) if number not in numbers and (day := self.moved.day(number))]
        if lacking:
            yield (
                f"{' and '.join(map(str, lacking))} found no column: what stands behind the last day is in use. "
                "Insert columns there, and write again."
            )
