"""Where a number of law comes from, whom it binds and how firmly, and the days on which it holds."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

PRIMARY = "P"
"""The grade of what was read in its own text."""


class Binding(StrEnum):
    """What stands behind a provision: a law, a policy or contract, a plan of one's own, guidance, or nothing more."""

    LAW = "law"
    POLICY = "policy"
    PLAN = "plan"
    GUIDE = "guide"
    REPEALED = "repealed"


class Hours(StrEnum):
    """Which hours a limit binds: all that are worked, or only those that the employer requires."""

    ALL = "all hours"
    REQUIRED = "required hours"


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a number comes from, whom it binds, and from ``first`` until ``until`` when it is in force.

    ``grade`` tells how far the source is from the law: P the text itself or a copy of it, S secondary, R notes that
    cite it, K-H expert knowledge. What was not read in its own text warns only. ``whom`` says in words who is bound.
    Who is protected may waive what is ``waivable``; ``instead`` is what the employer may do in its place. ``weeks`` is
    how long the reference period is over which a limit holds on average, 0 where it holds as it stands; ``average``
    says in words over what else a number is one, such as "a calendar month".
    """

    preset: str
    law: str
    binds: Binding
    hours: Hours
    grade: str
    source: str
    last_checked: date
    first: date | None = None
    until: date | None = None
    note: str = ""
    whom: str = ""
    waivable: bool = False
    weeks: int = 0
    instead: str = ""
    average: str = ""

    def in_force(self, day: date) -> bool:
        """Tell whether it holds on a day; what is repealed holds on none."""
        begun = self.first is None or self.first <= day
        return begun and (self.until is None or day <= self.until) and self.binds is not Binding.REPEALED

    @property
    def since(self) -> str:
        """Return when it holds, as "since 2008-01-01" or "2024-06-01 to 2026-05-31"."""
        if self.first and self.until:
            return f"{self.first} to {self.until}"
        return f"since {self.first}" if self.first else f"until {self.until}" if self.until else ""

    @property
    def read(self) -> bool:
        """Tell whether it was read in its own text."""
        return self.grade == PRIMARY

    @property
    def obliges(self) -> bool:
        """Tell whether a schedule alone can break it: a law or contract for all hours, without a way around it."""
        binding = self.binds in (Binding.LAW, Binding.POLICY) and self.hours is Hours.ALL
        return binding and not (self.waivable or self.instead or self.weeks or self.average)

    @property
    def must(self) -> bool:
        """Tell whether a breach of it blocks: it obliges, and was read in its own text."""
        return self.obliges and self.read

    def between(self, first: date | None, last: date | None) -> "Citation":
        """Return it as it holds no earlier and no later than some days, None where nothing bounds it."""
        begun, ended = (day for day in (self.first, first) if day), (day for day in (self.until, last) if day)
        return replace(self, first=max(begun, default=None), until=min(ended, default=None))

    def for_plan(self, days: int) -> "Citation":
        """Return it as it binds a plan of so many days: one as long as the reference period must keep the average."""
        return replace(self, weeks=0) if 0 < self.weeks * 7 <= days else self
