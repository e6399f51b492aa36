"""Who can come: every way to cover an open duty, ranked at once."""

from datetime import date, timedelta

from optimizer.engine.clock import Clock, in_seconds
from optimizer.scenarios.replan.answer import CoverAnswer, CoverAnswers
from optimizer.scenarios.replan.chains import chains
from optimizer.scenarios.replan.direct import direct
from optimizer.scenarios.replan.known import KnownSchedule
from optimizer.scenarios.replan.splits import splits
from optimizer.staffing.facts.shift import Duty

WITHIN = 0.8
"""Seconds in which all ways are sought; people who can come by themselves are always looked at to the end."""


def cover(
    known: KnownSchedule,
    day: date,
    shift: str,
    role: str,
    absent: str | None = None,
    seconds: float = WITHIN,
    *,
    split: bool = True,
) -> CoverAnswers:
    """Return the ways to cover a duty in a shift or window of a day, the best first; none breaks a must anew.

    Somebody ``absent`` is taken out first and asked for nothing. With ``split`` parts of the duty are offered too.
    """
    clock = Clock(in_seconds(seconds))
    known = known.without(absent, day) if absent else known
    duties = [Duty(day - timedelta(days=before), code, role) for code, before in known.unit.filling(shift)]
    duties = [duty for duty in duties if duty.day in known.unit.days]
    found, could_not = direct(known, duties)
    ways: list[CoverAnswer] = [*found]
    for duty in duties:
        ways += [*(splits(known, duty, clock) if split else ()), *chains(known, duty, clock)]
    gone = set(known.unit.human_of[absent].ids) if absent else set()
    ways = [way for way in ways if gone.isdisjoint(way.people)]
    told = tuple(each for each in could_not if each.who not in gone)
    return CoverAnswers(Duty(day, shift, role), _missing(known, day, shift, role), _best(ways), told)


def _best(ways: list[CoverAnswer]) -> tuple[CoverAnswer, ...]:
    """Return ways that break no must, in order, the same people in the same way once."""
    kept: dict[tuple[str, tuple[str, ...]], CoverAnswer] = {}
    for each in sorted(ways, key=lambda way: way.rank):
        if not each.effect.breaks:
            kept.setdefault((each.way, each.people), each)
    return tuple(kept.values())


def _missing(known: KnownSchedule, day: date, shift: str, role: str) -> tuple[int, int]:
    """Return how many people a shift or window is below its minimum and its target, at the most of its needs."""
    there = [pair.what for pair in known.verdict.plan | known.unit.past]
    filling = {(code, day - timedelta(days=before)) for code, before in known.unit.filling(shift)}
    below = [(0, 0)]
    for slot in known.unit.slots:
        meant = any((duty.shift, duty.day) in filling for duty in slot.duties)
        if meant and slot.demand.need.role == role:
            need, have = slot.demand.need, sum(there.count(duty) for duty in slot.duties)
            below.append((max(0, need.minimum - have), max(0, need.target - have)))
    return max(each[0] for each in below), max(each[1] for each in below)
