"""An order to simulate a schedule in parts: it tells of every part that is done, and keeps them when it is stopped."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from optimizer.scenarios.pool import run_all
from optimizer.scenarios.stress.simulate import simulate
from optimizer.scenarios.stress.stress import Stress, StressReport

PARTS = 10
"""Into how many parts the periods are cut, of which each takes a moment to begin."""


@dataclass(frozen=True)
class StressOrder:
    """An order to simulate a published schedule on so many processes."""

    stress: Stress
    workers: int = 1

    @property
    def total(self) -> int:
        """Return how many periods there are."""
        return self.stress.periods

    def __call__(self, tell: Callable[[int], None], stop: threading.Event) -> StressReport | None:
        """Return what the simulated periods came to, None without any; tell how many are done after each part."""
        tasks, done = self.stress.tasks(PARTS), [0]

        def on_done(number: int, _: object) -> None:
            done[0] += tasks[number].periods
            tell(done[0])

        found = run_all(tasks, simulate, workers=self.workers, on_done=on_done, stop=stop)
        parts = [part for part in found if part]
        return self.stress.report(parts) if parts else None
