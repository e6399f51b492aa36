"""Request windows: whether somebody may ask for something today, and how many are off on a day already."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction

from optimizer.planning.words import on
from optimizer.staffing.asks.ask import Ask, AskKind, Wanted
from optimizer.staffing.asks.part_rules import AskOrder, PartRules
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.ledger.balance import balances

IN_WINDOW = frozenset({AskKind.TIME_OFF, AskKind.PREFERENCE, AskKind.SELF_SCHEDULE})
"""The kinds that have to be asked for within the window."""
OffByDay = Mapping[tuple[str, date], int]
"""By main role and day, how many are off or asked to be."""


def opens_for(rules: PartRules, unit: Unit, who: str) -> date | None:
    """Return the first day on which somebody may ask, None where the window has no beginning."""
    if rules.opens is None or rules.order is AskOrder.FIRST_COME:
        return rules.opens
    place = in_turn(rules, unit).index(who)
    return rules.opens + timedelta(days=place * rules.groups // len(unit.staff) * rules.days_each)


def in_turn(rules: PartRules, unit: Unit) -> list[str]:
    """Return everybody in the order in which their windows open.

    By seniority that is who has been a nurse for longest; by turn it is who was granted the least of what they asked
    for in earlier periods, and then who was denied most often in a row; who asked for nothing was denied nothing.
    """
    if rules.order is AskOrder.SENIORITY:
        return [staff.id for staff in sorted(unit.staff, key=lambda staff: -staff.experience)]
    ledger = {each.who: each for each in balances(unit)}

    def granted(staff: Staff) -> tuple[Fraction, int]:
        found = ledger.get(staff.id)
        if found is None or not found.asked:
            return Fraction(1), 0
        return Fraction(found.granted, found.asked), -found.denied_in_a_row

    return [staff.id for staff in sorted(unit.staff, key=granted)]


def refusals(rules: PartRules, unit: Unit, kind: AskKind, who: str, wanted: Wanted, today: date) -> Iterator[str]:
    """Yield in sentences why somebody may not ask for something today; nothing where they may."""
    if kind not in rules.kinds:
        yield f"This unit takes no asks for {kind.value} here."
    if wanted.last < wanted.first:
        yield f"{on(wanted.last)} is before the first day {on(wanted.first)}."
    if wanted.first < unit.calendar.first or wanted.last > unit.calendar.last:
        yield f"This schedule is from {on(unit.calendar.first)} to {on(unit.calendar.last)}."
    if wanted.first < today:
        yield f"{on(wanted.first)} is past."
    if kind in IN_WINDOW:
        yield from _outside(rules, unit, who, today)
    if kind is AskKind.TIME_OFF:
        closed = [day for day in rules.blackout if wanted.first <= day <= wanted.last]
        yield from (f"Nobody can be off by asking on {on(day)}: it is a blackout day." for day in closed)


def full_days(rules: PartRules, unit: Unit, who: str, span: Span, off: OffByDay) -> tuple[date, ...]:
    """Return the days of a span on which as many of somebody's main role are off already as may be."""
    if rules.most_off is None:
        return ()
    role = unit.people[who].roles[0]
    return tuple(day for day in span.days if off.get((role, day), 0) >= rules.most_off)


def off_by_day(unit: Unit, asks: Iterable[Ask]) -> OffByDay:
    """Return how many of each main role are off on each day: on approved leave, or asked to be and not denied."""
    off = {(who, day) for who in unit.people for day in unit.leave[who]}
    for ask in asks:
        if ask.kind is AskKind.TIME_OFF and ask.unanswered and ask.who in unit.people:
            off |= {(ask.who, day) for day in Span(ask.wanted.first, ask.wanted.last).days}
    return Counter((unit.people[who].roles[0], day) for who, day in off)


def _outside(rules: PartRules, unit: Unit, who: str, today: date) -> Iterator[str]:
    opens = opens_for(rules, unit, who)
    if opens is not None and today < opens:
        yield f"Your window to ask opens on {on(opens)}."
    if rules.closes is not None and today > rules.closes:
        yield f"The window to ask closed on {on(rules.closes)}."
