"""When people in a shift are there, and what words mean it."""

from dataclasses import replace

from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.shift import Kind, Part, Shift, Window
from optimizer.staffing.rules.coverage.coverage import CoverMinimum
from tests.draw import SHIFTS, amounts, says

HOUR = 60
SPLIT = Shift("D", "Split", 7 * HOUR, 20 * HOUR, 8 * HOUR, unpaid_break=5 * HOUR)


def test_a_meal_break_parts_no_shift_and_a_long_one_is_in_its_middle():
    assert SPLIT.presence == (Window(7 * HOUR, 11 * HOUR), Window(16 * HOUR, 20 * HOUR))
    assert replace(SPLIT, unpaid_break=119).presence == (Window(7 * HOUR, 20 * HOUR),)
    assert len(replace(SPLIT, unpaid_break=120).presence) == 2


def test_a_window_is_filled_by_those_who_are_there_all_through_it():
    labels = ("07:00-11:00", "11:00-16:00", "10:00-12:00", "16:00-20:00", "07:00-20:00")
    needs = tuple(Need(When(), label, "RN", 1, 1) for label in labels)
    shifts = (SPLIT, *SHIFTS[1:])
    found = says(CoverMinimum(), "ann  D", needs=needs, shifts=shifts)
    assert [text.partition(" ")[0] for text in found] == ["11:00-16:00", "10:00-12:00", "07:00-20:00"]
    assert amounts(CoverMinimum(), "ann  D", needs=(Need(When(), "D", "RN", 1, 1),), shifts=shifts) == []


def test_a_split_night_is_there_in_the_morning_after():
    night = Shift("N", "Split night", 20 * HOUR, 32 * HOUR, 8 * HOUR, 4 * HOUR, part=Part.NIGHT)
    assert night.spans(Window(4 * HOUR, 8 * HOUR), 1)
    assert not night.spans(Window(0, 8 * HOUR), 1)


def test_on_call_and_leave_are_meant_by_code_and_kind_alone():
    call = Shift("C", "On call", 19 * HOUR, 31 * HOUR, 0, kind=Kind.ON_CALL, part=Part.NIGHT)
    assert [call.meant_by(scope) for scope in (("C",), ("on call",), ("night",), (), ("not D",))] == [
        True, True, False, False, False,
    ]  # fmt: skip
    assert not call.meant_by(("on call", "not night"))
