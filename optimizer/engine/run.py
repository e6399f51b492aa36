"""How a search is to go: every solver, and every helper of one, is told in the same words."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from optimizer.engine.clock import Clock, in_seconds
from optimizer.engine.outcome import Progress

OnProgress = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Effort:
    """How to search: threads (None: one a core), seed, and a limit in deterministic time, alike on every machine."""

    workers: int | None = None
    seed: int = 0
    deterministic: float | None = None

    @property
    def alone(self) -> bool:
        """Tell whether one thread alone may search."""
        return self.workers == 1


USUAL = Effort()


@dataclass(frozen=True, slots=True)
class Run:
    """Until when a search may go on, who can stop it, who hears how far it is, and with what effort it is made.

    ``deadline`` is on the monotonic clock; ``stop`` can be set from any thread, and ends the search within moments.
    Without either it goes on until nothing is left to find.
    """

    deadline: float | None = None
    stop: threading.Event | None = None
    on_progress: OnProgress | None = None
    effort: Effort = USUAL

    @property
    def clock(self) -> Clock:
        """Return what tells when it is over."""
        return Clock(self.deadline, self.stop)

    @property
    def stopped(self) -> bool:
        """Tell whether somebody said stop."""
        return self.stop is not None and self.stop.is_set()

    def tell(self, progress: Progress) -> None:
        """Have whoever listens hear how far the search is."""
        if self.on_progress:
            self.on_progress(progress)

    def by(self, deadline: float | None) -> "Run":
        """Return the same run with another deadline."""
        return replace(self, deadline=deadline)

    def within(self, seconds: float) -> "Run":
        """Return the same run for some seconds from now, but no longer than it is itself."""
        return replace(self, deadline=self.clock.after(seconds))

    def part(self, share: float) -> "Run":
        """Return the same run for a part of the time that is left; all of it where there is no deadline."""
        if self.deadline is None:
            return self
        return self.within(share * (self.deadline - time.monotonic()))

    def at_least(self, seconds: float) -> "Run":
        """Return the same run, but for so many seconds where its deadline is sooner."""
        return self if self.deadline is None else self.by(max(self.deadline, in_seconds(seconds)))

    def telling(self, on_progress: OnProgress | None) -> "Run":
        """Return the same run with somebody else who hears of it."""
        return replace(self, on_progress=on_progress)


UNLIMITED = Run()
