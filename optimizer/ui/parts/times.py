"""Times as those who read them count them: in the time zone of their browser."""

from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st


def moment(at: str | datetime) -> str:
    """Return a time, of the store in UTC or an aware one, as "24 Nov 2026, 16:05 EST"; one that is damaged as it is."""
    try:
        when = _here(at)
    except (TypeError, ValueError):
        return str(at)
    return f"{when.day} {when:%b %Y, %H:%M %Z}"


def clock(at: datetime) -> str:
    """Return the time of day of a moment that is not long past, as "16:05"."""
    return f"{_here(at):%H:%M}"


def here_now() -> datetime:
    """Return the time on the wall where the browser is, to the minute, without its zone, as schedules tell times."""
    return datetime.now(_zone()).replace(tzinfo=None, second=0, microsecond=0)


def _here(at: str | datetime) -> datetime:
    return (datetime.fromisoformat(at) if isinstance(at, str) else at).astimezone(_zone())


def _zone() -> tzinfo:
    """Return the time zone of the browser; UTC, which its name then tells, where that is not known."""
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return UTC
