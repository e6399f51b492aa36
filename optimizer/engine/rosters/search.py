"""Column generation, diving to a plan, and rebuilding one person's roster at a time."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from optimizer.engine.rosters.master import Master
from optimizer.engine.rosters.people import Person, Roster
from optimizer.engine.rosters.rows import Floats, Rows
from optimizer.engine.rosters.shapes import Shapes

CLOSE = 0.5
"""How near, in cents, a mix and its bound must come to count as the same."""
CROWD = 30
"""How many rosters a person may have in a linear program before those far from the mix are left out."""
SEEDS = 40
"""How many rosters of each person's pool a smaller master problem starts with."""
SMOOTH = 0.6
"""How much of the best duals so far is kept when rosters are priced; fewer rounds are needed than without."""
ENOUGH = 8
"""Which part of the people must get new rosters from one pricing before the linear program is solved again."""
Rosters = dict[int, Roster]


@dataclass(frozen=True, slots=True)
class Mixed:
    """What column generation came to: the cost of the best mix, and what no mix can cost less than."""

    cost: float
    bound: float


class Search:
    """Works on one compiled formulation; ``over`` tells when to stop."""

    def __init__(self, rows: Rows, people: list[Person], over: Callable[[], bool]) -> None:
        self.rows, self.people, self.over = rows, people, over
        self.shapes = Shapes(rows)
        self.duals = np.zeros(len(rows.rows))

    def cost(self, rosters: Rosters) -> float:
        """Return what rosters for everyone cost in the master problem."""
        total = self.totals(rosters.values())
        return sum(roster.cost for roster in rosters.values()) + float(self.rows.costs(self.carried(total)).sum())

    def adds(self, roster: Roster, total: Floats) -> float:
        """Return what one roster adds to the cost of rows that stand at some totals."""
        after = total.copy()
        after[roster.rows] += roster.factors
        return roster.cost + float(self.rows.costs(self.carried(after)).sum())

    def totals(self, rosters: Iterable[Roster]) -> Floats:
        """Return what some rosters add to the rows."""
        total = np.zeros(len(self.rows.rows))
        for roster in rosters:
            total[roster.rows] += roster.factors
        return total

    def carried(self, total: Floats) -> Floats:
        """Return row totals with every excess carried over into the row that counts it."""
        for excess in self.rows.excesses:
            total[excess.target] += excess.factor * max(0.0, total[excess.source] - excess.high)
        return total


def descend(search: Search, rosters: Rosters, order: list[Person], passes: int = 10) -> Rosters:
    """Give one person after another the best roster beside the others' as they stand, until nobody gains by it."""
    rosters = dict(rosters)
    total = search.totals(rosters.values())
    for _ in range(passes):
        gained = False
        for person in order:
            old = rosters.get(person.number)
            if old:
                total[old.rows] -= old.factors
            new = min((*person.beside(total, search.rows), *([old] if old else [])), key=lambda r: search.adds(r, total))
            gained |= new is not old
            rosters[person.number] = new
            total[new.rows] += new.factors
            if search.over():
                return rosters
        if not gained:
            break
    return rosters


def dive(mixture: "Mixture", target: float = np.inf) -> Rosters | None:
    """Round a mixture off, a few people at a time, pricing again in between; None when the target is out of reach."""
    if mixture.generate(30, target).bound >= target - CLOSE:
        return None
    while mixture.settle():
        mixture.generate(20)
    return mixture.chosen


class Mixture:
    """The best mix of rosters for some people, while everybody else keeps theirs."""

    def __init__(self, search: Search, free: list[Person], rosters: Rosters) -> None:
        self._search, self.free = search, free
        numbers = {person.number for person in free}
        kept = [roster for who, roster in rosters.items() if who not in numbers]
        self._fixed = search.totals(kept)
        touched = {int(row) for person in free for row in person.touched}
        for excess in search.rows.excesses:
            if excess.source not in touched:
                self._fixed[excess.target] += excess.factor * max(0.0, self._fixed[excess.source] - excess.high)
        self._master = Master(search.rows, free, self._fixed.copy())
        alone = np.ones(len(self._fixed), dtype=bool)
        alone[self._master.touched] = False
        self._constant = sum(roster.cost for roster in kept) + float(search.rows.costs(self._fixed)[alone].sum())
        self._active, self._paid = list(free), 0.0
        self.chosen: Rosters = {}
        for person in free:
            if person.number in rosters:
                self._master.add(rosters[person.number])
            for roster in person.nearest(search.duals, SEEDS) or person.cheapest(search.duals)[1]:
                self._master.add(roster)

    def generate(
        self, rounds: int, target: float = np.inf, on_bound: Callable[[float], None] | None = None,
        enough: Callable[[], bool] = lambda: False,
    ) -> Mixed:  # fmt: skip
        """Add rosters until no better mix exists, or none better than the target can, or it is enough."""
        centre: Floats | None = None
        best = cost = -np.inf
        for _ in range(rounds):
            cost, duals, ones = self._master.solve()
            cost += self._constant
            if self._master.size > CROWD * len(self.free):
                self._master.purge(CROWD // 3, duals, ones)
            duals = self._search.shapes.clipped(duals)
            weight, added = (SMOOTH if centre is not None else 0.0), 0
            while True:
                point = duals
                if centre is not None and weight:
                    point = self._search.shapes.clipped(weight * centre + (1 - weight) * duals)
                bound, more = self._price(point, duals, ones)
                added += more
                if bound > best:
                    best, centre = bound, point
                    if on_bound:
                        on_bound(best)
                if added > len(self._active) // ENOUGH or not weight:
                    break
                weight = 0.0 if weight < 0.3 else weight / 2
            close = cost - best < max(CLOSE, 0.002 * cost)
            if not added or close or best >= target - CLOSE or self._search.over() or enough():
                break
        if centre is not None and len(self._active) == len(self._search.people):
            self._search.duals = centre
        return Mixed(cost, best)

    def settle(self) -> bool:
        """Give the rosters that the mix is all but sure of to their people, at least one; tell whether any is left."""
        newly: Rosters = {}
        unsure = 0
        for part, roster in self._master.values():
            if roster.who in self.chosen or roster.who in newly:
                continue
            if part < 0.999 and not self._search.over():
                if unsure and (part < 0.75 or unsure >= max(1, len(self.free) // 8)):
                    break
                unsure += 1
            newly[roster.who] = roster
        self._master.fix(newly.values())
        self.chosen |= newly
        self._active = [person for person in self.free if person.number not in self.chosen]
        for roster in newly.values():
            self._fixed[roster.rows] += roster.factors
            self._paid += roster.cost
        return bool(self._active)

    def _price(self, point: Floats, duals: Floats, ones: dict[int, float]) -> tuple[float, int]:
        bound = self._constant + self._paid + self._search.shapes.bound(self._master.touched, point, self._fixed)
        added = 0
        for person in self._active:
            value, rosters = person.cheapest(point)
            bound += value
            for roster in rosters:
                if roster.cost - duals[roster.rows] @ roster.factors - ones[person.number] < -1e-6:
                    added += self._master.add(roster)
        return bound, added
