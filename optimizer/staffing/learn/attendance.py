"""Who was on which shift in which role on which day, as far as it is understood so far."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise

from optimizer.planning.pair import Pair, Plan
from optimizer.staffing.facts.shift import Duty, Kind, Shift
from optimizer.staffing.learn.worked_days import Rostered, WorkedDays

BRIDGED = 3
"""Up to how many blank days between two days of leave are leave too: a weekend, and a holiday beside it."""
ON_WEEKENDS = 0.1
"""Which part of leave lies on weekends at least where it is written on every day of the week."""


@dataclass(frozen=True)
class Attendance:
    """The days of rosters as understood: ``meanings`` has a shift or None by code, ``jobs`` have a job by person."""

    roster: WorkedDays
    meanings: Mapping[str, Shift | None]
    jobs: Mapping[str, str]

    @cached_property
    def shifts(self) -> tuple[Shift, ...]:
        """Return the shifts, in the order in which they were learned; two codes may stand for one."""
        return tuple({shift.code: shift for shift in self.meanings.values() if shift}.values())

    @cached_property
    def people(self) -> Mapping[str, Rostered]:
        """Return the people by id."""
        return {person.id: person for person in self.roster.people}

    @cached_property
    def covered(self) -> frozenset[date]:
        """Return the days that the rosters cover."""
        return frozenset(self.roster.days)

    @cached_property
    def plan(self) -> Plan:
        """Return the duties that people had, leave and classes included."""
        return frozenset(self._duties())

    def _duties(self) -> Iterator[Pair]:
        for who, day, code, role in self.roster.worked:
            if shift := self.meanings.get(code):
                main = role or self.jobs[who]
                yield Pair(who, Duty(day, shift.code, main if shift.staffs else ""))

    @cached_property
    def rows(self) -> Mapping[str, tuple[tuple[Duty, Shift], ...]]:
        """Return everybody's duties with their shifts, in order."""
        by_code = {shift.code: shift for shift in self.shifts}
        rows: dict[str, list[tuple[Duty, Shift]]] = {person.id: [] for person in self.roster.people}
        for who, duty in sorted(self.plan):
            rows[who].append((duty, by_code[duty.shift]))
        return {who: tuple(row) for who, row in rows.items()}

    @cached_property
    def roles(self) -> Mapping[str, tuple[str, ...]]:
        """Return everybody's roles: the main one, those stated, and those that they worked in."""
        roles = {who: dict.fromkeys((self.jobs[who], *person.roles)) for who, person in self.people.items()}
        for who, duty in sorted(self.plan):
            if duty.role:
                roles[who][duty.role] = None
        return {who: tuple(mine) for who, mine in roles.items()}

    @cached_property
    def counts(self) -> Mapping[tuple[str, str], Mapping[date, int]]:
        """Return by shift and role how many were on it, day by day; days on which it had nobody are left out."""
        counts: dict[tuple[str, str], Counter[date]] = {}
        for _, duty in sorted(self.plan, key=lambda pair: pair.what):
            if duty.role:
                counts.setdefault((duty.shift, duty.role), Counter())[duty.day] += 1
        return counts

    def away(self, who: str) -> frozenset[date]:
        """Return somebody's days on leave, with the blank days that lie between two of them."""
        row = self.rows[who]
        away = sorted({duty.day for duty, shift in row if shift.kind is Kind.LEAVE})
        there = {duty.day for duty, shift in row if shift.kind is not Kind.LEAVE}
        bridged = {
            day
            for first, second in pairwise(away)
            if (second - first).days <= BRIDGED + 1
            for day in (first + timedelta(days=n) for n in range((second - first).days))
        }
        return frozenset({*away} | (bridged - there))

    @cached_property
    def leave_on_weekdays(self) -> bool:
        """Tell whether leave is written on weekdays only, so that five days of it are a week."""
        weekdays = [duty.day.weekday() for row in self.rows.values() for duty, s in row if s.kind is Kind.LEAVE]
        return sum(day > 4 for day in weekdays) < ON_WEEKENDS * len(weekdays)

    def absent(self, who: str) -> float:
        """Return how many calendar days somebody's leave makes."""
        coded = {duty.day for duty, shift in self.rows[who] if shift.kind is Kind.LEAVE}
        return len(coded) * 7 / 5 if self.leave_on_weekdays else len(self.away(who))

    def present(self, who: str) -> tuple[date, ...]:
        """Return the covered days on which somebody was not on leave."""
        away = self.away(who)
        return tuple(day for day in self.roster.days if day not in away)
