"""The rules agree with the oracle on random units and plans."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from optimizer.planning.formulation import formulate
from optimizer.planning.policy import Policy, Ruling
from optimizer.planning.score import Judge
from optimizer.staffing.facts.rates import PayClass
from optimizer.staffing.rules.coverage.coverage import CoverMinimum
from optimizer.staffing.rules.hours.hours import WeeklyHours
from optimizer.staffing.rules.hours.hours_in_24 import MostHoursIn24
from optimizer.staffing.rules.rest.recovery_after_nights import RecoveryAfterNights
from optimizer.staffing.rules.rest.rest import Rest
from optimizer.staffing.rules.rest.stretch import MostHoursAtAStretch
from optimizer.staffing.rules.rest.weekly_rest import WeeklyRest
from optimizer.staffing.rules.sequence.in_a_row import MostInARow
from optimizer.staffing.rules.who.credentials import Credentials
from optimizer.staffing.rules.who.leave import Leave
from optimizer.staffing.rules.who.no_overlap import NoOverlap
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from tests import oracle
from tests.draw import draw
from tests.made.random_units import plans, units

OFTEN = settings(max_examples=300, suppress_health_check=[*HealthCheck])


def found(unit, plan, rule):
    judge = Judge(formulate(unit, Policy((Ruling(rule),))))
    return judge.findings(judge.judge(plan))


def cells(unit, plan, rule):
    return {(finding.place.who, finding.place.day) for finding in found(unit, plan, rule)}


@OFTEN
@given(st.data())
def test_leave_rest_and_days_in_a_row(data):
    unit = data.draw(units())
    plan = data.draw(plans(unit))
    hours, most = data.draw(st.integers(0, 30)), data.draw(st.integers(1, 4))
    assert cells(unit, plan, Leave()) == oracle.on_leave(unit, plan)
    assert cells(unit, plan, Rest(limit=hours * 60)) == oracle.tired(unit, plan, timedelta(hours=hours))
    assert cells(unit, plan, MostInARow(limit=most)) == oracle.too_many_days(unit, plan, most)


CALLS = st.lists(st.sampled_from([*"DELN..C", "D+C", "L+C", "E+C"]), min_size=8, max_size=8)


@OFTEN
@given(CALLS, st.sampled_from((0, 60, 90, 300)), st.integers(0, 40), st.integers(0, 3))
def test_rest_between_which_somebody_is_called_in(duties, called_in, hours, before):
    picture = " ".join((*duties[:before], *("|" for _ in range(min(1, before))), *duties[before:]))
    pay = {"RN": PayClass(40_00, called_in=called_in)}
    unit, plan = draw(f"ann  {picture}", {"ann": {"pay_class": "RN"}}, pay=pay)
    assert cells(unit, plan, Rest(limit=hours * 60)) == oracle.tired(unit, plan, timedelta(hours=hours))


@OFTEN
@given(st.data())
def test_hours_in_any_24(data):
    unit = replace(data.draw(units()), history=frozenset(), history_from=None)
    plan = data.draw(plans(unit))
    hours = data.draw(st.integers(6, 24))
    people = {who for who, _ in cells(unit, plan, MostHoursIn24(limit=hours * 60))}
    assert people == oracle.worked_too_much(unit, plan, timedelta(hours=hours))


@OFTEN
@given(st.data())
def test_hours_at_a_stretch(data):
    unit = replace(data.draw(units()), history=frozenset(), history_from=None)
    plan = data.draw(plans(unit))
    hours = data.draw(st.integers(4, 40))
    found_at = cells(unit, plan, MostHoursAtAStretch(limit=hours * 60))
    assert found_at == oracle.at_a_stretch(unit, plan, timedelta(hours=hours))


@OFTEN
@given(st.data())
def test_hours_in_weeks_by_the_clock(data):
    unit = replace(data.draw(units()), history=frozenset(), history_from=None)
    unit = replace(unit, calendar=replace(unit.calendar, week_minute=data.draw(st.sampled_from((0, 7 * 60, 23 * 60)))))
    plan = data.draw(plans(unit))
    hours = data.draw(st.integers(10, 40))
    people = {who for who, _ in cells(unit, plan, WeeklyHours(limit=hours * 60))}
    assert people == oracle.weeks_too_long(unit, plan, timedelta(hours=hours))


@OFTEN
@given(st.data())
def test_minimum_staffing(data):
    unit = data.draw(units())
    plan = data.draw(plans(unit))
    short = {(f.place.day, *f.place.what) for f in found(unit, plan, CoverMinimum())}
    assert short == oracle.uncovered(unit, plan)


@OFTEN
@given(st.data())
def test_one_duty_a_day(data):
    unit = data.draw(units())
    plan = data.draw(st.frozensets(st.sampled_from(unit.pairs), max_size=12))
    assert cells(unit, plan, OneDutyADay()) == oracle.twice_a_day(unit, plan)


@OFTEN
@given(st.data())
def test_no_two_duties_of_one_day_overlap(data):
    unit = data.draw(units())
    plan = data.draw(plans(unit))
    only_within = Policy((Ruling(NoOverlap(same_day=1)),))
    judge = Judge(formulate(replace(unit, history=frozenset()), only_within))
    wrong = {(f.place.who, f.place.day) for f in judge.findings(judge.judge(plan))}
    assert oracle.twice_at_once(unit, plan) <= wrong
    alone = {(who, duty.day) for who, duty in plan} - {(who, duty.day + timedelta(days=1)) for who, duty in plan}
    assert wrong & alone <= oracle.twice_at_once(unit, plan)


@OFTEN
@given(st.data())
def test_credentials_and_nights_in_a_row(data):
    unit = data.draw(units())
    plan = data.draw(plans(unit))
    most = data.draw(st.integers(1, 3))
    assert cells(unit, plan, Credentials()) == oracle.not_qualified(unit, plan)
    assert cells(unit, plan, MostInARow(limit=most, shifts=("night",))) == oracle.too_many_nights(unit, plan, most)


@OFTEN
@given(st.data())
def test_recovery_after_nights(data):
    unit = data.draw(units())
    plan = data.draw(plans(unit))
    hours, nights = data.draw(st.integers(8, 72)), data.draw(st.integers(1, 3))
    rule = RecoveryAfterNights(limit=hours * 60, nights=nights)
    assert cells(unit, plan, rule) == oracle.not_recovered(unit, plan, timedelta(hours=hours), nights)


@settings(OFTEN, max_examples=100)
@given(st.data())
def test_rest_in_every_week(data):
    """Where a rest lies on the border of two weeks it is one of them that it counts for: between the two bounds."""
    unit = replace(data.draw(units()), history=frozenset(), history_from=None)
    first = unit.calendar.first
    calendar = replace(unit.calendar, time_zone="", last=first + timedelta(days=15), pay_period_start=first)
    unit = replace(unit, calendar=calendar)
    plan = data.draw(plans(unit))
    least = timedelta(hours=data.draw(st.integers(12, 60)))
    found_of = {who for who, _ in cells(unit, plan, WeeklyRest(limit=least // timedelta(minutes=1)))}
    assert oracle.weeks_without_rest(unit, plan, least, within=False) <= found_of
    assert found_of <= oracle.weeks_without_rest(unit, plan, least, within=True)
