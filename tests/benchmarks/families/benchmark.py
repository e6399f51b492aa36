"""What every benchmark family is read into."""

from dataclasses import dataclass

from optimizer.planning.pair import Plan
from optimizer.planning.policy import Policy
from optimizer.staffing.unit import Unit


@dataclass(frozen=True)
class Benchmark:
    """One instance of a family as a unit and a policy, so priced that a cent is one of the family's points."""

    family: str
    name: str
    unit: Unit
    policy: Policy

    def rows(self, plan: Plan) -> list[tuple[str, ...]]:
        """Return a plan as the family's solution file has it, header first; the days count from 0."""
        columns = ("employee", "day_index", "shift", "skill")
        lines = (
            (who, str((duty.day - self.unit.calendar.first).days), duty.shift, duty.role) for who, duty in sorted(plan)
        )
        width = len(columns) if self.family == "inrc2" else len(columns) - 1
        return [line[:width] for line in (columns, *lines)]
