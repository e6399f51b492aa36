"""Several calendar files as one, for programs that read an address again and again."""

from collections.abc import Iterable

from icalendar import Calendar

from optimizer.workbook.report.calendar_file import PRODUCT


def calendar_feed(calendars: Iterable[bytes]) -> bytes:
    """Return the events of some calendar files as one calendar, empty when there are none."""
    feed = Calendar()
    feed.add("prodid", PRODUCT)
    feed.add("version", "2.0")
    feed.add("x-wr-calname", "My schedule")
    for content in calendars:
        for event in Calendar.from_ical(content).walk("VEVENT"):
            feed.add_component(event)
    return bytes(feed.to_ical())
