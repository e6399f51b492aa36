"""Plans of public instances come to what the independent scorer says, and break a must where it says so."""

import random
import re
import subprocess
import sys
from datetime import timedelta
from importlib import util

import pytest

from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair
from optimizer.planning.score import Judge
from optimizer.staffing.facts.shift import Duty
from tests.benchmarks.compare_families import Solved, score
from tests.benchmarks.families.find import find, place_of
from tests.paths import BENCHMARKS, PROJECT, needs_benchmarks

pytestmark = needs_benchmarks

NRP = ("Instance1", "Instance2", "Instance5", "Instance14")
INRC2 = ("n005w4_0_1-2-3-3", "n012w8_1_7-7-0-8-9-3-2-6", "n030w4_1_6-2-9-1")
EVERY = [("nrp", name) for name in NRP] + [("inrc2", name) for name in INRC2]
OFFICIAL = sorted(folder.relative_to(BENCHMARKS / "inrc2") for folder in BENCHMARKS.glob("inrc2/*/Solution_*"))
KINDS = {
    "leave": "day_off",
    "availability": "max_shifts",
    "most-duties": "max_shifts",
    "most-hours-in-period": "max_minutes",
    "fewest-hours-in-period": "min_minutes",
    "most-in-a-row": "max_consecutive_shifts",
    "fewest-in-a-row": "min_consecutive_shifts",
    "fewest-days-off": "min_consecutive_days_off",
    "most-weekends": "max_weekends",
    "cover-minimum": "minimal_coverage",
}
"""What the scorer calls the musts."""


@pytest.fixture(scope="module")
def scorer():
    spec = util.spec_from_file_location("score", BENCHMARKS / "score.py")
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Instance:
    """One instance, judged by us and scored by the scorer."""

    def __init__(self, family, name, scorer, folder):
        self.benchmark, self.place = find(family, name, BENCHMARKS), str(place_of(family, name, BENCHMARKS))
        self.judge = Judge(formulate(self.benchmark.unit, self.benchmark.policy))
        self.kinds = KINDS | {"forbidden-succession": "shift_rotation" if family == "nrp" else "shift_succession"}
        unit = self.benchmark.unit
        self.cells = [cell for (_, day), cell in unit.cells.items() if day >= unit.calendar.first]
        self._score, self._file = scorer.SCORERS[family], folder / "plan.csv"

    def scored(self, plan):
        self._file.write_text("\n".join(",".join(row) for row in self.benchmark.rows(plan)))
        return self._score(self.place, str(self._file))

    def edited(self, verdict, chance):
        """Return the verdict after one cell was given anything else, or nothing."""
        cell = chance.choice(self.cells)
        plus = [chance.choice(cell)] if chance.random() < 0.7 else []
        return self.judge.edit(verdict, [pair for pair in cell if pair in verdict.plan], plus)

    def agrees(self, verdict):
        """Compare the cost, and who breaks what; return whether nothing is broken."""
        result = self.scored(verdict.plan)
        musts = [finding for finding in self.judge.findings(verdict) if finding.must]
        assert verdict.score.cost == result.total
        assert {(self.kinds[f.rule.key], f.place.who) for f in musts} == {
            (k, _who(text)) for k, _, text in result.violations
        }
        assert (verdict.score.broken == 0) == (result.hard == 0)
        return result.hard == 0


def _who(text):
    named = re.match(r"employee (\S+?):? ", text)
    return named[1] if named else ""


@pytest.fixture
def instance(request, scorer, tmp_path):
    return Instance(*request.param, scorer, tmp_path)


@pytest.mark.parametrize("instance", EVERY, indirect=True, ids="-".join)
def test_any_plan_costs_the_same_even_where_it_breaks_musts(instance):
    chance = random.Random(1)
    for share in (0.0, 0.1, 0.4, 0.6, 0.9, 1.0):
        plan = frozenset(chance.choice(cell) for cell in instance.cells if chance.random() < share)
        instance.agrees(instance.judge.judge(plan))


@pytest.mark.parametrize("instance", EVERY, indirect=True, ids="-".join)
def test_plans_near_the_musts_are_told_apart_alike(instance):
    chance, verdict = random.Random(2), instance.judge.judge(frozenset())
    for number in range(1, 3001):
        after = instance.edited(verdict, chance)
        verdict = min(after, verdict, key=lambda one: one.score)
        if number % 300 == 0:
            instance.agrees(after)
            instance.agrees(verdict)


@pytest.mark.parametrize("folder", OFFICIAL, ids=str)
def test_official_solutions_cost_the_same(folder, scorer, tmp_path):
    history, weeks = re.fullmatch(r"Solution_H_(\d+)-WD_(.*)", folder.name).groups()
    instance = Instance("inrc2", f"{folder.parent.name}_{history}_{weeks}", scorer, tmp_path)
    data = scorer.load_inrc2(instance.place)
    roster, _, skills = scorer.read_inrc2_folder(str(BENCHMARKS / "inrc2" / folder), data, None)
    first = instance.benchmark.unit.calendar.first
    plan = frozenset(
        Pair(who, Duty(first + timedelta(days=number), shift, skills[who, number]))
        for who, row in roster.items()
        for number, shift in enumerate(row)
        if shift
    )
    assert instance.agrees(instance.judge.judge(plan))


@pytest.mark.parametrize("instance", [EVERY[1], EVERY[4]], indirect=True, ids="-".join)
def test_two_shifts_a_day_are_one_too_many(instance):
    twice = frozenset(instance.cells[0][:2])
    assert instance.judge.judge(twice).score.broken > 0
    assert instance.scored(twice).hard > 0


@pytest.mark.alone
def test_the_command_solves_within_its_time_and_says_what_the_scorer_says(tmp_path):
    solution = tmp_path / "solution.csv"
    command = [sys.executable, "-m", "tests.benchmarks", "solve", "nrp", "Instance1", "--engine", "cpsat"]
    options = ["--seconds", "4", "--data", str(BENCHMARKS / "nrp"), "-o", str(solution)]
    done = subprocess.run([*command, *options], cwd=PROJECT, capture_output=True, text=True, check=True)
    family, name, cost, bound, gap, seconds, first, peak = done.stdout.split()
    report = score("nrp", place_of("nrp", "Instance1", BENCHMARKS), solution)
    assert (family, name, int(cost), report["hard_violations"]) == ("nrp", "Instance1", report["total"], 0)
    assert int(bound) <= 607 <= int(cost)
    assert float(gap) == pytest.approx(1 - int(bound) / int(cost), abs=1e-4)
    assert float(first) <= float(seconds)
    assert int(peak) > 0


def test_a_cost_that_differs_from_the_scorer_is_loud():
    assert Solved("607", "600", "0.01", "4.0", "1.0", "100", 607, 0).cost == "607"
    assert Solved("607", "600", "0.01", "4.0", "1.0", "100", 608, 0).cost == "**608, BUT WE SAID 607**"
    assert Solved("-", "600", "-", "4.0", "-", "100", None, None).cost == "-"
