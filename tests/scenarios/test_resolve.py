"""The schedule at hand, solved again around what is to stay."""

import threading
from dataclasses import replace

import pytest

from optimizer.engine.outcome import Status
from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair
from optimizer.planning.policy import Policy
from optimizer.planning.score import Judge
from optimizer.scenarios.plan_unit import UnitToPlan, pins_of, start_of
from optimizer.scenarios.resolve import Resolve
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.policy import must, priced
from optimizer.staffing.rules.coverage.coverage import CoverMinimum, CoverTarget
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from optimizer.staffing.schedule.freedom import Freedom, kept_cells
from tests.draw import day, draw
from tests.scenarios.units import POLICY, tiny

NEEDS = (Need(When(), "D", "RN", 0, 1),)


def ONE_A_DAY(unit):  # noqa: N802 (a formulation of every unit)
    return formulate(unit, Policy((must(OneDutyADay()),)))


def solved(order, stop=None):
    steps = []
    return order(steps.append, stop or threading.Event()), steps


def test_kept_cells_stay_as_they_are_and_empty_ones_stay_empty():
    unit, plan = draw("ann  D D . \n ben  . . D", needs=NEEDS)
    pins = pins_of(unit, plan, frozenset({("ann", day(0)), ("ben", day(1))}), ONE_A_DAY(unit))
    assert pins.keep == {Pair("ann", Duty(day(0), "D", "RN"))}
    assert all(pair in pins.ban for pair in unit.cells["ben", day(1)])
    assert set(unit.cells["ann", day(0)]) - pins.ban == pins.keep
    assert not any(pair.who == "ben" and pair.what.day == day(2) for pair in pins.ban)


def test_leave_and_locked_duties_are_always_kept_unless_a_kept_cell_says_otherwise():
    unit, plan = draw("ann  P . D \n ben  . . D", needs=NEEDS)
    locked = Pair("ben", Duty(day(0), "N", "RN"))
    unit = replace(unit, locked=frozenset({locked}))
    leave = Pair("ann", Duty(day(0), "P"))
    assert pins_of(unit, plan, frozenset(), ONE_A_DAY(unit)).keep == {leave, locked}
    assert pins_of(unit, plan, frozenset({("ben", day(0))}), ONE_A_DAY(unit)).keep == {leave}


def test_a_start_leaves_out_what_a_solver_may_not_choose_and_holds_all_that_is_kept():
    unit, plan = draw("ann  E D . \n ben  . E D", needs=NEEDS)
    pins = pins_of(unit, plan, frozenset({("ben", day(1))}), ONE_A_DAY(unit))
    start = start_of(unit, plan, pins, ONE_A_DAY(unit))
    assert {(pair.who, pair.what.shift) for pair in start} == {("ann", "D"), ("ben", "E"), ("ben", "D")}
    policy = Policy((must(OneDutyADay()),))
    assert pins.allow(start, formulate(unit, policy))
    asked = UnitToPlan(unit, policy, plan, frozenset({("ben", day(1))}))
    assert asked.start == start
    assert {(pair.who, pair.what.shift) for pair in asked.left_out} == {("ann", "E")}


def test_the_search_keeps_what_is_kept_and_pays_what_the_judge_says():
    unit = tiny()
    plan = frozenset({Pair("ann", Duty(day(0), "N", "RN")), Pair("ben", Duty(day(1), "D", "RN"))})
    kept = kept_cells(unit, [("cal", day(3))], Freedom(since=day(2)))
    outcome, steps = solved(Resolve(unit, POLICY, plan, kept, seconds=60, workers=1))
    assert {pair for pair in outcome.found if pair.what.day < day(2)} == plan
    assert ("cal", day(3)) not in {(pair.who, pair.what.day) for pair in outcome.found}
    assert outcome.status in (Status.OPTIMAL, Status.FEASIBLE, Status.INFEASIBLE)
    judge = Judge(formulate(unit, POLICY))
    assert steps[-1].score == judge.judge(outcome.found).score


def test_steps_go_forward_in_time_and_scores_only_get_better():
    outcome, steps = solved(Resolve(tiny(), POLICY, frozenset(), seconds=60, workers=1))
    assert outcome.score.broken == 0
    assert [step.seconds for step in steps] == sorted(step.seconds for step in steps)
    scores = [step.score for step in steps if step.score]
    assert scores == sorted(scores, reverse=True)
    assert all(step.bound is None or step.bound <= outcome.score.cost for step in steps)
    assert [step.plan for step in steps if step.plan][-1] == outcome.plan


def test_when_what_is_kept_breaks_a_must_the_nearest_comes_and_its_steps_say_so():
    unit, plan = draw("ann  . . \n ben  . .", needs=(Need(When(), "D", "RN", 2, 2),))
    policy = Policy((must(OneDutyADay()), must(CoverMinimum()), priced(CoverTarget(), 100)))
    kept = frozenset({("ann", day(0))})
    outcome, steps = solved(Resolve(unit, policy, plan, kept, seconds=60, workers=1))
    assert (outcome.status, outcome.plan, outcome.score) == (Status.INFEASIBLE, None, None)
    assert (len(outcome.nearest.plan), outcome.nearest.broken, outcome.nearest.sought) == (3, 1, True)
    last = steps[-1]
    assert (last.nearest, last.bound, last.score) == (True, None, (1, 100_00))


def test_a_search_that_is_stopped_at_once_does_not_go_on_to_the_nearest():
    stop = threading.Event()
    stop.set()
    outcome, steps = solved(Resolve(tiny(), POLICY, frozenset(), seconds=60), stop)
    assert outcome.seconds < 10
    assert not any(step.nearest for step in steps)


@pytest.mark.parametrize("cell", [("ann", 0), ("ann", 1)])
def test_a_plan_that_breaks_one_duty_a_day_where_it_is_kept_has_no_answer(cell):
    unit, plan = draw("ann  D . \n ben  . .", needs=NEEDS)
    plan |= {Pair("ann", Duty(day(0), "E", "RN"))}
    outcome, _ = solved(Resolve(unit, Policy((must(OneDutyADay()),)), plan, frozenset({(cell[0], day(cell[1]))}), 3))
    assert (outcome.found is None) is (cell == ("ann", 0))
