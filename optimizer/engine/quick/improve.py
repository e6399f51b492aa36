"""A plan that is there within moments, and gets better as long as anybody lets it."""

import time
from collections.abc import Callable, Iterator

from optimizer.engine.arrays import Ints
from optimizer.engine.clock import Check, Clock, Over, never
from optimizer.engine.outcome import Pins
from optimizer.engine.quick.compile import Compiled, compiled
from optimizer.engine.quick.coolings import HOT, coolings
from optimizer.engine.quick.greedy import greedy
from optimizer.engine.quick.heat import heat_of
from optimizer.engine.quick.state import QuickState, state_of
from optimizer.engine.quick.weight import weight_of
from optimizer.planning.formulation import Formulation
from optimizer.planning.pair import Plan

# Chosen, no measurement is kept: `python -m tests.benchmarks table` shows what other numbers come to.
SLICE = 0.06
"""Seconds of compiled work at a time, after which it is seen whether it is over."""
FIRM, FIRMEST = 2.0, 128.0
"""How many times the dearest price a broken must counts, for each unit of its firmness: at first, and at the most."""
FIRMER = 4.0
"""How many times as much it counts after a cooling that ended with one. The next then keeps every must after 0.1 and
0.4 s of a processor on nrp/Instance13, not after 1.1 and 1.0 s."""
RARELY, TIMES = 0.5, 5.0
"""Seconds between two better plans that are told of in the middle of a cooling, and how many times as long as the last
took to be told of and judged at the least: a year of 150 people takes seconds."""

OnPlan = Callable[[Plan], None]


class Quick:
    """The best plan so far of one formulation: the fewest musts broken first, each as firm as its rule is."""

    def __init__(self, formulation: Formulation, known: Compiled, seed: int, check: Check) -> None:
        self._known, self._seed = known, seed
        self._best = greedy(known.problem, seed, check)
        self._score: Ints | None = None
        prices = {c.price for c in formulation.clauses if c.price and not weight_of(c).must} or {1}
        self._heat, self._firm = heat_of(prices, formulation.grain), FIRM
        self._dearest = max(prices)
        self._tries = 500

    @property
    def plan(self) -> Plan:
        """Return the best plan."""
        return self._known.plan(self._best)

    @property
    def score(self) -> tuple[int, int]:
        """Return by what the best plan breaks musts, each as firm as its rule is, and what it costs."""
        if self._score is None:
            self._begun()
        assert self._score is not None
        return int(self._score[0]), int(self._score[1])

    def start_from(self, plan: Plan) -> bool:
        """Go on from a plan, and tell whether there is nothing in it that nobody may choose."""
        label = self._known.label(plan)
        if label is None:
            return False
        self._best, self._score = label, None
        return True

    def cool(self, seconds: float, over: Over, warmth: float = HOT) -> Iterator[Plan]:
        """Anneal for so long from the best plan on, and yield better ones.

        ``warmth`` is from which part of the scale of temperatures they fall.
        """
        from optimizer.engine.quick.anneal import seed_chance  # what is compiled takes seconds to load

        seed_chance(self._seed)  # chance is each thread's own
        self._seed += 1
        state, told = self._begun(), self.score
        hot, cold = max(warmth * self._heat.scale, self._heat.cold), self._heat.cold
        self._anneal(state, hot)  # the first time, what is compiled is loaded, which may take seconds
        began, last, rare = time.monotonic(), time.monotonic(), RARELY
        while (part := (time.monotonic() - began) / seconds) < 1 and not over():
            self._anneal(state, hot * (cold / hot) ** part)
            now = time.monotonic()
            if self.score < told and (now - last > rare or told[0] > self.score[0] == 0):
                told = self.score
                yield self.plan
                last = time.monotonic()
                rare = max(RARELY, TIMES * (last - now))
        if self.score[0]:
            self._firm = min(FIRMEST, FIRMER * self._firm)
        if self.score < told:
            yield self.plan

    def _begun(self) -> QuickState:
        """Return the best plan as a state to search from."""
        state = state_of(self._known.problem, self._best)
        self._score = state.score.copy()
        return state

    def _anneal(self, state: QuickState, heat: float) -> None:
        from optimizer.engine.quick.anneal import anneal

        began = time.monotonic()
        anneal(self._known.problem, state, self._best, self._score, self._firm * self._dearest, heat, heat, self._tries)
        self._tries = max(100, int(self._tries * min(2.0, SLICE / max(1e-4, time.monotonic() - began))))


def quick(formulation: Formulation, pins: Pins, seed: int, check: Check) -> Quick | None:
    """Return the quickest plan of a formulation, to be bettered; None where what is kept leaves none at all."""
    known = compiled(formulation, pins, check)
    return Quick(formulation, known, seed, check) if known else None


def better(quick: Quick, clock: Clock, tell: OnPlan, enough: Over = never) -> None:
    """Better a plan until it is over, one cooling after another; ``enough`` ends it sooner, but no long cooling."""
    tell(quick.plan)
    for cooling in coolings(clock):
        ended = Clock(clock.deadline, clock.stop, lambda: enough() or clock.over()).over
        if ended():
            return
        for plan in quick.cool(max(SLICE, cooling.seconds), clock.over if cooling.long else ended, cooling.warmth):
            tell(plan)
