"""Somebody gives up a day of leave."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from optimizer.scenarios.explain.remedy import Remedy
from optimizer.scenarios.plan_unit import UnitToPlan
from optimizer.staffing.facts.request import Request
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import on


@dataclass(frozen=True)
class Withdraw(Remedy):
    """Somebody's leave, or blocked day, is given up for one day."""

    who: str
    day: date

    def apply(self, asked: UnitToPlan) -> UnitToPlan:
        """Take the day out of what was asked for."""
        requests = tuple(part for request in asked.unit.requests for part in self._left(request))
        return replace(asked, unit=replace(asked.unit, requests=requests))

    def _left(self, request: Request) -> Iterator[Request]:
        if request.who != self.who or not request.binds or not request.first <= self.day <= request.last:
            yield request
            return
        before, after = self.day - timedelta(days=1), self.day + timedelta(days=1)
        if request.first <= before:
            yield replace(request, last=before)
        if after <= request.last:
            yield replace(request, first=after)

    def say(self, unit: Unit) -> str:
        """Say whose day it is."""
        what = "approved leave" if self.day in unit.leave[self.who] else "blocked day"
        return f"Ask {unit.name_of(self.who)} to give up the {what} on {on(self.day)}."

    @property
    def people(self) -> frozenset[str]:
        """Return who is asked."""
        return frozenset({self.who})
