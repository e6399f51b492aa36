"""What can be ordered about a hospital: a plan of all units at once, or one at each of several budgets."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from optimizer.planning.pair import Plan
from optimizer.scenarios.crew import Crew
from optimizer.scenarios.hospital.report import HospitalReport, report_of
from optimizer.scenarios.hospital.search import HospitalProgress
from optimizer.scenarios.hospital.solve import HospitalLimits, solve_hospital
from optimizer.scenarios.hospital.step import SolveSteps, Step, StepDone, work
from optimizer.scenarios.hospital.told import HospitalAccount
from optimizer.scenarios.pool import run_all
from optimizer.staffing.hospital.hospital import Hospital


@dataclass(frozen=True, slots=True)
class HospitalStep:
    """How far an order is: at which budget, what is being done there, and how many units are done with it."""

    budget: int
    progress: HospitalProgress
    done: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True)
class HospitalFound:
    """A plan that was found at a budget in cents, None without one, with the report on it."""

    budget: int | None
    plan: Plan
    report: HospitalReport


@dataclass(frozen=True)
class HospitalOrder:
    """An order to plan a hospital at every budget in cents, one after the other; None is no limit."""

    hospital: Hospital
    budgets: tuple[int | None, ...]
    limits: HospitalLimits = field(default_factory=HospitalLimits)

    @property
    def lasting(self) -> float:
        """Return how many seconds it takes at most."""
        return len(self.budgets) * self.limits.seconds

    def __call__(self, tell: Callable[[HospitalStep | HospitalFound], None], stop: threading.Event) -> int:
        """Tell of every plan as it is found, and return at how many budgets there is one."""
        found = 0
        with Crew(self.limits.workers) as crew:
            for number, budget in enumerate(self.budgets):
                if stop.is_set():
                    break
                plan = self._found(budget, crew, _Line(number, tell), stop)
                if plan is not None:
                    tell(plan)
                    found += 1
        return found

    def _found(self, budget: int | None, crew: Crew, line: "_Line", stop: threading.Event) -> HospitalFound | None:
        """Return the plan at a budget, None where the search was stopped before there was any."""
        hospital = replace(self.hospital, budget=budget)
        outcome = solve_hospital(hospital, self.limits, line.steps(crew, stop), line.tell, stop)
        if outcome.score is None:
            return None
        return HospitalFound(budget, outcome.plan, report_of(hospital.name, budget, HospitalAccount(outcome)))


class _Line:
    """Tells what is being done at one budget, and how many units are done with it."""

    def __init__(self, budget: int, tell: Callable[[HospitalStep], None]) -> None:
        self._budget, self._tell = budget, tell
        self._progress = HospitalProgress("", None, 0)

    def tell(self, progress: HospitalProgress) -> None:
        """Tell what is being done."""
        self._progress = progress
        self._tell(HospitalStep(self._budget, progress))

    def steps(self, crew: Crew, stop: threading.Event) -> SolveSteps:
        """Return what solves steps in the processes of a crew, and tells of each that is done."""

        def solve_steps(steps: Sequence[Step]) -> Sequence[StepDone | None]:
            done: list[int] = []

            def on_done(number: int, _: StepDone) -> None:
                done.append(number)
                self._tell(HospitalStep(self._budget, self._progress, len(done), len(steps)))

            return run_all(steps, work, crew=crew, stop=stop, on_done=on_done)

        return solve_steps
