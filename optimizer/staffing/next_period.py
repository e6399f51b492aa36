"""The period after: what was published becomes history, and what was only for its days is left behind."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.calendar import Calendar
from optimizer.staffing.facts.care import Care
from optimizer.staffing.facts.clock.pay_cycle import PayCycle
from optimizer.staffing.facts.demand import OnSomeDays
from optimizer.staffing.facts.request import Request
from optimizer.staffing.facts.setting_aside import set_aside, with_aside
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.law.lawful_need import with_lawful_needs
from optimizer.staffing.ledger.turns import turns_after
from optimizer.staffing.schedule.ledger_entry import with_period

LOOK_BACK = timedelta(days=28)
N = TypeVar("N", bound=OnSomeDays)


def next_unit(unit: Unit, plan: Plan, last: date | None = None, published: Plan | None = None) -> Unit:
    """Return the unit of the period that follows a published plan: to a day, or of the same length.

    Whole calendar months are followed by as many calendar months, halves of months by as many halves.

    The whole plan is history, and of the history before it as much as makes four weeks and whole pay periods and
    weeks. Pay periods go on where they were. Needs and requests for days to come stay, and so does approved leave in a
    pay period that goes on; locked duties, needs and census for single dates of the past do not. Experience grows by
    the calendar months between the two first days. Computed needs are computed anew. Rotations go on, and turns had
    are known. The ledger has the period's rows;
    moved in them is what differs from the plan as it was ``published``.
    """
    unit, calendar = with_aside(unit), _next_calendar(unit.calendar, last)
    paid_from = calendar.pay_periods[0].first
    known_from = max(unit.history_from or unit.calendar.first, _look_back(unit.calendar, calendar))
    following = set_aside(
        replace(
            unit,
            calendar=calendar,
            staff=tuple(_older(staff, unit.calendar.first, calendar.first) for staff in unit.staff),
            needs=_to_come([need for need in unit.needs if not need.computed], calendar),
            skill_needs=_to_come(unit.skill_needs, calendar),
            requests=tuple(request for request in unit.requests if _goes_on(request, calendar)),
            locked=frozenset(pair for pair in unit.locked if pair.what.day >= calendar.first),
            history=frozenset(pair for pair in unit.history | plan if pair.what.day >= known_from),
            history_from=known_from,
            given=frozenset(),
            care=unit.care and _next_care(unit.care, calendar),
            budget=tuple(line for line in unit.budget if line.first is None or line.first >= paid_from),
            ledger=with_period(unit, plan, published),
            turns=turns_after(unit, plan),
        )
    )
    return with_lawful_needs(following)


def _next_calendar(calendar: Calendar, last: date | None) -> Calendar:
    first = calendar.last + timedelta(days=1)
    last = last or last_of_next(calendar)
    if last < first:
        raise ValueError(f"The next period begins on {first}, so it cannot end on {last}.")
    return replace(calendar, first=first, last=last, pay_period_start=calendar.pay_period_start or calendar.first)


def last_of_next(calendar: Calendar) -> date:
    """Return the last day of a period like this one, right after it.

    It is as many calendar months, as many pay periods where these go by the month, or else as many days.
    """
    first, last = calendar.first, calendar.last
    after = last + timedelta(days=1)
    if calendar.pay_cycle is not PayCycle.DAYS and (first, last) == _whole(calendar):
        return _last_after(calendar, len(calendar.pay_periods))
    if first.day != 1 or after.day != 1:
        return last + timedelta(days=len(calendar.days))
    months = 12 * (after.year - first.year) + 2 * after.month - first.month
    return date(after.year + (months - 1) // 12, (months - 1) % 12 + 1, 1) - timedelta(days=1)


def _whole(calendar: Calendar) -> tuple[date, date]:
    """Return the first and last day of the pay periods that a planning period touches."""
    return calendar.pay_periods[0].first, calendar.pay_periods[-1].last


def _last_after(calendar: Calendar, number: int) -> date:
    """Return the last day of so many pay periods right after a planning period."""
    last = calendar.last
    for _ in range(number):
        last = calendar.pay_period_of(last + timedelta(days=1)).last
    return last


def _look_back(before: Calendar, after: Calendar) -> date:
    """Return the first day of which anything is to be known in the period after."""
    return min(before.first, after.first - LOOK_BACK, after.pay_periods[0].first, after.weeks[0].first)


def _older(staff: Staff, before: date, after: date) -> Staff:
    months = 12 * (after.year - before.year) + after.month - before.month
    return replace(staff, experience=staff.experience + months)


def _goes_on(request: Request, calendar: Calendar) -> bool:
    """Tell whether a request still speaks: a wish of days to come, leave also of what a pay period then owes."""
    return request.last >= (calendar.pay_periods[0].first if request.approved else calendar.first)


def _next_care(care: Care, calendar: Calendar) -> Care:
    return replace(care, census=_to_come(care.census, calendar))


def _to_come(needs: Iterable[N], calendar: Calendar) -> tuple[N, ...]:
    """Return what does not speak of the past; what is for no single date never does."""
    return tuple(need for need in needs if need.when.day is None or need.when.day >= calendar.first)
