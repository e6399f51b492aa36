"""How long a thousand simulated periods take, and how near the quick rules come to re-solving every day exactly."""

import os
import resource
import time
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from optimizer.engine.clock import in_seconds
from optimizer.engine.run import Effort, Run
from optimizer.planning.formulation import formulate
from optimizer.scenarios.plan_unit import pins_of
from optimizer.scenarios.stress.exactly import uncovered_exactly
from optimizer.scenarios.stress.rates import rates_of
from optimizer.scenarios.stress.simulate import StressTask, simulate
from optimizer.scenarios.stress.stress import SURE, Stress, spread
from optimizer.workbook.unit.read import read
from tests.first_plan import first_plan
from tests.paths import SAMPLES

LONGEST = 3600.0
"""Seconds that all exact solves of one period may take."""


def measure_stress(sample: str, periods: int, exact: int, absent: float | None) -> Iterator[str]:
    """Yield the time and processor seconds of simulated periods, and then ``exact`` of them beside exact solves.

    ``absent`` is the part of duties missed, None for the unit's own.
    """
    contents = read(SAMPLES / f"unit-{sample}.xlsx")
    unit, policy = contents.unit, contents.policy
    formulation = formulate(unit, policy)
    plan = first_plan(formulation, pins_of(unit, contents.plan, frozenset(), formulation))
    order = Stress(unit, policy, plan, rates_of(unit, absent), periods)
    began, worked = time.monotonic(), _processor()
    report = order()
    assert report is not None
    yield (
        f"{sample}: {periods:,} periods in {time.monotonic() - began:.1f} s on {os.cpu_count()} cores, "
        f"{_processor() - worked:.1f} processor seconds; {_hours(report.uncovered.mean)} uncovered, "
        f"± {_hours(report.uncovered.off)}"
    )
    yield from _beside_exact(StressTask(unit, policy, plan, order.rates, order.seed, 0, 1), exact)


def _beside_exact(task: StressTask, exact: int) -> Iterator[str]:
    """Yield every period mended by quick rules and by exact solves, and what they differ by on average."""
    both = []
    for number in range(exact):
        one = replace(task, first=number)
        quick = int(simulate(one).uncovered[0])
        slow = uncovered_exactly(one, Run(in_seconds(LONGEST), effort=Effort(1)))[0]
        both.append((quick, slow))
        yield f"period {number}: {_hours(quick)} by quick rules, {_hours(slow)} by exact solves"
    if exact > 1:
        yield _compared(np.array(both))


def _compared(both: "np.ndarray[tuple[int, int], np.dtype[np.int64]]") -> str:
    quick, slow = both.T
    told, differ = spread(quick), (quick - slow).mean()
    paired = SURE * (quick - slow).std(ddof=1) / np.sqrt(len(both))
    inside = abs(differ) <= told.off
    return (
        f"{len(both)} periods: {_hours(told.mean)} ± {_hours(told.off)} by quick rules, {_hours(slow.mean())} by exact "
        f"solves, {'within' if inside else 'OUTSIDE'} the interval; they differ by {_hours(differ)} ± {_hours(paired)}"
    )


def _processor() -> float:
    """Return the processor seconds of this process and of those that it began and that ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _hours(minutes: float) -> str:
    return f"{minutes / 60:.2f} h"
