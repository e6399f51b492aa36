"""Searches on threads of their own, beside the one that proves."""

import threading
import time
from collections.abc import Callable

from optimizer.engine.clock import TimeUpError
from optimizer.engine.left import watched

# Chosen, no measurement is kept: tests/engine/test_deadlines.py holds what it promises.
PATIENCE = 0.3
"""Seconds that others have to end when it is over; who is in the middle of something ends soon after."""


class Helpers:
    """Threads at work; ``error`` is what went wrong on one of them, if anything did."""

    def __init__(self) -> None:
        self.error: BaseException | None = None
        self._threads: list[threading.Thread] = []

    def begin(self, work: Callable[[], None]) -> None:
        """Do some work on another core."""

        def guarded() -> None:
            try:
                work()
            except TimeUpError:
                pass
            except Exception as error:
                self.error = error

        self._threads.append(watched(threading.Thread(target=guarded, daemon=True)))
        self._threads[-1].start()

    @property
    def at_work(self) -> bool:
        """Tell whether any of them is still at work."""
        return any(thread.is_alive() for thread in self._threads)

    def end(self) -> None:
        """Wait a moment for those that are about to end."""
        until = time.monotonic() + PATIENCE
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))
