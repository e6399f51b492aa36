"""Processes that stay for several rounds of tasks: each takes seconds to load its solvers, and does so once."""

import multiprocessing
import signal
from concurrent.futures import ProcessPoolExecutor
from types import TracebackType


class Crew:
    """At most so many processes on this machine, begun when there is work, and new ones when one has died."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None
        self._others: set[int | None] = set()

    def __enter__(self) -> "Crew":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.end(now=kind is not None)

    def pool(self) -> ProcessPoolExecutor:
        """Return the processes."""
        if self._pool is None:
            self._others = {child.pid for child in multiprocessing.active_children()}
            spawn = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._workers, spawn, _leave_interrupts_to_the_parent)
        return self._pool

    def end(self, *, now: bool = False) -> None:
        """Have them leave when they are done, or now."""
        pool, self._pool = self._pool, None
        if pool is None:
            return
        pool.shutdown(wait=not now, cancel_futures=now)
        if now:
            for child in multiprocessing.active_children():
                if child.pid not in self._others:
                    child.terminate()


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
