"""What is known of the people who could be asked: their wishes, whose turn it is, whose home is elsewhere."""

from collections.abc import Iterator
from datetime import date

from optimizer.planning.pair import Pair, Plan
from optimizer.planning.score import Verdict
from optimizer.scenarios.replan.answer import TurnStanding, Will
from optimizer.staffing.facts.human import Human
from optimizer.staffing.facts.request import Wish
from optimizer.staffing.facts.shift import Duty, Kind
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.ledger.turns import turn_lists
from optimizer.staffing.schedule.figures import Figures

POOL = frozenset(("float", "pool", "float pool", "resource", "resource pool"))
"""The groups, whatever their case, that say that somebody's home is elsewhere."""
EXTRA = "extra"
"""What the turn list of extra duties is called, where one is kept by hand."""


def will_of(unit: Unit, who: str, duty: Duty) -> Will:
    """Return what somebody asked for of a duty; an approved leave is no wish."""
    wishes = {
        request.wish
        for request in unit.requests
        if request.who == who and not request.binds and request.first <= duty.day <= request.last
        and request.means(duty.shift)
    }  # fmt: skip
    if Wish.OFF in wishes:
        return Will.RELUCTANT
    return Will.WISHED if Wish.ON in wishes else Will.NOTHING


def in_pool(unit: Unit, who: str) -> bool:
    """Tell whether somebody's home is elsewhere, as the unit's groups say."""
    return any(group.casefold() in POOL for group in unit.people[who].groups)


def standings(unit: Unit, plan: Plan, who: str, duty: Duty) -> tuple[TurnStanding, ...]:
    """Return somebody's place in every turn list that a duty is about, as known before its day."""
    return tuple(places_in(unit, plan, turn_words_of(unit, duty), who, duty.day))


def places_in(unit: Unit, plan: Plan, words: frozenset[str], who: str, day: date) -> Iterator[TurnStanding]:
    """Yield somebody's place, as known before a day, in every turn list that is called by some lower-case words."""
    lists = turn_lists(unit, plan, day) if words else {}
    for what, places in lists.items():
        order = [place.who for place in places]
        if what.casefold() in words and who in order:
            yield TurnStanding(what, order.index(who) + 1, len(order))


def turn_words_of(unit: Unit, duty: Duty) -> frozenset[str]:
    """Return the turns that a duty would be, lower case; one that is taken on beside one's own is an extra one."""
    shift, role = unit.shift_of(duty), unit.role_by_name.get(duty.role)
    holiday = unit.calendar.holidays.get(duty.day, "") if shift.kind is Kind.WORK else ""
    known = EXTRA if any(turn.what.casefold() == EXTRA for turn in unit.turns) else ""
    words = (shift.turn, role.turn if role else "", holiday, known)
    return frozenset(word.casefold() for word in words if word)


def overtime_minutes(unit: Unit, verdict: Verdict, human: Human) -> int:
    """Return a human being's minutes of overtime, by all contracts."""
    rows = ((who, duties) for who in human.ids for duties in verdict.rows.get(who, {}).values())
    figures = Figures(unit, frozenset(Pair(who, duty) for who, duties in rows for duty in duties))
    return sum(figures.overtime(staff) for staff in human.contracts)
