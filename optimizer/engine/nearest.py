"""Finds the nearest plan, with musts that bend, where none keeps every must, and tells it as what it is."""

from collections.abc import Callable
from dataclasses import replace

from optimizer.engine.outcome import Outcome, Status
from optimizer.planning.formulation import Formulation
from optimizer.planning.score import Judge


def best_or_nearest(
    formulation: Formulation, run: Callable[[Formulation], Outcome], goes_on: Callable[[Outcome], bool]
) -> Outcome:
    """Return the best plan; when none that keeps every must is found, and the search goes on, the nearest one."""
    outcome = run(formulation)
    if outcome.plan is not None or not goes_on(outcome):
        return outcome
    close = run(formulation.relaxed())
    return told_apart(formulation, outcome, replace(close, seconds=outcome.seconds + close.seconds))


def told_apart(formulation: Formulation, outcome: Outcome, close: Outcome) -> Outcome:
    """Return the nearest plan as what it is: when it keeps every must after all, an ordinary plan."""
    score = Judge(formulation).judge(close.plan).score if close.plan is not None else None
    if score is not None and not score.broken:
        return replace(close, status=Status.FEASIBLE, score=score, bound=outcome.bound)
    return replace(close, status=outcome.status, score=None, bound=0)
