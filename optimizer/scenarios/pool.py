"""Runs tasks in processes side by side, here or on a Dask cluster; whatever is finished stays, whoever dies."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, suppress
from multiprocessing.context import BaseContext
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")
TRIES = 3
"""How often a task is begun when the process that runs it dies."""
GLANCE = 0.2
"""Every how many seconds somebody who says stop is heard."""
ANSWERS_WITHIN = 10
"""How many seconds a cluster has to answer at all."""


class ClusterError(Exception):
    """Raised with a sentence when a cluster cannot be used."""


def run_all(
    tasks: Sequence[T],
    work: Callable[[T], R],
    *,
    cluster: str | None = None,
    workers: int | None = None,
    on_done: Callable[[int, R], None] | None = None,
    stop: threading.Event | None = None,
) -> list[R | None]:
    """Return what work makes of every task, in their order; None for those that were never finished.

    ``work`` is a function of a module, for other processes to find. ``cluster`` is the address of a Dask scheduler
    whose workers have this package; else ``workers`` processes run here, one a core when not given. A task whose
    process dies is run again, a few times. Ctrl-C ends it all and keeps what is finished, and so does ``stop``, which a
    cluster hears between two tasks.
    """
    done: dict[int, R] = {}
    over = stop or threading.Event()
    finished = (
        _on_cluster(tasks, work, cluster) if cluster else _here(tasks, work, workers or os.cpu_count() or 1, over)
    )
    with suppress(KeyboardInterrupt), closing(finished):
        for number, result in finished:
            done[number] = result
            if on_done:
                on_done(number, result)
            if over.is_set():
                break
    return [done.get(number) for number in range(len(tasks))]


def _here(
    tasks: Sequence[T], work: Callable[[T], R], workers: int, over: threading.Event
) -> Generator[tuple[int, R], None, None]:
    left = dict(enumerate(tasks))
    for _ in range(TRIES):
        if left and not over.is_set():
            for number, result in _in_one_pool(dict(left), work, workers, over):
                del left[number]
                yield number, result


def _in_one_pool(
    tasks: dict[int, T], work: Callable[[T], R], workers: int, over: threading.Event
) -> Generator[tuple[int, R], None, None]:
    """Yield results as they come; those whose process died, and those still waiting then, are left out."""
    pool = ProcessPoolExecutor(min(workers, len(tasks)), _processes(), _leave_interrupts_to_the_parent)
    others = {child.pid for child in multiprocessing.active_children()}
    futures: dict[Future[R], int] = {}
    try:
        with suppress(BrokenProcessPool):
            for number, task in tasks.items():
                futures[pool.submit(work, task)] = number
        for future in _completed(futures, over):
            with suppress(BrokenProcessPool):
                yield futures[future], future.result()
        pool.shutdown()
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for child in multiprocessing.active_children():
            if child.pid not in others:
                child.terminate()
        raise


def _processes() -> BaseContext:
    """Return how processes are begun: as forks of one without threads that imported the engine, where forks can be had.

    A process that is begun anew imports for two seconds.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    found = multiprocessing.get_context("forkserver")
    found.set_forkserver_preload(["optimizer.engine.rosters.solve"])
    return found


def _completed(futures: Iterable[Future[R]], over: threading.Event) -> Iterator[Future[R]]:
    """Yield what is done as it is done. Whoever says stop before all are gets what Ctrl-C gets."""
    waiting = set(futures)
    while waiting and not over.is_set():
        done, waiting = wait(waiting, GLANCE, FIRST_COMPLETED)
        yield from done
    if waiting:
        raise KeyboardInterrupt


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _on_cluster(tasks: Sequence[T], work: Callable[[T], R], address: str) -> Generator[tuple[int, R], None, None]:
    """Yield results as they come. The cluster itself runs again what its workers had when they died."""
    dask = _dask()
    client = _client(dask, address)
    try:
        futures = {client.submit(work, task, pure=False): number for number, task in enumerate(tasks)}
        for future in dask.as_completed(list(futures), loop=client.loop):
            if not isinstance(future.exception(), dask.KilledWorker):
                yield futures[future], future.result()
    finally:
        client.close()


def _dask() -> Any:
    """Return Dask, which comes only with an extra."""
    try:
        import distributed  # noqa: PLC0415
    except ImportError as error:
        raise ClusterError("A cluster takes Dask; install it with: pip install 'optimizer[cluster]'") from error
    return distributed


def _client(dask: Any, address: str) -> Any:
    try:
        return dask.Client(address, timeout=ANSWERS_WITHIN, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(f"There is no Dask cluster at {address} that answers.") from error
