"""Whether some causes can stand together and, if not, which of them that takes."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from optimizer.engine.clock import TimeUpError
from optimizer.engine.explain.assumed import AssumedModel
from optimizer.engine.explain.cause import Cause, only
from optimizer.engine.run import UNLIMITED, Run
from optimizer.engine.stopper import Stopper
from optimizer.planning.formulation import Formulation


@dataclass(frozen=True, slots=True)
class CoreProof:
    """Whether there is a plan, None when time was up before that was known; ``used`` are the causes why not."""

    possible: bool | None
    used: tuple[Cause, ...] = ()


def proved(formulation: Formulation, causes: Sequence[Cause], run: Run = UNLIMITED) -> CoreProof:
    """Return whether some plan keeps some causes of a formulation, and what is always a must."""
    try:
        model = AssumedModel(only(formulation, causes), causes, run.clock.check)
    except TimeUpError:
        return CoreProof(None)
    solver = cp_model.CpSolver()
    _set_up(solver, run)
    with Stopper(solver.stop_search, run.clock.over):
        status = solver.solve(model.cp)
    if status == cp_model.INFEASIBLE:
        return CoreProof(False, tuple(model.core(solver)))
    return CoreProof(True if status in (cp_model.OPTIMAL, cp_model.FEASIBLE) else None)


def _set_up(solver: cp_model.CpSolver, run: Run) -> None:
    """Have one worker search, since with more no proof tells what it used."""
    parameters = solver.parameters
    parameters.catch_sigint_signal = False
    parameters.num_workers = 1
    parameters.random_seed = run.effort.seed
    if run.deadline is not None:
        parameters.max_time_in_seconds = max(0.01, run.deadline - time.monotonic())
