"""A search for a better schedule, as a job."""

from dataclasses import replace
from typing import TypeAlias

from optimizer.planning.pair import Plan
from optimizer.scenarios.resolve import Resolve, SolveStep
from optimizer.staffing.schedule.merging import Merge
from optimizer.summary.schedule.changes.few_changes import ChangeStep
from optimizer.ui.jobs.job import Begun, Job
from optimizer.ui.schedule.solving.taken_part import TakenPart

KIND = "solve"
FewOf: TypeAlias = tuple[int, int, Merge]


class SolveJob(Job[Resolve]):
    """A search for a better schedule; of the plans on the way only the best is kept.

    ``part`` is what is chosen to be taken of it; ``few`` the few changes worth the most, after that of which they are:
    the revision and version of the draft, and what was left to take.
    """

    def __init__(self, order: Resolve, begun: Begun) -> None:
        self.best: Plan | None = None
        self.few: tuple[FewOf, ChangeStep | None] | None = None
        self.part = TakenPart()
        super().__init__(order, begun)

    def hear(self, step: SolveStep) -> None:
        """Keep a step, and its plan as the best."""
        self.best = step.plan or self.best
        super().hear(replace(step, plan=None))
