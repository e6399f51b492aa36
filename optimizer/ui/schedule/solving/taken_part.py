"""Which part of what a search would change is taken."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from optimizer.planning.pair import Plan
from optimizer.staffing.schedule.merging import Merge
from optimizer.summary.schedule.changes.few_changes import ChangeStep

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class TakenPart:
    """What is not taken of a search: changes of some people, or in some weeks; and whether only few are taken."""

    few: bool = False
    people: frozenset[str] = frozenset()
    weeks: frozenset[date] = frozenset()

    def of(self, what: Merge, few: ChangeStep | None) -> Merge:
        """Return this part of what would change; of few changes, which may be older, what can still be taken."""
        minus, plus = what.minus, what.plus
        if self.few and few:
            minus, plus = minus & few.minus, plus & few.plus
        return replace(what, minus=self._kept(minus), plus=self._kept(plus))

    def _kept(self, pairs: Plan) -> Plan:
        return frozenset(p for p in pairs if p.who not in self.people and week_of(p.what.day) not in self.weeks)


def week_of(day: date) -> date:
    """Return the Monday that a day's week begins with."""
    return day - timedelta(days=day.weekday())
