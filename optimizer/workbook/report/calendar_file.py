"""Writes posted schedules as calendar files (.ics) that phones and mail programs read."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from optimizer.planning.pair import Pair, Plan
from optimizer.staffing.facts.shift import Kind, Shift
from optimizer.staffing.schedule.posting import Posting, seen_by
from optimizer.workbook.report.calendar_ids import EventId, events_after

BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
"""Whatever somebody's calendar might take for the end of a line, and other characters that nobody sees."""
PRODUCT = "-//Optimizer//Schedule//EN"
Issues = Sequence[tuple[Posting, Plan]]
"""What was published before, the oldest first."""


def calendar_file(
    posting: Posting, plan: Plan, published_at: str, number: int, who: str | None = None, earlier: Issues = ()
) -> bytes:
    """Return the duties of one person, or of everyone with their names and without leave, as a calendar.

    Times are those of the wall clock at the unit, and leave takes whole days. Somebody's duty of a day has the same id
    in every amendment, whose ``number`` tells calendars which is newer, so that a change moves it; what ``earlier``
    issues had, and this one has not, is cancelled. ``published_at`` is ISO text.
    """
    calendar = Calendar()  # without a METHOD: that of a publication asks for an organizer, whom nobody knows here
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    named = posting.unit if who is None else f"{posting.unit}: {posting.names.get(who, who)}"
    calendar.add("x-wr-calname", _line(named))
    stamp = datetime.fromisoformat(published_at).astimezone(UTC)
    issues = [*earlier, (posting, plan)]
    events = events_after(_shown(*issue, who) for issue in issues)
    for key, (last, pair) in sorted(events.items(), key=lambda event: (event[1][1], event[0])):
        event = _event(issues[last][0], key, pair, named=who is None)
        event.add("dtstamp", stamp)
        event.add("sequence", number - 1)
        event.add("status", "CONFIRMED" if last == len(issues) - 1 else "CANCELLED")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _shown(posting: Posting, plan: Plan, who: str | None) -> Plan:
    return frozenset(pair for pair in seen_by(posting, plan, who) if who in (None, pair.who))


def _event(posting: Posting, key: EventId, pair: Pair, *, named: bool) -> Event:
    shift = posting.shift_by_code[pair.what.shift]
    event = Event()
    event.add("uid", _line(f"{key.who}-{key.day:%Y%m%d}-{key.place}@optimizer").replace(" ", "_"))
    first, last = _span(shift, pair.what.day)
    event.add("dtstart", first)
    event.add("dtend", last)
    event.add("summary", _line(_title(posting, pair, shift, named=named)))
    event.add("location", _line(posting.unit))
    if shift.kind is Kind.LEAVE:
        event.add("transp", "TRANSPARENT")
    return event


def _line(text: str) -> str:
    """Return a text on one line: a break in a name would begin a property of its own, or break the file."""
    return BREAKS.sub(" ", text).encode("utf-8", "replace").decode()


def _span(shift: Shift, day: date) -> tuple[date, date]:
    """Return when a duty begins and ends: times, but whole days of leave."""
    if shift.kind is Kind.LEAVE:
        return day, day + timedelta(days=1)
    midnight = datetime.combine(day, time())
    return midnight + timedelta(minutes=shift.start), midnight + timedelta(minutes=shift.end)


def _title(posting: Posting, pair: Pair, shift: Shift, *, named: bool) -> str:
    role = pair.what.role
    charged = f" as {role}" if role not in ("", posting.main_role(pair.who)) else ""
    return f"{posting.names[pair.who] + ': ' if named else ''}{shift.name}{charged}"
