"""Tables with the files that they stand in, and what tells one layout from another."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from optimizer.workbook.recognise.proposal import Fact, Proposal, Table
from optimizer.workbook.recognise.words.calendar import month_of

STAFF, CATALOGUE, DEMAND, WANTED = "staff", "shifts", "demand", "requests"
ROSTERS = ("grid", "transposed", "calendar", "list")
TITLES = 6
"""How many titles of columns tell a layout where no sheet has a name."""


@dataclass(frozen=True)
class FiledTable:
    """A table and the name of its file."""

    file: str
    table: Table

    @property
    def place(self) -> str:
        """Return where the table stands, for people: the file, and the sheet where it has one."""
        return f"{self.file}, {self.table.sheet}" if self.table.sheet else self.file

    @cached_property
    def layout(self) -> str:
        """Return what the same table of another month has as well: its kind, its sheet without the month, its titles.

        The name of the file is no part of it.
        """
        titles = [] if self.table.sheet else [title for title, _ in self.table.fields[:TITLES]]
        return ", ".join(part for part in (self.table.kind, _without_month(self.table.sheet or ""), *titles) if part)

    @cached_property
    def print(self) -> str:
        """Return a fingerprint of what stands in the table, which tells nothing of it."""
        said = "\n".join(f"{fact.cell} {fact.code} {fact.value}" for fact in self.table.facts)
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    @property
    def first(self) -> date | None:
        """Return the first day of the period that the table shows, days of the period before apart."""
        days = [fact.day for fact in self.table.facts if fact.day and not fact.part]
        return self.table.first or min(days, default=None)

    @cached_property
    def names_in_cells(self) -> bool:
        """Tell whether the cells hold names and the titles are duties."""
        return any(fact.code and fact.who and fact.value is not None for fact in self.table.facts)


def _without_month(sheet: str) -> str:
    words = re.split(r"[\s_\-./,()]+", re.sub(r"\d+", " ", sheet))
    return " ".join(word for word in words if word and not month_of(word))


def filed(proposals: Iterable[Proposal]) -> tuple[FiledTable, ...]:
    """Return all tables of some files, in order."""
    return tuple(FiledTable(proposal.file, table) for proposal in proposals for table in proposal.tables)


def said_in(fact: Fact) -> str:
    """Return what a cell says, "" where it is blank and stands for nothing."""
    return fact.code or fact.effective or ("" if fact.value is None else str(fact.value).strip())
