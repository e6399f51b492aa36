"""How fast and how well the samples are solved."""

import time
from dataclasses import dataclass

from optimizer.engine.outcome import Outcome, Pins, Progress
from optimizer.engine.run import Run
from optimizer.engine.solve import Engine, solve
from optimizer.planning.formulation import formulate
from optimizer.workbook.unit.read import read
from tests.paths import SAMPLES


@dataclass(frozen=True)
class SampleRun:
    """One solve of one sample; ``first_plan`` is in seconds from reading the workbook on, None without a plan."""

    sample: str
    engine: Engine
    outcome: Outcome
    first_plan: float | None

    def __str__(self) -> str:
        """Return the run as a row of a Markdown table."""
        outcome, first = self.outcome, "-" if self.first_plan is None else f"{self.first_plan:.1f}"
        cost = "-" if outcome.score is None else f"{outcome.score.cost / 100:,.0f}"
        gap = "-" if outcome.gap is None else f"{outcome.gap:.1%}"
        figures = (first, cost, f"{outcome.bound / 100:,.0f}", gap, f"{outcome.seconds:.1f}")
        return f"| {self.sample} | {self.engine} | {' | '.join(figures)} |"


def measure_sample(sample: str, seconds: float, engine: Engine = Engine.AUTO) -> SampleRun:
    """Return how a sample is solved from its workbook in so many seconds."""
    began, firsts = time.monotonic(), []

    def on_progress(progress: Progress) -> None:
        if progress.cost is not None and not firsts:
            firsts.append(time.monotonic() - began)

    contents = read(SAMPLES / f"unit-{sample}.xlsx")
    formulation = formulate(contents.unit, contents.policy)
    pins = Pins(contents.unit.locked)
    deadline = time.monotonic() + seconds
    outcome = solve(formulation, pins, engine=engine, run=Run(deadline, on_progress=on_progress))
    return SampleRun(sample, engine, outcome, firsts[0] if firsts else None)
