"""The product judges a plan of the first competition exactly as the family's own scorer does."""

import importlib.util
import random
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair
from optimizer.planning.score import Judge
from optimizer.staffing.facts.shift import Duty
from tests.benchmarks.families.benchmark import Benchmark
from tests.benchmarks.families.inrc1 import ROLE, read
from tests.paths import BENCHMARKS, needs_benchmarks

pytestmark = needs_benchmarks

FOLDER = BENCHMARKS / "inrc1"
COMPONENTS = {
    "most-duties": "assignments",
    "fewest-duties": "assignments",
    "most-in-a-row": "consecutive_work_days",
    "fewest-in-a-row": "consecutive_work_days",
    "most-days-off": "consecutive_free_days",
    "fewest-days-off": "consecutive_free_days",
    "weekends-in-a-row": "consecutive_work_weekends",
    "fewest-weekends-in-a-row": "consecutive_work_weekends",
    "complete-weekends": "complete_weekends",
    "identical-weekends": "identical_weekend_shifts",
    "only-skilled": "alternative_skill",
    "unwanted-pattern": "unwanted_patterns",
}
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass
class Instance:
    """An instance with both its judges."""

    path: Path
    benchmark: Benchmark
    judge: Judge

    @classmethod
    def at(cls, path):
        benchmark = read(path)
        return cls(path, benchmark, Judge(formulate(benchmark.unit, benchmark.policy)))

    @property
    def unit(self):
        return self.benchmark.unit

    def covering(self, chance):
        """Return a plan with exactly the cover, by anybody."""
        plan = set()
        for day in self.unit.days:
            people = chance.sample([staff.id for staff in self.unit.staff], len(self.unit.staff))
            for when, need in self.unit.demand:
                for who in [people.pop() for _ in range(need.target)] if when == day else ():
                    plan.add(Pair(who, Duty(day, need.shift, ROLE)))
        return frozenset(plan)

    def messy(self, chance):
        """Return a plan with anybody anywhere, in blocks of days and shifts of any length."""
        plan = set()
        for staff in self.unit.staff:
            often, again, code = chance.random(), chance.random(), ""
            for day in self.unit.days:
                if chance.random() > again:
                    code = chance.choice(self.unit.shifts).code if chance.random() < often else ""
                if code:
                    plan.add(Pair(staff.id, Duty(day, code, ROLE)))
        return frozenset(plan)

    def climbed(self, chance, tries):
        """Return a plan that swaps of two people on a day have made better."""
        verdict = self.judge.judge(self.covering(chance))
        for _ in range(tries):
            day = chance.choice(self.unit.days)
            one, other = chance.sample([staff.id for staff in self.unit.staff], 2)
            minus = [pair for pair in verdict.plan if pair.what.day == day and pair.who in (one, other)]
            plus = [Pair(other if pair.who == one else one, pair.what) for pair in minus]
            edited = self.judge.edit(verdict, minus, plus)
            verdict = min(verdict, edited, key=lambda v: v.score)
        return verdict.plan

    def charged(self, plan):
        """Return units of broken musts, the cost, and the cost by the family's components."""
        verdict = self.judge.judge(plan)
        costs = Counter()
        for finding in self.judge.findings(verdict):
            costs[self._component(finding)] += finding.cost
        return verdict.score.broken, verdict.score.cost, {name: cost for name, cost in costs.items() if cost}

    def scored(self, plan, folder):
        """Return the same, as the family's scorer has it."""
        lines = [f"{who},{(duty.day - self.unit.days[0]).days},{duty.shift}" for who, duty in sorted(plan)]
        (folder / "plan.csv").write_text("\n".join(["employee,day_index,shift", *lines]))
        result = scorer().score_inrc1(str(self.path), str(folder / "plan.csv"))
        return result.hard, result.total, {name: cost for name, cost in result.components.items() if cost}

    def _component(self, finding):
        if finding.rule.key != "requests":
            return COMPONENTS.get(finding.rule.key)
        wish, shift = finding.place.what
        return f"{'shift' if shift else 'day'}_{wish}_requests"


def scorer():
    spec = importlib.util.spec_from_file_location("score", BENCHMARKS / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_plans_cost_and_break_what_the_scorer_says(path, tmp_path):
    instance, chance = Instance.at(path), random.Random(path.stem)
    for plan in (instance.covering(chance), instance.messy(chance), frozenset()):
        assert instance.charged(plan) == instance.scored(plan, tmp_path)
    assert instance.charged(instance.covering(chance))[0] == 0


def test_two_shifts_on_a_day_break_as_much_as_the_scorer_says(tmp_path):
    instance, chance = Instance.at(FOLDER / "sprint01.txt"), random.Random(1)
    plan = instance.covering(chance)
    plan |= {Pair(who, duty._replace(shift="L")) for who, duty in sorted(plan)[::7]}
    assert instance.charged(plan)[0] == instance.scored(plan, tmp_path)[0] > 0


def test_a_good_plan_costs_what_the_scorer_says(tmp_path):
    instance = Instance.at(FOLDER / "sprint01.txt")
    plan = instance.climbed(random.Random(1), 3000)
    broken, cost, _ = instance.charged(plan)
    assert (broken, cost < 200) == (0, True)
    assert instance.charged(plan) == instance.scored(plan, tmp_path)


@pytest.mark.parametrize("seed", range(40))
def test_other_instances_of_the_family_cost_what_the_scorer_says(seed, tmp_path):
    chance = random.Random(seed)
    path = tmp_path / "invented.txt"
    path.write_text(invented(chance))
    instance = Instance.at(path)
    for _ in range(4):
        plan = instance.messy(chance)
        assert instance.charged(plan) == instance.scored(plan, tmp_path)


def invented(chance):
    """Return an instance that uses whatever the family's format knows."""
    first, length = date(2010, 1, 1) + timedelta(days=chance.randrange(7)), chance.randrange(2, 30)
    days = [first + timedelta(days=n) for n in range(length)]
    shifts, people = ("E", "D", "DH", "N"), range(6)

    def some(number, make):
        return [", ".join(map(str, make())) for _ in range(number)]

    def wish(*what):
        return lambda: (chance.choice(people), chance.choice(days), *map(chance.choice, what), chance.randrange(4))

    def pattern(number):
        entries = (f"({chance.choice((*shifts, 'Any', 'None'))}|{chance.choice(('Any', 'Any', *DAYS))})" for _ in "abc")
        return f"{number}, {chance.randrange(3)}, 3 {' '.join(list(entries)[: chance.randrange(1, 4)])}"

    def contract(number):
        ranges = (f"({chance.randrange(2)}|{chance.randrange(3)}|{chance.randrange(6)})" for _ in range(8))
        on = [f"({chance.randrange(2)}|{chance.randrange(1, 4)})" for _ in range(4)]
        start, span = chance.randrange(7), chance.choice((1, 2, 2, 3, 3, 4))
        weekend = "".join((DAYS * 2)[start : start + span])
        groups = ("(1|1)", *ranges, "(0|0|0)", weekend, *on[:3], "(0|0)", on[3])
        return f"{number}, contract, {', '.join(groups)}, 3, 0 1 {chance.randrange(3)}"

    sections = {
        "SCHEDULING_PERIOD": [f"invented, {days[0]}, {days[-1]}"],
        "SKILLS = 2": ["Nurse", "HeadNurse"],
        "SHIFT_TYPES = 4": [
            "E, Early, 06:30:00, 14:30:00, 1, Nurse",
            "D, Day shift, 08:30:00, 16:30:00, 1, Nurse",
            "DH, Day shift head nurse, 08:30:00, 16:30:00, 1, HeadNurse",
            "N, Night, 22:30:00, 06:30:00, 2, Nurse HeadNurse",
        ],
        "CONTRACTS = 2": [contract(0), contract(1)],
        "PATTERNS = 3": [pattern(number) for number in range(3)],
        "EMPLOYEES = 6": [f"{n}, {n}, {n % 2}, {skills}" for n, skills in zip(people, ["1, Nurse", "1, HeadNurse",
                          "2, HeadNurse Nurse"] * 2, strict=True)],
        "DAY_OF_WEEK_COVER": [f"{day}, {shift}, {chance.randrange(3)}" for day in DAYS for shift in shifts[1:]],
        "DATE_SPECIFIC_COVER": some(3, lambda: (chance.choice(days), chance.choice(shifts), chance.randrange(3))),
        "DAY_OFF_REQUESTS": some(9, wish()),
        "DAY_ON_REQUESTS": some(5, wish()),
        "SHIFT_OFF_REQUESTS": some(9, wish(shifts)),
        "SHIFT_ON_REQUESTS": some(5, wish(shifts)),
    }  # fmt: skip
    return "\n".join(
        line for name, lines in sections.items() for line in ("//////", f"{name};", "//", *(f"{x};" for x in lines), "")
    )


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("(0|0|0), SaturdaySunday", "(1|1|3), SaturdaySunday", "switches on a constraint"),
        ("(0|0), (0|0), 3, 0 1 2", "(1|1), (0|0), 3, 0 1 2", "switches on a constraint"),
        ("SaturdaySunday", "SaturdayFunday", "'Funday' is no weekday"),
        ("SHIFT_OFF_REQUESTS", "SHIFT_OF_REQUESTS", "'SHIFT_OFF_REQUESTS' is missing"),
        ("2010-01-28", "2010-01-88", "day is out of range"),
        ("2010-01-28", "2010-01-14", "what the instance does not have"),
        ("Monday, E, 2", "Monday, X, 2", "what the instance does not have"),
        ("(D|Any) (E|Any)", "(D|Any) (X|Any)", "no day of a pattern"),
        ("(1|1|16)", "(1|16)", "not enough values"),
    ],
)
def test_what_cannot_be_meant_is_refused(old, new, says, tmp_path):
    text = (FOLDER / "sprint01.txt").read_text()
    assert old in text
    path = tmp_path / "broken.txt"
    path.write_text(text.replace(old, new))
    with pytest.raises(ValueError, match=says):
        read(path)


def test_weights_are_prices_and_ids_are_the_files():
    benchmark = read(FOLDER / "long01.txt")
    assert (benchmark.family, benchmark.name) == ("inrc1", "long01")
    assert {staff.id for staff in benchmark.unit.staff} == {str(number) for number in range(49)}
    assert "DH" in benchmark.unit.shift_by_code
    assert {ruling.price for ruling in benchmark.policy.rulings} == {0, 1}
