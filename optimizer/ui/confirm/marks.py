"""What was understood of each cell of somebody's sheet: the sort of thing it is, and why, in words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from optimizer.workbook.recognise.proposal import Fact, LeftOut, Proposal, Table
from optimizer.workbook.recognise.sheet import RawSheet, box_of


class MarkSort(StrEnum):
    """What a cell was taken for, in the words of the legend."""

    PERSON = "person"
    DATE = "date"
    DUTY = "duty"
    LEAVE = "leave"
    OFF = "off"
    REQUEST = "request"
    NEED = "need"
    KNOWN = "known of people"
    TITLE = "title"
    LEFT = "left out"


@dataclass(frozen=True, slots=True)
class Mark:
    """What one cell was taken for; ``words`` are a line each."""

    sort: MarkSort
    words: tuple[str, ...] = ()


Marks = Mapping[str, Mark]
"""By address, such as "F7"."""
MOST_WORDS = 9
"""A cell that says more, such as a line of text for a whole month, says how much more."""
LISTS = ("list",)
NEEDS = ("demand", "census")


@dataclass(frozen=True)
class Said:
    """What was said of a file beside what stands in it: meanings of codes, and first days of tables without a date."""

    meant: Mapping[str, str]
    first_days: Mapping[int, date]
    """By the number of the table in its proposal, from 0."""


def marks_of(sheet: RawSheet, proposal: Proposal, said: Said) -> Marks:
    """Return what the cells of a sheet of a file were taken for; of two tables at one cell the first speaks."""
    marks: dict[str, Mark] = {}
    for number, table in enumerate(proposal.tables):
        if table.sheet == sheet.title:
            for cell, mark in TableMarks(sheet, table, said, said.first_days.get(number)).all():
                marks.setdefault(cell, mark)
    for left in proposal.left_out:
        if left.sheet == sheet.title:
            for cell in _cells(sheet, left):
                marks.setdefault(cell, Mark(MarkSort.LEFT, (f"Left out: {left.why}.",)))
    return marks


def _cells(sheet: RawSheet, left: LeftOut) -> Iterator[str]:
    if box := box_of(left.range):
        for row in range(box[0], min(box[2] + 1, sheet.height)):
            for column in range(box[1], min(box[3] + 1, sheet.width)):
                if sheet.text(row, column):
                    yield sheet.place(row, column)


class TableMarks:
    """The marks of one table."""

    def __init__(self, sheet: RawSheet, table: Table, said: Said, first: date | None) -> None:
        self.table, self.said, self.first = table, said, first
        self.texts = {sheet.place(row, column): sheet.text(row, column) for row, column in sheet.filled()}
        self.meanings = {each.code: each for each in table.meanings}
        self.by_cell: dict[str, list[Fact]] = {}
        for fact in table.facts:
            self.by_cell.setdefault(fact.cell, []).append(fact)

    def all(self) -> Iterator[tuple[str, Mark]]:
        """Yield every cell that the table speaks of, with its mark."""
        for cell, facts in self.by_cell.items():
            yield cell, Mark(self._sort(cell, facts[0]), _short(self._words(facts)))
        heads = Heads(self.table, self.by_cell)
        for cell in self.table.used - self.by_cell.keys():
            yield cell, self._head(cell, heads)

    def _sort(self, cell: str, fact: Fact) -> MarkSort:
        text = self.texts.get(cell, "")
        if fact.who and text == fact.who and (fact.field == "name" or self.table.kind in LISTS):
            return MarkSort.PERSON
        if fact.code is None:
            return MarkSort.KNOWN if fact.who else MarkSort.NEED
        if self.table.kind in LISTS and text != fact.code and fact.code not in text:
            return MarkSort.PERSON if fact.who and fact.who in text else MarkSort.DATE
        if self.table.kind == "requests":
            return MarkSort.REQUEST if text else MarkSort.OFF
        return self._duty(fact)

    def _duty(self, fact: Fact) -> MarkSort:
        if not fact.code:
            return MarkSort.LEAVE if fact.effective else MarkSort.OFF
        meant = self.said.meant.get(fact.code) or (each.sort if (each := self.meanings.get(fact.code)) else "")
        if meant.startswith("leave"):
            return MarkSort.LEAVE
        return MarkSort.OFF if meant.startswith("off") else MarkSort.DUTY

    def _words(self, facts: Iterable[Fact]) -> Iterator[str]:
        for fact in facts:
            yield from filter(None, (fact.who, self._day(fact), *self._what(fact)))

    def _what(self, fact: Fact) -> Iterator[str]:
        if fact.code is not None:
            yield self._code(fact)
        elif fact.field is not None:
            yield f"{fact.field}: {fact.value}"
        elif fact.value is not None:
            yield f"{fact.shift or 'number'}: {fact.value:g}" if isinstance(fact.value, float) else f"{fact.value}"
        if fact.part:
            yield f"{fact.part}: of the period before"

    def _code(self, fact: Fact) -> str:
        if not fact.code:
            return f"{fact.effective}, as the cell is part of it" if fact.effective else "blank: off"
        if said := self.said.meant.get(fact.code):
            return f"{fact.code}: {said}"
        meaning = self.meanings.get(fact.code)
        if meaning is None:
            return fact.code
        return f"{fact.code}: {' '.join(filter(None, (meaning.sort, meaning.times)))}. {meaning.why}"

    def _day(self, fact: Fact) -> str:
        day = fact.day
        if day is None and fact.day_no is not None and self.first and not fact.part:
            day = date.fromordinal(self.first.toordinal() + fact.day_no - 1)
        if day is None:
            return f"day {fact.day_no}" if fact.day_no is not None else ""
        return f"{day:%A} {day.day} {day:%B %Y}"

    def _head(self, cell: str, heads: "Heads") -> Mark:
        """Return the mark of a cell that tells whose a line is, or of which day."""
        text, line = self.texts.get(cell, ""), heads.at(cell)
        if text and self.table.people and any(who == text or text in who for who in {*line.people}):
            return Mark(MarkSort.PERSON, (line.people[0], f"a person: {self.table.why}"))
        if line.day is not None:
            return Mark(MarkSort.DATE, (self._day(line.day), f"the day, as {self.table.why}"))
        return Mark(MarkSort.TITLE, (f"a title or a remark of the table: {self.table.why}",))


@dataclass(frozen=True)
class Line:
    """Who and what day the cells of a row or a column are about; ``day`` is a fact of it, if all are of one."""

    people: tuple[str, ...]
    day: Fact | None


class Heads:
    """Whose row and which day's column it is, or the other way round."""

    def __init__(self, table: Table, by_cell: Mapping[str, list[Fact]]) -> None:
        self.days: dict[tuple[str, int], dict[object, Fact]] = {}
        self.people: dict[tuple[str, int], dict[str, None]] = {}
        self.grid = table.kind not in LISTS
        for cell, facts in by_cell.items():
            if box := box_of(cell):
                for line in (("row", box[0]), ("column", box[1])):
                    for fact in facts:
                        if fact.who:
                            self.people.setdefault(line, {})[fact.who] = None
                        if fact.day or fact.day_no is not None:
                            self.days.setdefault(line, {})[fact.day or fact.day_no] = fact

    def at(self, cell: str) -> Line:
        """Return what the row and the column of a cell are about."""
        box = box_of(cell)
        if box is None:
            return Line((), None)
        lines = (("row", box[0]), ("column", box[1]))
        people = next((tuple(found) for line in lines if len(found := self.people.get(line, {})) == 1), ())
        days = next((found for line in lines if len(found := self.days.get(line, {})) == 1), {})
        return Line(people, next(iter(days.values()), None))


def _short(words: Iterable[str]) -> tuple[str, ...]:
    once = tuple(dict.fromkeys(words))
    return once if len(once) <= MOST_WORDS else (*once[:MOST_WORDS], f"and {len(once) - MOST_WORDS} more")
