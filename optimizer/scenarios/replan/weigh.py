"""Makes an answer of an edit: what it changes, for whom, and how soon."""

from datetime import datetime, time, timedelta

from optimizer.planning.pair import Plan
from optimizer.scenarios.replan.answer import CoverAnswer, CoverWay
from optimizer.scenarios.replan.known import KnownSchedule
from optimizer.scenarios.replan.people import in_pool, overtime_minutes, standings, will_of
from optimizer.staffing.facts.shift import Duty, Kind
from optimizer.summary.schedule.effect import Effect, effect


def weighed_edit(
    known: KnownSchedule, way: CoverWay, people: tuple[str, ...], minus: Plan, plus: Plan, change: Effect | None = None
) -> CoverAnswer:
    """Return an edit as an answer; ``people`` are whom it needs, who covers the open duty first.

    ``change`` is what the edit changes, where that is known already.
    """
    unit, verdict = known.unit, known.verdict
    after = known.judge.edit(verdict, minus, plus)
    first = min(pair.what for pair in plus if pair.who == people[0])
    humans = {unit.human_of[pair.who].id: unit.human_of[pair.who] for pair in minus | plus}.values()
    return CoverAnswer(
        way, people, minus, plus, change or effect(unit, known.judge, verdict, minus, plus),
        sum(overtime_minutes(unit, after, each) - overtime_minutes(unit, verdict, each) for each in humans),
        will_of(unit, people[0], first), standings(unit, verdict.plan, people[0], first),
        _moved(known, minus), notice_of(known, minus | plus), any(in_pool(unit, who) for who in people),
    )  # fmt: skip


def notice_of(known: KnownSchedule, pairs: Plan) -> int | None:
    """Return the minutes from now to the first thing that changes, None when nobody told the time."""
    return min((_minutes_to(known, pair.what, known.now) for pair in pairs), default=None) if known.now else None


def _moved(known: KnownSchedule, minus: Plan) -> int:
    """Return how many duties that people know are taken from them; a call that becomes a duty is none."""
    return sum(known.unit.shift_of(pair.what).kind is not Kind.ON_CALL for pair in minus)


def _minutes_to(known: KnownSchedule, duty: Duty, now: datetime) -> int:
    begins = datetime.combine(duty.day, time()) + timedelta(minutes=known.unit.shift_of(duty).start)
    return int((begins - now).total_seconds() // 60)
