"""What becomes of single duty cells: another code with the looks of its kind, or a sentence why it stays."""

from dataclasses import dataclass, field
from datetime import date

from optimizer.staffing.facts.words import count, on
from optimizer.workbook.into.duty_cells import DutyCell, DutyCells
from optimizer.workbook.into.file.edit import CellEdit, CellEdits
from optimizer.workbook.into.file.own_sheet import OwnSheet
from optimizer.workbook.into.looks import Looks, looks_of
from optimizer.workbook.into.own_codes import OwnCodes
from optimizer.workbook.into.placing import Placing
from optimizer.workbook.recognise.sheet import CellBox, CellSpot, address

SHOWN = 5
"""How many cells are named of those that the same is told of."""
MERGED = "part of merged cells and not written"
SHARED = "a formula that other cells share, and not written"
REPLACED = "a code now instead of a formula"


@dataclass
class DutyEdits:
    """Collects the edits of duty cells, and what is to be told of them; ``unmerged`` are merged cells that go."""

    sheet: OwnSheet
    cells: DutyCells
    codes: OwnCodes
    looks: Looks
    placing: Placing
    unmerged: frozenset[CellBox] = frozenset()
    edits: CellEdits = field(default_factory=dict)
    notes: dict[str, list[str]] = field(default_factory=dict)

    def put(self, cell: DutyCell, text: str, day: date) -> bool:
        """Have a cell say a code, "" nothing, of a day; return whether it can."""
        other = text != cell.text
        if not other and day == cell.day and not cell.leave:
            return True
        if why := self._held(cell, other):
            self._note(why, cell, day)
            return False
        if other and self.sheet.formula(cell.spot) is not None:
            self._note(REPLACED, cell, day)
        edit = CellEdit(self.codes.contents(text) if other else None, self._looks(cell, text, day))
        if edit != CellEdit():
            self.edits[cell.spot] = edit
        return True

    @property
    def told(self) -> tuple[str, ...]:
        """Return what is to be told of cells, a sentence for each thing."""
        return tuple(f"{count(len(cells), 'cell')}: {what} ({_some(cells)})." for what, cells in self.notes.items())

    def _note(self, what: str, cell: DutyCell, day: date) -> None:
        where = f"{cell.who}, {on(day)}, {address(*cell.spot)}"
        self.notes.setdefault(what, []).append(where)

    def _held(self, cell: DutyCell, other: bool) -> str | None:
        """Return why a cell is not written, None when nothing speaks against it."""
        box = self.sheet.merge_of(cell.spot)
        if box and box not in self.unmerged and (self.spans_days(box) or cell.spot != box[:2]):
            return MERGED if other or cell.leave else None
        return SHARED if other and self.sheet.shares_formula(cell.spot) else None

    def spans_days(self, box: CellBox) -> bool:
        """Tell whether merged cells are those of more than one day, as leave that is written once is."""
        return len({cell.day for spot in _spots(box) if (cell := self.cells.by_spot.get(spot))}) > 1

    def _looks(self, cell: DutyCell, text: str, day: date) -> CellSpot | None:
        return self.looks.like(cell.spot, self.sheet.fill(cell.spot), day.weekday(), text)


def duty_edits(sheet: OwnSheet, cells: DutyCells, unmerged: frozenset[CellBox] = frozenset()) -> DutyEdits:
    """Return no edits yet of the duty cells of a sheet."""
    return DutyEdits(sheet, cells, OwnCodes(sheet, cells), looks_of(sheet, cells), Placing(cells), unmerged)


def _spots(box: CellBox) -> list[CellSpot]:
    top, left, bottom, right = box
    return [(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]


def _some(cells: list[str]) -> str:
    more = len(cells) - SHOWN
    return "; ".join(cells[:SHOWN]) + (f"; and {more} more" if more > 0 else "")
