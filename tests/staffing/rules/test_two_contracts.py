"""One person with two contracts: what wears people out counts over both rows, what a contract says over one."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from optimizer.engine import cpsat
from optimizer.engine.run import Effort, Run
from optimizer.planning.formulation import formulate
from optimizer.planning.policy import Policy, Ruling
from optimizer.planning.score import Judge
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.rates import PayClass
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.pay.pay import Bucket
from optimizer.staffing.pay.reckoned import ReckonedPay
from optimizer.staffing.rules.coverage.coverage import CoverMinimum
from optimizer.staffing.rules.hours.duties import FewestDuties, MostDuties
from optimizer.staffing.rules.hours.hours import HoursHigh, Overtime, WeeklyHours
from optimizer.staffing.rules.hours.hours_in_24 import MostHoursIn24
from optimizer.staffing.rules.rest.rest import Rest
from optimizer.staffing.rules.rest.weekly_rest import WeeklyRest
from optimizer.staffing.rules.sequence.days_off import MostDaysOff
from optimizer.staffing.rules.sequence.in_a_row import MostInARow
from optimizer.staffing.rules.weekends.weekends import MostWeekends
from optimizer.staffing.rules.who.leave import Leave
from optimizer.staffing.rules.who.no_overlap import NoOverlap
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from optimizer.staffing.schedule.figures import Figures
from tests.draw import amounts, day, draw, findings, says
from tests.made.random_policies import policies
from tests.made.random_units import plans, units

ONE = {"c1": {"same_as": "w1"}}


def test_one_duty_a_day_holds_across_both_rows():
    assert says(OneDutyADay(), "w1  D .\nc1  E D", ONE) == ["W1 (w1 and c1) has 2 duties on Mon 1 Jun."]
    assert findings(OneDutyADay(), "w1  D .\nc1  E D") == ()


def test_rest_is_from_the_one_contract_to_the_other():
    assert says(Rest(limit=11 * 60), "w1  E .\nc1  . D", ONE) == [
        "W1 (w1 and c1) has 8 h of rest before the duty on Tue 2 Jun; it should be 11 h."
    ]
    assert findings(Rest(limit=8 * 60), "w1  E .\nc1  . D", ONE) == ()
    assert findings(Rest(limit=11 * 60), "w1  E .\nc1  . D") == ()


def test_what_was_worked_before_the_plan_in_the_other_row_counts():
    assert amounts(Rest(limit=11 * 60), "w1  N | .\nc1  . | D", ONE) == [11 * 60]
    assert amounts(MostInARow(limit=2), "w1  D . | .\nc1  . D | D", ONE) == [1]


def test_nobody_is_in_two_places():
    assert amounts(NoOverlap(), "w1  C .\nc1  . D", ONE) == []
    assert amounts(NoOverlap(), "w1  M .\nc1  . D", ONE) == []
    assert amounts(Rest(limit=60), "w1  M .\nc1  . D", ONE) == [60]


def test_hours_in_24_and_in_a_week_are_those_of_both_rows():
    assert amounts(MostHoursIn24(limit=12 * 60), "w1  N .\nc1  . D", ONE) == [4 * 60]
    assert amounts(WeeklyHours(limit=20 * 60), "w1  L .\nc1  . L", ONE) == [4 * 60]
    assert amounts(WeeklyHours(limit=24 * 60), "w1  L .\nc1  . L", ONE) == []


def test_days_in_a_row_weekends_and_weekly_rest_are_those_of_both_rows():
    assert amounts(MostInARow(limit=2), "w1  D . D\nc1  . D .", ONE) == [1]
    assert amounts(MostInARow(limit=1, shifts=("night",)), "w1  N .\nc1  . N", ONE) == [1]
    picture = "w1  . . . . . D . . . . . . . .\nc1  . . . . . . . . . . . . . D"
    assert amounts(MostWeekends(limit=1), picture, ONE) == [1]
    assert findings(MostWeekends(limit=1), picture) == ()
    every_day = f"w1 {' D .' * 7}\nc1 {' . D' * 7}"
    assert findings(WeeklyRest(), every_day, ONE)
    assert not findings(WeeklyRest(), every_day)


def test_most_duties_count_both_contracts_and_fewest_each_its_own():
    picture = "w1  D . .\nc1  . D ."
    assert amounts(MostDuties(limit=1), picture, ONE) == [1]
    assert amounts(FewestDuties(limit=2), picture, ONE) == [1, 1]


def test_contract_hours_stay_each_contract_s_own():
    people = {"w1": {"fte": 0.5}, "c1": {"fte": 0.4, "same_as": "w1"}}
    found = findings(HoursHigh(), "w1  L L .\nc1  . . L", people, calendar={"full_time": 40 * 60, "pay_period_days": 7})
    assert {finding.place.who for finding in found} == {"w1", "c1"}


def test_leave_is_of_one_contract_unless_both_have_it():
    off = (Request("w1", Wish.OFF, day(0), day(0), approved=True),)
    assert amounts(Leave(), "w1  .\nc1  D", ONE, requests=off) == []
    row = "w1  . . .\nc1  . . ."
    assert amounts(MostDaysOff(limit=2), row, ONE, requests=off) == [1]
    both = (*off, Request("c1", Wish.OFF, day(0), day(0), approved=True))
    assert amounts(MostDaysOff(limit=2), row, ONE, requests=both) == []


def test_overtime_is_one_employer_s_over_the_hours_of_both_rows():
    people = {"w1": {"pay_class": "low"}, "c1": {"same_as": "w1", "pay_class": "high"}}
    facts = {"pay": {"low": PayClass(20_00), "high": PayClass(30_00)}, "calendar": {"overtime_after": 40 * 60}}
    picture = "w1  L . L . . . .\nc1  . L . L . . ."
    assert says(Overtime(), picture, people, **facts) == [
        "W1 (w1 and c1) has 48 h at work from Sun 31 May to Sat 6 Jun, 8 h of them overtime."
    ]
    unit, plan = draw(picture, people, **facts)
    figures = Figures(unit, plan)
    assert [figures.overtime(staff) for staff in unit.staff] == [8 * 60, 0]
    bills = [figures.bill(staff).get(Bucket.OVERTIME, 0) for staff in unit.staff]
    assert bills == [8 * 12_50, 0]  # half of their average of $25 on top (29 CFR 778.115), told with the first row
    assert ReckonedPay(unit).excesses(unit.staff[1]) == ()


def test_three_contracts_are_one_person_too():
    people = {"b": {"same_as": "a"}, "c": {"same_as": "a"}}
    assert amounts(MostInARow(limit=2), "a  D . .\nb  . D .\nc  . . D", people) == [1]
    unit, _ = draw("a  D\nb  .\nc  .", people)
    assert [human.ids for human in unit.humans] == [("a", "b", "c")]


@settings(max_examples=100, suppress_health_check=[*HealthCheck])
@given(st.data())
def test_an_edit_is_judged_as_the_whole_plan_is_also_across_rows(data):
    unit, policy = data.draw(units()), data.draw(policies())
    judge = Judge(formulate(unit, policy))
    before, after = data.draw(plans(unit)), data.draw(plans(unit))
    edited = judge.edit(judge.judge(before), before - after, after - before)
    assert (edited.score, edited.rows) == (judge.judge(after).score, judge.judge(after).rows)


def test_the_solver_gives_one_person_one_duty_a_day_between_both_rows():
    needs = (Need(When(), "D", "RN", 1, 1, 1), Need(When(), "E", "RN", 1, 1, 1))
    unit, _ = draw("w1  . .\nc1  . .", ONE, needs=needs)
    policy = Policy((Ruling(OneDutyADay()), Ruling(CoverMinimum())))
    assert cpsat.solve(formulate(unit, policy), run=Run(effort=Effort(workers=1))).plan is None
    apart, _ = draw("w1  . .\nc1  . .", needs=needs)
    assert cpsat.solve(formulate(apart, policy), run=Run(effort=Effort(workers=1))).plan is not None
