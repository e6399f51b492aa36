"""A process that is lost costs the test that it was at, and no other: the run goes on, and ends with its summary."""

import os
import subprocess
import sys

import pytest

from tests.paths import PROJECT

PATIENCE = 120
"""Seconds after which a run hangs."""
CONFTEST = """
def pytest_xdist_make_scheduler(config, log):
    from tests.scheduling import Scheduling
    return Scheduling(config, log)
"""
FINE = "def test_fine(): pass\n"
DEADLY = """
import os, signal
from pathlib import Path

def test_before(): pass

def test_deadly():
    marker = Path(__file__).with_suffix(".died")
    if not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)

def test_after(): pass
"""


@pytest.mark.skipif(os.name != "posix", reason="nothing else ends a process at once")
@pytest.mark.parametrize("at", [2, 7], ids=["in the middle", "at the end"])
def test_a_run_that_loses_a_process_ends_with_a_summary(tmp_path, at):
    (tmp_path / "conftest.py").write_text(CONFTEST)
    for number in range(8):
        (tmp_path / f"test_{number}.py").write_text(DEADLY if number == at else FINE)
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTEST", "COV"))}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-n", "2", "--no-loadscope-reorder", "-p", "no:cacheprovider", "."],
        cwd=tmp_path, env={**environment, "PYTHONPATH": str(PROJECT)}, capture_output=True, text=True,
        timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stdout
    assert "1 failed, 10 passed" in done.stdout.splitlines()[-1]
