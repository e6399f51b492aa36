"""Low census: who goes home from a shift that has more people than patients need."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from optimizer.planning.pair import Pair
from optimizer.scenarios.replan.answer import TurnStanding, Will
from optimizer.scenarios.replan.known import KnownSchedule
from optimizer.scenarios.replan.people import overtime_minutes, places_in, will_of
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.staff import Employment
from optimizer.staffing.schedule.freedom import cell_of
from optimizer.summary.schedule.effect import Effect, effect

LOW_CENSUS = frozenset(("low census", "low-census", "home"))
"""What the turn list of days on which people were sent home may be called."""


class HomeClass(IntEnum):
    """In which order people go home, as most contracts have it: the dear and the willing before those who are owed."""

    OVERTIME = 0
    AGENCY = 1
    VOLUNTEER = 2
    PER_DIEM = 3
    OWN = 4


@dataclass(frozen=True, slots=True)
class SentHome:
    """Somebody who goes home: the duty, in what class, their place in the turn list of it, and what it changes."""

    who: str
    duty: Duty
    home: HomeClass
    turn: TurnStanding | None
    effect: Effect


@dataclass(frozen=True, slots=True)
class GoingHome:
    """Who goes home, in order; and who has to stay, with the musts that would be broken."""

    people: tuple[SentHome, ...]
    stay: tuple[tuple[str, tuple[str, ...]], ...]


def send_home(known: KnownSchedule, day: date, shift: str, role: str, number: int) -> GoingHome:
    """Return who goes home from a shift or window, at most so many, each judged after those before.

    No must is broken anew; among people of one class the turn list decides, then what is saved.
    """
    duties = {Duty(day - timedelta(days=before), code, role) for code, before in known.unit.filling(shift)}
    gone: list[SentHome] = []
    while True:
        found = sorted(_possible(known, duties), key=_rank)
        could = [each for each in found if not each.effect.breaks]
        if len(gone) == number or not could:
            return GoingHome(tuple(gone), tuple((each.who, each.effect.breaks) for each in found if each.effect.breaks))
        gone.append(could[0])
        known = known.edited({Pair(could[0].who, could[0].duty)}, ())


def _possible(known: KnownSchedule, duties: set[Duty]) -> Iterator[SentHome]:
    unit = known.unit
    for pair in sorted(known.verdict.plan):
        if pair.what in duties and cell_of(pair) not in known.locked:
            change = effect(unit, known.judge, known.verdict, frozenset({pair}), frozenset())
            yield SentHome(pair.who, pair.what, _class(known, pair), _turn(known, pair), change)


def _rank(each: SentHome) -> tuple[HomeClass, int, int]:
    return each.home, each.turn.place if each.turn else 0, each.effect.pay + each.effect.penalty


def _class(known: KnownSchedule, pair: Pair) -> HomeClass:
    unit, employment = known.unit, known.unit.people[pair.who].employment
    human = unit.human_of[pair.who]
    without = known.judge.edit(known.verdict, {pair}, ())
    if overtime_minutes(unit, known.verdict, human) > overtime_minutes(unit, without, human):
        return HomeClass.OVERTIME
    if employment is Employment.AGENCY:
        return HomeClass.AGENCY
    if will_of(unit, pair.who, pair.what) is Will.RELUCTANT:
        return HomeClass.VOLUNTEER
    return HomeClass.PER_DIEM if employment is Employment.PER_DIEM else HomeClass.OWN


def _turn(known: KnownSchedule, pair: Pair) -> TurnStanding | None:
    """Return somebody's place in the list of days sent home, where one is kept."""
    return next(places_in(known.unit, known.verdict.plan, LOW_CENSUS, pair.who, pair.what.day), None)
