"""Turns: whose duties are turns of what, who had them, and whose turn is next."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from optimizer.planning.pair import Pair, Plan
from optimizer.staffing.facts.ledger import LedgerRow
from optimizer.staffing.facts.shift import Kind
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.turn import TurnHad
from optimizer.staffing.facts.unit import Unit


@dataclass(frozen=True, slots=True)
class TurnPlace:
    """Somebody's place in a turn list: on which days they had it, in order."""

    who: str
    days: tuple[date, ...]


def turn_words(unit: Unit) -> tuple[str, ...]:
    """Return the words that shifts and roles have for turns, in their order."""
    words = (*(shift.turn for shift in unit.shifts), *(role.turn for role in unit.roles))
    return tuple(dict.fromkeys(word for word in words if word))


def holiday_names(unit: Unit) -> tuple[str, ...]:
    """Return the names of the holidays, in order of their first day known."""
    return tuple(dict.fromkeys(unit.calendar.holidays[day] for day in sorted(unit.calendar.holidays)))


def turns_of(unit: Unit, plan: Iterable[Pair]) -> Iterator[TurnHad]:
    """Yield the turns that duties are: of holidays at work by name, and of what their shifts and roles are turns of."""
    for who, duty in plan:
        shift, role = unit.shift_of(duty), unit.role_by_name.get(duty.role)
        holiday = unit.calendar.holidays.get(duty.day, "") if shift.kind is Kind.WORK else ""
        words = {holiday, shift.turn, role.turn if role else ""}
        yield from (TurnHad(duty.day, word, who) for word in sorted(words) if word)


def turns_after(unit: Unit, plan: Plan) -> tuple[TurnHad, ...]:
    """Return all turns known, with those of the history and of a plan, in order."""
    return tuple(sorted({*unit.turns, *turns_of(unit, unit.history | plan)}))


def turns_before(unit: Unit) -> tuple[TurnHad, ...]:
    """Return the turns had before the plan, in order."""
    return tuple(turn for turn in turns_after(unit, frozenset()) if turn.day < unit.calendar.first)


def turns_in(turns: Iterable[TurnHad], row: LedgerRow) -> int:
    """Return how many of some turns the person of a ledger's row had in its period."""
    return sum(turn.who == row.who and row.first <= turn.day <= row.last for turn in turns)


def turn_lists(unit: Unit, plan: Plan, before: date | None = None) -> Mapping[str, tuple[TurnPlace, ...]]:
    """Return for every turn, and every holiday by name, who can have it; whose turn is next comes first.

    So has every other turn that is known to have been had, such as a list kept by hand alone.

    Next is who never had it, then whose last one is longest ago; among those of one day who had fewer, then the order
    of the staff. With ``before`` only turns before a day count, else all that are known and planned.
    """
    had: dict[tuple[str, str], list[date]] = {}
    for turn in turns_after(unit, plan):
        if before is None or turn.day < before:
            had.setdefault((turn.what, turn.who), []).append(turn.day)
    day = before or unit.calendar.last
    return {
        what: _in_turn(TurnPlace(staff.id, tuple(had.get((what, staff.id), ()))) for staff in people)
        for what, people in _taking(unit, day).items()
    }


def _in_turn(places: Iterable[TurnPlace]) -> tuple[TurnPlace, ...]:
    return tuple(sorted(places, key=lambda place: (place.days[-1] if place.days else date.min, len(place.days))))


def _taking(unit: Unit, day: date) -> Mapping[str, tuple[Staff, ...]]:
    """Return who can have each turn: those employed on a day whom the contract and their roles allow it."""
    here = [staff for staff in unit.staff if staff.employed(day)]
    words = {word: tuple(staff for staff in here if _can_have(unit, staff, word)) for word in turn_words(unit)}
    others = (*holiday_names(unit), *sorted({turn.what for turn in unit.turns}))
    return words | {name: tuple(here) for name in others if name not in words}


def _can_have(unit: Unit, staff: Staff, word: str) -> bool:
    shifts = (shift for shift in unit.shifts if shift.turn == word)
    if any(not shift.staffs or not staff.shifts or shift.code in staff.shifts for shift in shifts):
        return True
    return any(unit.role_by_name[role].turn == word for role in staff.roles)
