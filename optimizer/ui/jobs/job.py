"""One piece of long work that goes on while people look at other pages, in a process of its own."""

import logging
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import Any, Generic, Protocol, TypeVar

from optimizer.planning.currency import sign
from optimizer.ui.jobs.child import Message
from optimizer.ui.jobs.failure import Failure

LOG = logging.getLogger(__name__)
PATIENCE = 5.0
"""How many seconds a job has to stop before it is ended."""
SOON = 1.0
"""The same for jobs that have little to lose: they tell only where they are on the way."""
DIED = (
    "It ended by itself before it was done; most often the computer had no memory left. What it had found is kept. "
    "Start it again, with less at a time if it happens twice."
)
KILLED = "It did not stop in time and was ended. What it had found by then is kept."
LOST = "It was stopped before it had found anything."

NUMBERS = count(1)
"""What tells the jobs of this server apart in its log."""


class Order(Protocol):
    """What a job is to do: a value that can be sent to another process and called there."""

    def __call__(self, tell: Callable[[Any], None], stop: threading.Event) -> Any:
        """Return what came out, tell of steps on the way, and end soon after ``stop`` is set."""


Order_co = TypeVar("Order_co", bound=Order, covariant=True)


@dataclass(frozen=True, slots=True)
class Begun:
    """Who began a job, on which version of the draft, for which scenario ("" for the facts as they are), and when."""

    by: str
    version: int
    scenario: str = ""
    at: datetime = field(default_factory=lambda: datetime.now(UTC))


class Job(Generic[Order_co]):
    """One order under way, or done: what it told so far, what came out, and what went wrong.

    ``result`` is None until it is done, and when it went wrong; ``problem`` is then a sentence. With ``soon`` it is
    ended soon after it was asked to stop, since what it tells on the way is nothing to keep. An order's ``seconds``
    count from here on: what its process takes to begin is taken off them.
    """

    def __init__(self, order: Order_co, begun: Begun, *, soon: bool = False) -> None:
        self.order, self.begun, self._soon = order, begun, soon
        self.number = next(NUMBERS)
        self.result: Any = None
        self.problem: str | None = None
        self.stopping = False
        self._told: list[Any] = []
        self._asked, self._began, self._ended = time.time(), time.monotonic(), 0.0
        self._lock, self._over = threading.Lock(), threading.Event()
        self._spoken = sign()
        self._process = _child()
        threading.Thread(target=self._follow, daemon=True).start()

    @property
    def running(self) -> bool:
        """Tell whether it is under way."""
        return not self._over.is_set()

    @property
    def told(self) -> tuple[Any, ...]:
        """Return the steps so far, the oldest first."""
        with self._lock:
            return tuple(self._told)

    @property
    def seconds(self) -> float:
        """Return for how long it has been, or was, under way."""
        return (time.monotonic() if self.running else self._ended) - self._began

    def stop(self) -> None:
        """Ask it to stop, and end it when it does not; this returns at once."""
        if self.running and not self.stopping:
            self.stopping = True
            threading.Thread(target=self._hang_up, daemon=True).start()
            patience = threading.Timer(SOON if self._soon else PATIENCE, self._kill)
            patience.daemon = True
            patience.start()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until it is over and tell whether it is."""
        return self._over.wait(seconds)

    def hear(self, step: Any) -> None:
        """Keep a step."""
        self._told.append(step)

    def _follow(self) -> None:
        """Send the order, keep what comes, and leave no process behind."""
        ended = False
        with suppress(EOFError, OSError, ValueError, pickle.UnpicklingError):  # ValueError: closed while it was sent
            self._send()
            while not ended:
                ended = self._take(*pickle.load(self._process.stdout))  # type: ignore[arg-type]  # noqa: S301
        if not ended:
            self.problem = DIED if not self.stopping else LOST if self._soon else KILLED
        self._ended = time.monotonic()
        self._log(ended)
        self._over.set()
        self._hang_up()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(PATIENCE)
        self._kill()
        self._process.wait()

    def _send(self) -> None:
        assert self._process.stdin
        pickle.dump((self.order, self._asked, self._spoken), self._process.stdin)
        self._process.stdin.flush()

    def _take(self, kind: str, value: Any) -> bool:
        """Keep a message and tell whether it is the last."""
        if kind == Message.TOLD:
            with self._lock:
                self.hear(value)
        elif kind == Message.DONE:
            self.result = value
        else:
            self._fail(value)
        return kind != Message.TOLD

    def _fail(self, failure: Failure) -> None:
        self.problem = failure.sentence
        LOG.error("Job %d failed: %s", self.number, failure.trace)

    def _log(self, ended: bool) -> None:
        """Tell the log that it is over; ``ended`` by itself, with an answer."""
        how = "ended" if ended else "was ended, since it did not stop" if self.stopping else "died"
        LOG.log(logging.INFO if ended else logging.WARNING, "Job %d %s after %.1f s.", self.number, how, self.seconds)

    def _hang_up(self) -> None:
        """Close what the process listens to, which asks it to stop."""
        assert self._process.stdin
        with suppress(OSError):
            self._process.stdin.close()

    def _kill(self) -> None:
        """End the process, and those that it started."""
        if self._process.poll() is not None:
            return
        if os.name == "posix":
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
        else:
            self._process.kill()


def _child() -> "subprocess.Popen[bytes]":
    paths = os.pathsep.join(path for path in sys.path if path)
    return subprocess.Popen(
        [sys.executable, "-m", "optimizer.ui.jobs.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": paths},
        start_new_session=True,
    )
