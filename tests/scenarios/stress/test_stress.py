"""Simulated periods: counted by hand where nothing or everything is left to chance, and held to exact solves."""

import threading
from dataclasses import replace

import numpy as np
import pytest

from optimizer.planning.formulation import formulate
from optimizer.planning.policy import Policy
from optimizer.planning.score import Judge
from optimizer.scenarios.stress.exactly import uncovered_exactly
from optimizer.scenarios.stress.order import StressOrder
from optimizer.scenarios.stress.rates import StressRates, drawn_absences, rates_of
from optimizer.scenarios.stress.simulate import StressTask, simulate
from optimizer.scenarios.stress.stress import Stress, spread
from optimizer.scenarios.stress.told import stress_facts, stress_json, stress_lines
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.rates import PayClass
from optimizer.staffing.facts.shift import Kind, Shift
from optimizer.staffing.policy import must, priced
from optimizer.staffing.rules.coverage.coverage import CoverMinimum, CoverTarget
from optimizer.staffing.rules.hours.hours import Overtime
from optimizer.staffing.rules.rest.rest import Rest
from optimizer.staffing.rules.who.leave import Leave
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from optimizer.staffing.schedule.figures import Figures
from tests.draw import SHIFTS, draw

POLICY = Policy(
    (
        must(OneDutyADay()), must(CoverMinimum()), priced(CoverTarget(), 250_00), must(Rest(limit=660)), must(Leave()),
        priced(Overtime(), 30_00),
    )
)  # fmt: skip
NEEDS = (Need(When(), "D", "RN", 0, 2), Need(When(), "N", "RN", 0, 1))
PICTURE = """
ann  D D D D D . .
ben  D D . . D D D
cal  . . D D . D D
dot  N N N N . . .
eve  . . . . N N N
fay  . . . . . . .
"""
RN = {who: {"roles": ("RN",), "pay_class": "RN"} for who in ("ann", "ben", "cal", "dot", "eve", "fay")}


def unit_and_plan(**facts):
    return draw(PICTURE, RN, needs=NEEDS, pay={"RN": PayClass(40_00)}, **facts)


def task(rate, periods=40, first=0):
    unit, plan = unit_and_plan()
    return StressTask(unit, POLICY, plan, StressRates(rate), 3, first, periods)


def test_nobody_away_leaves_the_schedule_as_it_is_with_the_hours_and_pay_that_payroll_counts():
    asked = task(0.0, 3)
    part, figures = simulate(asked), Figures(asked.unit, asked.plan)
    assert not part.uncovered.any()
    assert not part.asked.any()
    assert {*part.overtime.tolist()} == {sum(figures.overtimes.values())}
    assert {*part.cents.tolist()} == {sum(figures.spent.values())}


def test_everybody_away_leaves_everything_uncovered():
    part = simulate(task(100.0, 2))
    assert part.uncovered.tolist() == [21 * 8 * 60] * 2
    assert part.absent.tolist() == [21] * 2


def test_a_period_has_the_same_chance_wherever_it_is_simulated():
    whole, second = simulate(task(0.1, 6)), simulate(task(0.1, 3, first=3))
    assert whole.uncovered[3:].tolist() == second.uncovered.tolist()
    assert whole.cents[3:].tolist() == second.cents.tolist()


def test_so_many_are_away_as_the_rate_says():
    away = drawn_absences(StressRates(0.04), 200, 500, np.random.default_rng(1))
    assert away.mean() == pytest.approx(0.04, rel=0.1)


def test_the_rate_is_that_of_the_history_where_a_code_says_that_somebody_was_ill():
    sick = Shift("SICK", "Sick", 0, 8 * 60, 0, kind=Kind.LEAVE)
    assert rates_of(draw("ann  .")[0]).source == "as is usual"
    unit, _ = draw("ann  D D D | .", calendar=None)
    missed = next(iter(unit.history))
    history = unit.history - {missed} | {missed._replace(what=missed.what._replace(shift="SICK", role=""))}
    found = rates_of(replace(unit, shifts=(*SHIFTS, sick), history=history))
    assert (found.absent, found.source) == (1 / 3, "as in the history")
    assert rates_of(unit, 0.1).absent == 0.1


def test_quick_rules_cover_what_an_exact_model_covers_within_the_confidence_interval():
    """The same absences, mended by both: exact solves may only cover more, and no more than chance leaves open."""
    asked = task(0.3, 20)
    quick, exact = simulate(asked).uncovered, np.array(uncovered_exactly(asked))
    assert (exact <= quick).all()
    interval = spread(quick)
    assert interval.mean - interval.off <= exact.mean() <= interval.mean + interval.off


def test_whoever_comes_in_breaks_no_must():
    """The period's own end is read back and judged."""
    from optimizer.engine.quick.fill import mended
    from optimizer.scenarios.stress.simulate import StressStand, more_needed

    asked = task(0.2, 1)
    stand, judge = StressStand.of(asked.unit, asked.policy, asked.plan), Judge(formulate(asked.unit, POLICY))
    people, days, labels = stand.known.problem.at.shape
    for seed in range(10):
        away = drawn_absences(asked.rates, people, days, np.random.default_rng(seed))
        state, none = stand.fresh(), more_needed(stand, np.ones(days))
        needs = stand.tables.needs(state.label, none)
        mended(stand.known.problem, state, needs, away, none.copy(), np.zeros((days, labels), np.int64))
        plan = stand.known.plan(state.label)
        assert judge.judge(plan).score.broken == 0
        there = {(stand.known.people.index(who), stand.known.days.index(duty.day)) for who, duty in plan}
        assert not any(away[cell] for cell in there)


def test_somebody_moves_to_what_is_missed_where_nobody_misses_them():
    """Ann leads and is away; one of the two beside her leads, and the other is enough as a nurse."""
    from optimizer.engine.quick.fill import mended
    from optimizer.scenarios.stress.simulate import StressStand, more_needed

    lead = {"credentials": {"charge course": None}}
    needs = (Need(When(), "D", "Charge", 0, 1), Need(When(), "D", "RN", 0, 1))
    unit, plan = draw("ann  D/Charge\nben  D\ncal  D", dict.fromkeys(("ann", "ben", "cal"), lead), needs=needs)
    stand = StressStand.of(unit, POLICY, plan)
    people, days, labels = stand.known.problem.at.shape
    away, state, none = np.zeros((people, days), np.bool_), stand.fresh(), more_needed(stand, np.ones(days))
    away[stand.known.people.index("ann")] = True
    wanted = stand.tables.needs(state.label, none)
    mended(stand.known.problem, state, wanted, away, none.copy(), np.zeros((days, labels), np.int64))
    assert sorted(pair.what.role for pair in stand.known.plan(state.label)) == ["Charge", "RN"]


def test_the_report_tells_spread_fragile_shifts_and_what_one_more_would_save():
    unit, plan = unit_and_plan()
    order = Stress(unit, POLICY, plan, StressRates(0.5), 60, 1)
    parts = [simulate(each) for each in order.tasks(3)]
    report = order.report(parts)
    assert report.periods == 60
    assert report.uncovered.low <= report.uncovered.mean <= report.uncovered.high
    assert report.fragile[0].minutes >= report.fragile[-1].minutes > 0
    total = sum(each.minutes for each in report.fragile)
    assert total == pytest.approx(report.uncovered.mean)
    assert 0 < sum(each.minutes for each in report.relief) <= total
    assert sum(each.minutes.mean for each in report.by_shift) == pytest.approx(total)
    assert {(each.shift, each.role) for each in report.by_shift} == {("D", "RN"), ("N", "RN")}
    assert all(each.minutes.low <= each.minutes.mean <= each.minutes.high for each in report.by_shift)
    assert dict(stress_facts(report))["Periods"].startswith("60 simulated; 50.0 % of duties missed, as typed")
    assert stress_lines(report, 2)[0] == "Fragile shifts:"
    assert stress_json(report)["uncovered"]["mean"] == report.uncovered.mean


def test_an_order_tells_how_many_periods_are_done_and_keeps_them_when_it_is_stopped():
    unit, plan = unit_and_plan()
    order, told, stop = StressOrder(Stress(unit, POLICY, plan, StressRates(0.2), 40)), [], threading.Event()
    whole = order(told.append, stop)
    assert (told, whole.periods, order.total) == ([*range(4, 41, 4)], 40, 40)
    some = order(lambda done: stop.set() if done >= 8 else None, stop)
    assert 8 <= some.periods < 40
