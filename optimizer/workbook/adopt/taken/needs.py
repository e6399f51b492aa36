"""What tables of demand say that a unit needs, by date."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple, TypeVar

from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.shift import Kind, Shift
from optimizer.workbook.adopt.said.numbers_said import number_in
from optimizer.workbook.adopt.tables.accounts import LostFact
from optimizer.workbook.adopt.tables.filed import FiledTable, said_in
from optimizer.workbook.recognise.proposal import Fact
from optimizer.workbook.recognise.words.calendar import folded

T = TypeVar("T")
WEEK = 7
MOST_PEOPLE = 1_000
"""A need beyond is some other number: no unit has as many on one shift."""


class NeedsRead(NamedTuple):
    """What is needed on single days, and what of it is of no use, with why."""

    needs: tuple[Need, ...]
    lost: tuple[LostFact, ...]


def needs_in(tables: Iterable[FiledTable], shifts: Iterable[Shift], jobs: Mapping[str, str]) -> NeedsRead:
    """Return what tables of demand say; ``jobs`` are the main roles by person."""
    shifts, roles = [shift for shift in shifts if shift.kind is Kind.WORK], tuple(dict.fromkeys(jobs.values()))
    needs: dict[tuple[date, str, str], Need] = {}
    lost: list[LostFact] = []
    for filed in tables:
        for fact in filed.table.facts:
            if fact.field is not None or not said_in(fact):
                continue
            meant = _meant(fact, shifts, roles)
            if isinstance(meant, Need):
                assert fact.day
                needs[fact.day, meant.shift, meant.role] = meant
            else:
                lost.append(LostFact(filed, fact, meant))
    return NeedsRead(tuple(needs.values()), tuple(lost))


def usual_needs(needs: Iterable[Need]) -> tuple[Need, ...]:
    """Return what is needed by weekday as it was needed on single days: each weekday's number most often."""
    numbers: dict[tuple[str, str], dict[int, Counter[int]]] = {}
    for need in needs:
        if need.when.day:
            by_day = numbers.setdefault(need.thing, {})
            by_day.setdefault(need.when.day.weekday(), Counter())[need.minimum] += 1
    return tuple(usual for thing, by_day in numbers.items() for usual in _by_weekday(*thing, by_day))


def _by_weekday(shift: str, role: str, by_day: Mapping[int, Counter[int]]) -> Iterator[Need]:
    weekdays: dict[int, set[int]] = {}
    for weekday, counts in by_day.items():
        weekdays.setdefault(counts.most_common(1)[0][0], set()).add(weekday)
    for number, days in weekdays.items():
        yield Need(When(weekdays=frozenset(days) if len(days) < WEEK else frozenset()), shift, role, number, number)


def _meant(fact: Fact, shifts: Iterable[Shift], roles: tuple[str, ...]) -> Need | str:
    """Return the need that a cell tells, or why it tells none."""
    number, said = number_in(fact.value), fact.shift or ""
    if fact.day is None:
        return "nothing tells which day this is"
    if number is None or not 0 <= number <= MOST_PEOPLE or not number.is_integer():
        return "it is no number of people"
    words = f" {folded(said)} "
    shift = _longest(words, {name: shift for shift in shifts for name in (shift.code, shift.name)})
    if shift is None:
        return f"'{said}' names no shift of this roster"
    role = _longest(words, {role: role for role in roles}) or (roles[0] if len(roles) == 1 else None)
    if role is None:
        return f"'{said}' does not tell which role is needed"
    return Need(When(day=fact.day), shift.code, role, int(number), int(number))


def _longest(words: str, known: Mapping[str, T]) -> T | None:
    """Return what the longest of the known names in some words stands for."""
    named = [name for name in known if name and f" {folded(name)} " in words]
    return known[max(named, key=len)] if named else None
