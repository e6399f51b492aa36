"""What a whole hospital may spend, and how many agency hours it may have: sums in which every unit has a share."""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from optimizer.planning.currency import money
from optimizer.planning.law import Place, Sum
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import hours
from optimizer.staffing.pay.pay import FINE
from optimizer.staffing.rules.hours.budget import Budget
from optimizer.staffing.rules.hours.caps import AgencyCap
from optimizer.staffing.rules.rule import UnitRule


@dataclass(frozen=True)
class SharedRule(UnitRule):
    """A rule over one sum in which every unit, and the pool, has a share; ``limit`` is for all of them."""

    opening, firmness = "", 1

    @property
    @abstractmethod
    def high(self) -> int:
        """Return what all may come to, as shares count it."""

    @abstractmethod
    def own(self, unit: Unit) -> Iterator[Sum]:
        """Yield what one unit counts by its own rule."""

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield the share of one unit, which may come to all."""
        found = tuple(self.own(unit))
        yield together(Place(day=unit.days[0], until=unit.days[-1]), found, self.high)


@dataclass(frozen=True)
class HospitalBudget(SharedRule):
    """Keeps the pay of everybody in a hospital within so many cents."""

    key, title, unit, per = "hospital-budget", "Budget of the hospital", "dollar over budget", 100 * FINE
    sentence = "at most {limit} of pay in the planning period for all units and the pool together"

    limit: int = 0

    def words(self) -> dict[str, str]:
        """Return the words for its limit."""
        return {**super().words(), "limit": money(self.limit)}

    @property
    def in_parts(self) -> bool:
        """Tell that a part of a dollar costs its part of the price."""
        return True

    @property
    def high(self) -> int:
        """Return the limit in fine parts of a cent."""
        return self.limit * FINE

    def own(self, unit: Unit) -> Iterator[Sum]:
        """Yield all that a unit pays for."""
        return Budget(limit=self.limit).laws(unit)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say what all schedules cost at most, and what they may."""
        del unit
        return f"All schedules cost {money(finding.total // FINE)} at most; the budget is {money(self.limit)}."


@dataclass(frozen=True)
class HospitalAgency(SharedRule):
    """Keeps the paid hours of all agency staff of a hospital within so many minutes."""

    key, title, unit, per = "hospital-agency", "Agency hours of the hospital", "hour over the cap", 60
    sentence = "at most {limit} paid to agency staff in all units and the pool together"

    limit: int = 0

    def words(self) -> dict[str, str]:
        """Return the words for its limit."""
        return {**super().words(), "limit": hours(self.limit)}

    @property
    def in_parts(self) -> bool:
        """Tell that a part of an hour costs its part of the price."""
        return True

    @property
    def high(self) -> int:
        """Return the limit."""
        return self.limit

    def own(self, unit: Unit) -> Iterator[Sum]:
        """Yield all that the agency staff of a unit are paid for."""
        return AgencyCap(limit=self.limit).laws(unit)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many agency hours there are and how many there may be."""
        del unit
        return f"Agency staff have {hours(finding.total)} in all units; the cap is {hours(self.limit)}."


def together(place: Place, shares: Sequence[Sum], high: int) -> Sum:
    """Return the sum of some shares, which together may come to so much."""
    terms = tuple(chain.from_iterable(share.terms for share in shares))
    return Sum(place, terms, high=high, overs=tuple(chain.from_iterable(share.overs for share in shares)))
