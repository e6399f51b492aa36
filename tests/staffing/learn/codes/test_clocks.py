"""Codes with the clock in them: what each is follows from all that stand together, or is told to be open."""

import pytest

from optimizer.staffing.facts.shift import Window
from optimizer.staffing.learn.codes.shifts import shift_lessons
from optimizer.staffing.learn.codes.starts import CodedStart, start_in
from optimizer.staffing.learn.codes.written_times import window_in, written_times
from optimizer.staffing.learn.lesson import Basis
from optimizer.staffing.learn.worked_days import Legend
from tests.staffing.learn.rosters import roster

OPEN = 0.5


def lessons(codes, legend=None):
    """Return what is learned of codes that stand in one row, by code."""
    picture = f"ann {' '.join(codes.split())} ."
    return {lesson.about.what: lesson for lesson in shift_lessons(roster(picture, legend=legend or {}))}


def times(found):
    return {code: (each.value.start / 60, each.value.end / 60) for code, each in found.items()}


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ("7a 7p", [(7, 19), (19, 31)]),
        ("6a 6p", [(6, 18), (18, 30)]),
        ("7am 7pm", [(7, 19), (19, 31)]),
        ("6:45a 6:45p", [(6.75, 18.75), (18.75, 30.75)]),
        ("7a 3p 11p", [(7, 15), (15, 23), (23, 31)]),
        ("7a 3p", [(7, 15), (15, 23)]),
        ("0700 1900", [(7, 19), (19, 31)]),
        ("0700 1500 2300", [(7, 15), (15, 23), (23, 31)]),
        ("07:00 19:00", [(7, 19), (19, 31)]),
        ("7 19", [(7, 19), (19, 31)]),
        ("7 15 23", [(7, 15), (15, 23), (23, 31)]),
        ("7 3 11", [(7, 15), (15, 23), (23, 31)]),
        ("7A8 7A12 7P12", [(7, 15), (7, 19), (19, 31)]),
        ("D8 D12 N12", [(7, 15), (7, 19), (19, 31)]),
        ("8D 12D 12N", [(7, 15), (7, 19), (19, 31)]),
        ("7D 7N", [(7, 19), (19, 31)]),
        ("7a 7p 7a(4h)", [(7, 19), (19, 31), (7, 11)]),
        ("7p 7a-7p", [(19, 31), (7, 19)]),
        ("7-3 3-11 11-7", [(7, 15), (15, 23), (23, 31)]),
        ("7-3:30 3-11:30 11-7:30", [(7, 15.5), (15, 23.5), (23, 31.5)]),
        ("7:00-3:00 3:00-11:00 11:00-7:00", [(7, 15), (15, 23), (23, 31)]),
        ("6-2 2-10 10-6", [(6, 14), (14, 22), (22, 30)]),
        ("7-7 7p-7a", [(7, 19), (19, 31)]),
        ("7-7D 7-7N", [(7, 19), (19, 31)]),
        ("7-3p 3-11p 11-7a", [(7, 15), (15, 23), (23, 31)]),
        ("7-12 13-21", [(7, 12), (13, 21)]),
        ("6T19Q 18T7Q", [(6, 19), (18, 31)]),
    ],
)
def test_the_codes_that_stand_together_tell_from_when_to_when_each_is(codes, expected):
    found = lessons(codes)
    assert times(found) == dict(zip(codes.split(), expected, strict=True))
    assert all(each.sure > OPEN for each in found.values())


@pytest.mark.parametrize(
    ("codes", "code", "said"),
    [
        ("7a", "7a", "7a begins at 07:00; nothing tells when it ends"),
        ("7a 11a 7p", "11a", "nothing tells when it ends"),
        ("7a 3p 11p 7p", "7a", "nothing tells when it ends"),
        ("7-7", "7-7", "7-7 may be 07:00 to 19:00 or 19:00 to 07:00; nothing tells which."),
        ("8-4:30 10-6:30", "10-6:30", "10-6:30 may be 10:00 to 18:30 or 22:00 to 06:30; nothing tells which."),
        ("8 12", "12", "12 is taken for 12 h; nothing tells from when to when"),
    ],
)
def test_what_the_others_leave_open_is_told_to_be_open(codes, code, said):
    lesson = lessons(codes)[code]
    assert said in lesson.evidence
    assert lesson.sure < OPEN and lesson.basis is Basis.GUESSED


def test_a_reading_by_company_is_a_guess_and_written_times_are_none():
    found = lessons("7a 7p 9a-5p")
    assert [found[code].basis for code in ("7a", "7p", "9a-5p")] == [Basis.GUESSED, Basis.GUESSED, Basis.STATED]


def test_what_a_legend_says_goes_before_the_clock_in_a_code():
    found = lessons("7a 7p", {"7a": Legend(window=Window(420, 930))})
    assert times(found)["7a"] == (7, 15.5)


def test_hours_that_a_legend_calls_night_are_a_night():
    found = lessons("8 12", {"12": Legend("Night"), "8": Legend("Evening")})
    assert times(found) == {"8": (15, 23), "12": (19, 31)}


def test_who_is_on_from_seven_in_the_evening_works_by_night():
    assert lessons("7a 7p")["7p"].value.part == "night"


@pytest.mark.parametrize("code", ["1A", "2A", "13a", "L4", "D", "7a20", "2026", "P1", "24:30", "7a/3p", "5 West"])
def test_what_is_no_start(code):
    assert start_in(code) is None


@pytest.mark.parametrize(
    ("code", "start"),
    [
        ("12a", (0, None)),
        ("7:30 PM", (1170, None)),
        ("7P12", (1140, 720)),
        ("7a-12h", (420, 720)),
        ("7p/4E", (1140, None)),
        ("(7a)", (420, None)),
    ],
)
def test_starts(code, start):
    assert start_in(code) == CodedStart(*start)


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("7p-730a", (1140, 1890)),
        ("700-1930", (420, 1170)),
        ("3-11p", (900, 1380)),
        ("7h-19h", (420, 1140)),
        ("7p 7a", (1140, 1860)),
        ("noon-8p", (720, 1200)),
        ("4p - midnight", (960, 1440)),
    ],
)
def test_times_as_people_type_them(text, window):
    assert window_in(text) == Window(*window)


@pytest.mark.parametrize("text", ["7-7", "7-3", "7:00-3:30", "11-7", "555-1234", "2025-2026"])
def test_times_of_two_meanings_are_not_taken_for_one(text):
    assert window_in(text) is None


def test_no_shift_of_twenty_hours_is_read_into_a_clock_of_twelve():
    written = written_times("7-3:30")
    assert written and {*written.windows} == {Window(420, 930), Window(1140, 1650)}
