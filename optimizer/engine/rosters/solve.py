"""Solves rosters with searches side by side: one proves by column generation, one improves plans, one is exact."""

import threading
import time
from collections.abc import Callable
from contextlib import suppress

from optimizer.engine import cpsat
from optimizer.engine.clock import Clock, TimeUpError
from optimizer.engine.outcome import NO_PINS, USUAL, Effort, OnProgress, Outcome, Pins, Status, Worth
from optimizer.engine.quick.improve import Quick, better, quick
from optimizer.engine.rosters.assembly import assembled
from optimizer.engine.rosters.board import Board
from optimizer.engine.rosters.graph import GraphTooLargeError
from optimizer.engine.rosters.improve import Improver, Incumbent
from optimizer.engine.rosters.mixture import Mixture, dive
from optimizer.engine.rosters.opening import opening_duals
from optimizer.engine.rosters.proof import prove
from optimizer.engine.rosters.rows import Rows
from optimizer.engine.rosters.search import Search
from optimizer.planning.formulation import Clause, Formulation
from optimizer.planning.law import Sum
from optimizer.planning.pair import Plan

PATIENCE = 0.3
"""Seconds that others have to end when it is over; who is in the middle of something ends soon after."""
SMALL = 1_000
"""Up to how many pairs a formulation is given to the exact search from the beginning."""


def solve(
    formulation: Formulation,
    pins: Pins = NO_PINS,
    *,
    start: Plan | None = None,
    deadline: float | None = None,
    on_progress: OnProgress | None = None,
    stop: threading.Event | None = None,
    effort: Effort = USUAL,
    made: Quick | None = None,
) -> Outcome:
    """Return the best plan found by the deadline, and a proven bound, as ``cpsat.solve`` does.

    ``made`` is the quickest plan, if it is there already.
    """
    return _Solve(formulation, pins, Clock(deadline, stop or threading.Event()), on_progress, effort, made).run(start)


class _Solve:
    """One solve: what is the best so far, and who may still be searching."""

    def __init__(
        self, formulation: Formulation, pins: Pins, clock: Clock, on_progress: OnProgress | None, effort: Effort,
        made: Quick | None,
    ) -> None:  # fmt: skip
        self._formulation, self._pins, self._effort = formulation, pins, effort
        self._outside = clock
        self._clock = Clock(clock.deadline, clock.stop, self._settled)
        self._board = Board(formulation, on_progress)
        self._quit, self._made, self._ready = (threading.Event() for _ in range(3))
        self._quick = made
        self._second: Improver | None = None
        self._exact: Outcome | None = None
        self._exact_begun = False
        self._search: Search | None = None
        self._threads: list[threading.Thread] = []
        self._error: BaseException | None = None

    def run(self, start: Plan | None) -> Outcome:
        """Search until something is proved, or time is up, or somebody says stop."""
        if start is not None and self._pins.allow(start, self._formulation):
            self._board.post(start)
        self._beside(self._better)
        while not self._made.wait(0.05) and not self._clock.over():
            pass  # both make much in Python, so that neither would be sooner side by side
        if self._small:
            self._begin_exact()
        possible = True
        try:
            possible = self._generate()
        except GraphTooLargeError:
            self._begin_exact()
        except TimeUpError:
            pass
        finally:
            while possible and not self._clock.over() and any(thread.is_alive() for thread in self._threads):
                self._quit.wait(0.05)
            self._quit.set()
            until = time.monotonic() + PATIENCE
            for thread in self._threads:
                thread.join(max(0.0, until - time.monotonic()))
        if self._error:
            raise self._error
        return self._outcome(possible)

    def _generate(self) -> bool:
        """Build a plan, generate columns for everyone, dive, and improve; tell whether everyone can have a roster."""
        # the exact search may be done with a small one already; shadow prices still take the whole proof
        proof = self._outside if self._small else self._clock
        rows = Rows(self._formulation, self._pins, proof.check)
        people = assembled(rows, self._formulation.past, proof.check)
        if people is None:
            return False
        search = self._search = Search(rows, people, self._clock)
        search.duals = search.shapes.clipped(opening_duals(rows, self._formulation.past, proof))
        incumbent = Incumbent(search, self._board)
        first, second = (Improver(search, incumbent, self._effort.seed + n, self._board.grain) for n in (0, 1))
        incumbent.look()
        if not incumbent.rosters:
            first.begin()
        if self._effort.workers != 1 and not self._exact_begun:
            self._second = second
        self._ready.set()
        search.clock = proof
        mixture = Mixture(search, people, incumbent.rosters)
        with suppress(ArithmeticError):  # a linear program that cannot be solved ends the bound, not the search
            prove(mixture, lambda bound: self._board.post(None, bound))
        search.clock = self._clock
        new = dive(mixture)
        if new:
            first.repair(new)
        if self._board.plan is None and not self._clock.over():
            self._begin_exact()
        if self._second is None:
            first.quick = self._quick
        first.run()
        return True

    def _better(self) -> None:
        """Make the quickest plan, better it until rosters can be improved, and then do that."""
        try:
            self._quick = self._quick or quick(self._formulation, self._pins, self._effort.seed, self._clock.check)
        finally:
            self._made.set()
        if self._quick:
            self._board.post(self._quick.plan)
            begun = self._board.near if self._board.plan is None else self._board.plan
            if begun is not None:
                self._quick.start_from(begun)
            over = Clock(self._clock.deadline, self._clock.stop, lambda: self._ready.is_set() or self._settled()).over
            better(self._quick, over, self._clock.left, self._board.post)
        if self._second:
            self._second.quick = self._quick
            self._second.run()

    def _begin_exact(self) -> None:
        """Have the exact search work beside, once."""
        if not self._exact_begun:
            self._exact_begun = True
            self._beside(self._run_exact)

    def _run_exact(self) -> None:
        effort = Effort(1, self._effort.seed, self._effort.deterministic)
        self._exact = cpsat.solve(
            self._formulation, self._pins, start=self._board.plan, deadline=self._clock.deadline, stop=self._quit,
            effort=effort, on_progress=lambda progress: self._board.post(progress.plan, progress.bound),
        )  # fmt: skip
        self._board.post(self._exact.plan, self._exact.bound)

    def _beside(self, work: Callable[[], None]) -> None:
        """Do some work on another core; what goes wrong there is raised here in the end."""

        def guarded() -> None:
            try:
                work()
            except TimeUpError:
                pass
            except Exception as error:
                self._error = error

        self._threads.append(threading.Thread(target=guarded, daemon=True))
        self._threads[-1].start()

    def _outcome(self, possible: bool) -> Outcome:
        board, seconds = self._board, self._board.seconds
        if not possible or (self._exact and self._exact.status is Status.INFEASIBLE):
            return Outcome(Status.INFEASIBLE, None, None, 0, seconds, near=board.near)
        status = Status.OUT_OF_TIME if board.plan is None else Status.FEASIBLE
        if self._proved():
            status = Status.OPTIMAL
        elif self._outside.stop and self._outside.stop.is_set():
            status = Status.STOPPED
        return Outcome(status, board.plan, board.score, board.bound, seconds, self._worth(), board.near)

    def _worth(self) -> tuple[Worth, ...]:
        """Return what one more of each row is worth by the duals of the best bound, the scarcest first."""
        if self._search is None:
            return ()
        laws = ((row, c, c.law) for row, c in self._search.rows.clauses.items() if isinstance(c.law, Sum))
        scarce = [_worth(clause, law, self._search.duals[row]) for row, clause, law in laws if _asks(law)]
        return tuple(sorted((worth for worth in scarce if worth.cents > 0), key=lambda worth: -worth.cents))

    def _proved(self) -> bool:
        return self._board.proved or (self._exact is not None and self._exact.status is Status.OPTIMAL)

    @property
    def _small(self) -> bool:
        return len(self._formulation.offered) <= SMALL

    def _settled(self) -> bool:
        """Tell whether nothing is left to search for."""
        done = self._exact is not None and self._exact.status in (Status.OPTIMAL, Status.INFEASIBLE)
        return done or self._quit.is_set() or self._proved() or self._error is not None


def _asks(law: Sum) -> bool:
    """Tell whether one can have more of a sum: what is wanted, or what is allowed; not where some weigh up others."""
    return law.low is not None or all(factor >= 0 for factor, _ in law.terms)


def _worth(clause: Clause, law: Sum, dual: float) -> Worth:
    """Return what a unit more is worth: of what is wanted or, where a law only caps, of what is allowed."""
    saved = -dual if law.low is None else dual
    return Worth(clause.rule, law.place, round(saved * clause.rule.per))
