"""What falls due, by how soon."""

from collections.abc import Iterable
from datetime import date

from optimizer.staffing.compliance.due import Due

PAST = "past"
WITHIN = (30, 60, 90)
"""In how many days from now what falls due is looked at together."""


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
