"""Solves one part of something large: a good plan soon, by annealing alone."""

import math
from contextlib import suppress

from optimizer.engine.approach import approached
from optimizer.engine.clock import Clock, TimeUpError
from optimizer.engine.incumbent import Incumbent
from optimizer.engine.nearest import solve_or_nearest
from optimizer.engine.outcome import Outcome, Pins, Status
from optimizer.engine.quick.coolings import REHEAT
from optimizer.engine.quick.improve import Quick, better, quick
from optimizer.engine.run import Run
from optimizer.planning.formulation import Formulation
from optimizer.planning.pair import Plan

SMALL, SHARE = 1_000, 0.4
"""Up to how many pairs a part is given to the exact search as well, and for which part of its time it is annealed then:
that bounds it, but under load its first plan is three times as dear."""
CLOSE = 0.002
"""Which part of its cost a bound may be below it for both to be left as they are."""


def solve_part(formulation: Formulation, pins: Pins, *, start: Plan | None, run: Run) -> Outcome:
    """Return the best plan of a part, or the nearest, by a deadline; only that of a small one has a bound.

    Annealing finds what column generation proves to be within a part in a hundred in thirteen seconds of a processor
    for fifty people and four weeks. A start that keeps every must is bettered from where it is, any other from anew.
    """
    small = len(formulation.offered) <= SMALL
    first = run.part(SHARE) if small else run
    start = approached(annealed, formulation, pins, start, first)
    found = annealed(formulation, pins, start=start, run=first)
    return solve_or_nearest(formulation, pins, start=found.found, run=run) if small else found


def annealed(formulation: Formulation, pins: Pins, *, start: Plan | None, run: Run) -> Outcome:
    """Return the best plan that annealing comes to, which proves nothing."""
    incumbent = Incumbent(formulation, run)
    if start is not None and pins.allow(start, formulation):
        incumbent.post(start)

    with suppress(TimeUpError):
        made = quick(formulation, pins, run.effort.seed, run.clock.check)
        if made is not None:
            _better(made, incumbent, run.clock)
    return _outcome(incumbent, run)


def _better(made: Quick, incumbent: Incumbent, clock: Clock) -> None:
    """Better the incumbent from not too hot where there is one that keeps every must, else what was made."""
    known = incumbent.plan
    incumbent.post(made.plan)
    begun = incumbent.near if incumbent.plan is None else incumbent.plan
    if begun is not None:
        made.start_from(begun)
    if known is None:
        better(made, clock, incumbent.post)
    else:
        for plan in made.cool(max(1.0, clock.left(math.inf)), clock.over, REHEAT):
            incumbent.post(plan)


def _outcome(incumbent: Incumbent, run: Run) -> Outcome:
    best = incumbent.best
    if best is None:
        return Outcome(Status.OUT_OF_TIME, None, None, 0, incumbent.seconds, nearest=incumbent.nearest)
    status = Status.STOPPED if run.stopped else Status.FEASIBLE
    return Outcome(status, best.plan, best.score, 0, incumbent.seconds)
