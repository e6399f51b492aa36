"""Solves one instance of a public family within a time that counts from the start of the process."""

import csv
import resource
import time
from dataclasses import dataclass
from pathlib import Path

from optimizer.engine.outcome import Outcome, Pins, Progress
from optimizer.engine.run import Effort, Run
from optimizer.engine.solve import Engine, solve
from optimizer.planning.formulation import formulate
from tests.benchmarks import BEGAN
from tests.benchmarks.families.benchmark import Benchmark, Sharing
from tests.benchmarks.families.find import find

NOTHING = "-"


@dataclass(frozen=True)
class FamilyRun:
    """One solve of one instance; seconds count from the start of the process, ``first_plan`` is None without a plan."""

    benchmark: Benchmark | Sharing
    outcome: Outcome
    first_plan: float | None
    seconds: float
    peak_mib: int

    def __str__(self) -> str:
        """Return family, instance, cost, bound, gap, seconds, seconds to the first plan and peak MiB, in one line."""
        outcome = self.outcome
        cost = NOTHING if outcome.score is None else str(outcome.score.cost)
        gap = NOTHING if outcome.gap is None else f"{outcome.gap:.4f}"
        first = NOTHING if self.first_plan is None else f"{self.first_plan:.1f}"
        figures = (cost, str(outcome.bound), gap, f"{self.seconds:.1f}", first, str(self.peak_mib))
        return " ".join((self.benchmark.family, self.benchmark.name, *figures))

    def write(self, path: Path) -> None:
        """Write the plan as the family's solution file; without a plan only its header."""
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(self.benchmark.rows(self.outcome.plan or frozenset()))


def solve_family(
    family: str, name: str, data: Path, seconds: float, engine: Engine = Engine.AUTO, workers: int | None = None
) -> FamilyRun:
    """Return how an instance is solved until so many seconds after the process began."""
    firsts: list[float] = []

    def on_progress(progress: Progress) -> None:
        if progress.cost is not None and not firsts:
            firsts.append(time.monotonic() - BEGAN)

    benchmark = find(family, name, data)
    formulation = formulate(benchmark.problem, benchmark.policy)
    outcome = solve(
        formulation,
        Pins(benchmark.entered),
        engine=engine,
        run=Run(BEGAN + seconds, on_progress=on_progress, effort=Effort(workers)),
    )
    elapsed = time.monotonic() - BEGAN
    if outcome.plan is not None and not firsts:
        firsts.append(elapsed)
    return FamilyRun(benchmark, outcome, firsts[0] if firsts else None, elapsed, _peak_mib())


def _peak_mib() -> int:
    """Return the most memory that this process, or a child of it, held at once."""
    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1024
