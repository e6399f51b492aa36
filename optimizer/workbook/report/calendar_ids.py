"""Which event of a calendar each duty is: one a person and day, whatever the shift, so that a change moves it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from optimizer.planning.pair import Pair, Plan


class EventId(NamedTuple):
    """A place in somebody's day, from 0: a second duty of a day is at place 1."""

    who: str
    day: date
    place: int


EventDuties = Mapping[EventId, Pair]


def events_of(plan: Plan, before: EventDuties) -> dict[EventId, Pair]:
    """Return the duties of a plan by event: one that was there before keeps its place, others take the first free."""
    kept = {key: pair for key, pair in before.items() if pair in plan}
    found = dict(kept)
    for pair in sorted(plan - frozenset(kept.values())):
        place = 0
        while (key := EventId(pair.who, pair.what.day, place)) in found:
            place += 1
        found[key] = pair
    return found


def events_after(plans: Iterable[Plan]) -> dict[EventId, tuple[int, Pair]]:
    """Return every event that plans ever had, with the number of the last plan that had it, from 0, and its duty."""
    now: dict[EventId, Pair] = {}
    ever: dict[EventId, tuple[int, Pair]] = {}
    for number, plan in enumerate(plans):
        now = events_of(plan, now)
        ever |= {key: (number, pair) for key, pair in now.items()}
    return ever
