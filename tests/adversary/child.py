"""What a command does to a file, in a process of its own: how it ended, what it took, and what it said."""

import os
import re
import resource
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

PATIENCE, ENOUGH = 600, 30
"""Seconds by the wall, and of a processor, after which a process is ended: far more than any may take."""
ROOM = 6 << 30
"""Bytes of address space: no limit of the product, but a machine must survive what is tried on it."""


@dataclass(frozen=True)
class Ending:
    """How a process ended: ``code`` is negative for a signal, ``seconds`` are a processor's.

    ``mib`` is its peak beyond what it began with, since a fork of a process that tests began with has much already.
    """

    code: int
    seconds: float
    mib: float
    said: str


def run(work: Callable[[], object], said: Path) -> Ending:
    """Do something in a fork of this process, whose output goes to a file; what is imported here is so there."""
    began = _begun_with()
    child = os.fork()
    if child == 0:
        _work(work, said)
    code, usage = _wait(child)
    mib = max(0.0, usage.ru_maxrss / 1024 - began)
    return Ending(code, usage.ru_utime + usage.ru_stime, mib, said.read_text("utf-8", "replace"))


def _begun_with() -> float:
    """Return how many MiB a fork of this process begins with: shared memory and pages of files are not mapped in it."""
    status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    return sum(int(kib) for kib in re.findall(r"^RssAnon:\s+(\d+) kB", status, re.MULTILINE)) / 1024


def _work(work: Callable[[], object], said: Path) -> None:
    """Never come back: end as Python ends, with a traceback where nothing caught what was raised."""
    code = 70
    try:
        resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))
        resource.setrlimit(resource.RLIMIT_CPU, (ENOUGH, ENOUGH))
        out = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(out, 1)
        os.dup2(out, 2)
        sys.stdout, sys.stderr = (open(number, "w", encoding="utf-8", closefd=False) for number in (1, 2))  # noqa: SIM115
        work()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _wait(child: int) -> tuple[int, resource.struct_rusage]:
    end = time.monotonic() + PATIENCE
    while True:
        found, status, usage = os.wait4(child, os.WNOHANG)
        if found:
            return os.waitstatus_to_exitcode(status), usage
        if time.monotonic() > end:
            os.kill(child, signal.SIGKILL)
        time.sleep(0.01)
