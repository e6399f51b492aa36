"""What was worked counts across the border as it does within one long period."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from optimizer.planning.formulation import formulate
from optimizer.planning.law import Sum
from optimizer.planning.pair import Pair
from optimizer.planning.policy import Policy, Ruling
from optimizer.planning.score import Judge
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.care import Care, Census
from optimizer.staffing.facts.clock.pay_cycle import PayCycle
from optimizer.staffing.facts.demand import Need, SkillNeed, When
from optimizer.staffing.facts.rates import PeriodBudget
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.facts.rotation import Rotation
from optimizer.staffing.facts.setting_aside import set_aside
from optimizer.staffing.facts.shift import Duty, Kind
from optimizer.staffing.next_period import next_unit
from optimizer.staffing.rules.hours.hours import HoursHigh, HoursLow, Overtime, WeeklyHours
from optimizer.staffing.rules.hours.hours_in_24 import MostHoursIn24
from optimizer.staffing.rules.rest.recovery_after_nights import RecoveryAfterNights
from optimizer.staffing.rules.rest.rest import Rest
from optimizer.staffing.rules.sequence.forward_rotation import ForwardRotation
from optimizer.staffing.rules.sequence.in_a_row import MostInARow
from optimizer.staffing.rules.weekends.weekends import MostWeekendsInARow
from tests.draw import MONDAY, SHIFTS, day, draw
from tests.made.random_units import plans, units
from tests.samples.intensive_care import icu
from tests.samples.medical_surgical import medsurg
from tests.samples.step_down import small

OFTEN = settings(max_examples=150, suppress_health_check=[*HealthCheck])
WALKS = (
    Rest(limit=16 * 60),
    MostInARow(limit=2),
    MostHoursIn24(limit=12 * 60),
    ForwardRotation(),
    RecoveryAfterNights(),
)
HOURS = (HoursLow(), HoursHigh(), WeeklyHours(limit=24 * 60), Overtime())


def judged(unit, plan, rule):
    judge = Judge(formulate(unit, Policy((Ruling(rule),))))
    return judge, judge.judge(plan)


def breaches(unit, plan, rule, first):
    """Return person, day and amount of every breach of a walk from a day on."""
    judge, verdict = judged(unit, plan, rule)
    found = ((f.place.who, f.place.day, f.amount) for f in judge.findings(verdict) if f.place.day >= first)
    return sorted(found)


def totals(unit, plan, rule, first):
    """Return what every sum over a span that reaches a day comes to, with the least that it asks for."""
    judge, verdict = judged(unit, plan, rule)
    laws = [clause.law for clause in judge.formulation.clauses if isinstance(clause.law, Sum)]
    past = judge.formulation.past
    return sorted(
        (law.place, law.low or 0, sum(number for number, pair in law.terms if pair in verdict.plan | past))
        for law in laws
        if law.place.until >= first
    )


def cut(unit, plan, days):
    """Return a unit and plan cut after so many days: the first part, and the period after it with its own plan."""
    last = unit.calendar.first + timedelta(days=days - 1)
    before = replace(unit, calendar=replace(unit.calendar, last=last))
    done = frozenset(pair for pair in plan if pair.what.day <= last)
    return next_unit(before, done, unit.calendar.last), plan - done


def assert_as_in_one(long, plan, days):
    after, rest = cut(long, plan, days)
    first = after.calendar.first
    for rule in WALKS:
        assert breaches(after, rest, rule, first) == breaches(long, plan, rule, first), rule.key
    for rule in HOURS:
        assert totals(after, rest, rule, first) == totals(long, plan, rule, first), rule.key
    weekends = MostWeekendsInARow(limit=1)
    within = (5, 6, 0) if long.calendar.night_weekend_shift > 0 else (5, 6)
    if first.weekday() not in within:  # a plan that begins within a weekend is not charged for its beginning
        assert breaches(after, rest, weekends, first) == breaches(long, plan, weekends, first)


@OFTEN
@given(st.data())
def test_a_random_plan_is_judged_across_the_border_as_in_one_long_period(data):
    unit = replace(data.draw(units()), given=frozenset(), locked=frozenset())
    unit = replace(unit, calendar=replace(unit.calendar, last=unit.calendar.last + timedelta(days=8)))
    plan = data.draw(plans(unit))
    days = data.draw(st.integers(1, len(unit.days) - 1))
    assume(plan)
    # Leave is entered by hand, so it is known in both from the start; what the contract owes depends on it.
    entered = frozenset(pair for pair in plan if unit.shift_of(pair.what).kind is Kind.LEAVE)
    assert_as_in_one(replace(unit, locked=entered), plan, days)


@pytest.mark.parametrize("make", [small, medsurg, icu])
def test_a_sample_is_judged_across_the_border_as_in_one_long_period(make):
    unit, _ = make()
    unit = replace(unit, locked=frozenset())
    plan = frozenset(
        duties[(n + m // 4) % len(duties)]
        for n, staff in enumerate(unit.staff)
        for m, when in enumerate(unit.days)
        if (n + 2 * m) % 5 < 3
        if (duties := [pair for pair in unit.cells[staff.id, when] if unit.shift_of(pair.what).staffs])
    )
    assert plan
    for days in (3, 7, len(unit.days) - 1):
        assert_as_in_one(unit, plan, days)


def test_the_calendar_moves_on_by_its_length_and_pay_periods_go_on():
    unit, plan = draw("ann  D D D D D D D D D D", calendar={"pay_period_days": 14})
    after = next_unit(unit, plan)
    assert after.days == Span(day(10), day(19)).days
    assert after.calendar.pay_periods[0] == Span(day(0), day(13))
    assert next_unit(unit, plan, day(12)).days == Span(day(10), day(12)).days
    assert next_unit(after, frozenset()).calendar.pay_period_start == MONDAY


@pytest.mark.parametrize(
    ("first", "last", "then"),
    [
        ("2028-01-01", "2028-01-31", "2028-02-29"),
        ("2027-02-01", "2027-02-28", "2027-03-31"),
        ("2027-11-01", "2027-12-31", "2028-02-29"),
        ("2027-12-01", "2027-12-31", "2028-01-31"),
        ("2027-01-01", "2027-12-31", "2028-12-31"),
        ("2027-02-01", "2027-02-27", "2027-03-26"),
        ("2027-01-02", "2027-01-31", "2027-03-02"),
    ],
)
def test_calendar_months_are_followed_by_as_many_calendar_months_and_days_by_days(first, last, then):
    unit, plan = draw("ann  D")
    calendar = replace(unit.calendar, first=date.fromisoformat(first), last=date.fromisoformat(last))
    assert next_unit(replace(unit, calendar=calendar), plan).calendar.last == date.fromisoformat(then)


def test_what_is_for_a_later_period_waits_for_it():
    needs = tuple(Need(When(day=day(n)), "D", "RN", 1, 1) for n in (3, 8, 20))
    unit, plan = draw("ann  D D D D D D D", needs=needs)
    locked = frozenset(Pair("ann", Duty(day(n), "D", "RN")) for n in (8, 20))
    after = next_unit(set_aside(replace(unit, locked=locked)), plan)
    assert (after.needs, after.aside.needs) == (needs[1:2], needs[2:])
    assert {pair.what.day for pair in after.locked} == {day(8)}
    assert {pair.what.day for pair in after.aside.locked} == {day(20)}


def test_a_next_period_that_ends_before_it_begins_is_refused():
    unit, plan = draw("ann  D D")
    with pytest.raises(ValueError, match="begins on 2026-06-03, so it cannot end on 2026-06-02"):
        next_unit(unit, plan, day(1))


def test_the_plan_and_four_weeks_are_history_and_no_more():
    unit, plan = draw("ann " + " D" * 60 + " |" + " N" * 7)
    after = next_unit(unit, plan)
    assert (after.history_from, len(after.history)) == (day(7 - 28), 28)
    long, plan = draw("ann  D |" + " N" * 42)
    assert next_unit(long, plan).history == plan
    assert next_unit(long, plan).history_from == day(0)
    short, plan = draw("ann  D |" + " N" * 7)
    assert next_unit(short, plan).history_days == (day(-1), *short.days)


def test_only_what_is_for_days_to_come_stays():
    needs = (Need(When(), "D", "RN", 1, 1), Need(When(day=day(0)), "D", "RN", 2, 2))
    skills = (SkillNeed(When(day=day(1)), "D", "ACLS"), SkillNeed(When(holidays=True), "D", "ACLS"))
    wish = Request("ann", Wish.OFF, day(0), day(2))
    requests = (wish, replace(wish, last=day(8)), replace(wish, first=day(9), last=day(9)))
    unit, plan = draw("ann  D D D D D D D", needs=needs, skill_needs=skills, requests=requests)
    holidays = {day(-3): "Before", day(8): "After"}
    unit = replace(unit, locked=plan, given=plan, calendar=replace(unit.calendar, holidays=holidays))
    after = next_unit(unit, plan)
    assert (after.needs, after.skill_needs) == (needs[:1], skills[1:])
    assert after.requests == requests[1:]
    assert (after.locked, after.given, after.calendar.holidays) == (frozenset(), frozenset(), holidays)


def test_leave_in_a_pay_period_that_goes_on_still_lowers_what_it_owes():
    leave = Request("ann", Wish.OFF, day(0), day(2), approved=True)
    unit, plan = draw("ann  . . . D D D D D D D", requests=(leave, replace(leave, first=day(-9), last=day(-8))))
    assert next_unit(unit, plan).requests == (leave,)


def test_budgets_and_census_of_past_dates_are_left_behind():
    budget = tuple(PeriodBudget(first, 100, 60, 40_00) for first in (None, day(0), day(7), day(14)))
    census = tuple(Census(when, "D", {1: 4}) for when in (When(), When(day=day(3))))
    unit, plan = draw("ann  D D D D D D D", calendar={"pay_period_days": 7}, budget=budget)
    after = next_unit(replace(unit, care=Care(census, ())), plan)
    assert [line.first for line in after.budget] == [None, day(7)]
    assert after.care.census == census[:1]


@pytest.mark.parametrize(
    ("cycle", "first", "last", "then"),
    [
        (PayCycle.TWICE, "2028-02-01", "2028-02-15", "2028-02-29"),
        (PayCycle.TWICE, "2028-02-16", "2028-02-29", "2028-03-15"),
        (PayCycle.TWICE, "2028-02-16", "2028-03-31", "2028-05-15"),
        (PayCycle.TWICE, "2028-01-01", "2028-01-31", "2028-02-29"),
        (PayCycle.MONTH, "2028-01-01", "2028-01-31", "2028-02-29"),
        (PayCycle.MONTH, "2028-01-03", "2028-01-30", "2028-02-27"),
    ],
)
def test_whole_pay_periods_by_the_month_are_followed_by_as_many(cycle, first, last, then):
    unit, plan = draw("ann  D")
    days = {"first": date.fromisoformat(first), "last": date.fromisoformat(last)}
    calendar = replace(unit.calendar, **days, pay_cycle=cycle)
    assert next_unit(replace(unit, calendar=calendar), plan).calendar.last == date.fromisoformat(then)


def test_novices_grow_older_by_the_calendar():
    unit, plan = draw("ann  D D D D D D D", {"ann": {"experience": 11}})
    later = unit
    for _ in range(26):
        later = next_unit(later, plan)
        plan = frozenset()
    assert next_unit(unit, plan).staff[0].experience == 11
    assert (later.calendar.first, later.staff[0].experience) == (date(2026, 11, 30), 11 + 5)


def test_a_rotation_and_turns_go_on_over_two_periods():
    """Nobody enters anything anew: the pattern is where it was, and who had what is known."""
    weeks = (Rotation("Weeks", ("D", "D", "", "C"), MONDAY - timedelta(9)),)
    calls = tuple(replace(shift, turn="call" if shift.code == "C" else "") for shift in SHIFTS)
    people, holidays = {"ann": {"rotation": "Weeks"}}, {day(6): "Midsummer"}
    unit, plan = draw(
        "ann  . C D D . C D", people, rotations=weeks, shifts=calls,
        calendar={"holidays": holidays, "holiday_pairs": dict.fromkeys(holidays, "Summer")},
    )  # fmt: skip
    after = next_unit(next_unit(unit, plan), frozenset())
    patterns = [weeks[0].code_on(when) for when in after.days]
    assert list(after.rotation_days.values()) == patterns
    assert after.rotations == weeks
    assert after.calendar.holiday_pairs == unit.calendar.holiday_pairs
    assert [(turn.day, turn.what) for turn in after.turns] == [
        (day(1), "call"), (day(5), "call"), (day(6), "Midsummer"),
    ]  # fmt: skip
