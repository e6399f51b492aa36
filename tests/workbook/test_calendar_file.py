"""Posted schedules as calendars."""

from dataclasses import replace
from datetime import date, datetime

from icalendar import Calendar

from optimizer.staffing.posting import posting_of
from optimizer.workbook.calendar_file import calendar_file
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


def test_leave_is_in_ones_own_calendar_alone():
    assert "Paid leave" in [str(event["summary"]) for event in events("ann")]
    assert not [event for event in events() if "leave" in str(event["summary"]).lower()]


def test_text_stays_text():
    unit, plan = draw("ann  D .")
    odd = replace(unit, staff=(replace(unit.staff[0], name="Ann;\nBEGIN:VEVENT, Jr"),))
    (event,) = Calendar.from_ical(calendar_file(posting_of(odd), plan, AT, 1)).walk("VEVENT")
    assert str(event["summary"]) == "Ann;\nBEGIN:VEVENT, Jr: Day"
