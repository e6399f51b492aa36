"""How soon, how well and with how much memory a large intensive care unit is solved."""

import resource
import time
from dataclasses import dataclass, field

from optimizer.engine.nearest import solve_or_nearest
from optimizer.engine.outcome import Outcome, Pins, Progress
from optimizer.engine.run import Effort, Run
from optimizer.planning.formulation import formulate
from tests.made.large_units import large_unit

HEADING = "| people × weeks | laws, s | any plan, s | first plan, s | cost, $ | bound, $ | seconds | MiB |"


@dataclass
class Firsts:
    """When there was a plan, and one that keeps every must, in seconds from ``began`` on."""

    began: float
    seen: dict[bool, float] = field(default_factory=dict)

    def hear(self, progress: Progress) -> None:
        """Take note of a plan."""
        if progress.plan is not None:
            for kept in (False, progress.cost is not None):
                self.seen.setdefault(kept, time.monotonic() - self.began)

    def __str__(self) -> str:
        """Return both as cells of a table."""
        return " | ".join(f"{self.seen[kept]:.1f}" if kept in self.seen else "-" for kept in (False, True))


def measure_large(people: int, weeks: int, seconds: float, workers: int | None) -> str:
    """Return a row of a table: laws, plans and memory; seconds count from when the unit is known."""
    unit, policy = large_unit(people, weeks)
    firsts = Firsts(time.monotonic())
    formulation = formulate(unit, policy)
    laws = time.monotonic() - firsts.began
    run = Run(firsts.began + seconds, on_progress=firsts.hear, effort=Effort(workers))
    outcome = solve_or_nearest(formulation, Pins(unit.locked), run=run)
    took, peak = time.monotonic() - firsts.began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    figures = (f"{laws:.1f}", str(firsts), *_dollars(outcome), f"{took:.1f}", str(peak))
    return f"| {people} × {weeks} | {' | '.join(figures)} |"


def _dollars(outcome: Outcome) -> tuple[str, str]:
    cost = "-" if outcome.score is None else f"{outcome.score.cost / 100:,.0f}"
    return cost, f"{outcome.bound / 100:,.0f}"
