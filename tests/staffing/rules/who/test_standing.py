from dataclasses import replace

import pytest

from optimizer.engine.outcome import Pins, Status
from optimizer.engine.run import Effort, Run
from optimizer.engine.solve import Engine, solve
from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair
from optimizer.planning.policy import Mode, Policy, Ruling
from optimizer.planning.score import Judge
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.shift import Duty, Kind, Shift, Window
from optimizer.staffing.rules.coverage.coverage import CoverMinimum
from optimizer.staffing.rules.hours.hours import WeeklyHours
from optimizer.staffing.rules.hours.hours_in_24 import MostHoursIn24
from optimizer.staffing.rules.implied import with_implied
from optimizer.staffing.rules.rest.rest import Rest
from optimizer.staffing.rules.rest.stretch import MostHoursAtAStretch
from optimizer.staffing.rules.who.no_overlap import NoOverlap
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from tests.draw import SHIFTS, day, draw

HOUR = 60
SPLIT = Shift("T", "Split", 7 * HOUR, 20 * HOUR, 8 * HOUR, parts=(Window(420, 660), Window(960, 1200)))
HALF = Shift("H", "Half a day", 7 * HOUR, 11 * HOUR, 4 * HOUR)
LEAVE = Shift("Q", "Half a day of leave", 11 * HOUR, 15 * HOUR, 4 * HOUR, kind=Kind.LEAVE)
MORE = (*SHIFTS, SPLIT, HALF, LEAVE)
ENGINES = [Engine.CPSAT, Engine.ROSTERS]


def on_one_day(codes, rule, shifts=MORE):
    """Return what a rule finds where somebody has some shifts on the first day: the amounts."""
    unit, _ = draw("ann  . . .", shifts=shifts)
    plan = frozenset(Pair("ann", Duty(day(0), code, "" if code in "PQS" else "RN")) for code in codes)
    judge = Judge(formulate(unit, Policy((Ruling(rule),))))
    return [finding.amount for finding in judge.findings(judge.judge(plan))]


def test_named_shifts_may_stand_together_and_each_further_duty_is_one_too_many():
    rule = OneDutyADay(together=("D+C", "D+E"))
    assert on_one_day("DC", rule) == on_one_day("D", rule) == on_one_day("DE", rule) == []
    assert on_one_day("DN", rule) == on_one_day("DCS", rule) == [1]
    assert on_one_day("DNS", rule) == [2]
    assert on_one_day("DC", OneDutyADay(together=("day+on call",))) == []
    assert on_one_day("DC", OneDutyADay()) == [1]


@pytest.mark.parametrize(
    ("entry", "why"), [("D", "no two shifts"), ("D+Z", "no two shifts"), ("D+L", "overlap"), ("D+P", "leave")]
)
def test_an_entry_that_lets_nothing_stand_together_is_refused(entry, why):
    with pytest.raises(ValueError, match=why):
        OneDutyADay(together=(entry,)).check(draw("ann  .", shifts=MORE)[0])


def test_no_two_duties_of_a_day_overlap_nor_does_half_a_day_of_leave_a_duty():
    rule = NoOverlap(same_day=1)
    assert on_one_day("DC", rule) == on_one_day("HQ", rule) == on_one_day("DP", rule) == []
    assert on_one_day("DS", rule) == [7 * HOUR]
    assert on_one_day("DQ", rule) == [4 * HOUR]
    assert on_one_day("TD", rule) == [4 * HOUR]  # the second part begins when D has ended


def test_where_a_day_may_have_several_duties_no_two_overlap_without_anybody_saying_so():
    unit, _ = draw("ann  .", shifts=MORE)
    for ruling in (Ruling(OneDutyADay(together=("D+C",))), Ruling(OneDutyADay(), Mode.OFF)):
        assert with_implied(Policy((ruling,)), unit).rulings[-1].rule == NoOverlap(same_day=1)


def test_rest_counts_from_the_last_end_of_a_day_and_hours_by_the_spells():
    assert on_one_day("DE", Rest(limit=11 * HOUR)) == []
    assert on_one_day("DE", MostHoursIn24(limit=12 * HOUR)) == [4 * HOUR]
    assert on_one_day("DE", MostHoursAtAStretch(limit=12 * HOUR)) == [4 * HOUR]
    assert on_one_day("T", MostHoursAtAStretch(limit=4 * HOUR)) == []
    assert on_one_day("DE", WeeklyHours(limit=12 * HOUR)) == [4 * HOUR]


def test_nobody_is_there_between_the_parts_of_a_shift():
    assert SPLIT.spans(Window(420, 660), 0)
    assert not SPLIT.spans(Window(660, 960), 0)
    assert not SPLIT.overlaps(Shift("X", "Between", 660, 960, 300))


@pytest.mark.parametrize("engine", ENGINES)
def test_engines_give_together_what_may_stand_together_and_nothing_else(engine):
    needs = tuple(Need(When(), code, "RN", 1, 1) for code in "DC")
    unit, _ = draw("ann  . . .", needs=needs)
    run = Run(effort=Effort(workers=1))
    policy = Policy((Ruling(OneDutyADay(together=("D+C",))), Ruling(CoverMinimum())))
    found = solve(formulate(unit, policy), engine=engine, run=run)
    assert (found.status, len(found.plan)) == (Status.OPTIMAL, 6)
    apart = formulate(unit, Policy((Ruling(OneDutyADay()), Ruling(CoverMinimum()), Ruling(Rest()))))
    assert solve(apart, engine=engine, run=run).status is Status.INFEASIBLE
    dear = Policy((Ruling(OneDutyADay(), Mode.PRICED, 700), Ruling(CoverMinimum()), Ruling(Rest())))
    assert solve(formulate(unit, dear), engine=engine, run=run).score.cost == 3 * 700


@pytest.mark.parametrize("engine", ENGINES)
def test_nothing_is_given_beside_a_whole_day_of_leave_whatever_words_say(engine):
    unit, _ = draw("ann  .", shifts=MORE, needs=(Need(When(), "D", "RN", 1, 1),))
    leave = Pair("ann", Duty(day(0), "P"))
    for ruling in (Ruling(OneDutyADay(together=("work+leave",))), Ruling(OneDutyADay(), Mode.PRICED, 700)):
        formulation = formulate(unit, with_implied(Policy((ruling, Ruling(CoverMinimum()))), unit))
        assert solve(formulation, Pins(frozenset({leave})), engine=engine).status is Status.INFEASIBLE
    assert on_one_day("DP", OneDutyADay(together=("work+leave",))) == [1]


@pytest.mark.parametrize("engine", ENGINES)
def test_half_a_duty_is_found_beside_half_a_day_of_leave_that_is_kept(engine):
    unit, _ = draw("ann  .", shifts=MORE, needs=(Need(When(), "H", "RN", 1, 1),))
    leave = Pair("ann", Duty(day(0), "Q"))
    policy = Policy((Ruling(OneDutyADay(together=("H+Q",))), Ruling(CoverMinimum())))
    found = solve(formulate(unit, policy), Pins(frozenset({leave})), engine=engine, run=Run(effort=Effort(workers=1)))
    assert {pair.what.shift for pair in found.plan} == {"H", "Q"}
    alone = formulate(replace(unit), Policy((Ruling(OneDutyADay()), Ruling(CoverMinimum()))))
    assert solve(alone, Pins(frozenset({leave})), engine=engine).status is Status.INFEASIBLE
