import pytest

from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.rules.sequence.days_off import FewestDaysOff, MostDaysOff
from optimizer.staffing.rules.sequence.unwanted_pattern import UnwantedPattern
from tests.draw import amounts, day, draw


def leave(first, last):
    return {"requests": (Request("ann", Wish.OFF, day(first), day(last), approved=True),)}


def test_leave_ends_a_row_of_days_off_but_not_where_it_is_excused():
    row = "ann  D . . . . D"
    assert amounts(MostDaysOff(limit=2), row, **leave(2, 2)) == []
    assert amounts(MostDaysOff(limit=2, leave_is="excused"), row, **leave(2, 2)) == [1]
    assert amounts(MostDaysOff(limit=3, leave_is="excused"), row, **leave(2, 2)) == []


def test_a_break_of_leave_alone_may_be_excused():
    one = FewestDaysOff(limit=2, leave_is="excused")
    assert amounts(FewestDaysOff(limit=2), "ann  D . D", **leave(1, 1)) == [1]
    assert amounts(one, "ann  D . D", **leave(1, 1)) == []
    assert amounts(one, "ann  D . . D", **leave(1, 1)) == []
    assert amounts(one, "ann  D . D", **leave(0, 0)) == [1]
    assert amounts(FewestDaysOff(limit=3, leave_is="excused"), "ann  D . . D", **leave(1, 1)) == [1]


def test_an_excused_break_at_the_borders():
    def fewest(border):
        return FewestDaysOff(limit=2, leave_is="excused", border=border)

    assert amounts(fewest("open"), "ann  . D D .") == []
    assert amounts(fewest("closed before"), "ann  . D D .") == [1]
    assert amounts(fewest("closed"), "ann  . D D .") == [1, 1]
    assert amounts(fewest("closed"), "ann  . D D .", **leave(3, 3)) == [1]


def test_a_pattern_may_take_days_off_without_leave_alone():
    assert amounts(UnwantedPattern(pattern=("D", "free")), "ann  D . D .", **leave(1, 1)) == [1]


def test_another_way_to_see_leave_is_refused():
    unit, _ = draw("ann  .")
    with pytest.raises(ValueError, match="nothing that leave is; write off or excused"):
        MostDaysOff(leave_is="on").check(unit)


def test_with_a_planned_border_days_before_the_plan_do_not_count():
    assert amounts(MostDaysOff(limit=2), "ann  . . | . D") == [1]
    assert amounts(MostDaysOff(limit=2, border="planned"), "ann  . . | . D") == []
    assert amounts(FewestDaysOff(limit=2), "ann  D . | . D") == []
    assert amounts(FewestDaysOff(limit=2, border="planned"), "ann  D . | . D") == [1]
