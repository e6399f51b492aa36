"""The people of a unit."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from optimizer.staffing.facts.scope import Scope, in_scope


class Employment(StrEnum):
    """How somebody is employed."""

    FULL_TIME = "FT"
    PART_TIME = "PT"
    PER_DIEM = "PRN"
    AGENCY = "Agency"


@dataclass(frozen=True)
class Staff:
    """One person, or one contract of a person who has several.

    ``roles`` come main role first; ``shifts`` are the only shifts by contract, all when empty. ``credentials`` maps a
    licence, certificate or competency to the last day on which it is valid, None when it does not expire.
    ``experience`` is in months; ``least`` and ``most`` are paid minutes a pay period where the contract says other
    than FTE does; ``review_due`` is the day by which the next performance review is to be held. ``same_as`` is the id
    of the first row of the same human being, "" for the first row itself and for all who have only one.
    ``rotation`` names the rotation they follow, and ``rotation_day_one`` a day on which they begin its pattern.
    """

    id: str
    name: str
    job: str
    roles: tuple[str, ...]
    fte: float = 1.0
    employment: Employment = Employment.FULL_TIME
    shifts: tuple[str, ...] = ()
    credentials: Mapping[str, date | None] = field(default_factory=dict)
    experience: int = 60
    started: date | None = None
    leaves: date | None = None
    pay_class: str = ""
    groups: tuple[str, ...] = ()
    preceptors: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None
    review_due: date | None = None
    same_as: str = ""
    rotation: str = ""
    rotation_day_one: date | None = None

    def holds(self, credential: str, day: date) -> bool:
        """Tell whether a credential is held and valid on a day; it still is on the day it expires."""
        if credential not in self.credentials:
            return False
        expires = self.credentials[credential]
        return expires is None or day <= expires

    def employed(self, day: date) -> bool:
        """Tell whether the person works here on a day."""
        return (self.started is None or self.started <= day) and (self.leaves is None or day <= self.leaves)

    def contract(self, full_time: int) -> tuple[int, int]:
        """Return the least and most paid minutes of a pay period; per diem and agency staff owe nothing."""
        owed = round(self.fte * full_time)
        guest = self.employment in (Employment.PER_DIEM, Employment.AGENCY)
        least = self.least if self.least is not None else (0 if guest else owed)
        most = self.most if self.most is not None else (owed or full_time)
        return least, max(least, most)

    @property
    def tags(self) -> tuple[str, ...]:
        """Return the words by which a rule can speak of this person: id, job, employment, roles and groups."""
        return (self.id, self.job, self.employment, *self.roles, *self.groups)

    def matches(self, scope: Scope) -> bool:
        """Tell whether a scope speaks of this person."""
        return in_scope(self.tags, scope)
