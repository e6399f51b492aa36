"""Whole caseloads that go to a named successor from a day on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from optimizer.caseload.manager import Manager

Heirs = Mapping[str, str]
"""Who gets whose caseload on one day."""


def handovers(managers: Iterable[Manager], on: date) -> tuple[Heirs, ...]:
    """Return who was to hand over to whom by a day, in the order of the days on which they did."""
    days: dict[date, dict[str, str]] = defaultdict(dict)
    for each in managers:
        if each.successor and each.handover is not None and each.handover <= on:
            days[each.handover][each.id] = each.successor
    return tuple(days[day] for day in sorted(days))


def heir(handed: Iterable[Heirs], manager: str) -> str:
    """Return who has a manager's caseload after all that was handed over, day by day."""
    for heirs in handed:
        manager = heirs.get(manager, manager)
    return manager
