"""A part of a duty handed on: one person until a time of the day, another from then on, as one edit."""

from dataclasses import dataclass, replace
from datetime import timedelta

from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.policy import Policy
from optimizer.planning.score import Judge
from optimizer.staffing.facts.shift import Shift
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import on
from optimizer.staffing.schedule.parts import parts_of
from optimizer.summary.schedule.barred import barred
from optimizer.summary.schedule.effect import Effect, effect


@dataclass(frozen=True, slots=True)
class HandedOn:
    """The edit that hands on a part of a duty, the shifts that the unit has to have first, and why it could not be."""

    said: str
    new_shifts: tuple[Shift, ...]
    minus: Plan
    plus: Plan
    effect: Effect
    reasons: tuple[str, ...]


def handed_on(unit: Unit, policy: Policy, plan: Plan, giver: Pair, to: str, at: int) -> HandedOn:
    """Return what hands on a duty at a time of the day, in minutes; what the other has that day stays.

    Raise ValueError when the time is not within the duty.
    """
    who, duty = giver
    first, second, later = parts_of(unit, unit.shift_of(duty), at)
    new = tuple(part for part in (first, second) if part.code not in unit.shift_by_code)
    known = replace(unit, shifts=(*unit.shifts, *new))
    rest = duty._replace(day=duty.day + timedelta(days=later), shift=second.code)
    minus, plus = frozenset({giver}), frozenset({Pair(who, duty._replace(shift=first.code)), Pair(to, rest)})
    judge = Judge(formulate(known, policy))
    before = judge.judge(plan)
    why = "" if rest.day in unit.days else f"The part from {on(rest.day)} on lies outside the planning period."
    why = why or barred(known, before, to, rest)
    said = (
        f"{unit.name_of(who)} has {first.code} and {unit.name_of(to)} {second.code} of {duty.shift} on {on(duty.day)}"
    )
    if why:
        plus = frozenset()
    change = effect(known, judge, before, minus, plus)
    return HandedOn(said, new, minus, plus, change, (why,) if why else change.breaks)
