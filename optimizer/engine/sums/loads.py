"""Loads: what one person takes together, where all that people share is that each group is taken once.

So it is when every row is one person's limit and a must: patients to nurses within their hours, at the least cost.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from optimizer.engine.arrays import Flags, Floats, Ints
from optimizer.engine.sums.choices import NOWHERE, Choices

# Chosen, no measurement is kept: `python -m tests.benchmarks caseloads` shows what other numbers come to.
MOST_STEPS = 60_000_000
"""How many steps the best loads of all people may take together; more would take a second or so each time."""


class Load(NamedTuple):
    """Options that one person takes together; an option that no limit counts is a load of nobody's, by itself."""

    person: int
    options: Ints


@dataclass(frozen=True)
class Loads:
    """Choices seen by person: the options of each, what they use of the limit, and the group that each belongs to.

    A person is the number of the row that is the limit.
    """

    choices: Choices
    options: tuple[Ints, ...]
    uses: Ints
    group_of: Ints
    unlimited: Ints

    def gains(self, person: int, prices: Floats, open_: Flags) -> Floats:
        """Return what each option of a person gains when each group that is open pays a price."""
        options = self.options[person]
        gains: Floats = prices[self.group_of[options]] - self.choices.costs[options]
        gains[~open_[self.group_of[options]]] = 0.0
        return gains

    def limit(self, person: int) -> int:
        """Return a person's limit."""
        return self.choices.shared[person].high

    def cost(self, load: Load) -> int:
        """Return what a load costs by itself."""
        return int(self.choices.costs[load.options].sum())

    def prices(self, rows: Floats) -> Floats:
        """Return what each group costs at least when each unit of a row costs so much: the price to begin with."""
        costs = self.choices.costs.astype(float)
        for person, options in enumerate(self.options):
            costs[options] += self.uses[options] * rows[person]
        least: Floats = np.minimum.reduceat(costs, self.choices.begins[:-1])
        return least


def loads(choices: Choices) -> Loads | None:
    """Return the choices by person, None where a row is something else than one person's limit."""
    entries = np.diff(choices.entry_begins)
    limits = all(row.must and row.low is None and row.high >= 0 for row in choices.shared)
    if not limits or not choices.shared or entries.max(initial=0) > 1 or choices.factors.min(initial=0) < 0:
        return None
    limited = np.flatnonzero(entries == 1)
    person_of, uses = np.full(len(entries), NOWHERE), np.zeros(len(entries), np.int64)
    person_of[limited], uses[limited] = choices.rows, choices.factors
    options = tuple(np.flatnonzero(person_of == person) for person in range(len(choices.shared)))
    steps = sum(len(mine) * (1 + row.high) for mine, row in zip(options, choices.shared, strict=True))
    if steps > MOST_STEPS:
        return None
    group_of = np.repeat(np.arange(choices.groups), np.diff(choices.begins))
    return Loads(choices, options, uses, group_of, np.flatnonzero(entries == 0))
