"""The unit and the policy for the period after the rosters, by what was learned of them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from optimizer.planning.policy import Policy
from optimizer.staffing.facts.calendar import Calendar, Span
from optimizer.staffing.facts.demand import SkillNeed
from optimizer.staffing.facts.staff import Employment, Staff
from optimizer.staffing.facts.unit import DutyRole, Unit
from optimizer.staffing.learn.learned import Learned
from optimizer.staffing.learn.learned_policy import learned_policy
from optimizer.staffing.learn.lesson import values
from optimizer.staffing.learn.people.lead_marks import LEAD
from optimizer.staffing.learn.rules.past import past_of
from optimizer.staffing.next_period import next_unit

LONGEST = 42
"""Up to how many days rosters are taken for one period; of more, the last four weeks are."""
FULL = 0.9
"""From which FTE on somebody is called full time."""


class PeriodAfter(NamedTuple):
    """What is solved for the period after the rosters."""

    unit: Unit
    policy: Policy


def period_after(learned: Learned, last: date | None = None) -> PeriodAfter:
    """Return the unit and policy for the days after the rosters: to a day, or as long as their last period was.

    Raise ValueError where no code of the rosters is a shift.
    """
    unit = learned_unit(learned)
    if not unit.shifts:
        raise ValueError(f"No code in the roster of {unit.name or 'the unit'} is a shift: say of one what it means.")
    plan = frozenset(pair for pair in learned.attendance.plan if pair.what.day >= unit.calendar.first)
    return PeriodAfter(next_unit(unit, plan, last), learned_policy(learned))


def learned_unit(learned: Learned) -> Unit:
    """Return the unit of the last period that the rosters cover, with the days right before it as history."""
    block = learned.attendance.roster.blocks[-1]
    unit, period = past_of(learned.attendance, block).unit, last_period(block)
    staff = tuple(_staff(learned, person) for person in unit.staff)
    return replace(
        unit,
        calendar=_calendar(learned, period),
        staff=staff,
        roles=tuple(DutyRole(name) for name in dict.fromkeys(role for person in staff for role in person.roles)),
        needs=tuple(lesson.value for lesson in learned.needs if lesson.value),
        skill_needs=_skills(learned),
        history=frozenset(p for p in learned.attendance.plan if block.first <= p.what.day < period.first),
        history_from=block.first,
    )


def last_period(block: Span) -> Span:
    """Return the last period of some days: the calendar month that ends them, or all of them, of many four weeks."""
    month = block.last.replace(day=1)
    if month >= block.first and (block.last + timedelta(days=1)).day == 1:
        return Span(month, block.last)
    return block if len(block.days) <= LONGEST else Span(block.last - timedelta(days=27), block.last)


def _calendar(learned: Learned, period: Span) -> Calendar:
    week = learned.full_time.value
    return Calendar(*period, pay_period_start=period.first, full_time=2 * week, overtime_after=week)


def _staff(learned: Learned, person: Staff) -> Staff:
    """Return somebody with the hours, shifts and roles learned, and the groups that have to be on a shift as skills."""
    fte, own = values(learned.ftes)[person.id], values(learned.own_shifts).get(person.id, ())
    groups = learned.attendance.people[person.id].groups
    needed = {need.credential for need in _skills(learned)}
    return replace(
        person,
        roles=tuple(_roles(learned, person)),
        fte=fte,
        employment=_employment(fte),
        shifts=own,
        groups=groups,
        credentials={group: None for group in groups if group in needed},
    )


def _roles(learned: Learned, person: Staff) -> Iterator[str]:
    leads = values(learned.leaders).get(person.id, False)
    yield from (role for role in person.roles if role != LEAD)
    if leads:
        yield LEAD


def _employment(fte: float) -> Employment:
    if not fte:
        return Employment.PER_DIEM
    return Employment.FULL_TIME if fte >= FULL else Employment.PART_TIME


def _skills(learned: Learned) -> tuple[SkillNeed, ...]:
    return tuple(lesson.value for lesson in learned.skills if lesson.value)
