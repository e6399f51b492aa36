"""Threads that nobody waits for any more: they still end before Python does.

A thread that asks for the interpreter after Python is gone is thrown out of the middle of its C++ code, and that ends
the whole process: "terminate called without an active exception".
"""

import atexit
import threading
import time
from weakref import WeakSet

# Chosen, no measurement is kept: tests/engine/test_deadlines.py holds what it promises, with LATE of beside.
GRACE = 1.0
"""Seconds for which the end of Python is put off for all of them together."""

_at_work: WeakSet[threading.Thread] = WeakSet()


def watched(thread: threading.Thread) -> threading.Thread:
    """Have Python wait a moment for a thread before it ends, and return the thread."""
    _at_work.add(thread)
    return thread


@atexit.register
def wait() -> None:
    """Wait for those that are still at work."""
    until = time.monotonic() + GRACE
    for thread in list(_at_work):
        thread.join(max(0.0, until - time.monotonic()))
