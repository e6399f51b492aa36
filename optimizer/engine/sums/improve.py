"""Improves a plan of sums: one part after another is decided again, in the way that gains."""

import random
from collections.abc import Callable
from typing import TYPE_CHECKING

from optimizer.engine.clock import DAY
from optimizer.engine.outcome import Status
from optimizer.engine.sums.decide import AT_A_TIME, Decider
from optimizer.engine.sums.nearby import Nearby
from optimizer.engine.sums.neighbourhood import Neighbourhoods
from optimizer.engine.sums.relaxation import Relaxed, left

if TYPE_CHECKING:
    from optimizer.engine.sums.columns import LoadColumns

SETTLED = (Status.OPTIMAL, Status.INFEASIBLE)
"""How the search of a part ends that leaves no doubt about it."""
# Chosen, no measurement is kept: `python -m tests.benchmarks caseloads` shows what other numbers come to.
DIVING = 10.0
"""Seconds that one dive through the program of loads may take."""
FEW, PATIENCE = 6_000, 20
"""How many pairs may be left to decide them all at once, and after how many parts that is looked at again."""
IDLE = 60
"""After so many parts in a row without a better plan, one whole round of them is over and the search may end."""


class SumsImprover:
    """Decides parts again; ``columns`` is the program of loads, where there is one."""

    def __init__(
        self, decider: Decider, relaxed: Relaxed | None, columns: "LoadColumns | None", chance: random.Random
    ) -> None:
        self._decider, self._relaxed, self._columns, self._chance = decider, relaxed, columns, chance

    def run(self) -> None:
        """Go on as long as there is time and something to gain."""
        decider, ways = self._decider, self._ways()
        way, idle = 0, 0
        while not decider.done() and (decider.clock.deadline is not None or idle < IDLE):
            if self._relaxed is not None and idle and idle % PATIENCE == 0:
                self._prove(self._relaxed)
                if decider.done():
                    return
            before = decider.incumbent.score
            ways[way]()
            idle = idle + 1 if decider.incumbent.score == before else 0
            way = way if idle == 0 else (way + 1) % len(ways)  # what gained is gone on with

    def dive(self) -> None:
        """Take loads as the program likes them, and decide what is left exactly."""
        if self._columns is None or self._decider.done():
            return
        from optimizer.engine.sums.columns import dive

        decider = self._decider
        taken, rest = dive(self._columns, self._chance, decider.run.within(DIVING).clock.over)
        free = decider.choices.plan(rest.options)
        decider.part(decider.choices.plan(taken), free, None, AT_A_TIME / 2)

    def _ways(self) -> list[Callable[[], None]]:
        """Return the ways to a better plan, those that gain most first."""
        ways: list[Callable[[], None]] = [] if self._columns is None else [self.dive]
        if self._relaxed is not None:
            nearby = Nearby(self._decider.choices, self._relaxed.worth, self._chance)
            ways.append(lambda: self._decide_nearby(nearby))
        neighbourhoods = Neighbourhoods(self._decider.formulation, self._relaxed, self._chance)
        ways.append(lambda: self._decide_part(neighbourhoods))
        return ways

    def _decide_part(self, neighbourhoods: Neighbourhoods) -> None:
        decider, incumbent = self._decider, self._decider.incumbent
        assert incumbent.plan is not None
        free = neighbourhoods.next(incumbent.plan)
        status = decider.part(incumbent.plan - free, free, incumbent.plan & free, AT_A_TIME)
        neighbourhoods.learn(easy=status is Status.OPTIMAL)
        if len(free) == len(decider.formulation.pairs) and status is Status.OPTIMAL:
            incumbent.settle()

    def _decide_nearby(self, nearby: Nearby) -> None:
        decider = self._decider
        assert decider.incumbent.plan is not None
        chosen = decider.choices.chosen(decider.incumbent.plan)
        if chosen is not None and not decider.done():
            nearby.learn(easy=decider.kept(nearby.next(chosen), AT_A_TIME).final)

    def _prove(self, relaxed: Relaxed) -> None:
        """Decide all that a better plan could have otherwise, when that is little enough; that settles the search."""
        decider, incumbent = self._decider, self._decider.incumbent
        assert incumbent.plan is not None and incumbent.score is not None
        most = incumbent.score.cost - incumbent.grain
        fixed, free = decider.choices.settled(left(decider.choices, relaxed, most))
        if len(free) > FEW:
            return
        same = incumbent.plan == fixed | (incumbent.plan & free)
        half = 0.0 if decider.clock.deadline is None else decider.clock.left(DAY) / 2
        seconds = max(AT_A_TIME, half)
        if decider.part(fixed, free, incumbent.plan & free if same else None, seconds) in SETTLED:
            incumbent.settle()
