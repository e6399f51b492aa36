"""Ends a search from outside, when one of several wishes it."""

import threading
from collections.abc import Callable

from optimizer.engine.clock import Over

EVERY = 0.05
"""Seconds between two looks at whether it is over."""


class Either(threading.Event):
    """An event that is set, too, when another one is."""

    def __init__(self, other: threading.Event | None) -> None:
        super().__init__()
        self._other = other

    def is_set(self) -> bool:
        """Tell whether either is set."""
        return super().is_set() or (self._other is not None and self._other.is_set())


class Stopper:
    """Ends a search when something says that it is over."""

    def __init__(self, end: Callable[[], object], over: Over | None) -> None:
        self._end = end
        self._over = over
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._wait, daemon=True)

    def __enter__(self) -> None:
        """Start to watch."""
        if self._over is not None:
            self._thread.start()

    def __exit__(self, *_: object) -> None:
        """Watch no longer."""
        self._done.set()
        if self._over is not None:
            self._thread.join()

    def _wait(self) -> None:
        assert self._over is not None
        while not self._done.wait(EVERY):
            if self._over():
                self._end()
