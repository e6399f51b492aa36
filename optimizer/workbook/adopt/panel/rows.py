"""The rows of lists of patients, medicines and claims, by what their columns stand for."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from optimizer.workbook.adopt.tables.accounts import LostFact
from optimizer.workbook.adopt.tables.filed import FiledTable, said_in
from optimizer.workbook.recognise.dates.mark import mark_of
from optimizer.workbook.recognise.proposal import Fact
from optimizer.workbook.recognise.words.columns import spoken
from optimizer.workbook.table.dates import like_a_date
from optimizer.workbook.table.parse import UnreadableError, day

SERIAL = re.compile(r"\d{5}(\.\d+)?")
"""The number that a spreadsheet keeps of a day."""
SLASHED = re.compile(r"\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})(?:[\sT,].*)?")
CENTURY = 2000
MONTHS = 12
Orders = Mapping[str, bool | None]
"""Whether the dates of a field are written with the month first; None where none of them, or too many, tell."""


@dataclass
class ListedRow:
    """One row of a list: its cells by field. What is read of it is used; the rest is told."""

    filed: FiledTable
    cells: Mapping[str, Fact]
    orders: Orders = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    faults: dict[str, str] = field(default_factory=dict)

    def text(self, *names: str) -> str:
        """Return what the first of some fields that is there says, "" where none is."""
        for name in names:
            if name in self.cells and said_in(self.cells[name]):
                self.used.add(name)
                return said_in(self.cells[name]).removesuffix(".0")
        return ""

    def day(self, *names: str) -> date | None:
        """Return the day that the first of some fields says; one that cannot be read is told.

        What was meant as a date and may be two is not made up for by another field, which may be another day.
        """
        for name in names:
            if name in self.cells and said_in(self.cells[name]):
                try:
                    found = _day_of(self.cells[name].value, self.orders.get(name))
                except UnreadableError as error:
                    self.faults[name] = str(error)
                    if like_a_date(said_in(self.cells[name])):
                        return None
                    continue
                self.used.add(name)
                return found
        return None

    def lost(self, why: str = "") -> Iterator[LostFact]:
        """Yield the cells that were not used, or all for one reason."""
        for name, fact in self.cells.items():
            if said_in(fact) and (why or name not in self.used):
                told = why or self.faults.get(name) or f"{name}: a panel has no place for it"
                yield LostFact(self.filed, fact, told)


def _day_of(value: Any, month_first: bool | None) -> date:
    """Read a date, one that may be two days by the order that its column has."""
    try:
        return day(_dated(value))
    except UnreadableError:
        days = _slashed(str(value), month_first) or _marked(str(value))
        if len(days) == 1:
            return days.pop()
        raise


def _slashed(said: str, month_first: bool | None) -> set[date]:
    """Return the days that a text such as 3/4/26 may stand for, in the order that is given or in both."""
    found = SLASHED.fullmatch(said)
    if not found:
        return set()
    first, second, year = map(int, found.groups())
    year += CENTURY * (len(found[3]) == 2)
    orders = (True, False) if month_first is None else (month_first,)
    days = set[date]()
    for order in orders:
        with suppress(ValueError):
            days.add(date(year, first, second) if order else date(year, second, first))
    return days


def _marked(said: str) -> set[date]:
    mark = mark_of(said)
    return {*mark.dates} if mark else set()


def _dated(value: Any) -> Any:
    """Return a value as dates are read from it: 20260301 is a day, and midnight after one is none of it."""
    said = str(value).removesuffix(".0").removesuffix(" 00:00:00")
    if said.isdigit() and len(said) == len("20260301"):
        return f"{said[:4]}-{said[4:6]}-{said[6:]}"
    return float(said) if SERIAL.fullmatch(said) else value if isinstance(value, float) else said


def _month_first(values: Iterable[Any]) -> bool | None:
    """Return whether dates are written with the month first, as far as those of which only one day can be told agree.

    In 25/01/2026 the day stands first, in 01/25/2026 the month.
    """
    parts = [(int(found[1]), int(found[2])) for value in values if (found := SLASHED.match(str(value)))]
    told = {second > MONTHS for first, second in parts if (first > MONTHS) != (second > MONTHS)}
    return told.pop() if len(told) == 1 else None


def rows_of(tables: Iterable[FiledTable]) -> Iterator[ListedRow]:
    """Yield the rows of lists, in their order.

    Where several columns stand for one field, the first that says something is it; another is "drug: brand name", by
    its title, so that it is told where nobody reads it.
    """
    for filed in tables:
        titles = [spoken(title) for title, _ in filed.table.fields]
        rows: dict[str, dict[str, Fact]] = {}
        places = Counter[str]()
        values: dict[str, list[Any]] = {}
        for fact in filed.table.facts:
            if fact.field:
                number = "".join(sign for sign in fact.cell if sign.isdigit())
                title = titles[places[number]] if places[number] < len(titles) else ""
                places[number] += 1
                _put(rows.setdefault(number, {}), fact, title)
                values.setdefault(fact.field, []).append(fact.value)
        orders = {name: _month_first(each) for name, each in values.items()}
        yield from (ListedRow(filed, cells, orders) for cells in rows.values())


def _put(row: dict[str, Fact], fact: Fact, title: str) -> None:
    name = fact.field or ""
    if name not in row or not said_in(row[name]):
        row[name] = fact
    elif said_in(fact):
        row[f"{name}: {title}"] = fact
