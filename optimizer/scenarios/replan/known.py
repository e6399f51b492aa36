"""A schedule that people know already, as everything about a change of the day needs it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.policy import Policy
from optimizer.planning.score import Judge, Verdict
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.schedule.freedom import Cell, settled_cells


@dataclass(frozen=True)
class KnownSchedule:
    """A published schedule of a unit, judged; ``locks`` stay, as the unit's own do; ``now`` is when the call comes."""

    unit: Unit
    policy: Policy
    judge: Judge
    verdict: Verdict
    locks: frozenset[Cell] = frozenset()
    now: datetime | None = None

    @staticmethod
    def of(unit: Unit, policy: Policy, plan: Plan, now: datetime | None = None) -> "KnownSchedule":
        """Return a plan of a unit as what people know, judged."""
        judge = Judge(formulate(unit, policy))
        return KnownSchedule(unit, policy, judge, judge.judge(plan), now=now)

    @cached_property
    def locked(self) -> frozenset[Cell]:
        """Return all cells that stay as they are."""
        return self.locks | settled_cells(self.unit)

    def row(self, who: str, day: date) -> tuple[Duty, ...]:
        """Return what somebody has on a day."""
        return self.verdict.rows.get(who, {}).get(day, ())

    def staffing(self, who: str, day: date) -> tuple[Duty, ...]:
        """Return what somebody has on a day that fills a need."""
        return tuple(duty for duty in self.row(who, day) if self.unit.shift_of(duty).staffs)

    def edited(self, minus: Iterable[Pair], plus: Iterable[Pair]) -> "KnownSchedule":
        """Return the same schedule after an edit."""
        return replace(self, verdict=self.judge.edit(self.verdict, minus, plus))

    def without(self, who: str, day: date) -> "KnownSchedule":
        """Return the schedule without what somebody has on a day, who is not asked for anything then."""
        cells = {(row, day) for row in self.unit.human_of[who].ids}
        return replace(self.edited(self.missed(who, day), ()), locks=self.locks | cells)

    def missed(self, who: str, day: date) -> Plan:
        """Return all that somebody who calls in on a day does not do, in every contract; a leave code stays."""
        rows = ((row, duty) for row in self.unit.human_of[who].ids for duty in self.row(row, day))
        return frozenset(Pair(row, duty) for row, duty in rows if not self.unit.shift_of(duty).away)
