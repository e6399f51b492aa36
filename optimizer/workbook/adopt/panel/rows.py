"""The rows of lists of patients, medicines and claims, by what their columns stand for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from optimizer.workbook.adopt.tables.accounts import LostFact
from optimizer.workbook.adopt.tables.filed import FiledTable, said_in
from optimizer.workbook.recognise.proposal import Fact
from optimizer.workbook.table.parse import UnreadableError, day


@dataclass
class ListedRow:
    """One row of a list: its cells by field. What is read of it is used; the rest is told."""

    filed: FiledTable
    cells: Mapping[str, Fact]
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
        """Return the day that the first of some fields says; one that cannot be read is told."""
        for name in names:
            if name in self.cells and said_in(self.cells[name]):
                try:
                    found = day(_dated(self.cells[name].value))
                except UnreadableError as error:
                    self.faults[name] = str(error)
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


def _dated(value: Any) -> Any:
    """Return a value as dates are read from it: 20260301 is a day, and midnight after one is none of it."""
    said = str(value).removesuffix(".0").removesuffix(" 00:00:00")
    if said.isdigit() and len(said) == len("20260301"):
        return f"{said[:4]}-{said[4:6]}-{said[6:]}"
    return value if isinstance(value, float) else said


def rows_of(tables: Iterable[FiledTable]) -> Iterator[ListedRow]:
    """Yield the rows of lists, in their order."""
    for filed in tables:
        rows: dict[str, dict[str, Fact]] = {}
        for fact in filed.table.facts:
            if fact.field:
                rows.setdefault("".join(sign for sign in fact.cell if sign.isdigit()), {}).setdefault(fact.field, fact)
        yield from (ListedRow(filed, cells) for cells in rows.values())
