"""Posted schedules as calendars."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from icalendar import Calendar

from optimizer.planning.pair import Pair
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.schedule.posting import posting_of
from optimizer.workbook.report.calendar_file import calendar_file
from optimizer.workbook.report.calendar_ids import events_after, events_of
from tests.draw import day, draw

UNIT, PLAN = draw(
    """
    ann  D N/Charge P .
    ben  . . N .
    """
)
POSTING = posting_of(UNIT)
AT = "2026-05-20T10:00:00.000+00:00"


def events(who=None, number=1, plan=PLAN):
    return [*Calendar.from_ical(calendar_file(POSTING, plan, AT, number, who)).walk("VEVENT")]


def test_a_duty_is_an_event_from_its_start_to_its_end_a_night_into_the_next_day():
    first, night, leave = events("ann")
    assert (first.decoded("dtstart"), first.decoded("dtend")) == (datetime(2026, 6, 1, 7), datetime(2026, 6, 1, 15))
    assert (night.decoded("dtstart"), night.decoded("dtend")) == (datetime(2026, 6, 2, 23), datetime(2026, 6, 3, 7))
    assert (str(first["summary"]), str(night["summary"])) == ("Day", "Night as Charge")
    assert (leave.decoded("dtstart"), leave.decoded("dtend")) == (day(2), date(2026, 6, 4))
    assert str(leave["transp"]) == "TRANSPARENT"


def test_everybodys_calendar_names_them_and_ones_own_holds_nobody_else():
    assert {str(event["summary"]).split(":")[0] for event in events()} == {"Ann", "Ben"}
    assert [str(event["summary"]) for event in events("ben")] == ["Night"]


def test_an_amendment_replaces_the_same_duties():
    before, after = events("ben"), events("ben", number=2)
    assert [str(event["uid"]) for event in before] == [str(event["uid"]) for event in after]
    assert [event["sequence"] for event in (*before, *after)] == [0, 1]
    assert len({str(event["uid"]) for event in events()}) == len(PLAN) - 1  # but for the leave


def amended(picture, who=None):
    """Return the events of an amendment, by person and day, as status and title."""
    _, plan = draw(picture)
    content = calendar_file(POSTING, plan, AT, 2, who, [(POSTING, PLAN)])
    return {str(event["uid"]): event for event in Calendar.from_ical(content).walk("VEVENT")}


def test_a_duty_that_is_another_now_is_the_same_event_and_moves():
    before = {str(event["uid"]): event for event in events("ben")}
    after = amended("ann  D N/Charge P .\nben  . . D .", "ben")
    assert before.keys() == after.keys()
    (event,) = after.values()
    assert (str(event["summary"]), str(event["status"]), event["sequence"]) == ("Day", "CONFIRMED", 1)
    assert event.decoded("dtstart") == datetime(2026, 6, 3, 7)


def test_a_duty_that_is_gone_is_cancelled():
    after = amended("ann  D N/Charge P .\nben  D . . .", "ben")
    told = {(event.decoded("dtstart"), str(event["status"])) for event in after.values()}
    assert told == {(datetime(2026, 6, 1, 7), "CONFIRMED"), (datetime(2026, 6, 3, 23), "CANCELLED")}
    assert {event["sequence"] for event in after.values()} == {1}


def test_a_duty_that_became_leave_is_cancelled_for_others_and_leave_for_oneself():
    picture = "ann  D N/Charge P .\nben  . . P ."
    assert [str(each["status"]) for each in amended(picture).values() if "Ben" in each["summary"]] == ["CANCELLED"]
    assert [str(each["summary"]) for each in amended(picture, "ben").values()] == ["Paid leave"]
    assert not [each for each in amended(picture).values() if "leave" in each["summary"].lower()]


def test_of_two_duties_of_a_day_the_one_that_stays_is_the_event_it_was():
    two = Pair("ben", Duty(day(2), "D", "RN")), Pair("ben", Duty(day(2), "N", "RN"))
    first, second = [(key.place, pair) for key, pair in events_of(frozenset(two), {}).items()]
    left = events_of(frozenset([second[1]]), events_of(frozenset(two), {}))
    assert [(key.place, pair) for key, pair in left.items()] == [second]
    assert first[0] == 0
    assert set(events_after([frozenset(two), frozenset([two[1]])]).values()) == {(0, two[0]), (1, two[1])}


def test_leave_is_in_ones_own_calendar_alone():
    assert "Paid leave" in [str(event["summary"]) for event in events("ann")]
    assert not [event for event in events() if "leave" in str(event["summary"]).lower()]


def test_text_stays_text():
    unit, plan = draw("ann  D .")
    odd = replace(unit, staff=(replace(unit.staff[0], name="Ann;\nBEGIN:VEVENT, Jr"),))
    (event,) = Calendar.from_ical(calendar_file(posting_of(odd), plan, AT, 1)).walk("VEVENT")
    assert str(event["summary"]) == "Ann; BEGIN:VEVENT, Jr: Day"


BREAKS = ["\r\n", "\r", "\n", "\x00", "\x0b", "\u2028", "\x85"]


@pytest.mark.parametrize("line_break", BREAKS)
def test_a_line_break_in_a_name_breaks_no_calendar(line_break):
    unit, plan = draw("ann  D .")
    name = f"Ann{line_break}END:VEVENT{line_break}BEGIN:VEVENT{line_break}SUMMARY:Other " + "é" * 80
    shifts = (replace(unit.shifts[0], name=f"Day{line_break}X-EVIL:1"), *unit.shifts[1:])
    odd = replace(unit, name=name, shifts=shifts, staff=(replace(unit.staff[0], name=name),))
    content = calendar_file(posting_of(odd), plan, AT, 1)
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    lines = content.decode().split("\r\n")
    assert max(len(line.encode()) for line in lines) <= 75
    assert not [line for line in lines if line.startswith(("X-EVIL", "SUMMARY:Other")) or "\r" in line or "\n" in line]
    assert lines.count("END:VEVENT") == 1
    assert not [line for line in lines for mark in "\x00\x0b\x85\u2028" if mark in line]
    assert event["summary"].startswith("Ann")


def test_a_line_break_in_an_id_breaks_no_calendar():
    unit, plan = draw("ann  D .")
    odd = replace(unit, staff=(replace(unit.staff[0], id="a\r\nX-EVIL:1"),))
    plan = frozenset(replace_who(pair, "a\r\nX-EVIL:1") for pair in plan)
    content = calendar_file(posting_of(odd), plan, AT, 1)
    assert "\nX-EVIL" not in content.decode().replace("\n ", "")
    assert len(Calendar.from_ical(content).walk("VEVENT")) == 1


def replace_who(pair, who):
    return pair._replace(who=who)
