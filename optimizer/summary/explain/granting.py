"""What granting a refused request would take: the cheapest change found that breaks no must, with the fewest people."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from optimizer.planning.pair import Pair, Plan
from optimizer.planning.score import Judge, Verdict
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import on
from optimizer.staffing.schedule.freedom import Cell, cell_of, settled_cells
from optimizer.summary.explain.duty_words import duty_on_day
from optimizer.summary.schedule.barred import barred
from optimizer.summary.schedule.effect import Effect, broken_by, effect

TRIED = 12
"""How many changes of one kind, the cheapest first, are asked whether they break a must."""


@dataclass(frozen=True, slots=True)
class Grant:
    """A change that grants a request and breaks no must: the edit, what it changes, and what it does in words."""

    minus: Plan
    plus: Plan
    effect: Effect
    said: str


GrantingEdit = tuple[Plan, Plan]


class _Grid:
    """A judged schedule, as a change looks at it."""

    def __init__(self, unit: Unit, judge: Judge, verdict: Verdict, locked: Collection[Cell]) -> None:
        self.unit, self.judge, self.verdict = unit, judge, verdict
        self.locked = settled_cells(unit) | {*locked}

    def has(self, who: str, day: date) -> frozenset[Pair]:
        """Return what somebody has on a day."""
        return frozenset(Pair(who, duty) for duty in self.verdict.rows.get(who, {}).get(day, ()))

    def at_work(self, who: str, day: date) -> frozenset[Pair]:
        """Return the duties of somebody's day that somebody else could have."""
        return frozenset(pair for pair in self.has(who, day) if self.unit.shift_of(pair.what).staffs)

    def others(self, who: str) -> Iterator[str]:
        """Yield everybody else."""
        human = self.unit.human_of[who]
        return (staff.id for staff in self.unit.staff if self.unit.human_of[staff.id] is not human)

    def may(self, edit: GrantingEdit) -> bool:
        """Tell whether an edit leaves locked days alone, and gives nobody what they cannot take at all."""
        minus, plus = edit
        if any(cell_of(pair) in self.locked for pair in minus | plus):
            return False
        given_up = [pair.what for pair in minus]
        known = all(pair in self.unit.cells.get((pair.who, pair.what.day), ()) for pair in plus)
        return known and not any(
            barred(self.unit, self.verdict, pair.who, pair.what, given_up=given_up) for pair in plus
        )

    def best(self, edits: Iterable[GrantingEdit]) -> GrantingEdit | None:
        """Return the cheapest of some edits that breaks no must."""
        fit = [edit for edit in dict.fromkeys(edits) if self.may(edit)]
        scored = sorted(fit, key=lambda edit: (self.judge.score_of_edit(self.verdict, *edit), sorted(edit[1])))
        tried = ((edit, self.judge.edit(self.verdict, *edit)) for edit in scored[:TRIED])
        sound = (edit for edit, after in tried if not broken_by(self.unit, self.judge, self.verdict, after))
        return next(sound, None)


def granting(
    unit: Unit, judge: Judge, verdict: Verdict, request: Request, day: date, locked: Collection[Cell] = ()
) -> Grant | None:
    """Return the change that grants a request on a day: of that person alone, else with one other, else with two.

    It leaves alone what the unit settles, and cells that are ``locked``.
    """
    grid = _Grid(unit, judge, verdict, locked)
    stages = (_alone, _with_one, _on_another_day, _with_two)
    for stage in stages:
        edit = grid.best(stage(grid, request, day))
        if edit:
            return Grant(*edit, effect(unit, judge, verdict, *edit), _said(unit, *edit))
    return None


def _alone(grid: _Grid, request: Request, day: date) -> Iterator[GrantingEdit]:
    """Yield what the one who asked could have there, and nobody else has anything else."""
    has = grid.has(request.who, day)
    if request.wish is Wish.OFF:
        yield has, frozenset()
        return
    for pair in _wanted(grid, request, day):
        yield has, frozenset({pair})


def _with_one(grid: _Grid, request: Request, day: date) -> Iterator[GrantingEdit]:
    """Yield that one other takes the duty over, or gives up, or exchanges, the one that is asked for."""
    has = grid.has(request.who, day)
    for other in grid.others(request.who):
        theirs = grid.at_work(other, day)
        if request.wish is Wish.OFF:
            if not grid.has(other, day):
                yield has, _of(other, has)
        else:
            for pair in theirs:
                if request.means(pair.what.shift):
                    yield has | theirs, _of(request.who, theirs) | _of(other, has)
                    yield has | theirs, _of(request.who, theirs)


def _on_another_day(grid: _Grid, request: Request, day: date) -> Iterator[GrantingEdit]:
    """Yield that one other takes the duty over, and is free in return on a day when the one who asked is not there."""
    has = grid.has(request.who, day)
    if request.wish is not Wish.OFF:
        return
    for other in grid.others(request.who):
        if grid.has(other, day) or not grid.may((has, _of(other, has))):
            continue
        for back in grid.unit.days:
            theirs = grid.at_work(other, back)
            if theirs and not grid.has(request.who, back):
                yield has | theirs, _of(other, has) | _of(request.who, theirs)


def _with_two(grid: _Grid, request: Request, day: date) -> Iterator[GrantingEdit]:
    """Yield that one other goes from their duty to this one, and a third who is off comes for theirs."""
    has = grid.has(request.who, day)
    if request.wish is not Wish.OFF:
        return
    free = [who for who in grid.others(request.who) if not grid.has(who, day)]
    for other in grid.others(request.who):
        theirs = grid.at_work(other, day)
        if theirs and grid.may((has | theirs, _of(other, has))):
            yield from ((has | theirs, _of(other, has) | _of(third, theirs)) for third in free)


def _wanted(grid: _Grid, request: Request, day: date) -> Iterator[Pair]:
    for pair in grid.unit.cells[request.who, day]:
        if grid.unit.shift_of(pair.what).staffs and request.means(pair.what.shift):
            yield pair


def _of(who: str, pairs: Iterable[Pair]) -> Plan:
    return frozenset(Pair(who, pair.what) for pair in pairs)


def _said(unit: Unit, minus: Plan, plus: Plan) -> str:
    """Return an edit in words: who is off, and who has what."""
    gets = [f"{unit.name_of(pair.who)} has {duty_on_day(pair.what)}" for pair in sorted(plus)]
    days = {(pair.who, pair.what.day) for pair in minus} - {(pair.who, pair.what.day) for pair in plus}
    off = [f"{unit.name_of(who)} is off on {on(day)}" for who, day in sorted(days)]
    return "; ".join([*off, *gets])
