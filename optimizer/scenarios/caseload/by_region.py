"""Solves regions that share nobody side by side; their costs and bounds add up to those of the whole panel."""

import os
import threading
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from optimizer.caseload.panel import Panel
from optimizer.caseload.region import Region
from optimizer.engine.clock import DAY
from optimizer.engine.goals import Ordered, Reached, solve_in_order
from optimizer.engine.outcome import Pins, Status
from optimizer.engine.run import UNLIMITED, Run
from optimizer.planning.formulation import formulate
from optimizer.planning.goal import Goals
from optimizer.planning.policy import Policy
from optimizer.planning.score import Score
from optimizer.scenarios.caseload.start import start_of, with_handovers

WORST_FIRST = (Status.INFEASIBLE, Status.OUT_OF_TIME, Status.STOPPED, Status.FEASIBLE, Status.OPTIMAL)
SETTLED = (Status.OPTIMAL, Status.INFEASIBLE, Status.STOPPED)
FIRST = 0.5
"""Which part of the time all regions share at first; the rest is for those that were not settled, from their plans."""
TURNS, LEAST = 4, 1.0
"""How often a region gets time at most while some goal is not proved, and how many seconds are worth a turn."""


@dataclass(frozen=True)
class PanelSearch:
    """How a panel, or a region of one, is solved in the order of goals."""

    policy: Policy
    goals: Goals
    run: Run = UNLIMITED

    def solve(self, panel: Panel, before: Ordered | None = None) -> Ordered:
        """Return the best plan found, going on with what was found before."""
        formulation = formulate(panel, self.policy)
        panel = with_handovers(panel, formulation)
        known = None if before is None or before.plan is None else before
        return solve_in_order(
            formulation, self.goals, Pins(panel.locked), start=None if known else start_of(panel, formulation),
            run=self.run, before=known,
        )  # fmt: skip

    def solve_regions(self, regions: Sequence[Panel]) -> Ordered:
        """Return what all regions come to together."""
        began, found = time.monotonic(), list[Ordered | None]([None] * len(regions))
        first = replace(self, run=self.run.part(FIRST if len(regions) > 1 else 1.0))
        for turn in range(TURNS):
            found = (first if turn == 0 else self).side_by_side(regions, found)
        return together(found, time.monotonic() - began)

    def side_by_side(self, regions: Sequence[Panel], before: Sequence[Ordered | None]) -> list[Ordered | None]:
        """Solve those regions that were not settled before, one a core at a time; what one leaves over others get.

        The solvers hold no lock of Python's while they work, so threads do, and share progress and a wish to stop.
        """
        found = [*before]
        open_ = [number for number, each in enumerate(before) if each is None or each.status not in SETTLED]
        sizes = {number: len(regions[number].managers) * len(regions[number].patients) for number in open_}
        beside = max(1, min(len(open_), self.run.effort.workers or os.cpu_count() or 1))
        one, lock = self._one_of(beside), threading.Lock()

        def solve(number: int) -> None:
            with lock:
                mine = beside * sizes[number] / max(1, sum(sizes.values()))
                del sizes[number]
            if found[number] is None or self.run.clock.left(DAY) > LEAST:
                share = replace(one, run=one.run.part(min(1.0, mine)))
                found[number] = share.solve(regions[number], found[number])

        with ThreadPoolExecutor(beside) as threads:
            list(threads.map(solve, open_))
        return found

    def _one_of(self, beside: int) -> "PanelSearch":
        """Return the same search with its share of the cores."""
        if beside < 2:
            return self
        workers = max(1, (self.run.effort.workers or os.cpu_count() or 1) // beside)
        return replace(self, run=replace(self.run, effort=replace(self.run.effort, workers=workers)))


def part_of(panel: Panel, region: Region) -> Panel:
    """Return a region of a panel as a panel of its own."""
    managers, patients = {*region.managers}, {*region.patients}
    return replace(
        panel,
        managers=tuple(manager for manager in panel.managers if manager.id in managers),
        patients=tuple(patient for patient in panel.patients if patient.id in patients),
        given=frozenset(p for p in panel.given if p.who in managers and p.what.patient in patients),
        locked=frozenset(p for p in panel.locked if p.who in managers and p.what.patient in patients),
    )


def together(found: Sequence[Ordered | None], seconds: float) -> Ordered:
    """Return what regions come to together: the worst of their ends, all their pairs, sums of costs and bounds."""
    known = [each for each in found if each is not None]
    status = min((each.status for each in known), key=WORST_FIRST.index)
    if any(each.plan is None for each in known) or len(known) < len(found):
        return Ordered(status, None, None, (), seconds)
    plan = frozenset(pair for each in known for pair in each.plan or ())
    score = Score(sum(e.score.broken for e in known if e.score), sum(e.score.cost for e in known if e.score))
    return Ordered(status, plan, score, _added(reached for each in known for reached in each.reached), seconds)


def _added(reached: Iterable[Reached]) -> tuple[Reached, ...]:
    costs, bounds, seconds = Counter[str](), Counter[str](), dict[str, float]()
    first: dict[str, Reached] = {}
    for each in reached:
        title = each.goal.title
        known = first.setdefault(title, each)
        first[title] = replace(known, status=min(known.status, each.status, key=WORST_FIRST.index))
        costs[title] += each.cost
        bounds[title] += each.bound
        seconds[title] = seconds.get(title, 0.0) + each.seconds
    return tuple(
        replace(each, cost=costs[title], bound=bounds[title], seconds=seconds[title]) for title, each in first.items()
    )
