"""What can be changed so that a schedule becomes possible: each change makes other facts or another policy."""

from abc import ABC, abstractmethod

from optimizer.scenarios.plan_unit import UnitToPlan
from optimizer.staffing.facts.unit import Unit


class Remedy(ABC):
    """One thing that could be different; where it does not say otherwise it costs nothing, and nobody is asked."""

    @abstractmethod
    def apply(self, asked: UnitToPlan) -> UnitToPlan:
        """Return what is to be planned as it would be."""

    @abstractmethod
    def say(self, unit: Unit) -> str:
        """Return in one sentence what somebody has to do."""

    def cost(self, unit: Unit) -> int:
        """Return what it costs for the period in cents: pay, or the price of a breach."""
        del unit
        return 0

    @property
    def people(self) -> frozenset[str]:
        """Return who has to be asked, or told, because of it."""
        return frozenset()

    @property
    def kind(self) -> object:
        """Return what it shares with changes of which only the smallest that helps is shown: it alone is itself."""
        return self
