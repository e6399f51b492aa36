"""The header of a block said of other days: dates, numbers and weekdays, each as it is written there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from optimizer.workbook.into.dates.language import RosterLanguage
from optimizer.workbook.into.dates.lines import DayLines, nth_day
from optimizer.workbook.into.dates.references import cells_in
from optimizer.workbook.into.dates.tokens import sayings_of
from optimizer.workbook.into.file.edit import Blank, CellContents, CellEdit, CellEdits, Recalculated, TypedContents
from optimizer.workbook.into.file.own_sheet import OwnSheet
from optimizer.workbook.recognise.dates.mark import SERIALS
from optimizer.workbook.recognise.sheet import CellSpot, RawSheet, as_text

MOSTLY = 0.8


@dataclass(frozen=True)
class Moved:
    """The period that a layout is moved from and to: first days, and the last day after."""

    old: date
    new: date
    last: date

    def day(self, number: int) -> date | None:
        """Return the new day of a line, None when the new period is over."""
        day = nth_day(self.new, number)
        return day if day <= self.last else None


@dataclass(frozen=True)
class Header:
    """One row of a header (a column, where days run down) above the lines of its days."""

    sheet: OwnSheet
    raw: RawSheet
    lines: DayLines
    head: int
    moved: Moved

    def _spots(self) -> Iterator[tuple[CellSpot, int]]:
        for line, number in sorted(self.lines.days.items()):
            yield self.lines.spot(self.head, line), number

    def _value(self, spot: CellSpot) -> object:
        return self.raw.at(*spot)

    def edits(self, language: RosterLanguage) -> tuple[CellEdits, list[str]]:
        """Return what becomes of its cells, and what is to be told of them."""
        filled = [(spot, number) for spot, number in self._spots() if as_text(self.raw.at(*spot))]
        if not filled:
            return {}, []
        if self._are_dates([spot for spot, _ in filled]):
            return self._dates(filled), []
        return self._texts(filled, language)

    def _are_dates(self, spots: list[CellSpot]) -> bool:
        """Tell whether most cells hold true dates: numbers that are shown as days."""
        dates = [spot for spot in spots if isinstance(self._value(spot), date) or self.sheet.number(spot) in SERIALS]
        return len(dates) >= MOSTLY * len(spots) and self.sheet.number(dates[0]) is not None

    def _dates(self, filled: list[tuple[CellSpot, int]]) -> CellEdits:
        numbered = [(spot, number) for spot, number in filled if self.sheet.number(spot) is not None]
        before = [(self.sheet.number(spot) or 0) - number for spot, number in numbered]
        first = max(set(before), key=before.count) + (self.moved.new - self.moved.old).days
        return {spot: CellEdit(self._contents(spot, first + number, number)) for spot, number in self._named(filled)}

    def _texts(self, filled: list[tuple[CellSpot, int]], language: RosterLanguage) -> tuple[CellEdits, list[str]]:
        said = [(as_text(self.raw.at(*spot)), nth_day(self.moved.old, number)) for spot, number in filled]
        sayings = sayings_of(said, language)
        if sayings is None and _count_on([text for text, _ in said]):
            return {}, []
        if sayings is None:
            where = self.raw.span(*filled[0][0], *filled[-1][0])
            return {}, [f"{where} is left as it is: what stands over the days there follows no rule of dates."]
        if not sayings.moving:
            return {}, []
        numbers = sum(self.sheet.number(spot) is not None for spot, _ in filled) > 0.5 * len(filled)
        edits: CellEdits = {}
        for spot, number in self._named(filled):
            text = sayings.of(nth_day(self.moved.new, number))
            contents = self._contents(spot, float(text) if numbers and _is_number(text) else text, number)
            if not (isinstance(contents, TypedContents) and as_text(contents.value) == as_text(self.raw.at(*spot))):
                edits[spot] = CellEdit(contents)
        return edits, []

    def _named(self, filled: list[tuple[CellSpot, int]]) -> Iterator[tuple[CellSpot, int]]:
        """Yield the cells that name a day, and those of days that are new."""
        named = {spot for spot, _ in filled}
        last = max(number for _, number in filled)
        yield from ((spot, number) for spot, number in self._spots() if spot in named or number > last)

    def _contents(self, spot: CellSpot, value: str | float, number: int) -> CellContents:
        if self.sheet.formula(spot) is not None and self._follows(spot):
            return Recalculated(value)
        return TypedContents(value) if self.moved.day(number) else Blank()

    def _follows(self, spot: CellSpot) -> bool:
        """Tell whether a formula takes its day from other cells, so that it moves with them."""
        formula = self.sheet.formula(spot)
        return formula == "" or bool(cells_in(formula or ""))


def _count_on(texts: list[str]) -> bool:
    """Tell whether cells only count, as they do in any period: 0, 1, 2 and so on."""
    numbers = [int(text) for text in texts if text.lstrip("-").isdigit()]
    return len(numbers) == len(texts) and all(after == before + 1 for before, after in pairwise(numbers))


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit()
