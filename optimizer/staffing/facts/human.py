"""Human beings: one row of the staff each, or several where one has several contracts in the unit."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from optimizer.staffing.facts.scope import Scope
from optimizer.staffing.facts.staff import Staff


@dataclass(frozen=True)
class Human:
    """One human being with all the contracts that they have in the unit, in the order of the staff."""

    contracts: tuple[Staff, ...]

    @property
    def several(self) -> bool:
        """Tell whether they have more than one contract."""
        return len(self.contracts) > 1

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of their rows."""
        return tuple(staff.id for staff in self.contracts)

    @cached_property
    def id(self) -> str:
        """Return the id of their row; of several rows all: "0041 and 0042"."""
        return " and ".join(self.ids)

    @property
    def name(self) -> str:
        """Return the name in their first row, with the ids of several rows behind it."""
        return f"{self.contracts[0].name} ({self.id})" if self.several else self.contracts[0].name

    def employed(self, day: date) -> bool:
        """Tell whether they work here on a day, by any contract."""
        return any(staff.employed(day) for staff in self.contracts)

    def matches(self, scope: Scope) -> bool:
        """Tell whether a scope speaks of them, by any contract."""
        return any(staff.matches(scope) for staff in self.contracts)


Worker = Staff | Human
"""Whose hours are counted: those of one contract, or of a human being with all of them."""


def humans_of(staff: Iterable[Staff]) -> tuple[Human, ...]:
    """Return every human being once, in the order of their first rows."""
    contracts: dict[str, list[Staff]] = defaultdict(list)
    for each in staff:
        contracts[each.same_as or each.id].append(each)
    return tuple(Human(tuple(rows)) for rows in contracts.values())
