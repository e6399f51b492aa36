"""The few changes of a schedule that are worth the most: what to take of a search where people were told already."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, zip_longest

from optimizer.planning.pair import Pair, Plan
from optimizer.planning.score import Judge, Score, Verdict
from optimizer.staffing.schedule.difference import changes_between

WORTH = 50_00
"""The cents that a changed duty must save: less is not worth telling somebody that their schedule has changed."""
MOST_STEPS = 80
"""With more changes than this makes, looking for the few takes too long for somebody who waits."""


@dataclass(frozen=True, slots=True)
class ChangeStep:
    """A part of what would change that can be had by itself: a duty that goes from one person to another, or two."""

    minus: Plan
    plus: Plan

    @property
    def size(self) -> int:
        """Return how many people's days it changes."""
        return len({(pair.who, pair.what.day) for pair in self.minus | self.plus})

    def __or__(self, other: "ChangeStep") -> "ChangeStep":
        """Return both steps as one."""
        return ChangeStep(self.minus | other.minus, self.plus | other.plus)


def few_changes(judge: Judge, now: Verdict, minus: Plan, plus: Plan, over: Callable[[], bool]) -> ChangeStep | None:
    """Return the changes worth the most, each the best next one; None where none is, where all are, or for too many.

    ``over`` tells that there is no more time to look; then what was found by then is returned.
    """
    left, taken, verdict = [*_steps(minus, plus)], ChangeStep(frozenset(), frozenset()), now
    if len(left) > MOST_STEPS:
        return None
    while not over() and (best := _best(judge, verdict, left)):
        verdict = judge.edit(verdict, best.minus, best.plus)
        taken |= best
        left = [step for step in left if not (step.minus & best.minus or step.plus & best.plus)]
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


def _best(judge: Judge, verdict: Verdict, left: Iterable[ChangeStep]) -> ChangeStep | None:
    """Return the step, or the two of one person, that gain the most for each day changed, and enough."""
    found = [(gain, step) for step in _tried(left) if (gain := _gain(judge, verdict, step)) > (0, WORTH)]
    return max(found, key=lambda each: each[0], default=(None, None))[1]


def _tried(left: Iterable[ChangeStep]) -> Iterator[ChangeStep]:
    left = [*left]
    yield from left
    for one, other in combinations(left, 2):
        if _people(one) & _people(other):
            yield one | other


def _people(step: ChangeStep) -> set[str]:
    return {pair.who for pair in step.minus | step.plus}


def _gain(judge: Judge, verdict: Verdict, step: ChangeStep) -> tuple[float, float]:
    """Return what a step gains for each day that it changes: in must-fix problems, then in cents."""
    before, after = verdict.score, judge.edit(verdict, step.minus, step.plus).score
    return _saved(before, after, step.size)


def _saved(before: Score, after: Score, size: int) -> tuple[float, float]:
    return (before.broken - after.broken) / size, (before.cost - after.cost) / size
