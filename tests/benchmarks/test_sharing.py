"""Public instances of sharing items among agents are solved to what the independent scorer calls their optimum."""

import csv
import time

import pytest

from optimizer.engine.outcome import Status
from optimizer.engine.run import Run
from optimizer.engine.solve import solve
from optimizer.planning.formulation import formulate
from tests.benchmarks.compare_families import best_known, score
from tests.benchmarks.families.find import find, place_of
from tests.paths import BENCHMARKS, needs_benchmarks

pytestmark = needs_benchmarks


def solved(family, name, seconds, folder):
    benchmark = find(family, name, BENCHMARKS)
    outcome = solve(formulate(benchmark.problem, benchmark.policy), run=Run(time.monotonic() + seconds))
    path = folder / "plan.csv"
    with path.open("w", newline="") as file:
        csv.writer(file).writerows(benchmark.rows(outcome.plan))
    return outcome, score(family, place_of(family, name, BENCHMARKS), path)


@pytest.mark.parametrize(
    ("family", "name"), [("gap", "gap1-0"), ("gap", "gap4-2"), ("prob069", "2zones0"), ("prob069", "3zones7")]
)
def test_small_ones_are_proved(family, name, tmp_path):
    outcome, report = solved(family, name, 30, tmp_path)
    assert outcome.status is Status.OPTIMAL
    assert outcome.score.cost == outcome.bound == report["total"] == best_known()[family, name]
    assert report["hard_violations"] == 0


def test_a_hard_one_is_near_its_best_known_value(tmp_path):
    outcome, report = solved("gap", "d10100", 8, tmp_path)
    best = best_known()["gap", "d10100"]
    assert report["hard_violations"] == 0
    assert outcome.bound <= best <= outcome.score.cost == report["total"] <= best * 1.03
