"""Which people, on which of their days, get something new at a time."""

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from optimizer.engine.rosters.mixture import Mixture
from optimizer.engine.rosters.people import RosterPerson
from optimizer.engine.rosters.search import Rosters, RosterSearch

# Chosen, no measurement is kept: `python -m tests.benchmarks table` shows what other numbers come to.
FEWEST, FEW = 3, 8
"""Freed at a time are as many days of people as this many people have: at the least, and at the most to begin with."""
GROWTH = 1.03
"""By how much there may be more of them after nothing was gained, and fewer after something was."""
SHORTEST = 2
"""The fewest days on which people are freed."""
AROUND = 0.5
"""How often people are chosen around something that costs much."""
STRANGER = 1.0
"""Added to the number of rows in which two people meet, so that strangers are freed together now and then."""
MEMORY = 0.8
"""How much of what a shape has gained a second, and how much less of what it gains now, makes its rate."""
LEAST = 0.3
"""Which part of the best shape's rate any shape is given when one is chosen."""


@dataclass(slots=True)
class Shape:
    """How a part of all days of all people is cut out: over how many people, and over how many days of them.

    ``days`` says how much of the part is taken out of the days: 0 frees a few people on all their days, 1 everybody on
    a few days. ``part`` is the largest part so far, ``rate`` what it has gained a second. All is annealed for
    ``seconds``, where that is not 0.
    """

    days: float
    part: float
    rate: float = 0.0
    seconds: float = 0.0

    @property
    def chance(self) -> float:
        """Return by how much less often it is taken for the time that it takes: shares are of time, not of turns."""
        return 1 / max(1.0, self.seconds)

    def learn(self, gain: float, seconds: float) -> None:
        """Take smaller parts after something was gained, larger ones after nothing was, and remember the rate."""
        self.part = min(1.0, self.part / GROWTH if gain > 0 else self.part * GROWTH)
        self.rate = MEMORY * self.rate + (1 - MEMORY) * gain / max(seconds, 1e-3)


class Neighbourhood:
    """Cuts out parts of a plan that are worth another look."""

    def __init__(self, search: RosterSearch, chance: random.Random) -> None:
        self._search, self._chance = search, chance
        self._days = max(len(person.begin) - 1 for person in search.people)
        part = min(1.0, FEW / len(search.people))
        self._shapes = [Shape(days, part) for days in (0.0, 0.5, 1.0)]
        self._touching: dict[int, list[RosterPerson]] = defaultdict(list)
        for person in search.people:
            for row in person.touched.tolist():
                self._touching[row].append(person)
        touch = np.zeros((len(search.people), len(search.rows.rows)))
        for person in search.people:
            touch[person.number, person.touched] = 1.0
        self._shared = touch @ touch.T + STRANGER  # in how many rows two people meet

    def shape(self, others: Sequence[Shape] = ()) -> Shape:
        """Return a shape, one of ours or another: most likely what has gained much for its time."""
        shapes = [*self._shapes, *others]
        best = max(shape.rate for shape in shapes)
        return self._chance.choices(shapes, [max(s.rate, LEAST * best, 1e-9) * s.chance for s in shapes])[0]

    def freed(self, shape: Shape, rosters: Rosters) -> Mixture:
        """Free a part of such a shape, and return the mixture of what can be had there."""
        people = self._search.people
        least = min(1.0, FEWEST / len(people))
        part = self._chance.uniform(max(least, shape.part / 2), max(least, shape.part))
        free = self._people(rosters, max(1, round(len(people) * part ** (1 - shape.days))))
        days = max(SHORTEST, round(self._days * part**shape.days))
        if days >= self._days:
            return Mixture(self._search, free, rosters, self._chance)
        first = self._chance.randint(0, self._days - days)
        allowed = {person.number: person.within(rosters[person.number], first, first + days) for person in free}
        return Mixture(self._search, free, rosters, self._chance, allowed)

    def _people(self, rosters: Rosters, size: int) -> list[RosterPerson]:
        """Return some people who can take each other's duties: around something that costs much, or around anybody."""
        people = self._search.people
        if size >= len(people):
            return people
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
