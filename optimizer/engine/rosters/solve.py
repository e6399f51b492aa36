"""Solves rosters: one search proves by column generation, one improves plans, one is exact.

They work side by side or, where one thread alone may search, one after the other.
"""

import threading
import time
from dataclasses import replace

from optimizer.engine import cpsat
from optimizer.engine.clock import Clock, Over, TimeUpError, never
from optimizer.engine.helpers import Helpers
from optimizer.engine.incumbent import Incumbent
from optimizer.engine.model import Model
from optimizer.engine.outcome import NO_PINS, Outcome, Pins, Status
from optimizer.engine.quick.improve import Quick, better, quick
from optimizer.engine.rosters.generation import built, generated
from optimizer.engine.rosters.graph import GraphTooLargeError
from optimizer.engine.rosters.improve import BestRosters, Improver
from optimizer.engine.rosters.search import RosterSearch
from optimizer.engine.rosters.worth import worths
from optimizer.engine.run import UNLIMITED, Effort, Run
from optimizer.planning.formulation import Formulation
from optimizer.planning.pair import Plan

# Chosen, no measurement is kept: `python -m tests.benchmarks table` shows what other numbers come to.
SMALL = 1_000
"""Up to how many pairs a formulation is given to the exact search, which proves such a one soon."""
QUICK_SHARE, QUICK_MOST = 0.25, 15.0
"""Which part of the time one thread betters the quickest plan before it builds graphs, and how many seconds."""
VAST = 100_000
"""From how many pairs on graphs wait for the first plan, since threads share one interpreter."""
PATIENCE, MOST = 0.25, 60.0
"""For which part of the time graphs wait for such a plan at the most, and how many seconds."""
EXACT_SHARE = 0.5
"""Which part of the time that is left then one thread gives to the exact search before it improves plans."""


def solve(
    formulation: Formulation,
    pins: Pins = NO_PINS,
    *,
    start: Plan | None = None,
    run: Run = UNLIMITED,
    made: Quick | None = None,
) -> Outcome:
    """Return the best plan found, and a proven bound, as ``cpsat.solve`` does.

    ``made`` is the quickest plan, if it is there already.
    """
    return _Solve(formulation, pins, replace(run, stop=run.stop or threading.Event()), made).solve(start)


class _Solve:
    """One solve: the incumbent, and who may still be searching."""

    def __init__(self, formulation: Formulation, pins: Pins, run: Run, made: Quick | None) -> None:
        self._formulation, self._pins, self._run = formulation, pins, run
        self._clock = Clock(run.deadline, run.stop, self._settled)
        self._incumbent = Incumbent(formulation, run)
        self._quit, self._made, self._stated, self._ready = (threading.Event() for _ in range(4))
        self._quick = made
        self._first: Improver | None = None
        self._second: Improver | None = None
        self._exact: Outcome | None = None
        self._exact_begun = False
        self._search: RosterSearch | None = None
        self._helpers = Helpers()

    def solve(self, start: Plan | None) -> Outcome:
        """Search until something is proved, or time is up, or somebody says stop."""
        if start is not None and self._pins.allow(start, self._formulation):
            self._incumbent.post(start)
        possible = self._in_turn() if self._run.effort.alone else self._side_by_side()
        if self._helpers.error:
            raise self._helpers.error
        return self._outcome(possible)

    def _side_by_side(self) -> bool:
        """Search on several threads; tell whether everyone can have a roster."""
        self._helpers.begin(self._improve_quick)
        self._wait(self._made.is_set)
        possible = True
        try:
            if self._small:
                self._begin_exact(Model(self._formulation, self._pins, self._clock.check))
            self._stated.set()
            self._wait_for_a_plan()  # which is looked for from now on
            possible = self._generate()
            if possible:
                self._improve_rosters()
        except GraphTooLargeError:
            self._begin_exact()
        except TimeUpError:
            pass
        finally:
            self._wait_for_the_others(possible)
        return possible

    def _wait(self, done: Over) -> None:
        """Wait for what another thread makes in Python, since neither would be sooner side by side."""
        while not done() and not self._clock.over():
            time.sleep(0.02)

    def _wait_for_a_plan(self) -> None:
        """Leave the interpreter to who looks for the first plan of a vast formulation, but not for too long."""
        if self._quick and len(self._formulation.offered) > VAST:
            late = self._run.within(PATIENCE * self._clock.left(MOST / PATIENCE)).clock.late
            self._wait(lambda: self._incumbent.plan is not None or late())

    def _in_turn(self) -> bool:
        """Search on this thread alone: what is quick, what proves, what is exact, and then what improves."""
        try:
            self._make_quick()
            if not self._small:
                self._better(self._run.within(QUICK_SHARE * self._clock.left(QUICK_MOST / QUICK_SHARE)).clock)
            if not self._generate():
                return False
            if self._small or self._incumbent.plan is None:
                self._run_exact(self._run.part(EXACT_SHARE))
            self._improve_rosters()
        except GraphTooLargeError:
            self._better(self._run.part(EXACT_SHARE).clock)
            self._run_exact(self._run)
        except TimeUpError:
            pass
        return True

    def _generate(self) -> bool:
        """Build a plan, generate columns for everyone, and dive; tell whether everyone can have a roster."""
        # the exact search may be done with a small one already; shadow prices of a plan still take the whole proof
        proof = Clock(self._run.deadline, self._run.stop, self._impossible) if self._small else self._clock
        search = self._search = built(self._formulation, self._pins, proof)
        if search is None:
            return False
        search.clock = self._clock
        best = self._begin_improvers(search)
        new = generated(search, best.rosters, proof, lambda bound: self._incumbent.post(None, bound))
        if new and self._first:
            self._first.repair(new)
        return True

    def _begin_improvers(self, search: RosterSearch) -> BestRosters:
        """Have rosters to improve: those of the incumbent, or else new ones."""
        best = BestRosters(search, self._incumbent)
        seed, grain = self._run.effort.seed, self._incumbent.grain
        self._first, second = (Improver(search, best, seed + n, grain) for n in (0, 1))
        best.look()
        if not best.rosters:
            self._first.begin()
        if not self._run.effort.alone and not self._exact_begun:
            self._second = second
        self._ready.set()
        return best

    def _improve_rosters(self) -> None:
        """Improve what was generated, until it is over."""
        if self._incumbent.plan is None and not self._run.effort.alone and not self._clock.over():
            self._begin_exact()
        assert self._first is not None
        if self._second is None:
            self._first.quick = self._quick
        self._first.run()

    def _improve_quick(self) -> None:
        """Make the quickest plan, better it until rosters can be improved, and then do that."""
        try:
            self._make_quick()
        finally:
            self._made.set()
        self._wait(self._stated.is_set)
        self._better(self._clock, self._ready.is_set)
        if self._second:
            self._second.quick = self._quick
            self._second.run()

    def _make_quick(self) -> None:
        self._quick = self._quick or quick(self._formulation, self._pins, self._run.effort.seed, self._clock.check)
        if self._quick:
            self._incumbent.post(self._quick.plan)

    def _better(self, clock: Clock, enough: Over = never) -> None:
        """Better the incumbent, or the plan nearest to one, by annealing, at least until a long cooling is over."""
        if not self._quick:
            return
        begun = self._incumbent.near if self._incumbent.plan is None else self._incumbent.plan
        if begun is not None:
            self._quick.start_from(begun)
        better(self._quick, clock, self._incumbent.post, enough)

    def _begin_exact(self, model: Model | None = None) -> None:
        """Have the exact search work beside, once; it states its model first where nobody has."""
        if not self._exact_begun:
            self._exact_begun = True
            self._helpers.begin(lambda: self._run_exact(replace(self._run, stop=self._quit), model))

    def _run_exact(self, run: Run, model: Model | None = None) -> None:
        if self._clock.over():
            return
        effort = Effort(1, run.effort.seed, run.effort.deterministic)
        told = replace(run, effort=effort, on_progress=lambda now: self._incumbent.post(now.plan, now.bound))
        self._exact = cpsat.solve(self._formulation, self._pins, start=self._incumbent.plan, run=told, model=model)
        self._incumbent.post(self._exact.plan, self._exact.bound)

    def _wait_for_the_others(self, possible: bool) -> None:
        while possible and not self._clock.over() and self._helpers.at_work:
            self._quit.wait(0.05)
        self._quit.set()
        self._helpers.end()

    def _outcome(self, possible: bool) -> Outcome:
        incumbent, best = self._incumbent, self._incumbent.best
        if not possible or self._impossible():
            return Outcome(Status.INFEASIBLE, None, None, 0, incumbent.seconds, nearest=incumbent.nearest)
        status = Status.OUT_OF_TIME if best is None else Status.FEASIBLE
        if self._proved():
            status = Status.OPTIMAL
        elif self._run.stopped:
            status = Status.STOPPED
        worth = worths(self._search.rows, self._search.duals) if self._search else ()
        if best is None:
            return Outcome(status, None, None, incumbent.bound, incumbent.seconds, worth, incumbent.nearest)
        return Outcome(status, best.plan, best.score, incumbent.bound, incumbent.seconds, worth)

    def _impossible(self) -> bool:
        """Tell whether it is proved that no plan keeps every must."""
        return self._exact is not None and self._exact.status is Status.INFEASIBLE

    def _proved(self) -> bool:
        return self._incumbent.proved or (self._exact is not None and self._exact.status is Status.OPTIMAL)

    @property
    def _small(self) -> bool:
        return len(self._formulation.offered) <= SMALL

    def _settled(self) -> bool:
        """Tell whether nothing is left to search for."""
        done = self._exact is not None and self._exact.status in (Status.OPTIMAL, Status.INFEASIBLE)
        return done or self._quit.is_set() or self._proved() or self._helpers.error is not None
