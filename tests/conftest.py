"""How tests share a machine: those that measure times run alone, and what is dear to begin is begun by one process."""

import fcntl
import gc
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("no hurry", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("no hurry")

LONG = (
    "tests/ui/caseload/test_caseload_story", "tests/ui/frame/test_door", "tests/ui/frame/test_sign_in",
    "tests/ui/facts/test_paste", "tests/ui/grid/test_browser", "tests/ui/schedule/test_offers", "tests/ui/test_axe",
    "tests/ui/test_markdown", "tests/ui/test_page_in_hand", "tests/ui/publish/test_paper", "tests/ui/test_story",
    "tests/test_guide", "tests/cli/", "tests/store/", "tests/engine/", "tests/scenarios/", "tests/ui/",
)  # fmt: skip
"""Beginnings of files that take long, those in a browser first of all: begun last, they would leave a process idle."""
DOOR, INSIDE = Path(__file__), Path(__file__).with_name("__init__.py")
"""Files to lock: any would do."""


def pytest_configure(config):
    config.addinivalue_line("markers", "alone: measures times, so that no other test may run beside it")


def pytest_collection_modifyitems(items):
    """Begin with what takes long, so that all processes end at about the same time."""
    ranks = {item: next((at for at, start in enumerate(LONG) if item.nodeid.startswith(start)), 99) for item in items}
    items.sort(key=ranks.__getitem__)


def pytest_collection_finish():
    """Let the collector look less often, and never at what test files hold: a workbook is read a fifth quicker."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Share tests by files, and end with a summary though a process is lost."""
    from tests.scheduling import Scheduling

    return Scheduling(config, log)


class Room:
    """Where tests of all processes are, many at a time or one alone: who waits for that lets nobody else in."""

    def __init__(self):
        self.locks, self.kept = ExitStack(), False

    def enter(self, *, alone):
        """Come in, unless the test before was alone and left the room to this one."""
        if self.kept:
            return
        door, room = (self.locks.enter_context(path.open()) for path in (DOOR, INSIDE))
        fcntl.flock(door, fcntl.LOCK_EX)
        fcntl.flock(room, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
        fcntl.flock(door, fcntl.LOCK_UN)

    def leave(self, *, kept):
        """Go out, or leave the room to the next test, which is to be alone as well: nobody is waited for between."""
        self.kept = kept
        if not kept:
            self.locks.close()


ROOM = Room()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item, nextitem):
    """Run a test beside those of other processes, or alone."""
    main, alone = sys.modules["__main__"], is_alone(item)
    ROOM.enter(alone=alone)
    try:
        return (yield)
    finally:
        # A page drawn without a browser stays behind as the main module, which processes that are begun later read.
        sys.modules["__main__"] = main
        ROOM.leave(kept=alone and is_alone(nextitem))


def is_alone(item):
    return item is not None and item.get_closest_marker("alone") is not None
