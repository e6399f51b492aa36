"""Improves a plan by giving a few people, on some of their days, something new at a time."""

import random
import threading
import time

from optimizer.engine.rosters.board import Board
from optimizer.engine.rosters.mixture import dive
from optimizer.engine.rosters.neighbourhood import Neighbourhood
from optimizer.engine.rosters.search import Rosters, Search, descend
from optimizer.planning.pair import Plan

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
    """Frees a part of the plan at a time, and dives again among what can be had there."""

    def __init__(self, search: Search, incumbent: Incumbent, seed: int, grain: int) -> None:
        self._search, self._incumbent, self._grain = search, incumbent, grain
        self._chance = random.Random(seed)  # noqa: S311 (no secret)
        self._near = Neighbourhood(search, self._chance)

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
            mixture = self._near.freed(self._near.shape(), rosters)
            rosters = rosters | (dive(mixture, self._search.cost(rosters)) or {})

    def run(self) -> None:
        """Improve until it is over."""
        while not self._search.over():
            self._incumbent.look()
            before = self._incumbent.cost
            shape, began = self._near.shape(), time.monotonic()
            target = before - self._grain + 1  # nothing between this and the cost exists
            new = dive(self._near.freed(shape, self._incumbent.rosters), target)
            if new:
                self._incumbent.offer(new)
            shape.learn(before - self._incumbent.cost, time.monotonic() - began)


def plan_of(rosters: Rosters) -> Plan:
    """Return the plan that some rosters make."""
    return frozenset().union(*(roster.plan for roster in rosters.values()))
