"""Which high-alert medicines ask for work now: those that are new, changed, or came through a transition.

Who takes the same dose for months needs no task for it every day.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from optimizer.caseload.medication.fill import Fill
from optimizer.caseload.medication.high_alert import Alert
from optimizer.caseload.medication.naming.recognise import means
from optimizer.caseload.medication.naming.strengths import without_strengths
from optimizer.caseload.medication.naming.vocabulary import Vocabulary
from optimizer.caseload.medication.reconciliation import Reconciliation
from optimizer.planning.words import on

LATELY = timedelta(days=30)
"""How long a start, a change or a transition is news (our own design)."""
PART = 5
"""A dose has changed where the quantity of a day differs by more than this part of it (our own design)."""


class AlertNews(NamedTuple):
    """A high-alert tag, the ingredient that carries it, and what is new about it."""

    alert: Alert
    drug: str
    why: str

    @property
    def text(self) -> str:
        """Return the tag and the ingredient, with what is new."""
        return f"{self.alert.title} ({self.drug}, {self.why})"


def alert_news(
    fills: Sequence[Fill],
    active: Iterable[str],
    alerts: Iterable[Alert],
    left: Reconciliation | None,
    vocabulary: Vocabulary,
    day: date,
) -> tuple[AlertNews, ...]:
    """Return what is new on a day about a patient's high-alert medicines, from the fills of a year in order of date."""
    moved = left is not None and day - left.transition.day <= LATELY
    found: list[AlertNews] = []
    for drug in active:
        own = [fill for fill in fills if drug in fill.ingredients]
        why = _news(own, day) or ("after a transition" if moved else "")
        carried = [alert for alert in alerts if any(means(fill, drug, alert.words, vocabulary) for fill in own)]
        found += [AlertNews(alert, drug, why) for alert in carried if why]
    return tuple(sorted(found, key=lambda news: (news.alert.title, news.drug)))


def _news(own: Sequence[Fill], day: date) -> str:
    """Return what is new about an ingredient by its own fills, "" when nothing is."""
    first, last = own[0], own[-1]
    if day - first.filled <= LATELY:
        return f"new since {on(first.filled)}"
    if day - last.filled > LATELY or len(own) == 1:
        return ""
    return f"changed on {on(last.filled)}" if _changed(own[-2], last) else ""


def _changed(before: Fill, last: Fill) -> bool:
    strengths = [{*without_strengths(each.form.casefold()).rows} for each in (before, last)]
    told_apart = all(strengths) and strengths[0] != strengths[1]
    return told_apart or _differ(before.quantity * last.days, last.quantity * before.days)


def _differ(one: int, other: int) -> bool:
    """Tell whether two doses, both of which are known, differ by more than a part."""
    return bool(one and other) and PART * abs(one - other) > max(one, other)
