"""Why somebody has what they have on a day: what each alternative would cost in which rules, as the judge says."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from optimizer.planning.score import Judge, Verdict
from optimizer.staffing.facts.request import Request
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import on, points_changed
from optimizer.staffing.schedule.figures import Figures
from optimizer.staffing.schedule.freedom import Cell
from optimizer.summary.explain.duty_words import duty_in_role, duty_on_day
from optimizer.summary.explain.granting import Grant, granting
from optimizer.summary.facts import Facts
from optimizer.summary.schedule.candidates import Option, options
from optimizer.summary.schedule.wishes import wish_words

SHOWN = 8
"""How many alternatives are told."""
REASONS = 3
"""How many sentences are told of one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked for on a day, whether it was granted, and what granting it would take if not."""

    request: Request
    granted: bool
    grant: Grant | None


@dataclass(frozen=True, slots=True)
class Why:
    """What somebody has on a day, everything else they could have, and what they had asked for."""

    who: str
    day: date
    has: tuple[Duty, ...]
    settled: str
    others: tuple[Option, ...]
    asked: tuple[Asked, ...]


def why(
    unit: Unit, judge: Judge, verdict: Verdict, who: str, day: date, shift: str = "", locked: Collection[Cell] = ()
) -> Why:
    """Return why somebody has what they have on a day; with a shift, about that one beside what they have.

    Cells that are ``locked`` beside those of the unit stay as they are when a request is granted.
    """
    every = options(unit, judge, verdict, who, day)
    others = (each for each in every if not each.has and (not shift or each.duty is None or each.duty.shift == shift))
    ranked = tuple(sorted(others, key=lambda each: (bool(each.reasons), each.effect.broken, each.effect.penalty)))
    has = verdict.rows.get(who, {}).get(day, ())
    asked = tuple(_asked(unit, judge, verdict, who, day, locked))
    return Why(who, day, has, _settled(unit, who, day, locked), ranked, asked)


def _asked(
    unit: Unit, judge: Judge, verdict: Verdict, who: str, day: date, locked: Collection[Cell]
) -> Iterator[Asked]:
    for request, when, granted in Figures(unit, verdict.plan).wishes:
        if (request.who, when) == (who, day):
            grant = None if granted else granting(unit, judge, verdict, request, day, locked)
            yield Asked(request, granted, grant)


def _settled(unit: Unit, who: str, day: date, locked: Collection[Cell]) -> str:
    """Return what decides a cell whatever a search would like, "" when nothing does."""
    if (who, day) in locked or any((pair.who, pair.what.day) == (who, day) for pair in unit.locked):
        return "it is locked"
    if (who, day) in unit.closed:
        return "the cell is kept empty"
    if day in unit.leave[who]:
        return "it is approved leave"
    return "it is a blocked day" if day in unit.unavailable[who] else ""


def why_facts(unit: Unit, found: Why) -> Facts:
    """Return the answer in lines: what it is now, what was asked for, and what each alternative would change."""
    told = [("Now", now_said(unit, found))]
    told += [("Asked for", asked_said(asked)) for asked in found.asked]
    lines = [option_said(each) for each in found.others[:SHOWN]]
    if len(found.others) > SHOWN:
        lines.append(f"and {len(found.others) - SHOWN} more, none of them better.")
    return [*told, *(("Instead" if not place else "", line) for place, line in enumerate(lines))]


def now_said(unit: Unit, found: Why) -> str:
    """Return what somebody has on the day, and what decides it."""
    has = " and ".join(duty_on_day(duty) for duty in found.has) or f"nothing on {on(found.day)}"
    return f"{unit.name_of(found.who)} has {has}{f', since {found.settled}' if found.settled else ''}."


def option_said(option: Option) -> str:
    """Return what an alternative would change: that it cannot be, and why; or its price, and in which rules."""
    what = "nothing" if option.duty is None else duty_in_role(option.duty)
    if option.reasons:
        return f"{what}: not possible. {' '.join(option.reasons[:REASONS])}"
    new, gone = option.effect.new[:REASONS], option.effect.gone[:REASONS]
    wrong = f" {' '.join(new)}" if new else ""
    right = f" No longer: {' '.join(gone)}" if gone else ""
    return f"{what}: {points_changed(option.effect.penalty)}.{wrong}{right}"


def asked_said(asked: Asked) -> str:
    """Return what somebody asked for and whether they have it; if not, what granting it takes and what it costs."""
    if asked.granted or asked.grant is None:
        return refusal_said(asked)
    grant = asked.grant
    worse = f" {' '.join(grant.effect.new[:REASONS])}" if grant.effect.new else ""
    return f"{refusal_said(asked)} Granting it takes: {grant.said}; {points_changed(grant.effect.penalty)}.{worse}"


def refusal_said(asked: Asked) -> str:
    """Return what somebody asked for and whether they have it, or that no change that was tried grants it."""
    what = wish_words(asked.request)
    if asked.granted:
        return f"{what}, granted."
    if asked.grant:
        return f"{what}, refused."
    tried = "none of the changes tried, of up to three people's unlocked days, grants it without a must-fix problem"
    return f"{what}, refused: {tried}."


def why_json(unit: Unit, found: Why) -> dict[str, Any]:
    """Return the answer as plain values."""
    return {
        "who": found.who,
        "day": found.day.isoformat(),
        "has": [_duty_json(duty) for duty in found.has],
        "settled": found.settled,
        "asked": [
            {
                "wish": asked.request.wish.value,
                "shift": asked.request.shift,
                "granted": asked.granted,
                "grant": asked.grant and {"said": asked.grant.said, "penalty_cents": asked.grant.effect.penalty},
            }
            for asked in found.asked
        ],
        "instead": [
            {
                "duty": each.duty and _duty_json(each.duty),
                "possible": not each.reasons,
                "reasons": [*each.reasons],
                "penalty_cents": each.effect.penalty,
                "pay_cents": each.effect.pay,
                "new": [*each.effect.new],
                "gone": [*each.effect.gone],
            }
            for each in found.others
        ],
    }


def _duty_json(duty: Duty) -> dict[str, str]:
    return {"shift": duty.shift, "role": duty.role}
