"""Who could take a duty, and what somebody could have instead, each with what it would change.

Who cannot come, or would break a must, stands apart with the reason: no must that is mended makes up for one that is
broken.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from optimizer.planning.pair import Pair, Plan
from optimizer.planning.score import Judge, Verdict
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.unit import Unit
from optimizer.summary.schedule.barred import Cell, barred
from optimizer.summary.schedule.effect import Effect, broken_by, effect

SHOWN = 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who could take a duty: the edit that gives it to them, and ``instead`` of what. It breaks no must."""

    who: str
    duty: Duty
    instead: tuple[Duty, ...]
    minus: Plan
    plus: Plan
    effect: Effect


@dataclass(frozen=True, slots=True)
class CouldNot:
    """Somebody who could not take a duty, and why, in sentences."""

    who: str
    duty: Duty
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Takers:
    """Who could take a duty, the cheapest first; and who could not, those first who would break a must."""

    could: tuple[Candidate, ...] = ()
    could_not: tuple[CouldNot, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """What somebody could have on a day, None for nothing: the edit that gives it; without change when they have it.

    ``reasons`` tell in sentences why it could not be: they cannot come, or a must would be broken.
    """

    duty: Duty | None
    has: bool
    minus: Plan
    plus: Plan
    effect: Effect
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Trial:
    """Somebody's way to a duty: the edit, what it costs by the prices, and why it could not be."""

    who: str
    duty: Duty
    minus: Plan
    plus: Plan
    cost: int
    reasons: tuple[str, ...] = ()
    barred: bool = False

    @property
    def rank(self) -> tuple[bool, bool, int, int]:
        """Return what the ways are ordered by: that it may be, the price, and how many other duties it moves."""
        return self.barred, bool(self.reasons), self.cost, len(self.minus)


def candidates(
    unit: Unit, judge: Judge, verdict: Verdict, day: date, shift: str, role: str, limit: int = SHOWN,
    locked: Collection[Cell] = (),
) -> Takers:  # fmt: skip
    """Return who could be there through a shift or window of a day in a role, in place of what they have that day.

    The others who are not there yet are told with the reason. Locked cells stay as they are.
    """
    duties = [Duty(day - timedelta(days=before), code, role) for code, before in unit.filling(shift)]
    return takers(unit, judge, verdict, duties, limit, locked)


def takers(
    unit: Unit, judge: Judge, verdict: Verdict, duties: Sequence[Duty], limit: int = SHOWN,
    locked: Collection[Cell] = (),
) -> Takers:  # fmt: skip
    """Return who could take one of some duties that are as good as each other, in place of what they have that day."""
    return _takers(unit, judge, verdict, duties, frozenset(), limit, locked)


def replacements(
    unit: Unit, judge: Judge, verdict: Verdict, who: str, day: date, limit: int = SHOWN,
    locked: Collection[Cell] = (),
) -> Takers:  # fmt: skip
    """Return who could take over somebody's duty of a day, which they then have off; nobody without such a duty."""
    theirs = [duty for duty in _row(verdict, who, day) if unit.shift_of(duty).staffs]
    if not theirs or (who, day) in locked:
        return Takers()
    return _takers(unit, judge, verdict, theirs[:1], frozenset({Pair(who, theirs[0])}), limit, locked)


def options(
    unit: Unit, judge: Judge, verdict: Verdict, who: str, day: date, wanted: Callable[[Duty | None], bool] | None = None
) -> tuple[Option, ...]:
    """Return everything that somebody could have on a day: nothing first, then every shift and role in order.

    With ``wanted``, only what is: to tell what one would change takes a while.
    """
    has = frozenset(Pair(who, duty) for duty in _row(verdict, who, day))
    every = (None, *unit.cells[who, day])
    asked = (pair for pair in every if wanted is None or wanted(pair and pair.what))
    return tuple(_option(unit, judge, verdict, has, pair) for pair in asked)


def _option(unit: Unit, judge: Judge, verdict: Verdict, has: Plan, pair: Pair | None) -> Option:
    wanted = frozenset({pair} if pair else ())
    minus, plus = has - wanted, wanted - has
    change = effect(unit, judge, verdict, minus, plus)
    works = pair is not None and unit.shift_of(pair.what).staffs and has != wanted
    given_up = [had.what for had in has]
    plain = barred(unit, verdict, pair.who, pair.what, given_up=given_up) if pair and works else ""
    reasons = (plain,) if plain else change.breaks
    return Option(pair and pair.what, has == wanted, minus, plus, change, reasons)


def _takers(
    unit: Unit, judge: Judge, verdict: Verdict, duties: Sequence[Duty], given_up: Plan, limit: int,
    locked: Collection[Cell],
) -> Takers:  # fmt: skip
    best: dict[str, _Trial] = {}
    for trial in sorted(_trials(unit, judge, verdict, duties, given_up, locked), key=lambda trial: trial.rank):
        best.setdefault(trial.who, trial)
    could = [trial for trial in best.values() if not trial.reasons]
    in_order = [best[staff.id] for staff in unit.staff if staff.id in best and best[staff.id].reasons]
    told = sorted(in_order, key=lambda trial: trial.barred)
    return Takers(
        tuple(_candidate(unit, judge, verdict, trial) for trial in could[:limit]),
        tuple(CouldNot(trial.who, trial.duty, trial.reasons) for trial in told),
    )


def _trials(
    unit: Unit, judge: Judge, verdict: Verdict, duties: Iterable[Duty], given_up: Plan, locked: Collection[Cell]
) -> Iterator[_Trial]:
    """Yield a trial for everyone who has none of some duties, with each that can still be given."""
    open_ = [duty for duty in duties if duty.day >= unit.calendar.first]
    there = {pair.who for pair in verdict.plan | unit.past if pair.what in duties}
    for staff in unit.staff:
        for duty in open_ if staff.id not in there else ():
            yield _trial(unit, judge, verdict, Pair(staff.id, duty), given_up, locked)


def _trial(unit: Unit, judge: Judge, verdict: Verdict, pair: Pair, given_up: Plan, locked: Collection[Cell]) -> _Trial:
    who, duty = pair
    minus, plus = given_up | {Pair(who, had) for had in _row(verdict, who, duty.day)}, frozenset({pair})
    if reason := barred(unit, verdict, who, duty, locked):
        return _Trial(who, duty, minus, plus, 0, (reason,), barred=True)
    after = judge.edit(verdict, minus, plus)
    return _Trial(who, duty, minus, plus, after.score.cost, broken_by(unit, judge, verdict, after))


def _candidate(unit: Unit, judge: Judge, verdict: Verdict, trial: _Trial) -> Candidate:
    instead = tuple(sorted(pair.what for pair in trial.minus if pair.who == trial.who))
    change = effect(unit, judge, verdict, trial.minus, trial.plus)
    return Candidate(trial.who, trial.duty, instead, trial.minus, trial.plus, change)


def _row(verdict: Verdict, who: str, day: date) -> tuple[Duty, ...]:
    return verdict.rows.get(who, {}).get(day, ())
