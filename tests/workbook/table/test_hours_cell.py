"""Hours as people type them."""

from datetime import datetime, time, timedelta

import pytest

from optimizer.workbook.table.hours_cell import hours_of, minutes_of
from optimizer.workbook.table.parse import UnreadableError


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        (10.75, 645),
        ("10:43", 643),
        (time(10, 43), 643),
        (timedelta(minutes=4501), 4501),
        ("75:01", 4501),
        ("8", 480),
        ("10h43", 643),
        ("10 h 43", 643),
        ("10 h 43 min", 643),
        ("10H43", 643),
        ("10h", 600),
        ("10,5", 630),
        ("10,75 h", 645),
        ("10.5 hours", 630),
        ("43 min", 43),
        ("10：43", 643),
        ("10:43:00", 643),
        (0.5, 30),
        (0.35, 21),
        (0, 0),
        ("0:05", 5),
        (643 / 60, 643),
        ("1,234.5", 74070),
        ("10:7", 607),
    ],
)
def test_hours_are_a_number_or_hours_and_minutes(typed, minutes):
    assert round(60 * hours_of(0, 2000)(typed)) == minutes


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("1,234", "may be 1 h 14 min or 1,234 h"),
        ("10:4", "may be 10 h 04 min or 10 h 40 min"),
        (643 / 1440, "may be 27 min or 10 h 43 min"),
        (datetime(1900, 1, 1, 10, 43), "may be 10 h 43 min or 34 h 43 min"),
    ],
)
def test_what_may_be_two_is_told_as_both(typed, told):
    with pytest.raises(UnreadableError, match=told):
        hours_of(0, 2000)(typed)


@pytest.mark.parametrize(
    ("typed", "minutes"), [(30, 30), ("30", 30), ("0:30", 30), (time(0, 30), 30), ("0h30", 30), (0, 0)]
)
def test_minutes_are_a_whole_number_or_hours_and_minutes(typed, minutes):
    assert minutes_of(0, 600)(typed) == minutes


@pytest.mark.parametrize("typed", [30.5, "30:00", 601, "half", True, None])
def test_minutes_that_are_none_or_too_many_are_refused(typed):
    with pytest.raises(UnreadableError):
        minutes_of(0, 600)(typed)


@pytest.mark.parametrize(
    "typed", ["10:75", "ten", "25:00", True, datetime(2026, 12, 6), datetime(2026, 12, 6, 10, 43), "10h75"]
)
def test_what_is_neither_or_too_much_is_refused(typed):
    with pytest.raises(UnreadableError):
        hours_of(0, 24)(typed)
