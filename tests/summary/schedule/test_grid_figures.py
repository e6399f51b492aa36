from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.need.cover import NeedCover, Standing
from optimizer.staffing.schedule.figures import Figures
from optimizer.staffing.schedule.owed import owed
from optimizer.summary.schedule.grid_figures import GridSums, coverage_rows, person_sums
from tests.draw import day, draw
from tests.made.random_units import plans, units

WEEK = {"pay_period_days": 7, "full_time": 40 * 60}


def rows(picture, *needs, **facts):
    return coverage_rows(Figures(*draw(picture, needs=needs, **facts)))


def test_rows_come_by_shift_then_window_then_role_and_tell_what_is_there_and_asked_for():
    found = rows(
        "ann  D D\nben  N .\ncal  D/Charge .",
        Need(When(), "07:00-15:00", "RN", 1, 2),
        Need(When(), "N", "RN", 0, 1),
        Need(When(day=day(0)), "D", "Charge", 1, 1, 1),
        Need(When(), "D", "RN", 1, 1),
    )
    assert [row.label for row in found] == ["D RN", "D Charge", "N RN", "07:00-15:00 RN"]
    assert found[1].days == {day(0): NeedCover(1, 1, 1, 1)}
    assert found[2].days == {day(0): NeedCover(1, 0, 1, None), day(1): NeedCover(0, 0, 1, None)}
    assert found[3].days[day(0)] == NeedCover(1, 1, 2, None)


def test_a_window_after_midnight_is_filled_by_the_night_before_and_the_first_is_past():
    found = rows("ann  N .\nben  . .", Need(When(), "00:00-07:00", "RN", 1, 1))
    assert found[0].days == {day(0): NeedCover(0, 1, 1, None, past=True), day(1): NeedCover(1, 1, 1, None)}


def test_a_need_stands_below_its_minimum_below_its_target_on_it_or_above_its_maximum():
    standings = [NeedCover(have, 1, 2, 3).standing for have in range(5)]
    assert standings == [
        Standing.BELOW_MINIMUM,
        Standing.BELOW_TARGET,
        Standing.MET,
        Standing.MET,
        Standing.OVER,
    ]
    assert NeedCover(0, 1, 1, None, past=True).standing is Standing.PAST


def test_sums_of_a_person_worked_by_hand():
    unit, plan = draw("ann  L L L L . M .\nben  . . . . . . .", calendar=WEEK, needs=(Need(When(), "M", "RN", 1, 1),))
    ann = person_sums(Figures(unit, plan), unit.people["ann"], Fraction(7, 2))
    assert (ann.paid, ann.owed, ann.balance) == (60 * 60, 40 * 60, 20 * 60)
    assert ann.overtime == 20 * 60
    assert (ann.nights, ann.weekends) == (1, 1)
    assert ann.fair_nights == Fraction(7, 2)


def test_what_is_owed_is_the_share_of_the_pay_period_without_leave_and_days_not_employed():
    half = {"ann": {"fte": 0.5}}
    assert [owed(unit, unit.people["ann"]) for unit in (draw("ann  " + ". " * 7, half, calendar=WEEK)[0],)] == [20 * 60]
    leave = (Request("ann", Wish.OFF, day(0), day(6), approved=True),)
    away, _ = draw("ann  " + ". " * 14, calendar=WEEK, requests=leave)
    assert owed(away, away.people["ann"]) == 40 * 60
    new, _ = draw("ann  " + ". " * 14, {"ann": {"started": day(7)}}, calendar=WEEK)
    assert owed(new, new.people["ann"]) == 40 * 60


@settings(max_examples=60, suppress_health_check=[*HealthCheck])
@given(st.data())
def test_what_is_kept_from_the_last_schedule_is_what_counting_everything_again_gives(data):
    unit = data.draw(units())
    figures, sums = Figures(unit, data.draw(plans(unit))), GridSums()
    for _ in range(3):
        plan = data.draw(plans(unit))
        figures, fresh = figures.edited(plan), Figures(unit, plan)
        assert sums.of(figures) == {staff.id: person_sums(fresh, staff) for staff in unit.staff}
        assert (figures.spent, figures.overtimes) == (fresh.spent, fresh.overtimes)
        assert figures.wishes == fresh.wishes


@settings(max_examples=60, suppress_health_check=[*HealthCheck])
@given(st.data())
def test_who_fills_a_need_is_whoever_is_there_in_the_role(data):
    unit = data.draw(units())
    plan = data.draw(plans(unit))
    for row in coverage_rows(Figures(unit, plan)):
        for at, cover in row.days.items():
            there = [p for p in unit.on(at, row.shift) if p.what.role == row.role and p in plan | unit.past]
            assert cover.have == len(there)
