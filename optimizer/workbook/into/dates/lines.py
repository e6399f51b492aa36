"""The lines of a block that days stand in (columns, or rows where days run down), counted from the first day."""

from dataclasses import dataclass
from datetime import date, timedelta

from optimizer.workbook.into.duty_cells import DutyCells, box_of_block, in_block
from optimizer.workbook.recognise.proposal import Block
from optimizer.workbook.recognise.sheet import CellSpot


@dataclass(frozen=True)
class DayLines:
    """The lines of one block: which is which day; day 0 is the first of the period, days before it are negative."""

    block: Block
    days: dict[int, int]

    def spot(self, across: int, line: int) -> CellSpot:
        """Return the cell of a line in a row of the block (a column, where days run down)."""
        return (line, across) if self.block.turned else (across, line)

    def line_of(self, spot: CellSpot) -> int:
        """Return the line that a cell stands in."""
        return spot[0] if self.block.turned else spot[1]

    @property
    def last(self) -> int:
        """Return the last line."""
        return max(self.days)

    def rows(self) -> range:
        """Return the rows of the block (its columns, where days run down), header included."""
        top, left, bottom, right = box_of_block(self.block)
        return range(left, right + 1) if self.block.turned else range(top, bottom + 1)


def day_lines(cells: DutyCells, block: Block) -> DayLines:
    """Return the lines of a block; days that its month does not have count on from those that it has."""
    lines = DayLines(block, {})
    known = {}
    for cell in in_block(cells.cells, block):
        known[lines.line_of(cell.spot)] = None if cell.day is None else (cell.day - cells.first).days
    numbers = _counted_on([known[line] for line in sorted(known)])
    return DayLines(block, dict(zip(sorted(known), numbers, strict=True)))


def _counted_on(numbers: list[int | None]) -> list[int]:
    """Return numbers with those that lack counted on from the one before, or back from the one after."""
    counted: list[int] = []
    first = next((place for place, number in enumerate(numbers) if number is not None), 0)
    for place, number in enumerate(numbers):
        if number is not None:
            counted.append(number)
        elif place < first:
            counted.append((numbers[first] or 0) - (first - place))
        else:
            counted.append(counted[-1] + 1 if counted else 0)
    return counted


def nth_day(first: date, number: int) -> date:
    """Return a day by its number from the first."""
    return first + timedelta(days=number)
