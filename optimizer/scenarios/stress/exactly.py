"""The slow simulation: every day's absences mended by an exact model; what the quick rules are held to."""

import numpy as np

from optimizer.engine.run import UNLIMITED, Run
from optimizer.scenarios.replan.events import Absence, DayChange
from optimizer.scenarios.replan.goals import MendGoals
from optimizer.scenarios.replan.mend import Mend, mend
from optimizer.scenarios.stress.rates import drawn_absences
from optimizer.scenarios.stress.simulate import StressStand, StressTask


def uncovered_exactly(task: StressTask, run: Run = UNLIMITED) -> list[int]:
    """Return the minutes uncovered in every period of a task, with the same absences, each day mended as it comes.

    What was worked stays, and what was promised for later days may change: that can only cover more.
    """
    known = StressStand.of(task.unit, task.policy, task.plan).known
    numbers = range(task.first, task.first + task.periods)
    return [_period(task, known.people, number, run) for number in numbers]


def _period(task: StressTask, people: list[str], number: int, run: Run) -> int:
    chance = np.random.default_rng((task.seed, number))
    away = drawn_absences(task.rates, len(people), len(task.unit.days), chance)
    unit, plan = task.unit, task.plan
    for at, day in enumerate(task.unit.days):
        gone = [row for person in np.flatnonzero(away[:, at]) for row in unit.rows_of(people[person])]
        change = DayChange(tuple(Absence(who, day, day) for who in gone))
        if change.missed(unit, plan):
            mended = mend(Mend(unit, task.policy, plan, change, since=day), run, cheaply=False)
            unit, plan = mended.unit, mended.verdict.plan
        elif gone:
            unit, plan = change.apply(unit, plan)
    goals = MendGoals.of(task.unit, task.plan, task.unit, task.plan)
    return goals.missing_minutes(plan)
