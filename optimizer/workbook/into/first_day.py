"""The first day of a roster that tells no date, by the unit that was learned from it: its duties are known there."""

from datetime import date, timedelta

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.unit import Unit
from optimizer.workbook.recognise.proposal import Table

ENOUGH = 0.5
"""The share of the duties known that a roster has to hold: with three shifts, two months agree in a third by chance."""


def first_day(table: Table, unit: Unit, plan: Plan) -> date | None:
    """Return the day on which a roster begins, with the schedule or right before; None where its duties fit neither.

    A roster of the same days holds most of the schedule, even when that was changed; one of the days before holds what
    is history now.
    """
    if not table.days:
        return None
    begins = (unit.calendar.first - timedelta(days=table.days), unit.calendar.first)
    best = max(begins, key=lambda begin: _agreement(table, unit, plan, begin))
    return best if _agreement(table, unit, plan, best) >= ENOUGH else None


def _agreement(table: Table, unit: Unit, plan: Plan, begin: date) -> float:
    """Return the share of the duties known on the days of a roster that it holds, if it begins on a day."""
    days = range(1, (table.days or 0) + 1)
    placed = ((pair, (pair.what.day - begin).days + 1) for pair in unit.history | plan)
    known = {
        (unit.name_of(p.who).casefold(), number, p.what.shift.casefold()) for p, number in placed if number in days
    }
    held = {
        (fact.who.casefold(), fact.day_no, fact.code.casefold())
        for fact in table.facts
        if fact.who and fact.code and fact.part is None
    }
    return len(known & held) / len(known) if known else 0.0
