"""The few changes of a schedule that are worth the most: what to take of a search where people were told already."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import combinations, zip_longest
from time import monotonic

from optimizer.planning.pair import Pair, Plan
from optimizer.planning.score import Judge, Verdict
from optimizer.staffing.schedule.difference import changes_between

WORTH = 50_00
"""The cents that a changed duty must save: less is not worth telling somebody that their schedule has changed."""
MOST = 12
"""More steps than this are no few changes."""
Gain = tuple[float, float]
ENOUGH: Gain = (0, WORTH)


@dataclass(frozen=True, slots=True)
class ChangeStep:
    """A part of what would change that can be had by itself: a duty that goes from one person to another, or two."""

    minus: Plan
    plus: Plan

    @property
    def size(self) -> int:
        """Return how many people's days it changes."""
        return len({(pair.who, pair.what.day) for pair in self.minus | self.plus})

    def overlaps(self, other: "ChangeStep") -> bool:
        """Tell whether both change a duty of the same person."""
        return bool(self.minus & other.minus or self.plus & other.plus)

    def __or__(self, other: "ChangeStep") -> "ChangeStep":
        """Return both steps as one."""
        return ChangeStep(self.minus | other.minus, self.plus | other.plus)


@dataclass(frozen=True, slots=True)
class WeighedStep:
    """A step and what it gains for each day that it changes: in must-fix problems, then in cents."""

    gain: Gain
    step: ChangeStep

    def __lt__(self, other: "WeighedStep") -> bool:
        """Tell whether it gains more, and goes before the other."""
        return self.gain > other.gain


def few_changes(judge: Judge, now: Verdict, minus: Plan, plus: Plan, seconds: float) -> ChangeStep | None:
    """Return the changes worth the most, each the best next one; None where none is, or where all are.

    Half of the time is for weighing what there is, as much of it as can be; no more than ``MOST`` steps are taken.
    """
    taken, verdict = ChangeStep(frozenset(), frozenset()), now
    begun = monotonic()
    waiting, steps = _weighed(judge, now, minus, plus, begun + seconds / 2), 0
    while waiting and steps < MOST and monotonic() < begun + seconds:
        step = heappop(waiting).step
        if step.overlaps(taken):
            continue
        gain = _gain(judge, verdict, step)  # what was taken since may have made it worth less
        if gain <= ENOUGH:
            continue
        if waiting and gain < waiting[0].gain:
            heappush(waiting, WeighedStep(gain, step))
            continue
        verdict, taken, steps = judge.edit(verdict, step.minus, step.plus), taken | step, steps + 1
    return taken if taken.size and (taken.minus, taken.plus) != (minus, plus) else None


def change_count(before: Plan, after: Plan) -> int:
    """Return how many duties differ, as people are told it."""
    return len(changes_between(before, after))


def _steps(minus: Plan, plus: Plan) -> Iterator[ChangeStep]:
    """Yield what of a change stands together: who gives a duty up with who gets it."""
    kinds = sorted({pair.what for pair in minus | plus})
    for what in kinds:
        gone, new = ([pair for pair in sorted(pairs) if pair.what == what] for pairs in (minus, plus))
        for had, has in zip_longest(gone, new):
            yield ChangeStep(_set(had), _set(has))


def _set(pair: Pair | None) -> Plan:
    return frozenset() if pair is None else frozenset((pair,))


def _weighed(judge: Judge, now: Verdict, minus: Plan, plus: Plan, until: float) -> list[WeighedStep]:
    """Return what can be had by itself and is worth it, as a heap with the best first."""
    found = []
    for step in _tried(_steps(minus, plus)):
        if monotonic() > until:
            break
        if (gain := _gain(judge, now, step)) > ENOUGH:
            found.append(WeighedStep(gain, step))
    heapify(found)
    return found


def _tried(left: Iterable[ChangeStep]) -> Iterator[ChangeStep]:
    left = [*left]
    yield from left
    for one, other in combinations(left, 2):
        if _people(one) & _people(other):
            yield one | other


def _people(step: ChangeStep) -> set[str]:
    return {pair.who for pair in step.minus | step.plus}


def _gain(judge: Judge, verdict: Verdict, step: ChangeStep) -> Gain:
    before, after = verdict.score, judge.edit(verdict, step.minus, step.plus).score
    return (before.broken - after.broken) / step.size, (before.cost - after.cost) / step.size
