"""Colours that follow the weekday or the code in a roster follow them again where a cell gets another of these."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

from optimizer.workbook.into.duty_cells import DutyCells
from optimizer.workbook.into.file.own_sheet import OwnSheet
from optimizer.workbook.recognise.sheet import CellSpot

MOSTLY = 0.6
LooksKey = TypeVar("LooksKey", bound=Hashable)


class Seen(NamedTuple):
    """A cell as it was: where it stands, on which weekday, its code, and what it is filled with."""

    spot: CellSpot
    weekday: int
    code: str
    fill: object


@dataclass(frozen=True)
class Looks:
    """What the cells of a roster are filled with, by weekday and code."""

    seen: tuple[Seen, ...]

    @cached_property
    def by_weekday(self) -> dict[int, object]:
        """Return what most cells of each weekday are filled with, blank ones where there are any."""
        blank = _counted((each.weekday, each.fill) for each in self.seen if not each.code)
        whole = _counted((each.weekday, each.fill) for each in self.seen)
        return {day: (blank.get(day) or counts).most_common(1)[0][0] for day, counts in whole.items()}

    @cached_property
    def striped(self) -> bool:
        """Tell whether the colour changes with the weekday."""
        return len(set(self.by_weekday.values())) > 1

    @cached_property
    def by_code(self) -> dict[str, object]:
        """Return the colours of codes that have their own: most cells with them differ alike from their weekday."""
        own = {}
        for code, counts in _counted((each.code, each.fill) for each in self.seen if each.code).items():
            fill, count = counts.most_common(1)[0]
            theirs = [each for each in self.seen if each.code == code and each.fill == fill]
            strange = sum(self.by_weekday[each.weekday] != fill for each in theirs)
            if count >= MOSTLY * counts.total() and strange > 0.5 * count:
                own[code] = fill
        return own

    @cached_property
    def _examples(self) -> dict[tuple[object, int | None, str | None], CellSpot]:
        found: dict[tuple[object, int | None, str | None], CellSpot] = {}
        for each in self.seen:
            for weekday in (each.weekday, None):
                for code in (each.code, None):
                    found.setdefault((each.fill, weekday, code), each.spot)
        return found

    @cached_property
    def _in_rows(self) -> dict[tuple[int, object], CellSpot]:
        found: dict[tuple[int, object], CellSpot] = {}
        for each in self.seen:
            found.setdefault((each.spot[0], each.fill), each.spot)
        return found

    @cached_property
    def _usual(self) -> dict[tuple[str, int], object]:
        """Return what most cells of a code on a weekday are filled with."""
        counts = _counted(((each.code, each.weekday), each.fill) for each in self.seen if each.code)
        return {key: fills.most_common(1)[0][0] for key, fills in counts.items() if fills.total() > 2}

    def wanted(self, weekday: int, code: str) -> object:
        """Return what a cell of a weekday and with a code is filled with."""
        if code in self.by_code:
            return self._usual.get((code, weekday), self.by_code[code])
        return self.by_weekday.get(weekday)

    def like(self, spot: CellSpot, now: object, weekday: int, code: str) -> CellSpot | None:
        """Return the cell to look like: one of the same row if there is one; None when a cell looks right already."""
        wanted = self.wanted(weekday, code)
        if wanted is None or wanted == now:
            return None
        return self._in_rows.get((spot[0], wanted)) or self._examples.get((wanted, None, None))


def looks_of(sheet: OwnSheet, cells: DutyCells) -> Looks:
    """Return what the duty cells of a roster are filled with."""
    return Looks(
        tuple(
            Seen(cell.spot, cell.day.weekday(), cell.text or cell.leave, sheet.fill(cell.spot))
            for cell in cells.cells
            if cell.day
        )
    )


def _counted(pairs: Iterable[tuple[LooksKey, object]]) -> dict[LooksKey, Counter[object]]:
    counts: dict[LooksKey, Counter[object]] = defaultdict(Counter)
    for key, fill in pairs:
        counts[key][fill] += 1
    return dict(counts)
