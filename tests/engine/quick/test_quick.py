"""The quick engine counts as the judge does, and its plans are whole from the first moment."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from optimizer.engine.outcome import NO_PINS, Pins
from optimizer.engine.quick.anneal import BACK, LEAST, anneal
from optimizer.engine.quick.compile import compiled
from optimizer.engine.quick.improve import quick
from optimizer.engine.quick.machines import MOST_STEPS, tabulated
from optimizer.engine.quick.state import TAKEN, TOTAL, TRIED, state_of
from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair
from optimizer.planning.policy import Policy, Ruling
from optimizer.planning.score import Judge
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.policy import default_policy
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from tests.draw import day, draw
from tests.made.random_policies import policies
from tests.made.random_units import plans, units
from tests.samples.step_down import clash, small

SLOW = settings(max_examples=50, suppress_health_check=[*HealthCheck])


def unhurried():
    """Let work go on."""


def firmly(judge, plan):
    """Return what a plan breaks, each must as firm as its rule is, and what it costs."""
    verdict = judge.judge(plan)
    weights = (judge.clause(index).rule.firmness * score.broken for index, score in verdict.breaches.items())
    return sum(weights), verdict.score.cost


@SLOW
@given(st.data())
def test_a_plan_comes_to_what_the_judge_charges(data):
    unit, policy = data.draw(units()), data.draw(policies())
    formulation = formulate(unit, policy)
    known, judge = compiled(formulation, NO_PINS, unhurried), Judge(formulation)
    plan = data.draw(plans(unit))
    label = known.label(plan)
    if label is not None:
        assert known.plan(label) == plan
        assert tuple(state_of(known.problem, label).score.tolist()) == firmly(judge, plan)


@SLOW
@given(st.data())
def test_what_is_found_by_annealing_comes_to_what_the_judge_charges(data):
    unit, policy = data.draw(units()), data.draw(policies())
    formulation = formulate(unit, policy)
    made, judge = quick(formulation, NO_PINS, 0, unhurried), Judge(formulation)
    for plan in made.cool(0.01, lambda: False):
        assert made.score == firmly(judge, plan)


def test_what_the_search_knows_of_its_plan_stays_true():
    unit, policy = small()
    known = compiled(formulate(unit, policy), Pins(unit.locked), unhurried)
    label = known.label(frozenset(unit.locked))
    state = state_of(known.problem, label)
    anneal(known.problem, state, label, state.score.copy(), 200.0, 1e4, 1.0, 20_000)
    anew = state_of(known.problem, state.label)
    assert state.score.tolist() == anew.score.tolist()
    assert state.own.tolist() == anew.own.tolist()
    assert state.state.tolist() == anew.state.tolist()
    assert state.totals[:, TOTAL].tolist() == anew.totals[:, TOTAL].tolist()
    assert all(0 < took <= tried for tried, took in state.kinds.tolist())  # so each of them is counted rightly


def test_a_kind_of_change_that_is_never_taken_is_still_tried_and_one_that_is_the_oftener():
    unit, policy = small()
    known = compiled(formulate(unit, policy), Pins(unit.locked), unhurried)
    label = known.label(frozenset(unit.locked))
    state = state_of(known.problem, label)
    state.kinds[:, TRIED], state.kinds[BACK, TAKEN] = 1_000_000, 500_000
    anneal(known.problem, state, label, state.score.copy(), 200.0, 1e4, 1.0, 1)
    others = [share for kind, share in enumerate(state.shares) if kind != BACK]
    assert LEAST <= min(others) < max(others) + 1e-9 < state.shares[BACK] < 1
    assert sum(state.shares) == pytest.approx(1)


def test_a_bent_must_still_counts_as_one():
    formulation = formulate(*clash())
    hard = quick(formulation, Pins(clash()[0].locked), 0, unhurried)
    bent = quick(formulation.relaxed(), Pins(clash()[0].locked), 0, unhurried)
    assert hard.plan == bent.plan


def test_what_is_kept_is_in_the_plan_and_what_is_barred_is_not():
    unit, _ = draw("ann  . . .\nben  . . .", needs=(Need(When(), "D", "RN", 1, 1),))
    keep, ban = Pair("ann", Duty(day(1), "N", "RN")), Pair("ben", Duty(day(0), "D", "RN"))
    leave = Pair("ben", Duty(day(2), "P"))
    made = quick(formulate(unit, default_policy()), Pins(frozenset({keep, leave}), frozenset({ban})), 0, unhurried)
    for _ in made.cool(0.2, lambda: False):
        pass
    assert {keep, leave} <= made.plan
    assert ban not in made.plan


def test_two_things_kept_on_one_day_break_a_must_unless_they_may_stand_together():
    unit, _ = draw("ann  . . .", needs=(Need(When(), "D", "RN", 1, 1),))
    keep = frozenset(Pair("ann", Duty(day(1), code, "RN")) for code in ("D", "C"))
    for together, broken in (((), True), (("D+C",), False)):
        formulation = formulate(unit, Policy((Ruling(OneDutyADay(together=together)),)))
        made = quick(formulation, Pins(keep), 0, unhurried)
        assert keep <= made.plan
        assert bool(made.score[0]) is broken
    assert quick(formulation, Pins(keep, keep), 0, unhurried) is None


def test_a_machine_with_too_many_states_is_left_out():
    class Counts:
        start = 0

        def step(self, state, letter):
            return state * 1_000 + letter, 0

    assert tabulated(Counts(), [0], [range(1_000)] * 9, unhurried) is None
    assert MOST_STEPS < 1_000_000


def test_the_small_sample_keeps_every_must_soon():
    unit, policy = small()
    formulation = formulate(unit, policy)
    made = quick(formulation, Pins(unit.locked), 0, unhurried)
    for _ in made.cool(2.0, lambda: False):
        pass
    assert not Judge(formulation).judge(made.plan).score.broken


def test_it_goes_on_from_a_plan():
    unit, policy = small()
    formulation = formulate(unit, policy)
    made = quick(formulation, Pins(unit.locked), 0, unhurried)
    empty = frozenset(unit.locked)
    assert made.start_from(empty)
    assert made.plan == empty
    stranger = next(pair for pair in unit.pairs if pair not in unit.offered and pair not in empty)
    assert not made.start_from(empty | {stranger})


def test_musts_that_no_cooling_can_keep_are_counted_rightly_however_firm_they_get():
    unit, policy = clash()
    formulation = formulate(unit, policy)
    made, judge = quick(formulation, Pins(unit.locked), 0, unhurried), Judge(formulation)
    for _ in range(10):
        list(made.cool(0.001, lambda: False))
    assert made.score == firmly(judge, made.plan)
    assert made.score[0] > 0
