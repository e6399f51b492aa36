"""Improves a plan by giving a few people, on some of their days, something new at a time."""

import math
import random
import threading
import time
from contextlib import suppress

from optimizer.engine.clock import TimeUpError
from optimizer.engine.incumbent import Incumbent
from optimizer.engine.quick.improve import Quick
from optimizer.engine.rosters.mixture import dive
from optimizer.engine.rosters.neighbourhood import Neighbourhood, Shape
from optimizer.engine.rosters.search import Rosters, RosterSearch, descend
from optimizer.planning.pair import Plan

# Chosen, no measurement is kept: `python -m tests.benchmarks table` shows what other numbers come to.
REPAIRS = 30
"""How often rosters that break a must are improved before they are given up."""
ANNEALED, WARMTHS = (1.0, 4.0, 16.0), (0.003, 0.1)
"""For how many seconds a whole plan is annealed at a time, and between which parts of the scale it begins."""


class BestRosters:
    """The incumbent as rosters, known to several improvers at once."""

    def __init__(self, search: RosterSearch, incumbent: Incumbent) -> None:
        self.rosters: Rosters = {}
        self.cost = float("inf")
        self._search, self.incumbent = search, incumbent
        self._seen: Plan | None = None
        self._lock = threading.Lock()

    def offer(self, new: Rosters) -> bool:
        """Take some people's new rosters if they make the whole no dearer; tell whether they did."""
        with self._lock:
            rosters = self.rosters | new
            cost = self._search.cost(rosters)
            taken = cost <= self.cost
            if taken:
                better = cost < self.cost
                self.rosters, self.cost = rosters, cost
        if taken and better:
            self.incumbent.post(plan_of(rosters))
        return taken

    def look(self) -> None:
        """Take over a better plan that another search posted."""
        plan = self.incumbent.plan
        if plan is None or plan is self._seen:
            return
        self._seen = plan
        rosters = {person.number: person.roster_in(plan) for person in self._search.people}
        found = {number: roster for number, roster in rosters.items() if roster}
        if len(found) == len(rosters):
            self.offer(found)


class Improver:
    """Frees a part of the plan at a time, and dives again among what can be had there."""

    def __init__(self, search: RosterSearch, best: BestRosters, seed: int, grain: int) -> None:
        self._search, self._best, self._grain = search, best, grain
        self._incumbent, self._wholes = best.incumbent, [Shape(0.0, 1.0, seconds=seconds) for seconds in ANNEALED]
        self._chance = random.Random(seed)  # noqa: S311 (no secret)
        self.quick: Quick | None = None
        """Betters whole plans by annealing, when it has been given to this improver."""
        self._near = Neighbourhood(search, self._chance)

    def begin(self) -> None:
        """Build everyone's roster from nothing, one after another."""
        people = self._search.people.copy()
        self._chance.shuffle(people)
        with suppress(TimeUpError):
            self._best.offer(descend(self._search, {}, people))

    def repair(self, rosters: Rosters) -> None:
        """Improve rosters that may break musts between people, a few times, and offer what becomes of them."""
        for _ in range(REPAIRS):
            if self._best.offer(rosters) or self._search.over():
                return
            mixture = self._near.freed(self._near.shape(), rosters)
            rosters = rosters | (dive(mixture, self._search.cost(rosters)) or {})

    def run(self) -> None:
        """Improve until it is over."""
        while not self._search.over():
            self._best.look()
            before, began = self._best.cost, time.monotonic()
            shape = self._near.shape(self._wholes if self.quick else ())
            if shape.seconds:
                self._anneal(shape.seconds)
            else:
                self._dive(shape, before)
            shape.learn(before - self._best.cost, time.monotonic() - began)

    def _dive(self, shape: Shape, cost: float) -> None:
        """Free a part, and take what is found there when it costs less."""
        target = cost - self._grain + 1  # nothing between this and the cost exists
        with suppress(TimeUpError):
            new = dive(self._near.freed(shape, self._best.rosters), target)
            if new:
                self._best.offer(new)

    def _anneal(self, seconds: float) -> None:
        """Anneal the whole plan for a while."""
        assert self.quick is not None
        if self.quick.start_from(plan_of(self._best.rosters)):
            warmth = math.exp(self._chance.uniform(*map(math.log, WARMTHS)))
            for plan in self.quick.cool(self._search.clock.left(seconds), self._search.over, warmth):
                self._incumbent.post(plan)
            self._best.look()


def plan_of(rosters: Rosters) -> Plan:
    """Return the plan that some rosters make."""
    return frozenset().union(*(roster.plan for roster in rosters.values()))
