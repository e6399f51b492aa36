"""Which utilization reviews are due by when, and to which payer."""

from datetime import date
from typing import NamedTuple

from optimizer.caseload.panel import Panel


class DueReview(NamedTuple):
    """A utilization review that is due to a payer by a day; ``payer`` is "" where it is not known."""

    by: date
    payer: str
    patient: str


def reviews_due(panel: Panel, until: date) -> tuple[DueReview, ...]:
    """Return the reviews that are due by a day, overdue ones among them, in the order of days, payers and patients."""
    due = (DueReview(e.review_due, e.payer, e.id) for e in panel.patients if e.review_due is not None)
    return tuple(sorted(each for each in due if each.by <= until))
