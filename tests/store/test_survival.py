"""No acknowledged edit is lost: not to kill -9 at any moment, not to somebody else who edits the same draft.

OPTIMIZER_TEST_KILLS and OPTIMIZER_TEST_RACE_SECONDS make the tests longer than the suite has time for.
"""

import os
import random
import subprocess
import sys
import time

import pytest

from optimizer.store.audit.verify import verify
from optimizer.store.drafts import history, open_draft, plan_at
from tests.paths import PROJECT
from tests.store.conftest import MANAGER

KILLS = int(os.environ.get("OPTIMIZER_TEST_KILLS", "10"))
RACE_SECONDS = float(os.environ.get("OPTIMIZER_TEST_RACE_SECONDS", "3"))


@pytest.fixture
def draft(store):
    return open_draft(store, MANAGER, "4 West", "December", b"a workbook", frozenset())


def editor(address, name, seconds):
    command = [sys.executable, "-m", "tests.store.editor", address, name, str(seconds)]
    return subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True)


def kept(lines):
    """Return version and person of every edit that was acknowledged; a line cut off by a kill is none."""
    words = [line.split() for line in lines if line.endswith("\n")]
    return {int(word[1]): word[2] for word in words if word[0] == "kept"}


def edits_by_version(store, draft):
    return {edit.version: {pair.who for pair in edit.plus} for edit in history(store, MANAGER, draft, after=1)}


def test_kill_9_at_any_moment_loses_no_acknowledged_edit(store, address, draft):
    acknowledged = {}
    for life in range(KILLS):
        process = editor(address, f"life{life}", 60)
        lines = [process.stdout.readline()]
        time.sleep(random.uniform(0, 0.3))
        process.kill()
        lines += process.stdout.readlines()
        process.wait()
        acknowledged |= kept(lines)
        found = edits_by_version(store, draft)
        assert {version: found.get(version) for version in acknowledged} == {v: {w} for v, w in acknowledged.items()}
        assert len(found) <= len(acknowledged) + life + 1
        assert verify(store, MANAGER) == ()
    print(f"{KILLS} kills, {len(acknowledged)} acknowledged edits, all there")
    assert len(acknowledged) >= KILLS


def test_two_who_edit_one_draft_at_full_speed_lose_nothing(store, address, draft):
    editors = [editor(address, name, RACE_SECONDS) for name in ("ann", "ben")]
    told = [process.communicate()[0].splitlines(keepends=True) for process in editors]
    assert [process.returncode for process in editors] == [0, 0]
    first, second = map(kept, told)
    conflicts = sum(line.startswith("conflict") for lines in told for line in lines)
    assert first
    assert second
    assert not first.keys() & second.keys()
    assert edits_by_version(store, draft) == {version: {who} for version, who in (first | second).items()}
    assert {pair.who for pair in plan_at(store, MANAGER, draft)} == {*first.values(), *second.values()}
    assert sorted(first | second) == [*range(2, 2 + len(first) + len(second))]
    assert conflicts
    assert verify(store, MANAGER) == ()
    print(f"{len(first)} and {len(second)} edits kept, {conflicts} conflicts told")
