"""Column generation, diving to a plan, and improving it by giving some people new rosters."""

import random
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from optimizer.engine.rosters.graph import Floats
from optimizer.engine.rosters.master import Master, Shapes
from optimizer.engine.rosters.people import Person, Roster
from optimizer.engine.rosters.rows import Rows

CLOSE = 0.5
"""How near, in cents, a mix and its bound must come to count as the same."""
CROWD = 30
"""How many rosters a person may have in a linear program before those far from the mix are left out."""
SEEDS = 40
"""How many rosters of each person's pool a smaller master problem starts with."""
Rosters = dict[int, Roster]


@dataclass(frozen=True, slots=True)
class Mixed:
    """What column generation came to: the cost of the best mix, and what no mix can cost less than."""

    cost: float
    bound: float


class Search:
    """Works on one compiled formulation; ``over`` tells when to stop."""

    def __init__(self, rows: Rows, people: list[Person], seed: int, over: Callable[[], bool]) -> None:
        self.rows, self.people, self.over = rows, people, over
        self._shapes = Shapes(rows)
        self._chance = random.Random(seed)  # noqa: S311 (no secret)
        self._duals = np.zeros(len(rows.rows))

    def nothing(self) -> Floats:
        """Return row totals, or duals, that are all 0."""
        return np.zeros(len(self.rows.rows))

    def generate(
        self, master: Master, active: list[Person], fixed: Floats, constant: float, rounds: int, paid: float = 0.0,
        smooth: float = 0.6, target: float = np.inf, on_bound: Callable[[float], None] | None = None,
        enough: Callable[[], bool] = lambda: False,
    ) -> Mixed:  # fmt: skip
        """Add rosters of the active people until no better mix exists, or none better than the target can."""
        centre: Floats | None = None
        best = -np.inf
        cost = np.inf
        for _ in range(rounds):
            cost, duals, ones = master.solve()
            cost += constant
            if master.size > CROWD * len(master.people):
                master.purge(CROWD // 3, duals, ones)
            duals = self._shapes.clipped(duals)
            weight = smooth if centre is not None else 0.0
            while True:
                point = (
                    duals
                    if centre is None or not weight
                    else self._shapes.clipped(weight * centre + (1 - weight) * duals)
                )
                bound, added = self._price(master, active, fixed, point, duals, ones)
                bound += constant + paid
                if bound > best:
                    best, centre = bound, point
                    if on_bound:
                        on_bound(best)
                if added or not weight:
                    break
                weight = 0.0 if weight < 0.3 else weight / 2
            if not added or cost - best < max(CLOSE, 0.002 * cost) or best >= target - CLOSE or self.over() or enough():
                break
        if centre is not None and len(active) == len(self.people):
            self._duals = centre
        return Mixed(cost, best)

    def dive(self, free: list[Person], kept: Rosters, target: float = np.inf, first: Mixed | None = None,
             master: Master | None = None, rounds: int = 30) -> Rosters | None:  # fmt: skip
        """Return rosters for the free people beside those kept, None when the target is out of reach."""
        fixed, constant = self._settled(kept, free)
        if master is None:
            master = Master(self.rows, free, fixed)
            for person in free:
                for roster in self._seeds(person):
                    master.add(roster)
        chosen: Rosters = {}
        active = list(free)
        fixed, paid = fixed.copy(), 0.0
        while active:
            if first is None or chosen:
                mixed = self.generate(
                    master,
                    active,
                    fixed,
                    constant,
                    rounds if not chosen else 20,
                    paid,
                    0.5,
                    target if not chosen else np.inf,
                )
                if not chosen and mixed.bound >= target - CLOSE:
                    return None
            newly = self._rounded(master, chosen, len(free), in_a_hurry=self.over())
            if not newly:
                return None
            master.fix(newly.values())
            chosen |= newly
            for roster in newly.values():
                fixed[roster.rows] += roster.factors
                paid += roster.cost
            active = [person for person in active if person.number not in chosen]
        return chosen

    def cost(self, rosters: Rosters) -> float:
        """Return what rosters for everyone cost in the master problem."""
        total = np.zeros(len(self.rows.rows))
        for roster in rosters.values():
            total[roster.rows] += roster.factors
        for excess in self.rows.excesses:
            total[excess.target] += excess.factor * max(0.0, total[excess.source] - excess.high)
        each = (row.cost(value) for row, value in zip(self.rows.rows, total.tolist(), strict=True))
        return sum(roster.cost for roster in rosters.values()) + sum(each)

    def pick(self, fewest: int, most: int) -> list[Person]:
        """Return some people, by chance."""
        size = self._chance.randint(fewest, most)
        return self._chance.sample(self.people, min(size, len(self.people)))

    def _price(self, master: Master, active: list[Person], fixed: Floats, point: Floats, duals: Floats,
               ones: dict[int, float]) -> tuple[float, int]:  # fmt: skip
        bound, added = self._shapes.bound(master.touched, point, fixed), 0
        for person in active:
            value, roster = person.cheapest(point)
            bound += value
            reduced = roster.cost - duals[roster.rows] @ roster.factors - ones[person.number]
            if reduced < -1e-6:
                added += master.add(roster)
        return bound, added

    def _rounded(self, master: Master, chosen: Rosters, people: int, *, in_a_hurry: bool) -> Rosters:
        """Return the rosters that the mix is all but sure of, at least the one it favours most."""
        newly: Rosters = {}
        unsure = 0
        for part, roster in master.values():
            if roster.who in chosen or roster.who in newly:
                continue
            if part < 0.999 and not in_a_hurry:
                if unsure and (part < 0.75 or unsure >= max(1, people // 8)):
                    break
                unsure += 1
            newly[roster.who] = roster
        return newly

    def _settled(self, kept: Rosters, free: list[Person]) -> tuple[Floats, float]:
        """Return what the kept rosters add to the rows, and what they and the rows they alone touch cost."""
        fixed = np.zeros(len(self.rows.rows))
        for roster in kept.values():
            fixed[roster.rows] += roster.factors
        touched = {int(row) for person in free for row in person.touched}
        for excess in self.rows.excesses:
            if excess.source not in touched:
                fixed[excess.target] += excess.factor * max(0.0, fixed[excess.source] - excess.high)
        touched |= {excess.target for excess in self.rows.excesses if excess.source in touched}
        alone = sum(row.cost(fixed[n]) for n, row in enumerate(self.rows.rows) if n not in touched)
        return fixed, sum(roster.cost for roster in kept.values()) + alone

    def _seeds(self, person: Person) -> list[Roster]:
        duals = self._duals
        rosters = list(person.pool.values())
        rosters.sort(key=lambda roster: roster.cost - duals[roster.rows] @ roster.factors)
        return rosters[:SEEDS]
