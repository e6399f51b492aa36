"""A schedule mended after the day has changed: with the fewest changes that every plan there is needs."""

from itertools import product

import pytest

from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair
from optimizer.planning.policy import Policy
from optimizer.planning.score import Judge
from optimizer.scenarios.replan.events import Absence, DayChange, NeedChange
from optimizer.scenarios.replan.goals import MendGoals
from optimizer.scenarios.replan.mend import Mend, mend
from optimizer.scenarios.replan.mended_told import mended_facts, mended_json, mended_lines
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.policy import must, priced
from optimizer.staffing.rules.coverage.coverage import CoverMinimum, CoverTarget
from optimizer.staffing.rules.rest.rest import Rest
from optimizer.staffing.rules.who.leave import Leave
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from optimizer.staffing.rules.wishes.requests import Requests
from tests.draw import day, draw

MUSTS = (must(OneDutyADay()), must(CoverMinimum()), must(Rest(limit=720)), must(Leave()))
POLICY = Policy((*MUSTS, priced(CoverTarget(), 9)))
RN = {who: {"roles": ("RN",)} for who in ("ann", "ben", "cal", "dot")}
FIRST = (Need(When(day=day(0)), "D", "RN", 1, 1),)
NEEDS = (Need(When(), "D", "RN", 1, 1), Need(When(), "N", "RN", 1, 1))


def mended(picture, *changes, needs=NEEDS, people=RN, since=None, policy=POLICY, **facts):
    unit, plan = draw(picture, people, needs=needs, **facts)
    absences = tuple(each for each in changes if isinstance(each, Absence))
    return mend(Mend(unit, policy, plan, DayChange(absences, tuple(c for c in changes if c not in absences)), since))


def test_one_who_is_off_comes_and_nothing_else_changes():
    found = mended("ann  D D D\nben  N N N\ncal  . . .", Absence("ann", day(1), day(1)))
    assert found.verdict.plan >= {Pair("cal", Duty(day(1), "D", "RN"))}
    assert (found.changes, found.least, found.proved) == ({("cal", day(1))}, 1, True)
    assert ("Changes", "1 day of 1 person") in mended_facts(found)
    assert mended_lines(found) == ["  Cal: Tue 2 Jun: D instead of off"]
    assert "Tue 2 Jun: D instead of off" in mended_json(found)["notices"][0]["ask"]


def test_what_was_worked_stays_and_what_is_missing_is_the_least_that_can_be():
    """Ben had the night before, so nobody can have the day: the nearest is told, one person missing."""
    found = mended("ann  D D\nben  N .", Absence("ann", day(1), day(1)), needs=(NEEDS[0],))
    assert (found.bends, found.missing, found.verdict.score.broken) == (True, 1, 1)
    assert Pair("ben", Duty(day(0), "N", "RN")) in found.verdict.plan


def test_more_patients_take_one_more_and_fewer_take_nobody_away():
    found = mended("ann  D .\nben  . .", NeedChange(day(0), "D", "RN", 2), needs=FIRST)
    assert found.changes == {("ben", day(0))}
    two = (Need(When(day=day(0)), "D", "RN", 2, 2),)
    fewer = mended("ann  D .\nben  D .", NeedChange(day(0), "D", "RN", 1), needs=two)
    assert (fewer.changes, fewer.missing) == (frozenset(), 0)


def test_a_gap_that_was_published_is_not_filled_at_the_cost_of_changes():
    needs = (Need(When(), "D", "RN", 0, 3),)
    found = mended("ann  D\nben  D\ncal  .", Absence("ann", day(0), day(0)), needs=needs)
    assert (found.changes, found.missing) == ({("cal", day(0))}, 0)


def test_among_plans_with_the_fewest_changes_the_cheapest_is_taken():
    asks = (Request("cal", Wish.OFF, day(0), day(0)),)
    policy = Policy((*POLICY.rulings, priced(Requests(), 50)))
    away = Absence("ann", day(0), day(0))
    found = mended("ann  D\ncal  .\ndot  .", away, needs=FIRST, requests=asks, policy=policy)
    assert found.changes == {("dot", day(0))}


@pytest.mark.parametrize("seed", range(4))
def test_no_plan_that_keeps_as_much_has_fewer_changes(seed):
    """Every plan of three people and three days is tried."""
    rows = ["D N .", ". D D", "N . N", "D . D"]
    picture = "\n".join(f"{who}  {rows[(seed + n) % 4]}" for n, who in enumerate(("ann", "ben", "cal")))
    unit, plan = draw(picture, RN, needs=NEEDS)
    change = DayChange((Absence("ann", day(0), day(1)),))
    found = mend(Mend(unit, POLICY, plan, change))
    goals, judge = MendGoals.of(unit, plan, *change.apply(unit, plan)), Judge(formulate(found.unit, POLICY))
    best = min(
        (judge.judge(each).score.broken, goals.missing(each), len(goals.changed(each)))
        for each in _plans(found.unit)
    )  # fmt: skip
    assert (found.verdict.score.broken, found.missing, len(found.changes)) == best
    assert (found.least, found.proved) == (best[2], True)


def _plans(unit):
    cells = [("ann", 2), *((who, n) for who in ("ben", "cal") for n in range(3))]
    options = [(None, *(p for p in unit.cells[who, day(n)] if p.what.shift in "DN")) for who, n in cells]
    return (frozenset(pair for pair in chosen if pair) for chosen in product(*options))
