"""Whose row and which day's column it is, or the other way round, as the cells in it tell."""

from collections.abc import Mapping
from dataclasses import dataclass

from optimizer.workbook.recognise.proposal import Fact
from optimizer.workbook.recognise.sheet import box_of


@dataclass(frozen=True)
class HeadLine:
    """Who and what day the cells of a row or a column are about; ``day`` is a fact of it, if all are of one."""

    people: tuple[str, ...]
    day: Fact | None


class Heads:
    """Whose row and which day's column it is, or the other way round."""

    def __init__(self, by_cell: Mapping[str, list[Fact]]) -> None:
        self.days: dict[tuple[str, int], dict[object, Fact]] = {}
        self.people: dict[tuple[str, int], dict[str, None]] = {}
        for cell, facts in by_cell.items():
            if box := box_of(cell):
                for line in (("row", box[0]), ("column", box[1])):
                    for fact in facts:
                        if fact.who:
                            self.people.setdefault(line, {})[fact.who] = None
                        if fact.day or fact.day_no is not None:
                            self.days.setdefault(line, {})[fact.day or fact.day_no] = fact

    def at(self, cell: str) -> HeadLine:
        """Return what the row and the column of a cell are about."""
        box = box_of(cell)
        if box is None:
            return HeadLine((), None)
        lines = (("row", box[0]), ("column", box[1]))
        people = next((tuple(names) for line in lines if len(names := self.people.get(line, {})) == 1), ())
        days = next((days for line in lines if len(days := self.days.get(line, {})) == 1), {})
        return HeadLine(people, next(iter(days.values()), None))
