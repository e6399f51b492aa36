"""The process that a job runs in: takes an order, tells of its steps, ends when its parent says so or is gone.

It is started as a module of its own, not forked or spawned, since a spawned process first runs the parent's main
module again, and that is the page. Its standard input is the order, and then open for as long as it is to go on.
"""

import os
import pickle
import sys
import threading
import time
from dataclasses import replace
from enum import StrEnum
from typing import Any, BinaryIO

from optimizer.planning.currency import speak_in
from optimizer.ui.jobs.failure import failure_of

NICE = 10
"""By how much work gives way to the pages, on systems that know it."""

LEAST = 1.0
"""How many seconds an order has at least, however long it took to begin."""


class Message(StrEnum):
    """What a message is: a step on the way, what came out, or what went wrong."""

    TOLD = "told"
    DONE = "done"
    FAILED = "failed"


def main() -> None:
    """Do what is ordered and answer."""
    answers = _private_output()
    if hasattr(os, "nice"):
        os.nice(NICE)
    lock = threading.Lock()

    def answer(kind: Message, value: Any) -> None:
        with lock:
            pickle.dump((kind.value, value), answers)
            answers.flush()

    try:
        order, asked, spoken = pickle.load(sys.stdin.buffer)  # noqa: S301 (from the parent)
        speak_in(spoken)
        order = left_of(order, asked)
        answer(Message.DONE, order(lambda value: answer(Message.TOLD, value), _stop_at_the_end_of_input()))
    except Exception as error:
        answer(Message.FAILED, failure_of(error))


def left_of(order: Any, asked: float) -> Any:
    """Return an order with the seconds that are left of those that somebody waits for since a time of the clock."""
    if not hasattr(order, "seconds"):
        return order
    gone = max(0.0, time.time() - asked)  # not below, should the clock have been put back
    return replace(order, seconds=max(LEAST, order.seconds - gone))


def _private_output() -> BinaryIO:
    """Return the standard output for answers alone; whatever else is printed goes to the log."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return answers


def _stop_at_the_end_of_input() -> threading.Event:
    """Return an event that is set when the parent closes the input, or dies."""
    stop = threading.Event()

    def listen() -> None:
        os.read(0, 1)  # below Python's own buffer, which must not be held while the process ends
        stop.set()

    threading.Thread(target=listen, daemon=True).start()
    return stop


if __name__ == "__main__":
    main()
