"""The facts of a hospital for one planning period, frozen: its units, its float pool, its money."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from optimizer.planning.pair import Plan
from optimizer.planning.policy import Policy
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.schedule.cell_note import CellNote

POOL = "Float"
"""What the pool is called where units are called by their codes."""


@dataclass(frozen=True)
class Member:
    """One unit of a hospital with its rules; ``code`` is unlike every other unit's, ``budget`` is in cents.

    ``given`` is the schedule that its workbook holds, ``notes`` what the manager wrote in it at days of people.
    """

    code: str
    unit: Unit
    policy: Policy
    given: Plan = frozenset()
    budget: int | None = None
    notes: tuple[CellNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Orientation:
    """A unit that somebody of the pool may work in, oriented to it on ``since``.

    ``rank`` is 1 where they like to work best; ``least`` and ``most`` are duties there in the planning period.
    """

    who: str
    unit: str
    since: date | None = None
    rank: int = 1
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True)
class Hospital:
    """Units that share the people of a pool, and money.

    ``pool`` has the contracts and rules of its people; where they may work, ``orientations`` say. ``budget`` is cents
    for the pay of all, ``agency`` paid minutes of all agency staff; None where there is no such limit. A duty in a unit
    of a later rank costs ``rank_price`` cents for each rank.
    """

    name: str
    members: tuple[Member, ...]
    pool: Member
    orientations: tuple[Orientation, ...]
    budget: int | None = None
    agency: int | None = None
    rank_price: int = 0

    @cached_property
    def member_of(self) -> Mapping[str, Member]:
        """Return the units by code."""
        return {member.code: member for member in self.members}

    @property
    def size(self) -> int:
        """Return how many people there are, the pool's too."""
        return sum(len(member.unit.staff) for member in (*self.members, self.pool))

    def oriented(self, code: str) -> tuple[Orientation, ...]:
        """Return who of the pool may work in a unit."""
        return tuple(each for each in self.orientations if each.unit == code)
