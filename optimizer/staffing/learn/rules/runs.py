"""Days in a row of one kind, as the rules read them; and the limit that nearly all of them keep to."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from optimizer.planning.law import Letter
from optimizer.staffing.learn.rules.past import Past
from optimizer.staffing.rules.rule import UnitRule

USUAL = 0.97
"""The share that keeps to a limit where it may be a rule: of few all, of a hundred all but three."""


class DaysInARow(NamedTuple):
    """So many days in a row; ``whole`` when they neither begin nor end with the days known."""

    days: int
    whole: bool


class KeptLimit(NamedTuple):
    """A limit that the past keeps to, how many kept to it and were seen, and how many came up to it."""

    limit: int
    kept: int
    seen: int
    met: int


def stretches(parts: Iterable[Past], rule: UnitRule) -> Iterator[DaysInARow]:
    """Yield the days in a row that count for a rule which reads of a day whether it does."""
    for part in parts:
        for letters in part.letters(rule):
            yield from _stretches([bool(letter) for _, letter in letters])


def _stretches(counts: Sequence[bool]) -> Iterator[DaysInARow]:
    first: int | None = None
    for place, inside in enumerate((*counts, False)):
        if inside and first is None:
            first = place
        elif not inside and first is not None:
            yield DaysInARow(place - first, first > 0 and place < len(counts))
            first = None


def gaps(parts: Iterable[Past], rule: UnitRule, gap: Callable[[Letter, Letter], int]) -> Iterator[int]:
    """Yield what lies between the letters of two days in a row, where the rule reads both."""
    for part in parts:
        for letters in part.letters(rule):
            for (_, one), (_, other) in pairwise(letters):
                if one is not None and other is not None:
                    yield gap(one, other)


def highest(values: Iterable[int]) -> KeptLimit | None:
    """Return the lowest limit that nearly all values stay within, None without values."""
    ordered = sorted(values)
    return _limit(ordered, ordered[_within(len(ordered))], lambda value, limit: value <= limit) if ordered else None


def lowest(values: Iterable[int]) -> KeptLimit | None:
    """Return the highest limit that nearly no value stays below, None without values."""
    ordered = sorted(values, reverse=True)
    return _limit(ordered, ordered[_within(len(ordered))], lambda value, limit: value >= limit) if ordered else None


def _within(number: int) -> int:
    """Return the place of the value that at least the usual share stays within."""
    return next(place for place in range(number) if place + 1 >= USUAL * number)


def _limit(ordered: Sequence[int], limit: int, keeps: Callable[[int, int], bool]) -> KeptLimit:
    return KeptLimit(limit, sum(keeps(value, limit) for value in ordered), len(ordered), ordered.count(limit))
