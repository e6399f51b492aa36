"""What was worked as a unit and a plan, so that the rules themselves say what it keeps."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from optimizer.planning.formulation import formulate
from optimizer.planning.law import Letter, PersonDays, Walk
from optimizer.planning.pair import Plan
from optimizer.planning.policy import Policy, Ruling
from optimizer.planning.rule import Rule
from optimizer.planning.score import Judge, rows_of
from optimizer.staffing.facts.calendar import Calendar, Span
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import DutyRole, Unit
from optimizer.staffing.learn.attendance import Attendance
from optimizer.staffing.rules.rule import UnitRule


@dataclass(frozen=True)
class Past:
    """Some covered days in a row: the unit without what it needs, and what was worked."""

    unit: Unit
    plan: Plan

    @cached_property
    def rows(self) -> dict[str, PersonDays]:
        """Return what everybody had, day by day."""
        return rows_of(self.plan)

    def breaches(self, rulings: tuple[Ruling, ...]) -> Counter[Rule[Unit]]:
        """Return how often what was worked breaks each of some rulings."""
        judge = Judge(formulate(self.unit, Policy(rulings)))
        return Counter(finding.rule for finding in judge.findings(judge.judge(self.plan)))

    def letters(self, rule: UnitRule) -> Iterator[tuple[tuple[date, Letter], ...]]:
        """Yield what the rule's own walks read of everybody's days, one after the other."""
        for law in rule.laws(self.unit):
            if isinstance(law, Walk):
                row = self.rows.get(law.who, {})
                yield tuple((day, law.read(day, row.get(day, ()))) for day in law.days)


def pasts(attendance: Attendance) -> tuple[Past, ...]:
    """Return the past in as many parts as there are blocks of covered days in which anybody had a duty."""
    parts = (past_of(attendance, block) for block in attendance.roster.blocks)
    return tuple(part for part in parts if part.plan)


def past_of(attendance: Attendance, block: Span) -> Past:
    """Return what was worked in some of the covered days."""
    staff = tuple(
        Staff(person.id, person.name, attendance.jobs[person.id], attendance.roles[person.id])
        for person in attendance.roster.people
    )
    roles = tuple(DutyRole(name) for name in dict.fromkeys(role for person in staff for role in person.roles))
    unit = Unit(attendance.roster.name, Calendar(*block), attendance.shifts, roles, staff)
    return Past(unit, frozenset(pair for pair in attendance.plan if block.first <= pair.what.day <= block.last))
