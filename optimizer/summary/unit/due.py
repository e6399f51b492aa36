"""What has to be renewed soon: in sentences, and by how soon."""

from collections.abc import Iterable
from datetime import date

from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count
from optimizer.staffing.law.compliance.due import REVIEW, Due

PAST = "past"
WITHIN = (30, 60, 90)
"""In how many days from now what falls due is looked at together."""


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


def by_how_soon(found: Iterable[Due], today: date) -> tuple[tuple[str, tuple[Due, ...]], ...]:
    """Return what is past, then what falls due within 30, 60 and 90 days, each once, where it is soonest."""
    groups: dict[str, list[Due]] = {PAST: [], **{f"within {days} days": [] for days in WITHIN}}
    for each in found:
        label = _label(each, today)
        if label:
            groups[label].append(each)
    return tuple((label, tuple(sorted(dues))) for label, dues in groups.items())


def _label(due: Due, today: date) -> str | None:
    if due.day < today:
        return PAST
    left = (due.day - today).days
    return next((f"within {days} days" for days in WITHIN if left <= days), None)
