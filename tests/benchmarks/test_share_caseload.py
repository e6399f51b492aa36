"""An assignment beats every rule of thumb in the order of goals, and a table says where."""

import pytest

from optimizer.caseload.baselines import Baseline, baseline
from optimizer.caseload.region import regions
from optimizer.scenarios.caseload.by_region import part_of
from tests.benchmarks.share_caseload import COUNTED, Size, by_thumb, costs, decided, share
from tests.caseload.generate import generate


@pytest.mark.parametrize("size", [Size(6, 120, 2, 10), Size(10, 600, 2, 15)])
def test_ours_beats_every_rule_of_thumb(size):
    *lines, last = share(size)
    rows = [line.strip("| ").split(" | ") for line in lines if line.startswith("|")]
    assert [row[1] for row in rows[:-1:2]] == [*Baseline]
    assert [row[1] for row in rows[1::2]] == [f"{rule}, to 120 %" for rule in Baseline]
    assert rows[-1][1] == "ours"
    assert all(row[-1] in COUNTED for row in rows[:-1])
    assert rows[-1][2] == "0"
    assert "MiB" in last


def test_a_rule_of_thumb_comes_to_the_same_region_by_region():
    panel = generate(6, 120, 2)
    parts = [part_of(panel, region) for region in regions(panel)]
    for rule in Baseline:
        plan = baseline(panel, rule)
        assert plan == by_thumb(parts, rule, None)
        assert costs(parts, {"it": plan}) == costs([panel], {"it": plan})


def test_the_first_difference_decides():
    assert decided((0, 1, 2, 3, 0, 0, 0), (0, 1, 3, 0, 0, 0, 0)) == "Overload"
    assert decided((1, 0, 0, 0, 0, 0, 0), (0, 9, 0, 0, 0, 0, 0)) == "(musts broken)"
    assert decided((0,) * 7, (0,) * 7) == "-"
