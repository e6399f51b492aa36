"""A schedule to try things on, no better than it has to be."""

import threading
import time

from optimizer.engine.run import Run
from optimizer.engine.solve import solve


def first_plan(formulation, pins):
    """Return the first schedule that is found and keeps every must."""
    stop = threading.Event()

    def see(progress):
        if progress.plan and progress.cost is not None:  # one without a cost breaks musts
            stop.set()

    found = solve(formulation, pins, run=Run(time.monotonic() + 300, stop=stop, on_progress=see))
    assert found.plan is not None and not found.score.broken
    return found.plan
