"""What all searches share: the people, the rows, what rosters cost together; and a first plan, person by person."""

from collections.abc import Iterable

import numpy as np

from optimizer.engine.arrays import Floats
from optimizer.engine.clock import UNHURRIED, Clock, TimeUpError
from optimizer.engine.rosters.people import Roster, RosterPerson
from optimizer.engine.rosters.rows import MasterRows
from optimizer.engine.rosters.shapes import Shapes

Rosters = dict[int, Roster]


class RosterSearch:
    """Works on one compiled formulation; the clock tells when to stop."""

    def __init__(self, rows: MasterRows, people: list[RosterPerson], clock: Clock = UNHURRIED) -> None:
        self.rows, self.people, self.clock = rows, people, clock
        self.shapes = Shapes(rows)
        self.duals = np.zeros(len(rows.rows))
        """What a unit of each row is worth, by the best bound so far."""

    def over(self) -> bool:
        """Tell whether to stop."""
        return self.clock.over()

    def cost(self, rosters: Rosters) -> float:
        """Return what rosters for everyone cost in the master."""
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


def descend(search: RosterSearch, rosters: Rosters, order: list[RosterPerson], passes: int = 10) -> Rosters:
    """Give one person after another the best roster beside the others' as they stand, until nobody gains by it.

    Raises TimeUpError when it is over before everybody has one.
    """
    rosters = dict(rosters)
    total = search.totals(rosters.values())
    for _ in range(passes):
        gained = False
        for person in order:
            old = rosters.get(person.number)
            if old:
                total[old.rows] -= old.factors
            candidates = [*person.beside(total, search.rows), *([old] if old else [])]
            new = min(candidates, key=lambda roster: search.adds(roster, total))
            gained |= new is not old
            rosters[person.number] = new
            total[new.rows] += new.factors
            if search.over():
                if len(rosters) < len(order):
                    raise TimeUpError
                return rosters
        if not gained:
            break
    return rosters
