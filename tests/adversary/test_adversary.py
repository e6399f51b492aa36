"""Some of the files of ``python -m tests.adversary``: promises are kept, and a broken one would be seen."""

import sys
import time
from mmap import ACCESS_READ, mmap

import pytest

from tests.adversary.__main__ import SEED, cases, table
from tests.adversary.child import run
from tests.adversary.trial import Verdict, broken_by, judge

RANDOM = 20
MADE = cases(0, SEED)[::6]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what a fork has in memory")


@pytest.mark.parametrize("case", (*MADE, *cases(RANDOM, SEED, "random")), ids=lambda case: case.name)
def test_a_hostile_file_brings_no_command_down(case, tmp_path):
    assert judge(case, tmp_path).broken == ()


def test_there_are_more_than_a_hundred_made_files_and_the_same_seed_makes_the_same_random_ones():
    assert len({case.name for case in cases(0, SEED)}) > 100
    few, more = ([case.seed for case in cases(number, 1, "random")] for number in (5, 9))
    assert few == more[:5]


def test_what_is_broken_is_seen(tmp_path):
    def fails():
        raise ValueError("oh")

    def takes():
        end = time.process_time() + 5.2
        while time.process_time() < end:
            pass

    said = tmp_path / "said.txt"
    assert "oh" in "".join(broken_by("check", run(fails, said)))
    assert "took 5" in "".join(broken_by("check", run(takes, said)))
    assert "MiB" in "".join(broken_by("check", run(lambda: len(b"x" * (520 << 20)), said)))
    assert broken_by("check", run(lambda: print("well"), said)) == []


def test_memory_is_counted_from_what_a_fork_begins_with(tmp_path):
    (tmp_path / "mapped").write_bytes(bytes(64 << 20))
    with (
        (tmp_path / "mapped").open("rb") as file,
        mmap(file.fileno(), 0, access=ACCESS_READ) as mapped,
        mmap(-1, 64 << 20) as shared,
    ):
        held = (mapped.find(b"x"), shared.write(b"x" * (64 << 20)), b"x" * (64 << 20))
        assert 30 < run(lambda: len(b"x" * (32 << 20)), tmp_path / "said.txt").mib < 60
    assert held[0] == -1


def test_the_table_counts():
    verdicts = [Verdict("made: a", "read", 1, 90), Verdict("random 1", "broken", 7, 80, ("check took 7 s",))]
    assert table(verdicts, 5).splitlines()[1].split() == ["made", "1", "1", "0", "0", "1.0", "90"]
