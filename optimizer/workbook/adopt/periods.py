"""The unit of the period that was worked, with its plan, and the unit of the period after."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from optimizer.planning.pair import Pair, Plan
from optimizer.planning.policy import Policy
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.setting_aside import set_aside
from optimizer.staffing.facts.shift import Shift
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.learn.learned import Learned
from optimizer.staffing.learn.learned_policy import learned_policy
from optimizer.staffing.learn.period_after import learned_unit, period_after
from optimizer.staffing.learn.rules.usual_together import usual_together
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from optimizer.workbook.adopt.adopted import Adopted
from optimizer.workbook.adopt.taken.needs import usual_needs

LONGEST_HISTORY = timedelta(days=364)


class AdoptedUnit(NamedTuple):
    """A unit with its policy, and what was worked in its days; nothing in a period to come.

    ``beside`` are duties that stand in no schedule: second ones of days, but those that often stood together there.
    """

    unit: Unit
    policy: Policy
    plan: Plan
    beside: Plan = frozenset()


def worked_period(adopted: Adopted) -> AdoptedUnit:
    """Return the last period that was worked, to be judged. Raise ValueError where nothing was worked."""
    learned = _learned_of(adopted)
    unit = learned_unit(learned)
    if not unit.shifts:
        raise ValueError(f"No code in the roster of {unit.name} is a shift: say of one what it means.")
    days = {*unit.days}
    plan = frozenset(pair for pair in learned.attendance.plan if pair.what.day in days)
    return _adopted_unit(_with_wants(unit, adopted), learned_policy(learned), plan)


def next_period(adopted: Adopted, last: date | None = None) -> AdoptedUnit:
    """Return the period after, to a day or as long as the last was. Raise ValueError where nothing was worked."""
    after = period_after(_learned_of(adopted), last)
    return _adopted_unit(_with_wants(after.unit, adopted), after.policy, frozenset())


def _adopted_unit(unit: Unit, policy: Policy, plan: Plan) -> AdoptedUnit:
    """Return a unit whose days have what may stand together, and no history longer ago than rules look back."""
    since = max(unit.history_from or unit.calendar.first, unit.calendar.first - LONGEST_HISTORY)
    rule = OneDutyADay(together=usual_together(unit, unit.history | plan))
    policy = Policy(tuple(replace(r, rule=rule) if r.rule == OneDutyADay() else r for r in policy.rulings))
    history = _as_may_stand(frozenset(pair for pair in unit.history if pair.what.day >= since), unit, rule)
    worked = _as_may_stand(plan, unit, rule)
    beside = (plan - worked) | frozenset(pair for pair in unit.history - history if pair.what.day >= since)
    return AdoptedUnit(replace(unit, history=history, history_from=since), policy, worked, beside)


def _as_may_stand(plan: Plan, unit: Unit, rule: OneDutyADay) -> Plan:
    """Return of several duties of somebody on a day all where they may stand together, else the longest at work."""
    standing, days = rule.standing(unit), defaultdict[tuple[str, date], list[Pair]](list)
    for pair in sorted(plan):
        days[pair.who, pair.what.day].append(pair)
    shifts = {shift.code: shift for shift in unit.shifts}
    stays = (
        pairs if not standing.too_many([pair.what.shift for pair in pairs])
        else [max(pairs, key=lambda pair: _length(shifts[pair.what.shift]))]
        for pairs in days.values()
    )  # fmt: skip
    return frozenset(pair for pairs in stays for pair in pairs)


def _length(shift: Shift) -> tuple[bool, int]:
    return shift.works, shift.end - shift.start


def _learned_of(adopted: Adopted) -> Learned:
    if adopted.learned is None:
        raise ValueError(adopted.why_not)
    return adopted.learned


def _with_wants(unit: Unit, adopted: Adopted) -> Unit:
    """Return a unit with the requests and the needs for its days; what was needed on other days is needed weekly."""
    first, last = unit.calendar.first, unit.calendar.last
    people = {person.id for person in unit.staff}
    requests = tuple(
        each for each in adopted.requests if each.who in people and first <= each.last and each.first <= last
    )
    needs = tuple(each for each in adopted.needs if each.when.day and first <= each.when.day <= last)
    usual = usual_needs(each for each in adopted.needs if each not in needs)
    stated = {need.thing for need in usual}
    learned = tuple(need for need in unit.needs if need.thing not in stated)
    wanted = (*learned, *usual, *needs) or tuple(_no_more(_learned_of(adopted)))
    return set_aside(replace(unit, requests=(*unit.requests, *requests), needs=wanted))


def _no_more(learned: Learned) -> Iterator[Need]:
    """Yield, where nothing is needed on most days, that no more are wanted than ever were there."""
    for (shift, role), counts in learned.attendance.counts.items():
        yield Need(When(), shift, role, 0, 0, max(counts.values()))
