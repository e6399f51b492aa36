"""Sets facts aside that are for other days than those to plan, and takes them back."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from optimizer.staffing.facts.aside import Aside
from optimizer.staffing.facts.calendar import Calendar
from optimizer.staffing.facts.demand import OnSomeDays
from optimizer.staffing.facts.ledger import LedgerRow
from optimizer.staffing.facts.rates import PeriodBudget
from optimizer.staffing.facts.unit import Unit

T = TypeVar("T")
S = TypeVar("S", bound=OnSomeDays)


def with_aside(unit: Unit) -> Unit:
    """Return a unit with all that was set aside among its facts again, as its workbook has them."""
    aside = unit.aside
    return replace(
        unit,
        needs=(*unit.needs, *aside.needs),
        skill_needs=(*unit.skill_needs, *aside.skill_needs),
        locked=unit.locked | aside.locked,
        care=unit.care and replace(unit.care, census=(*unit.care.census, *aside.census)),
        budget=(*unit.budget, *aside.budget),
        ledger=(*unit.ledger, *aside.ledger),
        aside=Aside(),
    )


def set_aside(unit: Unit) -> Unit:
    """Return a unit whose facts are all for its planning period; those for other days are set aside."""
    unit, calendar = with_aside(unit), unit.calendar
    needs, other_needs = _apart(unit.needs, calendar)
    skills, other_skills = _apart(unit.skill_needs, calendar)
    census, other_census = _apart(unit.care.census if unit.care else (), calendar)
    budget, other_budget = _parted(unit.budget, lambda line: _is_paid(line, calendar))
    ledger, later = _parted(unit.ledger, lambda row: _is_over(row, calendar.first))
    locked = frozenset(pair for pair in unit.locked if calendar.first <= pair.what.day <= calendar.last)
    return replace(
        unit,
        needs=needs,
        skill_needs=skills,
        locked=locked,
        care=unit.care and replace(unit.care, census=census),
        budget=budget,
        ledger=ledger,
        aside=Aside(other_needs, other_skills, unit.locked - locked, other_census, other_budget, later),
    )


def _apart(facts: Iterable[S], calendar: Calendar) -> tuple[tuple[S, ...], tuple[S, ...]]:
    return _parted(facts, lambda fact: fact.when.day is None or calendar.first <= fact.when.day <= calendar.last)


def _is_paid(line: PeriodBudget, calendar: Calendar) -> bool:
    return line.first in {None, *(span.first for span in calendar.pay_periods)}


def _is_over(row: LedgerRow, first: date) -> bool:
    return row.last < first


def _parted(facts: Iterable[T], here: Callable[[T], bool]) -> tuple[tuple[T, ...], tuple[T, ...]]:
    facts = tuple(facts)
    return tuple(fact for fact in facts if here(fact)), tuple(fact for fact in facts if not here(fact))
