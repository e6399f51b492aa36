"""Work that is not waited for when it does not end in time."""

import threading
import time
from collections.abc import Callable
from typing import TypeVar

from optimizer.engine.clock import Clock
from optimizer.engine.left import watched

T = TypeVar("T")
# Chosen, no measurement is kept: tests/engine/test_deadlines.py holds what they promise.
LATE, STOPPED = 1.0, 0.4
"""Seconds after the deadline, and after a wish to stop, for which work that is about to end is waited for."""
LOOK = 0.05
"""Seconds between two looks at the wish to stop."""


def beside(work: Callable[[], T], clock: Clock) -> T | None:
    """Return what some work on another thread comes to, None when it does not end in time.

    What goes wrong in it is raised here. Work that is left behind ends when it sees the clock itself; it is compiled
    code, or somebody else's, that can be in the middle of something long.
    """
    results, errors, done = list[T](), list[BaseException](), threading.Event()

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:
            errors.append(error)
        finally:
            done.set()

    watched(threading.Thread(target=run, daemon=True)).start()
    _wait(done, clock)
    if errors:
        raise errors[0]
    return results[0] if results else None


def _wait(done: threading.Event, clock: Clock) -> None:
    until = None if clock.deadline is None else clock.deadline + LATE
    while not done.wait(LOOK):
        now = time.monotonic()
        if clock.stop is not None and clock.stop.is_set():
            until = now + STOPPED if until is None else min(until, now + STOPPED)
            done.wait(max(0.0, until - now))
            return
        if until is not None and now >= until:
            return
