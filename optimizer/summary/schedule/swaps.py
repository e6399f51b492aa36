"""Swaps: on some days two people have each other's duties, judged in both rows at once.

Who cannot have the other's duties, or would break a must by it, is told with the reason, as candidates are.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from optimizer.planning.pair import Pair, Plan
from optimizer.planning.score import Judge, Score, Verdict
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import on
from optimizer.summary.schedule.barred import Cell, barred
from optimizer.summary.schedule.candidates import SHOWN
from optimizer.summary.schedule.effect import Effect, broken_by, effect

TRIED = 5
"""For how many swaps with one person, the cheapest first, it is asked whether they break a must."""


@dataclass(frozen=True, slots=True)
class Swap:
    """An exchange of all that two people have on some days, as one edit; ``reasons`` tell why it could not be."""

    who: str
    other: str
    days: tuple[date, ...]
    minus: Plan
    plus: Plan
    effect: Effect
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SwapPartners:
    """With whom somebody could swap, the cheapest first, each once with the best days; and with whom not, and why."""

    could: tuple[Swap, ...] = ()
    could_not: tuple[Swap, ...] = ()


def swap(
    unit: Unit, judge: Judge, verdict: Verdict, who: str, other: str, days: Iterable[date],
    locked: Collection[Cell] = (),
) -> Swap:  # fmt: skip
    """Return the exchange of two people's duties on some days, with what it changes and why it could not be."""
    chosen = tuple(sorted(set(days)))
    minus, plus = _exchange(verdict, who, other, chosen)
    plain = tuple(dict.fromkeys(_plain_reasons(unit, verdict, (who, other), chosen, locked)))
    nothing = frozenset[Pair]()
    change = effect(unit, judge, verdict, *((nothing, nothing) if plain else (minus, plus)))
    return Swap(who, other, chosen, minus, plus, change, plain or change.breaks)


def swap_partners(
    unit: Unit, judge: Judge, verdict: Verdict, who: str, day: date, limit: int = SHOWN,
    locked: Collection[Cell] = (),
) -> SwapPartners:  # fmt: skip
    """Return with whom somebody could swap their duty of a day: for another that day, or one of a day they have off."""
    if not _staffing(unit, verdict, who, day):
        return SwapPartners()
    others = (staff.id for staff in unit.staff if unit.human_of[staff.id] is not unit.human_of[who])
    found = [best for other in others if (best := _best(unit, judge, verdict, who, other, day, locked))]
    could = sorted((each for each in found if not each.reasons), key=lambda each: _rank(each.effect))
    return SwapPartners(tuple(could[:limit]), tuple(each for each in found if each.reasons))


def swap_said(unit: Unit, swap: Swap) -> str:
    """Return a swap in one line, with both people: "Ann D on Mon 7 Dec with Bob N on Tue 8 Dec"."""
    who, other = (f"{unit.name_of(each)} {_given(swap, each)}" for each in (swap.who, swap.other))
    return f"{who} with {other}"


def _best(
    unit: Unit, judge: Judge, verdict: Verdict, who: str, other: str, day: date, locked: Collection[Cell]
) -> Swap | None:
    """Return the cheapest swap of a day's duty with somebody that could be, else the cheapest, None without any."""
    ways: list[tuple[Score, tuple[date, ...]]] = []
    for days in _ways(unit, verdict, who, other, day):
        minus, plus = _exchange(verdict, who, other, days)
        if not next(_plain_reasons(unit, verdict, (who, other), days, locked), ""):
            ways.append((judge.score_of_edit(verdict, minus, plus), days))
    ways.sort()
    for _, days in ways[:TRIED]:
        minus, plus = _exchange(verdict, who, other, days)
        if not broken_by(unit, judge, verdict, judge.edit(verdict, minus, plus)):
            return swap(unit, judge, verdict, who, other, days, locked)
    days = ways[0][1] if ways else next(_ways(unit, verdict, who, other, day), ())
    return swap(unit, judge, verdict, who, other, days, locked) if days else None


def _ways(unit: Unit, verdict: Verdict, who: str, other: str, day: date) -> Iterator[tuple[date, ...]]:
    """Yield the days on which two people could have each other's duties so that each gives one and gets one."""
    theirs = _staffing(unit, verdict, other, day)
    if theirs and theirs != _staffing(unit, verdict, who, day):
        yield (day,)
    for back in unit.days if not _row(verdict, other, day) else ():
        if _staffing(unit, verdict, other, back) and not _row(verdict, who, back):
            yield tuple(sorted((day, back)))


def _exchange(verdict: Verdict, who: str, other: str, days: Iterable[date]) -> tuple[Plan, Plan]:
    """Return what an exchange takes out and puts in; what both have stays."""
    had = {(each, duty) for each in (who, other) for day in days for duty in _row(verdict, each, day)}
    gets = {(other if each == who else who, duty) for each, duty in had}
    return _pairs(had - gets), _pairs(gets - had)


def _pairs(pairs: Iterable[tuple[str, Duty]]) -> Plan:
    return frozenset(Pair(who, duty) for who, duty in pairs)


def _plain_reasons(
    unit: Unit, verdict: Verdict, both: tuple[str, str], days: Iterable[date], locked: Collection[Cell]
) -> Iterator[str]:
    """Yield why two people cannot have each other's duties, whatever the rules in force say of it."""
    minus, plus = _exchange(verdict, *both, days)
    if not minus:
        yield f"{unit.name_of(both[0])} and {unit.name_of(both[1])} have the same on {' and '.join(map(on, days))}."
    for who, duty in sorted(minus):
        if not unit.shift_of(duty).staffs:
            yield f"{unit.name_of(who)} has {duty.shift} on {on(duty.day)}, which cannot be anybody else's."
        elif (who, duty.day) in locked or Pair(who, duty) in unit.locked:
            yield f"{unit.name_of(who)}'s {on(duty.day)} is locked."
    for who, duty in sorted(plus):
        given_up = [pair.what for pair in minus if pair.who == who]
        if unit.shift_of(duty).staffs and (why := barred(unit, verdict, who, duty, locked, given_up)):
            yield why


def _rank(change: Effect) -> tuple[int, int]:
    return change.broken, change.penalty


def _given(swap: Swap, who: str) -> str:
    """Return what somebody gives in a swap: "D on Mon 7 Dec and N on Tue 8 Dec"."""
    duties = sorted(pair.what for pair in swap.minus if pair.who == who)
    return " and ".join(f"{duty.shift} on {on(duty.day)}" for duty in duties) or "nothing"


def _staffing(unit: Unit, verdict: Verdict, who: str, day: date) -> tuple[Duty, ...]:
    return tuple(duty for duty in _row(verdict, who, day) if unit.shift_of(duty).staffs)


def _row(verdict: Verdict, who: str, day: date) -> tuple[Duty, ...]:
    return verdict.rows.get(who, {}).get(day, ())
