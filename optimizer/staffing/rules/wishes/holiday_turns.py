"""Holidays in turn: not the same one again as last year, and of two that go together one, or both."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from optimizer.planning.law import Letter, Place, Reader, State, Sum, Walk
from optimizer.planning.measure import number_of
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.shift import Kind
from optimizer.staffing.facts.turn import TurnHad
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import either, on
from optimizer.staffing.ledger.turns import turns_before
from optimizer.staffing.rules.reading import Duties, walk
from optimizer.staffing.rules.rule import UnitRule

ONE, BOTH, ANY = WAYS = ("one", "both", "any")
TOGETHER = timedelta(days=60)
"""How far apart holidays of one pair may be: Thanksgiving and Christmas, not Christmas and the next one."""


class PairDay(NamedTuple):
    """A holiday of a pair: its name, whether somebody works it, and whether it is the pair's last."""

    pair: str
    worked: bool
    last: bool


@dataclass(frozen=True, slots=True)
class PairMachine:
    """Counts a breach for every holiday beyond the first of a pair; or, of ``both``, for one that is not as the first.

    ``known`` has the pairs of which a day before the plan is over, and whether it was worked. The state is the same.
    """

    both: bool
    known: tuple[tuple[str, bool], ...] = ()

    @property
    def start(self) -> State:
        """Return what is known from before the plan."""
        return self.known

    def step(self, state: State, letter: Letter) -> tuple[State, int]:
        """Return the pairs that go on, and 1 for a day that does not fit those before it."""
        if letter is None:
            return state, 0
        assert isinstance(state, tuple)
        assert isinstance(letter, PairDay)
        before = dict(state)
        worked = before.get(letter.pair, letter.worked if self.both else False)
        breach = worked != letter.worked if self.both else worked and letter.worked
        others = {pair: had for pair, had in state if pair != letter.pair}
        going_on = {} if letter.last else {letter.pair: worked if self.both else worked or letter.worked}
        return tuple(sorted((others | going_on).items())), int(breach)


@dataclass(frozen=True)
class HolidayTurns(UnitRule):
    """Gives nobody a holiday that they worked in one of the last ``limit`` years, by its name.

    Of holidays of one pair, as the column Pair of the sheet Holidays says, nobody works more than one; with ``pair``
    as "both" everyone works all or none of them, and who had one of them last year has none again; "any" is any.
    Holidays of earlier years are those of the sheet Turns, and those in the history.
    """

    key, title, unit = "holiday-turns", "Holiday turns", "holiday out of turn"
    sentence = "no holiday again that they worked in the last {limit}"
    measure = number_of("year", "years")

    limit: int = 1
    pair: str = ONE

    def check(self, unit: Unit) -> None:
        """Refuse another way to see pairs."""
        super().check(unit)
        if self.pair not in WAYS:
            raise ValueError(f"'{self.pair}' is nothing that becomes of pairs; write {either(WAYS)}")

    def details(self) -> Iterator[str]:
        """Yield what becomes of holidays that go together."""
        if self.pair == ONE:
            yield "of holidays that are a pair one at most"
        elif self.pair == BOTH:
            yield "of holidays that are a pair both or none"

    def laws(self, unit: Unit) -> Iterator[Sum | Walk]:
        """Yield one sum for everybody and holiday that they had, and one walk for everybody where there are pairs."""
        had = turns_before(unit)
        read = None if self.pair == ANY else _pair_days(unit)
        for human in self.humans(unit):
            own = [turn for turn in had if turn.who in human.ids]
            for who in human.ids:
                yield from self._again(unit, who, own)
            if read:
                yield walk(unit, human.id, PairMachine(self.pair == BOTH, _known(unit, own, had)), read)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say who has which holiday again, or out of its pair."""
        who, day = unit.name_of(finding.place.who), finding.day
        holiday = f"{unit.calendar.holidays[day]} ({on(day)})"
        if isinstance(finding.law, Sum):
            return f"{who} works {holiday} again, after {' and '.join(finding.place.what)}."
        pair = unit.calendar.holiday_pairs[day]
        if self.pair == BOTH:
            return f"{who} works only a part of {pair}, which goes together: it shows on {holiday}."
        return f"{who} works {holiday} after another holiday of {pair}; it should be one of them at most."

    def _again(self, unit: Unit, who: str, had: list[TurnHad]) -> Iterator[Sum]:
        for day in (day for day in unit.days if day in unit.calendar.holidays):
            names, years = self._same(unit, day), range(day.year - self.limit, day.year)
            before = sorted({turn.day.year for turn in had if turn.what in names and turn.day.year in years})
            if before:
                work = (pair for pair in unit.cells[who, day] if unit.shift_of(pair.what).kind is Kind.WORK)
                yield Sum(Place(who, day, what=tuple(map(str, before))), tuple((1, pair) for pair in work), high=0)

    def _same(self, unit: Unit, day: date) -> set[str]:
        """Return the names under which a holiday was had: also those of its pair, where that is worked as one."""
        holidays, pairs = unit.calendar.holidays, unit.calendar.holiday_pairs
        if self.pair != BOTH or day not in pairs:
            return {holidays[day]}
        return {holidays[other] for other, pair in pairs.items() if pair == pairs[day]}


def _pair_days(unit: Unit) -> Reader | None:
    """Read the holidays of pairs, None on other days; no reader where the plan has none."""
    pairs = unit.calendar.holiday_pairs
    work = {shift.code for shift in unit.shifts if shift.kind is Kind.WORK}
    planned = {day: _ends(unit, day) for day in unit.days if day in pairs}

    def read(day: date, duties: Duties) -> PairDay | None:
        if day not in planned:
            return None
        return PairDay(pairs[day], any(duty.shift in work for duty in duties), planned[day])

    return read if planned else None


def _ends(unit: Unit, day: date) -> bool:
    """Tell whether a holiday is the last of its pair."""
    pairs = unit.calendar.holiday_pairs
    return not any(day < other <= day + TOGETHER and pairs[other] == pairs[day] for other in pairs)


def _known(unit: Unit, own: list[TurnHad], had: tuple[TurnHad, ...]) -> tuple[tuple[str, bool], ...]:
    """Return the pairs that began before the plan and go on in it, and whether somebody worked a day of them.

    Nothing is known of a day that lies before the history and that nobody is said to have worked.
    """
    pairs, first = unit.calendar.holiday_pairs, unit.calendar.first
    told = {*unit.history_days, *_worked(unit, had)}
    known: dict[str, bool] = {}
    for day, pair in pairs.items():
        if first - TOGETHER <= day < first and day in told and not _ends(unit, day):
            known[pair] = known.get(pair, False) or day in _worked(unit, own)
    return tuple(sorted(known.items()))


def _worked(unit: Unit, had: Iterable[TurnHad]) -> set[date]:
    """Return the days of holidays that were had under the name that they have on the calendar."""
    return {turn.day for turn in had if turn.what == unit.calendar.holidays.get(turn.day)}
