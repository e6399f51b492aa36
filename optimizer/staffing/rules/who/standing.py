"""Which shifts may stand together on one person's day."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product

from optimizer.planning.pair import Pair
from optimizer.staffing.facts.shift import Shift
from optimizer.staffing.facts.unit import Unit

DayCodes = tuple[str, ...]
"""Shifts of one day, in order of their codes."""


@dataclass(frozen=True)
class StandTogether:
    """The sets of two or more shifts that may stand together."""

    codes: frozenset[DayCodes]

    def sets(self, pairs: Sequence[Pair]) -> Iterator[frozenset[Pair]]:
        """Yield every set of two or more pairs of one person's day whose shifts may stand together."""
        by_code: dict[str, list[Pair]] = defaultdict(list)
        for pair in pairs:
            by_code[pair.what.shift].append(pair)
        for codes in sorted(self.codes):
            if all(code in by_code for code in codes):
                yield from map(frozenset, product(*(by_code[code] for code in codes)))

    def too_many(self, codes: Sequence[str]) -> int:
        """Return how many of a day's duties have to go until the rest may stand together."""
        having = tuple(sorted(codes))
        return next(gone for gone in range(len(having) + 1) if self._some_stand(having, len(having) - gone))

    def _some_stand(self, codes: DayCodes, many: int) -> bool:
        return many < 2 or any(each in self.codes for each in combinations(codes, many))


@dataclass(frozen=True)
class StandingOfSome:
    """What may stand together for some people."""

    standing: StandTogether
    people: frozenset[str]

    def sets(self, pairs: Sequence[Pair]) -> Iterable[frozenset[Pair]]:
        """Yield every set of two or more pairs of one person's day that may stand together, if it is one of theirs."""
        return self.standing.sets(pairs) if pairs and pairs[0].who in self.people else ()


def named(unit: Unit, entry: str) -> frozenset[DayCodes]:
    """Return the sets of shifts that an entry such as "day+on call" lets stand together, and the parts of each.

    Shifts that are not ``apart`` never do.
    """
    shifts = [[shift for shift in unit.shifts if word in shift.names] for word in words_of(entry)]
    whole = (each for each in product(*shifts) if apart(each))
    return frozenset(part for each in whole for part in _parts(sorted(shift.code for shift in each)))


def words_of(entry: str) -> tuple[str, ...]:
    """Return the codes and words of shifts of an entry."""
    return tuple(word.strip() for word in entry.split("+"))


def any_two(shifts: Iterable[Shift]) -> frozenset[DayCodes]:
    """Return all sets of two shifts that are apart."""
    return frozenset((min(a.code, b.code), max(a.code, b.code)) for a, b in combinations(shifts, 2) if apart((a, b)))


def apart(shifts: Sequence[Shift]) -> bool:
    """Tell whether some shifts of one day are different and hold nobody at once; leave for a whole day stands alone."""
    return all(shift.held for shift in shifts) and not any(a is b or a.overlaps(b) for a, b in combinations(shifts, 2))


def _parts(codes: Sequence[str]) -> Iterator[DayCodes]:
    return chain.from_iterable(combinations(codes, many) for many in range(2, len(codes) + 1))
