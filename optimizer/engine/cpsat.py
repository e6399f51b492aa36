"""Solves any formulation exactly with CP-SAT; it is the referee for every other engine."""

import math
import os
import threading
import time

from ortools.sat.python import cp_model

from optimizer.engine.clock import Clock, TimeUpError
from optimizer.engine.model import Model
from optimizer.engine.outcome import NO_PINS, USUAL, Effort, OnProgress, Outcome, Pins, Progress, Status
from optimizer.engine.stopper import Stopper
from optimizer.planning.formulation import Formulation
from optimizer.planning.pair import Plan
from optimizer.planning.score import Judge, Score


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

    Setting ``stop`` from any thread ends the search within moments with the best plan so far. With one worker, a seed
    and a deterministic limit instead of a deadline the same formulation gives the same plan every time.
    """
    began, clock = time.monotonic(), Clock(deadline, stop)
    try:
        model = Model(formulation, pins, clock.check)
    except TimeUpError:
        return _unsearched(formulation, pins, start, clock, began)
    if start is not None:
        model.hint(start)
    solver = cp_model.CpSolver()
    _set_up(solver, deadline, effort)
    watch = _Watch(model, began, on_progress)
    solver.best_bound_callback = watch.on_bound
    with Stopper(solver.stop_search, clock.over):
        status = solver.solve(model.cp, watch)
    stopped = stop is not None and stop.is_set()
    if status == cp_model.MODEL_INVALID:
        raise ValueError(f"CP-SAT refuses the model: {model.cp.validate()}")
    judge = Judge(formulation)
    plans = [model.plan(solver)] if status in (cp_model.OPTIMAL, cp_model.FEASIBLE) else []
    if start is not None and pins.allow(start, formulation) and not judge.judge(start).score.broken:
        plans.append(start)  # a search that is cut short may not even have looked at it
    score, plan = min(((judge.judge(plan).score, plan) for plan in plans), key=_first, default=(None, None))
    if plan is not None and status == cp_model.UNKNOWN:
        status = cp_model.FEASIBLE
    bound = 0 if status == cp_model.INFEASIBLE else _whole(solver.best_objective_bound)
    return Outcome(_STATUS[status, stopped], plan, score, bound, time.monotonic() - began)


def _unsearched(formulation: Formulation, pins: Pins, start: Plan | None, clock: Clock, began: float) -> Outcome:
    """Return what is known when there is no time even to state the model: the start, if it keeps every must."""
    stopped = clock.stop is not None and clock.stop.is_set()
    if start is not None and pins.allow(start, formulation):
        score = Judge(formulation).judge(start).score
        if not score.broken:
            status = Status.STOPPED if stopped else Status.FEASIBLE
            return Outcome(status, start, score, 0, time.monotonic() - began)
    return Outcome(Status.STOPPED if stopped else Status.OUT_OF_TIME, None, None, 0, time.monotonic() - began)


def _first(scored: tuple[Score, Plan]) -> Score:
    return scored[0]


_STATUS = {
    (cp_model.OPTIMAL, False): Status.OPTIMAL,
    (cp_model.OPTIMAL, True): Status.OPTIMAL,
    (cp_model.INFEASIBLE, False): Status.INFEASIBLE,
    (cp_model.INFEASIBLE, True): Status.INFEASIBLE,
    (cp_model.FEASIBLE, False): Status.FEASIBLE,
    (cp_model.FEASIBLE, True): Status.STOPPED,
    (cp_model.UNKNOWN, False): Status.OUT_OF_TIME,
    (cp_model.UNKNOWN, True): Status.STOPPED,
}


def _set_up(solver: cp_model.CpSolver, deadline: float | None, effort: Effort) -> None:
    """Set limits, and searches that suit rosters: full use of linear programming for the bound, restarts for plans.

    One worker takes turns between the two, which is the same every time. With more, the first of them gets a thread
    of its own, so it is the one that proves.
    """
    parameters = solver.parameters
    parameters.catch_sigint_signal = False
    parameters.num_workers = effort.workers or os.cpu_count() or 1
    parameters.interleave_search = parameters.num_workers == 1
    parameters.subsolvers.extend(
        ("quick_restart", "max_lp") if parameters.num_workers == 1 else ("max_lp", "quick_restart")
    )
    parameters.random_seed = effort.seed
    if deadline is not None:
        parameters.max_time_in_seconds = max(0.01, deadline - time.monotonic())
    if effort.deterministic is not None:
        parameters.max_deterministic_time = effort.deterministic


def _whole(bound: float) -> int:
    """Return a bound on whole cents as whole cents, rounding errors allowed for; no cost lies below 0."""
    return max(0, math.ceil(bound - 1e-4)) if math.isfinite(bound) else 0


class _Watch(cp_model.CpSolverSolutionCallback):
    """Tells of every better plan and every better bound."""

    def __init__(self, model: Model, began: float, on_progress: OnProgress | None) -> None:
        super().__init__()
        self._model = model
        self._began = began
        self._tell = on_progress
        self._cost: int | None = None
        self._bound = 0
        self._lock = threading.Lock()

    def on_solution_callback(self) -> None:
        """Take note of a better plan."""
        plan = self._model.plan(self) if self._tell else None
        self._report(round(self.objective_value), self.best_objective_bound, plan)

    def on_bound(self, bound: float) -> None:
        """Take note of a better bound."""
        self._report(None, bound, None)

    def _report(self, cost: int | None, bound: float, plan: Plan | None) -> None:
        with self._lock:
            self._cost = cost if cost is not None else self._cost
            self._bound = max(self._bound, _whole(bound))
            if self._tell:
                self._tell(Progress(time.monotonic() - self._began, self._cost, self._bound, plan))
