"""What every benchmark family is read into."""

from collections.abc import Callable
from dataclasses import dataclass

from optimizer.planning.formulation import Problem
from optimizer.planning.pair import Plan
from optimizer.planning.policy import Policy
from optimizer.staffing.facts.unit import Unit


@dataclass(frozen=True)
class Benchmark:
    """One instance of a family as a unit and a policy, so priced that a cent is one of the family's points."""

    family: str
    name: str
    unit: Unit
    policy: Policy
    unwritten: frozenset[str] = frozenset()
    """Shifts that the family knows otherwise, so that its solutions do not have them."""

    @property
    def problem(self) -> Problem:
        """Return what is to be solved."""
        return self.unit

    @property
    def entered(self) -> Plan:
        """Return what a plan must keep."""
        return self.unit.locked

    def rows(self, plan: Plan) -> list[tuple[str, ...]]:
        """Return a plan as the family's solution file has it, header first; the days count from 0."""
        columns = ("employee", "day_index", "shift", "skill")
        lines = (
            (who, str((duty.day - self.unit.calendar.first).days), duty.shift, duty.role)
            for who, duty in sorted(plan)
            if duty.shift not in self.unwritten
        )
        width = len(columns) if self.family == "inrc2" else len(columns) - 1
        return [line[:width] for line in (columns, *lines)]


@dataclass(frozen=True)
class Sharing:
    """One instance in which items are shared among agents; ``items`` tells which a pair gives to which agent."""

    family: str
    name: str
    problem: Problem
    policy: Policy
    items: Callable[[Plan], list[tuple[int, str]]]
    entered: Plan = frozenset()

    def rows(self, plan: Plan) -> list[tuple[str, ...]]:
        """Return a plan as the family's solution file has it, header first; items count from 0."""
        return [("item", "agent"), *((str(item), agent) for item, agent in sorted(self.items(plan)))]
