"""Solves any formulation exactly with CP-SAT; it is the referee for every other engine."""

import math
import os
import threading
import time
from typing import Any

from ortools.sat.python import cp_model

from optimizer.engine.clock import TimeUpError
from optimizer.engine.model import Model
from optimizer.engine.outcome import NO_PINS, Outcome, Pins, Progress, Status
from optimizer.engine.run import UNLIMITED, Run
from optimizer.engine.stopper import Stopper
from optimizer.planning.formulation import Formulation
from optimizer.planning.pair import Plan
from optimizer.planning.score import Score, judge_of


def solve(
    formulation: Formulation, pins: Pins = NO_PINS, *, start: Plan | None = None, run: Run = UNLIMITED,
    model: Model | None = None,
) -> Outcome:  # fmt: skip
    """Return the best plan found, and a proven bound on any plan's cost; ``model`` is of both, if it is stated already.

    With one worker, a seed and a deterministic limit instead of a deadline the same formulation gives the same plan
    every time.
    """
    began, known = time.monotonic(), [start] if start is not None and pins.allow(start, formulation) else []
    try:
        model = model or Model(formulation, pins, run.clock.check)
    except TimeUpError:
        return _unsearched(formulation, known, run, began)
    if start is not None:
        model.hint(start)
    solver = cp_model.CpSolver()
    _set_up(solver, run)
    status, bound = _searched(solver, model, run, began)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        known.append(model.plan(solver))
    score, plan = _best(formulation, known)
    if plan is not None and status == cp_model.UNKNOWN:
        status = cp_model.FEASIBLE
    return Outcome(_STATUS[status, run.stopped], plan, score, bound, time.monotonic() - began)


def _searched(solver: cp_model.CpSolver, model: Model, run: Run, began: float) -> tuple[Any, int]:
    """Search, tell on the way, and return how that ended and the bound."""
    teller = _Teller(model, began, run)
    solver.best_bound_callback = teller.on_bound
    with Stopper(solver.stop_search, run.clock.over):
        status = solver.solve(model.cp, teller)
    if status == cp_model.MODEL_INVALID:
        raise ValueError(f"CP-SAT refuses the model: {model.cp.validate()}")
    return status, 0 if status == cp_model.INFEASIBLE else _whole(solver.best_objective_bound)


def _unsearched(formulation: Formulation, known: list[Plan], run: Run, began: float) -> Outcome:
    """Return what is known when there is no time even to state the model: the start, if it keeps every must."""
    score, plan = _best(formulation, known)
    without = Status.OUT_OF_TIME if plan is None else Status.FEASIBLE
    return Outcome(Status.STOPPED if run.stopped else without, plan, score, 0, time.monotonic() - began)


def _best(formulation: Formulation, plans: list[Plan]) -> tuple[Score, Plan] | tuple[None, None]:
    """Return the best of those that keep every must: a search that is cut short may not even look at its start."""
    if not plans:
        return None, None
    judge = judge_of(formulation)
    scored = ((judge.judge(plan).score, plan) for plan in plans)
    return min((each for each in scored if not each[0].broken), key=_first, default=(None, None))


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


def _set_up(solver: cp_model.CpSolver, run: Run) -> None:
    """Set limits, and searches that suit rosters: full use of linear programming for the bound, restarts for plans.

    One worker takes turns between the two, which is the same every time. With more, the first of them gets a thread
    of its own, so it is the one that proves.
    """
    parameters, effort = solver.parameters, run.effort
    parameters.catch_sigint_signal = False
    parameters.num_workers = effort.workers or os.cpu_count() or 1
    parameters.interleave_search = parameters.num_workers == 1
    parameters.subsolvers.extend(
        ("quick_restart", "max_lp") if parameters.num_workers == 1 else ("max_lp", "quick_restart")
    )
    parameters.random_seed = effort.seed
    if run.deadline is not None:
        parameters.max_time_in_seconds = max(0.01, run.deadline - time.monotonic())
    if effort.deterministic is not None:
        parameters.max_deterministic_time = effort.deterministic


def _whole(bound: float) -> int:
    """Return a bound on whole cents as whole cents, rounding errors allowed for; no cost lies below 0."""
    return max(0, math.ceil(bound - 1e-4)) if math.isfinite(bound) else 0


class _Teller(cp_model.CpSolverSolutionCallback):
    """Tells of every better plan and every better bound."""

    def __init__(self, model: Model, began: float, run: Run) -> None:
        super().__init__()
        self._model, self._began, self._run = model, began, run
        self._cost: int | None = None
        self._bound = 0
        self._lock = threading.Lock()

    def on_solution_callback(self) -> None:
        """Take note of a better plan."""
        plan = self._model.plan(self) if self._run.on_progress else None
        self._report(round(self.objective_value), self.best_objective_bound, plan)

    def on_bound(self, bound: float) -> None:
        """Take note of a better bound."""
        self._report(None, bound, None)

    def _report(self, cost: int | None, bound: float, plan: Plan | None) -> None:
        with self._lock:
            self._cost = cost if cost is not None else self._cost
            self._bound = max(self._bound, _whole(bound))
            self._run.tell(Progress(time.monotonic() - self._began, self._cost, self._bound, plan))
