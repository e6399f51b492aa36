"""Improves a plan by giving a few people new rosters at a time."""

import random
import threading
from collections import defaultdict
from collections.abc import Callable

import numpy as np

from optimizer.engine.rosters.board import Board
from optimizer.engine.rosters.mixture import Mixture, dive
from optimizer.engine.rosters.people import Person
from optimizer.engine.rosters.search import Rosters, Search, descend
from optimizer.planning.pair import Plan

FEWEST, FEW = 3, 8
"""How many people get new rosters at a time: at the least, and at the most in the beginning."""
GROWTH = 1.03
"""By how much there may be more of them after nothing was gained, and fewer after something was."""
AROUND = 0.5
"""How often they are chosen around something that costs much."""
STRANGER = 1.0
"""Added to the number of rows in which two people meet, so that strangers are freed together now and then."""
DAYS = 0.5
"""How often everybody is freed on some days instead of some people on all."""
SHORTEST = 2
"""The fewest days on which everybody is freed."""
REPAIRS = 30
"""How often rosters that break a must are improved before they are given up."""


class Incumbent:
    """The best rosters known to several improvers at once."""

    def __init__(self, search: Search, board: Board) -> None:
        self.rosters: Rosters = {}
        self.cost = float("inf")
        self._search, self._board = search, board
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
            self._board.post(plan_of(rosters))
        return taken

    def look(self) -> None:
        """Take over a better plan that another search posted."""
        plan = self._board.plan
        if plan is None or plan is self._seen:
            return
        self._seen = plan
        rosters = {person.number: person.roster_in(plan) for person in self._search.people}
        found = {number: roster for number, roster in rosters.items() if roster}
        if len(found) == len(rosters):
            self.offer(found)


class Improver:
    """Frees a few people at a time, and dives again among what they can have."""

    def __init__(self, search: Search, incumbent: Incumbent, seed: int) -> None:
        self._search, self._incumbent = search, incumbent
        self._chance = random.Random(seed)  # noqa: S311 (no secret)
        self._reach = float(FEW)
        self._touching: dict[int, list[Person]] = defaultdict(list)
        for person in search.people:
            for row in person.touched.tolist():
                self._touching[row].append(person)
        touch = np.zeros((len(search.people), len(search.rows.rows)))
        for person in search.people:
            touch[person.number, person.touched] = 1.0
        self._shared = touch @ touch.T + STRANGER  # in how many rows two people meet

    def begin(self) -> None:
        """Build everyone's roster from nothing, one after another."""
        people = self._search.people.copy()
        self._chance.shuffle(people)
        self._incumbent.offer(descend(self._search, {}, people))

    def repair(self, rosters: Rosters) -> None:
        """Improve rosters that may break musts between people, a few times, and offer what becomes of them."""
        for _ in range(REPAIRS):
            if self._incumbent.offer(rosters) or self._search.over():
                return
            rosters = rosters | (self._again(rosters, self._search.cost(rosters)) or {})

    def everybody(self) -> None:
        """Give everybody a new roster at once."""
        new = dive(Mixture(self._search, self._search.people, self._incumbent.rosters))
        if new:
            self.repair(new)

    def run(self, *until: Callable[[], bool]) -> None:
        """Improve until it is over, or something else is so."""
        while not self._search.over() and not any(reached() for reached in until):
            self._incumbent.look()
            before = self._incumbent.cost
            new = self._again(self._incumbent.rosters, before)
            if new:
                self._incumbent.offer(new)
            self._reach = self._reach / GROWTH if self._incumbent.cost < before else self._reach * GROWTH
            self._reach = min(max(self._reach, FEW), len(self._search.people))

    def _again(self, rosters: Rosters, cost: float) -> Rosters | None:
        """Dive again among a few people, or on a few days."""
        if self._chance.random() < DAYS:
            return dive(self._days(rosters), cost)
        return dive(Mixture(self._search, self._free(rosters), rosters, self._chance), cost)

    def _days(self, rosters: Rosters) -> Mixture:
        """Free everybody on some days in a row, as many days of people as there are when a few are free on all."""
        people = self._search.people
        days = max(len(person.begin) - 1 for person in people)
        share = self._chance.uniform(FEWEST, max(FEWEST, self._reach)) / len(people)
        window = min(days, max(SHORTEST, round(days * share)))
        first = self._chance.randint(0, days - window)
        allowed = {p.number: p.within(rosters[p.number], first, first + window) for p in people}
        return Mixture(self._search, people, rosters, self._chance, allowed)

    def _free(self, rosters: Rosters) -> list[Person]:
        """Return some people who can take each other's duties: around something that costs much, or around anybody."""
        people = self._search.people
        size = min(len(people), self._chance.randint(FEWEST, max(FEWEST, round(self._reach))))
        chosen = [self._chance.choice(people)]
        if self._chance.random() < AROUND:
            costs = self._search.rows.costs(self._search.carried(self._search.totals(rosters.values())))
            if costs.any():
                row = self._chance.choices(range(len(costs)), costs.tolist())[0]
                chosen = self._chance.sample(self._touching[row], min(size, len(self._touching[row]))) or chosen
        weights = self._shared[chosen[0].number].copy()
        weights[[person.number for person in chosen]] = 0.0
        # the largest of random numbers to the power 1/weight: a sample with chances in proportion to the weights
        keys = np.array([self._chance.random() for _ in people]) ** (1 / np.maximum(weights, 1e-9))
        keys[weights == 0] = -1.0
        return chosen + [people[number] for number in np.argsort(-keys)[: size - len(chosen)]]


def plan_of(rosters: Rosters) -> Plan:
    """Return the plan that some rosters make."""
    return frozenset().union(*(roster.plan for roster in rosters.values()))
