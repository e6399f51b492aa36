"""The unit and the policy for the period after."""

from datetime import date, timedelta

import pytest

from optimizer.planning.policy import Mode
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.staff import Employment
from optimizer.staffing.learn.learn import changed, confirmed, learn
from optimizer.staffing.learn.lesson import About, Topic
from optimizer.staffing.learn.period_after import last_period, period_after
from optimizer.staffing.learn.worked_days import together
from optimizer.staffing.policy import default_policy
from optimizer.staffing.rules.coverage.skill_on_shift import SkillOnShift
from optimizer.staffing.rules.sequence.days_off import MostDaysOff
from optimizer.staffing.rules.sequence.in_a_row import MostInARow
from optimizer.workbook.unit.read import read
from optimizer.workbook.unit.write import write_unit
from tests.draw import day
from tests.paths import needs_rosters
from tests.staffing.learn.rosters import REAL_GRIDS, read_grid, roster

FOUR_WEEKS = "ann D/C D D . . . .\nbob N N . . D D D\ncat . . N N N . .\ndan D D . D/C D/C D/C D/C"
SENIOR = {"ann": {"groups": ("Senior",)}, "bob": {"groups": ("Senior",)}}
SENIORS = "ann D . D .\nbob . D . D\ncat D D . .\ndan . . D D\neve . D D .\nfay D . . D"


@pytest.mark.parametrize(
    ("first", "last", "period"),
    [
        ((6, 1), (6, 30), (6, 1)),
        ((5, 1), (6, 30), (6, 1)),
        ((5, 20), (6, 16), (5, 20)),
        ((5, 4), (6, 14), (5, 4)),
        ((3, 2), (6, 14), (5, 18)),
    ],
)
def test_the_last_period_of_a_roster(first, last, period):
    known = Span(date(2026, *first), date(2026, *last))
    assert last_period(known) == Span(date(2026, *period), known.last)


def test_a_calendar_month_is_followed_by_the_next():
    month = learn(roster("ann D D . . D\nbob . . D D .", first=date(2026, 6, 1), times=6))
    unit, _ = period_after(month)
    assert (unit.calendar.first, unit.calendar.last) == (date(2026, 7, 1), date(2026, 7, 31))


def test_what_was_worked_is_history():
    learned = learn(roster(FOUR_WEEKS, times=4))
    unit, _ = period_after(learned)
    assert (unit.calendar.first, unit.calendar.last) == (day(28), day(55))
    assert unit.history == learned.attendance.plan
    assert unit.history_from == day(0)


def test_it_may_end_on_another_day():
    unit, _ = period_after(learn(roster(FOUR_WEEKS, times=4)), day(34))
    assert len(unit.days) == 7


def test_people_have_what_was_learned_of_them():
    unit, _ = period_after(learn(roster(FOUR_WEEKS, times=4)))
    assert unit.people["ann"].roles == ("Nurse", "Charge")
    assert unit.people["cat"].roles == ("Nurse",)
    assert unit.people["cat"].shifts == ("N",)
    assert unit.people["ann"].employment is Employment.PART_TIME
    assert unit.calendar.full_time == 2 * 42 * 60
    assert {need.role for need in unit.needs} == {"Nurse", "Charge"}


def test_somebody_said_not_to_lead_does_not():
    learned = changed(learn(roster(FOUR_WEEKS, times=4)), About(Topic.LEADER, "ann"), False)
    assert period_after(learned).unit.people["ann"].roles == ("Nurse",)


def test_people_without_duties_owe_none():
    unit, _ = period_after(learn(roster("ann D D D D D . .\nbob . . . . . . .", times=4)))
    assert unit.people["bob"].employment is Employment.PER_DIEM


def test_rules_learned_stand_in_the_places_of_those_that_are_off():
    policy = period_after(learn(roster(FOUR_WEEKS, times=4))).policy
    assert [type(ruling.rule) for ruling in policy.rulings].count(MostDaysOff) == 1
    assert policy.rulings[0] == default_policy().rulings[0]
    assert {type(ruling.rule) for ruling in policy.rulings} == {type(r.rule) for r in default_policy().rulings}


def test_a_rule_that_somebody_took_out_is_out():
    learned = learn(roster(FOUR_WEEKS, times=4))
    about = About(Topic.RULE, "most days off")
    rule = learned.by_about[about].value.rule
    assert rule not in [ruling.rule for ruling in period_after(changed(learned, about, None)).policy.rulings]


def test_a_confirmed_rule_is_a_must_in_the_policy():
    learned = confirmed(learn(roster(FOUR_WEEKS, times=4)), About(Topic.RULE, "most nights in a row"))
    (ruling,) = (r for r in period_after(learned).policy.rulings if r.rule == MostInARow(limit=3, shifts=("night",)))
    assert ruling.mode is Mode.MUST


def test_a_group_that_was_always_there_is_wished_until_it_is_confirmed():
    learned = learn(roster(SENIORS, people=SENIOR, times=7))
    unit, policy = period_after(learned)
    (ruling,) = (ruling for ruling in policy.rulings if isinstance(ruling.rule, SkillOnShift))
    assert ruling.mode is Mode.PRICED
    assert [person.id for person in unit.staff if "Senior" in person.credentials] == ["ann", "bob"]
    assert [need.credential for need in unit.skill_needs] == ["Senior"]
    (ruling,) = (
        ruling
        for ruling in period_after(confirmed(learned, learned.skills[0].about)).policy.rulings
        if isinstance(ruling.rule, SkillOnShift)
    )
    assert ruling.mode is Mode.MUST


def test_needs_of_a_month_before_a_gap_count_but_its_days_are_no_history():
    earlier = roster("ann D D D D D D D", times=4)
    later = roster("ann D D D D D D D", first=day(60), times=4)
    unit, _ = period_after(learn(together([earlier, later])))
    assert unit.history_from == day(60)
    assert unit.calendar.first == later.days[-1] + timedelta(days=1)


@needs_rosters
@pytest.mark.parametrize("grid", REAL_GRIDS, ids=lambda grid: grid.file)
def test_what_was_learned_of_a_real_roster_is_written_and_read_back_as_it_is(grid, tmp_path):
    unit, policy = period_after(learn(read_grid(grid)))
    write_unit(tmp_path / "unit.xlsx", unit, policy)
    contents = read(tmp_path / "unit.xlsx")
    assert (contents.unit, contents.policy) == (unit, policy)
