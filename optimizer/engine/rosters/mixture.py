"""Column generation: the best mix of rosters, made whole by deciding the surest days first."""

import math
from collections import defaultdict
from itertools import pairwise
from random import Random
from typing import NamedTuple

import numpy as np

from optimizer.engine.arrays import Flags, Floats, Ints
from optimizer.engine.clock import TimeUpError
from optimizer.engine.rosters.master import Master
from optimizer.engine.rosters.people import Roster, RosterPerson
from optimizer.engine.rosters.search import Rosters, RosterSearch

# Chosen, no measurement is kept: `python -m tests.benchmarks table` shows what other numbers come to.
CLOSE = 0.5
"""How near, in cents, a mix and its bound must come to count as the same."""
CROWD = 10
"""How many rosters a person keeps in a linear program, beside one for each row, when those far from the mix go."""
SEEDS = 40
"""How many rosters of each person's pool a smaller restricted master starts with."""
NEARLY = 0.002
"""Which part of the cost a mix and its bound may stay apart before days are decided."""
SMOOTH = (0.6, 0.3)
"""How much of the best duals so far is kept when rosters are priced; fewer rounds are needed than without."""
ENOUGH = 8
"""Which part of the people must get new rosters from one pricing before the linear program is solved again."""
SURE = 0.98
"""From which part of a mix on an option is as good as taken."""
MOST_AT_ONCE, PER_DAY = 0.15, 1e-4
"""Which part of the days that are left to decide is decided at a time, beside those that are as good as taken: so much
for each day of a person in all, and how much at the most, because more days take longer to mix again."""
STEPS = (0.01, 0.2)
"""Between what that part lies when chance has a say: careful dives end better, bold ones sooner."""
LUCK = 0.3
"""By how much chance lowers the part of a day in the order in which days are decided."""

RETREATS = 8
"""How often a dive turns back."""
FIRST, AGAIN = 30, 8
"""For how many rounds rosters are priced at first, and after some days are decided."""


class Mixed(NamedTuple):
    """The best mix of the rosters known: its cost, the duals of the rows, and of each person."""

    cost: float
    duals: Floats
    ones: dict[int, float]


class Priced(NamedTuple):
    """What pricing came to: what no mix can cost less than, how many rosters are new, and the duals it was done at."""

    bound: float
    added: int
    point: Floats


class Mixture:
    """The best mix of rosters for some people, while everybody else keeps theirs.

    ``allowed`` tells which options of each of them may be taken, if not all.
    """

    def __init__(
        self, search: RosterSearch, free: list[RosterPerson], rosters: Rosters, chance: Random | None = None,
        allowed: dict[int, Flags] | None = None,
    ) -> None:  # fmt: skip
        self.search, self.free, self._chance = search, free, chance
        self._step = min(MOST_AT_ONCE, PER_DAY * sum(len(person.begin) - 1 for person in free))
        if chance:
            self._step = math.exp(chance.uniform(*map(math.log, STEPS)))
        self._allowed = allowed or {person.number: np.ones(len(person.day_of), dtype=bool) for person in free}
        numbers = {person.number for person in free}
        kept = [roster for who, roster in rosters.items() if who not in numbers]
        spans = [person.span(self._allowed[person.number]) for person in free]
        self._touched = self._rows_touched(np.logical_or.reduce([span[2] for span in spans]))
        least, most = (np.sum([span[n] for span in spans], axis=0) for n in (0, 1))
        settled = np.where(self._touched, 0.0, least)  # the least is the most where nothing is decided
        self._fixed = search.totals(kept) + settled
        for excess in search.rows.excesses:
            if not self._touched[excess.source]:
                self._fixed[excess.target] += excess.factor * max(0.0, self._fixed[excess.source] - excess.high)
        self._constant = sum(roster.cost for roster in kept)
        self._constant += float(search.rows.costs(self._fixed)[~self._touched].sum())
        self._master = Master(
            search.rows, free, self._fixed.copy(), (least, most, np.flatnonzero(self._touched)), search.clock
        )
        self._open = [person for person in free if self._undecided(person).any()]
        self._before, self._taken = self._allowed, list[tuple[int, int]]()
        for person in free:
            self._seed(person, rosters, [] if allowed else person.nearest(search.duals, SEEDS))

    def _rows_touched(self, decided: Flags) -> Flags:
        """Return the rows that may come to something else, also by what is carried over into them."""
        touched = decided.copy()
        for excess in self.search.rows.excesses:
            touched[excess.target] |= decided[excess.source]
        return touched

    def _seed(self, person: RosterPerson, rosters: Rosters, pool: list[Roster]) -> None:
        """Begin with a roster that is known to fit, and with some that do."""
        self.search.clock.check()
        known = [rosters[person.number]] if person.number in rosters else []
        for roster in known + pool or person.cheapest(self.search.duals, self._allowed[person.number])[1]:
            self._master.add(roster)

    def generate(self, rounds: int, target: float = np.inf) -> float:
        """Add rosters until no better mix exists, or none better than the target can, or so many rounds are over.

        Returns what no mix can cost less than.
        """
        centre, best = self.search.duals, -np.inf
        for _ in range(rounds):
            mixed = self.mix()
            added = 0
            for weight in (*SMOOTH, 0.0):
                priced = self.price(weight * centre + (1 - weight) * mixed.duals, mixed)
                added += priced.added
                if priced.bound > best:
                    best, centre = priced.bound, priced.point
                if added > len(self._open) // ENOUGH:
                    break
            if not added or mixed.cost - best < NEARLY * mixed.cost or best >= target - CLOSE or self.search.over():
                break
        return best

    def mix(self) -> Mixed:
        """Mix the rosters so that they cost the least, and forget those that are far from it when there are many."""
        cost, duals, ones = self._master.solve()
        most = CROWD * len(self.free) + self._master.height
        if self._master.size > 2 * most:
            self._master.purge(most, duals, ones)
        return Mixed(cost + self._constant, duals, ones)

    def hold(self, centre: Floats, leeway: float) -> None:
        """Keep the duals of the next mixes near a centre, the nearer the more leeway rows have; 0 ends that."""
        self._master.hold(centre, leeway)

    def price(self, duals: Floats, mixed: Mixed | None) -> Priced:
        """Find everyone's cheapest roster at some duals, and add those that are new and make the mix better.

        Raises TimeUpError when it is over before that.
        """
        point = np.where(self._touched, self.search.shapes.clipped(duals), 0.0)
        bound = self._constant + self.search.shapes.bound(self._touched, point, self._fixed)
        added = 0
        for person in self.free:
            self.search.clock.check()
            value, rosters = person.cheapest(point, self._allowed[person.number])
            bound += value
            for roster in rosters:
                if not mixed or roster.cost - mixed.duals[roster.rows] @ roster.factors < mixed.ones[roster.who] - 1e-6:
                    added += self._master.add(roster)
        return Priced(bound, added, point)

    def narrow(self) -> bool:
        """Decide the days of which the mix is all but sure, and a few more; tell whether any is left to decide."""
        parts = {person.number: np.zeros(len(person.day_of)) for person in self._open}
        for part, roster in self._master.values():
            if roster.who in parts:
                parts[roster.who][roster.chosen] += part
        self._before, self._taken = self._allowed, self._surest(parts)
        self._decide()
        return bool(self._open)

    def retreat(self) -> bool:
        """Take back the less sure half of what was decided last, bar a single one; tell whether there is a way."""
        if not self._taken:
            return False
        last, self._taken = self._taken[-1], self._taken[: len(self._taken) // 2]
        if not self._taken:
            who, option = last
            barred = self._before[who].copy()
            barred[option] = False
            self._before = self._before | {who: barred}
        return self._decide()

    def rosters(self) -> Rosters:
        """Return the roster of everyone whose days are all decided."""
        found = {p.number: p.cheapest(self.search.duals, self._allowed[p.number])[1] for p in self.free}
        return {number: rosters[0] for number, rosters in found.items()}

    def _surest(self, parts: dict[int, Floats]) -> list[tuple[int, int]]:
        """Return which options of whom are taken, the surest first: of those with the largest part on their day."""
        sure: list[tuple[float, int, int]] = []
        unsure: list[tuple[float, int, int]] = []
        for person in self._open:
            options = _largest(parts[person.number], person)[self._undecided(person)]
            for part, option in zip(parts[person.number][options].tolist(), options.tolist(), strict=True):
                if part >= SURE:
                    sure.append((part, person.number, option))
                else:
                    unsure.append((part * self._luck(), person.number, option))
        most = max(1, int(len(unsure) * self._step))
        return [(who, option) for _, who, option in sure + sorted(unsure, reverse=True)[:most]]

    def _luck(self) -> float:
        """Return a factor that makes each dive among the same people another one."""
        return 1 - LUCK * self._chance.random() if self._chance else 1.0

    def _undecided(self, person: RosterPerson) -> Flags:
        """Tell which days of a person are still open."""
        return np.add.reduceat(self._allowed[person.number], person.begin[:-1], dtype=int) > 1

    def _decide(self) -> bool:
        """Take what is to be taken, as far as it leaves everyone a way; tell whether everyone has one."""
        self._allowed = self._before.copy()
        takes: dict[int, list[int]] = defaultdict(list)
        for who, option in self._taken:
            takes[who].append(option)
        for person in self.free:
            self.search.clock.check()
            options = takes.get(person.number, [])
            allowed = _only(self._before[person.number], options, person)
            while options and not person.cheapest(self.search.duals, allowed)[1]:
                options = options[: len(options) // 2]
                allowed = _only(self._before[person.number], options, person)
            self._allowed[person.number] = allowed
            if not self._master.bar(person.number, allowed):
                rosters = person.cheapest(self.search.duals, allowed)[1]
                if not rosters:
                    return False
                self._master.add(rosters[0])
        self._open = [person for person in self.free if self._undecided(person).any()]
        return True


def dive(mixture: Mixture, target: float = np.inf) -> Rosters | None:
    """Round a mixture off, a few days at a time, pricing again in between, and turning back where it leads nowhere.

    Returns None when the target is out of reach, when it is over, or when the linear program cannot be solved.
    """
    rounds, retreats = FIRST, RETREATS
    try:
        while not mixture.search.over():
            if mixture.generate(rounds, target) >= target - CLOSE:
                retreats -= 1
                if retreats < 0 or not mixture.retreat():
                    return None
            elif not mixture.narrow():
                return mixture.rosters()
            rounds = AGAIN
    except (ArithmeticError, TimeUpError):
        return None
    return None


def _only(allowed: Flags, options: list[int], person: RosterPerson) -> Flags:
    """Return what is allowed, but on the days of some options, these alone."""
    if not options:
        return allowed
    taken = np.zeros(len(allowed), dtype=bool)
    taken[options] = True
    decided = np.logical_or.reduceat(taken, person.begin[:-1])
    return np.where(decided[person.day_of], taken & allowed, allowed)


def _largest(parts: Floats, person: RosterPerson) -> Ints:
    """Return the option of each day that has the largest part."""
    return np.array([first + int(parts[first:last].argmax()) for first, last in pairwise(person.begin)])
