"""Which utilization reviews are due."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from optimizer.caseload.days.reviews import DueReview
from optimizer.caseload.panel import Panel


def payers_text(due: Iterable[DueReview]) -> str:
    """Return how many are due to each payer, the most first."""
    number = Counter(each.payer or "payer not known" for each in due)
    return "; ".join(f"{payer} {often}" for payer, often in number.most_common()) or "none"


def reviews_json(panel: Panel, due: Iterable[DueReview], day: date) -> list[dict[str, Any]]:
    """Return the reviews that are due as plain values."""
    return [
        {
            "by": each.by.isoformat(), "payer": each.payer or None, "patient": each.patient,
            "manager": panel.present.get(each.patient), "overdue_days": max(0, (day - each.by).days),
        }
        for each in due
    ]  # fmt: skip
