"""Why a unit has no schedule that keeps every must."""

from optimizer.engine.explain.explain import Explanation, explain
from optimizer.engine.run import Run
from optimizer.scenarios.explain.subject import UnitToExplain
from optimizer.scenarios.plan_unit import UnitToPlan


def explain_unit(asked: UnitToPlan, run: Run) -> Explanation:
    """Return why a unit has no schedule that keeps every must, by a deadline."""
    subject = UnitToExplain(asked)
    return explain(subject.formulation, subject.pins, run)
