"""Some of the files of ``python -m tests.damaged``: promises are kept, and a broken one would be seen."""

import sys

import pytest

from tests.adversary.child import Ending
from tests.damaged.__main__ import SEED, broken, table, try_file
from tests.damaged.cases import SORTS, case

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what a fork has in memory")


@pytest.mark.parametrize("number", range(2 * len(SORTS)))
def test_a_damaged_file_is_read_or_refused(number, tmp_path):
    assert try_file(number, SEED, tmp_path).why == ""


def test_the_same_seed_makes_the_same_file():
    texts = [number for number, sort in enumerate(SORTS) if "text" in sort]
    assert [case(number, 5) for number in texts] == [case(number, 5) for number in texts]


def test_what_is_broken_is_seen(tmp_path):
    assert "oh" in broken(Ending(70, 1.0, 10.0, "ValueError: oh"))
    assert "31 s" in broken(Ending(0, 31.0, 10.0, "read"))
    assert "3000 MiB" in broken(Ending(0, 1.0, 3000.0, "read"))
    assert "spoilt ods" in table([try_file(2, SEED, tmp_path)])
