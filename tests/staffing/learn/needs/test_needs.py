"""What the unit needs, as it was staffed."""

from collections import Counter
from datetime import timedelta
from itertools import chain

import pytest

from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.shift import Window
from optimizer.staffing.learn.learn import learn
from optimizer.staffing.learn.needs.scheme import EVERY_DAY, MON_FRI, best_scheme, typical
from optimizer.staffing.learn.needs.windows import windows
from tests.draw import MONDAY, SHIFTS
from tests.staffing.learn.rosters import roster

BY_CODE = {shift.code: shift for shift in SHIFTS}


def counts(*weeks):
    return {MONDAY + timedelta(days=number): count for number, count in enumerate(chain(*weeks))}


def needs(picture, **facts):
    return [lesson for lesson in learn(roster(picture, **facts)).needs if lesson.value]


def test_the_same_every_day():
    assert best_scheme(counts(*[[4, 4, 4, 4, 4, 4, 4]] * 3)) == (EVERY_DAY,)


def test_fewer_on_weekends():
    assert best_scheme(counts(*[[4, 4, 4, 4, 4, 2, 2]] * 3)) == (MON_FRI, frozenset({5, 6}))


def test_fewer_on_sundays():
    assert best_scheme(counts(*[[4, 4, 4, 4, 4, 4, 1]] * 3)) == (EVERY_DAY - {6}, frozenset({6}))


def test_a_day_of_clinics():
    found = best_scheme(counts(*[[4, 4, 7, 4, 4, 2, 2]] * 4))
    assert found == (frozenset({0, 1, 3, 4}), frozenset({2}), frozenset({5, 6}))


def test_one_odd_day_is_no_rhythm():
    assert best_scheme(counts([4] * 7, [4, 4, 4, 4, 4, 4, 2], [4] * 7, [4] * 7)) == (EVERY_DAY,)


def test_of_two_usual_numbers_the_larger_is_typical():
    assert [typical([3, 4]), typical([3, 3, 4]), typical([1])] == [4, 3, 1]


def test_typical_and_least_with_the_evidence():
    (lesson,) = needs("ann D D D D D D D D D\nbob D D D D D D D D .", times=3)
    assert lesson.value == Need(When(), "D", "Nurse", 1, 2, 2)
    assert lesson.evidence == "On 24 of 27 days 2 were on D as Nurse; the fewest were 1 (3 times, Tue 9 Jun first)."
    assert lesson.sure == pytest.approx(0.88, abs=0.01)


def test_fewer_on_sundays_are_told_apart():
    week, sunday = needs("ann D D D D D D D\nbob D D D D D D .", times=4)
    assert week.value == Need(When(weekdays=frozenset(range(6))), "D", "Nurse", 2, 2, 2)
    assert week.evidence == "On 24 of 24 days but Sundays 2 were on D as Nurse."
    assert sunday.evidence == "On 4 of 4 Sundays 1 was on D as Nurse."


def test_needs_by_weekday_and_role():
    people = {"ann": {"job": "RN"}, "bob": {"job": "RN"}, "cat": {"job": "CNA"}}
    found = needs("ann D D D D D . .\nbob D D D D D D D\ncat D D D D D . .", people=people, times=4)
    assert {(lesson.about.what, lesson.value.target) for lesson in found} == {
        ("D, RN, weekdays", 2),
        ("D, RN, Saturdays and Sundays", 1),
        ("D, CNA, weekdays", 1),
    }


def test_a_shift_on_which_mostly_nobody_is_has_no_need_but_is_told_of():
    lessons = learn(roster("ann D D D D D D D D E\nbob D D D D D D D D D", times=3)).needs
    (evening,) = (lesson for lesson in lessons if lesson.about.what.startswith("E"))
    assert evening.value is None
    assert evening.evidence == "On 24 of 27 days nobody was on E as Nurse; the most were 1 (3 times, Tue 9 Jun first)."


def test_change_of_shifts_parts_the_day():
    usual = [BY_CODE[code] for code in "DENLM"]
    stretches = windows(usual, Counter("DENLM"))
    assert [(window.start // 60, window.end // 60) for window in stretches] == [(7, 15), (15, 19), (19, 23), (23, 31)]


def test_shifts_that_take_turns_need_no_windows():
    assert not windows([BY_CODE[code] for code in "DEN"], Counter("DEN"))
    assert not windows([BY_CODE[code] for code in "LM"], Counter("LM"))


def test_a_rare_long_shift_makes_no_windows():
    assert not windows([BY_CODE[code] for code in "DENL"], Counter({"D": 60, "E": 60, "N": 60, "L": 3}))


def test_windows_begin_when_handovers_are_over():
    day, night = BY_CODE["L"], BY_CODE["M"]
    late = [type(day)(s.code, s.name, s.start, s.end + 30, s.paid) for s in (day, night, BY_CODE["D"])]
    assert windows(late, Counter("LMD")) == (Window(450, 930), Window(930, 1140), Window(1170, 1860))


def test_people_are_needed_by_the_hour_where_long_shifts_and_short_ones_mix():
    found = needs("ann L L L L L L L\nbob D D D D D D D\ncat M M M M M M M", times=3)
    assert [(lesson.value.shift, lesson.value.target) for lesson in found if lesson.value.target] == [
        ("07:00-15:00", 2),
        ("15:00-19:00", 1),
        ("19:00-07:00", 1),
    ]
    assert {(lesson.value.shift, lesson.value.maximum) for lesson in found if not lesson.value.target} == {
        ("L", 1),
        ("D", 1),
        ("M", 1),
        ("E", 0),
    }
    (evening,) = (lesson for lesson in found if lesson.value.shift == "E")
    assert evening.evidence == "People are needed by the hour, not on E as Nurse: nobody ever was."


def test_codes_that_nobody_can_read_have_needs_of_their_own():
    found = needs("ann L L L L L L L\nbob D D D D D D D\ncat q . q q . q q", times=3)
    assert ("q", 1) in {(lesson.value.shift, lesson.value.target) for lesson in found}
