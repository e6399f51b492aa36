"""How tests share a machine: those that measure times run alone, and what is dear to begin is begun by one process."""

import fcntl
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("no hurry", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("no hurry")

BROWSER = (
    "tests/ui/caseload/test_caseload_story", "tests/ui/frame/test_door", "tests/ui/frame/test_sign_in",
    "tests/ui/facts/test_paste", "tests/ui/grid/test_browser", "tests/ui/schedule/test_offers", "tests/ui/test_axe",
    "tests/ui/test_markdown", "tests/ui/test_page_in_hand", "tests/ui/test_paper", "tests/ui/test_story",
)  # fmt: skip
TOGETHER = {**dict.fromkeys(BROWSER, "browser"), "tests/store/": "databases"}
"""Beginnings of files whose tests stay in one process: there is one browser, and one cluster of databases."""
DOOR, ROOM = Path(__file__), Path(__file__).with_name("__init__.py")
"""Files to lock: any would do."""


def pytest_configure(config):
    config.addinivalue_line("markers", "alone: measures times, so that no other test may run beside it")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Let a process take over whole files, whose tests share fixtures, unless more than a file belongs together."""
    from xdist.scheduler import LoadScopeScheduling

    class Scheduling(LoadScopeScheduling):
        def _split_scope(self, nodeid):
            file = nodeid.partition("::")[0]
            return next((group for start, group in TOGETHER.items() if file.startswith(start)), file)

    return Scheduling(config, log)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    """Run a test beside those of other processes, or alone: who waits for that lets nobody else through the door."""
    main = sys.modules["__main__"]
    with ExitStack() as locks:
        # A page drawn without a browser stays behind as the main module, which processes that are begun later read.
        locks.callback(sys.modules.__setitem__, "__main__", main)
        door, room = (locks.enter_context(path.open()) for path in (DOOR, ROOM))
        fcntl.flock(door, fcntl.LOCK_EX)
        fcntl.flock(room, fcntl.LOCK_EX if item.get_closest_marker("alone") else fcntl.LOCK_SH)
        fcntl.flock(door, fcntl.LOCK_UN)
        return (yield)
