"""A total over a span that is charged once, however far beyond its limit."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, cast

from optimizer.planning.law import Letter, Place, Reader, State, Walk
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.pay.working_time import Terms
from optimizer.staffing.rules.reading import Duties


class Counted(NamedTuple):
    """What a day adds to a total, and whether the total is judged with it."""

    amount: int
    closes: bool


@dataclass(frozen=True)
class OnceMachine:
    """Adds up a total, and charges ``price`` when it is outside the bounds on the day it closes."""

    low: int | None
    high: int | None
    price: int

    @property
    def start(self) -> int:
        """Return the state of someone of whom nothing is counted."""
        return 0

    def step(self, state: State, letter: Letter) -> tuple[int, int]:
        """Read what a day adds; when it closes the span, charge a total outside the bounds."""
        day = cast(Counted, letter)
        total = cast(int, state) + day.amount
        if not day.closes:
            return total, 0
        short, over = self.low is not None and total < self.low, self.high is not None and total > self.high
        return 0, self.price * (short or over)


def once_walk(
    unit: Unit, place: Place, terms: Terms, *, low: int | None = None, high: int | None = None, price: int = 1
) -> Walk:
    """Return a walk that charges what terms come to in a place, when it lies outside the bounds, at one price.

    The place is a person and the days from one to another; the total is judged with the last of them that is planned.
    """
    assert place.day is not None
    assert place.until is not None
    first, last = place.day, min(place.until, unit.calendar.last)
    before = tuple(day for day in unit.history_days if day >= first)
    return Walk(place.who, OnceMachine(low, high, price), _adding(terms, last), before, unit.days, price)


def _adding(terms: Terms, last: date) -> Reader:
    """Read what the duties of a day add, and whether it is the last of the span."""
    worth = {pair.what: amount for amount, pair in terms}

    def read(day: date, duties: Duties) -> Counted:
        return Counted(sum(worth.get(duty, 0) for duty in duties), day == last)

    return read
