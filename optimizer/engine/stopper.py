"""Ends a search from outside."""

import threading
from collections.abc import Callable


class Stopper:
    """Ends a search when an event is set."""

    def __init__(self, end: Callable[[], object], stop: threading.Event | None) -> None:
        self._end = end
        self._stop = stop
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._wait, daemon=True)

    def __enter__(self) -> None:
        """Start to watch the event."""
        if self._stop is not None:
            self._thread.start()

    def __exit__(self, *_: object) -> None:
        """Watch no longer."""
        self._done.set()
        if self._stop is not None:
            self._thread.join()

    def _wait(self) -> None:
        assert self._stop is not None
        while not self._done.wait(0.05):
            if self._stop.is_set():
                self._end()
