"""When a search has to end: at a time, when somebody says stop, or when it is over for another reason."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

Check = Callable[[], None]
"""Is called again and again in long work, and raises what ends it."""
Over = Callable[[], bool]
"""Tells whether a search has to end."""


DAY = 86_400.0
"""More seconds than anybody waits."""


class TimeUpError(Exception):
    """Raised in the middle of work that is not needed any more."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A deadline on the monotonic clock, a wish to stop, and whatever else may end a search; each may be missing.

    Whoever builds something large calls ``check`` in every loop.
    """

    deadline: float | None = None
    stop: threading.Event | None = None
    done: Over | None = None

    def over(self) -> bool:
        """Tell whether the search has to end."""
        return self.late() or (self.stop is not None and self.stop.is_set()) or (self.done is not None and self.done())

    def late(self) -> bool:
        """Tell whether time is up."""
        return self.deadline is not None and time.monotonic() >= self.deadline

    def check(self) -> None:
        """Raise TimeUpError when the search has to end."""
        if self.over():
            raise TimeUpError

    def after(self, seconds: float) -> float:
        """Return the time some seconds from now, or the deadline where that is sooner."""
        return time.monotonic() + self.left(seconds)

    def left(self, most: float) -> float:
        """Return the seconds that are left, no more than some and none below 0."""
        return most if self.deadline is None else max(0.0, min(most, self.deadline - time.monotonic()))


UNHURRIED = Clock()


def never() -> bool:
    """Tell that it is not over."""
    return False


def in_seconds(seconds: float) -> float:
    """Return the time on the monotonic clock some seconds from now, for a deadline."""
    return time.monotonic() + seconds
