"""What people ask for, and who belongs together."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from optimizer.staffing.facts.calendar import Span

OR = " or "


class Wish(StrEnum):
    """What is asked for; blocked days may not be worked, though the contract still owes their hours."""

    ON = "on"
    OFF = "off"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Request:
    """Someone's wish for some days: to work or not to work, one shift, one of several such as "E or L", or any.

    ``approved`` leave is not a wish.
    """

    who: str
    wish: Wish
    first: date
    last: date
    shift: str = ""
    weight: int = 1
    approved: bool = False

    @property
    def binds(self) -> bool:
        """Tell whether it is no wish, to be weighed, but keeps people from duty: approved leave and blocked days."""
        return self.approved or self.wish is Wish.BLOCKED

    @property
    def days(self) -> tuple[date, ...]:
        """Return the days asked for."""
        return Span(self.first, self.last).days

    def means(self, code: str) -> bool:
        """Tell whether a shift is one that is asked for."""
        return not self.shift or code in self.shift.split(OR)


class Bond(StrEnum):
    """Whether two people go together."""

    TOGETHER = "together"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Tie:
    """Two people who are to work the same shifts, or never the same shift."""

    who: str
    other: str
    bond: Bond
