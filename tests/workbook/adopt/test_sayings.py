"""Answers in words: what is said is understood, and written so that it is understood again."""

from datetime import date

import pytest

from optimizer.staffing.facts.shift import Kind, Window
from optimizer.staffing.learn.lesson import About, Topic
from optimizer.staffing.learn.worked_days import Legend
from optimizer.workbook.adopt.said.numbers_said import fte_in, minute_in
from optimizer.workbook.adopt.said.sayings import answers_of, sayings_of

SAID = {
    "use march.xlsx, Draft": "no",
    "first day of march.xlsx": "2026-03-01",
    "code U": "leave",
    "code X": "off",
    "code R": "on call 19:00-07:00",
    "code D": "work 07:00-15:30",
    "code G": "work 07:00-24:00",
    "person A. Adams": "Ann Adams",
    "person Total": "nobody",
    "full time": "37.5",
    "need D, RN, weekdays": "3 to 4",
}


def test_what_is_said_is_understood():
    answers = answers_of(SAID)
    assert answers.tables == {"march.xlsx, Draft": False}
    assert answers.first_days == {"march.xlsx": date(2026, 3, 1)}
    assert answers.codes["R"] == Legend(window=Window(19 * 60, 31 * 60), kind=Kind.ON_CALL)
    assert answers.codes["X"] == Legend(off=True)
    assert answers.people == {"A. Adams": "Ann Adams", "Total": None}
    assert answers.lessons[About(Topic.NEED, "D, RN, weekdays")] == "3 to 4"


def test_it_is_written_so_that_it_is_understood_again():
    assert dict(sayings_of(answers_of(SAID))) == SAID


def test_everything_that_cannot_be_understood_is_told_at_once():
    with pytest.raises(ValueError, match="yes or no") as told:
        answers_of({"use a.csv": "perhaps", "first day of a.csv": "Monday", "code U": "tea", "weather": "fine"})
    assert len(str(told.value).splitlines()) == 4


def test_times_that_may_be_two_are_told_with_both():
    with pytest.raises(ValueError, match=r"may be 07:00-19:00 or 19:00-07:00; write it so\."):
        answers_of({"code D": "work 7-7"})


@pytest.mark.parametrize(
    ("said", "fte"), [("0.8", 0.8), ("0,8", 0.8), ("80 %", 0.8), (100.0, 1.0), (1, 1.0), ("none", None), ("900", None)]
)
def test_shares_of_full_time(said, fte):
    assert fte_in(said) == fte


@pytest.mark.parametrize(
    ("said", "minute"), [("07:00", 420), (7, 420), (19.0, 1140), (0.75, 1080), (24, 0), ("late", None)]
)
def test_times_of_shifts(said, minute):
    assert minute_in(said) == minute
