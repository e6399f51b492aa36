"""Parts of choices where little is lost by choosing otherwise, by the prices of the linear program."""

import random

import numpy as np

from optimizer.engine.arrays import Flags, Floats, Ints
from optimizer.engine.sums.choices import Choices

# Chosen, no measurement is kept: `python -m tests.benchmarks caseloads` shows what other numbers come to.
FIRST, LEAST = 150, 60
"""How many options besides the chosen ones are kept at first, and at least."""
ALL_EVERY = 3
"""How often everybody takes part."""


class Nearby:
    """Keeps, for the groups that some people have now, the chosen options and the nearest others of these people."""

    def __init__(self, choices: Choices, worth: Floats, chance: random.Random) -> None:
        self._worth, self._chance = worth.round(3), chance
        self._noise = np.random.default_rng(chance.getrandbits(32))
        names = sorted({pair.who for pair in choices.options if pair is not None})
        number = {who: index for index, who in enumerate(names)}
        self._people = len(names)
        self._who = np.array([len(names) if pair is None else number[pair.who] for pair in choices.options])
        self._group_of = np.repeat(np.arange(choices.groups), np.diff(choices.begins))
        self._size, self._turn = FIRST, 0

    def next(self, chosen: Ints) -> Flags:
        """Return the options to keep next."""
        people = np.zeros(self._people + 1, np.bool_)
        people[self._some()] = True
        people[self._people] = True  # that nobody has something is anybody's matter
        free = people[self._who[chosen]]
        if self._turn % ALL_EVERY == 0 and self._turn:
            free &= np.array([self._chance.random() < 0.75 for _ in range(len(free))])
        self._turn += 1
        others = free[self._group_of] & people[self._who]
        others[chosen] = False
        near = np.flatnonzero(others)
        near = near[np.lexsort((self._noise.random(len(near)), self._worth[near]))][: self._size]
        kept = np.zeros(len(self._who), np.bool_)
        kept[chosen] = True
        kept[near] = True
        return kept

    def learn(self, *, easy: bool) -> None:
        """Keep more from now on when the last part was decided for good, less when it was not."""
        self._size = self._size * 11 // 10 + 1 if easy else max(LEAST, self._size * 9 // 10)

    def _some(self) -> list[int]:
        if self._turn % ALL_EVERY == 0:
            return list(range(self._people))
        return self._chance.sample(range(self._people), self._chance.randint(min(3, self._people), self._people))
