"""Rosters of wards that write times as codes, or in a legend: nobody is given a shift of twenty hours unasked."""

import pytest

from optimizer.staffing.learn.lesson import Basis
from optimizer.workbook.adopt.adopt import adopt
from tests.workbook.adopt.files import month, understood


def ward(codes, legend=""):
    """Return what is taken up of a month in which these codes stand for day, late and night."""
    text = month(3)
    rows = [line.split(",") for line in text.splitlines()]
    called = dict(zip("DLN", codes, strict=True))
    lines = [",".join([name, *(called.get(cell, cell) for cell in cells)]) for name, *cells in rows]
    return adopt(understood(march="\n".join(lines) + f"\n{legend}\n"))


def times(adopted):
    return {shift.code: (shift.start / 60, shift.end / 60) for shift in adopted.learned.attendance.shifts}


@pytest.mark.parametrize(
    "codes",
    [
        ("7a", "3p", "11p"),
        ("7-3", "3-11", "11-7"),
        ("7:00-3:00", "3:00-11:00", "11:00-7:00"),
        ("7", "15", "23"),
        ("0700", "1500", "2300"),
    ],
)
def test_three_eights_however_they_are_written(codes):
    adopted = ward(codes)
    assert times(adopted) == dict(zip(codes, [(7, 15), (15, 23), (23, 31)], strict=True))
    assert [each for each in adopted.questions if "From when to when" in each.asked]


@pytest.mark.parametrize(
    "legend",
    [
        "D = 7-3; L = 3-11; N = 11-7",
        "\nD,Day 7-3:00\nL,Evening 3-11:00\nN,Night 11-7:00",
        "\nD,7:00,3:00\nL,3:00,11:00\nN,11:00,7:00",
        "D = Day 7a-3p; L = Late 3p-11p; N = Night 11p-7a",
    ],
)
def test_a_legend_by_the_clock_of_twelve_hours(legend):
    adopted = ward("DLN", legend)
    assert times(adopted) == {"D": (7, 15), "L": (15, 23), "N": (23, 31)}
    assert {lesson.basis for lesson in adopted.learned.shifts} == {Basis.STATED}


def test_twelve_hours_by_day_and_by_night_are_told_apart_by_their_names():
    adopted = ward(("D", "D", "N"), "D = Days 7-7; N = Nights 7-7")
    assert times(adopted) == {"D": (7, 19), "N": (19, 31)}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("D,Day,7:00,3:00\nL,Evening,3:00,11:00\nN,Night,11:00,7:00\n", [(7, 15), (15, 23), (23, 31)]),
        ("D,Day,7,15\nL,Late,15,23\nN,Night,23,7\n", [(7, 15), (15, 23), (23, 31)]),
        ("D,Whole,7:00,7:00\nL,Late,15:00,23:00\nN,Night,23:00,07:00\n", [(7, 31), (15, 23), (23, 31)]),
    ],
)
def test_a_catalogue_by_either_clock(rows, expected):
    adopted = adopt(understood(march=month(3), shifts=f"Shift,Name,From,To\n{rows}"))
    assert times(adopted) == dict(zip("DLN", expected, strict=True))


def test_the_times_of_a_catalogue_in_one_column_are_those_of_its_shifts():
    rows = "D,Days,7-3\nL,Mid,3-11p\nN,Nights,11p-7a\n"
    adopted = adopt(understood(march=month(3), shifts=f"Code,Shift,Time\n{rows}"))
    assert times(adopted) == {"D": (7, 15), "L": (15, 23), "N": (23, 31)}
    assert not adopted.not_taken


def test_a_code_with_times_is_work_though_its_letter_may_mean_leave():
    adopted = ward(("D", "C", "N"), "D = 7a-3p; C = Mid 11a-11p; N = 11p-7a")
    shift = next(each for each in adopted.learned.attendance.shifts if each.code == "C")
    assert (shift.kind, shift.start, shift.end) == ("work", 11 * 60, 23 * 60)


def test_seven_to_seven_alone_is_asked_about():
    adopted = ward(("7-7", "7-7", "7-7"))
    assert "7-7 may be 07:00 to 19:00 or 19:00 to 07:00" in adopted.questions[0].why
