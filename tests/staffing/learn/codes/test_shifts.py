"""The shifts behind the codes of a roster."""

import pytest

from optimizer.staffing.facts.shift import Kind, Part, Window
from optimizer.staffing.learn.codes.shifts import guesses_said, shift_lessons, unsure_times
from optimizer.staffing.learn.lesson import Basis
from optimizer.staffing.learn.worked_days import Legend
from tests.staffing.learn.rosters import roster


def learned(picture, legend=None, **facts):
    return {lesson.about.what: lesson for lesson in shift_lessons(roster(picture, legend=legend or {}, **facts))}


def times(lessons):
    shifts = {code: lesson.value for code, lesson in lessons.items() if lesson.value}
    return {code: (shift.start // 60, shift.end // 60) for code, shift in shifts.items()}


def test_days_and_nights_alone_are_twelve_hours_long():
    assert times(learned("ann D D . N N . .")) == {"D": (7, 19), "N": (19, 31)}


def test_days_evenings_and_nights_are_eight_hours_long():
    assert times(learned("ann D E . N N . .")) == {"D": (7, 15), "E": (15, 23), "N": (23, 31)}


def test_a_guess_is_said_to_be_one():
    lessons = learned("ann D D . N N . .")
    assert {lesson.basis for lesson in lessons.values()} == {Basis.GUESSED}
    assert lessons["N"].evidence == (
        "N usually means night where codes are English (day, evening, night)."
        " Its times, 19:00 to 07:00, are a guess: 12 h, for no code is late."
    )
    assert guesses_said(tuple(lessons.values())) == "The times of D and N are guesses."


def test_what_the_roster_says_is_no_guess():
    lesson = learned("ann D D .", {"D": Legend("Day", Window(390, 1140), Kind.WORK)})["D"]
    assert (lesson.basis, lesson.sure, lesson.value.start, lesson.value.end) == (Basis.STATED, 1, 390, 1140)
    assert (lesson.value.paid, lesson.value.unpaid_break) == (720, 30)


def test_nights_are_what_the_stated_days_leave():
    lessons = learned("ann D D . N N . .", {"D": Legend(window=Window(360, 1080))})
    assert times(lessons) == {"D": (6, 18), "N": (18, 30)}
    assert lessons["N"].value.part is Part.NIGHT


def test_days_are_what_the_stated_nights_leave():
    lessons = learned("ann D D . N N . .", {"N": Legend(window=Window(1200, 1860))})
    assert times(lessons) == {"N": (20, 31), "D": (7, 20)}


def test_kinds():
    found = learned("ann D PTO OC EDU X N")
    assert {code: lesson.value and lesson.value.kind for code, lesson in found.items()} == {
        "D": Kind.WORK,
        "N": Kind.WORK,
        "PTO": Kind.LEAVE,
        "OC": Kind.ON_CALL,
        "EDU": Kind.EDUCATION,
        "X": None,
    }
    assert found["OC"].value.paid == 0


def test_the_roster_may_say_that_a_code_is_a_day_off():
    assert learned("ann D D", {"D": Legend(off=True)})["D"].value is None


def test_what_always_follows_a_night_is_the_day_after():
    lessons = learned("ann D N q . D N q . D N q . D N q .")
    assert lessons["q"].value is None
    assert "follows a night in 4 of 4 cases" in lessons["q"].evidence


def test_a_code_in_long_runs_is_leave():
    lessons = learned("ann D N . q q q q q q q q D N")
    assert lessons["q"].value.kind is Kind.LEAVE
    assert "8 of 8 cells with q lie in runs of a week or more" in lessons["q"].evidence


def test_a_code_that_nothing_but_rest_follows_is_a_night():
    picture = "ann q z . q q z .\nbob q q q z . z .\ncat z z . q q q ."
    lessons = learned(picture, times=4)
    assert lessons["z"].value.part is Part.NIGHT
    assert lessons["q"].value.part is Part.DAY
    assert unsure_times(tuple(lessons.values())) == {"q", "z"}


@pytest.mark.parametrize(("code", "hours"), [("D8", (7, 15)), ("N12", (19, 31)), ("9-17", (9, 17))])
def test_times_within_a_code(code, hours):
    assert times(learned(f"ann {code} {code} D N"))[code] == hours


def test_legends_of_codes_that_nobody_had_are_learned_too():
    assert times(learned("ann D D", {"N": Legend(window=Window(1140, 1860))}))["N"] == (19, 31)
