"""Solves a formulation of sums: all at once when it is small, else by a linear program and exact search on parts."""

import random
import sys
import threading
import time
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from optimizer.engine import cpsat
from optimizer.engine.outcome import NO_PINS, USUAL, Effort, OnProgress, Outcome, Pins, Progress, Status
from optimizer.engine.sums.choices import Flags
from optimizer.engine.sums.fold import choices
from optimizer.engine.sums.least import trivial_bound
from optimizer.engine.sums.loads import loads
from optimizer.engine.sums.nearby import Nearby
from optimizer.engine.sums.neighbourhood import Neighbourhoods
from optimizer.engine.sums.open import opened
from optimizer.engine.sums.part import Parts
from optimizer.engine.sums.program import FOUND, Program
from optimizer.engine.sums.relaxation import Relaxed, left, relax, rounded_up
from optimizer.planning.formulation import Formulation
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.score import Judge, Score

if TYPE_CHECKING:
    from optimizer.engine.sums.columns import Columns

SMALL = 400
"""Up to so many free pairs, all are decided at once."""
WHOLE = 1e-6
AT_A_TIME = 3.0
"""Seconds that exact search on one part may take."""
SHARES, QUICK = (0.0, 0.1, 0.3, 0.6), 1.0
"""Which parts of what the linear program takes whole are freed beside the rest, and the seconds of a first try."""
WHOLE_SHARE, MOST_WHOLE, BRIEF = 0.5, 20.0, 4.0
"""Which part of the time the search of all at once may take, and how many seconds; the last where loads can do more."""
DIVING = 10.0
"""Seconds that one dive through it may take."""
GROWING_SHARE, MOST_GROWING = 0.4, 120.0
"""Which part of the time the program of loads may take to grow, and how many seconds."""
FEW, PATIENCE = 6_000, 20
"""How many pairs may be left to decide them all at once, and after how many parts that is looked at again."""
IDLE = 60
"""After so many parts in a row without a better plan, one whole round of them is over and the search may end."""


def solve(
    formulation: Formulation,
    pins: Pins = NO_PINS,
    *,
    start: Plan | None = None,
    deadline: float | None = None,
    on_progress: OnProgress | None = None,
    stop: threading.Event | None = None,
    effort: Effort = USUAL,
) -> Outcome:
    """Return the best plan found by the deadline (on the monotonic clock), and a proven bound on any plan's cost.

    Without a deadline a large formulation is searched until nothing better was found for a while.
    """
    free = (formulation.offered | pins.keep) - pins.keep - pins.ban
    if len(free) <= SMALL or pins.keep & pins.ban:
        return cpsat.solve(
            formulation, pins, start=start, deadline=deadline, on_progress=on_progress, stop=stop, effort=effort
        )
    began = time.monotonic()
    inside = opened(formulation, pins.keep | formulation.past, free)
    if inside.broken:
        return Outcome(Status.INFEASIBLE, None, None, 0, time.monotonic() - began)
    paid = sum(inside.paid.values())
    tell = None if on_progress is None else _adding(on_progress, paid, pins.keep)
    search = _Search(inside.formulation, deadline, tell, stop, effort)
    found = search.run(start - pins.keep if start is not None and pins.allow(start, formulation) else None)
    whole = None if found.plan is None else found.plan | pins.keep
    score = None if found.score is None else Score(0, found.score.cost + paid)
    bound = 0 if found.status is Status.INFEASIBLE else found.bound + paid
    return Outcome(found.status, whole, score, bound, time.monotonic() - began)


def _adding(tell: OnProgress, paid: int, keep: Plan) -> OnProgress:
    """Tell of what is open as of the whole: with what is paid in any case, and what is kept."""

    def told(now: Progress) -> None:
        cost, plan = None if now.cost is None else now.cost + paid, None if now.plan is None else now.plan | keep
        tell(Progress(now.seconds, cost, now.bound + paid, plan))

    return told


class _Decided(NamedTuple):
    """Whether a part was decided for good, and what it costs at least; no bound where no plan of it was found."""

    decided: bool
    bound: int | None


class _Search:
    """One search: the best plan so far, and the bound."""

    def __init__(
        self, formulation: Formulation, deadline: float | None, on_progress: OnProgress | None,
        stop: threading.Event | None, effort: Effort,
    ) -> None:  # fmt: skip
        self._began = time.monotonic()
        self._deadline, self._tell, self._stop, self._effort = deadline, on_progress, stop, effort
        self._formulation, self._parts = formulation, Parts(formulation)
        self._bound = trivial_bound(formulation)
        self._choices = choices(formulation)
        self._judge = Judge(formulation)
        self._columns: Columns | None = None
        self._plan: Plan | None = None
        self._score: Score | None = None
        self._chance = random.Random(effort.seed)  # noqa: S311

    def run(self, start: Plan | None) -> Outcome:
        """Return what comes of the search."""
        if start is not None:
            self._take(start)
        if self._done():
            return self._outcome()
        relaxed = relax(self._choices, self._deadline, self._stop)
        if relaxed is not None and not relaxed.feasible:
            return Outcome(Status.INFEASIBLE, None, None, 0, time.monotonic() - self._began)
        if relaxed is not None:
            self._bound = max(self._bound, self._grown(relaxed.bound))
            self._report()
            self._columns = self._columns_of(relaxed)
            self._reach(relaxed)
        if self._plan is None:
            return self._all_at_once()
        self._improve(relaxed)
        return self._outcome()

    def _grown(self, bound: int) -> int:
        """Return a bound rounded up to what a cost can be."""
        grain = self._formulation.grain
        return -(-bound // grain) * grain

    def _reach(self, relaxed: Relaxed) -> None:
        """Come from the linear program to a plan and a better bound."""
        if not self._done():
            self._round(relaxed, QUICK)
        if not self._done():
            self._search_whole(relaxed, MOST_WHOLE if self._columns is None else BRIEF)
        if self._columns is not None and not self._done():
            self._grow(self._columns)
            self._dive(self._columns)
        if self._plan is None and not self._done():
            self._round(relaxed, 6 * AT_A_TIME)

    def _columns_of(self, relaxed: Relaxed) -> "Columns | None":
        """Return the program of loads, where there is one that says more than the linear program of options."""
        if (found := loads(self._choices)) is None:
            return None
        from optimizer.engine.sums.columns import columns  # compiled code takes half a second to import

        return columns(found, relaxed.prices)

    def _grow(self, columns: "Columns") -> None:
        """Grow the program of loads, for its bound and for plans near it."""
        columns.grow(sys.maxsize, self._over(GROWING_SHARE * self._left(MOST_GROWING / GROWING_SHARE)))
        self._bound = max(self._bound, self._grown(rounded_up(self._choices.fixed + columns.bound)))
        self._report()

    def _over(self, seconds: float) -> Callable[[], bool]:
        until = time.monotonic() + seconds
        return lambda: time.monotonic() >= until or self._out_of_time()

    def _round(self, relaxed: Relaxed, seconds: float) -> None:
        """Fix what the linear program takes whole, and decide the rest; free more when that cannot be."""
        whole = frozenset(pair for pair, value in relaxed.values.items() if value > 1 - WHOLE)
        until = time.monotonic() + seconds
        for share in SHARES:
            loose = {pair for pair in whole if self._chance.random() < share}
            whats = {pair.what for pair in relaxed.values if pair not in whole} | {pair.what for pair in loose}
            whats |= {pair.what for pair in self._formulation.pairs} - {pair.what for pair in relaxed.values}
            free = {pair for pair in self._formulation.pairs if pair.what in whats}
            rest = until - time.monotonic()
            if rest <= 0 or self._out_of_time() or self._decided(whole - free, free, rest):
                return

    def _decided(self, fixed: Plan, free: Collection[Pair], seconds: float) -> bool:
        return self._decide(fixed, free, None, seconds) not in (None, Status.INFEASIBLE)

    def _search_whole(self, relaxed: Relaxed, most: float) -> None:
        """Search all that a better plan could have for a while, mostly for the bound."""
        kept = np.ones(len(self._choices.options), np.bool_)
        if self._score is not None:
            kept = left(self._choices, relaxed, self._score.cost - self._formulation.grain)
        before = self._score
        decided, bound = self._decide_kept(kept, WHOLE_SHARE * self._left(most / WHOLE_SHARE))
        if before is not None and (decided or bound is not None):
            # what is not kept costs at least as much as the plan that was known, and so does all when nothing is left
            self._bound = max(self._bound, before.cost if bound is None else min(before.cost, self._grown(bound)))
            self._report()

    def _decide_kept(self, kept: Flags, seconds: float) -> _Decided:
        """Decide among the options that are kept, and keep a better plan."""
        chosen = None if self._plan is None else self._choices.chosen(self._plan)
        program = Program(self._choices, kept, whole=True)
        status = program.solve(seconds, chosen, self._stop)
        if status in FOUND:
            self._take(self._choices.plan(np.flatnonzero(program.taken > 0.5)))
            return _Decided(status == FOUND[0], rounded_up(program.bound))
        return _Decided(status == Program.IMPOSSIBLE, None)

    def _left(self, most: float) -> float:
        """Return the seconds that are left, and no more than some."""
        return most if self._deadline is None else max(0.001, min(most, self._deadline - time.monotonic()))

    def _improve(self, relaxed: Relaxed | None) -> None:
        """Decide one part after another again, as long as there is time and something to gain."""
        ways = self._ways(relaxed)
        way, idle = 0, 0
        while not self._done() and (self._deadline is not None or idle < IDLE):
            if relaxed is not None and idle and idle % PATIENCE == 0:
                self._prove(relaxed)
                if self._done():
                    return
            before = self._score
            ways[way]()
            idle = idle + 1 if self._score == before else 0
            way = way if idle == 0 else (way + 1) % len(ways)  # what gained is gone on with

    def _ways(self, relaxed: Relaxed | None) -> list[Callable[[], None]]:
        """Return the ways to a better plan, those that gain most first."""
        ways: list[Callable[[], None]] = []
        if (columns := self._columns) is not None:
            ways.append(lambda: self._dive(columns))
        if relaxed is not None:
            nearby = Nearby(self._choices, relaxed.worth, self._chance)
            ways.append(lambda: self._decide_nearby(nearby))
        neighbourhoods = Neighbourhoods(self._formulation, relaxed, self._chance)
        ways.append(lambda: self._decide_part(neighbourhoods))
        return ways

    def _decide_part(self, neighbourhoods: Neighbourhoods) -> None:
        assert self._plan is not None
        free = neighbourhoods.next(self._plan)
        status = self._decide(self._plan - free, free, self._plan & free, AT_A_TIME)
        neighbourhoods.learn(easy=status is Status.OPTIMAL)
        if len(free) == len(self._formulation.pairs) and status is Status.OPTIMAL:
            assert self._score is not None
            self._bound = self._score.cost

    def _decide_nearby(self, nearby: Nearby) -> None:
        assert self._plan is not None
        chosen = self._choices.chosen(self._plan)
        if chosen is not None and not self._done():
            nearby.learn(easy=self._decide_kept(nearby.next(chosen), self._left(AT_A_TIME)).decided)

    def _dive(self, columns: "Columns") -> None:
        """Take loads as the program likes them, and decide what is left exactly."""
        if self._done():
            return
        from optimizer.engine.sums.columns import dive

        taken, rest = dive(columns, self._chance, self._over(DIVING))
        free = self._choices.plan(rest.options)
        self._decide(self._choices.plan(taken), free, None, AT_A_TIME / 2)

    def _prove(self, relaxed: Relaxed) -> None:
        """Decide all that a better plan could have otherwise, when that is little enough; that settles the search."""
        assert self._plan is not None and self._score is not None
        most = self._score.cost - self._formulation.grain
        fixed, free = self._choices.settled(left(self._choices, relaxed, most))
        if len(free) > FEW:
            return
        same = self._plan == fixed | (self._plan & free)
        seconds = AT_A_TIME if self._deadline is None else (self._deadline - time.monotonic()) / 2
        status = self._decide(fixed, free, self._plan & free if same else None, max(AT_A_TIME, seconds))
        if status in (Status.OPTIMAL, Status.INFEASIBLE):
            self._bound = self._score.cost

    def _decide(self, fixed: Plan, free: Collection[Pair], start: Plan | None, seconds: float) -> Status | None:
        """Decide a part with all else fixed, keep a better plan, and tell how that ended; None without a plan."""
        until = time.monotonic() + seconds
        if self._deadline is not None:
            until = min(until, self._deadline)
        part = self._parts.part(fixed, free)
        found = cpsat.solve(part, start=start, deadline=until, stop=self._stop, effort=self._effort)
        if found.plan is None:
            return Status.INFEASIBLE if found.status is Status.INFEASIBLE else None
        self._take(fixed | found.plan)
        return found.status

    def _all_at_once(self) -> Outcome:
        found = cpsat.solve(
            self._formulation, deadline=self._deadline, on_progress=self._tell, stop=self._stop, effort=self._effort
        )  # fmt: skip
        bound = max(found.bound, self._bound) if found.status is not Status.INFEASIBLE else 0
        return replace(found, bound=bound, seconds=time.monotonic() - self._began)

    def _take(self, plan: Plan) -> None:
        score = self._judge.judge(plan).score
        if not score.broken and (self._score is None or score < self._score):
            self._plan, self._score = plan, score
            self._report()

    def _report(self) -> None:
        if self._tell:
            cost = None if self._score is None else self._score.cost
            self._tell(Progress(time.monotonic() - self._began, cost, self._bound, self._plan))

    def _done(self) -> bool:
        proved = self._score is not None and self._score.cost <= self._bound
        return proved or self._out_of_time()

    def _out_of_time(self) -> bool:
        late = self._deadline is not None and time.monotonic() >= self._deadline
        return late or (self._stop is not None and self._stop.is_set())

    def _outcome(self) -> Outcome:
        seconds = time.monotonic() - self._began
        stopped = self._stop is not None and self._stop.is_set()
        if self._score is None:
            return Outcome(Status.STOPPED if stopped else Status.OUT_OF_TIME, None, None, self._bound, seconds)
        proved = self._score.cost <= self._bound
        status = Status.OPTIMAL if proved else Status.STOPPED if stopped else Status.FEASIBLE
        return Outcome(status, self._plan, self._score, self._bound, seconds)
