"""What a float pool saves that all units share, beside one that is divided among them by their size."""

import os
import resource
from collections.abc import Callable, Iterator, Sequence

from optimizer.scenarios.crew import Crew
from optimizer.scenarios.hospital.search import HospitalProgress
from optimizer.scenarios.hospital.solve import HospitalLimits, HospitalOutcome, solve_hospital
from optimizer.scenarios.hospital.step import Step, StepDone, work
from optimizer.scenarios.hospital.told import HospitalAccount
from optimizer.scenarios.pool import run_all
from optimizer.staffing.hospital.hospital import Hospital
from tests.samples.hospitals import alone, hospital

HEADERS = ("pool", "must-fix units", "points", "no fewer than", "gap", "uncovered h", "pay, $", "seconds", "peak MiB")


def share_pool(units: int, people: int, days: int, seconds: float, cluster: str | None) -> Iterator[str]:
    """Yield a table: the hospital with its pool, and the same one with the pool divided for good."""
    whole = hospital(units, people, days=days)
    yield f"| {' | '.join(HEADERS)} |"
    yield "|---" * len(HEADERS) + "|"
    for name, facts in (("shared", whole), ("divided", alone(whole))):
        yield _row(name, facts, seconds, cluster)


def solved(
    facts: Hospital, seconds: float, cluster: str | None, tell: Callable[[HospitalProgress], None]
) -> HospitalOutcome:
    """Return what a hospital's search comes to, with one process a core or on a cluster."""
    workers = os.cpu_count() or 1
    with Crew(workers) as crew:

        def solve_steps(steps: Sequence[Step]) -> Sequence[StepDone | None]:
            return run_all(steps, work, cluster=cluster, crew=crew)

        return solve_hospital(facts, HospitalLimits(seconds, workers), solve_steps, tell)


def _row(name: str, facts: Hospital, seconds: float, cluster: str | None) -> str:
    found = solved(facts, seconds, cluster, lambda _: None)
    told, gap = HospitalAccount(found), "-" if found.gap is None else f"{found.gap:.1%}"
    broken, cost = found.score or ("-", 0)
    peak = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1024
    cells = (name, broken, f"{cost / 100:,.0f}", f"{found.bound / 100:,.0f}", gap, f"{told.uncovered / 60:,.0f}")
    return f"| {' | '.join(map(str, (*cells, f'{told.pay / 100:,.0f}', round(found.seconds), peak)))} |"
