"""Plans of real hospitals' problems cost what their own scorer says, in total and by component."""

import importlib.util
import random
from collections import Counter

import pytest

from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair
from optimizer.planning.policy import Mode, Policy, Ruling
from optimizer.planning.score import Judge
from optimizer.staffing.facts.shift import Duty, Kind
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from tests.benchmarks.families.ros import components
from tests.benchmarks.families.ros.facts import ROLE
from tests.benchmarks.families.ros.past import OTHER
from tests.paths import BENCHMARKS, needs_benchmarks

pytestmark = needs_benchmarks

FOLDER = BENCHMARKS / "ros"
NAMES = sorted(path.stem for path in FOLDER.glob("*.ros"))


@pytest.fixture(scope="module")
def scorer():
    spec = importlib.util.spec_from_file_location("score_ros", FOLDER / "score_ros.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def messy(unit, chance):
    """Return a plan with anybody anywhere, in blocks of days and shifts of any length, but for what is entered."""
    plan, taken = set(unit.locked), {(pair.who, pair.what.day) for pair in unit.locked}
    shifts = [shift for shift in unit.shifts if shift.kind is Kind.WORK]
    for staff in unit.staff:
        often, again, code = chance.random(), chance.random(), ""
        for day in unit.days:
            if chance.random() > again:
                code = chance.choice(shifts).code if chance.random() < often else ""
            if code and (staff.id, day) not in taken:
                plan.add(Pair(staff.id, Duty(day, code, ROLE)))
    return frozenset(plan)


def charged(judge, names, plan):
    """Return what a plan costs by component."""
    costs = Counter()
    for finding in judge.findings(judge.judge(plan)):
        costs[named(finding, names)] += finding.cost
    return {name: cost for name, cost in costs.items() if cost}


def named(finding, names):
    name = names[id(finding.rule)]
    if name != "Requests":
        return name
    wish, shift = finding.place.what
    return f"{'Shift' if shift else 'Day'}{wish.title()}Requests"


def scored(scorer, instance, unit, plan):
    """Return the same as the scorer has it."""
    rows = [(who, (duty.day - unit.days[0]).days, duty.shift) for who, duty in sorted(plan) if duty.shift != OTHER]
    result = scorer.Score(instance, rows, 0)
    return {name: cost for name, cost in result.components.items() if cost}


@pytest.mark.parametrize("name", NAMES)
def test_any_plan_costs_what_the_scorer_says(name, scorer):
    unit, said = components(FOLDER / f"{name}.ros")
    names = {id(rule): component for component, rule, _ in said}
    rulings = (Ruling(rule, Mode.PRICED, price) for _, rule, price in said)
    judge = Judge(formulate(unit, Policy((Ruling(OneDutyADay()), *rulings))))
    instance, chance = scorer.Instance(FOLDER / f"{name}.ros"), random.Random(name)
    for plan in (messy(unit, chance), messy(unit, chance), messy(unit, chance), unit.locked):
        costs = charged(judge, names, plan)
        assert costs == scored(scorer, instance, unit, plan)
        assert judge.judge(plan).score == (0, sum(costs.values()))
