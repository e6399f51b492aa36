"""How a solve ends is told apart, and what it promises holds."""

import threading
import time
from dataclasses import replace

import pytest

from optimizer.engine.cpsat import solve
from optimizer.engine.outcome import Pins, Status
from optimizer.engine.run import Effort, Run
from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair
from optimizer.planning.policy import Policy
from optimizer.planning.score import Judge
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.policy import default_policy, must, priced
from optimizer.staffing.rules.coverage.coverage import CoverMinimum, CoverTarget
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from optimizer.staffing.rules.wishes.stay_close import StayClose
from tests.draw import day, draw
from tests.samples.medical_surgical import medsurg
from tests.samples.step_down import small
from tests.times import soon

WORK = Effort(workers=1, seed=7, deterministic=1.0)
"""Enough for a plan of the small sample, and the same on every machine."""
PICTURE = "ann  . . . . . . .\nbob  . . . . . . .\ncas  . . . . . . ."
NEEDS = (Need(When(), "D", "RN", 1, 1), Need(When(), "N", "RN", 1, 1))


def formulated(policy=None, **facts):
    unit, _ = draw(PICTURE, **{"needs": NEEDS, **facts})
    return unit, formulate(unit, policy or default_policy())


def test_a_small_unit_is_solved_to_proved_optimality():
    _, formulation = formulated()
    outcome = solve(formulation)
    assert outcome.status is Status.OPTIMAL
    assert outcome.score == Judge(formulation).judge(outcome.plan).score == (0, outcome.bound)
    assert outcome.gap == 0


def test_pins_hold():
    _, formulation = formulated()
    keep, ban = Pair("ann", Duty(day(1), "N", "RN")), Pair("bob", Duty(day(2), "D", "RN"))
    outcome = solve(formulation, Pins(frozenset({keep}), frozenset({ban})))
    assert keep in outcome.plan
    assert ban not in outcome.plan


def test_a_solver_gives_leave_and_classes_to_nobody_but_keeps_those_it_is_given():
    unit, formulation = formulated()
    leave = Pair("ann", Duty(day(1), "P"))
    plan = solve(formulation, Pins(frozenset({leave}))).plan
    assert [pair for pair in plan if not unit.shift_of(pair.what).staffs] == [leave]


def test_what_cannot_be_is_infeasible_and_the_nearest_plan_breaks_as_little_as_possible():
    _, formulation = formulated(needs=(Need(When(), "D", "RN", 4, 4),))
    outcome = solve(formulation)
    assert (outcome.status, outcome.plan, outcome.score, outcome.gap) == (Status.INFEASIBLE, None, None, None)
    close = solve(formulation.relaxed())
    assert Judge(formulation).judge(close.plan).score.broken == 7 + 3  # one short every day, and everyone off for one


def test_pins_that_contradict_each_other_are_infeasible():
    _, formulation = formulated()
    pair = Pair("ann", Duty(day(1), "N", "RN"))
    assert solve(formulation, Pins(frozenset({pair}), frozenset({pair}))).status is Status.INFEASIBLE


def test_no_time_is_out_of_time():
    unit, policy = medsurg()
    outcome = solve(formulate(unit, policy), run=Run(time.monotonic()))
    assert (outcome.status, outcome.plan) == (Status.OUT_OF_TIME, None)


@pytest.fixture(scope="module")
def worked():
    """Return the small sample's formulation and what is found with so much work."""
    formulation = formulate(*small())
    return formulation, solve(formulation, run=Run(effort=WORK))


@pytest.mark.alone
def test_stopped_keeps_the_best_plan_and_is_quick():
    unit, policy = medsurg()
    formulation = formulate(unit, policy)
    assert soon(lambda: stopped_in(formulation), 3)


def stopped_in(formulation):
    """Return how many seconds a search goes on after it is stopped at its first plan."""
    stop, stopped_at = threading.Event(), []

    def on_progress(progress):
        if progress.cost is not None and not stop.is_set():
            stop.set()
            stopped_at.append(time.monotonic())

    outcome = solve(formulation, run=Run(time.monotonic() + 600, stop=stop, on_progress=on_progress))
    ended = time.monotonic()
    assert outcome.status is Status.STOPPED
    assert outcome.score.broken == 0
    assert outcome.bound <= outcome.score.cost
    return ended - stopped_at[0]


def test_progress_only_improves():
    unit, policy = small()
    seen = []
    outcome = solve(formulate(unit, policy), run=Run(time.monotonic() + 120, on_progress=seen.append))
    costs, bounds = [p.cost for p in seen if p.cost is not None], [p.bound for p in seen]
    assert costs == sorted(costs, reverse=True)
    assert bounds == sorted(bounds)
    assert costs[-1] == outcome.score.cost


@pytest.mark.parametrize("work", [0.0, 0.01, 1.0])
def test_a_start_is_never_made_worse(worked, work):
    formulation, first = worked
    again = solve(formulation, start=first.plan, run=Run(effort=replace(WORK, deterministic=work)))
    assert again.score <= first.score


def test_one_worker_with_a_seed_and_a_deterministic_limit_gives_the_same_plan_again(worked):
    formulation, first = worked
    second = solve(formulation, run=Run(effort=WORK))
    assert first.plan is not None
    assert (first.plan, first.score, first.bound) == (second.plan, second.score, second.bound)


def test_staying_close_changes_what_it_must_and_no_more():
    policy = Policy((must(OneDutyADay()), must(CoverMinimum()), priced(CoverTarget(), 10), priced(StayClose(), 100)))
    unit, given = draw("ann  D . D\nbob  . D .", needs=(Need(When(), "D", "RN", 1, 1),))
    formulation = formulate(replace(unit, given=given), policy)
    assert solve(formulation).plan == given
    moved = solve(formulation, Pins(ban=frozenset({Pair("bob", Duty(day(1), "D", "RN"))}))).plan
    assert len(given ^ moved) == 2


def test_a_price_of_nothing_is_refused():
    with pytest.raises(ValueError, match="needs a price"):
        priced(CoverTarget(), 0)
