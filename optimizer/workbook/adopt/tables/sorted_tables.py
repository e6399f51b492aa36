"""The tables of some files by what they are for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from optimizer.workbook.adopt.said.answers import Answers
from optimizer.workbook.adopt.tables.accounts import LostFact
from optimizer.workbook.adopt.tables.dating import Dating, dated
from optimizer.workbook.adopt.tables.filed import (
    CATALOGUE,
    DEMAND,
    ROSTERS,
    STAFF,
    WANTED,
    FiledTable,
    filed,
    said_in,
)
from optimizer.workbook.adopt.tables.versions import RosterVersions, in_order, is_roster, said_of, versions_of
from optimizer.workbook.recognise.proposal import Proposal
from optimizer.workbook.recognise.unit_name import unit_in

OTHERWISE = {
    "census": "a count of patients tells no need for staff until somebody says how ill they are",
    "rules": "rules stand on the sheet Rules; compare these with what was learned",
    "patients": "patients are of no unit; import them as a panel",
    "dispensing": "medicines are of no unit; import them as a panel",
    "claims": "claims are of no unit; import them as a panel",
}


@dataclass(frozen=True)
class SortedTables:
    """Tables with their days; those of duties by whether they count, and those that were said to be left out."""

    datings: tuple[Dating, ...]
    rosters: RosterVersions
    left: tuple[FiledTable, ...]

    @cached_property
    def all(self) -> tuple[FiledTable, ...]:
        """Return all tables, in the order of the files."""
        return tuple(dating.filed for dating in self.datings)

    @cached_property
    def counting(self) -> tuple[FiledTable, ...]:
        """Return the tables of duties that count, those of earlier days first."""
        return tuple(sorted(in_order(self.all, self.rosters.counting), key=lambda each: each.first or date.max))

    @property
    def staff(self) -> tuple[FiledTable, ...]:
        """Return the lists of staff."""
        return self._of(STAFF)

    @property
    def catalogues(self) -> tuple[FiledTable, ...]:
        """Return the lists of shifts."""
        return self._of(CATALOGUE)

    @property
    def demand(self) -> tuple[FiledTable, ...]:
        """Return the tables of needs."""
        return self._of(DEMAND)

    @property
    def wishes(self) -> tuple[FiledTable, ...]:
        """Return the tables of requests, and the grids that hold nothing but leave and days off."""
        return tuple(each for each in self._of(WANTED, *ROSTERS) if not is_roster(each))

    @property
    def lost(self) -> tuple[LostFact, ...]:
        """Return the cells of tables that are not looked at, with why."""
        whys = [(each, "you said that this table does not count") for each in self.left]
        whys += [
            (one, f"another version of the same days; {other.place} counts") for one, other in self.rosters.replaced
        ]
        whys += [(each, OTHERWISE[each.table.kind]) for each in self._of(*OTHERWISE)]
        return tuple(LostFact(each, fact, why) for each, why in whys for fact in each.table.facts if said_in(fact))

    @property
    def name(self) -> str:
        """Return what the unit is called where nobody says it: by the sheet of the roster, a title over it, its file.

        A month, "Schedule" or "Sheet1" is no name while anything else is one.
        """
        last = self.counting[-1] if self.counting else None
        if last is None:
            return ""
        sheet, file = last.table.sheet or "", last.file.rpartition(".")[0]
        return unit_in(sheet) or last.table.unit or unit_in(file) or sheet or file

    def _of(self, *kinds: str) -> tuple[FiledTable, ...]:
        gone = {id(each) for each in self.left}
        return tuple(each for each in self.all if each.table.kind in kinds and id(each) not in gone)


def sorted_tables(proposals: Sequence[Proposal], answers: Answers) -> SortedTables:
    """Return the tables of some files, dated and sorted."""
    datings = dated(proposals, filed(proposals), answers)
    tables = [dating.filed for dating in datings]
    left = tuple(each for each in tables if said_of(each, answers) is False)
    rosters = [each for each in tables if each not in left and is_roster(each)]
    return SortedTables(datings, versions_of(rosters, answers), left)
