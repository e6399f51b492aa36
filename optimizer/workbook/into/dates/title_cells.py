"""The cells above and before the days of a block that tell the period, moved on to another."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from optimizer.workbook.into.dates.lines import DayLines
from optimizer.workbook.into.dates.references import cells_in
from optimizer.workbook.into.dates.titles import TitleMoved
from optimizer.workbook.into.file.edit import CellEdit, CellEdits, TypedContents
from optimizer.workbook.into.file.own_sheet import OwnSheet
from optimizer.workbook.recognise.sheet import CellSpot, RawSheet

LONGEST = 200
BESIDE = 4
"""How many rows below the beginning of a header titles may stand before its days."""


@dataclass(frozen=True)
class TitleCells:
    """The titles of a block, from a row on (a column, where days run down)."""

    sheet: OwnSheet
    raw: RawSheet
    lines: DayLines
    above: int

    def _spots(self) -> Iterator[CellSpot]:
        heads, first = self.lines.block.heads, min(self.lines.days)
        wide = self.raw.height if self.lines.block.turned else self.raw.width
        for across in range(self.above, min(heads)):
            yield from (self.lines.spot(across, line) for line in range(wide))
        for across in range(min(heads), max(max(heads) + 1, min(heads) + BESIDE)):
            yield from (self.lines.spot(across, line) for line in range(first))

    def edits(self, moved: TitleMoved) -> tuple[CellEdits, list[str]]:
        """Return what becomes of the titles, and what is to be told of them."""
        edits: CellEdits = {}
        told: list[str] = []
        for spot in self._spots():
            value = self.raw.at(*spot)
            if value is None or self.sheet.formula(spot) is not None:
                continue
            new = self._moved(spot, moved)
            if new is not None:
                edits[spot] = CellEdit(TypedContents(new))
                told.append(f"{self.raw.place(*spot)}: '{_said(value)}' is '{_said(moved_value(value, moved))}' now.")
            elif isinstance(value, str) and len(value) < LONGEST and (other := moved.other_month(value)):
                told.append(f"{self.raw.place(*spot)} says '{other}', which is no month of the roster; it is left.")
        return edits, told

    def _moved(self, spot: CellSpot, moved: TitleMoved) -> str | float | None:
        """Return what a title says of the new period; None where it says the same, or nothing of a period."""
        value = self.raw.at(*spot)
        new = moved_value(value, moved)
        if new is None or new == value:
            return None
        number = self.sheet.number(spot)
        if isinstance(value, date) and isinstance(new, date) and number is not None:
            return number + (new - _day(value)).days
        return float(new) if isinstance(new, int) else new if isinstance(new, str) else None

    def month_numbers(self, moved: TitleMoved) -> CellEdits:
        """Return what becomes of numbers that dates of the header are worked out from, such as a month and a year."""
        spots = [self.lines.spot(head, line) for head in self.lines.block.heads for line in self.lines.days]
        sources = {source for spot in spots for source in cells_in(self.sheet.formula(spot) or "")} - set(spots)
        first = moved.old.first
        changed = {first.month: moved.new.first.month, first.year: moved.new.first.year}
        return {
            spot: CellEdit(TypedContents(changed[int(number)]))
            for spot in sources
            if (number := self.sheet.number(spot)) in changed
            and number is not None
            and self.sheet.formula(spot) is None
            and changed[int(number)] != number
        }


def moved_value(value: object, moved: TitleMoved) -> str | int | date | None:
    """Return a title of the old period as one of the new, None for what is no title."""
    if isinstance(value, date):
        return moved.day(_day(value))
    if isinstance(value, str):
        return moved.of(value) if len(value) < LONGEST else None
    if isinstance(value, int | float) and not isinstance(value, bool) and value == moved.old.first.year:
        return moved.new.first.year
    return None


def _day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _said(value: object) -> str:
    return " ".join(str(_day(value) if isinstance(value, date) else value).split())
