"""Choices: of each group of options one, what each costs and what it adds to rows that the groups share."""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from optimizer.engine.arrays import Flags, Ints
from optimizer.planning.pair import Pair, Plan

GroupOption = Pair | None
"""What a group may take: a pair of its own, or nothing."""
NOWHERE = -1
"""The target of a row whose excess goes into no other."""


@dataclass
class SharedRow:
    """What is summed over several groups, to be no more than ``high``.

    A must is never exceeded, nor less than its ``low``. Else the excess costs ``price`` for each ``per`` begun, and is
    added, times ``weight``, to the row ``target``.
    """

    factors: dict[int, int]
    high: int
    low: int | None = None
    must: bool = False
    price: int = 0
    per: Fraction = Fraction(1)
    target: int = NOWHERE
    weight: int = 0


@dataclass(frozen=True)
class Choices:
    """Options, group after group, and the rows that they share; ``begins`` has where each group begins, and the end.

    ``entry_begins`` has where an option's entries in ``rows`` and ``factors`` begin. ``fixed`` is what is paid
    whatever is chosen, in cents.
    """

    options: tuple[GroupOption, ...]
    begins: Ints
    costs: Ints
    fixed: int
    shared: tuple[SharedRow, ...]
    entry_begins: Ints
    rows: Ints
    factors: Ints

    @property
    def groups(self) -> int:
        """Return the number of groups."""
        return len(self.begins) - 1

    def chosen(self, plan: Plan) -> Ints | None:
        """Return the option that a plan takes in each group, None when some group has no such option."""
        taken = np.empty(self.groups, np.int64)
        for group in range(self.groups):
            options = range(self.begins[group], self.begins[group + 1])
            mine = [number for number in options if self.options[number] in plan]
            mine = mine or [number for number in options if self.options[number] is None]
            if not mine:
                return None
            taken[group] = mine[0]
        return taken

    def settled(self, kept: Flags) -> tuple[Plan, Plan]:
        """Return the pairs that are sure when only some options are kept, and those that are open."""
        sizes = np.add.reduceat(kept.astype(np.int64), self.begins[:-1])
        alone = np.repeat(sizes == 1, np.diff(self.begins))
        return self.plan(np.flatnonzero(kept & alone)), self.plan(np.flatnonzero(kept & ~alone))

    def plan(self, chosen: Ints) -> Plan:
        """Return the pairs of the options that are chosen."""
        return frozenset(pair for number in chosen.tolist() if (pair := self.options[number]) is not None)
