"""What has to be renewed soon, in sentences."""

from datetime import date

from optimizer.staffing.compliance.due import REVIEW, Due
from optimizer.staffing.unit import Unit
from optimizer.staffing.words import count


def due_sentence(unit: Unit, due: Due, today: date) -> str:
    """Return one thing that is past or falls due: "Rivera, Ana: BLS expired on 2026-11-02, 22 days ago"."""
    days = abs((due.day - today).days)
    when = "today" if not days else f"{count(days, 'day')} ago" if due.past else f"in {count(days, 'day')}"
    verb = _verb(due)
    return f"{unit.name_of(due.who)}: {due.what} {verb} {due.day}, {when}"


def _verb(due: Due) -> str:
    if due.what == REVIEW:
        return "was due by" if due.past else "is due by"
    return "expired after" if due.past else "expires after"
