"""Who could take a duty, and what somebody could have instead, each with what it would change."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from optimizer.planning.pair import Pair, Plan
from optimizer.planning.rule import Finding
from optimizer.planning.score import Judge, Score, Verdict
from optimizer.staffing.figures import Figures
from optimizer.staffing.shift import Duty
from optimizer.staffing.unit import Unit

SHOWN = 8
Cell = tuple[str, date]
"""A person and a day of the schedule."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What an edit changes: units of broken musts, penalty and pay in cents, less when below 0; and why, in sentences.

    ``new`` tells what gets wrong or worse, ``gone`` what is put right, ``eased`` what is still wrong, but less so.
    """

    broken: int
    penalty: int
    pay: int
    new: tuple[str, ...]
    gone: tuple[str, ...]
    eased: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who could take a duty: the edit that gives it to them, and ``instead`` of what."""

    who: str
    duty: Duty
    instead: tuple[Duty, ...]
    minus: Plan
    plus: Plan
    effect: Effect


@dataclass(frozen=True, slots=True)
class Option:
    """What somebody could have on a day, None for nothing: the edit that gives it; without change when they have it."""

    duty: Duty | None
    has: bool
    minus: Plan
    plus: Plan
    effect: Effect


@dataclass(frozen=True, slots=True)
class _Trial:
    """An edit and the score that it makes."""

    who: str
    duty: Duty | None
    minus: Plan
    plus: Plan
    score: Score


def candidates(
    unit: Unit, judge: Judge, verdict: Verdict, day: date, shift: str, role: str, limit: int = SHOWN,
    locked: Collection[Cell] = (),
) -> tuple[Candidate, ...]:  # fmt: skip
    """Return who could be there through a shift or window of a day in a role, those who break and cost least first.

    It is everyone employed who may fill the role and is not there already, in place of what they have that day. Locked
    cells stay as they are.
    """
    duties = [Duty(day - timedelta(days=before), code, role) for code, before in unit.filling(shift)]
    trials = (_give(judge, verdict, pair) for pair in _takers(unit, verdict, duties, locked))
    return _ranked(unit, judge, verdict, trials, limit)


def replacements(
    unit: Unit, judge: Judge, verdict: Verdict, who: str, day: date, limit: int = SHOWN,
    locked: Collection[Cell] = (),
) -> tuple[Candidate, ...]:  # fmt: skip
    """Return who could take over somebody's duty of a day, which they then have off; none without such a duty."""
    theirs = [duty for duty in _row(verdict, who, day) if unit.shift_of(duty).staffs]
    if not theirs or (who, day) in locked:
        return ()
    given_up = Pair(who, theirs[0])
    trials = (_give(judge, verdict, pair, given_up) for pair in _takers(unit, verdict, theirs[:1], locked))
    return _ranked(unit, judge, verdict, trials, limit)


def options(unit: Unit, judge: Judge, verdict: Verdict, who: str, day: date) -> tuple[Option, ...]:
    """Return everything that somebody could have on a day: nothing first, then every shift and role in order."""
    has = frozenset(Pair(who, duty) for duty in _row(verdict, who, day))
    found = []
    for pair in (None, *unit.cells[who, day]):
        plus = frozenset({pair} if pair else ())
        trial = _try(judge, verdict, who, pair and pair.what, has - plus, plus - has)
        effect = _effect(unit, judge, verdict, trial)
        found.append(Option(trial.duty, has == plus, trial.minus, trial.plus, effect))
    return tuple(found)


def _takers(unit: Unit, verdict: Verdict, duties: list[Duty], locked: Collection[Cell]) -> Iterator[Pair]:
    """Yield who can be given one of some duties: they have none of them, work here, and their day is not locked."""
    there = {pair.who for pair in verdict.plan if pair.what in duties}
    fixed = {*locked, *((pair.who, pair.what.day) for pair in unit.locked)}
    for duty in duties:
        for pair in unit.columns.get((duty.day, duty.shift), ()) if duty.day >= unit.calendar.first else ():
            who = pair.who
            able = pair.what == duty and who not in there and (who, duty.day) not in fixed
            if able and unit.people[who].employed(duty.day):
                yield pair


def _give(judge: Judge, verdict: Verdict, pair: Pair, given_up: Pair | None = None) -> _Trial:
    had = frozenset(Pair(pair.who, duty) for duty in _row(verdict, pair.who, pair.what.day))
    minus, plus = had | ({given_up} if given_up else frozenset()), frozenset({pair})
    return _try(judge, verdict, pair.who, pair.what, minus, plus)


def _try(judge: Judge, verdict: Verdict, who: str, duty: Duty | None, minus: Plan, plus: Plan) -> _Trial:
    return _Trial(who, duty, minus, plus, judge.score_of_edit(verdict, minus, plus))


def _ranked(unit: Unit, judge: Judge, verdict: Verdict, trials: Iterable[_Trial], limit: int) -> tuple[Candidate, ...]:
    """Return the best edits, each person once; only of them is told what they change."""
    best: dict[str, _Trial] = {}
    for trial in sorted(trials, key=lambda trial: trial.score):
        best.setdefault(trial.who, trial)
    return tuple(_candidate(unit, judge, verdict, trial) for trial in [*best.values()][:limit])


def _candidate(unit: Unit, judge: Judge, verdict: Verdict, trial: _Trial) -> Candidate:
    assert trial.duty is not None
    instead = tuple(sorted(pair.what for pair in trial.minus if pair.who == trial.who))
    effect = _effect(unit, judge, verdict, trial)
    return Candidate(trial.who, trial.duty, instead, trial.minus, trial.plus, effect)


def _effect(unit: Unit, judge: Judge, before: Verdict, trial: _Trial) -> Effect:
    after = judge.edit(before, trial.minus, trial.plus)
    old, new = judge.changes(before, after)
    was, now = ({_identity(finding): finding for finding in found} for found in (old, new))

    def said(found: Iterable[Finding], wanted: Callable[[Finding], bool]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(finding.rule.say(unit, finding) for finding in found if wanted(finding)))

    def less(finding: Finding) -> bool:
        key = _identity(finding)
        return key in was and finding.amount < was[key].amount

    return Effect(
        after.score.broken - before.score.broken,
        after.score.cost - before.score.cost,
        sum(_pay(unit, after, who) - _pay(unit, before, who) for who in {p.who for p in trial.minus | trial.plus}),
        said(new, lambda finding: not less(finding)),
        said(old, lambda finding: _identity(finding) not in now),
        said(new, less),
    )


def _identity(finding: Finding) -> tuple[int, date | None]:
    """Return what tells findings apart, but for how much is wrong."""
    return id(finding.law), finding.place.day


def _pay(unit: Unit, verdict: Verdict, who: str) -> int:
    """Return what one person costs in cents; nobody else's duties matter to it."""
    theirs = frozenset(Pair(who, duty) for duties in verdict.rows.get(who, {}).values() for duty in duties)
    return sum(Figures(unit, theirs).bill(unit.people[who]).values())


def _row(verdict: Verdict, who: str, day: date) -> tuple[Duty, ...]:
    return verdict.rows.get(who, {}).get(day, ())
