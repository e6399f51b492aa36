"""What was understood of each cell of somebody's sheet: the sort of thing it is, and why, in words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from optimizer.ui.confirm.heads import Heads
from optimizer.workbook.recognise.proposal import Fact, LeftOut, Table
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
class CellMark:
    """What one cell was taken for; ``words`` are a line each."""

    sort: MarkSort
    words: tuple[str, ...] = ()


Marks = Mapping[str, CellMark]
"""By address, such as "F7"."""
MOST_WORDS = 9
"""A cell that says more, such as a line of text for a whole month, says how much more."""
LISTS = ("list",)
NEEDS = ("demand", "census")


Meant = Mapping[str, str]
"""What codes are taken to mean, with why, by code."""


def marks_of(sheet: RawSheet, tables: Iterable[Table], left_out: Iterable[LeftOut], meant: Meant) -> Marks:
    """Return what the cells of a sheet were taken for; of two tables at one cell the first speaks.

    ``tables`` and ``left_out`` are those of the file; what is of another sheet is passed over.
    """
    marks: dict[str, CellMark] = {}
    for table in tables:
        if table.sheet == sheet.title:
            for cell, mark in TableMarks(sheet, table, meant).all():
                marks.setdefault(cell, mark)
    for left in left_out:
        if left.sheet == sheet.title:
            for cell in _cells(sheet, left):
                marks.setdefault(cell, CellMark(MarkSort.LEFT, (f"Left out: {left.why}.",)))
    return marks


def _cells(sheet: RawSheet, left: LeftOut) -> Iterator[str]:
    if box := box_of(left.range):
        for row in range(box[0], min(box[2] + 1, sheet.height)):
            for column in range(box[1], min(box[3] + 1, sheet.width)):
                if sheet.text(row, column):
                    yield sheet.place(row, column)


class TableMarks:
    """The marks of one table."""

    def __init__(self, sheet: RawSheet, table: Table, meant: Meant) -> None:
        self.table, self.meant = table, meant
        self.texts = {sheet.place(row, column): sheet.text(row, column) for row, column in sheet.filled()}
        self.meanings = {each.code: each for each in table.meanings}
        self.by_cell: dict[str, list[Fact]] = {}
        for fact in table.facts:
            self.by_cell.setdefault(fact.cell, []).append(fact)
        self.columns = Columns(sheet, table) if table.kind in LISTS else None

    def all(self) -> Iterator[tuple[str, CellMark]]:
        """Yield every cell that the table speaks of, with its mark."""
        for cell, facts in self.by_cell.items():
            yield cell, CellMark(self._sort(cell, facts[0]), _short(self._words(facts)))
        heads = Heads(self.by_cell)
        for cell in self.table.used - self.by_cell.keys():
            yield cell, self.columns.mark(cell) if self.columns else self._head(cell, heads)

    def _sort(self, cell: str, fact: Fact) -> MarkSort:
        text = self.texts.get(cell, "")
        if self.columns and self.columns.sort(cell) in (MarkSort.PERSON, MarkSort.DATE):
            return self.columns.sort(cell)
        if fact.code is None:
            known = MarkSort.KNOWN if fact.who else MarkSort.NEED
            return MarkSort.PERSON if fact.field == "name" else known
        if self.table.kind == "requests":
            return MarkSort.REQUEST if text else MarkSort.OFF
        return self._duty(fact)

    def _duty(self, fact: Fact) -> MarkSort:
        if not fact.code:
            return MarkSort.LEAVE if fact.effective else MarkSort.OFF
        meant = self.meant.get(fact.code) or (each.sort if (each := self.meanings.get(fact.code)) else "")
        if meant.startswith("leave"):
            return MarkSort.LEAVE
        return MarkSort.OFF if meant.startswith("off") else MarkSort.DUTY

    def _words(self, facts: Iterable[Fact]) -> Iterator[str]:
        for fact in facts:
            yield from filter(None, (fact.who, day_said(fact), *self._what(fact)))

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
        if said := self.meant.get(fact.code):
            return f"{fact.code}: {said}"
        meaning = self.meanings.get(fact.code)
        if meaning is None:
            return fact.code
        return f"{fact.code}: {' '.join(filter(None, (meaning.sort, meaning.times)))}. {meaning.why}"

    def _head(self, cell: str, heads: "Heads") -> CellMark:
        """Return the mark of a cell that tells whose a line is, or of which day."""
        text, line = self.texts.get(cell, ""), heads.at(cell)
        if text and self.table.people and any(who == text or text in who for who in {*line.people}):
            return CellMark(MarkSort.PERSON, (line.people[0], f"a person: {self.table.why}"))
        if line.day is not None:
            return CellMark(MarkSort.DATE, (day_said(line.day), f"the day, as {self.table.why}"))
        return CellMark(MarkSort.TITLE, (f"a title or a remark of the table: {self.table.why}",))


def day_said(fact: Fact) -> str:
    """Return the day of a fact in words, "" where it has none."""
    if fact.day is None:
        return f"day {fact.day_no}" if fact.day_no is not None else ""
    return f"{fact.day:%A} {fact.day.day} {fact.day:%B %Y}"


class Columns:
    """The columns of a list, by the titles over them."""

    def __init__(self, sheet: RawSheet, table: Table) -> None:
        fields = dict(table.fields)
        box = box_of(table.range) or (0, 0, 0, 0)
        self.head = box[0]
        self.titles = {column: sheet.text(self.head, column) for column in range(box[1], box[3] + 1)}
        self.fields = {column: fields.get(title, "") for column, title in self.titles.items()}

    def sort(self, cell: str) -> MarkSort:
        """Return what the column of a cell holds."""
        row, column, *_ = box_of(cell) or (0, 0)
        if row <= self.head:
            return MarkSort.TITLE
        return {"name": MarkSort.PERSON, "date": MarkSort.DATE}.get(self.fields.get(column, ""), MarkSort.KNOWN)

    def mark(self, cell: str) -> CellMark:
        """Return the mark of a cell that says nothing alone."""
        _, column, *_ = box_of(cell) or (0, 0)
        title, field = self.titles.get(column, ""), self.fields.get(column, "")
        return CellMark(self.sort(cell), (f"{title}: {field}" if field and field != title else title,))


def _short(words: Iterable[str]) -> tuple[str, ...]:
    once = tuple(dict.fromkeys(words))
    return once if len(once) <= MOST_WORDS else (*once[:MOST_WORDS], f"and {len(once) - MOST_WORDS} more")
