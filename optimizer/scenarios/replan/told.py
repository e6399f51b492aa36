"""What an answer changes, in words, points and dollars; what is sent to each person asked; and both as plain values."""

from typing import Any

from optimizer.planning.currency import money
from optimizer.planning.pair import Pair
from optimizer.planning.words import capital, clock, count, hours, on, points_changed
from optimizer.scenarios.replan.answer import CoverAnswer, CoverAnswers
from optimizer.staffing.facts.shift import Duty, Shift
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.schedule.difference import Notice, changes_between, notices, said


def shifts_of(unit: Unit, answer: CoverAnswer) -> dict[str, Shift]:
    """Return the shifts by code that an answer speaks of, with those that the unit has to have first."""
    return {**unit.shift_by_code, **{shift.code: shift for shift in answer.new_shifts}}


def answer_said(unit: Unit, answer: CoverAnswer) -> str:
    """Return an answer in a line: who does what, what it costs, and what speaks for or against it."""
    facts = [*_costs(answer), *_standing(answer)]
    return f"{'; '.join(_does(unit, notice) for notice in _notices(answer))}. {capital(', '.join(facts))}."


def _notices(answer: CoverAnswer) -> list[Notice]:
    """Return what changes for everyone, who covers the duty itself first."""
    found = {notice.who: notice for notice in notices(changes_between(answer.minus, answer.plus))}
    return [found[who] for who in dict.fromkeys((*answer.people, *found))]


def _does(unit: Unit, notice: Notice) -> str:
    return f"{unit.name_of(notice.who)}: {said(unit, notice)}"


def _costs(answer: CoverAnswer) -> list[str]:
    pay, penalty = answer.effect.pay, answer.effect.penalty
    found = [f"pay {_signed(pay)}", points_changed(penalty)]
    return [*found, *([f"{hours(answer.overtime)} more overtime"] if answer.overtime > 0 else [])]


def _standing(answer: CoverAnswer) -> list[str]:
    found = [answer.way.value, *([answer.will.value] if answer.will else [])]
    found += ["home elsewhere"] if answer.pool else []
    found += [f"number {turn.place} of {turn.among} for {turn.what}" for turn in answer.turns]
    found += [f"{count(answer.moved, 'known duty', 'known duties')} changed"] if answer.moved else []
    if answer.notice is not None:
        found.append(f"{hours(max(0, answer.notice) // 15 * 15)} notice")
    return found


def standing_said(answer: CoverAnswer) -> str:
    """Return what speaks for or against an answer beside its costs: "comes in, asked to work"."""
    return ", ".join(_standing(answer))


def _signed(cents: int) -> str:
    return f"{'-' if cents < 0 else '+'}{money(abs(cents))}"


def asking(unit: Unit, answer: CoverAnswer) -> dict[str, str]:
    """Return a text for each person who has to be asked, ready to send."""
    return {notice.who: _asking(unit, answer, notice) for notice in _notices(answer)}


def _asking(unit: Unit, answer: CoverAnswer, notice: Notice) -> str:
    new = [change.after for change in notice.changes if change.after]
    old = [change.before for change in notice.changes if change.before]
    shifts = shifts_of(unit, answer)
    asked = " and ".join(_duty(shifts, duty) for duty in new)
    instead = f" instead of {' and '.join(_duty(shifts, duty) for duty in old)}" if old else ""
    name = unit.people[notice.who].name
    return f"Hello {name}, {unit.name} needs somebody: could you work {asked}{instead}? Please answer yes or no."


def _duty(shifts: dict[str, Shift], duty: Duty) -> str:
    shift = shifts[duty.shift]
    role = f" as {duty.role}" if duty.role else ""
    return f"{shift.name} on {on(duty.day)}, {clock(shift.start)} to {clock(shift.end)}{role}"


def cover_lines(unit: Unit, found: CoverAnswers, shown: int) -> list[str]:
    """Return the ranked answers, and in a line each who cannot come."""
    lines = [f"{place:>3}. {answer_said(unit, each)}" for place, each in enumerate(found.ways[:shown], start=1)]
    more = len(found.ways) - shown
    lines += [f"     and {more} more ways; --all and --json have them"] if more > 0 else []
    reasons = [f"     not: {' '.join(each.reasons)}" for each in found.could_not]
    left = len(reasons) - shown
    return [*lines, *reasons[:shown], *([f"     and {left} more who cannot"] if left > 0 else [])]


def cover_json(unit: Unit, found: CoverAnswers) -> dict[str, Any]:
    """Return all answers as plain values: money in cents, times in minutes."""
    below_minimum, below_target = found.missing
    return {
        "day": found.duty.day.isoformat(), "shift": found.duty.shift, "role": found.duty.role,
        "below_minimum": below_minimum, "below_target": below_target,
        "ways": [answer_json(unit, each) for each in found.ways],
        "could_not": [{"who": each.who, "reasons": [*each.reasons]} for each in found.could_not],
    }  # fmt: skip


def answer_json(unit: Unit, answer: CoverAnswer) -> dict[str, Any]:
    """Return one answer as plain values."""
    return {
        "way": answer.way.value, "people": [*answer.people], "text": answer_said(unit, answer),
        "pay_cents": answer.effect.pay, "penalty_cents": answer.effect.penalty,
        "overtime_minutes": answer.overtime, "will": answer.will.value or None, "pool": answer.pool,
        "turns": [{"what": turn.what, "place": turn.place, "among": turn.among} for turn in answer.turns],
        "moved": answer.moved, "notice_minutes": answer.notice,
        "out": _pairs(answer.minus), "in": _pairs(answer.plus),
        "new_shifts": [
            {"shift": each.code, "from": clock(each.start), "to": clock(each.end)} for each in answer.new_shifts
        ],
        "ask": asking(unit, answer),
    }  # fmt: skip


def _pairs(pairs: frozenset[Pair]) -> list[dict[str, str]]:
    return [
        {"who": who, "day": duty.day.isoformat(), "shift": duty.shift, "role": duty.role} for who, duty in sorted(pairs)
    ]
