"""A duty split between two people: one stays longer, one comes early, or somebody takes a part on a day off."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from optimizer.engine.clock import Clock
from optimizer.planning.pair import Pair
from optimizer.planning.rule import worsened
from optimizer.scenarios.replan.answer import CoverAnswer, CoverWay
from optimizer.scenarios.replan.known import KnownSchedule
from optimizer.scenarios.replan.weigh import weighed_edit
from optimizer.staffing.facts.shift import DAY_MINUTES, Duty, Shift
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import clock as time_of_day
from optimizer.staffing.scenario import without_people
from optimizer.staffing.schedule.parts import parts_of
from optimizer.summary.schedule.barred import barred

LONGEST = 16 * 60
"""Minutes that nobody is at work longer than, though no rule of the unit says so; nurses err more beyond 12.5 hours
already (Rogers et al., Health Affairs 23(4), 2004)."""
STAYS = 4 * 60
"""How many minutes people are usually asked to stay or to come early."""
ASKED = 4
"""How many people a part is tried with, before, after and from their day off: those who work the least that week."""
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Half:
    """Somebody's part of a duty: instead of ``gives``, when they lengthen one of their own, they have ``takes``."""

    first: bool
    pair: Pair
    gives: Pair | None
    shift: Shift


def splits(known: KnownSchedule, duty: Duty, clock: Clock) -> Iterator[CoverAnswer]:
    """Yield the cheapest ways to split a duty that break nobody's musts."""
    halves = [half for at in _times(known.unit, duty) for half in _halves(known, duty, at)]
    small = _small(known, halves)
    kept = [half for half in halves if not clock.over() and _keeps_musts(small, half)]
    found = [
        _answer(small, first, second)
        for first in kept for second in kept
        if first.first and not second.first and _meets(first, second, known.unit, duty)
        and not clock.over()
    ]  # fmt: skip
    yield from sorted(found, key=lambda each: each.rank)[:SHOWN]


def _times(unit: Unit, duty: Duty) -> list[int]:
    """Return when a duty could be handed on, in minutes from the midnight at which its day begins."""
    shift = unit.shift_of(duty)
    middle = (shift.start + shift.end) // 2 // 60 * 60
    times = {shift.start + STAYS, middle, shift.end - STAYS}
    return sorted(at for at in times if shift.start < at < shift.end)


def _halves(known: KnownSchedule, duty: Duty, at: int) -> Iterator[Half]:
    unit, shift = known.unit, known.unit.shift_of(duty)
    first, second, later = parts_of(unit, shift, at % DAY_MINUTES)
    rest = duty._replace(day=duty.day + timedelta(days=later))
    for is_first, part, own in ((True, first, duty), (False, second, rest)):
        yield from _lengthened(known, duty, at, is_first, part)
        for staff in _off(known, duty):
            if own.day in unit.days:
                yield Half(is_first, Pair(staff.id, own._replace(shift=part.code)), None, part)


def _lengthened(known: KnownSchedule, duty: Duty, at: int, first: bool, part: Shift) -> Iterator[Half]:
    """Yield those whose own duty ends where the open one begins, or begins where it ends, no longer than they may."""
    unit, open_ = known.unit, known.unit.shift_of(duty)
    edge = open_.start if first else open_.end
    found = []
    for who, own in known.verdict.plan:
        theirs, away = unit.shift_of(own), (own.day - duty.day).days * DAY_MINUTES
        meets = (theirs.end if first else theirs.start) + away == edge
        if meets and theirs.works and own.role and duty.role in unit.people[who].roles:
            longer = _longer(theirs, part, at - away, first)
            free = (who, own.day) not in known.locked
            if free and longer.end - longer.start <= LONGEST:
                found.append(Half(first, Pair(who, own._replace(shift=longer.code)), Pair(who, own), longer))
    yield from sorted(found, key=lambda half: _worked(known, half.pair.who, duty))[:ASKED]


def _longer(own: Shift, part: Shift, at: int, stays: bool) -> Shift:
    start, end = (own.start, at) if stays else (at, own.end)
    code, name = f"{own.code}+{time_of_day(at)}", f"{own.name} {'until' if stays else 'from'} {time_of_day(at)}"
    return replace(own, code=code, name=name, start=start, end=end, paid=own.paid + part.paid)


def _off(known: KnownSchedule, duty: Duty) -> list[Staff]:
    """Return those who could come at all on a day off, who work the least that week first."""
    days = [duty.day + timedelta(days=days) for days in (0, 1)]
    free = (staff for staff in known.unit.staff if not any(known.row(staff.id, day) for day in days))
    hired = (s for s in free if not s.shifts or duty.shift in s.shifts)
    able = (s for s in hired if not barred(known.unit, known.verdict, s.id, duty, known.locked))
    return sorted(able, key=lambda staff: _worked(known, staff.id, duty))[:ASKED]


def _worked(known: KnownSchedule, who: str, duty: Duty) -> int:
    days = (duty.day + timedelta(days=days) for days in range(-3, 4))
    return sum(known.unit.paid(own) for day in days for own in known.staffing(who, day))


def _small(known: KnownSchedule, halves: Sequence[Half]) -> KnownSchedule:
    """Return the same schedule of those people alone, who may have the parts; only their own musts are judged.

    Whoever may have a shift by contract may stay on in it.
    """
    who = {half.pair.who for half in halves}
    shifts = {half.shift.code: half.shift for half in halves if half.shift.code not in known.unit.shift_by_code}
    unit = without_people(known.unit, frozenset(known.unit.people) - who)
    staff = tuple(replace(s, shifts=(*s.shifts, *shifts) if s.shifts else ()) for s in unit.staff)
    unit = replace(unit, staff=staff, shifts=(*unit.shifts, *shifts.values()), needs=(), skill_needs=())
    plan = frozenset(pair for pair in known.verdict.plan if pair.who in who)
    return KnownSchedule.of(unit, known.policy, plan, known.now)


def _keeps_musts(small: KnownSchedule, half: Half) -> bool:
    after = small.judge.edit(small.verdict, {half.gives} if half.gives else (), {half.pair})
    worse = worsened(*small.judge.changes(small.verdict, after))
    return not any(finding.must and finding.place.who for finding in worse)


def _meets(first: Half, second: Half, unit: Unit, duty: Duty) -> bool:
    """Tell whether two parts of two people make the whole duty."""
    if unit.human_of[first.pair.who] is unit.human_of[second.pair.who]:
        return False
    until, since = (_midnight(half, duty) for half in (first, second))
    return until + first.shift.end == since + second.shift.start


def _midnight(half: Half, duty: Duty) -> int:
    """Return the minutes from the midnight of a duty's day to that of a part's."""
    own: Duty = half.pair.what
    return (own.day - duty.day).days * DAY_MINUTES


def _answer(small: KnownSchedule, first: Half, second: Half) -> CoverAnswer:
    halves = (first, second)
    minus = frozenset(half.gives for half in halves if half.gives)
    plus = frozenset(half.pair for half in halves)
    found = weighed_edit(small, CoverWay.SPLIT, (first.pair.who, second.pair.who), minus, plus)
    return replace(found, new_shifts=tuple(half.shift for half in halves))
