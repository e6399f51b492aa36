"""Where the duties of a recognised roster stand: the cells of each person and day, blank ones too."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from optimizer.workbook.into.file.refused import CannotWriteError
from optimizer.workbook.recognise.proposal import Block, Fact, Table
from optimizer.workbook.recognise.sheet import CellBox, CellSpot, box_of

GRIDS = ("grid", "transposed", "requests")


@dataclass(frozen=True, slots=True)
class DutyCell:
    """A cell for a duty: whose, of which day, what stands in it; ``day`` is None where no day of the period is meant.

    ``slot`` is the part of the day that its column is for, ``leave`` the leave that a blank cell stands for.
    """

    spot: CellSpot
    who: str
    day: date | None
    text: str
    slot: str = ""
    leave: str = ""
    lead_in: bool = False


@dataclass(frozen=True)
class DutyCells:
    """The cells of a roster for duties, the blocks of the sheet that they stand in, and the days of its period."""

    cells: tuple[DutyCell, ...]
    blocks: tuple[Block, ...]
    first: date
    last: date

    @cached_property
    def of_days(self) -> Mapping[tuple[str, date], tuple[DutyCell, ...]]:
        """Return the cells by person and day, those of days before the period left out."""
        found: dict[tuple[str, date], list[DutyCell]] = {}
        for cell in self.cells:
            if cell.day and not cell.lead_in:
                found.setdefault((cell.who, cell.day), []).append(cell)
        return {key: tuple(cells) for key, cells in found.items()}

    @cached_property
    def by_spot(self) -> Mapping[CellSpot, DutyCell]:
        """Return the cells by where they stand."""
        return {cell.spot: cell for cell in self.cells}

    @cached_property
    def people(self) -> tuple[str, ...]:
        """Return the people, in the order of their rows."""
        return tuple(dict.fromkeys(cell.who for cell in self.cells))

    def codes(self) -> Mapping[tuple[str, date], tuple[str, ...]]:
        """Return what stands in the roster now: the codes of each person and day, leave over blank cells too."""
        return {
            key: tuple(code for cell in cells if (code := cell.text or cell.leave))
            for key, cells in self.of_days.items()
        }


def duty_cells(table: Table, first: date | None = None) -> DutyCells:
    """Return where duties stand. ``first`` is the first day where the roster itself does not tell it.

    Raise CannotWriteError for what is no grid of people by days, or tells no date.
    """
    if table.kind not in GRIDS or not table.blocks:
        raise CannotWriteError(
            f"{table.sheet or 'The file'} is no grid with people on one side and days on the other; "
            "only into such a one can a schedule be written."
        )
    begin = table.first or first
    if begin is None or not table.days:
        raise CannotWriteError(
            f"{table.sheet or 'The file'} does not tell which date its first day is, and its duties do not either; "
            "say it, and try again."
        )
    facts = [fact for fact in table.facts if fact.field is None and fact.code is not None and fact.who]
    cells = tuple(cell for cell in (_cell(fact, begin) for fact in facts) if cell)
    days = [cell.day for cell in cells if cell.day and not cell.lead_in]
    return DutyCells(cells, table.blocks, begin, max(days, default=begin))


def _cell(fact: Fact, first: date) -> DutyCell | None:
    box = box_of(fact.cell)
    if box is None or fact.who is None:
        return None
    day = fact.day
    if day is None and fact.part is None and fact.day_no is not None:
        day = first + timedelta(days=fact.day_no - 1)
    lead_in = fact.part == "lead-in"
    return DutyCell(box[:2], fact.who, day, fact.code or "", fact.shift or "", fact.effective or "", lead_in)


def box_of_block(block: Block) -> CellBox:
    """Return the box of a block, which is never empty."""
    box = box_of(block.range)
    assert box is not None, f"{block.range} is no range"
    return box


def within(spot: CellSpot, block: Block) -> bool:
    """Tell whether a cell stands in a block."""
    top, left, bottom, right = box_of_block(block)
    return top <= spot[0] <= bottom and left <= spot[1] <= right


def in_block(cells: Iterable[DutyCell], block: Block) -> list[DutyCell]:
    """Return the cells that stand in a block."""
    return [cell for cell in cells if within(cell.spot, block)]
