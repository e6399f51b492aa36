"""Who takes the patients of a manager who is away or leaves."""

import threading
from dataclasses import dataclass, replace
from datetime import date, timedelta

from optimizer.caseload.manager import Away, Manager
from optimizer.caseload.panel import Panel
from optimizer.caseload.unplaced import Unplaced, unplaced
from optimizer.engine.goals import OnGoal
from optimizer.planning.goal import Goals
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.policy import Policy
from optimizer.scenarios.caseload.assign import Assignment, assign
from optimizer.scenarios.caseload.softened import softened


@dataclass(frozen=True)
class Cover:
    """Who takes whom while a manager is away; ``uncovered`` are patients whom nobody may take, and why."""

    takes: tuple[Pair, ...]
    uncovered: tuple[Unplaced, ...]
    assignment: Assignment


def cover(
    panel: Panel, policy: Policy, plan: Plan, manager: str, first: date, last: date | None, seconds: float,
    *, goals: Goals | None = None, on_progress: OnGoal | None = None, stop: threading.Event | None = None,
) -> Cover:  # fmt: skip
    """Return who takes a manager's patients from a day on, all others staying where they are.

    Without a ``last`` day the manager leaves for good. Licences and certificates count on the first day.
    """
    theirs = frozenset(pair for pair in plan if pair.who == manager)
    staying = plan - theirs
    changed = tuple(_gone(each, first, last) if each.id == manager else each for each in panel.managers)
    without = replace(panel, on=first, managers=changed, given=staying, locked=staying)
    found = assign(without, softened(policy), seconds, goals=goals, on_progress=on_progress, stop=stop)
    patients = {pair.what.patient for pair in theirs}
    uncovered = tuple(each for each in unplaced(without) if each.patient in patients)
    takes = tuple(sorted(pair for pair in found.plan or () if pair.what.patient in patients))
    return Cover(takes, uncovered, found)


def _gone(manager: Manager, first: date, last: date | None) -> Manager:
    if last is None:
        return replace(manager, leaves=first - timedelta(days=1))
    return replace(manager, away=(*manager.away, Away(first, last)))
