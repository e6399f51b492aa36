from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from optimizer.planning.pair import Pair
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.schedule.difference import at_short_notice, changes_between, notices, said
from optimizer.staffing.schedule.versions import Versions
from tests.draw import day, draw
from tests.made.random_units import plans, units


def told(before, after):
    unit, plan = draw(after)
    return [said(unit, notice) for notice in notices(changes_between(draw(before)[1], plan))]


def test_equal_plans_have_nothing_to_tell():
    assert told("ann  D N .", "ann  D N .") == []


def test_a_notice_names_day_and_duty_after_and_before():
    assert told("ann  . D N \n ben  D . .", "ann  N . N \n ben  D . .") == [
        "Mon 1 Jun: N instead of off; Tue 2 Jun: off instead of D"
    ]


def test_another_role_is_a_change_and_is_named_where_it_is_not_the_main_one():
    assert told("ann  D", "ann  D/Charge") == ["Mon 1 Jun: D as Charge instead of D"]
    assert told("ann  D/Charge", "ann  D") == ["Mon 1 Jun: D instead of D as Charge"]


def test_each_person_has_one_notice():
    assert told("ann  D . \n ben  . D", "ann  . D \n ben  D .") == [
        "Mon 1 Jun: off instead of D; Tue 2 Jun: D instead of off",
        "Mon 1 Jun: D instead of off; Tue 2 Jun: off instead of D",
    ]


def test_a_second_duty_on_a_day_is_a_change_of_its_own():
    first, second = Pair("ann", Duty(day(0), "D", "RN")), Pair("ann", Duty(day(0), "E", "RN"))
    (change,) = changes_between(frozenset({first}), frozenset({first, second}))
    assert (change.before, change.after) == (None, second.what)


def test_short_notice_is_fewer_days_than_promised():
    changes = changes_between(frozenset(), draw("ann  D D D D")[1])
    assert [change.day for change in at_short_notice(changes, day(0), 2)] == [day(0), day(1)]
    assert at_short_notice(changes, day(0) - timedelta(days=14), 14) == ()
    assert len(at_short_notice(changes, day(4), 0)) == 4


def test_versions_are_compared_on_the_days_and_the_people_that_both_have():
    before, plan = draw("ann  D D D \n old  D D D")
    after, new_plan = draw("ann  . . . \n new  D D D", first=day(1))
    versions = Versions(before, plan, after, new_plan)
    assert (versions.shared.first, versions.shared.last) == (day(1), day(2))
    assert [(change.who, change.day) for change in versions.changes] == [("ann", day(1)), ("ann", day(2))]
    assert ([s.id for s in versions.gone], [s.id for s in versions.new]) == (["old"], ["new"])


def test_versions_list_people_in_the_order_of_the_staff():
    before, plan = draw("cal  D . \n ann  D .")
    versions = Versions(before, plan, *draw("cal  . D \n ann  . ."))
    assert [(change.who, change.day) for change in versions.changes] == [
        ("cal", day(0)),
        ("cal", day(1)),
        ("ann", day(0)),
    ]


def test_versions_without_a_common_day_share_nothing():
    before, plan = draw("ann  D D")
    after, new_plan = draw("ann  D D", first=day(2))
    versions = Versions(before, plan, after, new_plan)
    assert (versions.shared, versions.changes) == (None, ())


def test_shifts_that_came_went_or_moved_are_told():
    before, plan = draw("ann  D")
    day_shift, evening, night, *others = before.shifts
    after = replace(
        before, shifts=(replace(day_shift, end=day_shift.end + 60), evening, replace(night, code="X"), *others)
    )
    versions = Versions(before, plan, after, plan)
    assert (versions.shifts_gone, versions.shifts_new) == (("N",), ("X",))
    assert [had.code for had, _ in versions.shifts_moved] == ["D"]


@settings(max_examples=100)
@given(st.data())
def test_applying_the_changes_to_the_plan_before_gives_the_plan_after(data):
    unit = data.draw(units())
    before, after = data.draw(plans(unit)), data.draw(plans(unit))
    changes = changes_between(before, after)
    gone = {Pair(change.who, change.before) for change in changes if change.before}
    new = {Pair(change.who, change.after) for change in changes if change.after}
    assert (before - gone) | new == after
    assert all(change.before != change.after for change in changes)
    assert changes_between(after, before) == tuple(
        change._replace(before=change.after, after=change.before) for change in changes
    )
