"""Which weekdays are alike: told by how well each week is foretold from the others."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from statistics import mean

from optimizer.staffing.learn.needs.staffed import Counts

Scheme = tuple[frozenset[int], ...]
EVERY_DAY = frozenset(range(7))
MON_FRI = frozenset(range(5))
SCHEMES: tuple[Scheme, ...] = (
    (EVERY_DAY,),
    (MON_FRI, frozenset({5, 6})),
    (MON_FRI, frozenset({5}), frozenset({6})),
    tuple(frozenset({weekday}) for weekday in range(7)),
)
"""How weekdays may be told apart, from the simplest on."""
BETTER = 0.2
"""Which part of the misses of a simpler scheme a finer one must spare to be believed."""


def best_scheme(counts: Counts) -> Scheme:
    """Return how weekdays are told apart: as foretells each week best from the others, and the simplest of the good.

    That is cross-validation leaving one week out (M. Stone, 1974, J. R. Stat. Soc. B 36:111).
    """
    chosen, least = SCHEMES[0], _error(SCHEMES[0], counts)
    for scheme in SCHEMES[1:]:
        error = _error(scheme, counts)
        if error < least * (1 - BETTER):
            chosen, least = scheme, error
    return _alike(chosen, counts)


def _alike(scheme: Scheme, counts: Counts) -> Scheme:
    """Return a scheme with weekdays together for which the same number is typical; those never seen are left out."""
    together: dict[int, frozenset[int]] = {}
    for weekdays in scheme:
        numbers = [number for day, number in counts.items() if day.weekday() in weekdays]
        if numbers:
            number = typical(numbers)
            together[number] = together.get(number, frozenset()) | weekdays
    return tuple(sorted(together.values(), key=min))


def typical(numbers: Sequence[int]) -> int:
    """Return the middle of some numbers, the upper of two: of two teams that are usual the larger."""
    return sorted(numbers)[len(numbers) // 2]


def _error(scheme: Scheme, counts: Counts) -> float:
    """Return by how many people a day the weeks are missed when each is foretold from the others."""
    misses = [abs(number - told) for week in _weeks(counts) for number, told in _foretold(scheme, counts, week)]
    return mean(misses) if misses else 0.0


def _weeks(counts: Counts) -> Iterator[frozenset[date]]:
    mondays = {day - timedelta(days=day.weekday()) for day in counts}
    for monday in sorted(mondays):
        yield frozenset(monday + timedelta(days=n) for n in range(7)) & counts.keys()


def _foretold(scheme: Scheme, counts: Counts, week: frozenset[date]) -> Iterator[tuple[int, int]]:
    """Yield for the days of a week how many there were, and how many the other weeks foretell, 0 without any."""
    for weekdays in scheme:
        others = [number for day, number in counts.items() if day not in week and day.weekday() in weekdays]
        told = typical(others) if others else 0
        yield from ((counts[day], told) for day in week if day.weekday() in weekdays)
