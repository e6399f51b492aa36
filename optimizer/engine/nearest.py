"""Tells the nearest plan, found with musts that bend, as what it is."""

from dataclasses import replace

from optimizer.engine.outcome import Outcome, Status
from optimizer.planning.formulation import Formulation
from optimizer.planning.score import Judge


def told_apart(formulation: Formulation, outcome: Outcome, close: Outcome) -> Outcome:
    """Return the nearest plan as what it is: when it keeps every must after all, an ordinary plan."""
    score = Judge(formulation).judge(close.plan).score if close.plan is not None else None
    if score is not None and not score.broken:
        return replace(close, status=Status.FEASIBLE, score=score, bound=outcome.bound)
    return replace(close, status=outcome.status, score=None, bound=0)
